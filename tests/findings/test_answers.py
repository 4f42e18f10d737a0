"""Answers: a finding that the case answers is told apart, for as long as the answer holds."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.building import case_from, wording
from tests.findings.tables import rows

from briefpack.case.content import Case
from briefpack.disclosure.inside import inside
from briefpack.disclosure.views import Views
from briefpack.findings.telling import Telling, tell

FIRES = next(row for row in rows() if row.rule == "C19" and row.kind == "fires")


def _told(**edits: Any) -> Telling:
    """Return what is told of a case with one finding, with these lists of its coordination file, today 1 March 2024."""
    documents = copy.deepcopy(dict(FIRES.documents))
    documents["case"]["date_of_information"] = "2024-03-01"
    documents.setdefault("coordination", {"sensitivity": "shared"}).update(edits)
    case = case_from(documents)
    assert isinstance(case, Case)
    return tell(Views(case), wording())


def _answer(until: str = "2024-05-01", finding: str = "") -> list[dict[str, str]]:
    named = finding or _told().findings[0].fingerprint
    return [{"finding": named, "because": "Officials asked not to hear of it.", "by": "The board", "until": until}]


def test_an_answered_finding_stands_apart_with_its_answer() -> None:
    """It is no longer among those to act on, and no side sees the answer."""
    telling = _told(answered_findings=_answer())
    assert telling.findings == ()
    ((told, answer),) = telling.answered
    assert (told.rule, str(answer.because)) == ("C19", "Officials asked not to hear of it.")
    assert telling.lapsed == ()


@pytest.mark.parametrize("until", ["2024-02-29", "2024-08-29", "2025"])
def test_an_answer_holds_until_its_last_day_and_never_for_more_than_180_days(until: str) -> None:
    """One that has passed, or reaches further, answers nothing and is listed as lapsed."""
    telling = _told(answered_findings=_answer(until))
    assert [one.rule for one in telling.findings] == ["C19"]
    assert [inside(one).path for one in telling.lapsed] == [("coordination", "answered_findings", 0)]


@pytest.mark.parametrize("until", ["2024-03-01", "2024-08-28"])
def test_an_answer_holds_on_its_first_and_its_last_possible_day(until: str) -> None:
    """Today, and 180 days on."""
    assert _told(answered_findings=_answer(until)).findings == ()


def test_an_answer_lapses_when_what_it_answered_changes() -> None:
    """The same rule finds the same item, but officials now know more of the work."""
    answers = _answer()
    documents = copy.deepcopy(dict(FIRES.documents))
    documents["case"]["date_of_information"] = "2024-03-01"
    documents["conception"]["track_i_relation"]["awareness"] = "consulted"
    documents["coordination"] = {"sensitivity": "shared", "answered_findings": answers}
    case = case_from(documents)
    assert case is not None
    telling = tell(Views(case), wording())
    assert "C19" in [one.rule for one in telling.findings]
    assert len(telling.lapsed) == 1


def test_an_answer_to_nothing_is_listed() -> None:
    """Its finding was mended, or never there."""
    telling = _told(answered_findings=_answer(finding="C03-01234567"))
    assert len(telling.lapsed) == 1
