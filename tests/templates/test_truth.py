"""Truth: whatever is withheld from a reader, no sentence of the pack that denies or generalises is false.

A full case and the shipped ones lose items and values at random: once withheld, once never given. What the pack then
says must be the same both ways. A sentence that denies and speaks of no pack must have been said of all that is known
too; one that speaks of what is shown is held against the view by plain questions, not by what worked it out.
"""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from tests.building import PACKS, SHIPPED, case_from, case_of, markdown_of, pack_for, plain_data, wording
from tests.full import full_documents
from tests.noninterference.mutating import delete, removable
from tests.noninterference.references import mended
from tests.noninterference.secrets import secrets
from tests.noninterference.tree import Given, Way, read
from tests.pictures.drawn import colours_of
from tests.profiles import by_profile
from tests.templates.test_denials import BOUND, DENIES, OF_ANY_CASE

from briefpack.case.content import Content
from briefpack.disclosure.select import select
from briefpack.disclosure.view import Node, View
from briefpack.handbook import Audience
from briefpack.house.wording import Catalogue
from briefpack.stages.coverage import coverage
from briefpack.stages.draw import draw

pytestmark = pytest.mark.drawn

CASES = ("full-case", *SHIPPED)
SEEDS = range(by_profile(1, 2, 40))
#: How much of a case is lost: a few values, or a good part of them.
SHARES = (0.03, 0.25)
#: Rules are no values: what is lost of a rule changes what is told of others.
RULES = {"coarsen", "smallest_count", "allowed_terms", "publicly_known", "invented"}
#: Notes, brackets, and the marks by which what stands behind a value is known until the pack is whole.
_ASIDE = re.compile(r"\[\^[^\]]*\]|\s?\*?\([^()]*\)\*?|[\ue000-\uf8ff]")
#: What asks or stands for words denies nothing.
NO_SENTENCES = ("questions.", "past_questions.", "likelihood.")


@dataclass(frozen=True)
class Said:
    """One sentence of a pack: its key, what was filled into it, and how it reads."""

    key: str
    filled: Mapping[str, Any]
    text: str


@dataclass(frozen=True)
class Pack:
    """A pack as Markdown, with every sentence of the catalogue that went into it and its pictures."""

    text: str
    said: tuple[Said, ...]
    view: View


def pack_of(given: Given, audience: Audience) -> Pack:
    """Return the pack of a case, with all that the catalogue was asked for."""
    case = case_from(given.written())
    assert case is not None
    said: list[Said] = []
    say = Catalogue.say

    def told(self: Catalogue, key: str, /, **filled: Any) -> str:
        text = say(self, key, **filled)
        said.append(Said(key, filled, text))
        return text

    view = select(case, audience)
    with patch.object(Catalogue, "say", told):
        text = markdown_of(view)
        pictures = draw(view, wording(), colours_of("default"), coverage(view))
    alternatives = "\n".join(f"{one.alternative} {one.caption}" for one in pictures)
    return Pack(f"{text}\n{alternatives}", tuple(said), view)


@functools.cache
def whole_case(name: str) -> Given:
    """Return a case with all that is in it."""
    data = full_documents() if name == "full-case" else plain_data(name)
    return read(data, Content)


@functools.cache
def whole_pack(name: str, audience: Audience) -> Pack:
    """Return the pack of a case with nothing lost."""
    return pack_of(whole_case(name), audience)


@functools.cache
def lessened(name: str, audience: Audience, seed: int) -> tuple[Given, Given]:
    """Return a case of which some is withheld from a reader, and the same case to which that was never given."""
    chance = random.Random(f"{name} {audience} {seed}")
    share = SHARES[seed % len(SHARES)]
    ways = [way for way, _ in whole_case(name).below() if chance.random() < share and is_loss(way)]
    withheld = whole_case(name).copied()
    for way in ways:
        _close(withheld.at(way))
    can_go = set(removable(secrets(withheld, audience)))
    lost = [way for way in ways if way in can_go and not _lies_in(way, ways, can_go)]
    withheld, without = whole_case(name).copied(), whole_case(name).copied()
    for way in reversed(lost):
        _close(withheld.at(way))
        delete(without, way)
    return withheld, mended(without)


def is_loss(way: Way) -> bool:
    """Return whether what is at a way may be lost, a value and no rule."""
    return (len(way) > 1 and way[:2] != ("case", "handling")) or (len(way) > 2 and not RULES & set(way))


