"""Readiness: a phase is ready where every point is met with evidence; who sees less than that is told of points."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
from tests.building import LEAST, TEMPLATES, case_from, case_of, make_packs, pack_for, write_case

from briefpack.disclosure.select import select
from briefpack.findings.report.claimed import claimed
from briefpack.handbook import READINESS, Audience
from briefpack.packs.orders import Order
from briefpack.stages.coverage.readiness import readiness

POINTS = READINESS["assessment"]
MET = "state: met, evidence: Minutes"


def assessment(*said: str) -> str:
    """Return an assessment that says of each point in turn what is given, and of the others that they are met."""
    states = [*said, *[MET] * (len(POINTS) - len(said))]
    lines = (f"  - {{id: {point}, {state}}}\n" for point, state in zip(POINTS, states, strict=True) if state)
    return "sensitivity: shared\nreadiness:\n" + "".join(lines)


@pytest.mark.parametrize(
    ("said", "of_pack", "of_report"),
    [
        (MET, True, True),
        ("state: not_applicable", True, True),
        ("state: unmet", False, False),
        ("state: unknown", False, False),
        ("state: met", None, False),
        ("state: met, evidence: unknown", None, False),
        ("evidence: Minutes", None, False),
        ("", None, False),
        (f"{MET}, sensitivity: team_only", None, True),
        ("state: {value: met, sensitivity: team_only}, evidence: Minutes", None, True),
        ("state: met, evidence: {value: Minutes, sensitivity: team_only}", None, True),
        ("state: unmet, sensitivity: team_only", None, False),
    ],
)
def test_a_phase_is_ready_where_each_point_that_applies_is_met_with_evidence(
    tmp_path: Path, said: str, of_pack: bool | None, of_report: bool
) -> None:
    """What is not known or missing is not ready; a view that lacks a point cannot tell, the coordinator's can."""
    case = case_of(tmp_path, assessment=assessment(said))
    views: list[Audience] = ["track-ii", "coordinator"]
    found = [next(readiness(select(case, audience))).is_ready for audience in views]
    assert found == [of_pack, of_report]


def section(pack: str) -> str:
    """Return what a pack says of readiness in the section of the phase."""
    return pack.partition("### Readiness\n\n")[2].partition("\n#")[0].strip()


def points(pack: str) -> str:
    """Return what a pack says of the assessment's readiness in its annex."""
    return pack.partition("### Assessment: readiness\n\n")[2].partition("\n#")[0]


def test_the_pack_lists_each_point_with_its_evidence_owner_and_date(tmp_path: Path) -> None:
    """What is missing stands in the section of the phase, the rest in an annex: one line a point, by state."""
    case = LEAST + "actors: [{id: desk, name: Desk}]\n"
    said = (
        f"{MET}, owner: desk, date: 2024-03",
        "state: met",
        "state: unmet",
        "state: unknown",
        "state: not_applicable",
        "",
    )
    pack = pack_for(case_of(tmp_path, case=case, assessment=assessment(*said)), "track-ii")
    listed, missing = points(pack), section(pack)
    assert "Minutes, March 2024. **Owner:** Desk." in listed
    heads = [re.split(r":", line.lstrip("- "))[0] for line in listed.splitlines() if line.startswith("- ")]
    assert heads == [
        *("In place", "In place, by the authors' own account"),
        *("Not known whether in place", "Does not apply", "Not told here"),
    ]
    assert listed.partition("- In place:\n")[2].partition("\n- ")[0].count("  - ") == 3
    assert missing.startswith("- Missing: ")
    assert "Annex E" not in missing
    assert "eady:" not in listed + missing


