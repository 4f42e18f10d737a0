"""Once: what several rules find of one thing is told once, and by when."""

from __future__ import annotations

from typing import Any

import pytest
from tests.building import case_from, shipped, wording
from tests.findings.tables import Row, edited, rows

from briefpack.case.content import Case
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node
from briefpack.disclosure.views import Views
from briefpack.findings import judge
from briefpack.findings.report import Matter, report
from briefpack.findings.telling import sayable, tell
from briefpack.handbook import PACK_AUDIENCES
from briefpack.stages.coverage import coverage
from briefpack.text.escaping import escaped

CASES = ("harbour-talks", "crossed-lines", "aceh-1999-2006", "mozambique-1989-1994", "oslo-channel-1992-1993")


def _row(rule: str, **edit: Any) -> Case:
    """Return the first case of a rule that fires, with changes of values by dotted path."""
    row: Row = next(row for row in rows() if row.rule == rule and row.kind == "fires")
    case = case_from(edited(row.documents, {name.replace("__", "."): value for name, value in edit.items()}))
    assert case is not None
    return case


def _first(case: Case, sentence: str) -> Matter:
    """Return the finding of a report whose sentence holds these words."""
    found = report(Views(case), wording())
    return next(one for one in (*found.to_act_on, *found.to_know) if sentence in one.sentence)


def test_a_gap_that_nobody_works_on_is_told_once() -> None:
    """Though the strategy neither takes it up nor declines it: both rules find the gap."""
    gap = {"id": "middle", "description": "Nobody meets.", "priority": "high"}
    case = _row("C18", assessment__gaps=[gap])
    assert {one.rule for one in judge(Views(case).of("team")).findings if len(one.finding.places[0]) > 3} == set()
    found = [one.rule for one in judge(Views(case).of("team")).findings if one.finding.places[0][0] == "assessment"]
    assert sorted(found) == ["C06", "C18"]
    assert [one.rule for one in tell(Views(case), wording()).findings if one.places[0][0] == "assessment"] == ["C06"]


def test_the_end_of_what_should_be_stopped_is_no_day_to_act_by() -> None:
    """What is under way is stopped at once, and what is to come before it begins."""
    to_come = _first(_row("C28"), "but this is under way or to come")
    assert (str(to_come.before), to_come.is_urgent) == ("2024-04", False)
    window = {"start": "2024-02-01", "end": "2024-09-30"}
    under_way = _first(_row("C28", planning__activities__0__window=window), "but this is under way or to come")
    assert (under_way.before, under_way.is_urgent) == (None, True)


def test_the_end_of_an_effort_is_no_day_to_act_by() -> None:
    """Who doubles work is brought together whenever that work ends."""
    case = _row("C05", case__date_of_information="2024-01-15")
    assert _first(case, "at the same time").before is None


def test_what_puts_people_at_risk_is_settled_at_once_unless_the_case_is_over() -> None:
    """As a denial over hidden work."""
    assert _first(_row("C25"), "denies").is_urgent
    assert not _first(_row("C25", case__over={"since": "2024"}), "denied").is_urgent


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("audience", PACK_AUDIENCES)
def test_what_a_pack_tells_of_meetings_beside_talks_may_be_said_to_its_reader(name: str, audience: Any) -> None:
    """Each activity of track II or III that a pack calls close to a round is a finding that may be said."""
    view = Views(shipped(name)).of(audience)
    assert _together(view) <= set(sayable(view, wording(), {}))


@pytest.mark.parametrize("audience", PACK_AUDIENCES)
def test_a_time_set_without_sessions_that_falls_together_with_talks_may_be_said(audience: Any) -> None:
    """As the pack prints it to the reader."""
    view = Views(_row("C03", implementation__sessions=None)).of(audience)
    assert _together(view) == set(sayable(view, wording(), {})) != set()


def _together(view: Any) -> set[object]:
    told = [(one.activity, each) for one in coverage(view).comparison.together for each in one.rounds]
    return {("C03", tuple(map(_path, pair))) for pair in told if str(pair[0].track) in ("ii", "iii")}


def _path(node: Node) -> Any:
    return inside(node).path


def test_what_one_rule_finds_several_times_and_asks_for_alike_is_one_finding_that_lists_them() -> None:
    """Each is told in one of them and none is lost; what may be said to a side, or is its own to do, stands alone."""
    views = Views(shipped("crossed-lines"))
    found, told = report(views, wording()), tell(views, wording()).findings
    every = (*found.to_act_on, *found.to_know)
    alike = [one for one in every if one.likewise]
    assert len(alike) > 2
    assert all(not (one.to_track_i or one.to_track_ii or one.of) for one in alike)
    listed = [text for one in every for text in (one.sentence, *one.likewise)]
    assert sorted(listed) == sorted(escaped(one.sentence) for one in told)
    apart = [one for one in told if not (one.of or one.is_more or any(one.said.values()))]
    tasks = {(one.rule, one.remedy, one.severity, one.is_urgent, one.is_past) for one in apart}
    assert len(every) == len(told) - len(apart) + len(tasks)
