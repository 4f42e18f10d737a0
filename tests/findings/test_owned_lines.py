"""Owned lines: all that stands in a line of the report which a side owns comes from that side's own view.

Its sentence, how grave it is, what is to be done, the day before which or that it is at once, and its order.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Mapping
from typing import Any

import pytest
from tests.building import case_from, plain_data, wording
from tests.findings.tables import edited, path_of

from briefpack.case.content import Case
from briefpack.disclosure.views import Views
from briefpack.findings.report import Matter, Report, report
from briefpack.findings.telling import tell
from briefpack.stages.render.noting import said_of

#: Of the work that both see, the one begins three weeks after the date of information, and the other in five.
_LATER = {
    "planning.activities.0.window": {"start": "2026-07-20", "end": "2026-07-30", "sensitivity": "shared"},
    "planning.activities.1.window": {"start": "2026-08-03", "end": "2026-08-20", "sensitivity": "shared"},
    "implementation.sessions": [{"activity": "gate_workshops", "title": "First day", "date": "2026-07-21"}],
    "coordination.calendar": [{"title": "Day of the flood", "date": "2026-07-20", "kind": "anniversary"}],
}
#: The same promise by somebody whom both sides see, and who has no office to make it.
_PROMISED = {
    "planning.activities.1.attribution_max": "named",
    "coordination.messages.0.activity": "teachers_course",
    "coordination.messages.0.attribution": "named",
    "coordination.messages.0.said_by": "centre",
    "coordination.messages.0.consent": {"who": "The centre", "how": "in writing", "when": "2026-06-01"},
}
_VISIT = {"id": "visit", "title": "Quiet visit", "type": "shuttle", "track": "i_5", "belongs_to": "track_i"}
_VISIT |= {"parties": ["upper_valley"], "level": ["top"]}
_AHEAD = {"start": "2026-07-15", "end": "2026-07-17"}
_BEGUN = {"start": "2026-06-15", "end": "2026-07-17"}
#: What convenors may not see, one of each kind, by the list that it is added to.
HIDDEN: Mapping[str, tuple[str, dict[str, Any]]] = {
    "visit ahead": ("planning.activities", {**_VISIT, "window": _AHEAD}),
    "visit begun": ("planning.activities", {**_VISIT, "window": _BEGUN}),
    "effort": ("assessment.efforts", {"id": "quiet", "name": "Quiet talks", "track": "i", "from": "2026-07-03"}),
    "gap": ("assessment.gaps", {"id": "quiet", "description": "Nobody asks the guards.", "priority": "high"}),
    "session": ("implementation.sessions", {"activity": "gate_workshops", "title": "Quiet day", "date": "2026-07-20"}),
    "output": (
        "implementation.outputs",
        {"id": "quiet", "kind": "option", "text": "A word", "date": "2026-07-02"},
    ),
    "change": (
        "implementation.adaptations",
        {"date": "2026-06-20", "what_changed": "A new aim", "told_track_i": "false"},
    ),
    "contact": (
        "implementation.coordination_log",
        {"date": "2026-06-28", "direction": "to_track_i", "content": "A word"},
    ),
    "round": (
        "coordination.track_i_rounds",
        {"id": "quiet", "title": "Quiet round", "from": "2026-07-20", "to": "2026-07-23", "exclusive": "true"},
    ),
    "day": ("coordination.calendar", {"title": "Quiet vote", "date": "2026-07-21", "kind": "election"}),
    "message": (
        "coordination.messages",
        {"topic": "contacts", "stance": "opposes", "audience": "track_i", "date": "2026-06-29", "text": "A quiet no"},
    ),
    "promise": ("coordination.commitments", {"by": "track_i", "what": "A quiet list", "due": "2026-07-04"}),
    "handing over": (
        "coordination.transfers",
        {"what": "A quiet paper", "from": "track_ii", "to": "track_i", "handed_over": "2026-06-29"},
    ),
    "funder": ("conception.funding.sources", {"actor": "ministry", "share": "0.85"}),
    "meeting": ("engagements.track_i", {"id": "quiet", "title": "Quiet meeting", "date": "2026-07-05"}),
    "follow-up": ("evaluation.follow_ups", {"id": "quiet", "action": "A quiet call", "due": "2026-07-06"}),
}


def _added(kind: str) -> dict[str, Any]:
    """Return the case with what convenors may not see of one kind."""
    place, item = HIDDEN[kind]
    documents = copy.deepcopy(_documents())
    around: Any = documents
    *steps, last = path_of(place)
    for step in steps:
        around = around.setdefault(step, {"sensitivity": "shared"})
    # A list that says why it is empty holds nothing.
    listed = around.get(last, []) if isinstance(around.get(last), list) else []
    around[last] = [*listed, {**item, "sensitivity": "track_i_only"}]
    return documents


@functools.cache
def _documents() -> dict[str, Any]:
    return edited(plain_data("crossed-lines"), _LATER)


def _case(documents: Mapping[str, Any]) -> Case:
    case = case_from(copy.deepcopy(documents))
    assert case is not None
    return case


def _report(documents: Mapping[str, Any]) -> Report:
    return report(Views(_case(documents)), wording())


def _printed(one: Matter) -> bytes:
    """Return all that the report prints of a finding but what may be said, which goes to both sides."""
    at_once = wording().say("report.at_once") if one.is_urgent else ""
    by = wording().say("report.before", date=wording().in_words(one.before.value)) if one.before else at_once
    readings = [str(about.readings) for item in one.items for about in said_of(item, None)]
    printed = (one.sentence, one.severity, one.owner, one.remedy, by, one.changed, one.is_past, *readings)
    return "|".join(map(str, printed)).encode()


def _lines(made: Report) -> list[bytes]:
    """Return the lines that convenors own, in the order of the report."""
    return [_printed(one) for one in (*made.to_act_on, *made.to_know) if one.of == "track-ii"]


def _others(made: Report) -> list[bytes]:
    return [_printed(one) for one in (*made.to_act_on, *made.to_know) if one.of is None]


@pytest.mark.parametrize("kind", HIDDEN)
def test_no_byte_of_a_line_that_a_side_owns_depends_on_what_it_may_not_see(kind: str) -> None:
    """Whatever is hidden from those who lead, their lines stand as without it, and in the same order."""
    before, after = _report(_documents()), _report(_added(kind))
    assert len(_lines(before)) > 4
    assert _lines(after) == _lines(before)


def test_what_is_hidden_moves_other_lines_of_the_report() -> None:
    """Or the test above would show nothing: whoever sees both sides is told of most of it."""
    before = set(_others(_report(_documents())))
    moved = {kind for kind in HIDDEN if set(_others(_report(_added(kind)))) != before}
    assert {"visit ahead", "visit begun", "gap", "change", "round", "day", "handing over", "funder"} <= moved


@pytest.mark.parametrize("start", ["2026-07-02", "2026-07-27", "2026-06-10"])
def test_a_day_that_is_shown_less_exactly_is_told_so(start: str) -> None:
    """Those who lead see July; whichever day it is, or that it has passed, their line says July."""
    window = {"start": {"value": start, "sensitivity": "track_i_only"}, "coarse": "2026-07", "sensitivity": "shared"}
    window["end"] = {"value": "2026-07-29", "sensitivity": "track_i_only"}
    documents = edited(_documents(), {"planning.activities.0.window": window})
    (line,) = [one for one in _lines(_report(documents)) if "do not go ahead" in one.decode()]
    assert "Before July 2026." in line.decode()


@pytest.mark.parametrize("day", ["2026-07-10", "2026-08-20"])
def test_a_hidden_date_of_what_a_line_is_about_is_no_day_to_act_by(day: str) -> None:
    """When the aim changes, those who lead do not see here."""
    hidden = {"value": day, "sensitivity": "track_i_only"}
    without, closed = (edited(_documents(), {"implementation.adaptations.0.date": one}) for one in (None, hidden))
    assert _lines(_report(closed)) == _lines(_report(without))


@pytest.mark.parametrize("kind", ["visit ahead", "visit begun"])
def test_whoever_sees_both_sides_is_told_what_a_line_of_theirs_leaves_out(kind: str) -> None:
    """A line beside theirs names all the work, is the coordinator's, and may be said to nobody."""
    made = _report(_added(kind))
    (more,) = [one for one in (*made.to_act_on, *made.to_know) if one.is_more]
    assert "Quiet visit" in more.sentence
    assert (more.owner, more.to_track_i, more.to_track_ii) == ("The coordinator between the tracks", "", "")
    assert more.is_urgent is (kind == "visit begun")


