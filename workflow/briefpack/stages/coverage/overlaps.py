"""Overlaps: what certainly falls together with a round of official talks, and what cannot be compared with one.

Compared are the sessions of an activity where a date of one is shown, else its window: that one of more than a month
holds a round says nothing (handbook map, check C03). What a window holds beside the sessions that have a date is not
known, so where a round touches it that cannot be told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefpack.disclosure.view import Node, View
from briefpack.stages.coverage.times import Relation, Time, ends_of, one_time, relation, time_of

#: A window of more days is not compared.
_MONTH = 31


@dataclass(frozen=True)
class Overlap:
    """An activity, the session of it if one is shown, and the rounds of official talks that it falls together with."""

    activity: Node
    session: Node | None
    rounds: tuple[Node, ...]


@dataclass(frozen=True)
class Compared:
    """What of an activity was compared with every round: some of its sessions, or its window where there are none."""

    activity: Node
    sessions: tuple[Node, ...]


@dataclass(frozen=True)
class Comparison:
    """What falls together, the activities of which that cannot be told of each round, and what could be compared."""

    together: tuple[Overlap, ...]
    untold: tuple[Node, ...]
    compared: tuple[Compared, ...]


def comparison(view: View) -> Comparison:
    """Return what in a view takes place at the time of official talks; official activities are not compared."""
    rounds = [(one, _time_of_round(one)) for one in view.root.coordination.track_i_rounds]
    held: dict[Node, list[Node]] = defaultdict(list)
    for session in view.root.implementation.sessions:
        if session.activity:
            held[session.activity].append(session)
    if not rounds:
        return Comparison((), (), ())
    together: list[Overlap] = []
    untold: list[Node] = []
    compared: dict[tuple[Node, bool], list[Node]] = defaultdict(list)
    for (activity, session), time in (one for each in _activities(view) for one in _times(each, held[each])):
        relations = [(one, _relation(time, theirs)) for one, theirs in rounds]
        met = tuple(one for one, how in relations if how == "together")
        together += [Overlap(activity, session, met)] if met else []
        if any(how == "untold" for _, how in relations):
            untold.append(activity)
        else:
            compared[activity, session is None] += [session] if session else []
    untold += (one for one in _activities(view) if _may_have_met(_rest(one, held[one]), rounds))
    told = tuple(Compared(activity, tuple(sessions)) for (activity, _), sessions in compared.items())
    return Comparison(tuple(together), tuple(dict.fromkeys(untold)), told)


def _may_have_met(rest: Iterable[Time], rounds: Sequence[tuple[Node, Time | None]]) -> bool:
    """Return whether a round touches a time in which an activity may or may not have met."""
    return any(relation(time, theirs) != "apart" for time in rest for _, theirs in rounds)


def _activities(view: View) -> list[Node]:
    return [activity for activity in view.root.planning.activities if activity.track != "i"]


def _times(activity: Node, sessions: Sequence[Node]) -> Iterator[tuple[tuple[Node, Node | None], Time | None]]:
    """Return each session of an activity with its time, or None where no date of it is shown; and the window.

    The window stands for sessions held within its days and known to the month, and where no session has a date.
    """
    window = time_of(*ends_of(activity))
    own = [one for one in sessions if not _is_within(one, window)]
    for session in own:
        yield (activity, session), one_time(session.date)
    if len(own) < len(sessions) or not any(one.date for one in sessions):
        yield (activity, None), window


def _rest(activity: Node, sessions: Sequence[Node]) -> Iterator[Time]:
    """Return the window in which an activity that is known by its sessions can have met at other times too."""
    window = time_of(*ends_of(activity))
    times = [time for one in sessions if (time := one_time(one.date)) and not _is_within(one, window)]
    if window and times and not _is_filled(window, times):
        yield window


def _is_filled(window: Time, times: Sequence[Time]) -> bool:
    """Return whether sessions were held on all days of a window."""
    day = window.begins[0]
    for time in sorted(times, key=lambda one: one.begins):
        if time.begins[0] > day:
            return False
        if time.ends[1] >= window.ends[1]:
            return True
        day = max(day, time.ends[1] + timedelta(1))
    return False


def _is_within(session: Node, window: Time | None) -> bool:
    """Return whether a short window tells more of when a session was held than its own date."""
    time = one_time(session.date)
    if time is None or window is None or window.days > _MONTH:
        return False
    return time.days > window.days and relation(time, window) != "apart"


def _relation(time: Time | None, theirs: Time | None) -> Relation:
    """Return whether something overlaps with a round; unknown for what takes longer than a month."""
    how = relation(time, theirs)
    return "untold" if time and time.days > _MONTH and how == "together" else how


def _time_of_round(one: Node) -> Time | None:
    """Return the time of a round; where its end is not shown it can go on, for the end may be left out or withheld."""
    return time_of(getattr(one, "from"), one.to)
