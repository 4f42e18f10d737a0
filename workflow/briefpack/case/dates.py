"""Dates as precise as their source: a year, a month, a day, or an interval of these."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import PlainValidator

Precision = Literal["year", "month", "day"]
_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
#: How much of an ISO 8601 date says it as precisely as this.
_LENGTHS: dict[str, int] = {"year": 4, "month": 7}
#: Years that can be drawn on a scale with room on both sides of them.
_YEARS = range(500, 8000)
_EXPECTED = "expected a date as 1993, 1993-03, 1993-03-15 or an interval 1993-03/1993-08"


@dataclass(frozen=True, repr=False)
class Point:
    """One end of a date: its first and last possible day and how precise it is."""

    first: datetime.date
    last: datetime.date
    precision: Precision

    def __repr__(self) -> str:
        return self.first.isoformat()[: _LENGTHS.get(self.precision)]


@dataclass(frozen=True, repr=False)
class PartialDate:
    """A date or interval that keeps the precision it was given with; `text` is its ISO 8601 form."""

    start: Point
    end: Point
    text: str

    def __repr__(self) -> str:
        return self.text

    @property
    def is_interval(self) -> bool:
        """Say whether the date was given as an interval."""
        return "/" in self.text

    @property
    def sort_key(self) -> tuple[datetime.date, datetime.date, str]:
        """Give what orders dates: the first possible day, then the last."""
        return (self.start.first, self.end.last, self.text)


def parse_date(value: object) -> PartialDate:
    """Give the date that a YAML scalar spells; raise ValueError with a remedy when it spells none."""
    text = str(value).strip()
    parts = text.split("/")
    if not isinstance(value, str) or len(parts) > 2:
        raise ValueError(_EXPECTED)
    points = [_point(part.strip()) for part in parts]
    if points[-1].last < points[0].first:
        raise ValueError("the interval ends before it starts: give the earlier date first")
    return PartialDate(points[0], points[-1], text)


def coarsened(date: PartialDate, grain: Literal["month", "year"]) -> PartialDate:
    """Give a date no more precise than a month or a year; one that is not, as it is."""
    ends = [end.strip()[: _LENGTHS[grain]] for end in date.text.split("/")]
    return parse_date("/".join(dict.fromkeys(ends)))


def spanning(start: PartialDate, end: PartialDate) -> PartialDate:
    """Give the time from the beginning of one date to the end of another, each end as precise as it was given."""
    ends = dict.fromkeys((start.start, end.end))
    return PartialDate(start.start, end.end, "/".join(map(repr, ends)))


def _point(text: str) -> Point:
    match = _FORM.fullmatch(text)
    if not match or not text.isascii():
        raise ValueError(_EXPECTED)
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or year not in _YEARS:
        raise ValueError(f"no such day in the years that can be drawn, {_YEARS[0]:04} to {_YEARS[-1]}: check the year")
    try:
        return _span(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        raise ValueError("no such day in the calendar: check year, month and day") from None


def _span(year: int, month: int | None, day: int | None) -> Point:
    if month is None:
        return Point(datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year")
    if day is None:
        last = calendar.monthrange(year, month)[1]
        return Point(datetime.date(year, month, 1), datetime.date(year, month, last), "month")
    exact = datetime.date(year, month, day)
    return Point(exact, exact, "day")


Date = Annotated[PartialDate, PlainValidator(parse_date)]
