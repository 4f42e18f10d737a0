"""Coverage: the coordination section is worked out from what a reader may see, and from nothing else."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, complaints, pack_for

from briefpack.disclosure.questions import questions
from briefpack.disclosure.select import select
from briefpack.handbook import Audience
from briefpack.stages.coverage import Coverage, coverage
from briefpack.stages.coverage.overlaps import Comparison

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
  - {id: second, title: Second, from: 2024-02-13, to: 2024-02-13}
  - {id: third, title: Third, from: 2024-02, sensitivity: track_i_only}
"""


def worked_out(parent: Path, audience: Audience, **files: str) -> Coverage:
    """Return the coverage for a reader of a small case."""
    given = {"assessment": ASSESSMENT, "planning": PLANNING, "coordination": COORDINATION, **files}
    return coverage(select(case_of(parent, **given), audience))


def cells(found: Coverage) -> dict[str, list[list[str]]]:
    """Return who works with each party at each level."""
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
    """The effort stands for both where it works by its own fields; only what it does not reach is the activity's own."""
    found = worked_out(tmp_path, "track-ii", planning=PART)
    assert [str(one.item.id) for one in found.works] == ["talks", "quiet", "hall", "alone"]
    assert cells(found) == {"mill": [["talks"], [], ["hall"]], "fish": [["talks", "alone"], ["quiet"], []]}
    assert [(str(one.item.id), [str(party.id) for party in one.parties]) for one in found.works][1:3] == [
        ("quiet", ["fish"]),
        ("hall", ["mill"]),
    ]


def test_an_effort_is_told_by_its_own_fields_alone(tmp_path: Path) -> None:
    """Neither its level nor its parties nor its time is taken from an activity that is part of it."""
    assessment = (
        "parties: [{id: mill, name: M}]\nefforts: [{id: e, name: E, parties: [mill]}]\n"
        "gaps: [{id: g, description: G, level: top, parties: [mill], covered_by: [e]}]\n"
    )
    window = "window: {start: {value: 2024-02, sensitivity: shared}, end: {value: 2024-05, sensitivity: shared}}"
    planning = f"activities: [{{id: a, title: A, part_of: e, level: [top], parties: [mill], {window}}}]\n"
    found = worked_out(tmp_path, "track-i", case=DATED, assessment=assessment, planning=planning)
    assert outcomes(found) == {"g": "untold"}
    assert [str(one.id) for one in found.unplaced] == ["e"]
    assert cells(found) == {"mill": [["a"], [], []]}


def test_an_activity_stands_for_itself_where_its_effort_is_not_shown(tmp_path: Path) -> None:
    """A reader who may not know of the effort is told of the activity all the same, and of nothing else."""
    found = worked_out(tmp_path, "track-i", planning=PART)
    assert cells(found) == {"mill": [["talks"], [], ["hall"]], "fish": [["talks", "alone"], [], []]}


def test_an_effort_tells_nothing_of_an_activity_that_its_reader_may_not_know_of(tmp_path: Path) -> None:
    """Where it works is then what it says itself."""
    planning = "activities: [{id: hall, title: Hall, part_of: talks, level: [grassroots], parties: [mill], sensitivity: team_only}]\n"
    assert cells(worked_out(tmp_path, "track-i", planning=planning))["mill"] == [["talks"], [], []]


def test_work_whose_level_is_not_stated_is_told_apart(tmp_path: Path) -> None:
    """It stands in no cell, so it must stand beside the table; work of which no party is stated too."""
    assessment = (
        "parties: [{id: mill, name: Millers}]\nefforts: [{id: a, name: A, parties: [mill]}, {id: b, name: B}]\n"
    )
    found = worked_out(tmp_path, "track-i", assessment=assessment, planning="activities: []\n")
    assert [str(work.id) for work in found.unplaced] == ["a", "b"]
    assert cells(found) == {"mill": [[], [], []]}


def test_the_shared_calendar_is_in_order_of_date(tmp_path: Path) -> None:
    """An entry whose date is not given, or not for this reader, comes last."""
    entries = ("{title: X}", "{title: Y, date: 2024-03}", "{title: Z, date: 2023}")
    found = worked_out(tmp_path, "track-i", coordination=f"calendar: [{', '.join(entries)}]\n")
    assert [str(entry.title) for entry in found.calendar] == ["Z", "Y", "X"]


def told(found: Coverage) -> list[tuple[str, str, list[str]]]:
    """Return what falls together with rounds: the activity, its session if there is one, and the rounds."""
    return [
        (str(one.activity.id), str(one.session.title) if one.session else "", [str(talks.id) for talks in one.rounds])
        for one in found.comparison.together
    ]


def test_a_short_activity_is_told_with_the_rounds_this_reader_knows(tmp_path: Path) -> None:
    """The last day of one and the first of the other are enough."""
    for audience in ("track-i", "track-ii"):
        assert told(worked_out(tmp_path, audience)) == [("hall", "", ["first"])]


