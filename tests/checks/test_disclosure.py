"""Checks X02 to X07: what a case contradicts itself in, and what its views would tell if select failed."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import INPUTS, LEAST, PACKS, TEMPLATES, case_of, complaints, make_packs, shipped

from briefpack.checks import problems_of_views
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.select import select
from briefpack.handbook import Audience
from briefpack.packs.orders import Order
from briefpack.problems import Refusal

TEAM = LEAST + "actors: [{id: team, name: Team}, {id: pilot, name: Head pilot}]\ndate_of_information: 2024-03-01\n"
OPEN = "activities: [{id: a, title: A, track: ii, confidentiality: on_record, attribution_max: group}]\n"
SECRET = "activities: [{id: a, title: A, track: ii, confidentiality: deniable}]\n"
EFFORT = "efforts: [{id: e, name: E, parties: [p]}]\n"
PARTIES = "parties: [{id: p, name: P, contact_status: restricted}, {id: q, name: Q, contact_status: unrestricted}]\n"
FREE = "parties: [{id: p, name: P}, {id: q, name: Q}]\n"
SOURCED = TEAM + "sources: [{key: S1, type: report, title: L}]\n"
GAP = "gaps: [{id: g, description: G, parties: [p]}]\n"
MET = "activities: [{id: a, title: A, track: ii, participants: {per_party: {p: 4}}}]\n"
SHARED_OUT = "outputs: [{{id: o, text: T, activity: a, release_to: [track_i]{more}}}]\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"coordination": "red_lines: {value: [One], sensitivity: shared}\n"}, ["coordination.yaml:1:40: error: X02: track-ii may never see this field"]),
        ({"coordination": "sequencing: [{value: One, sensitivity: public}]\n"}, ["coordination.yaml:1:40: error: X02: track-ii may never see this field"]),
        ({"coordination": "instructions: {value: [One], sensitivity: team_only}\n"}, []),
        ({"planning": SECRET.replace("title: A", "title: A, say_withheld: true")}, ["planning.yaml:1:46: error: X02: 'say_withheld' would reveal"]),
        (
            {"planning": SECRET, "implementation": "sessions: [{activity: a, agreed_summary: {value: S, sensitivity: team_only, say_withheld: true}}]\n"},
            ["implementation.yaml:1:91: error: X02: 'say_withheld' would reveal"],
        ),
        ({"planning": SECRET, "conception": "linkages: [{mechanism: M, activity: a}]\n"}, []),
        ({"planning": SECRET, "coordination": "messages: [{text: M, activity: a}]\n"}, []),
        ({"planning": SECRET, "conception": "linkages: [{mechanism: M, activity: a, sensitivity: track_ii_only}]\n"}, []),
        ({"assessment": "conflict: {name: {value: N, ask: pilot}}\n"}, ["assessment.yaml:1:34: error: 'ask' says whom to ask"]),
        ({"assessment": "conflict: {name: {value: N, say_withheld: true, ask: nobody}}\n"}, ["assessment.yaml:1:54: error: 'ask' looks like an actor's id"]),
        ({"assessment": "conflict: {name: {value: N, say_withheld: true, ask: The desk}}\n"}, []),
        ({"assessment": "legal_review: {date: {value: 2024-02-01, coarsen: day}}\n"}, ["assessment.yaml:1:51: error: for a date, 'coarsen' must be month or year"]),
        ({"assessment": "decision: {value: go, coarsen: wait}\n"}, ["assessment.yaml:1:32: error: 'coarsen' is for dates and free texts"]),
        ({"planning": OPEN, "implementation": SHARED_OUT.format(more=", attribution: affiliation, consent: Given")}, ["implementation.yaml:1:77: error: X03: this is attributed more closely"]),
        ({"planning": OPEN, "implementation": SHARED_OUT.format(more=", attribution: group, consent: Given")}, []),
        ({"planning": OPEN, "implementation": "sessions: [{activity: a, attribution: named}]\n"}, ["implementation.yaml:1:39: error: X03: this is attributed more closely"]),
        ({"coordination": "messages: [{text: T, attribution: group}]\n"}, ["coordination.yaml:1:35: error: X03: this is attributed, but no consent"]),
        ({"coordination": "messages: [{text: T, attribution: none}]\n"}, []),
        ({"planning": OPEN, "implementation": SHARED_OUT.format(more=", consent: {who: All, when: 2024}")}, ["implementation.yaml:1:11: error: X03: track-i would read this, but no consent"]),
        ({"planning": OPEN, "implementation": SHARED_OUT.format(more=", attribution: group, consent: {who: All}")}, ["implementation.yaml:1:77: error: X03: this is attributed, but no consent"]),
        ({"planning": OPEN, "implementation": SHARED_OUT.format(more=", consent: {how: Unknown}")}, ["implementation.yaml:1:11: error: X03: track-i would read this, but no consent"]),
        ({"planning": OPEN, "implementation": SHARED_OUT.format(more=", consent: {how: in writing}")}, []),
        ({"planning": OPEN, "implementation": SHARED_OUT.format(more="")}, ["implementation.yaml:1:11: error: X03: track-i would read this, but no consent"]),
        ({"planning": OPEN.replace("group}", "group, transfer: {consent: All}}"), "implementation": SHARED_OUT.format(more="")}, ["implementation.yaml:1:11: error: X03: track-i would read this, but no consent to it is recorded"]),
        ({"assessment": PARTIES, "planning": MET}, ["planning.yaml:1:14: error: X07: this activity counts a party"]),
        ({"assessment": PARTIES + GAP, "planning": "activities: [{id: a, title: A, addresses: [g]}]\n"}, ["planning.yaml:1:14: error: X07: this activity meets a party"]),
        ({"assessment": PARTIES, "planning": "activities: [{id: a, title: A, parties: [q, p]}]\n"}, ["planning.yaml:1:14: error: X07: this activity meets a party"]),
        ({"assessment": PARTIES + GAP, "planning": "activities: [{id: a, title: A, parties: [q], addresses: [g]}]\n"}, ["planning.yaml:1:14: error: X07: this activity meets a party"]),
        ({"assessment": PARTIES + EFFORT, "planning": "activities: [{id: a, title: A, part_of: e}]\n"}, ["planning.yaml:1:14: error: X07: this activity meets a party"]),
        ({"assessment": PARTIES + EFFORT, "planning": "activities: [{id: a, title: A, part_of: e, parties: [q]}]\n"}, []),
        ({"assessment": PARTIES + EFFORT, "planning": "activities: [{id: a, title: A, part_of: e, participants: {per_party: {q: 4}}}]\n"}, ["planning.yaml:1:14: error: X07: this activity meets a party"]),
        ({"assessment": PARTIES + "legal_review: {cleared: false}\n", "planning": MET}, ["planning.yaml:1:14: error: X07: this activity counts a party"]),
        ({"assessment": PARTIES + "legal_review: {cleared: true}\n", "planning": MET}, []),
        ({"assessment": PARTIES, "planning": MET.replace("p: 4", "q: 4")}, []),
        ({"assessment": "status: {value: done, sensitivity: track_i_only}\nas_of: 2024\n"}, ["assessment.yaml:1:9: error: X06: the two packs of a phase must say the same"]),
        ({"assessment": "track_i: {phase: {value: stalled, sensitivity: track_ii_only}}\nas_of: 2024\n"}, ["assessment.yaml:1:18: error: X06: the two packs of a phase must say the same"]),
        ({"assessment": "parties: [{id: p, name: P, public_position: {value: None, sensitivity: track_i_only}}]\n"}, ["assessment.yaml:1:45: error: X06: the two packs of a phase must say the same"]),
        ({"assessment": "parties: [{id: p, name: P, public_position: No, sensitivity: track_i_only}]\nas_of: 2024\n"}, []),
        ({"assessment": "sensitivity: track_i_only\nstatus: done\n"}, []),
        (
            {"coordination": "track_i_rounds: [{id: r, title: R, from: {value: 2024-02-12, sensitivity: track_i_only}, to: 2024-02-16}]\n"},
            ["coordination.yaml:1:42: error: X06: the two packs of a phase must say the same"],
        ),
        ({"coordination": "track_i_rounds: [{id: r, title: R, from: 2024-02-12, sensitivity: track_i_only}]\n"}, []),
        ({"coordination": "calendar: [{title: C, date: {value: 2024-02-12, sensitivity: track_ii_only}}]\n"}, ["coordination.yaml:1:29: error: X06: the two packs of a phase must say the same"]),
        (
            {"case": SOURCED, "assessment": "parties: [{id: p, name: P, public_position: {value: No, other_readings: [{value: Perhaps, cite: [S1], sensitivity: track_i_only}]}}]\n"},
            ["assessment.yaml:1:45: error: X06: the two packs of a phase must say the same"],
        ),
        (
            {"case": SOURCED.replace("title: L", "title: L, sensitivity: track_ii_only"), "assessment": "status: {value: done, cite: [S1]}\nas_of: 2024\n"},
            ["assessment.yaml:1:9: error: X06: the two packs of a phase must say the same"],
        ),
        ({"case": SOURCED, "assessment": "status: {value: done, cite: [S1]}\nas_of: 2024\n"}, []),
        (
            {"planning": OPEN.replace("on_record", "chatham_house"), "implementation": SHARED_OUT.format(more=", attribution: group, consent: Given")},
            ["implementation.yaml:1:77: error: X03: the activity is not on_record, so nothing of it is attributed: write 'attribution: none'"],
        ),
        (
            {"assessment": FREE, "planning": "activities: [{id: a, title: A, participants: {count: {value: 13, sensitivity: track_i_only}, per_party: {value: {p: 6, q: 5}, sensitivity: track_ii_only}}}]\n"},
            ["planning.yaml:1:54: error: X05: the two packs together give a number of people below 3"],
        ),
        (
            {"assessment": FREE, "planning": "activities: [{id: a, title: A, participants: {count: 13, per_party: {value: {p: 6, q: 5}, sensitivity: track_i_only}}}]\n"},
            ["planning.yaml:1:54: error: X05: the two packs together give a number of people below 3"],
        ),
        (
            {"assessment": FREE, "planning": "activities: [{id: a, title: A, participants: {count: 11, per_party: {value: {p: 6, q: 5}, sensitivity: track_i_only}}}]\n"},
            [],
        ),
    ],
)  # fmt: skip
def test_a_contradiction_between_rules_is_an_error_at_its_place(
    tmp_path: Path, files: dict[str, str], said: list[str]
) -> None:
    """Each with the id of its check, its place and what to do; what holds is not told."""
    told = [line for line in complaints(tmp_path, **{"case": TEAM, **files}) if ": error: " in line]
    assert len(told) == len(said)
    assert [line[: len(start)] for line, start in zip(told, said, strict=True)] == said


@pytest.mark.parametrize(
    ("people", "column"),
    [
        ("count: {value: 40, sensitivity: track_i_only}, inclusion: {value: {women: 38}, sensitivity: track_ii_only}", 121),
        ("count: {value: 40, sensitivity: track_i_only}, inclusion: {value: {women: 40}, sensitivity: track_ii_only}", 121),
        ("count: {value: 40, sensitivity: track_i_only}, inclusion: {value: {women: 37}, sensitivity: track_ii_only}", None),
        ("count: {value: 40, sensitivity: team_only}, inclusion: {value: {women: 38}, sensitivity: track_ii_only}", None),
        ("per_party: {value: {p: 20, q: 20}, sensitivity: track_i_only}, inclusion: {value: {women: 39}, sensitivity: track_ii_only}", 137),
        ("per_party: {p: {value: 20, sensitivity: team_only}, q: {value: 20, sensitivity: track_i_only}}, inclusion: {value: {women: 19}, sensitivity: track_ii_only}", None),
    ],
)  # fmt: skip
def test_a_number_that_with_the_other_pack_leaves_too_few_is_an_error(
    tmp_path: Path, people: str, column: int | None
) -> None:
    """The women in one pack and all in the other give the men, also where all is only the sum of all parts."""
    planning = f"activities: [{{id: a, title: A, participants: {{{people}}}}}]\n"
    told = [line for line in complaints(tmp_path, TEAM, assessment=FREE, planning=planning) if " error: " in line]
    expected = f"planning.yaml:1:{column}: error: X05: the two packs together give a number of people below 3"
    assert [line[: len(expected)] for line in told] == ([expected] if column else [])


@pytest.mark.parametrize(("release", "told"), [("track_i", 1), ("public", 1), ("track_ii", 0)])
def test_an_output_of_an_activity_that_its_reader_may_not_know_of_is_warned_of(
    tmp_path: Path, release: str, told: int
) -> None:
    """It tells that something took place; that may be meant, and so it is no error."""
    output = f"outputs: [{{id: o, text: T, activity: a, release_to: [{release}], consent: Given}}]\n"
    message = (
        "implementation.yaml:1:11: warning: release_to names track-i, but this comes from an activity whose existence"
    )
    said = complaints(tmp_path, TEAM, planning=SECRET, implementation=output)
    assert len([line for line in said if line.startswith(message)]) == told


def test_no_pack_is_made_of_a_case_that_breaks_a_rule(tmp_path: Path) -> None:
    """Also where the check was left out and one reader's pack alone was asked for."""
    case_of(tmp_path, TEAM, planning=OPEN, implementation=SHARED_OUT.format(more=""))
    with pytest.raises(Refusal) as refusal:
        make_packs(Order(tmp_path / "river-talks", TEMPLATES, "default", ("track-ii",), ("en",)))
    assert "X03" in str(refusal.value)


