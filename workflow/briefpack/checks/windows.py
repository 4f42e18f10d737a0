"""Windows: what is said of a time in coarse words holds its days, and an engagement is on a day of its activity.

A reader who is not shown the days is shown the coarse time in their place. Where that is more exact than they are, or
lies elsewhere, the reader would be told what the case does not say.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.case.dates import PartialDate
from briefpack.case.engagements import ConvenedSession
from briefpack.case.fields import value_of
from briefpack.case.planning import Window
from briefpack.problems import Problem

_MESSAGE = (
    "this leaves out days on which 'start' or 'end' may fall: write a month, a year or a span of them that holds both"
)
_OUTSIDE = (
    "this is outside the time set for its activity: correct the day, bring 'window' of the activity up to date, or "
    "leave 'activity' out"
)


def problems(case: Case) -> Iterator[Problem]:
    """Return each coarse time that leaves out days of its window, and each engagement outside that of its activity."""
    yield from _too_coarse(case)
    windows = {one.id: one.window for one in (case.content.planning and case.content.planning.activities) or ()}
    today = case.content.case.date_of_information
    for path, item in case.every_item.items():
        if isinstance(item, ConvenedSession) and _is_outside(item.date, windows.get(item.activity or ""), today):
            yield Problem(case.place((*path, "date")), _OUTSIDE, "warning")


def _is_outside(date: PartialDate | None, window: Window | None, today: PartialDate | None) -> bool:
    """Return whether a day is outside a window; where that was over at the date of information, a later day is not."""
    if window is None:
        return False
    return _is_before(date, window.start) or (_is_before(window.end, date) and not _is_before(window.end, today))


def _is_before(date: PartialDate | None, other: PartialDate | None) -> bool:
    """Return whether a date certainly lies before another; nothing is said of one that is not given."""
    return date is not None and other is not None and date.end.last < other.start.first


def _too_coarse(case: Case) -> Iterator[Problem]:
    for path, item in case.every_item.items():
        coarse = value_of(item, "coarse") if isinstance(item, Window) else None
        for date in (value_of(item, name) for name in ("start", "end") if isinstance(coarse, PartialDate)):
            if isinstance(coarse, PartialDate) and isinstance(date, PartialDate) and not _holds(coarse, date):
                yield Problem(case.place((*path, "coarse")), _MESSAGE, "warning")
                break


def _holds(coarse: PartialDate, date: PartialDate) -> bool:
    return coarse.start.first <= date.start.first and date.end.last <= coarse.end.last