@pytest.mark.parametrize(("seen_by", "is_asked"), [("team_only", True), ("shared", False)])
def test_an_answer_that_a_side_does_not_see_takes_nothing_from_its_line(seen_by: str, is_asked: bool) -> None:
    """The finding stands with its answer, and with what its owner is to do as long as the owner's pack asks that."""
    told = next(one for one in tell(Views(_case(_documents())), wording()).findings if one.of == "track-ii")
    answer = {"finding": told.fingerprint, "because": "Both wished it so.", "by": "Desk", "decided": "2026-06-30"}
    answer |= {"until": "2026-09-01", "sensitivity": seen_by}
    made = _report(edited(_documents(), {"coordination.answered_findings": [answer]}))
    ((matter, is_open),) = [(one.matter, one.is_open) for one in made.answered]
    assert is_open is is_asked
    assert sorted([*_lines(made), _printed(matter)]) == sorted(_lines(_report(_documents())))


@pytest.mark.parametrize("side", ["track_i", "track_ii"])
def test_nothing_is_to_be_said_to_a_side_of_what_the_mandate_keeps_from_it(side: str) -> None:
    """Of each finding on such a topic, and of each item on it, the report says that nothing may be said."""
    documents = edited(_documents(), _PROMISED)
    usual = _report(edited(documents, {"coordination.mandate": None}))
    kept = _report(edited(documents, {"coordination.mandate.to_" + side: {"may_not": ["gates"]}}))
    before, after = (
        {getattr(one, f"to_{side}") for one in (*made.to_act_on, *made.to_know)} - {""} for made in (usual, kept)
    )
    on_gates = {text for text in before if "The gates" in text}
    assert on_gates
    assert after == before - on_gates
    assert not [one for one in (*kept.to_act_on, *kept.to_know) if one.of == side and "The gates" in one.sentence]
