"""Answers: a finding that the case answers is told apart, for as long as the answer holds."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.building import LEAST, case_from, wording, write_case
from tests.building import tell as run
from tests.findings.tables import edited, rows
from tests.packs.test_report import NAMED, markdown, reported

from briefpack.case.content import Case
from briefpack.disclosure.inside import inside
from briefpack.disclosure.views import Views
from briefpack.findings.answers import Cause
from briefpack.findings.telling import Telling, tell
from briefpack.house.rule_changes import RuleChange

FIRES = next(row for row in rows() if row.rule == "C19" and row.kind == "fires")


_HIDDEN = {"exclusive": "true", "to": "2024-05-10"}


def _case(documents: Any) -> Case:
    case = case_from(documents)
    assert isinstance(case, Case)
    return case


def _told(**edits: Any) -> Telling:
    """Return what is told of a case with one finding, with these lists of its coordination file, today 1 March 2024."""
    documents = copy.deepcopy(dict(FIRES.documents))
    documents["case"]["date_of_information"] = "2024-03-01"
    documents.setdefault("coordination", {"sensitivity": "shared"}).update(edits)
    case = case_from(documents)
    assert isinstance(case, Case)
    return tell(Views(case), wording())


def _answer(until: str = "2024-05-01", finding: str = "", decided: str = "2024-03-01") -> list[dict[str, str]]:
    named = finding or _told().findings[0].fingerprint
    told = {"because": "Officials asked not to hear of it.", "by": "The board", "decided": decided}
    return [{"finding": named, **told, "until": until}]


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
    assert [inside(one.answer).path for one in telling.lapsed] == [("coordination", "answered_findings", 0)]


@pytest.mark.parametrize("until", ["2024-03-01", "2024-08-28"])
def test_an_answer_holds_on_its_first_and_its_last_possible_day(until: str) -> None:
    """Today, and 180 days after it was decided."""
    assert _told(answered_findings=_answer(until)).findings == ()


@pytest.mark.parametrize(
    ("decided", "until", "is_held"),
    [("2023-09-03", "2024-03-01", True), ("2023-09-02", "2024-03-01", False), ("2024-03-02", "2024-04-01", False)],
)
def test_the_180_days_are_counted_from_the_day_on_which_it_was_decided(decided: str, until: str, is_held: bool) -> None:
    """So one that reaches too far never comes to hold as time goes by; nor does one that is decided later."""
    telling = _told(answered_findings=_answer(until, decided=decided))
    assert bool(telling.answered) is is_held


def test_without_a_date_of_information_nobody_can_tell_whether_an_answer_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It answers nothing, and the message says what is missing rather than that something has changed."""
    answer = "{finding: C19-01234567, because: Agreed, by: The board, decided: 2024-03-01, until: 2024-04-01}"
    coordination = f"sensitivity: shared\nanswered_findings: [{answer}]\n"
    undated = run(capsys, "check", "--quiet", "--findings", write_case(tmp_path, case=LEAST, coordination=coordination))
    assert "nobody can tell whether this answer holds, since the case has no date_of_information" in undated.out
    assert "holds no longer" not in undated.out
    dated = LEAST + "date_of_information: 2024-03-01\n"
    told = run(capsys, "check", "--quiet", "--findings", write_case(tmp_path, case=dated, coordination=coordination))
    assert "this answer holds no longer: nothing of its rule is found any more" in told.out


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


#: An answer that does not hold, why, and what the report says of that.
_LAPSED: dict[Cause, tuple[dict[str, Any], str]] = {
    "early": ({"decided": "2024-03-02"}, "so it does not hold yet."),
    "long": ({"until": "2024-08-29"}, "this one reaches further, so it holds on no day."),
    "passed": ({"until": "2024-02-29", "decided": "2024-02-01"}, "Its last day, 29 February 2024, has passed."),
    "changed": ({"finding": "C19-01234567"}, "other findings of this kind stand in this report."),
    "gone": ({"finding": "C27-01234567"}, "Nothing of this kind is found any more."),
}


