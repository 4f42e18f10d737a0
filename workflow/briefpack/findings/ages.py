"""Ages: what is told as of a day that later events have overtaken (C17).

Source: handbook map, section 4 (C17), and what is known of coordination: stale or drifted packs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefpack.case.dates import is_before
from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage, Worded
from briefpack.handbook import PHASE_NAMES


def stale(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each phase told as of more than so many days ago, and a next round or a review of the mandate in the past.

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
        elif phase and (first - phase.as_of.value.end.last).days > days:
            since = _latest_since(seen, phase.as_of)
            values: dict[str, Value] = {"phase": Worded(f"headings.{name}"), "date": phase.as_of}
            if since:
                yield Finding((phase,), {**values, "event": since})
            else:
                yield Finding((phase,), {**values, "days": days}, "low", form="old")
    yield from _overdue(seen)
    coming = seen.view.root.assessment.track_i.next_round
    is_known = any(begins and seen.is_ahead(begins) for begins in _first_days(seen))
    if coming and coming.value.end.last < first and not is_known:
        yield Finding((seen.view.root.assessment.track_i,), {"date": coming}, form="next_round")


def _first_days(seen: Vantage) -> Iterator[Any]:
    """Return the first day of each round, where the view shows it: a round to come answers which is the next."""
    yield from (getattr(one, "from") for one in seen.view.root.coordination.track_i_rounds)


def _overdue(seen: Vantage) -> Iterator[Finding]:
    """Return a mandate whose review was due and is not told to have taken place since."""
    mandate = seen.view.root.coordination.mandate
    due, reviewed = mandate.next_review, mandate.reviewed
    if due and seen.is_before_today(due) and not (reviewed and reviewed.value.end.last >= due.value.start.first):
        values: dict[str, Value] = {"date": due, **({"reviewed": reviewed} if reviewed else {})}
        yield Finding((mandate,), values, form="mandate")


def _latest_since(seen: Vantage, as_of: Leaf) -> Node | None:
    """Return the last round or session that was certainly held after a day, and certainly before today."""
    root = seen.view.root
    dated = [(one.to or getattr(one, "from"), one) for one in root.coordination.track_i_rounds]
    dated += [(one.date, one) for one in root.implementation.sessions]
    held = [
        (leaf.value.end.last, number, one)
        for number, (leaf, one) in enumerate(dated)
        if leaf and is_before(as_of.value, leaf.value) and seen.is_before_today(leaf)
    ]
    return max(held)[2] if held else None
