"""Once: what several rules find of one thing is told once, and by when."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import Any

import pytest
from tests.building import case_from, plain_data, shipped, wording
from tests.findings.tables import Row, counted, edited, rows

from briefpack.case.content import Case
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node
from briefpack.disclosure.views import Views
from briefpack.findings import judge
from briefpack.findings.report import Matter, report
from briefpack.findings.sayable import sayable
from briefpack.findings.telling import Told, tell
from briefpack.handbook import PACK_AUDIENCES
from briefpack.stages.coverage import coverage
from briefpack.text.escaping import escaped

CASES = ("harbour-talks", "crossed-lines", "aceh-1999-2006", "mozambique-1989-1994", "oslo-channel-1992-1993")


_LEAST = {"sensitivity": "shared", "id": "river-talks", "title": "River Talks", "date_of_information": "2024-05-15"}


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


def _often() -> Case:
    """Return the case that breaks every rule, with some broken several times."""
    documents = plain_data("crossed-lines")
    for stem in ("planning", "conception", "implementation", "evaluation"):
        documents[stem]["as_of"] = "2026-03-01"
    documents["coordination"]["mandate"]["next_review"] = "2026-05-20"
    documents["assessment"]["track_i"]["next_round"] = "2026-05-08"
    undone = [{"action": f"Print calendar {number}", "due": "2026-08-01"} for number in range(11)]
    documents["evaluation"]["follow_ups"] = undone
    notes = documents["coordination"]["transfers"][0]
    documents["coordination"]["transfers"] += [{**notes, "what": f"Notes {number}"} for number in range(2)]
    case = case_from(documents)
    assert case is not None
    return case


def test_what_one_rule_finds_several_times_and_asks_for_alike_is_one_finding_that_lists_them() -> None:
    """Each is told in one of them and none is lost; what may be said to a side, or is its own to do, stands alone."""
    views = Views(_often())
    found, told = report(views, wording()), tell(views, wording()).findings
    every = (*found.to_act_on, *found.to_know)
    alike = [one for one in every if one.likewise]
    assert len(alike) > 2
    assert all(not (one.to_track_i or one.to_track_ii or one.of) for one in alike)
    listed = [text for one in every for text in (one.sentence, *one.likewise)]
    assert sorted(listed) == sorted(escaped(one.sentence) for one in told)
    apart = [one for one in told if not (one.of or one.is_more or any(one.said.values()))]
    tasks = Counter((one.rule, one.remedy, one.severity, one.is_urgent, one.is_past) for one in apart)
    assert tasks["C17", "Look at this part again, and date it anew.", "medium", False, False] == 6
    assert len(every) == len(told) - len(apart) + sum(ceil(number / 8) for number in tasks.values())


def _telling_of(row: Row, **edit: Any) -> list[str]:
    case = case_from(edited(row.documents, {name.replace("__", "."): value for name, value in edit.items()}))
    assert case is not None
    return [one.rule for one in tell(Views(case), wording(), seated=counted(case, row.registry)).findings]


_CONTACT = "One and the same contact stands for both tracks."


def _between(who: str = "chair", **edit: Any) -> tuple[Case, Row]:
    """Return a case whose only contact of both tracks is an actor of it, and in which a person has two seats."""
    row = next(row for row in rows() if row.rule == "C01" and row.kind == "fires")
    contacts = [{"track": "track_i", "actor": who}, {"track": "track_ii", "actor": who}]
    coordination = {"coordination": {"sensitivity": "shared", "liaisons": contacts}}
    said = {name.replace("__", "."): value for name, value in edit.items()}
    case = case_from(edited(edited(row.documents, coordination), said))
    assert case is not None
    return case, row


def _contacts(case: Case, registry: Any) -> list[Told]:
    """Return what is told of seats on both sides and of the contact between them."""
    told = tell(Views(case), wording(), seated=counted(case, registry)).whole
    return [one for one in told if one.rule in ("C01", "C13")]


def test_a_contact_of_both_sides_who_is_a_person_is_told_with_the_seats() -> None:
    """Where the registry finds people on both sides; else the contact alone is told. Both count."""
    case, row = _between()
    (seats,) = [one for one in tell(Views(case), wording(), seated=counted(case, row.registry)).findings if one.beside]
    assert seats.sentence.startswith("At least one person has a seat on both sides")
    assert seats.sentence.endswith(_CONTACT)
    assert seats.remedy.endswith("Decide who is the contact for each track, and who stands in.")
    assert [(one.rule, one.severity) for one in _contacts(case, row.registry)] == [("C01", "high"), ("C13", "medium")]
    assert [one.rule for one in tell(Views(case), wording()).findings if one.rule in ("C01", "C13")] == ["C13"]


def test_a_contact_who_is_no_person_is_told_apart_from_the_seats_of_people() -> None:
    """A team that goes between has nothing to do with whoever has two seats."""
    case, row = _between("crew", case__actors__3={"id": "crew", "name": "Crew of go-betweens", "kind": "team"})
    assert [_CONTACT in one.sentence for one in _contacts(case, row.registry)] == [False, True]


def test_an_answer_to_the_seats_leaves_the_contact_to_be_found() -> None:
    """It may have come later; what somebody answered before stays answered when the seats are found."""
    case, row = _between()
    seats, contact = _contacts(case, row.registry)
    for answered, other in ((seats, "C13"), (contact, "C01")):
        answer = {"finding": answered.fingerprint, "because": "Both know.", "by": "The board"}
        days = {"decided": "2024-03-01", "until": "2024-06-01"}
        case, row = _between(coordination__answered_findings=[answer | days], case__date_of_information="2024-03-01")
        assert [one.rule for one in _contacts(case, row.registry)] == [other]
        telling = tell(Views(case), wording(), seated=counted(case, row.registry))
        assert ([one.rule for one, _ in telling.answered], telling.lapsed) == ([answered.rule], ())


def test_what_is_graver_is_told_beside_what_is_milder() -> None:
    """So a contact beside seats that both sides know of."""
    case, row = _between()
    registry = edited({"registry": row.registry}, {"registry.people.heron.seats_declared": "true"})["registry"]
    apart = [(one.rule, one.severity, one.sentence.endswith(_CONTACT)) for one in _contacts(case, registry)]
    assert apart == [("C13", "medium", True), ("C01", "low", False)]


def test_an_urgent_gap_that_waits_for_work_is_told_once_as_gravely_as_the_graver_of_both() -> None:
    """That it waits is mild; that nobody took it up or declined it is not, and keeps its weight."""
    case = _row("C06", assessment__efforts__0__level=["grassroots"], assessment__efforts__0__from="2024-05")
    telling = tell(Views(case), wording())
    (told,) = [one for one in telling.findings if one.places == (("assessment", "gaps", 0),)]
    assert (told.rule, told.severity) == ("C18", "medium")
    assert told.sentence == (
        "A gap of high priority is neither taken up nor declined: Nobody hears those in the fields. "
        "It waits for Weir workshops, still to begin."
    )
    assert told.remedy == (
        "Decide whether the strategy takes it up or declines it, and write down why. "
        "Decide whether the gap can wait until then, or who could work there before."
    )
    counted_too = [(one.rule, one.severity) for one in telling.whole if one.places == told.places]
    assert counted_too == [("C18", "medium"), ("C06", "low")]


def test_one_slip_in_a_linked_date_is_told_once() -> None:
    """That it cannot be tells as much as that there are two dates; whoever sees no more is told of these."""
    ask = {"id": "dates", "ask": "Send the dates.", "asked": "2024-05-10", "by": "2024-06-01"}
    promise = {"id": "sent", "by": "track_i", "what": "The dates", "due": "2024-05-01", "same_as": "dates"}
    documents = {
        "case": {**_LEAST, "front_pages": {"track_i": {"asks": [ask]}}},
        "coordination": {"sensitivity": "shared", "commitments": [promise]},
    }
    assert _rules(documents) == (["C23"], ["C23"])
    ask["asked"] = {"value": "2024-05-10", "sensitivity": "team_only"}
    assert _rules(documents) == (["C23", "C24"], ["C24"])


def _rules(documents: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the rules of dates that are told of a case, and those that officials may be told of."""
    case = case_from(documents)
    assert case is not None
    found = [one for one in tell(Views(case), wording()).findings if one.rule in ("C23", "C24")]
    own = sayable(Views(case).of("track-i"), wording(), {})
    assert {one.key for one in found if one.said["track-i"]} == set(own)
    return [one.rule for one in found], [rule for rule, _ in own]


def test_a_government_that_pays_nearly_all_is_told_once() -> None:
    """Where the share is not shown, it is told as a government."""
    edit = {"case__actors__0__kind": "government"}
    row = next(row for row in rows() if row.rule == "C20" and row.kind == "fires")
    assert [rule for rule in _telling_of(row, **edit) if rule == "C20"] == ["C20"]