def test_what_is_known_to_the_month_is_not_said_to_fall_together(tmp_path: Path) -> None:
    """A round of some time in February may lie beside a meeting of that month or may not: it cannot be told."""
    assert [str(one.id) for one in worked_out(tmp_path, "track-i").comparison.untold] == ["hall"]
    assert worked_out(tmp_path, "track-ii").comparison.untold == ()


LONG = "{id: hall, title: Hall, track: ii, window: {start: {value: 2021-05, sensitivity: public}, end: {value: 2024-12, sensitivity: public}}}"
MET = """
sessions:
  - {activity: hall, title: A, date: 2024-02-13}
  - {activity: hall, title: B, date: 2024-03}
  - {activity: hall, title: C}
"""


@pytest.mark.parametrize(
    ("activity", "sessions", "together", "untold", "compared"),
    [
        (LONG, "", [], ["hall"], []),
        (LONG.replace("2024-12", "2024-01"), "", [], [], ["hall"]),
        (LONG, MET, [("hall", "A", ["first", "second"])], ["hall"], ["A", "B"]),
        (
            LONG,
            MET.replace("2024-02-13", "2024-01-13").replace("  - {activity: hall, title: C}", ""),
            [],
            ["hall"],
            ["A", "B"],
        ),
        (
            LONG.replace("2021-05", "2023-01").replace("2024-12", "2023-12"),
            "sessions: [{activity: hall, title: A, date: 2023-02-13}, {activity: hall, title: B, date: 2024-03}]\n",
            [],
            [],
            ["A", "B"],
        ),
        (
            LONG.replace("2021-05", "2024-02-12").replace("2024-12", "2024-02-14"),
            "sessions: [{activity: hall, title: A, date: 2024-02-12/2024-02-13}]\n",
            [("hall", "A", ["first", "second"])],
            ["hall"],
            ["A"],
        ),
        (
            LONG.replace("2021-05", "2024-02-12").replace("2024-12", "2024-02-14"),
            "sessions: [{activity: hall, title: A, date: 2024-02-14}, {activity: hall, title: B, date: 2024-02-12/2024-02-13}]\n",
            [("hall", "A", ["first"]), ("hall", "B", ["first", "second"])],
            [],
            ["A", "B"],
        ),
        (
            LONG.replace("2021-05", "2024-02-13").replace("2024-12", "2024-02-14"),
            MET.replace("2024-02-13", "2024-02"),
            [("hall", "", ["first", "second"])],
            ["hall"],
            ["B", "hall"],
        ),
        (
            LONG.replace("2021-05", "2024-01-13").replace("2024-12", "2024-01-14"),
            "sessions: [{activity: hall, title: A, date: 2024-01}, {activity: hall, title: B}]\n",
            [],
            ["hall"],
            ["hall"],
        ),
        (
            LONG.replace("2021-05", "2024-01-13").replace("2024-12", "2024-01-14"),
            "sessions: [{activity: hall, title: A, date: {value: 2024-01-13, sensitivity: track_i_only}}]\n",
            [],
            ["hall"],
            ["hall"],
        ),
        (LONG, "sessions: [{activity: hall, title: A, date: 2024}]\n", [], ["hall"], []),
        (LONG, "sessions: [{activity: hall, title: A, date: after 2023-05}]\n", [], ["hall"], []),
        ("{id: hall, title: Hall, track: ii, window: {coarse: 2024-01}}", "", [], [], ["hall"]),
        (
            "{id: hall, title: Hall, track: ii, window: {start: {value: 2024-02-13, sensitivity: public}}}",
            "",
            [],
            ["hall"],
            [],
        ),
        ("{id: hall, title: Hall, track: ii}", "", [], ["hall"], []),
        ("{id: hall, title: Hall, track: i}", "", [], [], []),
    ],
)
def test_sessions_are_compared_else_windows_of_at_most_a_month(
    tmp_path: Path, activity: str, sessions: str, together: list[object], untold: list[str], compared: list[str]
) -> None:
    """A window of years is compared only with what lies outside of it; what could not be compared is told.

    A session without a date that is shown is among that, whatever its activity's window: nothing says that it lies
    within, and one with a date outside of the window is compared by its date. A window that sessions do not fill may
    hold others too.
    """
    found = worked_out(tmp_path, "track-ii", planning=f"activities: [{activity}]\n", implementation=sessions or "{}\n")
    assert told(found) == together
    assert [str(one.id) for one in found.comparison.untold] == untold
    told_of = [name for one in found.comparison.compared for name in one.sessions or [one.activity.id]]
    assert [str(getattr(name, "title", name)) for name in told_of] == compared


