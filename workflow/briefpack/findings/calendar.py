"""Calendar: what falls on days that it should keep clear of (C03, C04).

Source: handbook map, section 4; the exceptions after the cases of Tajikistan, Aceh, Rome and Oslo.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, product

from briefpack.disclosure.view import Node
from briefpack.findings.finding import (
    Finding,
    Found,
    Unchecked,
    Value,
    Vantage,
    has_reason,
    inexact,
    is_shown,
    lacking,
    missing_ends,
)
from briefpack.findings.meeting_efforts import untold_by_activities
from briefpack.house.rule_changes import Severity
from briefpack.stages.coverage.overlaps import meetings, unrecorded
from briefpack.stages.coverage.times import (
    LONGEST_COMPARED,
    Time,
    ends_of,
    one_time,
    relation,
    time_of,
    widened,
)

#: Days on which a meeting may be misread, or put people at risk.
_SENSITIVE = frozenset({"election", "anniversary", "holiday"})

#: Each round, and the time that it wants clear.
_Rounds = Mapping[Node, Time | None]


def clash_with_round(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each activity within so many days of a round; what is itself a round (track I, 1.5) clashes with none.

    So too of each effort, where no activity tells more of it. Dated sessions count, and so does the time set for work,
    as in packs. That time matters little where sessions are shown on other days; it is still found, since a view may
    lack those sessions.
    """
    rounds = {one: _around(one, days) for one in seen.view.root.coordination.track_i_rounds}
    if not rounds:
        yield from _nothing_to_clash_with(seen, "track_i_rounds")
    for activity, held in groupby(meetings(seen.view) if rounds else (), key=lambda one: one[0]):
        times = {session: time for _, session, time in held}
        if not is_shown(activity.track):
            yield Unchecked(activity, ("track",))
        elif str(activity.track) not in ("i", "i_5"):
            for session, time in times.items():
                yield from _clashes(seen, activity, session, time, rounds, days)
            if None not in times:
                yield from _set_apart(seen, activity, rounds, days)
    yield from _unrecorded(seen, rounds) if rounds else ()
    for engagement in seen.view.root.engagements.track_ii if rounds else ():
        yield from _planned_beside(seen, engagement, rounds, days)
    for effort in untold_by_activities(seen) if rounds else ():
        yield from _effort_beside(seen, effort, rounds, days)


def _effort_beside(seen: Vantage, effort: Node, rounds: _Rounds, days: int) -> Iterator[Found]:
    """Return each round close to the days of an effort; a view may lack its activities: for the team alone."""
    time = time_of(*ends_of(effort))
    near = {one: how for one, theirs in rounds.items() if (how := relation(time, theirs)) != "apart"}
    if near and not is_shown(effort.track):
        yield Unchecked(effort, ("track",))
        return
    for one, how in near.items() if str(effort.track or "") != "i_5" else ():
        if time is None:
            yield Unchecked(effort, missing_ends(effort))
        elif time.days > LONGEST_COMPARED:
            yield Unchecked(effort, ("sessions",))
        elif how == "untold":
            yield _inexact(effort, None, one)
        else:
            yield replace(_clash(seen, effort, None, one, days), basis="absence")


def _planned_beside(seen: Vantage, engagement: Node, rounds: _Rounds, days: int) -> Iterator[Found]:
    """Return each round close to the day of an engagement of convenors, told beside what its activity is found for.

    Only views that hold both tell of it: officials never see what convenors have ahead.
    """
    time = one_time(engagement.date)
    if time is None or time.days > LONGEST_COMPARED:
        yield Unchecked(engagement, ("date",))
        return
    for one, theirs in rounds.items():
        how = relation(time, theirs)
        if how == "together":
            yield _clash(seen, engagement, engagement, one, days)
        elif how == "untold":
            yield _inexact(engagement, engagement, one)


def _clashes(
    seen: Vantage, activity: Node, session: Node | None, time: Time | None, rounds: _Rounds, days: int
) -> Iterator[Found]:
    """Return each round close to a session, or to the time set for an activity without one, and what cannot be told."""
    is_long = time is None or time.days > LONGEST_COMPARED
    for one, theirs in rounds.items():
        how = relation(time, theirs)
        if how == "together" and not is_long:
            yield _clash(seen, activity, session, one, days)
        elif how != "apart" and is_long:
            yield _too_long(activity, session)
        elif how == "untold":
            yield _inexact(activity, session, one)


def _around(one: Node, days: int) -> Time | None:
    """Return the time of a round and so many days before and after it, or None where the view shows no date."""
    time = time_of(getattr(one, "from"), one.to)
    return time and widened(time, days)


def _too_long(activity: Node, session: Node | None) -> Unchecked:
    if session:
        return Unchecked(session, ("date",))
    return Unchecked(activity, ("sessions",) if any(ends_of(activity)) else ("window",))


def _inexact(activity: Node, session: Node | None, one: Node) -> Unchecked:
    """Return which of the two, a round and what may clash with it, is not dated well enough to tell."""
    if missing := missing_ends(one):
        return Unchecked(one, missing)
    return Unchecked(session, ("date",)) if session else Unchecked(activity, missing_ends(activity))


