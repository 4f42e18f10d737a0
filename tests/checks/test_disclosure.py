"""Checks X02 to X07: what a case contradicts itself in, and what its views would tell if select failed."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import INPUTS, LEAST, PACKS, TEMPLATES, case_of, complaints, pack_for, shipped, wording

from briefpack.case.content import Case
from briefpack.checks import problems_of_views
from briefpack.checks.counts import between_versions
from briefpack.handbook import Audience
from briefpack.pipeline import Order, make_packs
from briefpack.problems import Refusal
from briefpack.stages.select import select

TEAM = LEAST + "actors: [{id: team, name: Team}, {id: pilot, name: Head pilot}]\ndate_of_information: 2024-03-01\n"
OPEN = "activities: [{id: a, title: A, track: ii, confidentiality: on_record, attribution_max: group}]\n"
SECRET = "activities: [{id: a, title: A, track: ii, confidentiality: deniable}]\n"
PARTIES = "parties: [{id: p, name: P, contact_status: restricted}, {id: q, name: Q, contact_status: unrestricted}]\n"
GAP = "gaps: [{id: g, description: G, parties: [p]}]\n"
MET = "activities: [{id: a, title: A, track: ii, participants: {per_party: {p: 4}}}]\n"
SHARED_OUT = "outputs: [{{id: o, text: T, activity: a, release_to: [track_i]{more}}}]\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"coordination": "red_lines: {value: [One], sensitivity: shared}\n"}, ["coordination.yaml:1:40: error: X02: track-ii never gets this"]),
        ({"coordination": "sequencing: [{value: One, sensitivity: public}]\n"}, ["coordination.yaml:1:40: error: X02: track-ii never gets this"]),
        ({"coordination": "instructions: {value: [One], sensitivity: team_only}\n"}, []),
        ({"planning": SECRET.replace("title: A", "title: A, say_withheld: true")}, ["planning.yaml:1:46: error: X02: 'say_withheld' would tell"]),
        (
            {"planning": SECRET, "implementation": "sessions: [{activity: a, agreed_summary: {value: S, sensitivity: team_only, say_withheld: true}}]\n"},
            ["implementation.yaml:1:91: error: X02: 'say_withheld' would tell"],
        ),
        ({"planning": SECRET, "conception": "linkages: [{mechanism: M, activity: a}]\n"}, ["conception.yaml:1:12: error: X02: this tells track-i of an activity"]),
        ({"planning": SECRET, "conception": "linkages: [{mechanism: M, activity: a, sensitivity: track_ii_only}]\n"}, []),
        ({"assessment": "conflict: {name: {value: N, ask: pilot}}\n"}, ["assessment.yaml:1:34: error: 'ask' says whom to ask"]),
        ({"assessment": "conflict: {name: {value: N, say_withheld: true, ask: nobody}}\n"}, ["assessment.yaml:1:54: error: 'ask' looks like the id"]),
        ({"assessment": "conflict: {name: {value: N, say_withheld: true, ask: The desk}}\n"}, []),
        ({"assessment": "legal_review: {date: {value: 2024-02-01, coarsen: day}}\n"}, ["assessment.yaml:1:51: error: of a date, 'coarsen' is month or year"]),
        ({"assessment": "decision: {value: go, coarsen: wait}\n"}, ["assessment.yaml:1:32: error: 'coarsen' is for dates and free texts"]),
        ({"planning": OPEN, "implementation": SHARED_OUT.format(more=", attribution: affiliation, consent: Given")}, ["implementation.yaml:1:77: error: X03: this is attributed more closely"]),
        ({"planning": OPEN, "implementation": SHARED_OUT.format(more=", attribution: group, consent: Given")}, []),
        ({"planning": OPEN, "implementation": "sessions: [{activity: a, attribution: named}]\n"}, ["implementation.yaml:1:39: error: X03: this is attributed more closely"]),
        ({"coordination": "messages: [{text: T, attribution: group}]\n"}, ["coordination.yaml:1:35: error: X03: this is attributed and nobody's consent"]),
        ({"coordination": "messages: [{text: T, attribution: none}]\n"}, []),
        ({"planning": OPEN, "implementation": SHARED_OUT.format(more="")}, ["implementation.yaml:1:11: error: X03: track-i would read this and no consent"]),
        ({"planning": OPEN.replace("group}", "group, transfer: {consent: All}}"), "implementation": SHARED_OUT.format(more="")}, []),
        ({"assessment": PARTIES, "planning": MET}, ["planning.yaml:1:14: error: X07: this activity meets a party"]),
        ({"assessment": PARTIES + GAP, "planning": "activities: [{id: a, title: A, addresses: [g]}]\n"}, ["planning.yaml:1:14: error: X07: this activity meets a party"]),
        ({"assessment": PARTIES + "legal_review: {cleared: false}\n", "planning": MET}, ["planning.yaml:1:14: error: X07: this activity meets a party"]),
        ({"assessment": PARTIES + "legal_review: {cleared: true}\n", "planning": MET}, []),
        ({"assessment": PARTIES, "planning": MET.replace("p: 4", "q: 4")}, []),
        ({"assessment": "status: {value: done, sensitivity: track_i_only}\nas_of: 2024\n"}, ["assessment.yaml:1:9: error: X06: both packs of a phase share this"]),
        ({"assessment": "track_i: {phase: {value: stalled, sensitivity: track_ii_only}}\nas_of: 2024\n"}, ["assessment.yaml:1:18: error: X06: both packs of a phase share this"]),
        ({"assessment": "parties: [{id: p, name: P, public_position: {value: None, sensitivity: track_i_only}}]\n"}, ["assessment.yaml:1:45: error: X06: both packs of a phase share this"]),
        ({"assessment": "parties: [{id: p, name: P, public_position: No, sensitivity: track_i_only}]\nas_of: 2024\n"}, []),
        ({"assessment": "sensitivity: track_i_only\nstatus: done\n"}, []),
        (
            {"assessment": PARTIES.replace("restricted", "unrestricted").replace("ununrestricted", "unrestricted"), "planning": "activities: [{id: a, title: A, participants: {count: {value: 13, sensitivity: track_i_only}, per_party: {value: {p: 6, q: 5}, sensitivity: track_ii_only}}}]\n"},
            ["planning.yaml:1:54: error: X05: the two packs together give a number of people below 3"],
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
    assert problems_of_views(case, sound) == []
    leaking = sound | {audience: select(case, "team")}
    told = [problem.message for problem in problems_of_views(case, leaking)]
    assert any(message.startswith(f"{rule}: {audience}") for message in told)


def people(parent: Path, mill: int, total: str) -> Case:
    """Give a case of one activity with so many millers."""
    parties = "parties: [{id: mill, name: Millers}, {id: fish, name: 'Fishers [east]'}]\n"
    planning = (
        f"activities: [{{id: a, title: 'Hall [old]', participants: {{{total}per_party: {{mill: {mill}, fish: 5}}}}}}]\n"
    )
    return case_of(parent, TEAM, assessment=parties, planning=planning)


@pytest.mark.parametrize(
    ("mill", "total", "moved"),
    [(6, "count: 11, ", 0), (7, "count: 12, ", 2), (4, "count: 9, ", 2), (9, "count: 14, ", 0), (7, "", 1)],
)
def test_a_number_that_moves_by_a_few_between_two_versions_is_refused(
    tmp_path: Path, mill: int, total: str, moved: int
) -> None:
    """One or two who joined or left stand out; three do not, nor does a number that stayed."""
    released = pack_for(people(tmp_path, 6, "count: 11, "), "track-ii")
    assert "6" in released
    case = people(tmp_path, mill, total)
    found = list(between_versions(case, select(case, "track-ii"), wording(), released))
    assert len({problem.place for problem in found}) == moved
    assert all(problem.message.startswith("X05") for problem in found)


def test_a_version_that_is_released_again_differs_in_nothing() -> None:
    """The shipped cases can be built over themselves."""
    for name in ("harbour-talks", "inter-tajik-dialogue"):
        case = shipped(name)
        for audience in PACKS:
            assert list(between_versions(case, select(case, audience), wording(), pack_for(case, audience))) == []


def test_no_pack_takes_the_place_of_one_that_it_differs_from_by_a_few(tmp_path: Path) -> None:
    """The pipeline compares with the released Markdown, where there is one."""
    people(tmp_path, 7, "")
    order = Order(tmp_path / "river-talks", TEMPLATES, "default", ("track-ii",), ("en",), released=tmp_path)
    files = make_packs(order)
    (tmp_path / "river-talks.track-ii.en.md").write_bytes(files["river-talks.track-ii.en.md"])
    people(tmp_path, 8, "")
    with pytest.raises(Refusal) as refusal:
        make_packs(order)
    assert "X05: this differs from the last released pack" in str(refusal.value)
    people(tmp_path, 17, "")
    assert make_packs(order)


README = (INPUTS / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_check_of_disclosure() -> None:
    """An author who meets an id finds what it is about."""
    table = README.split("### Checks of disclosure")[1].split("\n## ")[0]
    assert [row.split("`")[1] for row in table.splitlines() if row.startswith("| `X")] == [
        f"X0{number}" for number in range(1, 8)
    ]
