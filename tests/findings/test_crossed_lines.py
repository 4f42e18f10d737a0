"""Crossed lines: the invented case that breaks every rule, and its twin in which each fault is mended."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, reject
from hypothesis import strategies as some
from tests.building import INPUTS, case_from, plain_data, problems_of
from tests.findings.tables import OTHERS, closed, counted, edited
from tests.profiles import examples

from briefpack.case.content import Path as Place
from briefpack.disclosure.views import Views
from briefpack.findings import RULES, Judged, judge
from briefpack.handbook import PACK_AUDIENCES, Audience

CASE = "crossed-lines"
MENDS: Mapping[str, Mapping[str, Any]] = yaml.load(
    Path(__file__).with_name("mended.yaml").read_text("utf-8"), yaml.BaseLoader
)


@functools.cache
def _found(*mended: str) -> tuple[Judged, ...]:
    """Return what is found in the case where the faults under these rules are mended."""
    registry = yaml.load((INPUTS / CASE / "registry.yaml").read_text("utf-8"), yaml.BaseLoader)
    documents: dict[str, Any] = {**plain_data(CASE), "registry": registry}
    for rule in mended:
        documents = edited(documents, MENDS[rule])
    registry = documents.pop("registry")
    case = case_from(documents)
    assert case is not None, f"{mended}: the mended case has an error"
    return judge(Views(case).of("coordinator"), seated=counted(case, registry)).findings


def test_it_breaks_every_rule_once_and_nothing_else() -> None:
    """Each rule finds one thing in it, though the case has no error and no warning."""
    assert sorted(one.rule for one in _found()) == sorted(RULES)
    assert problems_of(INPUTS / CASE) == []


@pytest.mark.parametrize("rule", RULES)
def test_mending_a_fault_ends_its_finding(rule: str) -> None:
    """What the rule found is gone, and nothing is found that was not found before."""
    before, after = _found(), _found(rule)
    assert rule not in {one.rule for one in after}
    assert {one.rule for one in after} <= {one.rule for one in before}


def test_where_each_fault_is_mended_nothing_is_found() -> None:
    """The twin has no finding of any severity."""
    assert [(one.rule, one.finding.places) for one in _found(*MENDS)] == []


@pytest.mark.drawn
def test_whoever_sees_less_is_told_of_no_more() -> None:
    """Some values are closed by lot: a side is told of nothing new, and of nothing that the report lacks."""
    documents, paths = plain_data(CASE), _closable()
    told: Counter[str] = Counter()

    @examples(few=40, many=100, long=20_000)
    @given(
        some.lists(some.sampled_from(paths), max_size=12, unique=True),
        some.lists(some.sampled_from(paths), min_size=1, max_size=6, unique=True),
        some.sampled_from(PACK_AUDIENCES),
    )
    def holds(first: list[Place], more: list[Place], audience: Audience) -> None:
        once, twice = (case_from(closed(documents, paths, OTHERS[audience])) for paths in (first, [*first, *more]))
        if once is None or twice is None:
            reject()
        seen, less = (_sayable_keys(Views(case), audience) for case in (once, twice))
        assert less <= seen <= {one.key for one in judge(Views(once).of("coordinator")).findings}
        told.update(rule for rule, _ in less)

    holds()
    assert len(told) > 8


def _closable() -> list[Place]:
    """Return the place of each value of the case that can be closed."""
    case = case_from(plain_data(CASE))
    assert case is not None
    return [one.path for one in case.every_value if one.path[0] != "case" or len(one.path) > 2]


def _sayable_keys(views: Views, audience: Audience) -> set[object]:
    return {one.key for one in judge(views.of(audience)).findings if one.basis == "presence"}