@pytest.mark.parametrize("cause", _LAPSED)
def test_the_report_says_of_an_answer_that_does_not_hold_what_it_answered_by_whom_until_when_and_why(
    tmp_path: Path, cause: Cause
) -> None:
    """The sentence of the finding where that stands, else what kind it was; and never another cause."""
    answer = {**_answer()[0], **_LAPSED[cause][0]}
    documents = copy.deepcopy(dict(FIRES.documents))
    documents["case"] |= {"date_of_information": "2024-03-01", "handling": {"distribution": {"coordinator": ["Desk"]}}}
    documents["coordination"] = {"sensitivity": "shared", "answered_findings": [answer]}
    (lapsed,) = tell(Views(_case(documents)), wording()).lapsed
    assert lapsed.cause == cause
    texts = {name: yaml.safe_dump(document) for name, document in documents.items()}
    report = markdown(reported(write_case(tmp_path, **texts)))
    (line,) = re.findall(r"^- \*\*An answer that does not hold:\*\* (.*)$", report, re.MULTILINE)
    assert "*Officials asked not to hear of it (by: The board; " in line
    assert line.endswith(_LAPSED[cause][1])
    named = wording().say(f"findings.{lapsed.rule}.name")
    sentence = next((one.sentence for one in _told().findings if one.fingerprint == answer["finding"]), "")
    assert line.startswith(sentence or f"A finding of this kind: {named}.")
    assert bool(sentence) == (cause in {"early", "long", "passed"})


def test_page_one_says_that_all_that_was_found_is_answered(tmp_path: Path) -> None:
    """It does not say that nothing was found, and leads to the answers."""
    documents = copy.deepcopy(dict(FIRES.documents))
    documents["case"] |= {"date_of_information": "2024-03-01", "handling": {"distribution": {"coordinator": ["Desk"]}}}
    documents["coordination"] = {"sensitivity": "shared", "answered_findings": _answer()}
    texts = {name: yaml.safe_dump(document) for name, document in documents.items()}
    report = markdown(reported(write_case(tmp_path, **texts)))
    assert "All that rules found between the tracks that does not fit is answered: one finding (Annex H)." in report
    assert "No rule found anything" not in report


def test_the_command_line_says_how_many_findings_are_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that no findings are told apart from none that stand unanswered."""
    documents = copy.deepcopy(dict(FIRES.documents))
    documents["case"]["date_of_information"] = "2024-03-01"
    documents["coordination"] = {"sensitivity": "shared", "answered_findings": _answer()}
    case = write_case(tmp_path, **{name: yaml.safe_dump(document) for name, document in documents.items()})
    told = run(capsys, "check", "--quiet", "--findings", case)
    assert told.out.splitlines()[-1].startswith(f"{case}: 0 findings, 1 answered")
    assert told.status == 0


def test_an_answer_to_a_finding_of_no_rule_is_told_by_what_it_names(tmp_path: Path) -> None:
    """Anybody may type a number."""
    given = "sensitivity: shared\nanswered_findings: [{finding: C99-01234567, because: Agreed, by: The board, decided: 2024-03-01, until: 2024-04-01}]\n"  # noqa: E501
    report = markdown(reported(write_case(tmp_path, case=NAMED, coordination=given)))
    assert "**An answer that does not hold:** C99-01234567." in report
    assert "Nobody can tell whether it holds, since the case has no date of information" in report


def test_check_says_of_each_answer_that_does_not_hold_one_cause_and_quotes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where the document is for editors, whose messages repeat nothing that the case says."""
    documents = copy.deepcopy(dict(FIRES.documents))
    documents["case"]["date_of_information"] = "2024-03-01"
    answers = [{**_answer()[0], **change} for change, _ in _LAPSED.values()]
    documents["coordination"] = {"sensitivity": "shared", "answered_findings": answers}
    folder = write_case(tmp_path, **{name: yaml.safe_dump(document) for name, document in documents.items()})
    told = run(capsys, "check", "--quiet", "--findings", folder).out
    lines = [line.partition("this answer ")[2] for line in told.splitlines() if "this answer " in line]
    assert len({*lines}) == len(lines) == len(_LAPSED)
    machines = run(capsys, "check", "--quiet", "--findings", "--format", "json", folder).out
    assert all(line in machines for line in lines)
    assert "The board" not in told + machines


