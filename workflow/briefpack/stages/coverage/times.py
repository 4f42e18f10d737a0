"""Times: whether two things overlap, as far as their dates in a view tell.

A date known only to the month or year, or without a shown end, is inexact. If it may or may not reach the other date,
the answer is neither yes nor no.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node

Relation = Literal["together", "apart", "untold"]
#: The longest time that is compared with another, in days: of a longer one, sharing a day says nothing.
LONGEST_COMPARED = 31


@dataclass(frozen=True)
class Time:
    """When something begins and ends: the first and the last possible day of each."""

    begins: tuple[date, date]
    ends: tuple[date, date]

    @property
    def days(self) -> int:
        """Return the most days that it can take."""
        return (self.ends[1] - self.begins[0]).days + 1


def time_of(begins: Any, ends: Any) -> Time | None:
    """Return the time between two dates of a view, or None if neither is shown; an absent one can be any day.

    Nothing begins after the last day on which it can end, or ends before the first on which it can begin: without that,
    a date that is known to the year would tell less than none.
    """
    if not begins and not ends:
        return None
    start, end = (begins or ends).value.start, (ends or begins).value.end
    return Time(
        (start.first, min(start.last, end.last)) if begins else (date.min, end.last),
        (max(end.first, start.first), end.last) if ends else (start.first, date.max),
    )


def ends_of(work: Node) -> tuple[Any, Any]:
    """Return the dates on which an effort or an activity begins and ends, as precisely as the view shows them."""
    if "window" not in inside(work).kind.model_fields:
        return getattr(work, "from"), work.to
    window = work.window
    return (window.start, window.end) if window.start or window.end else (window.coarse, window.coarse)


def one_time(leaf: Any) -> Time | None:
    """Return the time of one date of a view, or None if it is absent."""
    return time_of(leaf, leaf)


def widened(time: Time, days: int) -> Time:
    """Return a time that begins so many days earlier and ends so many days later, as far as there are days."""
    first, last = (date.min + timedelta(days), date.max - timedelta(days))
    begins = tuple(max(day, first) - timedelta(days) for day in time.begins)
    ends = tuple(min(day, last) + timedelta(days) for day in time.ends)
    return Time((begins[0], begins[1]), (ends[0], ends[1]))


def relation(one: Time | None, other: Time | None) -> Relation:
    """Return whether two times certainly share a day (`together`) or certainly do not (`apart`); else `untold`."""
    if one is None or other is None:
        return "untold"
    if one.ends[1] < other.begins[0] or other.ends[1] < one.begins[0]:
        return "apart"
    is_certain = one.begins[1] <= other.ends[0] and other.begins[1] <= one.ends[0]
    return "together" if is_certain else "untold"
