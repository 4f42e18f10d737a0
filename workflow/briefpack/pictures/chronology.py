"""Chronology: what a timeline shows, events on their lanes as precisely as their dates are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["day", "month", "year", "about", "interval"]


@dataclass(frozen=True)
class DatedEvent:
    """One event: its lane by number, its possible days, how they are known, its date in short and what happened."""

    lane: int
    first: date
    last: date
    kind: Kind
    when: str
    what: str


@dataclass(frozen=True)
class Timeline:
    """Lanes by name, the first of them left of the years and all others right; entries in order; wording of marks."""

    lanes: tuple[str, ...]
    entries: tuple[DatedEvent, ...]
    marks: tuple[tuple[Kind, str], ...]
