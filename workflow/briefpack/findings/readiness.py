"""Readiness: for the points of each phase that the data can tell, whether they are met.

Each function returns True where the view shows that the point is met, False where it shows that it is not or lacks what
it takes, and None where the point cannot be told. Source: handbook map, section 2 (readiness of each step).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from briefpack.disclosure.view import View
from briefpack.findings.finding import is_shown

Counterpart = Callable[[View], bool | None]


def _all(items: Any, *names: str) -> bool:
    """Return whether there are items, and each has an answer in every field of these names."""
    return bool(items) and all(is_shown(getattr(one, name)) for one in items for name in names)


def _shown(*dotted: str) -> Counterpart:
    """Return what tells whether a view has an answer at each of these places; one that nobody knows tells nothing."""

    def worked_out(view: View) -> bool | None:
        values = [_at(view.root, place.split(".")) for place in dotted]
        return (all(map(is_shown, values)) or None) if all(values) else False

    return worked_out


def _at(around: Any, steps: list[str]) -> Any:
    for step in steps:
        around = getattr(around, step)
    return around


def _legal_position(view: View) -> bool | None:
    states = [str(party.contact_status or "") for party in view.root.assessment.parties]
    if not {"restricted", "prohibited"} & set(states):
        return True if states and all(states) and "unknown" not in states else None
    cleared = view.root.assessment.legal_review.cleared
    return bool(cleared) and cleared.value is True


def _balanced(view: View) -> bool | None:
    """Return whether no party of an activity has more than three times as many people as another."""
    people = [one.participants.per_party for one in view.root.planning.activities]
    counted = [[leaf.value for _, leaf in parts] for parts in people if parts]
    numbers = [[int(number) for number in one if isinstance(number, int)] for one in counted]
    told = [one for one in numbers if len(one) > 1]
    return all(max(one) <= 3 * min(one) for one in told) if told else None


_WHOLE = _shown("conception.track_i_relation.timing")


def _timing(view: View) -> bool | None:
    """Return whether the timing is told: as a whole, or of a time at least."""
    conception = view.root.conception
    return any(is_shown(one.timing) for one in conception.track_i_relations) or _WHOLE(view)


def _failures(view: View) -> bool:
    return any(str(one.kind or "") == "failure" for one in view.root.evaluation.evaluation.lessons)


#: What tells whether a point is met, by phase and point; the points that only people can tell are not here.
COUNTERPARTS: Mapping[str, Mapping[str, Counterpart]] = MappingProxyType(
    {
        "assessment": {
            "parties_and_efforts_listed": _shown("assessment.parties", "assessment.efforts"),
            "gap_named": _shown("assessment.gaps"),
            "legal_position_settled": _legal_position,
            "participant_risk_judged": _shown("assessment.feasibility.participant_risk"),
            "feasibility_judged": _shown(
                "assessment.feasibility.civil_society", "assessment.feasibility.civil_liberties"
            ),
            "decision_recorded": _shown("assessment.decision.value"),
        },
        "conception": {
            "change_specific": _shown("conception.desired_change.to", "conception.desired_change.by"),
            "assumptions_stated": _shown("conception.theory_of_change.assumptions"),
            "scale_up_owned": lambda view: _all(view.root.conception.scale_up, "owner"),
            "level_and_quadrant_chosen": _shown("conception.leadership_levels", "conception.rpp.level"),
            "timing_stated": _timing,
            "liaison_named": _shown("conception.track_i_relation.liaison"),
            "baseline_taken": _shown("conception.evaluation_frame.baseline"),
            "exit_written": _shown("conception.exit.trigger"),
        },
        "planning": {
            "activities_tied_to_gaps": lambda view: _all(view.root.planning.activities, "addresses"),
            "numbers_balanced": _balanced,
            "transfer_designed": lambda view: _all(view.root.planning.activities, "transfer"),
            "holding_line_agreed": lambda view: all(
                bool(one.media.holding_line) for one in view.root.planning.activities
            ),
        },
        "implementation": {},
        "evaluation": {
            "follow_ups_agreed": lambda view: _all(view.root.evaluation.follow_ups, "responsible", "due"),
            "contact_rhythm_set": lambda view: _all(view.root.evaluation.contact_plan, "frequency"),
            "failures_recorded": _failures,
            "next_decided": _shown("evaluation.next.decision"),
        },
    }
)
