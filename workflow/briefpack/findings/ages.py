"""Ages: what cannot have been so in time, and what is told as of a day that later events have overtaken (C17, C23).

Source: handbook map, section 4 (C17), and what is known of coordination: impossible times, stale or drifted packs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage, Worded
from briefpack.handbook import PHASE_NAMES


def stale(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each phase that is told as of more than so many days ago, and a next round that has passed.

    It matters more where a round or a session has been held since. History is never stale, and a view may lack that a
    case is over: such a finding is the team's alone.
    """
    if seen.is_over:
        return
    if seen.today is None:
        yield Unchecked(seen.view.root.case, ("date_of_information",))
        return
    first = seen.today.begins[0]
    for name in PHASE_NAMES:
        phase = getattr(seen.view.root, name)
        if phase and not phase.as_of:
            yield Unchecked(phase, ("as_of",))
        elif phase and phase.as_of.value.end.last + timedelta(days) < first:
            since = _latest_since(seen, phase.as_of)
            values: dict[str, Value] = {"phase": Worded(f"headings.{name}"), "date": phase.as_of}
            if since:
                yield Finding((phase,), {**values, "event": since})
            else:
                yield Finding((phase,), {**values, "days": days}, "low", form="old")
    coming = seen.view.root.assessment.track_i.next_round
    if coming and coming.value.end.last < first:
        yield Finding((seen.view.root.assessment.track_i,), {"date": coming}, form="next_round")


def _latest_since(seen: Vantage, as_of: Leaf) -> Node | None:
    """Return the last round or session that was certainly held after a day, and certainly before today."""
    root = seen.view.root
    dated = [(one.to or getattr(one, "from"), one) for one in root.coordination.track_i_rounds]
    dated += [(one.date, one) for one in root.implementation.sessions]
    held = [
        (leaf.value.end.last, number, one)
        for number, (leaf, one) in enumerate(dated)
        if leaf and leaf.value.start.first > as_of.value.end.last and seen.is_before_today(leaf)
    ]
    return max(held)[2] if held else None


def impossible(seen: Vantage) -> Iterator[Found]:
    """Return each thing that certainly came before what it is of: an output or a session before its activity began.

    Of what went from one track to the other, it is handing over before it was made, and answering before that.
    """
    root = seen.view.root
    for one in (*root.implementation.outputs, *root.implementation.sessions):
        begins = one.activity and one.activity.window.start
        if one.date and one.activity and not begins:
            yield Unchecked(one.activity, ("window",))
        elif one.date and begins and one.date.value.end.last < begins.value.start.first:
            yield Finding((one,), {"thing": one, "date": one.date, "activity": one.activity, "start": begins})
    yield from _handed_over(seen)
    for one in root.implementation.sessions:
        ends = one.activity and one.activity.window.end
        if one.date and ends and ends.value.end.last < one.date.value.start.first:
            values = {"thing": one, "date": one.date, "activity": one.activity, "end": ends}
            yield Finding((one,), values, form="after")


def _handed_over(seen: Vantage) -> Iterator[Found]:
    """Return what was handed over before it was made, or acknowledged or answered before it was handed over."""
    for one in seen.view.root.coordination.transfers:
        handed_over, made = one.handed_over, one.output and one.output.date
        if handed_over and made and _is_before(handed_over, made):
            values = {"thing": one, "date": handed_over, "output": one.output, "made": made}
            yield Finding((one, one.output), values, form="made")
        for name in ("acknowledged", "answered"):
            came = getattr(one, name)
            if came and not handed_over:
                yield Unchecked(one, ("handed_over",))
            elif came and _is_before(came, handed_over):
                yield Finding((one,), {"thing": one, "date": came, "handed_over": handed_over}, form=name)


def _is_before(leaf: Leaf, other: Leaf) -> bool:
    """Return whether a date certainly lies before another, whichever days the two leave possible."""
    return bool(leaf.value.end.last < other.value.start.first)
