"""Guards: one is taken away at a time, and the properties go red within few examples; with all of them they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from tests.building import PACKS, case_of
from tests.noninterference.drawing import cases
from tests.noninterference.mutating import mutations
from tests.noninterference.planting import planted
from tests.noninterference.releasing import Files, released, ungated
from tests.noninterference.test_protected import is_kept
from tests.noninterference.test_values import same_files
from tests.noninterference.tree import Given

from briefpack import checks
from briefpack.case.content import Case
from briefpack.disclosure import counts, rules
from briefpack.disclosure.select import _Selection, select
from briefpack.handbook import Audience
from briefpack.stages import release


def few(count: int) -> settings:
    """Return the settings of a property that is tried so often, the same cases every time, and not made smaller."""
    return settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )


Guard = tuple[Any, str, Callable[..., Any]]
Packing = Callable[[Case, Audience], Files | None]
#: What a guard keeps back, what is put in its place, the property that misses it, and in which files and fields.
GUARDS: dict[str, tuple[Any, str, Callable[..., Any], str, str]] = {
    "the sensitivity of a value": (_Selection, "_open", lambda *_: True, "protected", ""),
    "references to what is withheld": (_Selection, "_is_hidden", lambda *_: False, "protected", "assessment efforts"),
    "activities nobody may know of": (
        rules,
        "is_of_a_secret",
        lambda *_: False,
        "protected",
        "planning activities track confidentiality",
    ),
    "outputs that are not released": (
        rules,
        "unreleased",
        lambda *_: set(),
        "protected",
        "implementation outputs",
    ),
    "lists of those an item is for": (
        _Selection,
        "_is_for_audience",
        lambda *_: True,
        "protected",
        "evaluation lessons share_with",
    ),
}
FEW = 300
"""So many cases are drawn at most before a property has to have gone red."""


@contextmanager
def without(*guards: Guard) -> Iterator[None]:
    """Take guards away for a while."""
    with ExitStack() as stack:
        for owner, name, instead in guards:
            stack.enter_context(patch.object(owner, name, instead))
        yield


NO_GATE: tuple[Guard, ...] = ((release, "leaks", lambda *_: []), (checks, "problems_of_views", lambda *_: []))
"""The gate and the rules of disclosure find nothing, so that what another guard let through gets out."""


def values(count: int, dwell: frozenset[str] = frozenset()) -> Counter[bool]:
    """Try so often that no mutation of a withheld value changes a byte; give how often packs could be compared."""
    tried: Counter[bool] = Counter()

    @few(count)
    @given(cases(dwell), some.sampled_from(PACKS), some.data())
    def holds(case: Given, audience: Audience, data: some.DataObject) -> None:
        kind, where, mutant = data.draw(mutations(case, audience))
        tried[same_files(case, mutant, audience, f"{kind} {where}")] += 1

    holds()
    return tried


def protected(count: int, dwell: frozenset[str] = frozenset(), pack: Packing = ungated) -> Counter[bool]:
    """Try so often that no protected word is found in a wrong pack; give how often there was one to search."""
    tried: Counter[bool] = Counter()

    @few(count)
    @given(some.sampled_from(PACKS).flatmap(lambda one: some.tuples(some.just(one), planted(one, dwell))))
    def holds(drawn: tuple[Audience, tuple[Given, frozenset[str]]]) -> None:
        audience, (case, words) = drawn
        tried[is_kept(case, audience, words, pack)] += 1

    holds()
    return tried


@pytest.mark.long
@pytest.mark.parametrize("guard", GUARDS)
def test_without_a_guard_of_select_a_property_goes_red(guard: str) -> None:
    """With the guard and the gate away, the property that the guard is there for finds a case that shows it."""
    owner, name, instead, seeks, dwell = GUARDS[guard]
    # What select cannot resolve it cannot show: that it stops there is red enough.
    with without((owner, name, instead), *NO_GATE), pytest.raises((AssertionError, KeyError)):
        {"values": values, "protected": protected}[seeks](FEW, frozenset(dwell.split()))


def test_without_the_guard_of_totals_a_withheld_part_can_be_worked_out(tmp_path: Path) -> None:
    """Beside a part that is shown a total stands only where the guard is away."""
    parts = "{p: 25, q: {value: 15, sensitivity: team_only}}"
    activity = f"id: a, title: A, parties: [p, q], participants: {{count: 40, per_party: {parts}}}"
    files = {
        "assessment": "parties: [{id: p, name: P}, {id: q, name: Q}]\n",
        "planning": f"activities: [{{{activity}}}]\n",
    }
    case = case_of(tmp_path, **files)
    assert not select(case, "track-i").root.planning.activities[0].participants.count
    with without((counts, "withhold_totals", lambda *_: None)):
        assert select(case, "track-i").root.planning.activities[0].participants.count == 40


def test_without_select_what_comes_after_it_releases_hardly_anything() -> None:
    """With every sensitivity open, the rules of disclosure and the gate refuse what holds a protected word."""
    with without((_Selection, "_open", lambda *_: True)):
        seen = protected(60, pack=released)
    assert seen[True] == 0
    assert seen[False] == 60


@pytest.mark.long
def test_with_every_guard_in_place_both_properties_hold() -> None:
    """What goes red above is green with nothing taken away, and nearly every case is released."""
    for seeks in (protected, values):
        tried = seeks(60)
        assert tried[True] > tried[False]