def outcomes(found: Coverage) -> dict[str, str]:
    """Return what is told of each gap."""
    return {str(one.gap.id): one.outcome for one in found.gaps}


def test_a_gap_is_told_by_what_its_reader_is_shown(tmp_path: Path) -> None:
    """One effort works elsewhere; of the other reader, who does not know of it, no cover is shown."""
    assert outcomes(worked_out(tmp_path, "track-ii")) == {"one": "untold", "two": "untold"}
    assert outcomes(worked_out(tmp_path, "track-i")) == {"one": "unnamed", "two": "untold"}


DATED = LEAST + "date_of_information: 2024-03-01\n"
OVER = DATED + "over: {since: 2023}\n"
PAST = DATED + "period: {from: 2020, to: 2023}\n"
CLOSED = DATED + "over: {since: 2023, sensitivity: team_only}\n"
GAP = "{id: g, description: G, level: grassroots, parties: [mill], covered_by: [e]}"


@pytest.mark.parametrize(
    ("case", "gap", "effort", "outcome"),
    [
        (DATED, GAP, "level: [grassroots], parties: [mill], state: active", "covered"),
        (DATED, GAP, "level: [grassroots], parties: [mill], from: 2020, to: 2025", "covered"),
        (DATED, GAP, "level: [grassroots], parties: [mill], from: 2020, to: 2024", "untold"),
        (DATED, GAP, "level: [grassroots], parties: [mill], from: 2020", "untold"),
        (DATED, GAP, "level: [grassroots], parties: [mill]", "untold"),
        (LEAST, GAP, "level: [grassroots], parties: [mill], from: 2020, to: 2025", "untold"),
        (DATED, GAP, "level: [grassroots], state: active", "untold"),
        (DATED, GAP, "parties: [mill], state: active", "untold"),
        (DATED, GAP, "", "untold"),
        (DATED, GAP, "level: [top], parties: [mill], state: active", "contradicted"),
        (DATED, GAP, "level: [grassroots], parties: [fish], state: active", "contradicted"),
        (DATED, GAP, "level: [grassroots], parties: [mill], from: 1999, to: 2004", "contradicted"),
        (DATED, GAP, "level: [grassroots], parties: [mill], state: ended", "contradicted"),
        (DATED, GAP, "level: [grassroots], parties: [mill], from: 2024-04", "contradicted"),
        (OVER, GAP, "level: [grassroots], parties: [mill], from: 1999, to: 2004, state: ended", "covered"),
        (PAST, GAP, "level: [grassroots], parties: [mill], from: 1999, to: 2004, state: ended", "contradicted"),
        (CLOSED, GAP, "level: [grassroots], parties: [mill], from: 1999, to: 2004, state: ended", "contradicted"),
        (OVER, GAP, "level: [top], parties: [mill], from: 1999, to: 2004, state: ended", "contradicted"),
        (
            DATED,
            GAP.replace("[mill]", "[mill, fish]"),
            "level: [grassroots], parties: [mill], state: active",
            "contradicted",
        ),
        (
            DATED,
            GAP.replace(" level: grassroots,", ""),
            "level: [grassroots], parties: [mill], state: active",
            "untold",
        ),
        (DATED, GAP.replace(" parties: [mill],", ""), "level: [top], parties: [mill], state: active", "untold"),
        (DATED, GAP.replace(", covered_by: [e]", ""), "level: [grassroots], parties: [mill], state: active", "unnamed"),
    ],
)
def test_a_gap_is_covered_contradicted_or_cannot_be_told(
    tmp_path: Path, case: str, gap: str, effort: str, outcome: str
) -> None:
    """Covered where party, level and time are all shown and match; contradicted by what is shown alone."""
    effort = f"{{id: e, name: E{', ' if effort else ''}{effort}}}"
    assessment = f"parties: [{{id: mill, name: M}}, {{id: fish, name: F}}]\nefforts: [{effort}]\ngaps: [{gap}]\n"
    found = worked_out(tmp_path, "track-i", case=case, assessment=assessment, planning="activities: []\n")
    assert outcomes(found) == {"g": outcome}


@pytest.mark.parametrize("withheld", ["level", "parties", "state", "from"])
def test_what_is_withheld_neither_covers_nor_contradicts(tmp_path: Path, withheld: str) -> None:
    """A reader who is not shown the one value that decides is told that it cannot be told."""
    shown = {"level": "[grassroots]", "parties": "[mill]", "state": "active", "from": "2020", "to": "2025"}
    for contradicting in ("", {"level": "[top]", "parties": "[fish]", "state": "ended", "from": "2024-05"}[withheld]):
        given = shown | {withheld: f"{{value: {contradicting or shown[withheld]}, sensitivity: track_ii_only}}"}
        if withheld == "state":
            del given["from"], given["to"]
        if withheld == "from":
            del given["state"]
        effort = ", ".join(f"{name}: {value}" for name, value in given.items())
        assessment = f"parties: [{{id: mill, name: M}}, {{id: fish, name: F}}]\nefforts: [{{id: e, name: E, {effort}}}]\ngaps: [{GAP}]\n"
        assert outcomes(
            worked_out(tmp_path, "track-i", case=DATED, assessment=assessment, planning="activities: []\n")
        ) == {"g": "untold"}


