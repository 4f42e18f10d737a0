"""Opened: what the defaults of this version open in a case that nobody changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, complaints

FIELDS = {
    "window: {start: 2024-01-02}": "start",
    "agenda: [{block: Hear}]": "agenda",
    "budget: {amount: 9}": "budget",
    "contingencies: [{trigger: T, response: R}]": "contingencies",
    "budget: {does_not_apply: It cost nothing.}": "budget",
    "window: {start: {does_not_apply: They always met.}}": "start",
}


def told(tmp_path: Path, side: str, field: str, file: str = "shared") -> list[str]:
    """Return what is said of an activity of a side with a field that stays closed."""
    planning = f"sensitivity: {file}\nactivities:\n  - {{id: a, title: A, {side}, {field}}}\n"
    return [
        line for line in complaints(tmp_path, planning=planning) if "the version before closed it by default" in line
    ]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("side", "reader"),
    [("track: i", "track-i"), ("track: i_5, belongs_to: track_i", "track-i"), ("track: ii", "track-ii")],
)
def test_what_a_reader_sees_now_and_did_not_before_is_a_warning(
    tmp_path: Path, field: str, side: str, reader: str
) -> None:
    """One line a field that their packs print, with its place, who sees it, and both words that can be written."""
    found = told(tmp_path, side, field)
    if reader == "track-ii" or not field.startswith("window"):
        assert found == []
        return
    assert len(found) == 1
    assert found[0].startswith("planning.yaml:3:")
    assert f"warning: {reader} now sees this" in found[0]
    assert "'sensitivity: track_ii_only'" in found[0]
    assert f"'sensitivity: {reader.replace('-', '_')}_only'" in found[0]


@pytest.mark.parametrize(
    ("side", "field", "file"),
    [
        ("track: i", "budget: {amount: 9, sensitivity: track_i_only}", "shared"),
        ("track: i", "window: {start: {value: 2024-01-02, sensitivity: shared}}", "shared"),
        ("track: i", "agenda: [{block: Hear, sensitivity: shared}]", "shared"),
        ("track: i", "budget: {amount: 9}", "team_only"),
        ("track: i", "budget: {amount: 9}", "track_ii_only"),
        ("track: iii", "budget: {amount: 9}", "shared"),
    ],
    ids=["said", "said at a value", "said at an item", "closed file", "file for others", "no side"],
)
def test_what_is_said_or_seen_by_nobody_new_is_no_warning(tmp_path: Path, side: str, field: str, file: str) -> None:
    """Whoever has written a sensitivity has decided, and what stays closed opens nothing."""
    assert told(tmp_path, side, field, file) == []


def test_who_came_to_a_session_of_the_other_track_is_told_of(tmp_path: Path) -> None:
    """A session is of the side of its activity, whose packs do not print who came; the place of its list is told."""
    files = {
        "case": LEAST,
        "assessment": "parties: [{id: p, name: P}]\n",
        "planning": "activities: [{id: a, title: A, track: i}]\n",
        "implementation": "sessions: [{activity: a, attended_per_party: {p: 9}}]\n",
    }
    found = [line for line in complaints(tmp_path, **files) if "no pack of theirs prints this field" in line]
    assert [line.split(": warning")[0] for line in found] == ["implementation.yaml:1:46"]


@pytest.mark.parametrize("field", [*FIELDS, "participants: {selection_criteria: [Elders]}"])
@pytest.mark.parametrize("side", ["track: i", "track: i_5, belongs_to: track_i", "track: ii"])
def test_what_is_for_a_side_whose_packs_do_not_print_it_is_a_warning(tmp_path: Path, field: str, side: str) -> None:
    """It reaches nobody, though nobody wrote a sensitivity at it."""
    planning = f"sensitivity: shared\nactivities:\n  - {{id: a, title: A, {side}, {field}}}\n"
    said = complaints(tmp_path, planning=planning)
    told = [line for line in said if "only track I may see this, and no pack of theirs prints this field" in line]
    assert len(told) == (0 if side == "track: ii" or field.startswith("window") else 1)


@pytest.mark.parametrize("field", [*FIELDS, "participants: {selection_criteria: [Elders]}"])
def test_what_is_for_the_side_of_an_activity_of_no_stated_track_is_a_warning(tmp_path: Path, field: str) -> None:
    """Nothing says whose it is, so that nobody reads it; that the track is asked too does not say so."""
    planning = f"sensitivity: shared\nactivities:\n  - {{id: a, title: A, {field}}}\n"
    told = [line for line in complaints(tmp_path, planning=planning) if "nothing says whose it is" in line]
    assert len(told) == ("does_not_apply" not in field)
