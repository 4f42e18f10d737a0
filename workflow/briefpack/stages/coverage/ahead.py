"""Ahead: what is planned of work and with whom, as far as a view shows engagements, and when work is over by that.

A session that convenors have ahead is work that is planned: its activity goes on until then, though the time that was
set for it is over. Officials are never shown such a session, so for them that time stands as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from briefpack.case.once import once
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.stages.coverage.times import Time, ends_of, one_time, time_of


@once
def sessions_ahead(view: View) -> Mapping[Node | None, tuple[Node, ...]]:
    """Return the sessions of convenors that are not certainly over, by activity, first those of none that is shown."""
    ahead: dict[Node | None, list[Node]] = defaultdict(list)
    for one in view.root.engagements.track_ii:
        if _is_ahead(view, one):
            ahead[one.activity or None].append(one)
    return {activity: tuple(sessions) for activity, sessions in ahead.items()}


def days_ahead(view: View, *works: Node) -> tuple[Leaf, ...]:
    """Return the days of the sessions ahead of each piece of work."""
    return tuple(one.date for work in works for one in sessions_ahead(view).get(work, ()))


@once
def parties_ahead(view: View) -> frozenset[Node]:
    """Return the parties of those with whom either side meets at an engagement that is not certainly over."""
    engagements = (*view.root.engagements.track_i, *view.root.engagements.track_ii)
    theirs = (each for one in engagements if _is_ahead(view, one) for each in one.theirs)
    return frozenset(each.party for each in theirs if each.party)


def work_time(view: View, work: Node) -> Time | None:
    """Return the time of an effort or an activity, which goes on until its last session ahead; None if none is set."""
    time = time_of(*ends_of(work))
    days = [day.value.end for day in days_ahead(view, work)]
    if time is None or not days:
        return time
    first, last = max(day.first for day in days), max(day.last for day in days)
    return Time(time.begins, (max(time.ends[0], first), max(time.ends[1], last)))


def lasting(view: View, work: Node) -> Time | None:
    """Return the time of work, where an active effort without a shown end lasts until today at least."""
    time, (begins, ends) = work_time(view, work), ends_of(work)
    today = one_time(view.root.case.date_of_information)
    if time is None or ends or not begins or today is None or str(inside(work).fields.get("state")) != "active":
        return time
    return Time(time.begins, (max(time.ends[0], today.begins[0]), time.ends[1]))


def _is_ahead(view: View, engagement: Node) -> bool:
    """Return whether an engagement has a date that is not certainly before today."""
    today, day = one_time(view.root.case.date_of_information), one_time(engagement.date)
    return today is not None and day is not None and day.ends[1] >= today.begins[0]