@pytest.mark.parametrize(("field", "shown", "withheld"), [("level", "top", "grassroots"), ("parties", "fish", "mill")])
def test_a_list_shown_in_part_is_not_told_as_complete_and_its_author_is_warned(
    tmp_path: Path, field: str, shown: str, withheld: str
) -> None:
    """The pack says what it shows, and nothing of where else the work is; closed whole, it says that it cannot tell."""
    for value, warned, is_elsewhere in (
        (f"[{{value: {withheld}, sensitivity: team_only}}, {shown}]", 2, True),
        (f"{{value: [{withheld}, {shown}], sensitivity: team_only}}", 0, False),
        (f"[{shown}]", 0, True),
        (f"[{withheld}, {shown}]", 0, False),
    ):
        given = {"level": "[grassroots]", "parties": "[mill]", "state": "active"} | {field: value}
        effort = ", ".join(f"{name}: {one}" for name, one in given.items())
        assessment = f"parties: [{{id: mill, name: M}}, {{id: fish, name: F}}]\nefforts: [{{id: e, name: E, {effort}}}]\ngaps: [{GAP}]\n"
        files = {"case": DATED, "assessment": assessment, "coordination": "{}\n"}
        pack = pack_for(case_of(tmp_path, **files), "track-ii")
        assert ("Named for it, but at another level or with others" in pack) is is_elsewhere
        told = [line for line in complaints(tmp_path, **files) if "sees only a part of this list" in line]
        assert len(told) == warned
        assert all(line.startswith("assessment.yaml:2:") for line in told)


def test_an_activity_of_today_covers_the_gap_that_it_addresses(tmp_path: Path) -> None:
    """It does so by its own fields, and under its own name also where the effort it is part of is named too."""
    window = "window: {start: {value: 2024-02, sensitivity: shared}, end: {value: 2024-05, sensitivity: shared}}"
    for part, gap in (("", GAP.replace(", covered_by: [e]", "")), (", part_of: e", GAP)):
        assessment = f"parties: [{{id: mill, name: M}}]\nefforts: [{{id: e, name: E}}]\ngaps: [{gap}]\n"
        planning = (
            f"activities: [{{id: a, title: A, level: [grassroots], parties: [mill], addresses: [g], {window}{part}}}]\n"
        )
        found = worked_out(tmp_path, "track-i", case=DATED, assessment=assessment, planning=planning)
        assert outcomes(found) == {"g": "covered"}
        assert [str(cover.work.id) for cover in found.gaps[0].covers] == ["a"]


def test_where_an_effort_covers_a_gap_its_activity_is_not_named_beside_it(tmp_path: Path) -> None:
    """What is one work is named once."""
    both = "level: [grassroots], parties: [mill]"
    assessment = (
        f"parties: [{{id: mill, name: M}}]\nefforts: [{{id: e, name: E, {both}, state: active}}]\ngaps: [{GAP}]\n"
    )
    window = "window: {start: {value: 2024-02, sensitivity: shared}, end: {value: 2024-05, sensitivity: shared}}"
    planning = f"activities: [{{id: a, title: A, part_of: e, {both}, addresses: [g], {window}}}]\n"
    found = worked_out(tmp_path, "track-i", case=DATED, assessment=assessment, planning=planning)
    assert outcomes(found) == {"g": "covered"}
    assert [str(cover.work.id) for cover in found.gaps[0].covers] == ["e"]


