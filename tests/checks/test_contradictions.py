"""Contradictions: of one thing that a pack judges in two ways its author is told, with both places."""

# Cases and lines of what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, SHIPPED, case_of, complaints, pack_for, shipped

from briefpack.checks.audiences import Audiences
from briefpack.checks.contradictions import problems
from briefpack.disclosure.select import select
from briefpack.handbook import PACK_AUDIENCES

THEORY = "theory_of_change: {assumptions: [{id: calm, text: It stays calm, state: STATE}]}\n"
FOUND = "evaluation: {assumptions: [{assumption: calm, held: HELD}]}\n"


def told(parent: Path, case: str = LEAST, **files: str) -> list[tuple[str, str]]:
    """Return where a contradiction is told of, and what other place the line names."""
    lines = [line for line in complaints(parent, case, **files) if "keep one" in line]
    return [
        (line.split(": ")[0], line.split(" at ")[1].split("river-talks/")[1].split(",")[0].split(": ")[0])
        for line in lines
    ]


@pytest.mark.parametrize(
    ("state", "held", "is_told"),
    [
        ("holds", "failed", True),
        ("fails", "held", True),
        ("holds", "held", False),
        ("fails", "failed", False),
        ("holds", "partly", False),
        ("unknown", "failed", False),
        ("holds", "unknown", False),
        ("holds", "{value: failed, sensitivity: team_only}", False),
        ("{value: holds, sensitivity: track_i_only}", "failed", False),
    ],
)
def test_an_assumption_that_holds_and_that_failed_is_told_with_both_places(
    tmp_path: Path, state: str, held: str, is_told: bool
) -> None:
    """Not where one of the two is known to nobody, or is not shown to the reader of the other."""
    files = {"conception": THEORY.replace("STATE", state), "evaluation": FOUND.replace("HELD", held)}
    assert told(tmp_path, **files) == ([("evaluation.yaml:1:53", "conception.yaml:1:73")] if is_told else [])


@pytest.mark.parametrize(
    ("conceived", "evaluated", "is_told"),
    [
        ("2023-06-01", "2024-02-01", False),
        ("2023", "2024", False),
        ("2024", "2024-02", True),
        ("2024-02-01", "2023-06-01", True),
        ("2023-06-01", None, True),
        ("{value: 2023-06-01, sensitivity: team_only}", "2024-02-01", True),
    ],
)
def test_a_judgement_that_is_shown_to_be_the_later_is_none(
    tmp_path: Path, conceived: str, evaluated: str | None, is_told: bool
) -> None:
    """The pack says as of when each of the two phases is told."""
    as_of = f"as_of: {evaluated}\n" if evaluated else ""
    files = {
        "conception": f"as_of: {conceived}\n" + THEORY.replace("STATE", "holds"),
        "evaluation": as_of + FOUND.replace("HELD", "failed"),
    }
    assert bool(told(tmp_path, **files)) is is_told
    if not is_told:
        pack = pack_for(case_of(tmp_path, **files), "track-ii")
        order = [pack.index(one) for one in ("2023", "It stays calm", "2024", "It stays calm (")]
        assert order == sorted(order)


@pytest.mark.parametrize(
    ("files", "places"),
    [
        ({"planning": "readiness: [{id: funding_secured, state: met}, {id: funding_secured, state: unmet}]\n"}, ("planning.yaml:1:77", "planning.yaml:1:42")),
        ({"planning": "readiness: [{id: funding_secured, state: met}, {id: funding_secured, state: met}]\n"}, None),
        ({"planning": "readiness: [{id: funding_secured, state: met}, {id: rules_accepted, state: unmet}]\n"}, None),
        ({"implementation": "obstacles: [{description: Ice on the lake, state: resolved}, {description: 'Ice on the  lake', state: unresolved}]\n"}, ("implementation.yaml:1:103", "implementation.yaml:1:51")),
        ({"coordination": "commitments: [{what: A reply, state: kept, by: track_i}, {what: A reply, state: not_kept}]\n"}, ("coordination.yaml:1:81", "coordination.yaml:1:38")),
        ({"conception": THEORY, "evaluation": "evaluation: {assumptions: [{assumption: calm, held: held}, {assumption: calm, held: failed}]}\n"}, ("evaluation.yaml:1:85", "evaluation.yaml:1:53")),
        ({"conception": "scale_up: [{id: s, mechanism: By word of mouth}]\n", "evaluation": "scale_up_progress: [{scale_up: s, reached: Nobody}, {scale_up: s, reached: Forty people}]\n"}, ("evaluation.yaml:1:76", "evaluation.yaml:1:44")),
        ({"conception": "evaluation_frame: {indicators: [{id: i, title: Boats, baseline: None in 2023}]}\n", "evaluation": "evaluation: {indicators: [{indicator: i, baseline: Nine in 2023}]}\n"}, ("evaluation.yaml:1:52", "conception.yaml:1:65")),
        ({"conception": "evaluation_frame: {indicators: [{id: i, title: Boats, baseline: None in 2023}]}\n", "evaluation": "evaluation: {indicators: [{indicator: i, baseline: none  in 2023}]}\n"}, None),
        ({"assessment": "gaps: [{id: g, description: Nobody meets}]\n", "conception": "gaps_addressed: [g]\ngaps_declined: [{gap: g}]\n"}, ("conception.yaml:2:23", "conception.yaml:1:17")),
        ({"assessment": "gaps: [{id: g, description: Nobody meets}]\n", "conception": "gaps_declined: [{gap: g}]\n", "planning": "activities: [{id: a, title: A, track: ii, addresses: [g]}]\n"}, ("conception.yaml:1:23", "planning.yaml:1:54")),
        ({"assessment": "gaps: [{id: g, description: Nobody meets}]\n", "conception": "as_of: 2023\ngaps_declined: [{gap: g}]\n", "planning": "as_of: 2024\nactivities: [{id: a, title: A, track: ii, addresses: [g]}]\n"}, None),
    ],
)  # fmt: skip
def test_one_thing_that_is_judged_in_two_ways_is_told_once(
    tmp_path: Path, files: dict[str, str], places: tuple[str, str] | None
) -> None:
    """In one list no later judgement is known; a gap is not both taken up and left to others."""
    files = {stem: text.replace("STATE", "unknown") for stem, text in files.items()}
    assert told(tmp_path, **files) == ([places] if places else [])


def test_nothing_that_the_case_says_is_in_the_line(tmp_path: Path) -> None:
    """Places lead to both judgements."""
    files = {"conception": THEORY.replace("STATE", "holds"), "evaluation": FOUND.replace("HELD", "failed")}
    (line,) = [line for line in complaints(tmp_path, **files) if "keep one" in line]
    assert "the pack of track-ii prints both: keep one, or give both phases an 'as_of'" in line
    assert not [word for word in ("calm", "holds", "failed") if word in line]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_case_does_not_contradict_itself(name: str) -> None:
    """The shipped cases are examples to follow."""
    case = shipped(name)
    assert list(problems(case, Audiences({audience: select(case, audience) for audience in PACK_AUDIENCES}))) == []