@functools.cache
def lessened_pack(name: str, audience: Audience, seed: int) -> Pack:
    """Return the pack of a case of which some is withheld."""
    return pack_of(lessened(name, audience, seed)[0], audience)


def _close(given: Given) -> None:
    for _, inner in given.below():
        inner.said.pop("sensitivity", None)
    given.said["sensitivity"] = "team_only"


def _lies_in(way: Way, ways: list[Way], can_go: set[Way]) -> bool:
    """Return whether something around what is at a way is lost as a whole."""
    return any(one in can_go and way != one and way[: len(one)] == one for one in ways)


def forms(key: str) -> list[str]:
    """Return the forms of a sentence as the catalogue has them."""
    text = wording().texts[key]
    return [text] if isinstance(text, str) else list(text.values())


def is_unbound_denial(key: str) -> bool:
    """Return whether a sentence denies or generalises without speaking of what is shown."""
    # Advice, and what sources say of any case, is printed or not by whether the case is over.
    if key.startswith(NO_SENTENCES) or key in OF_ANY_CASE:
        return False
    return any(DENIES.search(one) and not BOUND.search(one) for one in forms(key))


LOSSES = pytest.mark.parametrize(
    ("name", "audience", "seed"), [(name, audience, seed) for name in CASES for audience in PACKS for seed in SEEDS]
)


@LOSSES
def test_what_is_withheld_and_what_was_never_given_make_the_same_words(
    name: str, audience: Audience, seed: int
) -> None:
    """Neither the text nor the pictures of a pack tell one from the other."""
    withheld, without = lessened_pack(name, audience, seed), pack_of(lessened(name, audience, seed)[1], audience)
    assert withheld.text == without.text
    assert withheld.text != whole_pack(name, audience).text


@LOSSES
def test_a_denial_that_speaks_of_no_pack_is_true_of_all_that_is_known(name: str, audience: Audience, seed: int) -> None:
    """Withholding makes no such sentence: whichever is said was said when nothing was lost."""
    less = lessened_pack(name, audience, seed)
    assert set(denied(less)) - set(denied(whole_pack(name, audience))) == set()


def denied(pack: Pack) -> Iterator[tuple[str, str]]:
    """Return what is filled into each denial that speaks of no pack: part by part, without notes and brackets.

    Of a point of readiness that is its name: evidence and owner follow behind a full stop.
    """
    for said in (one for one in pack.said if is_unbound_denial(one.key)):
        values = [_ASIDE.sub("", str(value)) for value in said.filled.values()]
        parts = "; ".join(values).split("; ")
        is_point = said.key.startswith("phase.readiness_")
        yield from ((said.key, part.partition(". ")[0] if is_point else part) for part in parts)


def works_of(view: View) -> list[Node]:
    """Return every effort and activity that a view shows."""
    return [*view.root.assessment.efforts, *view.root.planning.activities]


def _nobody_at(view: View, said: Said) -> bool:
    """Say that no shown work has this party and one of these levels."""
    levels = {wording().say(f"words.{level}"): level for level in ("top", "middle", "grassroots")}
    told = {levels[word] for word in re.findall(r"\w+", said.filled["levels"]) if word in levels}
    reached = [one for one in works_of(view) if said.filled["party"] in [str(party.name) for party in one.parties]]
    return bool(told) and not any(told & {str(level) for level in one.level} for one in reached)


def _alone(view: View, said: Said) -> bool:
    named = [str(party.name) for one in works_of(view) for party in one.parties]
    return not any(name in said.filled["parties"] for name in named)


def _no_overlap(view: View, _: Said) -> bool:
    """Say that no meeting of a shown day lies in a round of which both days are shown."""
    days = [one.date.value for one in view.root.implementation.sessions if one.date and one.activity.track != "i"]
    exact = [day.start.first for day in days if day.start.precision == "day" and not day.is_interval]
    rounds = [(getattr(one, "from"), one.to) for one in view.root.coordination.track_i_rounds]
    spans = [(start.value.start.first, end.value.end.last) for start, end in rounds if start and end]
    return not any(start <= day <= end for day in exact for start, end in spans)


def _nothing_of_the_track(view: View, said: Said) -> bool:
    return not any(wording().word("track", str(one.track)) == said.filled["track"] for one in view.root.case.timeline)


