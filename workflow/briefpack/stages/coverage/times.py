"""Times: what can be told from two dates of a view about whether one thing falls together with another.

A date known to the month or year, and one of which an end is not shown, leaves room: what lies within that room cannot
be told, and is neither yes nor no.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node

Relation = Literal["together", "apart", "untold"]


@dataclass(frozen=True)
class Time:
    """When something begins and ends: the first and the last day that each of the two can be."""

    begins: tuple[date, date]
    ends: tuple[date, date]

    @property
    def days(self) -> int:
        """Return how many days it can take at most."""
        return (self.ends[1] - self.begins[0]).days + 1


def time_of(begins: Any, ends: Any) -> Time | None:
    """Return the time between two dates of a view, or None if neither is shown; a missing one can be any day."""
    if not begins and not ends:
        return None
    start, end = (begins or ends).value.start, (ends or begins).value.end
    return Time(
        (start.first, start.last) if begins else (date.min, end.last),
        (end.first, end.last) if ends else (start.first, date.max),
    )


def ends_of(work: Node) -> tuple[Any, Any]:
    """Return from when to when an effort or an activity runs, as precisely as its reader may know it."""
    if "window" not in inside(work).kind.model_fields:
        return getattr(work, "from"), work.to
    window = work.window
    return (window.start, window.end) if window.start or window.end else (window.coarse, window.coarse)


def one_time(leaf: Any) -> Time | None:
    """Return the time that one date of a view tells."""
    return time_of(leaf, leaf)


def relation(one: Time | None, other: Time | None) -> Relation:
    """Return whether two times certainly have a day in common, certainly have none, or whether that cannot be told."""
    if one is None or other is None:
        return "untold"
    if one.ends[1] < other.begins[0] or other.ends[1] < one.begins[0]:
        return "apart"
    is_certain = one.begins[1] <= other.ends[0] and other.begins[1] <= one.ends[0]
    return "together" if is_certain else "untold"