OWN = "{id: g, description: G, level: grassroots, parties: [mill], covered_by: {value: [], none_because: Nobody else comes.}}"
PITCH = "level: [grassroots], parties: [mill], addresses: [g], window: {start: {value: DATE, sensitivity: shared}, end: {value: DATE, sensitivity: shared}}"


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2024-03-01", "**Worked on by:** Hall"),
        ("2023-05-01", "**Meant for it, over or paused:** Hall (until 1 May 2023)"),
        ("2024-05-01", "**Meant for it, still to begin:** Hall (from 1 May 2024)"),
        ("2024", "**Meant for it, not confirmed in this pack:** Hall"),
    ],
)
def test_an_activity_takes_a_gap_up_and_is_not_said_to_be_named_as_its_cover(
    tmp_path: Path, audience: Audience, date: str, told: str
) -> None:
    """That nobody is named as covering it is said with its reason, whatever the own work does."""
    assessment = f"parties: [{{id: mill, name: M}}]\ngaps: [{OWN}]\n"
    planning = f"activities: [{{id: a, title: Hall, {PITCH.replace('DATE', date)}}}]\n"
    pack = pack_for(case_of(tmp_path, case=DATED, assessment=assessment, planning=planning), audience)
    assert f"(grassroots level). {told}. **On other efforts:** Nobody else comes." in pack
    assert "Said to work on it" not in pack


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Nobody hears them.", "- Nobody hears them (grassroots level). "),
        ("Nobody hears them", "- Nobody hears them (grassroots level). "),
        ("They have nobody to speak to.", "- They have nobody to speak to (grassroots level). "),
        ("Who hears them?", "- Who hears them? (grassroots level). "),
        ("Nobody asks the UN.", "- Nobody asks the UN (grassroots level). "),
        ("Nobody keeps the MoU.", "- Nobody keeps the MoU (grassroots level). "),
        ("Nobody asks the U.S.", "- Nobody asks the U.S. (grassroots level). "),
        ("Nobody asks the Sound Fishers Ltd.", "- Nobody asks the Sound Fishers Ltd. (grassroots level). "),
    ],
)
def test_a_sentence_that_goes_on_in_brackets_stops_behind_them(tmp_path: Path, text: str, line: str) -> None:
    """Not before them too; a short form that has stops keeps its own."""
    gap = GAP.replace("description: G", f"description: {text}").replace(", covered_by: [e]", "")
    pack = pack_for(case_of(tmp_path, assessment=f"parties: [{{id: mill, name: M}}]\ngaps: [{gap}]\n"), "track-i")
    assert line.replace("- ", "- **Gap 1:** ", 1) in pack


def test_efforts_that_are_named_and_activities_that_take_a_gap_up_stand_apart(tmp_path: Path) -> None:
    """Each is told as what its author said of it."""
    assessment = f"parties: [{{id: mill, name: M}}]\nefforts: [{{id: e, name: Boats, level: [top]}}]\ngaps: [{GAP}]\n"
    planning = f"activities: [{{id: a, title: Hall, {PITCH.replace('DATE', '2023')}}}]\n"
    pack = pack_for(case_of(tmp_path, case=DATED, assessment=assessment, planning=planning), "track-i")
    assert (
        "**Named for it, but at another level or with others:** Boats (at top level). **Meant for it, over or paused:** Hall"
        in pack
    )


def test_who_is_named_beside_those_who_cover_a_gap_is_told_too(tmp_path: Path) -> None:
    """With what is shown against it; an activity that is part of it is not named beside it."""
    efforts = (
        "{id: e, name: Boats, level: [grassroots], parties: [mill], state: active}, {id: f, name: Talks, level: [top]}"
    )
    gap = GAP.replace("[e]", "[f, e]")
    assessment = f"parties: [{{id: mill, name: M}}]\nefforts: [{efforts}]\ngaps: [{gap}]\n"
    planning = f"activities: [{{id: a, title: Hall, part_of: f, {PITCH.replace('DATE', '2023')}}}]\n"
    pack = pack_for(case_of(tmp_path, case=DATED, assessment=assessment, planning=planning), "track-i")
    assert "**Worked on by:** Boats. **Also named:** Talks (at top level)\n" in pack


def test_each_session_that_was_compared_is_named_and_so_is_what_could_not_be(tmp_path: Path) -> None:
    """Six are named with their activity, more are counted; a window with room for others is told as not compared."""
    for number, named in ((2, "Hall (M1; M2)"), (7, "7 meetings of Hall")):
        sessions = ", ".join(f"{{activity: hall, title: M{day}, date: 2023-01-0{day}}}" for day in range(1, number + 1))
        files = {"planning": f"activities: [{LONG}]\n", "implementation": f"sessions: [{sessions}]\n"}
        pack = pack_for(case_of(tmp_path / str(number), coordination=COORDINATION, **files), "track-ii")
        said = f"No overlap with a round shown here: {named}. For other days of Hall the dates given here do not tell."
        assert f"{said}\n" in pack


@pytest.mark.parametrize(
    ("audience", "date", "said"),
    [
        ("track-ii", "2024-03-14", "No overlap with a round shown here: Hall (M1; Day at the weir)."),
        ("track-i", "2024-03-14", "No overlap with a round shown here: Hall (M1)."),
        ("track-ii", "2024-02-29", "No overlap with a round shown here: Hall (M1)."),
        ("track-ii", "2024-03-20", "**Overlap with official talks:** Hall, Day at the weir (20 March 2024), "),
        ("track-i", "2024-03-20", "No overlap with a round shown here: Hall (M1)."),
    ],
)
def test_a_session_that_convenors_have_ahead_is_compared_with_rounds_for_them_alone(
    tmp_path: Path, audience: Audience, date: str, said: str
) -> None:
    """Its day is known to them as well as those of sessions that were held; officials never see it."""
    day = f"{{id: day, title: Day at the weir, activity: hall, date: {date}}}"
    files = {
        "case": DATED,
        "planning": f"activities: [{LONG}]\n",
        "implementation": "sessions: [{activity: hall, title: M1, date: 2023-01-01}]\n",
        "coordination": "track_i_rounds: [{id: r, title: R, from: 2024-03-20, to: 2024-03-21}]\n",
        "engagements": f"sensitivity: shared\ntrack_ii: [{day}]\n",
    }
    pack = pack_for(case_of(tmp_path, **files), audience)
    assert said in pack


