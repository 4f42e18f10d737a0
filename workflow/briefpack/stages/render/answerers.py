"""Answerers: who could answer an open question, by the field that it asks for.

It follows from the field alone, never from who is named in the case: so it is the same whatever a reader is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from briefpack.disclosure.questions import Question

Answerer = Literal[
    "convenors", "participants", "officials", "liaisons", "funders", "evaluators", "lawyers", "analysts", "authors"
]
#: In the order of printing.
ANSWERERS: tuple[Answerer, ...] = get_args(Answerer)
#: The beginning of fields, and who could answer what they ask; the longest that fits counts.
_BY_FIELD: dict[str, Answerer] = {
    "case": "authors",
    "engagements": "authors",
    "assessment": "analysts",
    "assessment.legal_review": "lawyers",
    "assessment.parties.contact_status": "lawyers",
    "assessment.track_i": "officials",
    "conception": "convenors",
    "conception.funding": "funders",
    "conception.track_i_relation": "liaisons",
    "conception.linkages": "liaisons",
    "conception.evaluation_frame": "evaluators",
    "planning": "convenors",
    "planning.activities.budget": "funders",
    "planning.activities.transfer.consent": "participants",
    "implementation": "convenors",
    "implementation.coordination_log": "liaisons",
    "implementation.outputs.consent": "participants",
    "implementation.participant_risks": "participants",
    "implementation.adaptations.told_track_i": "liaisons",
    "evaluation": "evaluators",
    "evaluation.follow_ups": "convenors",
    "evaluation.evaluation.transfer": "officials",
    "evaluation.reentry_reports": "participants",
    "coordination": "liaisons",
    "coordination.track_i_rounds": "officials",
    "coordination.transfers.used": "officials",
    "coordination.transfers.received": "officials",
    "coordination.transfers.consent": "participants",
}


def who_could_answer(question: Question) -> Answerer:
    """Return who could answer an open question."""
    steps = question.key.split(".")
    fields = (".".join(steps[:length]) for length in range(len(steps), 0, -1))
    return next(_BY_FIELD[field] for field in fields if field in _BY_FIELD)


def in_order(questions: Iterable[Question]) -> list[Question]:
    """Return open questions by who could answer them, and in the order of the model for each of these."""
    return sorted(questions, key=lambda one: ANSWERERS.index(who_could_answer(one)))
