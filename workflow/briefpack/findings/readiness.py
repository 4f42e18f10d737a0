"""Readiness: for the points of each phase that the data can tell, whether they are met.

Each function tells that a point is so where the view shows it, that it is not where the view shows that or lacks what
it takes, and neither where the point cannot be told. Source: handbook map, section 2 (readiness of each step).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType
from typing import Any

from briefpack.case.amounts import least, most
from briefpack.disclosure.view import Node, View
from briefpack.findings.finding import is_answered, is_shown


@dataclass(frozen=True)
class WorkedOut:
    """Whether a point is so, and if not, why: names of what is lacking, the items that lack it, and in which words.

    `form` is that of the sentence on a claim which this contradicts.
    """

    is_so: bool | None
    lacking: tuple[str, ...] = ()
    items: tuple[Node, ...] = ()
    form: str = "lacking"


Counterpart = Callable[[View], WorkedOut]

#: How many times as many people of one party as of another are balanced still, and from where on they are not.
BALANCED, UNBALANCED = 2, 3


def _each(place: str, *names: str) -> Counterpart:
    """Return what tells whether there are items at a place, and each answers every field of these names."""

    def worked_out(view: View) -> WorkedOut:
        items = list(_at(view.root, place.split(".")))
        if not items:
            return WorkedOut(False, (place.rpartition(".")[2],))
        bare = tuple(one for one in items if not all(is_answered(_at(one, name.split("."))) for name in names))
        lacking = [name for name in names if not all(is_answered(_at(one, name.split("."))) for one in bare)]
        return WorkedOut(not bare, tuple(name.rpartition(".")[2] for name in lacking), bare, "items")

    return worked_out


def _shown(*dotted: str) -> Counterpart:
    """Return what tells whether a view has an answer at each of these places; one that nobody knows tells nothing."""

    def worked_out(view: View) -> WorkedOut:
        values = {place: _at(view.root, place.split(".")) for place in dotted}
        lacking = tuple(
            place.rpartition(".")[2] for place, value in values.items() if not (value or is_answered(value))
        )
        return WorkedOut(False, lacking) if lacking else WorkedOut(all(map(is_shown, values.values())) or None)

    return worked_out


def _at(around: Any, steps: list[str]) -> Any:
    for step in steps:
        around = getattr(around, step)
    return around


def _legal_position(view: View) -> WorkedOut:
    parties = list(view.root.assessment.parties)
    states = [str(party.contact_status or "") for party in parties]
    barred = tuple(one for one in parties if str(one.contact_status or "") in ("restricted", "prohibited"))
    if not barred:
        return WorkedOut(True if states and all(states) and "unknown" not in states else None)
    cleared = view.root.assessment.legal_review.cleared
    return WorkedOut(bool(cleared), items=barred, form="barred")


def _balanced(view: View) -> WorkedOut:
    """Return whether no party of an activity has many more people than another; in between cannot be told."""
    shares = {one: share for one in view.root.planning.activities if (share := share_of(one))}
    beyond = tuple(one for one, share in shares.items() if share.least > UNBALANCED)
    if beyond:
        return WorkedOut(False, items=beyond, form="unbalanced")
    return WorkedOut(True if shares and max(share.most for share in shares.values()) <= BALANCED else None)


_WHOLE = _shown("conception.track_i_relation.timing")


def _timing(view: View) -> WorkedOut:
    """Return whether the timing is told: as a whole, or of a time at least."""
    is_told = any(is_shown(one.timing) for one in view.root.conception.track_i_relations)
    return WorkedOut(True) if is_told else _WHOLE(view)


@dataclass(frozen=True)
class PartyShare:
    """How many times as many people one party has as another, by least and by most: `about` leaves room for both."""

    least: float
    most: float


def share_of(activity: Node) -> PartyShare | None:
    """Return how many times as many people the largest party of an activity has as the smallest, if it has two."""
    people = [leaf.value for _, leaf in activity.participants.per_party or ()]
    if len(people) < 2:
        return None
    fewest, largest = min(map(least, people)), max(map(most, people))
    sure_fewest, sure_largest = min(map(most, people)), max(map(least, people))
    return PartyShare(_times(sure_largest, sure_fewest), _times(largest, fewest))


def _times(number: int, of: int) -> float:
    return number / of if of else inf if number else 1


def _failures(view: View) -> WorkedOut:
    told = any(str(one.kind or "") == "failure" for one in view.root.evaluation.evaluation.lessons)
    return WorkedOut(told, () if told else ("failures",))


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
            "scale_up_owned": _each("conception.scale_up", "owner"),
            "level_and_quadrant_chosen": _shown("conception.leadership_levels", "conception.rpp.level"),
            "timing_stated": _timing,
            "liaison_named": _shown("conception.track_i_relation.liaison"),
            "baseline_taken": _shown("conception.evaluation_frame.baseline"),
            "exit_written": _shown("conception.exit.trigger"),
        },
        "planning": {
            "activities_tied_to_gaps": _each("planning.activities", "addresses"),
            "numbers_balanced": _balanced,
            "transfer_designed": _each("planning.activities", "transfer"),
            "holding_line_agreed": _each("planning.activities", "media.holding_line"),
        },
        "implementation": {},
        "evaluation": {
            "follow_ups_agreed": _each("evaluation.follow_ups", "responsible", "due"),
            "contact_rhythm_set": _each("evaluation.contact_plan", "frequency"),
            "failures_recorded": _failures,
            "next_decided": _shown("evaluation.next.decision"),
        },
    }
)