#: What else a value may say that decides a finding and leaves it standing, by rule; all edits at a time.
CHANGES: list[tuple[str, dict[str, str]]] = [
    ("C03", {"planning.activities.0.track": "iii"}),
    ("C03", {"coordination.track_i_rounds.0.exclusive": "true"}),
    ("C04", {"coordination.calendar.0.kind": "election"}),
    ("C05", {f"assessment.efforts.{one}.activity_type": "peace_education" for one in (0, 1)}),
    ("C05", {"assessment.efforts.0.from": "2020"}),
    ("C09", {"coordination.messages.0.topic": "ferry", "coordination.public_lines.0.topic": "ferry"}),
    ("C10", {"coordination.messages.0.audience": "track_ii"}),
    ("C19", {"implementation.adaptations.0.new": "Another aim altogether"}),
    ("C25", {"planning.activities.0.confidentiality": "deniable"}),
    ("C27", {"assessment.efforts.0.activity_type": "shuttle"}),
]
#: What makes a finding graver, or no more than information, by rule.
WEIGHED: list[tuple[str, dict[str, Any]]] = [
    ("C03", {"coordination.track_i_rounds.0.exclusive": "true"}),
    ("C06", {"assessment.gaps.0.priority": "low"}),
    ("C07", {"assessment.feasibility.civil_society": "unknown"}),
    ("C08", {"conception.scale_up": [{"mode": "none", "mechanism": "No step is planned"}]}),
    ("C14", {"case.over": {"since": "2024-06"}}),
    ("C21", {"assessment.feasibility.civil_society": "unknown"}),
]


@pytest.mark.parametrize(
    ("rule", "edit"), CHANGES + WEIGHED, ids=[f"{rule} {next(iter(edit))}" for rule, edit in CHANGES + WEIGHED]
)
def test_an_answer_lapses_when_anything_changes_that_decided(rule: str, edit: dict[str, str]) -> None:
    """The same rule finds the same items still, by another value that the sentence need not name."""
    row = next(row for row in rows() if row.rule == rule and row.kind == "fires")
    before, after = (
        next(one for one in tell(Views(_case(documents)), wording()).findings if one.rule == rule)
        for documents in (row.documents, edited(row.documents, edit))
    )
    assert before.places == after.places
    assert before.fingerprint != after.fingerprint
    assert (before.severity != after.severity) or (rule, edit) in CHANGES


def test_an_answer_holds_whatever_severity_an_organisation_gives_the_rule() -> None:
    """A case has one answer, and may be built for several organisations."""
    views = Views(_case(FIRES.documents))
    changes = {"C19": RuleChange(severity="low", because="We hear of it each week.")}
    (own,), (theirs,) = (tell(views, wording(), each).findings for each in ({}, changes))
    assert own.severity != theirs.severity
    assert own.fingerprint == theirs.fingerprint


def test_an_answer_to_nothing_is_listed() -> None:
    """Its finding was mended, or never there."""
    telling = _told(answered_findings=_answer(finding="C03-01234567"))
    assert len(telling.lapsed) == 1


@pytest.mark.parametrize("change", [{"exclusive": "false"}, {"to": "2024-05-20"}, {}])
def test_what_may_be_said_to_a_side_does_not_turn_on_an_answer_that_lapses_with_what_is_hidden(
    change: dict[str, str],
) -> None:
    """Of a round its exclusiveness and last day are hidden from track II; the answer holds by them, or by none."""
    row = next(row for row in rows() if row.rule == "C03" and row.kind == "fires")
    documents = copy.deepcopy(dict(row.documents))
    round_ = documents["coordination"]["track_i_rounds"][0]
    round_ |= {name: {"value": value, "sensitivity": "track_i_only"} for name, value in _HIDDEN.items()}
    (asked,) = (one for one in tell(Views(_case(documents)), wording()).findings if one.rule == "C03")
    answer = _answer("2024-05-30", asked.fingerprint)
    documents["case"]["date_of_information"] = "2024-05-01"
    documents["coordination"]["answered_findings"] = answer
    round_ |= {name: {"value": value, "sensitivity": "track_i_only"} for name, value in change.items()}
    telling = tell(Views(_case(documents)), wording())
    assert bool(telling.answered) is not bool(change)
    told = [one for one in (*telling.findings, *(one for one, _ in telling.answered)) if one.rule == "C03"]
    assert [one.said["track-ii"] for one in told] == [asked.said["track-ii"]]
    assert asked.said["track-ii"]
