"""The second line: what select should keep small, coarse or closed and does not, the rules refuse by themselves."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.building import INPUTS, LEAST, PACKS, TEMPLATES, case_of, make_packs, shipped

from briefpack.case.content import Case
from briefpack.checks import clearance, problems_of_views
from briefpack.checks.audiences import Audiences
from briefpack.disclosure import coarsening, counts, rules, select
from briefpack.disclosure.closed import closed
from briefpack.packs.orders import Order
from briefpack.problems import Refusal
from briefpack.reading.readings import reading_path
from briefpack.stages import release

#: What in select keeps values coarse, what is put in its place, and the rule that says so.
GUARDS: dict[str, tuple[Any, str, Callable[..., Any], str]] = {
    "rules that coarsen": (rules, "coarseness", lambda *_: [], "X02"),
    "how closely is attributed": (rules, "too_close", lambda *_: iter(()), "X02"),
    "values that are coarse": (select, "coarse_value", lambda value, *_: value, "X02"),
}


def told(case: Case) -> set[str]:
    """Return the ids of the rules that the views of a case break, and their places, as select gives them now."""
    views = {audience: select.select(case, audience) for audience in PACKS}
    return {str(problem.rule) for problem in problems_of_views(case, Audiences(views)) if problem.severity == "error"}


@pytest.mark.parametrize("guard", GUARDS)
def test_without_a_guard_of_select_the_rules_refuse(guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No pack of the shipped case is made, although the gate is gone as well; with the guard, nothing is told."""
    where, name, without, rule = GUARDS[guard]
    case = shipped("harbour-talks")
    assert told(case) == set()
    monkeypatch.setattr(where, name, without)
    monkeypatch.setattr(release, "leaks", lambda *_: [])
    assert told(case) == {rule}
    with pytest.raises(Refusal) as caught:
        make_packs(Order(INPUTS / "harbour-talks", TEMPLATES, "default", PACKS, ("en",)))
    assert {problem.rule for problem in caught.value.problems} == {rule}


RULES = "date_of_information: 2024-03-01\nhandling: {coarsen: [{confidentiality: [deniable], dates: month, venues: country}]}\nsources: [{key: S1, type: report, title: Log}]\n"
ACTIVITY = "activities: [{{id: a, title: A, track: ii, confidentiality: deniable{more}}}]\n"
READ = "other_readings: [{value: Held on 9 February 2024, cite: [S1]}]"


