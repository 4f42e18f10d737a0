"""Pressing: which open questions are to be settled first, and which stand together.

Source: handbook map, section 2: a decision, the danger to participants, the law and consent come before all else in its
steps and pitfalls; the order is this project's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from briefpack.disclosure.questions import Question

#: The questions on which the safety of people and the whole of the work hang, the most pressing first.
PRESSING = (
    "assessment.decision",
    "assessment.decision.value",
    "assessment.feasibility",
    "assessment.feasibility.participant_risk",
    "implementation.participant_risks",
    "conception.do_no_harm",
    "assessment.legal_review.cleared",
    "assessment.parties.contact_status",
    "planning.activities.confidentiality",
    "planning.activities.transfer.consent",
    "implementation.outputs.consent",
    "assessment.track_i.phase",
    "conception.desired_change",
    "conception.track_i_relation",
    "coordination.liaisons",
)


def pressing(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return those of some open questions that are to be settled first, in the order of `PRESSING`."""
    found = (one for one in questions if one.key in PRESSING)
    return tuple(sorted(found, key=lambda one: PRESSING.index(one.key)))


def by_item(questions: Iterable[Question]) -> tuple[tuple[Question, ...], ...]:
    """Return some open questions in rows: each alone, or with those next to it that are about the same item.

    Items of which the same is asked share a row, that of the first.
    """
    rows: dict[object, tuple[Question, ...]] = {}
    for _, same in groupby(questions, key=lambda one: (one.about is not None, one.names)):
        row = tuple(same)
        if row[0].about is None:
            rows |= {one: (one,) for one in row}
        else:
            asked = tuple((one.key, one.is_past) for one in row)
            rows[asked] = (*rows.get(asked, ()), *row)
    return tuple(rows.values())