def test_points_of_which_nothing_more_is_told_share_a_line(tmp_path: Path) -> None:
    """One line for each state, another for a point of which an owner is told; one owner of several is told once."""
    case = LEAST + "actors: [{id: desk, name: Desk}]\n"
    said = ("state: met", "state: met", "state: met, owner: desk", "state: unmet", "state: unmet")
    pack = pack_for(case_of(tmp_path, case=case, assessment=assessment(*said)), "track-ii")
    under = points(pack).partition("- In place, by the authors' own account:\n")[2].partition("\n- ")[0]
    missing = next(line for line in section(pack).splitlines() if line.startswith("- Missing: "))
    assert [line.count(";") for line in [*under.splitlines(), missing]] == [1, 0, 1]
    both = [f"state: met, owner: {owner}" for owner in ("desk", "desk", "post", "desk")]
    case = LEAST + "actors: [{id: desk, name: Desk}, {id: post, name: Post}]\n"
    pack = pack_for(case_of(tmp_path / "owners", case=case, assessment=assessment(*both)), "track-ii")
    under = points(pack).partition("- In place, by the authors' own account:\n")[2].partition("\n- ")[0]
    lines = under.strip().splitlines()
    assert len(lines) == 2
    assert lines[0].endswith(". **Owner:** Desk.")
    assert lines[0].count(";") == 2
    assert lines[1].endswith(". **Owner:** Post.")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (MET, "**Ready: "),
        ("state: unknown", "**Not shown to be ready. Still open: "),
        ("state: unmet", "**Not ready. "),
    ],
)
def test_whoever_sees_every_point_is_told_of_the_whole(tmp_path: Path, said: str, told: str) -> None:
    """It stands above the points that decide it."""
    pack = pack_for(case_of(tmp_path, assessment=assessment(said)), "track-ii")
    assert f"### Readiness\n\n{told}" in pack


def test_a_case_that_is_over_is_ready_for_nothing_more(tmp_path: Path) -> None:
    """Its points stay, and nothing is made of them."""
    over = LEAST + "over: {since: 2024-05, because: The last round was held.}\n"
    assert list(readiness(select(case_of(tmp_path, case=over, assessment=assessment(MET)), "coordinator"))) == []


def test_the_report_sets_what_the_case_says_beside_what_its_data_say(tmp_path: Path) -> None:
    """A point called met that the data contradict stands beside what they say, and a phase says what it lacks."""
    text = assessment(MET, "state: unknown", "state: met", "") + "parties: [{id: up, name: Upper valley}]\n"
    view = select(case_of(tmp_path, assessment=text), "coordinator")
    found = {one.id: (str(one.point.state) if one.point else "", one.worked_out) for one in claimed(view)}
    assert found["parties_and_efforts_listed"] == ("met", "false")
    assert found["gap_named"] == ("unknown", "false")
    assert found["legal_position_settled"] == ("", "untold")
    case = LEAST + "handling: {distribution: {coordinator: [Desk of both shores]}}\n"
    folder = write_case(tmp_path / "report", case=case, assessment=text)
    files = make_packs(Order(folder, TEMPLATES, "default", ("coordinator",), ("en",)))
    page = next(data for name, data in files.items() if name.endswith(".md")).decode()
    annex = page.partition("Annex F: Drift and age\n")[2].partition("\n## ")[0]
    assert "- **Assessment:** Not ready. Not known whether in place: at least one gap" in annex
    assert "In place, without evidence: a judgement on evidence of what is feasible." in annex
    assert "No state is written down for: clarity on whom the law lets the team talk to." in annex
    assert "current peace efforts | met | not met, or what shows it is missing |" in annex
    assert "whom the law lets the team talk to | nothing | cannot be told |" in annex


def people(*numbers: int) -> dict[str, Any]:
    """Return planning with an activity of so many people of each party, and one of which no numbers are told."""
    some = {"participants": {"per_party": {f"p{at}": str(number) for at, number in enumerate(numbers)}}}
    return {"activities": [{"id": "club", "title": "Club"}, {"id": "weirs", "title": "Weirs", **some}]}


def parties(*said: str, **other: Any) -> dict[str, Any]:
    """Return an assessment with a party for each word on contact with it; an empty word is none."""
    named = [{"id": f"p{number}", "name": f"P{number}", "contact_status": word} for number, word in enumerate(said)]
    return {"parties": [{name: word for name, word in one.items() if word} for one in named], **other}


def cleared(word: str) -> dict[str, Any]:
    """Return the answer of the law to whether contact is allowed."""
    return {"legal_review": {"question": "May we meet?", "cleared": word}}


