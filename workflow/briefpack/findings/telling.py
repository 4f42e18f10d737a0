"""Telling: each finding of a case in words, and what of it may be said to each side.

A finding may be said to a side where the same finding arises from that side's own view, and its packs print all that it
rests on; its sentence is then made from that view alone. Where it does not, nothing may be said: a sentence that
appears only because something is hidden would give that away, however it is worded. A finding that rests on something
absent is never said to a side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import get_args

from briefpack.case.content import Path
from briefpack.disclosure.inside import inside
from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.disclosure.views import Views
from briefpack.findings import Judged, Judgement, changed, judge
from briefpack.findings.answers import Lapsed, answer_in, holds, lapsed
from briefpack.findings.finding import Unseen
from briefpack.findings.fingerprint import fingerprint
from briefpack.findings.kept import is_kept
from briefpack.findings.sayable import Sayable, sayable
from briefpack.findings.seated import Seated
from briefpack.findings.together import ADDED, told_elsewhere
from briefpack.findings.worded import borne_by, dates_of, said, sentence_of
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.house.rule_changes import RuleChange, Severity
from briefpack.house.wording import Catalogue


@dataclass(frozen=True)
class Told:
    """A finding in plain words: what is so, what its owner is to do, and what each side may be told and asked.

    The remedy is for its owner, who sees both sides, or leads the work and may be told; it asks nothing of a side.
    Where `of` is a side, all of it is made from that side's own view, and what the view of both tells beyond that
    `is_more`: a line of its own, of which nothing may be said.
    `said` holds None for a side to which nothing may be said. `places` are those of the items in the case;
    `fingerprint` is what an answer names. `items` bear it out, `dates` are those that it rests on, and `changed` says
    what the organisation changes of its rule, and why.
    What `is_past` can be learned from, and no more; what `is_urgent` is to be settled at once. `beside` are others
    that its sentence tells too.
    """

    rule: str
    severity: Severity
    places: tuple[Path, ...]
    sentence: str
    remedy: str
    owner: str
    said: Mapping[Audience, str | None]
    fingerprint: str
    items: tuple[Node | Leaf, ...] = ()
    dates: tuple[Leaf, ...] = ()
    changed: str = ""
    is_past: bool = False
    is_urgent: bool = False
    of: Audience | None = None
    is_more: bool = False
    is_open: bool = False
    beside: tuple[Told, ...] = ()

    @property
    def key(self) -> tuple[str, tuple[Path, ...]]:
        """Return what makes it the same finding in another view: its rule and the items it is about."""
        return self.rule, self.places

    @property
    def rank(self) -> tuple[object, ...]:
        """Return what orders findings that are as grave: nothing that only one view has."""
        places = tuple(tuple((isinstance(step, int), step) for step in place) for place in self.places)
        return self.rule, places, self.is_more


@dataclass(frozen=True)
class Telling:
    """All findings of a case in words, and what could not be checked: rule, place and missing fields of each.

    `answered` are those that the case answers, each with the answer; `lapsed` are answers that do not hold.
    `changes` are those that the organisation makes of rules that found nothing, by rule.
    """

    findings: tuple[Told, ...]
    unchecked: tuple[tuple[str, Path, tuple[str, ...]], ...]
    answered: tuple[tuple[Told, Node], ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()

    @property
    def whole(self) -> tuple[Told, ...]:
        """Return each finding once, also what another tells: with all that whoever sees both sides is told of it."""
        more = {one.key for one in self.findings if one.is_more}
        once = (one for one in self.findings if one.is_more or one.key not in more)
        return tuple(each for one in once for each in (one, *one.beside))


def tell(
    views: Views,
    catalogue: Catalogue,
    changes: Mapping[str, RuleChange] = MappingProxyType({}),
    seated: Seated | None = None,
) -> Telling:
    """Return the findings of a case in the words of a catalogue, as the coordinator between the tracks sees it."""
    whole = views.of("coordinator")
    found = judge(whole, changes, seated, unseen(views))
    set_here = {name: changed.in_words(name, change, catalogue) for name, change in changes.items()}
    given = tuple(whole.root.coordination.answered_findings)
    answers = {str(one.finding): one for one in given if holds(one, whole)}
    lines = _lines(found, answers, views, catalogue, changes)
    told = sorted((replace(one, changed=set_here.get(one.rule, "")) for one in lines), key=_gravest_first)
    # What only whoever sees both sides sees of an answered finding stands with it: an answer hides nothing.
    answered = tuple((one, answers[one.fingerprint]) for one in told if one.fingerprint in answers)
    standing = {answer for _, answer in answered}
    return Telling(
        tuple(one for one in told if one.fingerprint not in answers),
        tuple((rule, inside(one.about).path, one.missing) for rule, one in found.unchecked),
        answered,
        _lapsed((one for one in given if one not in standing), whole, told),
        tuple((rule, words) for rule, words in set_here.items() if rule not in {one.rule for one in told}),
    )


def _lines(
    found: Judgement,
    answered: Collection[str],
    views: Views,
    catalogue: Catalogue,
    changes: Mapping[str, RuleChange],
) -> Iterator[Told]:
    """Return each finding in words, but for those that another one tells, unless a side may be told of them alone."""
    own = {audience: _may_be_said(views, audience, catalogue, changes) for audience in PACK_AUDIENCES}
    elsewhere = told_elsewhere(
        one for one in found.findings if fingerprint(one, views.of("coordinator")) not in answered
    )
    for one in found.findings:
        if one.key not in elsewhere or any(one.key in texts for texts in own.values()):
            beside = [each for each in found.findings if each.rule in ADDED and elsewhere.get(each.key) is one]
            yield from (_with(line, beside, views, catalogue) for line in _told(one, views, own, catalogue))


def _with(line: Told, beside: Iterable[Judged], views: Views, catalogue: Catalogue) -> Told:
    """Return a finding of the team alone with the sentence and the remedy of others that it tells."""
    for one in beside:
        more = _line(one, views.of("coordinator"), catalogue, "owner", f"{one.finding.form}_beside")
        sentence, remedy = f"{line.sentence} {more.sentence}", f"{line.remedy} {more.remedy}"
        line = replace(line, sentence=sentence, remedy=remedy, beside=(*line.beside, more))
    return line


def _lapsed(answers: Iterable[Node], view: View, told: Iterable[Told]) -> tuple[Lapsed, ...]:
    sentences = {one.fingerprint: one.sentence for one in told}
    return tuple(lapsed(one, view, sentences) for one in answers)


def _gravest_first(one: Told) -> tuple[object, ...]:
    return get_args(Severity).index(one.severity), one.rank


def _may_be_said(
    views: Views, audience: Audience, catalogue: Catalogue, changes: Mapping[str, RuleChange]
) -> dict[object, Sayable]:
    """Return what a side may be told by its own view, but for topics that the mandate of the coordination keeps."""
    own, mandate = views.of(audience), views.of("coordinator").root.coordination.mandate
    return {key: one for key, one in sayable(own, catalogue, changes).items() if not is_kept(one.found, own, mandate)}


def unseen(views: Views) -> Unseen:
    """Return for each side the places that the coordinator sees and its own view does not hold."""
    whole = views.of("coordinator").places
    return {audience: whole - views.of(audience).places for audience in PACK_AUDIENCES}


def _told(
    one: Judged, views: Views, own: Mapping[Audience, Mapping[object, Sayable]], catalogue: Catalogue
) -> Iterator[Told]:
    """Return a finding in words, for its owner; then what only whoever sees both sides sees of it beyond that.

    Convenors lead the work. They may own what they may be told, and then all of it is made from their own view; of
    anything else the owner is somebody who sees both sides.
    """
    said_to = {audience: texts[one.key].text if one.key in texts else None for audience, texts in own.items()}
    whole, theirs = _line(one, views.of("coordinator"), catalogue, "owner"), own["track-ii"].get(one.key)
    if theirs is None or not catalogue.has(f"findings.{one.rule}.owner_track_ii"):
        yield replace(whole, said=said_to)
        return
    line = _line(theirs.found, views.of("track-ii"), catalogue, "owner_track_ii")
    answered = answer_in(theirs.found, views.of("track-ii")) is not None
    yield replace(line, said=said_to, fingerprint=whole.fingerprint, of="track-ii", is_open=not answered)
    if _of_both(whole) != _of_both(line):
        yield replace(whole, said=dict.fromkeys(own), is_more=True)


def _line(one: Judged, view: View, catalogue: Catalogue, owner: str, *sentences: str) -> Told:
    """Return a finding in words, all of them made from the view that gave it, by one of some sentences if it has it."""
    return Told(
        one.rule,
        one.severity,
        one.finding.places,
        sentence_of(one, view, catalogue, *sentences),
        said(one, view, catalogue, f"remedy_{one.finding.form}", "remedy"),
        said(one, view, catalogue, owner),
        {},
        fingerprint(one, view),
        borne_by(one),
        tuple(dates_of(one.finding.values.values())),
        is_past=one.finding.is_past,
        is_urgent=one.finding.is_urgent and not (one.finding.is_past or is_over(view)),
    )


def _of_both(one: Told) -> tuple[object, ...]:
    """Return what a coordinator is told of a finding, whoever owns it."""
    return one.sentence, one.severity, one.is_past, one.is_urgent
