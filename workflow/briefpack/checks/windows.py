"""Windows: what is said of a time in coarse words holds its days, and an engagement is on a day of its activity.

A reader who is not shown the days is shown the coarse time in their place. Where that is more exact than they are, or
lies elsewhere, the reader would be told what the case does not say. The days of sessions tell when an activity runs as
well as its window does: who is not shown the one is not shown the other, unless it is opened by itself (X02).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.case.dates import PartialDate, is_before
from briefpack.case.engagements import ConvenedSession
from briefpack.case.fields import value_of
from briefpack.case.planning import Window
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.absent import Absent
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node
from briefpack.problems import Problem

_MESSAGE = (
    "this leaves out days on which 'start' or 'end' may fall: write a month, a year or a span of them that holds both"
)
_OUTSIDE = (
    "this is outside the time set for its activity: correct the day, bring 'window' of the activity up to date, or "
    "leave 'activity' out"
)
_DAY = (
    "{audience} is not shown the days of this activity ('window'), and would read the day of this session: close it, "
    "or open it on purpose, by a 'sensitivity' at the day; with {{value: ..., coarsen: month}} all read the month alone"
)


def problems(case: Case) -> Iterator[Problem]:
    """Return each coarse time that leaves out days of its window, and each engagement outside that of its activity."""
    yield from _too_coarse(case)
    windows = {one.id: one.window for one in (case.content.planning and case.content.planning.activities) or ()}
    today = case.content.case.date_of_information
    for path, item in case.every_item.items():
        if isinstance(item, ConvenedSession) and _is_outside(item.date, windows.get(item.activity or ""), today):
            yield Problem(case.place((*path, "date")), _OUTSIDE, "warning")


def problems_of_views(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return each day of a session that a reader would see who does not see the days of its activity's window."""
    for view in audiences.each:
        for session in view.root.implementation.sessions:
            path = (*inside(session).path, "date")
            is_opened = case.annotations.get(path, NOTHING_SAID).sensitivity is not None
            if not is_opened and _is_exact(session.date) and _has_closed_days(case, session.activity):
                yield Problem(case.place(path), _DAY.format(audience=view.audience), rule="X02")


def _is_exact(date: Leaf | Absent) -> bool:
    return isinstance(date, Leaf) and "day" in (date.value.start.precision, date.value.end.precision)


def _has_closed_days(case: Case, activity: Node) -> bool:
    """Return whether an activity has a window of which a view shows neither the beginning nor the end."""
    window = case.content.activities[str(activity.id)].window if activity and activity.id else None
    is_given = window is not None and bool(window.start or window.end)
    return is_given and not (activity.window.start or activity.window.end)


def _is_outside(date: PartialDate | None, window: Window | None, today: PartialDate | None) -> bool:
    """Return whether a day is outside a window; where that was over at the date of information, a later day is not."""
    if window is None:
        return False
    return is_before(date, window.start) or (is_before(window.end, date) and not is_before(window.end, today))


def _too_coarse(case: Case) -> Iterator[Problem]:
    for path, item in case.every_item.items():
        coarse = value_of(item, "coarse") if isinstance(item, Window) else None
        for date in (value_of(item, name) for name in ("start", "end") if isinstance(coarse, PartialDate)):
            if isinstance(coarse, PartialDate) and isinstance(date, PartialDate) and not _holds(coarse, date):
                yield Problem(case.place((*path, "coarse")), _MESSAGE, "warning")
                break


def _holds(coarse: PartialDate, date: PartialDate) -> bool:
    return coarse.start.first <= date.start.first and date.end.last <= coarse.end.last