def _no_loose_end(view: View, _: Said) -> bool:
    """Say that of each output that is handed to officials all is shown that its activity, or how it went, can say."""
    handed = [one for one in view.root.implementation.outputs if "track_i" in map(str, one.release_to)]
    gone = [one.output for one in view.root.coordination.transfers if one.output and one.to]
    carried = [one for one in handed if one not in gone and str(one.kind or "") not in ("relationship", "skill")]
    ways = [one.activity.transfer for one in carried]
    return all(way and (way.recipient or way.recipient.does_not_apply) for way in ways)


def _covered(view: View, _: Said) -> bool:
    """Say that some gap has for each of its parties somebody named for it who is shown to work there."""
    return any(
        gap.level and gap.parties and all(_reached(view, gap, party) for party in gap.parties)
        for gap in view.root.assessment.gaps
    )


def _reached(view: View, gap: Node, party: Node) -> bool:
    named = [*gap.covered_by, *(one for one in view.root.planning.activities if gap in list(one.addresses))]
    return any(party in list(one.parties) and str(gap.level) in map(str, one.level) for one in named)


#: What must be so, where a pack says this, asked of the view in another way than the sentence was made.
HOLDS: Mapping[str, Callable[[View, Said], bool]] = {
    "assessment.gap_covered": _covered,
    "coordination.no_rows": lambda view, _: not view.root.assessment.parties,
    "coordination.no_overlaps": _no_overlap,
    "coordination.no_loose_ends": _no_loose_end,
    "front_page.no_asks": lambda view, _: not view.root.case.front_pages.track_i.asks,
    "front_page.no_bottom_line": lambda view, _: not view.root.case.front_pages.track_i.bottom_line,
    "front_page.no_consent": lambda view, _: not view.root.case.front_pages.track_ii.consent_status,
    "front_page.no_ground_rules": lambda view, _: not view.root.case.front_pages.track_ii.ground_rules,
    "front_page.no_needs": lambda view, _: not view.root.case.front_pages.track_ii.needs,
    "parties.none": lambda view, _: not view.root.assessment.parties,
    "pictures.alone_are": _alone,
    "pictures.no_events": _nothing_of_the_track,
    "pictures.no_rounds": lambda view, _: not view.root.coordination.track_i_rounds,
    "pictures.nobody_at": _nobody_at,
    "planning.none": lambda view, _: not view.root.planning.activities,
    "talking_points.absent": lambda view, _: not view.root.case.front_pages.track_i.points_to_make,
    "timeline.none": lambda view, _: not view.root.case.timeline,
}


@LOSSES
def test_a_denial_of_what_is_shown_is_true_of_the_view(name: str, audience: Audience, seed: int) -> None:
    """Asked plainly of the view, each holds."""
    pack = lessened_pack(name, audience, seed)
    assert [one for one in _asked(pack) if not HOLDS[one.key](pack.view, one)] == []


def _asked(pack: Pack) -> Iterator[Said]:
    return (one for one in pack.said if one.key in HOLDS and one.text in pack.text)


def test_the_losses_make_sentences_to_hold_against_the_view() -> None:
    """The comparison can fail: over all losses many sentences are made, of several kinds."""
    packs = [lessened_pack(name, "track-i", seed) for name in CASES for seed in SEEDS]
    told = [one.key for pack in packs for one in _asked(pack)]
    assert len(told) > 10 * len(SEEDS)
    assert len(set(told)) > 3


def test_the_first_page_denies_no_more_than_they_leave_out(tmp_path: Path) -> None:
    """What an activity, an output or a round says of the same matter stands in the same pack."""
    files = {
        "planning": "activities: [{id: a, title: A, track: ii, ground_rules: [Nobody is quoted]}]\n",
        "implementation": "outputs: [{id: o, text: Wells, activity: a, consent: {who: Elders, how: in writing}}]\n",
        "coordination": "track_i_rounds: [{id: r, title: First round, from: 2024-02-10}]\n",
    }
    pack = pack_for(case_of(tmp_path, **files), "track-ii")
    assert all(one in pack for one in ("Nobody is quoted", "**Consent:** Elders", "10 Feb"))
    assert "No ground rules are stated on this first page." in pack
    assert "treat as not cleared for use whatever does not say itself who agreed." in pack