def test_of_a_case_that_is_over_what_was_compared_is_told_in_the_past(tmp_path: Path) -> None:
    """No round of it falls together with anything today."""
    session = "sessions: [{activity: hall, title: M1, date: 2023-01-01}]\n"
    files = {"planning": f"activities: [{LONG}]\n", "implementation": session, "coordination": COORDINATION}
    case = case_of(tmp_path, case=f"{DATED}over: {{since: 2024-01, because: They agreed.}}\n", **files)
    assert "No overlap with a round shown here: Hall (M1). For other days" in pack_for(case, "track-ii")


def test_loose_ends_are_quoted_by_their_names(tmp_path: Path) -> None:
    """What came out of a meeting is not told as if the pack said it."""
    texts = ("Power is not shared.", "A rota")
    outputs = ", ".join(
        f"{{id: o{number}, text: {text}, release_to: [track_i, track_ii]}}" for number, text in enumerate(texts)
    )
    view = case_of(tmp_path, implementation=f"outputs: [{outputs}]\n", coordination=COORDINATION)
    assert "Not shown for “Power is not shared.” and “A rota”: " in pack_for(view, "track-ii")


def test_the_day_of_an_output_is_not_when_it_is_passed_on(tmp_path: Path) -> None:
    """Only its activity's transfer says when."""
    transfer = "transfer: {audience: track_i, recipient: desk, carrier: facilitator}"
    planning = f"activities: [{{id: hall, title: Hall, track: ii, {transfer}}}]\n"
    output = f"id: o, text: A rota, activity: hall, release_to: [track_i], date: 2024-03, consent: {FULL}"
    implementation = f"outputs: [{{{output}}}]\n"
    found = worked_out(tmp_path, "track-ii", case=DESK, planning=planning, implementation=implementation)
    assert [end.missing for end in found.handovers] == [("date",)]


FULL = "{who: All, how: in writing, when: 2024}"


@pytest.mark.parametrize(
    ("activity", "missing"),
    [
        ("{audience: track_i}", ("recipient", "carrier", "date", "consent")),
        (f"{{audience: track_i, carrier: unknown, consent: {FULL}, when: 2024}}", ("recipient", "carrier")),
        (
            "{audience: track_i, recipient: team, carrier: both, when: 2024, consent: {how: in writing}}",
            ("consent_who", "consent_when"),
        ),
        (
            "{audience: track_i, recipient: team, carrier: both, when: 2024, consent: {who: All, when: 2024}}",
            ("consent_how",),
        ),
        (f"{{audience: track_i, recipient: team, carrier: both, consent: {FULL}, when: 2024}}", ()),
    ],
)
def test_what_is_meant_for_the_other_track_and_lacks_something_is_told(
    tmp_path: Path, activity: str, missing: tuple[str, ...]
) -> None:
    """Recipient, carrier, date and consent, each by name; an unknown carrier is none, consent is who, how and when."""
    planning = f"activities: [{{id: a, title: A, track: ii, transfer: {activity}}}]\n"
    case = LEAST + "actors: [{id: team, name: Team}]\n"
    found = worked_out(tmp_path, "track-ii", case=case, planning=planning)
    assert [end.missing for end in found.handovers] == [missing]


@pytest.mark.parametrize("belongs_to", ["track_i", "track_ii"])
@pytest.mark.parametrize("released", ["track_i", "track_ii"])
@pytest.mark.parametrize("way", ["", ", transfer: {{audience: {released}}}"])
def test_the_side_that_an_activity_belongs_to_says_which_track_is_the_other(
    tmp_path: Path, belongs_to: str, released: str, way: str
) -> None:
    """What stays within the side is no loose end, nor is its transfer; what crosses is one, with a transfer or without."""
    transfer = way.format(released=released)
    planning = f"activities: [{{id: a, title: A, track: i_5, belongs_to: {belongs_to}{transfer}}}]\n"
    implementation = f"outputs: [{{id: o, text: O, activity: a, release_to: [{released}]}}]\n"
    own: Audience = "track-i" if belongs_to == "track_i" else "track-ii"
    found = worked_out(tmp_path, own, planning=planning, implementation=implementation)
    told = [str(one.id) for end in found.handovers for one in end.items]
    assert told == ([] if released == belongs_to else ["o"])


