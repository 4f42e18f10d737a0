"""Findings: what the report marks as sayable to a side does not change by a letter with what that side may not see."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest
from tests.building import wording
from tests.noninterference.releasing import case_of
from tests.noninterference.sweeping import all_at_once, mutants, shipped_tree
from tests.noninterference.tree import Given
from tests.profiles import by_profile

from briefpack.disclosure.views import Views
from briefpack.findings.telling import tell
from briefpack.handbook import PACK_AUDIENCES, Audience

CASES = ("harbour-talks", "crossed-lines")
#: How many withheld leaves are changed and deleted in turn for a side, beside all at once; None is every leaf.
SAMPLE = by_profile(1, 4, None)


@functools.cache
def _tree(name: str) -> Given:
    return shipped_tree(name)


def _sayable(case: Given, audience: Audience) -> set[str | None]:
    """Return all that the report of a case says may be said to a side, and asked of it."""
    return {one.said[audience] for one in tell(Views(case_of(case)), wording()).findings} - {None}


def _changed(case: Given, audience: Audience) -> Iterator[tuple[str, Given]]:
    yield "all at once", all_at_once(case, audience)
    yield from ((mutant.what, mutant.case) for mutant in mutants(case, audience, SAMPLE))


@pytest.mark.parametrize("audience", PACK_AUDIENCES)
@pytest.mark.parametrize("name", CASES)
def test_nothing_that_a_side_may_be_told_depends_on_what_it_may_not_see(name: str, audience: Audience) -> None:
    """Each withheld leaf is changed and deleted: no sentence to that side appears, goes or changes by a letter."""
    case = _tree(name)
    before = _sayable(case, audience)
    tried = [(what, _sayable(changed, audience)) for what, changed in _changed(case, audience)]
    assert [what for what, after in tried if after != before] == []
    assert len(tried) > 1


def test_something_may_be_said_to_each_side() -> None:
    """Or the test above would show nothing."""
    assert all(_sayable(_tree("crossed-lines"), audience) for audience in PACK_AUDIENCES)
