"""Impossible: what cannot have been so in time (C23).

Source: what is known of coordination: impossible times. Partial dates are intervals, and only what is certain is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.dates import is_before
from briefpack.case.implementation import Session
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node
from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage
from briefpack.findings.same import called, linked

#: What comes first: what is asked, then what is promised on that, then what is undertaken to keep it.
_ORDER = ("asked", "promised", "undertaken")


def times(seen: Vantage) -> Iterator[Found]:
    """Return each thing that certainly came before what it is of: an output or a meeting before its activity began.

    Of what went from one track to the other, it is handing over before it was made, and answering before that. Of what
    was asked, promised or undertaken, it is the day on which it is due before the day of that.
    """
    root = seen.view.root
    # A session that convenors have ahead prolongs its activity: it can be too early alone.
    for one in (*root.implementation.outputs, *root.implementation.sessions, *root.engagements.track_ii):
        begins = one.activity and one.activity.window.start
        if one.date and one.activity and (missing := _missing_of_window(one)):
            yield Unchecked(one.activity, missing)
        if one.date and begins and is_before(one.date.value, begins.value):
            values: dict[str, Value] = {"thing": one, "date": one.date, "activity": one.activity, "start": begins}
            yield Finding((one,), values, form="sentence" if _has_name(one) else "meeting")
    yield from _handed_over(seen)
    yield from _due(seen)
    for one in root.implementation.sessions:
        ends = one.activity and one.activity.window.end
        if one.date and ends and is_before(ends.value, one.date.value):
            values = {"thing": one, "date": one.date, "activity": one.activity, "end": ends}
            yield Finding((one,), values, form="after" if _has_name(one) else "meeting_after")


def _missing_of_window(one: Node) -> tuple[str, ...]:
    """Return what a view lacks of the time of an activity: its beginning, and of what meets its end too."""
    window, names = one.activity.window, ("start", "end") if inside(one).kind is Session else ("start",)
    missing = tuple(f"window.{name}" for name in names if not getattr(window, name))
    return missing if window or not missing else ("window",)


def _has_name(one: Node) -> bool:
    """Return whether an output or a session has a name of its own; a session without a title has none."""
    return bool(inside(one).kind is not Session or one.title)


def _handed_over(seen: Vantage) -> Iterator[Found]:
    """Return what was handed over before it was made, or acknowledged or answered before it was handed over."""
    for one in seen.view.root.coordination.transfers:
        handed_over, made = one.handed_over, one.output and one.output.date
        if handed_over and made and is_before(handed_over.value, made.value):
            values = {"thing": one, "date": handed_over, "output": one.output, "made": made}
            yield Finding((one, one.output), values, form="made")
        for name in ("acknowledged", "answered"):
            came = getattr(one, name)
            if came and not handed_over:
                yield Unchecked(one, ("handed_over",))
            elif came and is_before(came.value, handed_over.value):
                yield Finding((one,), {"thing": one, "date": came, "handed_over": handed_over}, form=name)


def _due(seen: Vantage) -> Iterator[Finding]:
    """Return what is due before it was asked, promised or undertaken, itself or by what is told as the same.

    A promise answers what was asked, and a follow-up carries out a promise: what comes later in this order can begin
    after the day on which the other was due.
    """
    root = seen.view.root
    asks = (*root.case.front_pages.track_i.asks, *root.case.front_pages.track_ii.needs)
    # What is to be decided at an engagement is asked there.
    due = [(one, one.decide_by, _ORDER[0]) for one in (*root.engagements.track_i, *root.engagements.track_ii)]
    due += [(one, one.by, _ORDER[0]) for one in asks]
    due += [(one, one.due, _ORDER[1]) for one in root.coordination.commitments]
    due += [(one, one.due, _ORDER[2]) for one in root.evaluation.follow_ups]
    same = linked(one for one, _, _ in (*due, *((one, None, "") for one in root.implementation.coordination_log)))
    for one, date, name in due:
        for other, _, word in due if len(same[one]) > 1 else ((one, date, name),):
            since = inside(other).fields.get(word)
            if other not in same[one] or not (date and since and is_before(date.value, since.value)):
                continue
            if one == other:
                yield Finding((one,), {"thing": one, "date": date, "since": since}, form=name)
            elif _ORDER.index(word) <= _ORDER.index(name):
                values: dict[str, Value] = {"thing": called(one), "date": date, "other": other, "since": since}
                yield Finding((one, other), values, form=f"same_{word}")
