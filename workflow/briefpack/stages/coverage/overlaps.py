"""Overlaps: what certainly overlaps with a round of official talks, and what cannot be compared with one.

The sessions of an activity are compared if the view shows the date of one, otherwise its window; so are those that
convenors have ahead, for whoever is shown them. A round within a
window of more than a month says nothing (handbook map, check C03). An activity may have met in its window at other
times than its dated sessions; if a round touches the window, an overlap cannot be ruled out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefpack.disclosure.view import Node, View
from briefpack.stages.coverage.ahead import sessions_ahead
from briefpack.stages.coverage.times import LONGEST_COMPARED, Relation, Time, ends_of, one_time, relation, time_of


@dataclass(frozen=True)
class Overlap:
    """An activity, its session if one is shown, and the rounds of official talks that overlap with it."""

    activity: Node
    session: Node | None
    rounds: tuple[Node, ...]


@dataclass(frozen=True)
class Compared:
    """The sessions of an activity that were compared with every round; its window was compared if there are none."""

    activity: Node
    sessions: tuple[Node, ...]


@dataclass(frozen=True)
class Comparison:
    """The overlaps, the activities that could not be compared with every round, and what could be compared."""

    together: tuple[Overlap, ...]
    untold: tuple[Node, ...]
    compared: tuple[Compared, ...]


def comparison(view: View) -> Comparison:
    """Return what overlaps with official talks in a view; activities of track I are not compared."""
    rounds = [(one, _time_of_round(one)) for one in view.root.coordination.track_i_rounds]
    if not rounds:
        return Comparison((), (), ())
    held, ahead = _held(view), sessions_ahead(view)
    together: list[Overlap] = []
    untold: list[Node] = []
    compared: dict[tuple[Node, bool], list[Node]] = defaultdict(list)
    every = (
        one for each in _activities(view) for one in (*_times(each, held[each]), *_planned(each, ahead.get(each, ())))
    )
    for (activity, session), time in every:
        relations = [(one, _relation(time, theirs)) for one, theirs in rounds]
        met = tuple(one for one, how in relations if how == "together")
        together += [Overlap(activity, session, met)] if met else []
        if any(how == "untold" for _, how in relations):
            untold.append(activity)
        else:
            compared[activity, session is None] += [session] if session else []
    untold += (one for one, window in unrecorded(view) if _may_have_met(window, rounds))
    told = tuple(Compared(activity, tuple(sessions)) for (activity, _), sessions in compared.items())
    return Comparison(tuple(together), tuple(dict.fromkeys(untold)), told)


def meetings(view: View) -> Iterator[tuple[Node, Node | None, Time | None]]:
    """Return each meeting of each activity with its time, which is None where the view shows none.

    A meeting is a session, or None where the window of the activity tells more than its sessions do.
    """
    held = _held(view)
    for activity in view.root.planning.activities:
        yield from ((one, session, time) for (one, session), time in _times(activity, held[activity]))


def unrecorded(view: View) -> Iterator[tuple[Node, Time]]:
    """Return each activity with dated sessions that can have met on other days of its window, too, with the window."""
    held = _held(view)
    return ((activity, window) for activity in _activities(view) for window in _rest(activity, held[activity]))


def _held(view: View) -> Mapping[Node, list[Node]]:
    """Return the sessions of each activity; of another there are none."""
    held: dict[Node, list[Node]] = defaultdict(list)
    for session in view.root.implementation.sessions:
        if session.activity:
            held[session.activity].append(session)
    return held


def _may_have_met(window: Time, rounds: Sequence[tuple[Node, Time | None]]) -> bool:
    """Return whether a round touches a time in which an activity may have met."""
    return any(relation(window, theirs) != "apart" for _, theirs in rounds)


def _activities(view: View) -> list[Node]:
    return [activity for activity in view.root.planning.activities if activity.track != "i"]


def _times(activity: Node, sessions: Sequence[Node]) -> Iterator[tuple[tuple[Node, Node | None], Time | None]]:
    """Return each session of an activity with its time (None if its date is absent), then the window if it is needed.

    The window replaces sessions whose dates are less exact than the window, and is used if no session has a date.
    """
    window = time_of(*ends_of(activity))
    own = [one for one in sessions if not _is_within(one, window)]
    for session in own:
        yield (activity, session), one_time(session.date)
    if len(own) < len(sessions) or not any(one.date for one in sessions):
        yield (activity, None), window


def _planned(activity: Node, sessions: Sequence[Node]) -> Iterator[tuple[tuple[Node, Node | None], Time | None]]:
    """Return each session that convenors have ahead with its time, beside those that were held or the window."""
    return (((activity, one), one_time(one.date)) for one in sessions)


def _rest(activity: Node, sessions: Sequence[Node]) -> Iterator[Time]:
    """Return the window of an activity with dated sessions, if it can have met on other days, too."""
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
    """Return whether a short window tells more precisely than its own date when a session was held."""
    time = one_time(session.date)
    if time is None or window is None or window.days > LONGEST_COMPARED:
        return False
    return time.days > window.days and relation(time, window) != "apart"


def _relation(time: Time | None, theirs: Time | None) -> Relation:
    """Return whether a time overlaps with a round; `untold` for a longer time than a month, unless they are apart."""
    how = relation(time, theirs)
    return "untold" if time and time.days > LONGEST_COMPARED and how == "together" else how


def _time_of_round(one: Node) -> Time | None:
    """Return the time of a round; it is open if no end is shown, since that may be unknown or withheld."""
    return time_of(getattr(one, "from"), one.to)
