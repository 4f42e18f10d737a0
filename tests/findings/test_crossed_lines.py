"""Crossed lines: the invented case that breaks every rule, and its twin in which each fault is mended."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.building import INPUTS, case_from, plain_data, problems_of
from tests.findings.tables import edited

from briefpack.disclosure.views import Views
from briefpack.findings import RULES, Judged, judge

CASE = "crossed-lines"
MENDS: Mapping[str, Mapping[str, Any]] = yaml.load(
    Path(__file__).with_name("mended.yaml").read_text("utf-8"), yaml.BaseLoader
)


@functools.cache
def _found(*mended: str) -> tuple[Judged, ...]:
    """Return what is found in the case where the faults under these rules are mended."""
    documents: dict[str, Any] = plain_data(CASE)
    for rule in mended:
        documents = edited(documents, MENDS[rule])
    case = case_from(documents)
    assert case is not None, f"{mended}: the mended case has an error"
    return judge(Views(case).of("coordinator")).findings


def test_it_breaks_every_rule_and_nothing_else() -> None:
    """Each rule finds something in it, though the case has no error and no warning."""
    assert {one.rule for one in _found()} == set(RULES)
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
