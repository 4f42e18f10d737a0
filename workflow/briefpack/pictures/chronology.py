"""Chronology: the values of a timeline: events on their lanes, as precisely as their dates are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["day", "month", "year", "about", "interval"]


@dataclass(frozen=True)
class DatedEvent:
    """One event: the number of its lane, its possible days, its precision, its date in short, what happened,
    and behind that the keys of its sources and the letters of signs.
    """

    lane: int
    first: date
    last: date
    kind: Kind
    when: str
    what: str
    keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Timeline:
    """A timeline: the names of its lanes (the first left of the years), its events, and the wording of marks.

    `today` is the day as of which things are told, with its words, if some of its events come later.
    """

    lanes: tuple[str, ...]
    entries: tuple[DatedEvent, ...]
    marks: tuple[tuple[Kind, str], ...]
    today: tuple[date, str] | None = None