@pytest.mark.parametrize(("rule", "audience"), [("X02", "track-i"), ("X02", "track-ii"), ("X04", "track-i")])
def test_a_view_that_holds_too_much_is_refused(rule: str, audience: Audience) -> None:
    """If select gave a reader what the team sees, the checks of its view would say so, and not of a sound one."""
    case = shipped("harbour-talks")
    sound = {one: select(case, one) for one in PACKS}
    assert [problem for problem in problems_of_views(case, Audiences(sound)) if problem.rule] == []
    leaking = sound | {audience: select(case, "team")}
    told = [problem for problem in problems_of_views(case, Audiences(leaking)) if problem.rule == rule]
    assert any(problem.message.startswith(audience) for problem in told)


README = (INPUTS / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_check_of_disclosure() -> None:
    """An author who meets an id finds what it is about."""
    table = README.split("### Checks of disclosure")[1].split("\n## ")[0]
    assert [row.split("`")[1] for row in table.splitlines() if row.startswith("| `X")] == [
        f"X0{number}" for number in range(1, 8)
    ]


@pytest.mark.parametrize("regime", ["chatham_house", "not_for_attribution", "closed_existence_known", "deniable"])
@pytest.mark.parametrize(
    ("allowed", "is_told"),
    [("attribution_max: group", True), ("attribution_max: none", False), ("type: training", False)],
)
def test_an_attribution_that_the_activity_never_allows_is_a_warning(
    tmp_path: Path, regime: str, allowed: str, is_told: bool
) -> None:
    """A table of activities would say of one and the same that nothing is attributed, and that groups are."""
    said = complaints(tmp_path, planning=OPEN.replace("on_record, attribution_max: group", f"{regime}, {allowed}"))
    assert any("attribution_max: none" in one for one in said) is is_told
    assert not any("attribution_max" in one for one in complaints(tmp_path / "open", planning=OPEN))


@pytest.mark.parametrize(("opened", "is_told"), [("", False), ("sensitivity: team_only, ", True)])
def test_a_word_that_tells_nobody_of_a_field_that_the_other_track_never_sees_is_a_warning(
    tmp_path: Path, opened: str, is_told: bool
) -> None:
    """Withheld from its own track too, that track can be told."""
    said = complaints(tmp_path, coordination=f"red_lines: {{value: [One], {opened}say_withheld: true}}\n")
    assert any("'say_withheld' tells nobody here" in one for one in said) is not is_told
