"""Presumed: what was to be handed over by now and may have been, though no record says so."""

from __future__ import annotations

from briefpack.case.implementation import NOT_CARRIED
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.stages.coverage.loose_ends import is_for_other_track, transfers_of
from briefpack.stages.coverage.times import Time, one_time

_SIGNED = ("agreement_signed", "post_agreement")


def presumed(view: View, output: Node) -> Leaf | None:
    """Return the day that was set for handing an output over, if that is past and no record says what was done."""
    today, transfer = one_time(view.root.case.date_of_information), output.activity and output.activity.transfer
    is_carried = is_for_other_track(output.activity, output.release_to) and str(output.kind or "") not in NOT_CARRIED
    is_open = is_carried and not transfers_of(view, output) and not is_held_back(view, output)
    if not (is_open and transfer and transfer.when):
        return None
    day: Leaf = transfer.when
    return day if _is_past(day, today) else None


def is_held_back(view: View, output: Node) -> bool:
    """Return whether an output is under an embargo that is not shown to be over."""
    until, event = output.embargo.until, output.embargo.event
    is_early = bool(until) and not _is_past(until, one_time(view.root.case.date_of_information))
    return is_early or (bool(event) and str(view.root.assessment.track_i.phase or "") not in _SIGNED)


def _is_past(date: Leaf, today: Time | None) -> bool:
    return today is not None and date.value.end.last <= today.ends[1]
