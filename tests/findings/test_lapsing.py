"""Lapsing: an answer holds no longer once anything changes that decided what it answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.building import case_from
from tests.findings.tables import Row, edited, rows
from tests.profiles import by_profile

from briefpack.case.content import Case, Found
from briefpack.case.dates import PartialDate
from briefpack.disclosure.views import Views
from briefpack.findings import judge
from briefpack.findings.fingerprint import fingerprint
from briefpack.findings.telling import unseen

FIRES = [row for row in rows() if row.kind == "fires"]
#: How many other words are put in turn into the place of one; None is every one.
SAMPLE = by_profile(2, 4, None)
_UNTRIED = (("case", "sensitivity"), ("case", "title"), ("case", "date_of_information"))
#: Fields whose values a rule may read, or that stand in its small cases, and that decide none of its findings there.
#: The day that counts as today decides of every rule; an answer has an end date of its own for what time does to it.
_OTHERS = "it is another item, which makes no finding and takes none away"
_NO_INPUT = "no rule compares it, and it is no part of what the answer is about"
_OTHER_TIME = "the rule compares a session, or the other end, and tells of this by its values where it does"
_NAMES = "what a party or a body is called is no part of it, and of a body only whether it may be named"
_SEALED = "the registry decides, by a stamp of its own"
UNDECIDING: dict[str, dict[str, str]] = {
    "C01": dict.fromkeys(("assessment", "case.actors", "coordination", "planning"), _SEALED),
    "C02": dict.fromkeys(("assessment", "case.actors", "planning"), _SEALED),
    "C03": {"planning.activities.window": _OTHER_TIME, "implementation.sessions": _OTHERS},
    "C05": {
        "assessment.efforts": "what the two share and their days are values; a third piece of work is another finding",
        "assessment.parties.name": _NAMES,
        "planning.activities.track": "work of any track doubles other work",
    },
    "C06": {"assessment.efforts": "work that the gap does not name is no part of it"},
    "C07": {
        "assessment.efforts.name": _OTHERS,
        "assessment.feasibility.civil_society": "whether it is known decides how grave it is, and that counts",
        "assessment.parties.name": _OTHERS,
        "engagements.track_ii": "a session that was held reaches nobody now; one ahead takes the finding away",
    },
    "C08": {"conception.scale_up": "whether all of it is none decides how grave it is, and that counts"},
    "C09": {"planning.activities": "a line is answered, whatever work it is written for"},
    "C10": {
        "assessment.parties.name": _NAMES,
        "case.actors.name": _NAMES,
        "case.actors.kind": _OTHERS,
        "coordination.messages.consent": "whether somebody agreed decides only whether the view shows who says it",
        "planning.activities": "what is said is answered, whatever work it is about",
        "coordination.messages.activity": "what is said is answered, whatever work it is about",
    },
    "C11": {
        "case.actors.name": _NAMES,
        "implementation.outputs": "an output that is handed over is itself; what it came of is beside it",
        "planning.activities": "what is handed over is answered, whatever work it came of",
    },
    "C12": {
        "evaluation.evaluation.transfer": "a use that is known takes the finding away; this is of another thing",
        "implementation.outputs": "an output that is handed over is itself; what it came of is beside it",
        "planning.activities": "what is handed over is answered, whatever work it came of",
    },
    "C13": {"case.actors": _NAMES, "coordination.liaisons.track": "it is another contact on the same side"},
    "C14": {
        "implementation.coordination_log": _OTHERS,
        "conception.track_i_relation": _OTHERS,
        "conception.track_i_relations": _OTHERS,
    },
    "C15": {"assessment.track_i": "there are rounds to judge by", "coordination.track_i_rounds": _OTHERS},
    "C16": {"assessment.conflict.name": _NO_INPUT, "assessment.efforts": _OTHERS},
    "C17": {
        "coordination.track_i_rounds": "the last event since is told, and this is another",
        "planning": "it is as of a day of its own",
        "conception": "it is as of a day of its own",
        "assessment.as_of": "it is as of a day of its own",
    },
    "C18": {"assessment.gaps": _OTHERS, "planning.activities": _OTHERS},
    "C19": {"conception.track_i_relations": "it is another time than the one in which the change falls"},
    "C20": {
        "case.actors.kind": _NAMES,
        "conception.funding.sources.share": "who pays is a government, however much",
    },
    "C21": {
        "assessment.efforts": _OTHERS,
        "planning.activities": _OTHERS,
        "conception.track_i_relations": _OTHERS,
        "assessment.feasibility.civil_society": "whether it is known decides how grave it is, and that counts",
    },
    "C22": {"assessment.status": _OTHERS, "conception.status": _OTHERS},
    "C23": {
        "case.front_pages.track_i.asks.by": "the two dates are answered; the other dates are findings of their own",
        "engagements.track_i.date": "the two dates are answered; the day of the meeting is none of them",
        "engagements.track_i.title": "of a meeting the decision is answered",
        "coordination": "the two dates are answered, not whose; the other dates are findings of their own",
        "implementation": "the two dates are answered, not of what kind; the other dates are findings of their own",
        "planning.activities": _OTHER_TIME,
    },
    "C24": {
        "case.front_pages": _OTHERS,
        "coordination.commitments": "the two dates are answered, not whose, nor how far it is",
        "evaluation.follow_ups": "the two dates are answered, not how far it is; a third thing is another finding",
    },
    "C25": {
        "planning.activities.media.policy": _NO_INPUT,
        "planning.activities.release_to": _NO_INPUT,
        "planning.activities.track": _NO_INPUT,
    },
    "C26": {
        "assessment.feasibility.civil_society": "it bears out one part of a point, of which another is lacking",
        "assessment.legal_review": _OTHERS,
        "assessment.parties.name": _NAMES,
        "evaluation": _OTHERS,
        "planning.activities": _OTHERS,
    },
    "C27": {
        "assessment.efforts": "bodies and kinds are values; days decide the order and the words, and no more of it",
        "case.actors": _NAMES,
        "planning.activities": "the body that it names is a value",
    },
    "C28": {
        "planning.activities.track": "work of any track but the first goes on against the decision",
        "engagements.track_ii.title": "a session ahead goes on against the decision, whatever it is called",
    },
    "C29": {
        "evaluation.evaluation.transfer": "a use that is known takes the finding away; this is of another thing",
        "implementation.outputs": "an output that is handed over is itself; what it came of is beside it",
        "planning.activities": "what is handed over is answered, whatever work it came of",
    },
    "C30": {
        "case.front_pages.track_i.if_raised": "the topic and the answer are answered, however that stands",
        "engagements.track_i": "the topic and the answer are answered, whatever meeting that is for",
        "coordination.mandate": "the topic that may not be told is a value; the others are no part of it",
        "coordination.information_flow.from": "it matters who is told, and not by whom",
        "coordination.transfers": _OTHERS,
        "implementation.outputs": "the topic is answered, whatever is handed over",
    },
}


def _fingerprints(row: Row, case: Case) -> dict[object, str]:
    """Return the fingerprint of each finding of the rule of a row, by its key."""
    views = Views(case)
    view = views.of("coordinator")
    found = judge(view, seated=row.seated, unseen=unseen(views)).findings
    return {one.key: fingerprint(one, view) for one in found if one.rule == row.rule}


def _field(found: Found) -> str:
    """Return the field of a value: its place without positions."""
    return ".".join(step for step in found.path if isinstance(step, str))


def _others(found: Found) -> list[Any]:
    """Return what else could stand in the place of a value."""
    if isinstance(found.value, PartialDate):
        return ["2019-01-01", "2023-06", "2024-05-09", "2030"]
    if isinstance(found.value, bool):
        return ["false" if found.value else "true"]
    if found.shape.words and not isinstance(found.value, tuple):
        return [str(word) for word in found.shape.words if str(word) != str(found.value)]
    return ["Something else"] if isinstance(found.value, str) else ["0.95"]


def _changed(row: Row) -> Iterator[tuple[str, Case]]:
    """Return the field of each value of a row, and the case with another value there, or with none."""
    for found in row.case.every_value:
        is_single = not isinstance(found.value, tuple) and not hasattr(found.value, "model_fields_set")
        if not is_single or found.path[-1] == "id" or found.path in _UNTRIED:
            continue
        others = _others(found)
        others = [one for one in others if one != str(found.value)]
        others = others if SAMPLE is None else others[:: max(1, len(others) // SAMPLE)][:SAMPLE]
        for other in (*others, None):
            case = case_from(edited(row.documents, {".".join(map(str, found.path)): other}))
            if case is not None:
                yield _field(found), case


def _decides(rule: str, field: str) -> bool:
    """Return whether a field is not listed, nor what it stands in, as one that decides nothing."""
    return not any(f"{field}.".startswith(f"{name}.") for name in UNDECIDING.get(rule, {}))


@pytest.mark.parametrize("row", FIRES, ids=str)
def test_whatever_decided_changes_its_finding_goes_or_the_answer_lapses(row: Row) -> None:
    """Each value of each small case that breaks a rule is changed, and taken away; words need not name what decides."""
    before = _fingerprints(row, row.case)
    held = {field for field, case in _changed(row) if before.items() <= _fingerprints(row, case).items()}
    assert [field for field in sorted(held) if _decides(row.rule, field)] == []


#: What an answer was about though no rule compares it, by rule: what a transfer is, whom a gap is for, what work is.
ANSWERED = [
    ("C06", {"assessment.efforts.0.state": "ended"}),
    ("C06", {"assessment.gaps.0.level": "top"}),
    ("C06", {"assessment.gaps.0.description": "Nobody hears those in the woods."}),
    ("C11", {"coordination.transfers.0.to": "track_ii"}),
    ("C11", {"coordination.transfers.0.how": "By word of mouth"}),
    ("C11", {"coordination.transfers.0.topic": "ferry"}),
    ("C11", {"coordination.transfers.0.what": "Another paper"}),
    ("C18", {"planning.activities.0.title": "Training with arms"}),
    ("C18", {"planning.activities.0.window": {"start": "2025"}}),
    ("C16", {"planning.activities.0.title": "Training with arms"}),
    ("C04", {"planning.activities.0.title": "Training with arms"}),
    ("C28", {"planning.activities.0.title": "Training with arms"}),
]


@pytest.mark.parametrize(("rule", "edit"), ANSWERED, ids=[f"{rule} {next(iter(edit))}" for rule, edit in ANSWERED])
def test_an_answer_lapses_when_the_thing_becomes_another(rule: str, edit: dict[str, Any]) -> None:
    """The rule finds the same still."""
    row = next(row for row in FIRES if row.rule == rule)
    case = case_from(edited(row.documents, edit))
    assert case is not None
    before, after = _fingerprints(row, row.case), _fingerprints(row, case)
    kept = before.keys() & after.keys()
    assert kept
    assert any(before[key] != after[key] for key in kept)
