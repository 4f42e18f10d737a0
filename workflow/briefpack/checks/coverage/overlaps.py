"""Overlaps: what certainly falls together with a round of official talks, and what cannot be compared with one.

Compared are the sessions of an activity where a date of one is shown, else its window: that one of more than a month
holds a round says nothing (handbook map, check C03).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpack.case.view import Node, View
from briefpack.checks.coverage.times import Relation, Time, ends_of, one_time, relation, time_of

#: A window of more days is not compared.
_MONTH = 31


@dataclass(frozen=True)
class Overlap:
    """An activity, the session of it if one is shown, and the rounds of official talks that it falls together with."""

    activity: Node
    session: Node | None
    rounds: tuple[Node, ...]


@dataclass(frozen=True)
class Comparison:
    """What falls together, the activities of which that cannot be told of each round, and how much could be compared.

    `compared` counts the sessions and windows that were compared with every round.
    """

    together: tuple[Overlap, ...]
    untold: tuple[Node, ...]
    compared: int


def comparison(view: View) -> Comparison:
    """Give what of a view falls together with official talks; official activities are compared with none."""
    rounds = [(one, _time_of_round(one)) for one in view.root.coordination.track_i_rounds]
    held: dict[Node, list[Node]] = defaultdict(list)
    for session in view.root.implementation.sessions:
        if session.activity:
            held[session.activity].append(session)
    found = [one for activity in _activities(view) for one in _times(activity, held[activity])] if rounds else []
    together: list[Overlap] = []
    untold: list[Node] = []
    compared = 0
    for (activity, session), time in found:
        relations = [(one, _relation(time, theirs)) for one, theirs in rounds]
        met = tuple(one for one, how in relations if how == "together")
        is_told = all(how != "untold" for _, how in relations)
        compared += is_told
        together += [Overlap(activity, session, met)] if met else []
        untold += [] if is_told else [activity]
    return Comparison(tuple(together), tuple(dict.fromkeys(untold)), compared)


def _activities(view: View) -> list[Node]:
    return [activity for activity in view.root.planning.activities if activity.track != "i"]


def _times(activity: Node, sessions: Sequence[Node]) -> Iterator[tuple[tuple[Node, Node | None], Time | None]]:
    """Give each session of an activity with its time, which is none where no date of it is shown; and the window.

    The window stands for sessions held within its days and known to the month, and where no session has a date.
    """
    window = time_of(*ends_of(activity))
    own = [one for one in sessions if not _is_within(one, window)]
    for session in own:
        yield (activity, session), one_time(session.date)
    if len(own) < len(sessions) or not any(one.date for one in sessions):
        yield (activity, None), window


def _is_within(session: Node, window: Time | None) -> bool:
    """Say whether a short window tells more of when a session was held than its own date."""
    time = one_time(session.date)
    if time is None or window is None or window.days > _MONTH:
        return False
    return time.days > window.days and relation(time, window) != "apart"


def _relation(time: Time | None, theirs: Time | None) -> Relation:
    """Say whether something falls together with a round; of what takes longer than a month that cannot be told."""
    how = relation(time, theirs)
    return "untold" if time and time.days > _MONTH and how == "together" else how


def _time_of_round(one: Node) -> Time | None:
    """Give the time of a round; where its end is not shown it can go on, for the end may be left out or withheld."""
    return time_of(getattr(one, "from"), one.to)