@pytest.mark.parametrize(
    ("guard", "files"),
    [
        ("coarseness", {"implementation": "sessions: [{activity: a, date: 2024-02-08}]\n"}),
        ("coarseness", {"implementation": "outputs: [{id: o, text: T, release_to: [track_ii], consent: Given, date: 2024-02-08}]\n"}),
        ("coarseness", {"coordination": "messages: [{text: T, activity: a, date: 2024-02-08, sensitivity: track_ii_only}]\n"}),
        ("coarseness", {"coordination": "messages: [{text: T, date: 2024-02-08}]\n"}),
        ("coarseness", {"implementation": f"sessions: [{{activity: a, date: 2024-02, {READ}}}]\n"}),
        ("coarseness", {"implementation": "sessions: [{activity: a, date: {value: 2024-02, confidence: low, confidence_because: Seen on 8 February}}]\n"}),
        ("coarseness", {"planning": ACTIVITY.format(more=", venue: {country: Here, setting: A mill}")}),
        ("coarseness", {"planning": ACTIVITY.format(more=", venue: {country: Here, place: {value: A mill, sensitivity: shared}}")}),
        ("coarseness", {"planning": ACTIVITY.format(more=f", venue: {{country: Here, {READ}}}")}),
        ("coarse_value", {"assessment": "legal_review: {date: {value: 2024-02-01, coarsen: year}}\n"}),
        ("coarse_value", {"assessment": "legal_review: {by: {value: Old mill, coarsen: A mill}}\n"}),
        ("_blur", {"assessment": f"legal_review: {{date: {{value: 2024-02-01, coarsen: year}}, {READ}}}\n"}),
    ],
)  # fmt: skip
def test_whatever_is_too_exact_is_told(
    tmp_path: Path, guard: str, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A day, a venue, a text, another reading and a reason, of an activity and of all that came of it."""
    case = case_of(tmp_path, LEAST + RULES, **{"planning": ACTIVITY.format(more=""), **files})
    assert told(case) == set()
    where, without = {
        "coarseness": (rules, lambda *_: []),
        "coarse_value": (select, lambda value, *_: value),
        "_blur": (coarsening, lambda *_: None),
    }[guard]
    monkeypatch.setattr(where, guard, without)
    assert told(case) == {"X02"}


@pytest.mark.parametrize(
    ("guard", "people"),
    [
        ("withhold_small", "per_party: {p: 2}"),
        ("withhold_small", "count: 0"),
        ("withhold_totals", "count: 20, per_party: {p: 12, q: {value: 8, sensitivity: team_only}}"),
        ("withhold_totals", "count: 12, per_party: {p: 12, q: {value: 0, sensitivity: team_only}}"),
        ("withhold_shares", "count: 40, inclusion: {women: 38}"),
        ("withhold_shares", "count: {value: 40, sensitivity: team_only}, inclusion: {women: 12}"),
        ("withhold_readings", "per_party: {p: {value: 12, other_readings: [{value: 2, cite: [S1]}]}}"),
        ("withhold_readings", "count: 40, inclusion: {women: {value: 12, other_readings: [{value: 39, cite: [S1]}]}}"),
    ],
)
def test_whatever_tells_of_too_few_is_told(
    tmp_path: Path, guard: str, people: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number itself, one that its total tells, and one that is left over."""
    parties = "parties: [{id: p, name: P}, {id: q, name: Q}]\n"
    activity = f"activities: [{{id: a, title: A, track: ii, parties: [p, q], participants: {{{people}}}}}]\n"
    case = case_of(tmp_path, LEAST + RULES, assessment=parties, planning=activity)
    assert told(case) == set()
    monkeypatch.setattr(counts, guard, lambda *_: None)
    assert told(case) == {"X05"}


@pytest.mark.parametrize(
    ("assessment", "told_to"),
    [
        ("owner: {value: pilot, sensitivity: track_ii_only}\n", ["track-i"]),
        ("parties: [{id: p, name: P}, {id: q, name: Q}]\ngaps: [{id: g, description: G, parties: [p, {value: q, sensitivity: team_only}]}]\n", ["track-i", "track-ii"]),
        ("conflict: {name: {value: N, other_readings: [{value: M, cite: [S1], sensitivity: track_i_only}]}}\n", ["track-ii"]),
        ("conflict: {sensitivity: team_only, name: {value: N, sensitivity: shared}, other_readings: [{value: M, cite: [S1]}]}\n", ["track-i", "track-ii"]),
        ("conflict: {name: {value: N, other_readings: [{value: M, cite: [S1]}]}}\n", []),
    ],
)  # fmt: skip
def test_a_reference_and_a_reading_that_are_closed_are_told(
    tmp_path: Path, assessment: str, told_to: list[str]
) -> None:
    """What stands in the place of a reference has another place, and what is said of a value has none of its own."""
    case = case_of(tmp_path, f"{LEAST}{RULES}actors: [{{id: pilot, name: Head pilot}}]\n", assessment=assessment)
    everything = select.select(case, "team")
    leaking = [audience for audience in PACKS if list(clearance.problems(case, Audiences({audience: everything})))]
    assert leaking == told_to
    assert not list(
        clearance.problems(case, Audiences({audience: select.select(case, audience) for audience in PACKS}))
    )


def test_a_reading_that_names_what_is_closed_is_closed_itself(tmp_path: Path) -> None:
    """Who guards what select gives knows it without select."""
    parties = "parties: [{id: p, name: P}, {id: q, name: Q, sensitivity: track_i_only}]\n"
    read = "{value: p, other_readings: [{value: q, cite: [S1]}]}"
    gaps = f"gaps: [{{id: g, description: G, parties: [{read}]}}]\n"
    case = case_of(tmp_path, LEAST + RULES, assessment=parties + gaps)
    path = reading_path(("assessment", "gaps", 0, "parties", 0), 0)
    assert [path in closed(case, audience) for audience in PACKS] == [False, True]
