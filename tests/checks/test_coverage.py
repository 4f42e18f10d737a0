"""Coverage: the coordination section is worked out from what a reader may see, and from nothing else."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of

from briefpack.checks.coverage import Coverage, coverage
from briefpack.handbook import Audience
from briefpack.stages.select import select

ASSESSMENT = """
parties: [{id: mill, name: Millers}, {id: fish, name: Fishers}]
efforts:
  - {id: talks, name: Talks, level: [top], parties: [mill, fish]}
  - {id: quiet, name: Quiet, level: [middle], parties: [fish], sensitivity: track_ii_only}
gaps:
  - {id: one, description: One, parties: [mill], covered_by: [quiet]}
  - {id: two, description: Two, parties: [fish]}
"""
PLANNING = """
activities:
  - {id: hall, title: Hall, level: [grassroots], parties: [fish], addresses: [two], window: {start: {value: 2024-02-10, sensitivity: public}, end: {value: 2024-02-12, sensitivity: public}}}
"""
COORDINATION = """
track_i_rounds:
  - {id: first, title: First, from: 2024-02-12, to: 2024-02-20}
  - {id: second, title: Second, from: 2024-02-13}
  - {id: third, title: Third, from: 2024-02, sensitivity: track_i_only}
"""


def worked_out(parent: Path, audience: Audience, **files: str) -> Coverage:
    """Give the coverage for a reader of a small case."""
    given = {"assessment": ASSESSMENT, "planning": PLANNING, "coordination": COORDINATION, **files}
    return coverage(select(case_of(parent, **given), audience))


def cells(found: Coverage) -> dict[str, list[list[str]]]:
    """Give who works with each party at each level."""
    return {str(row.party.id): [[str(work.id) for work in cell.work] for cell in row.cells] for row in found.rows}


def test_work_stands_by_party_and_level(tmp_path: Path) -> None:
    """Efforts and activities stand by the parties that they name; a reader's own view decides."""
    assert cells(worked_out(tmp_path, "track-ii")) == {
        "mill": [["talks"], [], []],
        "fish": [["talks"], ["quiet"], ["hall"]],
    }
    assert cells(worked_out(tmp_path, "track-i"))["fish"] == [["talks"], [], ["hall"]]


def test_no_party_is_guessed(tmp_path: Path) -> None:
    """Neither the gap that an activity addresses nor a number of people says who takes part."""
    planning = (
        "activities: [{id: hall, title: Hall, level: [top], addresses: [two], participants: {per_party: {mill: 9}}}]\n"
    )
    found = worked_out(tmp_path, "track-ii", planning=planning)
    assert cells(found) == {"mill": [["talks"], [], []], "fish": [["talks"], ["quiet"], []]}
    assert [one.parties for one in found.works if one.item.id == "hall"] == [()]


PART = """
activities:
  - {id: hall, title: Hall, part_of: quiet, level: [grassroots], parties: [mill]}
  - {id: yard, title: Yard, part_of: quiet, level: [middle], parties: [fish], sensitivity: track_ii_only}
  - {id: alone, title: Alone, level: [top], parties: [fish]}
"""


def test_an_activity_that_is_part_of_an_effort_counts_once(tmp_path: Path) -> None:
    """The effort stands for both, and works where either of them does."""
    found = worked_out(tmp_path, "track-ii", planning=PART)
    assert [str(one.item.id) for one in found.works] == ["talks", "quiet", "alone"]
    assert cells(found) == {"mill": [["talks"], [], ["quiet"]], "fish": [["talks", "alone"], ["quiet"], []]}


def test_an_activity_stands_for_itself_where_its_effort_is_not_shown(tmp_path: Path) -> None:
    """A reader who may not know of the effort is told of the activity all the same, and of nothing else."""
    found = worked_out(tmp_path, "track-i", planning=PART)
    assert cells(found) == {"mill": [["talks"], [], ["hall"]], "fish": [["talks", "alone"], [], []]}


def test_an_effort_tells_nothing_of_an_activity_that_its_reader_may_not_know_of(tmp_path: Path) -> None:
    """Where it works is then what it says itself."""
    planning = "activities: [{id: hall, title: Hall, part_of: talks, level: [grassroots], parties: [mill], sensitivity: team_only}]\n"
    assert cells(worked_out(tmp_path, "track-i", planning=planning))["mill"] == [["talks"], [], []]


