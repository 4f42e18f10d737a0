"""Existence: nothing in the pack of the other track is different because an activity exists that it must not know of."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.building import LEAST, case_of, dumped, markdown_of
from tests.disclosure.test_select_rules import unchecked
from tests.full import field_shapes
from tests.pictures.drawn import pictures_for

from briefpack.disclosure.select import select
from briefpack.handbook import Audience

ACTORS = "actors: [{id: team, name: Team}, {id: desk, name: Desk}]\nacronyms: [{short: UNX, long: A mission}]\n"
KNOWN: Mapping[str, str] = {
    "case": LEAST + ACTORS + "date_of_information: 2024-03\ntimeline: [{date: 2023, track: i, event: Talks.}",
    "assessment": "parties: [{id: mill, name: Millers}, {id: fish, name: Fishers}]\n"
    "gaps: [{id: one, description: One, level: middle, parties: [mill]}, {id: two, description: Two, level: top, parties: [fish]}]\n",
    "planning": "activities:\n  - {id: first, title: Hall, track: ii, type: training, level: [middle], addresses: [one], window: {coarse: 2024-01}, participants: {count: 9, per_party: {mill: 4, fish: 5}}}\n",
    "implementation": "sessions: [{activity: first, title: Opening}]\noutputs: [{id: known, text: A list, activity: first, release_to: [track_i], consent: Given}",
    "evaluation": "evaluation: {transfer: [{content: The list arrived, output: known}]}\n",
    "coordination": "track_i_rounds: [{id: r, title: Round, from: 2024-02}]\nmessages: [{text: Wait.}]\n",
}
#: What closes the lists that KNOWN leaves open.
ENDS = {"case": "]\n", "implementation": "]\n"}

#: Each place in which a secret activity could be told of, as what it adds to the files; SECRET adds the activity.
SECRET = "  - {{id: hidden, title: Lamp room, track: {track}, confidentiality: {regime}{more}}}\n"
PLACES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "numbering and counts of activities": ("", {}),
    "coverage grid and gaps nobody covers": (", type: back_channel, level: [top], addresses: [two]", {}),
    "plan picture and overlaps": (", window: {start: 2024-02-01, end: 2024-02-20, coarse: 2024-02}", {}),
    "counts of people": (", participants: {count: 8, per_party: {mill: 4, fish: 4}, inclusion: {women: 4}}", {}),
    "references to third parties": (", facilitators: [{actor: desk}], transfer: {audience: track_i, recipient: desk}", {}),
    "open questions": (", purpose: Listen, media: {policy: unknown}", {}),
    "glossary": (", purpose: What the UNX would carry", {}),
    "timeline": ("", {"case": ", {date: 2024-02-03, track: ii, event: A lamp is lit., sensitivity: SIDE}"}),
    "sessions": ("", {"implementation_sessions": "{activity: hidden, title: Second, date: 2024-02-02, agreed_summary: Much}"}),
    "outputs": ("", {"implementation": ", {id: secret, text: Terms, activity: hidden, date: 2024-02, release_to: [track_i, track_ii], embargo: {event: agreement_signed}}"}),
    "what became of an output": (
        "",
        {
            "implementation": ", {id: secret, text: Terms, activity: hidden}",
            "evaluation_transfer": "{content: Terms arrived, output: secret, used: adopted}",
        },
    ),
    "liaisons": ("", {"coordination": "liaisons: [{actor: desk, track: track_ii, sensitivity: SIDE}]\n"}),
    "links between levels": ("", {"conception": "linkages: [{mechanism: By lamp light, activity: hidden}]\n"}),
    "a link opened by hand": ("", {"conception": "linkages: [{mechanism: By lamp light, activity: {value: hidden, sensitivity: team_only}, sensitivity: shared}]\n"}),
    "messages": ("", {"coordination_messages": "{text: The lamp stays lit, activity: hidden, topic: lamp, stance: supports, date: 2024-02-03}"}),
    "messages opened by hand": ("", {"coordination_messages": "{text: The lamp stays lit, activity: hidden, sensitivity: shared, audience: track_i, commits: true}"}),
    "a line that would say so": (", purpose: {value: Listen, sensitivity: team_only, mark: strictly_confidential}", {}),
}  # fmt: skip


#: The lists that KNOWN has already, into which a place can put something.
HANGING = (("implementation", "sessions"), ("evaluation", "transfer"), ("coordination", "messages"))
#: Where something hangs on an activity.
HANGS = ("sessions", "outputs", "messages", "messages opened by hand", "links between levels", "a link opened by hand")


def files_of(added: Mapping[str, str], activity: str = "") -> dict[str, str]:
    """Return the files of a case with what a place adds to them."""
    files = {stem: text + added.get(stem, "") + ENDS.get(stem, "") for stem, text in KNOWN.items()}
    files["planning"] += activity
    for stem, item in HANGING:
        if f"{stem}_{item}" in added:
            files[stem] = files[stem].replace(f"{item}: [", f"{item}: [{added[f'{stem}_{item}']}, ", 1)
    return files | ({"conception": added["conception"]} if "conception" in added else {})


def told(parent: Path, audience: Audience, files: Mapping[str, str]) -> tuple[list[Any], str, dict[str, bytes]]:
    """Return all that a reader gets: the view, the Markdown pack and the pictures with their words."""
    case = case_of(parent, **files)
    view = select(case, audience)
    pictures = {
        name: picture.data + f"{picture.alternative}{picture.caption}".encode()
        for name, picture in pictures_for(case, audience).items()
    }
    return dumped(view), markdown_of(view), pictures


@pytest.mark.parametrize("regime", ["deniable", "closed_existence_known"])
@pytest.mark.parametrize(("track", "other"), [("ii", "track-i"), ("i", "track-ii")])
@pytest.mark.parametrize("place", PLACES)
def test_the_other_track_gets_what_it_would_get_without_the_activity(
    tmp_path: Path, place: str, track: str, other: Audience, regime: str
) -> None:
    """View, pack and pictures are the same, byte for byte, as where the activity and all of it had never been."""
    more, added = PLACES[place]
    side = "track_ii_only" if track == "ii" else "track_i_only"
    given = {stem: text.replace("SIDE", side) for stem, text in added.items()}
    files = files_of(given, SECRET.format(track=track, regime=regime, more=more))
    without = files_of({"conception": "next_review: 2024\n"} if "conception" in given else {})
    if "conception" in given:
        files["conception"] = "next_review: 2024\n" + files["conception"]
    own: Audience = "track-ii" if track == "ii" else "track-i"
    assert told(tmp_path, other, files) == told(tmp_path, other, without)
    assert told(tmp_path, own, files) != told(tmp_path, own, without)


@pytest.mark.parametrize("place", HANGS)
def test_the_comparison_tells_a_known_activity(tmp_path: Path, place: str) -> None:
    """Under another regime the same words are in the other track's pack."""
    more, added = PLACES[place]
    files = files_of(added, SECRET.format(track="ii", regime="on_record", more=more))
    assert told(tmp_path, "track-i", files) != told(tmp_path / "without", "track-i", files_of({}))


