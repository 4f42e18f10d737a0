"""Alike: what is withheld from a reader in one place and shown to the same reader in another."""

# Tables of cases read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import INPUTS, LEAST, PACKS, SHIPPED, complaints, problems_of, write_case

from briefpack.checks import alike
from briefpack.checks.audiences import Audiences
from briefpack.packs.intake import Intake, take_in

ALIKE = "but shown to"
EFFORT = "efforts: [{id: e, name: {value: Lake evenings, sensitivity: track_i_only}}]\n"
ACTIVITY = "activities: [{id: a, title: Lake evenings, track: ii}]\n"
COARSE = (
    "activities: [{id: a, title: A, track: ii}]\n",
    "sessions: [{activity: a, title: S, date: {value: 1993-05-10, coarsen: month}}]\n",
)
EVENT = "timeline: [{date: 1993-05-10, track: i, event: Somebody signed something}]\n"
CASES = {
    "a name": ({"assessment": EFFORT, "planning": ACTIVITY}, "assessment.yaml:1:25", "track-ii", "planning.yaml:1:29", 2),
    "a day": (
        {"case": LEAST + EVENT, "planning": COARSE[0], "implementation": COARSE[1]},
        "implementation.yaml:1:42",
        "track-i and track-ii",
        "case.yaml:4:19",
        2,
    ),
    "a place": (
        {
            "case": LEAST + "place: Old mill\n",
            "planning": "activities: [{id: a, title: A, venue: {country: Old mill, place: Old mill}}]\n",
        },
        "planning.yaml:1:66",
        "track-i and track-ii",
        "case.yaml:4:8",
        3,
    ),
    "a headline": (
        {
            "case": LEAST,
            "assessment": "gaps: [{id: g, description: {value: Nobody talks of the ferry, sensitivity: team_only}}]\n",
            "evaluation": "evaluation: {lessons: [{text: nobody talks of the ferry}, {text: Nobody talks of the  ferry}]}\n",
        },
        "assessment.yaml:1:29",
        "track-i and track-ii",
        "evaluation.yaml:1:31",
        3,
    ),
}  # fmt: skip


def told(tmp_path: Path, files: dict[str, str]) -> list[str]:
    """Return the warnings of what is withheld and shown in a case of these files."""
    return [line.replace(f"{tmp_path}/river-talks/", "") for line in complaints(tmp_path, **files) if ALIKE in line]


@pytest.mark.parametrize(("files", "place", "readers", "shown", "count"), CASES.values(), ids=CASES)
def test_what_is_withheld_here_and_shown_there_is_one_warning(
    tmp_path: Path, files: dict[str, str], place: str, readers: str, shown: str, count: int
) -> None:
    """One line a value, with where it is withheld, where it is shown and in how many places, and never the value."""
    lines = told(tmp_path, files)
    assert len(lines) == 1
    assert lines[0].startswith(f"{place}: warning: this value is withheld from {readers} here")
    assert f"at {shown} (found in {count} places)" in lines[0]
    assert not [word for word in ("Lake", "1993", "mill", "ferry") if word in lines[0]]


def test_what_each_reader_is_shown_of_two_is_told_of_each_reader(tmp_path: Path) -> None:
    """Two asks of one day, one for each side: no place is the example of where it is shown that is withheld there."""
    asks = ["    asks: [{ask: Write, by: 1993-05-10}]\n", "    needs: [{ask: Say who pays, by: 1993-05-10}]\n"]
    case = f"{LEAST}front_pages:\n  track_i:\n{asks[0]}  track_ii:\n{asks[1]}"
    lines = told(tmp_path, {"case": case})
    places = ["case.yaml:6:29", "case.yaml:8:37"]
    assert [[place in line for place in places] for line in lines] == [[True, True], [True, True]]
    assert ["withheld from track-ii here" in line for line in lines] == [True, False]
    assert ["withheld from track-i here" in line for line in lines] == [False, True]


def test_in_another_language_the_places_are_those_in_the_case(tmp_path: Path) -> None:
    """The entry of a translation fills both places, so it says nothing of either; the warning is that of the first."""
    (tmp_path / "river-talks/texts").mkdir(parents=True)
    texts = tmp_path / "river-talks/texts/fr.yaml"
    texts.write_text("- {en: Lake evenings, fr: Soirées au lac}\n", encoding="utf-8")
    write_case(tmp_path, case=f"{LEAST}languages: [en, fr]\n", assessment=EFFORT, planning=ACTIVITY)
    intake = take_in(tmp_path / "river-talks")
    first, second = (_alike(intake.in_language(one)) for one in ("en", "fr"))
    assert first == second
    assert len(first) == 1


def _alike(intake: Intake) -> list[str]:
    views = intake.disclosed
    assert views is not None
    audiences = Audiences({one: views.of(one) for one in PACKS}, ())
    return [str(one).replace(f"{intake.folder}/", "") for one in alike.problems(views.case, audiences)]