@pytest.mark.parametrize(
    ("phase", "point", "said", "told"),
    [
        ("assessment", "legal_position_settled", parties("unrestricted", "unrestricted"), "true"),
        ("assessment", "legal_position_settled", parties("unrestricted", "unknown"), "untold"),
        ("assessment", "legal_position_settled", parties("unrestricted", ""), "untold"),
        ("assessment", "legal_position_settled", parties(), "untold"),
        ("assessment", "legal_position_settled", parties("unrestricted", "restricted"), "false"),
        ("assessment", "legal_position_settled", parties("prohibited", **cleared("true")), "true"),
        ("assessment", "legal_position_settled", parties("prohibited", **cleared("false")), "false"),
        ("assessment", "participant_risk_judged", {"feasibility": {"participant_risk": "low"}}, "true"),
        ("assessment", "participant_risk_judged", {"feasibility": {"participant_risk": "unknown"}}, "untold"),
        ("assessment", "participant_risk_judged", {}, "false"),
        ("planning", "numbers_balanced", people(6, 3), "true"),
        ("planning", "numbers_balanced", people(7, 3), "untold"),
        ("planning", "numbers_balanced", people(9, 3), "untold"),
        ("planning", "numbers_balanced", people(10, 3), "false"),
        ("planning", "numbers_balanced", people(3, 0), "false"),
        ("planning", "numbers_balanced", people(3), "untold"),
        ("evaluation", "failures_recorded", {"evaluation": {"lessons": [{"text": "Meet", "kind": "failure"}]}}, "true"),
        (
            "evaluation",
            "failures_recorded",
            {"evaluation": {"lessons": [{"text": "Meet", "kind": "success"}]}},
            "false",
        ),
        ("evaluation", "failures_recorded", {"evaluation": {"lessons": [{"text": "Meet"}]}}, "false"),
    ],
)
def test_the_data_tell_that_a_point_is_so_that_it_is_not_or_neither(
    phase: str, point: str, said: dict[str, Any], told: str
) -> None:
    """What nobody knows, and what lies between balanced and unbalanced, tells neither."""
    files = {"assessment": parties("", ""), phase: {**said, "readiness": [{"id": point, "state": "unknown"}]}}
    case = case_from({"case": {"id": "river-talks", "title": "River Talks", "sensitivity": "shared"}, **files})
    assert case is not None
    assert {one.id: one.worked_out for one in claimed(select(case, "coordinator"))}[point] == told


CLOSED = (
    "state: {{value: met, sensitivity: {0}}}, evidence: Minutes",
    "state: met, evidence: {{value: Minutes, sensitivity: {0}}}",
)


@pytest.mark.parametrize("phase", READINESS)
@pytest.mark.parametrize(
    ("reader", "other"), [("track-ii", "track_i_only"), ("track-ii", "team_only"), ("track-i", "track_ii_only")]
)
def test_one_closed_point_leaves_its_reader_untold_of_the_whole(
    tmp_path: Path, phase: str, reader: Audience, other: str
) -> None:
    """Each point of each phase, and its state and its evidence, is closed in turn: the whole is told to nobody else."""
    points = READINESS[phase]
    closings = [f"{MET}, sensitivity: {other}", *(one.format(other) for one in CLOSED)]
    for number, (point, said) in enumerate(itertools.product(points, closings)):
        lines = "".join(f"  - {{id: {one}, {said if one == point else MET}}}\n" for one in points)
        case = case_of(tmp_path / str(number), **{phase: f"sensitivity: shared\nreadiness:\n{lines}"})
        found = {one: next(readiness(select(case, one))).is_ready for one in (reader, "coordinator")}
        assert found == {reader: None, "coordinator": True}, (point, said)


@pytest.mark.parametrize(("said", "told"), [(MET, "Ready:"), ("state: unmet", "Not ready.")])
def test_a_pack_says_nothing_of_the_whole_once_a_point_is_closed(tmp_path: Path, said: str, told: str) -> None:
    """The same pack with every point open does say it."""
    pages = [
        pack_for(case_of(tmp_path / name, assessment=assessment(said, last)), "track-ii")
        for name, last in (("open", MET), ("closed", f"{MET}, sensitivity: track_i_only"))
    ]
    assert [f"**{told}" in page for page in pages] == [True, False]
    assert "Not told here: " in pages[1]


def test_the_report_says_of_a_phase_without_any_point_that_it_is_not_ready(tmp_path: Path) -> None:
    """Points that a phase lacks count as not ready; a phase without a file is not told of, nor is one to a reader."""
    case = case_of(tmp_path, assessment=assessment(MET), conception="sensitivity: shared\nstatus: ready\n")
    found = {one.phase: (one.is_ready, one.is_empty) for one in readiness(select(case, "coordinator"))}
    assert found == {"assessment": (True, False), "conception": (False, True)}
    assert [one.phase for one in readiness(select(case, "track-ii"))] == ["assessment"]