def _set_apart(seen: Vantage, activity: Node, rounds: _Rounds, days: int) -> Iterator[Finding]:
    """Return each round close to the time set for an activity whose sessions are shown on other days."""
    time = time_of(*ends_of(activity))
    for one, theirs in rounds.items():
        if time and time.days <= LONGEST_COMPARED and relation(time, theirs) == "together":
            yield _clash(seen, activity, None, one, days, "low")


def _unrecorded(seen: Vantage, rounds: _Rounds) -> Iterator[Unchecked]:
    """Return each activity whose long window holds a round, and that may have met on days of which no session tells."""
    for activity, window in unrecorded(seen.view):
        holds = any(relation(window, theirs) == "together" for theirs in rounds.values())
        if str(activity.track or "i") not in ("i", "i_5") and holds and window.days > LONGEST_COMPARED:
            yield Unchecked(activity, ("other_sessions",))


def _clash(
    seen: Vantage, activity: Node, session: Node | None, one: Node, days: int, severity: Severity | None = None
) -> Finding:
    dates = session.date if session else tuple(end for end in ends_of(activity) if end)
    values: dict[str, Value] = {
        "activity": activity,
        "round": one,
        "days": days,
        "dates": dates,
    }
    values |= {"track": activity.track} if activity is not session else {}
    values |= {name: leaf for name in ("from", "to", "exclusive") if (leaf := getattr(one, name))}
    is_grave = bool(one.exclusive)
    time = one_time(session.date) if session else time_of(*ends_of(activity))
    is_during = relation(time, time_of(getattr(one, "from"), one.to)) == "together"
    form = f"{'session' if session else 'window'}{'_during' if is_during else ''}{'_exclusive' if is_grave else ''}"
    grave: Severity | None = severity or ("high" if is_grave else None)
    return Finding((activity, one), values, grave, form=form, is_past=seen.is_past(time))


def sensitive_days(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each session within so many days of an election, an anniversary or a holiday in the calendar.

    The time set for an activity is no meeting: where such a day may fall into it, sessions are missing.
    """
    calendar = seen.view.root.coordination.calendar
    entries = [one for one in calendar if one.date and (not one.kind or str(one.kind) in _SENSITIVE)]
    if not calendar:
        yield from _nothing_to_clash_with(seen, "calendar")
    yield from (Unchecked(one, ("date",)) for one in calendar if not one.date)
    for activity, held in groupby(meetings(seen.view) if entries else (), key=lambda one: one[0]):
        times = {session: time for _, session, time in held}
        if not is_shown(activity.track):
            yield Unchecked(activity, ("track",))
        elif str(activity.track) != "i":
            for session, one in product(times, entries):
                if session or len(times) == 1:
                    yield from _on_a_sensitive_day(seen, activity, session, times[session], one, days)
    for engagement, one in product(seen.view.root.engagements.track_ii, entries):
        yield from _on_a_sensitive_day(seen, engagement, engagement, one_time(engagement.date), one, days)
    yield from _beside_a_sensitive_day(seen, entries, days)


def _beside_a_sensitive_day(seen: Vantage, entries: Sequence[Node], days: int) -> Iterator[Unchecked]:
    """Return each effort without activities that may have met on such a day: the data do not say when it did."""
    for effort, one in product(untold_by_activities(seen), entries):
        time, day = time_of(*ends_of(effort)), one_time(one.date)
        if relation(time, day and widened(day, days)) != "apart":
            yield Unchecked(effort, ("sessions",) if time else missing_ends(effort))


def _on_a_sensitive_day(
    seen: Vantage, activity: Node, session: Node | None, time: Time | None, one: Node, days: int
) -> Iterator[Found]:
    day = one_time(one.date)
    how = relation(time, day and widened(day, days))
    if how == "apart":
        return
    if session is None:
        yield Unchecked(activity, ("sessions",))
    elif time is None or time.days > LONGEST_COMPARED:
        yield Unchecked(session, ("date",))
    elif how == "untold":
        yield from inexact((session, "date"), (one, "date"))
    elif not one.kind:
        yield Unchecked(one, ("kind",))
    else:
        values = {"activity": activity, "date": session.date, "entry": one, "day": one.date, "days": days}
        values |= {"track": activity.track} if activity is not session else {}
        values["kind"] = one.kind
        form = "on_the_day" if relation(time, day) == "together" else "sentence"
        yield Finding((session, one), values, form=form, is_past=seen.is_past(time))


def _nothing_to_clash_with(seen: Vantage, name: str) -> Iterator[Unchecked]:
    """Return that a view shows no days with which the work it shows could clash, and no reason why there are none."""
    coordination = seen.view.root.coordination
    if not has_reason(getattr(coordination, name)) and any(
        str(one.track or "") != "i" for one in seen.view.root.planning.activities
    ):
        yield lacking(seen, f"coordination.{name}")
