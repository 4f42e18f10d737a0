"""Findings: what may be said to a side, and what its pack tells and asks, does not change with what it may not see."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest
from tests.building import pack_for, wording
from tests.noninterference.releasing import case_of
from tests.noninterference.sweeping import all_at_once, mutants, shipped_tree
from tests.noninterference.tree import Given, Way, read
from tests.profiles import by_profile

from briefpack.case.coordination import Coordination
from briefpack.disclosure.views import Views
from briefpack.findings.report import Matter, report
from briefpack.findings.telling import tell
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.stages.render.noting import said_of

#: Each case with the days on which its answers are decided and until which they hold.
CASES = {"harbour-talks": ("2024-03-01", "2024-06-30"), "crossed-lines": ("2026-06-30", "2026-09-30")}
#: How many withheld leaves are changed and deleted in turn for a side, beside all at once; None is every leaf.
SAMPLE = by_profile(1, 4, None)


@functools.cache
def _tree(name: str) -> Given:
    return _answered(shipped_tree(name), *CASES[name])


@functools.cache
def _unanswered(name: str) -> Given:
    return shipped_tree(name)


def _answered(case: Given, decided: str, until: str) -> Given:
    """Return a case that answers all that may be said to somebody, out of the sight of both sides."""
    told = [one for one in tell(Views(case_of(case)), wording()).findings if any(one.said.values())]
    answer = {"because": "Both wished it so", "by": "Desk", "decided": decided, "until": until}
    answer["sensitivity"] = "team_only"
    answers = read({"answered_findings": [{"finding": one.fingerprint, **answer} for one in told]}, Coordination)
    case.value["coordination"].value |= answers.value
    return case


def _sayable(case: Given, audience: Audience) -> tuple[set[str], tuple[str, ...], set[str]]:
    """Return all that the report of a case says may be said to a side, and all that it says the side's pack asks.

    Then all lines that the side owns, with what is to be done and when.
    """
    made = report(Views(case_of(case)), wording())
    listed, answered = (*made.to_act_on, *made.to_know), [one for one in made.answered if one.is_open]
    every = (*listed, *(one.matter for one in made.answered))
    told = (one.to_track_i if audience == "track-i" else one.to_track_ii for one in every)
    owned = [_line(one) for one in listed if one.of == audience]
    lines = {*owned, *(_line(one.matter) for one in answered if one.matter.of == audience)}
    return {*filter(None, told)}, dict(made.asked)[audience], lines


def _in_order(case: Given) -> list[str]:
    """Return the lines that those who lead own, in the order of the report."""
    made = report(Views(case_of(case)), wording())
    return [_line(one) for one in (*made.to_act_on, *made.to_know) if one.of == "track-ii"]


def _line(one: Matter) -> str:
    """Return all that the report prints of a finding beside what may be said to each side."""
    day = one.before and wording().in_words(one.before.value)
    readings = [about.readings for item in one.items for about in said_of(item, None)]
    return repr((one.sentence, one.severity, one.owner, one.remedy, day, one.is_urgent, one.changed, readings))


def _pack(case: Given, audience: Audience) -> str:
    """Return the pack of a case, with what it tells of what does not fit and what it asks."""
    return pack_for(case_of(case), audience)


def _changed(case: Given, audience: Audience) -> Iterator[tuple[str, Given]]:
    """Return the case with what a side may not see changed, but for the mandate, which decides what may be said."""
    every = [("all at once", all_at_once(case, audience))]
    every += [(mutant.what, mutant.case) for mutant in mutants(case, audience, SAMPLE)]
    for what, each in every:
        for side in ("to_track_i", "to_track_ii"):
            _keep(case, each, ("coordination", "mandate", side, "may_not"))
        yield what, each


def _keep(case: Given, other: Given, way: Way) -> None:
    """Put the value at the end of a way into another case, where both have what is around it."""
    try:
        around, kept = other.at(way[:-1]), case.at(way)
    except (KeyError, TypeError):
        return
    around.value[way[-1]] = kept


@pytest.mark.parametrize("audience", PACK_AUDIENCES)
@pytest.mark.parametrize("name", CASES)
def test_nothing_that_a_side_may_be_told_depends_on_what_it_may_not_see(name: str, audience: Audience) -> None:
    """Each withheld leaf is changed and deleted: no sentence to that side, no letter of its pack, appears or goes."""
    case = _tree(name)
    before = _sayable(case, audience), _pack(case, audience)
    tried = [(what, (_sayable(each, audience), _pack(each, audience))) for what, each in _changed(case, audience)]
    assert [what for what, after in tried if after != before] == []
    assert len(tried) > 1


@pytest.mark.parametrize("name", CASES)
def test_the_order_of_what_a_side_owns_does_not_depend_on_what_it_may_not_see(name: str) -> None:
    """Where nothing is answered, the lines of those who lead stand one below the other as before."""
    case = _unanswered(name)
    before = _in_order(case)
    tried = [(what, _in_order(each)) for what, each in _changed(case, "track-ii")]
    assert before
    assert [what for what, after in tried if after != before] == []


def test_something_may_be_said_to_each_side_and_its_pack_says_it_and_asks() -> None:
    """Or the test above would show nothing."""
    for audience in PACK_AUDIENCES:
        said, asked, lines = _sayable(_tree("crossed-lines"), audience)
        assert said
        assert asked
        assert bool(lines) is (audience == "track-ii")
        pack = _pack(_tree("crossed-lines"), audience)
        assert wording().say("coordination.fit") in pack
        assert wording().say("open_questions.between") in pack


def test_what_may_be_said_is_answered_in_a_tested_case() -> None:
    """Or the test above would show nothing of answers, which lapse with what is hidden."""
    telling = tell(Views(case_of(_tree("crossed-lines"))), wording())
    assert telling.answered
    assert not any(sentence for one in telling.findings for sentence in one.said.values())