def test_of_a_way_whose_carrier_does_not_apply_no_pack_says_that_it_is_given(tmp_path: Path) -> None:
    """What does not apply is no loose end, and no answer either."""
    way = f"{{audience: track_i, recipient: team, carrier: {{does_not_apply: None.}}, consent: {FULL}, when: 2024}}"
    planning = f"activities: [{{id: a, title: A, track: ii, transfer: {way}}}]\n"
    case = LEAST + "actors: [{id: team, name: Team}]\n"
    pack = pack_for(case_of(tmp_path, case=case, planning=planning, coordination=COORDINATION), "track-ii")
    assert "Not shown for" not in pack
    assert "its recipient, carrier, date and consent are given or do not apply." in pack


def test_an_empty_case_gives_an_empty_coverage(tmp_path: Path) -> None:
    """Nothing is worked out from nothing."""
    found = coverage(select(case_of(tmp_path), "track-i"))
    assert found == Coverage((), (), (), Comparison((), (), ()), (), (), (), found.role, ())


TRANSFER = """
activities:
  - id: hall
    title: Hall
    track: ii
    transfer: {{audience: track_i, recipient: desk, carrier: facilitator, consent: {consent}, when: 2024-03}}
"""
DESK = LEAST + "actors: [{id: desk, name: Desk}]\n"


@pytest.mark.parametrize(
    ("transfer", "output", "missing"),
    [
        ("{}", "", ["consent"]),
        ("{}", ", consent: {how: by word of mouth, when: 2024}", ["consent_who"]),
        (FULL, "", ["consent"]),
        ("{}", f", consent: {FULL}", []),
        (FULL, ", consent: {how: by word of mouth, who: All}", ["consent_when"]),
        (FULL, ", consent: {who: {value: All, sensitivity: track_i_only}, how: by word, when: 2024}", ["consent_who"]),
    ],
)
def test_an_output_for_the_other_track_is_told_with_what_its_reader_is_not_shown(
    tmp_path: Path, transfer: str, output: str, missing: list[str]
) -> None:
    """Its own consent counts, and that of its activity's transfer, which may be for another text, does not."""
    implementation = (
        f"outputs: [{{id: o, text: A rota, activity: hall, release_to: [track_i], date: 2024-03{output}}}]\n"
    )
    planning = TRANSFER.format(consent=transfer)
    found = worked_out(tmp_path, "track-ii", case=DESK, planning=planning, implementation=implementation)
    assert [list(end.missing) for end in found.handovers] == [missing]


#: The question that asks for each part of a way, and in whose field it is answered.
ASKED_FOR = {
    "recipient": "planning.activities.transfer.recipient",
    "carrier": "planning.activities.transfer.carrier",
    "date": "planning.activities.transfer.when",
    "consent": "planning.activities.transfer.consent",
    "consent_who": "planning.activities.transfer.consent.who",
    "consent_how": "planning.activities.transfer.consent.how",
    "consent_when": "planning.activities.transfer.consent.when",
}


@pytest.mark.parametrize("audience", ["track-i", "track-ii"])
@pytest.mark.parametrize(
    "transfer",
    ["", "{audience: track_i}", "{audience: track_i, carrier: unknown}", "{audience: track_i, consent: {who: All}}"],
)
@pytest.mark.parametrize("output", ["", "outputs: [{id: o, text: O, activity: a, release_to: [track_i, track_ii]}]\n"])
def test_each_part_of_a_loose_end_is_asked_for(tmp_path: Path, audience: Audience, transfer: str, output: str) -> None:
    """What a pack says is not stated has a question in the same pack, and so a field in which it is answered."""
    way = f", transfer: {transfer}" if transfer else ""
    files = {"planning": f"activities: [{{id: a, title: A, track: ii{way}}}]\n", "implementation": output or "{}\n"}
    view = select(case_of(tmp_path, **files), audience)
    missing = {part for end in coverage(view).handovers for part in end.missing}
    asked = {question.key for question in questions(view)}
    assert missing or not (transfer or output)
    of_whole = {"planning.activities.transfer"} | ({"implementation.outputs.consent"} if output else set())
    assert [part for part in missing if not {ASKED_FOR[part], *of_whole} & asked] == []


def test_an_output_of_no_activity_lacks_that_and_what_it_could_say_itself(tmp_path: Path) -> None:
    """Recipient and carrier are fields of an activity's transfer, so it is the activity that its author is told of."""
    implementation = (
        "outputs: [{id: o, text: O, release_to: [track_i, track_ii], consent: {who: All, how: in writing}}]\n"
    )
    found = worked_out(tmp_path, "track-ii", planning="{}\n", implementation=implementation)
    assert [end.missing for end in found.handovers] == [("activity", "consent_when")]
    (told,) = complaints(tmp_path / "case", implementation=implementation)
    assert told.startswith(
        "implementation.yaml:1:11: warning: this output is for the other track, but names no activity"
    )