def test_both_ends_of_a_withheld_interval_are_one_warning(tmp_path: Path) -> None:
    """They are one value; all places where either is shown are counted."""
    days = "1993-05-10/1993-05-12"
    event = "{date: 1993-05-12, track: i, event: Somebody left}"
    case = LEAST + EVENT.replace("}]", f"}}, {event}]").replace("date: 1993-05-10", f"date: {days}")
    files = {"case": case, "planning": COARSE[0], "implementation": COARSE[1].replace("1993-05-10", days)}
    (line,) = told(tmp_path, files)
    assert "at case.yaml:4:19 (found in 3 places)" in line


@pytest.mark.parametrize(
    "files",
    [
        {"assessment": EFFORT, "planning": ACTIVITY.replace("evenings", "mornings")},
        {"assessment": EFFORT.replace("track_i_only", "shared"), "planning": ACTIVITY},
        {"assessment": EFFORT, "planning": ACTIVITY.replace("activities", "sensitivity: track_i_only\nactivities")},
        {"assessment": "gaps: [{id: g, description: {value: It, sensitivity: team_only}}]\n", "case": LEAST + "place: It\n"},
        {"case": LEAST + EVENT, "planning": COARSE[0], "implementation": COARSE[1].replace("1993-05-10", "1993-05-11")},
        {"case": LEAST + EVENT, "planning": COARSE[0], "implementation": COARSE[1].replace("-10", "")},
        {
            "case": LEAST + "handling: {allowed_terms: [{term: lake evenings, because: Known, by: Us}]}\n",
            "assessment": EFFORT,
            "planning": ACTIVITY,
        },
    ],
    ids=["other words", "open", "closed both times", "a chance word", "another day", "a month", "allowed"],
)  # fmt: skip
def test_what_differs_is_open_or_is_not_looked_for_is_no_warning(tmp_path: Path, files: dict[str, str]) -> None:
    """Only what the gate would otherwise look for in a pack is told."""
    assert told(tmp_path, files) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_case_withholds_nothing_that_it_shows_elsewhere(name: str) -> None:
    """Neither case has such a value that is not named as an example at its head."""
    assert [problem for problem in problems_of(INPUTS / name) if ALIKE in problem.message] == []


ROUNDS = "track_i_rounds: [{id: r, title: Second round, from: 2026-12-08, to: 2026-12-09}]\n"
WORKSHOP = "activities: [{id: a, title: A, track: ii, window: {start: {value: 2026-12-07, coarsen: month}, end: {value: 2026-12-09, coarsen: month}}}]\n"


@pytest.mark.parametrize(
    ("files", "count"),
    [
        ({"coordination": ROUNDS, "planning": WORKSHOP}, 0),
        ({"assessment": "track_i: {next_round: 2026-12-09}\n", "planning": WORKSHOP}, 0),
        ({"coordination": ROUNDS, "planning": WORKSHOP, "case": LEAST + EVENT.replace("1993-05-10", "2026-12-09")}, 1),
        ({"coordination": ROUNDS.replace("to: 2026-12-09", "to: {value: 2026-12-09, sensitivity: track_i_only}"), "assessment": "track_i: {next_round: 2026-12-09}\n"}, 1),
    ],
    ids=["end on a round", "end on the next round", "an event on that day too", "the day of the round itself"],
)  # fmt: skip
def test_that_something_falls_on_the_day_of_a_round_is_no_likeness(
    tmp_path: Path, files: dict[str, str], count: int
) -> None:
    """The day of a round that a reader is shown is told of the round; an event of that day may be what is withheld."""
    assert len(told(tmp_path, files)) == count


@pytest.mark.parametrize(("event", "count"), [("", 0), (EVENT, 1)], ids=["of that alone", "an event on that day too"])
def test_that_something_falls_on_a_day_as_of_which_the_case_tells_is_no_likeness(
    tmp_path: Path, event: str, count: int
) -> None:
    """Authors date a file by the day on which they met: the date of the information and of each part says no more."""
    files = {
        "case": f"{LEAST}date_of_information: 1993-05-10\n{event}",
        "planning": f"as_of: 1993-05-10\n{COARSE[0]}",
        "implementation": COARSE[1],
    }
    assert len(told(tmp_path, files)) == count


@pytest.mark.parametrize(("day", "count"), [("1993-05-10", 0), ("1993-07-10", 1)])
def test_the_day_of_a_meeting_that_was_held_is_told_of_as_such_alone(tmp_path: Path, day: str, count: int) -> None:
    """It is to be taken out, so that nothing else has to be decided about it; that of a meeting ahead is told here."""
    files = {
        "case": f"{LEAST}date_of_information: 1993-06-01\ntimeline: [{{date: {day}, track: i, event: Somebody came}}]\n",
        "engagements": f"track_ii: [{{id: day, title: Weir day, date: {day}}}]\n",
    }
    lines = [line for line in complaints(tmp_path, **files) if "engagements.yaml" in line]
    assert len([line for line in lines if ALIKE in line]) == count
    assert len([line for line in lines if "this is before the date of information" in line]) == 1 - count
