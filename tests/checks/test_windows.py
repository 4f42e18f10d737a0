"""Windows: a coarse time that would tell more exactly, or otherwise, when something takes place is warned of."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import complaints


@pytest.mark.parametrize(
    ("window", "is_told"),
    [
        ("start: 2024-02-05, end: 2024-02-09, coarse: 2024-02", False),
        ("start: 2024-02-05, end: 2024-02-09, coarse: 2024", False),
        ("start: 2024-02-05, coarse: 2024-02-05", False),
        ("coarse: 2024-02", False),
        ("start: 2024, end: 2024, coarse: 2024-02", True),
        ("start: 2024-02, coarse: 2024-02-05", True),
        ("start: 2024-02-05, end: 2024-03-09, coarse: 2024-02", True),
        ("start: 2024-02-05, end: 2024-02-09, coarse: 2024-05", True),
    ],
)
def test_a_coarse_time_holds_the_days_that_it_stands_for(tmp_path: Path, window: str, is_told: bool) -> None:
    """Else a reader who is shown it alone would be told what the case does not say."""
    planning = f"activities: [{{id: a, title: A, track: ii, window: {{{window}}}}}]\n"
    told = [line for line in complaints(tmp_path, planning=planning) if "leaves out days" in line]
    assert len(told) == is_told
    assert all("coarse" in planning and "planning.yaml:1:" in line for line in told)


@pytest.mark.parametrize(
    ("date", "is_told"),
    [("2024-02-04", True), ("2024-02-05", False), ("2024-02", False), ("2024-03-10", True), ("2024-04", True)],
)
def test_an_engagement_is_on_a_day_of_its_activity(tmp_path: Path, date: str, is_told: bool) -> None:
    """Else the brief names one day, and the pack another time for the same work."""
    assert outside(tmp_path, date) == is_told


def test_an_engagement_may_follow_up_what_was_over_when_the_case_was_written(tmp_path: Path) -> None:
    """A window that is over tells when the work was held, and a day with those who came is held later."""
    case = "sensitivity: shared\nid: river-talks\ntitle: River Talks\ndate_of_information: 2024-03-10\n"
    assert not outside(tmp_path, "2024-03-20", case=case)
    assert outside(tmp_path, "2024-02-04", case=case)


@pytest.mark.parametrize(
    ("window", "date", "is_told"),
    [
        ("start: 2024-02-05, end: 2024-03-09, coarse: 2024-02/2024-03", "2024-02-07", True),
        ("end: 2024-03-09", "2024-02-07/2024-02-08", True),
        ("start: 2024-02-05, end: 2024-03-09", "2024-02", False),
        ("start: 2024-02-05, end: 2024-03-09", "{value: 2024-02-07, coarsen: month}", False),
        ("start: 2024-02-05, end: 2024-03-09", "{value: 2024-02-07, sensitivity: shared}", False),
        ("start: 2024-02-05, end: 2024-03-09", "{value: 2024-02-07, sensitivity: track_ii_only}", False),
        ("start: {value: 2024-02-05, sensitivity: shared}", "2024-02-07", False),
        ("coarse: 2024-02/2024-03", "2024-02-07", False),
    ],
)
def test_the_day_of_a_session_is_not_told_to_whom_the_days_of_its_activity_are_closed(
    tmp_path: Path, window: str, date: str, is_told: bool
) -> None:
    """It tells when the work takes place as well as its window does; officials are not shown that by default."""
    told = complaints(
        tmp_path,
        case="sensitivity: shared\nid: river-talks\ntitle: River Talks\n",
        planning=f"activities: [{{id: a, title: A, track: ii, window: {{{window}}}}}]\n",
        implementation=f"sessions:\n  - {{activity: a, title: S, date: {date}}}\n",
    )
    found = [line for line in told if "would read the day of this session" in line]
    assert [line.partition(": track-i is not")[0] for line in found] == [
        "implementation.yaml:2:35: error: X02"
    ] * is_told


def outside(folder: Path, date: str, **files: str) -> bool:
    """Return whether an engagement of that day is told to be outside the time set for its activity."""
    files["planning"] = "activities: [{id: a, title: A, track: ii, window: {start: 2024-02-05, end: 2024-03-09}}]\n"
    files["engagements"] = f"track_ii:\n  - {{id: day, title: Day, activity: a, date: {date}}}\n"
    told = [line for line in complaints(folder, **files) if "outside" in line]
    assert all("engagements.yaml:2:" in line for line in told)
    return bool(told)
