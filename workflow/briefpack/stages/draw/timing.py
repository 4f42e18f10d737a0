"""Timing: the times of activities, efforts and rounds for pictures, and the days that are named along an edge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from briefpack.case.dates import PartialDate
from briefpack.disclosure.view import Node, View
from briefpack.house.days_in_words import parts_of
from briefpack.house.wording import Catalogue
from briefpack.pictures.schedule import Stretch

#: Up to so many days in all, the days named along the edge are so many months apart, so that each has room.
_STEPS = ((240, 1), (720, 3), (1400, 6), (4500, 12), (9000, 24), (20000, 60), (100000, 240), (10**9, 1200))


def window_of(activity: Node) -> tuple[PartialDate | None, PartialDate | None]:
    """Return from when to when an activity runs, as precisely as its reader may know it."""
    window = activity.window
    is_exact = window.start or window.end
    start, end = (window.start, window.end) if is_exact else (window.coarse, window.coarse)
    return (start.value if start else None), (end.value if end else None)


def ends_of(one: Node) -> tuple[PartialDate | None, PartialDate | None]:
    """Return from when to when a round of the talks or an effort runs."""
    start, end = getattr(one, "from"), one.to
    return (start.value if start else None), (end.value if end else None)


def time_between(start: PartialDate | None, end: PartialDate | None) -> Stretch | None:
    """Return the time from one date to another; an unknown date leaves that end open."""
    known = start or end
    if known is None:
        return None
    (first, sure_from), (sure_to, last) = known.start.drawn, (end or known).end.drawn
    is_endless = not (start and end) and not known.is_interval
    side: Literal["before", "after"] = "after" if start else "before"
    return Stretch(first, max(last, sure_from), sure_from, sure_to, side if is_endless else None)


def told_as_of(view: View, catalogue: Catalogue) -> PartialDate | None:
    """Return the day as of which things are told; none in a case that is over, where nothing is planned."""
    day = view.root.case.date_of_information
    return day.value if day and not catalogue.is_past else None


def named_days(first: date, last: date, catalogue: Catalogue) -> Iterator[tuple[date, str]]:
    """Return the days that are named along the edge: as many as there is room for."""
    months = next(step for most, step in _STEPS if (last - first).days <= most)
    skeleton = "y" if months >= 12 else "yMMM"
    number = first.year * 12 + first.month - 1
    number += -number % months
    # The first day is always named, since the first full year or month may begin later.
    yield first, parts_of(first, skeleton, catalogue.locale)
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        if day > first:
            yield day, parts_of(day, skeleton, catalogue.locale)
        number += months