def test_work_whose_level_is_not_stated_is_told_apart(tmp_path: Path) -> None:
    """It stands in no cell, so it must stand beside the table; work with no party does not."""
    assessment = (
        "parties: [{id: mill, name: Millers}]\nefforts: [{id: a, name: A, parties: [mill]}, {id: b, name: B}]\n"
    )
    found = worked_out(tmp_path, "track-i", assessment=assessment, planning="activities: []\n")
    assert [str(work.id) for work in found.unplaced] == ["a"]
    assert cells(found) == {"mill": [[], [], []]}


def test_the_shared_calendar_is_in_order_of_date(tmp_path: Path) -> None:
    """An entry whose date is not given, or not for this reader, comes last."""
    entries = ("{title: X}", "{title: Y, date: 2024-03}", "{title: Z, date: 2023}")
    found = worked_out(tmp_path, "track-i", coordination=f"calendar: [{', '.join(entries)}]\n")
    assert [str(entry.title) for entry in found.calendar] == ["Z", "Y", "X"]


def test_an_activity_that_runs_into_a_round_is_told_with_the_rounds_this_reader_knows(tmp_path: Path) -> None:
    """The last day of one and the first of the other are enough."""
    rounds = {
        audience: [[str(one.id) for one in overlap.rounds] for overlap in worked_out(tmp_path, audience).overlaps]
        for audience in ("track-i", "track-ii")
    }  # fmt: skip
    assert rounds == {"track-i": [["first", "third"]], "track-ii": [["first"]]}


def test_a_gap_that_nobody_shown_covers_is_told(tmp_path: Path) -> None:
    """An effort or an activity covers it; one that this reader may not know of does not."""
    assert [str(gap.id) for gap in worked_out(tmp_path, "track-i").uncovered] == ["one"]
    assert worked_out(tmp_path, "track-ii").uncovered == ()


@pytest.mark.parametrize(
    ("activity", "missing"),
    [
        ("{audience: track_i}", ("recipient", "carrier", "consent", "date")),
        ("{audience: track_i, carrier: unknown, consent: All, when: 2024}", ("recipient", "carrier")),
        ("{audience: track_i, recipient: team, carrier: both, consent: All, when: 2024}", None),
    ],
)
def test_what_is_meant_for_the_other_track_and_lacks_something_is_told(
    tmp_path: Path, activity: str, missing: tuple[str, ...] | None
) -> None:
    """Recipient, carrier, consent and date, each by name; an unknown carrier is none."""
    planning = f"activities: [{{id: a, title: A, track: ii, transfer: {activity}}}]\n"
    case = LEAST + "actors: [{id: team, name: Team}]\n"
    found = worked_out(tmp_path, "track-ii", case=case, planning=planning)
    assert [end.missing for end in found.loose_ends] == ([missing] if missing else [])


def test_an_empty_case_gives_an_empty_coverage(tmp_path: Path) -> None:
    """Nothing is worked out from nothing."""
    assert coverage(select(case_of(tmp_path), "track-i")) == Coverage((), (), (), (), (), (), ())


def test_an_output_for_the_other_track_without_consent_is_a_loose_end(tmp_path: Path) -> None:
    """What an output itself must say counts, beside what its activity's transfer says."""
    planning = """
activities:
  - id: hall
    title: Hall
    track: ii
    transfer: {audience: track_i, recipient: desk, carrier: facilitator, consent: All, when: 2024-03}
"""
    case = LEAST + "actors: [{id: desk, name: Desk}]\n"
    output = "outputs: [{{id: o, text: A rota, activity: hall, release_to: [track_i], date: 2024-03{more}}}]\n"
    given = {"case": case, "planning": planning}
    found = worked_out(tmp_path, "track-ii", implementation=output.format(more=""), **given)
    assert [end.missing for end in found.loose_ends] == [("consent",)]
    found = worked_out(tmp_path, "track-ii", implementation=output.format(more=", consent: All"), **given)
    assert found.loose_ends == ()
