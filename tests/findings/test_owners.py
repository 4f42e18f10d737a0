"""Owners: who is to do something about a finding, and what, asks nothing of a side that may not be told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.building import case_from, wording
from tests.findings.tables import OTHERS, Row, closed, rows, thinned

from briefpack.case.content import Case, Path
from briefpack.disclosure.views import Views
from briefpack.findings import RULES
from briefpack.findings.telling import Told, tell
from briefpack.handbook import PACK_AUDIENCES, Audience

FINDS = [row for row in rows() if row.kind in ("fires", "withheld", "over") and row.expected.get("finds")]
#: Owners who see both sides, whatever is hidden from one of them.
SEEING_BOTH = {
    "The coordinator between the tracks",
    "Whoever holds both calendars",
    "Whoever holds the map of who does what",
    "Whoever keeps the registry",
}
#: What an owner does with what stands in the case, or decides alone.
ALONE = ("Decide ", "Write down ", "Note ", "Tell ", "Correct ", "Name ", "Add ", "Put ", "Look at ")


def _told(row: Row, case: Case) -> dict[object, Told]:
    """Return what is told of the rule of a row, by its key."""
    return {one.key: one for one in tell(Views(case), wording(), seated=row.seated).findings if one.rule == row.rule}


def _closings(row: Row, audience: Audience) -> Iterator[tuple[Path, Case]]:
    """Return the case of a row with items and single values closed to a side in turn, where that can be said."""
    singles = (found.path for found in row.case.every_value if not isinstance(found.value, tuple))
    for path in thinned(row, (*row.case.every_item, *singles)):
        if path and path[-1] not in ("id", "sensitivity"):
            case = case_from(closed(row.documents, [path], OTHERS[audience]))
            if case is not None:
                yield path, case


@pytest.mark.drawn
@pytest.mark.parametrize("row", FINDS, ids=str)
def test_of_what_may_not_be_said_to_those_who_lead_the_owner_sees_both_sides(row: Row) -> None:
    """Whatever is closed to either side, convenors own only what they may be told, and no official owns anything."""
    theirs = wording().texts.get(f"findings.{row.rule}.owner_track_ii")
    for case in (row.case, *(case for audience in PACK_AUDIENCES for _, case in _closings(row, audience))):
        for one in _told(row, case).values():
            is_theirs = theirs is not None and one.said["track-ii"] is not None
            assert (one.owner in SEEING_BOTH) is not is_theirs
            assert one.owner == theirs or not is_theirs


@pytest.mark.drawn
@pytest.mark.parametrize("row", [row for row in FINDS if "track-ii" in row.expected["said"]], ids=str)
def test_what_those_who_lead_are_to_do_is_made_from_what_they_see(row: Row) -> None:
    """Closing anything to officials alone changes nothing of it."""
    theirs = {key: (one.owner, one.remedy) for key, one in _told(row, row.case).items() if one.said["track-ii"]}
    for path, case in _closings(row, "track-i"):
        told = {key: (one.owner, one.remedy) for key, one in _told(row, case).items() if one.said["track-ii"]}
        assert told == theirs, path


@pytest.mark.parametrize("rule", RULES)
def test_a_remedy_is_done_alone_and_asks_nobody(rule: str) -> None:
    """What a side is asked is said to that side, and only where it may be told."""
    told = {key: str(text) for key, text in wording().texts.items() if key.startswith(f"findings.{rule}.remedy")}
    assert told
    for key, text in told.items():
        assert text.startswith(ALONE), key
        assert not re.search(r"\b(ask|asks|talk|talks to|together with|with those who|find out from)\b", text), key
