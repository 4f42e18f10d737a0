"""Findings: what may be said to a side, and what its pack tells and asks, does not change with what it may not see."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest
from tests.building import pack_for, wording
from tests.noninterference.releasing import case_of
from tests.noninterference.sweeping import all_at_once, mutants, shipped_tree
from tests.noninterference.tree import Given, read
from tests.profiles import by_profile

from briefpack.case.coordination import Coordination
from briefpack.disclosure.views import Views
from briefpack.findings.report import report
from briefpack.findings.telling import tell
from briefpack.handbook import PACK_AUDIENCES, Audience

#: Each case with the days on which its answers are decided and until which they hold.
CASES = {"harbour-talks": ("2024-03-01", "2024-06-30"), "crossed-lines": ("2026-06-30", "2026-09-30")}
#: How many withheld leaves are changed and deleted in turn for a side, beside all at once; None is every leaf.
SAMPLE = by_profile(1, 4, None)


@functools.cache
def _tree(name: str) -> Given:
    return _answered(shipped_tree(name), *CASES[name])


def _answered(case: Given, decided: str, until: str) -> Given:
    """Return a case that answers all that may be said to somebody, out of the sight of both sides."""
    told = [one for one in tell(Views(case_of(case)), wording()).findings if any(one.said.values())]
    answer = {"because": "Both wished it so", "by": "Desk", "decided": decided, "until": until}
    answer["sensitivity"] = "team_only"
    answers = read({"answered_findings": [{"finding": one.fingerprint, **answer} for one in told]}, Coordination)
    case.value["coordination"].value |= answers.value
    return case


def _sayable(case: Given, audience: Audience) -> tuple[set[str], tuple[str, ...]]:
    """Return all that the report of a case says may be said to a side, and all that it says the side's pack asks."""
    made = report(Views(case_of(case)), wording())
    every = (*made.to_act_on, *made.to_know, *made.answered)
    told = (one.to_track_i if audience == "track-i" else one.to_track_ii for one in every)
    return {*filter(None, told)}, dict(made.asked)[audience]


def _pack(case: Given, audience: Audience) -> str:
    """Return the pack of a case, with what it tells of what does not fit and what it asks."""
    return pack_for(case_of(case), audience)


def _changed(case: Given, audience: Audience) -> Iterator[tuple[str, Given]]:
    yield "all at once", all_at_once(case, audience)
    yield from ((mutant.what, mutant.case) for mutant in mutants(case, audience, SAMPLE))


@pytest.mark.parametrize("audience", PACK_AUDIENCES)
@pytest.mark.parametrize("name", CASES)
def test_nothing_that_a_side_may_be_told_depends_on_what_it_may_not_see(name: str, audience: Audience) -> None:
    """Each withheld leaf is changed and deleted: no sentence to that side, no letter of its pack, appears or goes."""
    case = _tree(name)
    before = _sayable(case, audience), _pack(case, audience)
    tried = [(what, (_sayable(each, audience), _pack(each, audience))) for what, each in _changed(case, audience)]
    assert [what for what, after in tried if after != before] == []
    assert len(tried) > 1


def test_something_may_be_said_to_each_side_and_its_pack_says_it_and_asks() -> None:
    """Or the test above would show nothing."""
    for audience in PACK_AUDIENCES:
        assert all(_sayable(_tree("crossed-lines"), audience))
        pack = _pack(_tree("crossed-lines"), audience)
        assert wording().say("coordination.fit") in pack
        assert wording().say("open_questions.between") in pack


def test_what_may_be_said_is_answered_in_a_tested_case() -> None:
    """Or the test above would show nothing of answers, which lapse with what is hidden."""
    telling = tell(Views(case_of(_tree("crossed-lines"))), wording())
    assert telling.answered
    assert not any(sentence for one in telling.findings for sentence in one.said.values())