def test_every_item_that_can_name_an_activity_is_among_these_places() -> None:
    """A new reference to an activity needs a place above, so that it is known to follow the activity."""
    naming = {path for path, shape in field_shapes() if shape.reference == "activity"}
    places = {"conception.linkages", "implementation.sessions", "implementation.outputs", "coordination.messages"}
    # A session of convenors is never in the pack of officials, whatever activity it is part of.
    assert naming == {f"{place}.activity" for place in (*places, "engagements.track_ii")}


SIDELESS = "  - {id: hidden, title: Lamp room, track: i_5, confidentiality: deniable, part_of: market, release_to: [track_ii]}\n"
EFFORT = "efforts: [{id: market, name: Market walks, track: ii, level: [middle], parties: [mill], from: 2020}]\n"


@pytest.mark.parametrize("audience", ["track-i", "track-ii"])
@pytest.mark.parametrize("place", HANGS)
def test_a_secret_of_no_side_is_in_nobodys_view_with_all_that_hangs_on_it(place: str, audience: Audience) -> None:
    """The views are those of the case without it, though it is released to one of them, and its effort stays as it is."""
    roots = []
    added = PLACES[place][1]
    without = {"conception": "next_review: 2024\n"} if "conception" in added else {}
    for activity, more in ((SIDELESS, added), ("", without)):
        files = files_of(more, activity)
        if "conception" in files:
            files["conception"] = "next_review: 2024\n" + files["conception"].replace("next_review: 2024\n", "")
        files["implementation"] = files["implementation"].replace(", embargo: {event: agreement_signed}", "")
        files["assessment"] += EFFORT
        roots.append(dumped(select(unchecked(**files), audience)))
    assert roots[0] == roots[1]


@pytest.mark.parametrize(("side", "other"), [("track_ii", "track-i"), ("track_i", "track-ii")])
@pytest.mark.parametrize("place", ["sessions", "messages", "coverage grid and gaps nobody covers"])
def test_what_belongs_to_a_side_is_nothing_to_the_other(tmp_path: Path, place: str, side: str, other: Audience) -> None:
    """On track 1.5, too: view, pack and pictures are those without it, the effort it is part of included."""
    more, added = PLACES[place]
    activity = SECRET.format(track="i_5", regime="deniable", more=f", belongs_to: {side}, part_of: market{more}")
    files, without = files_of(added, activity), files_of({})
    for one in (files, without):
        one["assessment"] += EFFORT
    assert told(tmp_path, other, files) == told(tmp_path, other, without)
