"""Runs: a part of the day that is out of order, overlaps another or is outside its session is warned of."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import complaints

#: What is told -> a few words of it.
TOLD = {"order": "before the part above it:", "overlap": "above it is over", "early": "begins before the session"}
TOLD |= {"late": "ends after the session", "long": "take longer than the session"}


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ('{at: "09:00", minutes: 60, what: A}, {at: "10:00", minutes: 180, what: B}', []),
        ('{at: "10:00", minutes: 30, what: A}, {at: "09:00", minutes: 30, what: B}', ["order"]),
        ('{at: "09:00", minutes: 90, what: A}, {at: "10:00", minutes: 30, what: B}', ["overlap"]),
        ('{at: "09:00", minutes: 90, what: A}, {what: Tea}, {at: "10:00", minutes: 30, what: B}', ["overlap"]),
        ('{at: "08:45", minutes: 30, what: A}', ["early"]),
        ('{at: "12:30", minutes: 45, what: A}', ["late"]),
        ("{minutes: 200, what: A}, {minutes: 60, what: B}", ["long"]),
        ("{minutes: 180, what: A}, {minutes: 60, what: B}", []),
    ],
)
def test_each_part_of_the_day_is_in_its_place(tmp_path: Path, parts: str, told: list[str]) -> None:
    """Whoever runs the day reads the table from the top, and ends when the room is promised to end."""
    assert complained(tmp_path, f'starts: "09:00", minutes: 240, run: [{parts}]') == told


def test_parts_that_begin_together_run_side_by_side(tmp_path: Path) -> None:
    """Two rooms are told by one time of beginning; what comes next waits for the longer of the two."""
    rooms = '{at: "09:00", minutes: 60, what: A}, {at: "09:00", minutes: 90, what: B}'
    assert complained(tmp_path, f"run: [{rooms}]") == []
    assert complained(tmp_path, f'run: [{rooms}, {{at: "10:00", minutes: 30, what: C}}]') == ["overlap"]


def test_a_session_may_go_on_after_midnight(tmp_path: Path) -> None:
    """The clock begins again, and the day of the session does not."""
    night = '{at: "22:00", minutes: 120, what: A}, {at: "00:00", minutes: 60, what: B}'
    assert complained(tmp_path, f'starts: "22:00", minutes: 180, run: [{night}]') == []
    assert complained(tmp_path, f'starts: "22:00", minutes: 150, run: [{night}]') == ["late"]


@pytest.mark.parametrize("lasting", ["", "minutes: about 60,"])
def test_what_may_fit_is_not_told(tmp_path: Path, lasting: str) -> None:
    """A length that is not known, or not known exactly, may be one that fits."""
    parts = f'{{at: "09:00", {lasting} what: A}}, {{at: "09:55", minutes: 10, what: B}}'
    assert complained(tmp_path, f'starts: "09:00", minutes: about 60, run: [{parts}]') == []


def test_without_a_beginning_the_first_part_is_one(tmp_path: Path) -> None:
    """The length of the day is known, and the parts are too long for it."""
    parts = '{at: "09:00", minutes: 60, what: A}, {at: "10:00", minutes: 60, what: B}'
    assert complained(tmp_path, f"minutes: 90, run: [{parts}]") == ["late"]


def complained(folder: Path, session: str) -> list[str]:
    """Return what is told of the run of a session, each time at the line of its file."""
    lines = complaints(folder, engagements=f"sensitivity: shared\ntrack_ii:\n  - {{id: day, title: Day, {session}}}\n")
    found = [(line, name) for line in lines for name, words in TOLD.items() if words in line]
    assert all("engagements.yaml:3:" in line and "warning" in line for line, _ in found)
    return [name for _, name in found]