MAP = "what: The map of boats, from: track_i, to: track_ii, by: desk, handed_over: 2024-01-05"


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize(
    ("transfers", "sentence"),
    [
        (f"{{{MAP}}}", "Not shown for “The map of boats”: the consent."),
        (
            "{what: The map, from: track_i, to: track_ii}",
            "the carrier, the date of handing over and the consent.",
        ),
        (f"{{{MAP}, consent: {{who: All, how: by letter}}}}", "“The map of boats”: the date of consent."),
        (
            f"{{{MAP}, consent: {FULL}}}",
            "One thing shown here goes from one track to the other; its recipient, carrier, date and consent are given",
        ),
        (
            f"{{{MAP}, consent: {FULL}}}, {{what: A list, from: track_ii, to: track_i, by: desk, handed_over: 2024, consent: {FULL}}}",
            "2 things shown here go",
        ),
    ],
)
def test_what_went_over_counts_with_its_consent_whether_or_not_it_is_an_output(
    tmp_path: Path, audience: Audience, transfers: str, sentence: str
) -> None:
    """A record of a transfer is a thing of its own where no output is named."""
    coordination = f"sensitivity: shared\ntransfers: [{transfers}]\n"
    pack = pack_for(case_of(tmp_path, case=DESK, coordination=coordination), audience)
    assert sentence in pack


def test_each_time_that_an_output_went_over_needs_consent(tmp_path: Path) -> None:
    """The consent to one transfer of it is none to another."""
    implementation = "outputs: [{id: o, text: A rota, release_to: [track_i, track_ii]}]\n"
    sent = "{{what: A rota, output: o, from: track_ii, to: track_i, by: desk, handed_over: 2024{consent}}}"
    for consent, missing in ((f", consent: {FULL}", ()), ("", ("consent",))):
        transfers = ", ".join(sent.format(consent=each) for each in (f", consent: {FULL}", consent))
        coordination = f"sensitivity: shared\ntransfers: [{transfers}]\n"
        files = {"planning": "{}\n", "implementation": implementation, "coordination": coordination}
        found = worked_out(tmp_path / str(len(missing)), "track-ii", case=DESK, **files)
        assert [end.missing for end in found.handovers] == [missing]


@pytest.mark.parametrize("closed", ["sensitivity: track_ii_only", "from: track_ii, sensitivity: track_ii_only"])
def test_a_reader_who_is_not_shown_a_transfer_is_not_told_of_it(tmp_path: Path, closed: str) -> None:
    """Neither of it nor in a number; and of a transfer of something hidden nothing is told either."""
    transfers = f"{{{MAP.replace('from: track_i, ', '')}, {closed}}}, {{{MAP}, output: o}}"
    files = {
        "implementation": "outputs: [{id: o, text: A rota, sensitivity: track_ii_only, release_to: [track_ii]}]\n",
        "coordination": f"sensitivity: shared\ntransfers: [{transfers}]\n",
        "planning": "{}\n",
    }
    assert worked_out(tmp_path / "i", "track-i", case=DESK, **files).handovers == ()


@pytest.mark.parametrize(("kind", "count"), [("option", 1), ("relationship", 0), ("skill", 0)])
def test_what_grows_between_people_is_not_carried(tmp_path: Path, kind: str, count: int) -> None:
    """Members who now sit on a delegation are handed over by nobody, and by no memorandum."""
    implementation = (
        f"outputs: [{{id: o, text: Two members on delegations, kind: {kind}, activity: hall, release_to: [track_i]}}]\n"
    )
    planning = "activities: [{id: hall, title: Hall, track: ii}]\n"
    found = worked_out(tmp_path, "track-ii", case=DESK, planning=planning, implementation=implementation)
    assert len(found.handovers) == count


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize(("kind", "is_asked"), [("option", True), ("relationship", False), ("skill", False)])
def test_nobody_is_asked_who_agreed_that_what_grows_between_people_is_handed_over(
    tmp_path: Path, audience: Audience, kind: str, is_asked: bool
) -> None:
    """Its kind is shown to the reader; of one that is withheld from that reader the question stands."""
    own = audience.replace("-", "_")
    output = f"id: o, text: O, release_to: [{own}], kind: {{value: {kind}, sensitivity: SAID}}"
    for said, expected in (("shared", is_asked), ("team_only", True)):
        files = {"implementation": f"outputs: [{{{output.replace('SAID', said)}}}]\n"}
        view = select(case_of(tmp_path / said, **files), audience)
        assert list(view.root.implementation.outputs)
        assert ("implementation.outputs.consent" in {one.key for one in questions(view)}) is expected
