"""Calendar: what falls on days that it should keep clear of (C03, C04).

Source: handbook map, section 4; the exceptions after the cases of Tajikistan, Aceh, Rome and Oslo.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.disclosure.view import Node
from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage, is_shown
from briefpack.house.rule_changes import Severity
from briefpack.stages.coverage.overlaps import meetings
from briefpack.stages.coverage.times import LONGEST_COMPARED, Time, ends_of, one_time, relation, time_of, widened

#: Days on which a meeting may be misread, or put people at risk.
_SENSITIVE = frozenset({"election", "anniversary", "holiday"})


def clash_with_round(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each activity within so many days of a round; what is itself a round (track I, 1.5) clashes with none.

    Its dated sessions count, and its window where it has none. A session that a view does not show may be on another
    day than the window, so that a window is a finding for the team alone.
    """
    rounds = [(one, _around(one, days)) for one in seen.view.root.coordination.track_i_rounds]
    for activity, session, time in meetings(seen.view) if rounds else ():
        if not is_shown(activity.track):
            yield Unchecked(activity, ("track",))
        elif str(activity.track) in ("i", "i_5"):
            continue
        elif time is None or time.days > LONGEST_COMPARED:
            yield Unchecked(session or activity, ("date",) if session else ("window",))
        else:
            compared = [(one, relation(time, around)) for one, around in rounds]
            yield from (_clash(seen, activity, session, time, one, days) for one, how in compared if how == "together")
            yield from (Unchecked(one, ("from", "to")) for one, how in compared if how == "untold")


def _clash(seen: Vantage, activity: Node, session: Node | None, time: Time, one: Node, days: int) -> Finding:
    dates = session.date if session else tuple(end for end in ends_of(activity) if end)
    values: dict[str, Value] = {"activity": activity, "round": one, "days": days, "dates": dates}
    values |= {name: leaf for name in ("from", "to", "exclusive") if (leaf := getattr(one, name))}
    grave: Severity | None = "high" if one.exclusive else None
    return Finding((activity, one), values, grave, basis=None if session else "absence", is_past=seen.is_past(time))


def _around(one: Node, days: int) -> Time | None:
    """Return the time of a round and so many days before and after it, or None where the view shows no date."""
    time = time_of(getattr(one, "from"), one.to)
    return time and widened(time, days)


def sensitive_days(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each session within so many days of an election, an anniversary or a holiday in the calendar."""
    entries = [one for one in seen.view.root.coordination.calendar if one.date]
    yield from (Unchecked(one, ("date",)) for one in seen.view.root.coordination.calendar if not one.date)
    for activity, session, time in meetings(seen.view) if entries else ():
        if session is None:
            continue
        if not is_shown(activity.track):
            yield Unchecked(activity, ("track",))
            continue
        if str(activity.track) == "i":
            continue
        if time is None or time.days > LONGEST_COMPARED:
            yield Unchecked(session, ("date",))
            continue
        for one in entries:
            if str(one.kind or "") in _SENSITIVE and _together(time, one_time(one.date), days):
                values = {"activity": activity, "date": session.date, "entry": one, "day": one.date, "days": days}
                yield Finding((session, one), values, is_past=seen.is_past(time))


def _together(time: Time, other: Time | None, days: int) -> bool:
    return other is not None and relation(time, widened(other, days)) == "together"
