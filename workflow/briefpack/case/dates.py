"""Dates as precise as their source: a year, month or day, with a word such as `about` or `before`; or an interval.

Which days a date leaves possible is this project's own reading; FIELDS.md prints it from `EXTENTS`.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Annotated, Literal, get_args

from pydantic import PlainValidator

from briefpack.case.instead import instead_of_date

Precision = Literal["year", "month", "day"]
Qualifier = Literal["about", "early", "mid", "late", "before", "after"]
#: The days that a date with each of these words leaves possible.
EXTENTS: Mapping[Qualifier, str] = MappingProxyType(
    {
        "about": "from one year, one month or seven days before it to as much after it",
        "early": "in the first four months of a year, or the first ten days of a month",
        "mid": "from May to August of a year, or from the 11th to the 20th of a month",
        "late": "in the last four months of a year, or from the 21st of a month",
        "before": "any day before it begins",
        "after": "any day after it ends",
    }
)
#: The words that name a part of a year or a month, and so are more precise.
PARTS: tuple[Qualifier, ...] = ("early", "mid", "late")
_FORM = re.compile(
    rf"(?:({'|'.join(get_args(Qualifier))})[ -]+)?(\d{{4}})(?:-(\d{{2}})(?:-(\d{{2}}))?)?", re.IGNORECASE
)
#: The number of characters of an ISO 8601 date with this precision.
_LENGTHS: dict[str, int] = {"year": 4, "month": 7}
#: The years that pictures can show, with room on both sides.
_YEARS = range(500, 8000)
_EXPECTED = (
    "expected a date such as 1993, 1993-03 or 1993-03-15, an interval such as 1993-03/1993-08, or one of these "
    "after about, early, mid, late, before or after, such as late 1992"
)
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, repr=False)
class Point:
    """One end of a date: its first and last possible day, how precisely it is stated, and what is said before it.

    `stated` is the first day of the stated year, month or day. An open side ends with the first or last day of the
    calendar.
    """

    first: datetime.date
    last: datetime.date
    precision: Precision
    stated: datetime.date
    qualifier: Qualifier | None = None

    def __repr__(self) -> str:
        text = self.stated.isoformat()[: _LENGTHS.get(self.precision)]
        return f"{self.qualifier} {text}" if self.qualifier else text

    @property
    def drawn(self) -> tuple[datetime.date, datetime.date]:
        """Return its first and last day for a picture; an open side is drawn as long as the stated time."""
        length = _span(self.stated, self.precision)[1] - self.stated + _WEEK
        if self.qualifier == "before":
            return self.last - length, self.last
        return (self.first, self.first + length) if self.qualifier == "after" else (self.first, self.last)


@dataclass(frozen=True, repr=False)
class PartialDate:
    """A date or interval with the precision it was given with; `text` is its form in YAML."""

    start: Point
    end: Point
    text: str

    def __repr__(self) -> str:
        return self.text

    @property
    def is_interval(self) -> bool:
        """Return whether the date was given as an interval."""
        return "/" in self.text

    @property
    def is_qualified(self) -> bool:
        """Return whether a word such as `about` or `before` stands in the date."""
        return bool(self.start.qualifier or self.end.qualifier)

    @property
    def sort_key(self) -> tuple[datetime.date, datetime.date, str]:
        """Return the key to sort dates by: the first possible day, then the last.

        An open side counts as the day next to the stated time.
        """
        first, last = self.start.first, self.end.last
        known = (
            first if first > datetime.date.min else self.start.last,
            last if last < datetime.date.max else self.end.first,
        )
        return (*known, self.text)

    @property
    def drawn(self) -> tuple[datetime.date, datetime.date]:
        """Return its first and last day for a picture."""
        return self.start.drawn[0], self.end.drawn[1]


def parse_date(value: object) -> PartialDate:
    """Return the date that a YAML scalar spells; raise ValueError with a remedy if it is none."""
    text = str(value).strip()
    parts = text.split("/")
    if not isinstance(value, str) or len(parts) > 2:
        raise ValueError(_EXPECTED + instead_of_date(text))
    points = [_parsed(part.strip()) for part in parts]
    if points[-1].last < points[0].first:
        raise ValueError("the interval ends before it starts: give the earlier date first")
    return PartialDate(points[0], points[-1], text)


def parse_plain_date(value: object) -> PartialDate:
    """Return a date on which a rule depends; raise ValueError for one with a word such as `about`."""
    date = parse_date(value)
    if date.is_qualified:
        raise ValueError("a rule depends on this date: write a day, a month or a year, without a word before it")
    return date


def is_before(date: PartialDate | None, other: PartialDate | None) -> bool:
    """Return whether a date certainly lies before another; nothing is said of one that is not given."""
    return date is not None and other is not None and date.end.last < other.start.first


def coarsened(date: PartialDate, grain: Literal["month", "year"]) -> PartialDate:
    """Return a date coarsened to a month or a year that holds all its days; unchanged if it is coarse enough."""
    if not date.is_qualified:
        ends = [end.strip()[: _LENGTHS[grain]] for end in date.text.split("/")]
        return parse_date("/".join(dict.fromkeys(ends)))
    points = [_coarse(point, grain) for point in (date.start, date.end)]
    return parse_date("/".join(dict.fromkeys(map(repr, points if date.is_interval else points[:1]))))


def spanning(start: PartialDate, end: PartialDate) -> PartialDate:
    """Return the interval from the beginning of one date to the end of another, each as precise as it was given."""
    ends = dict.fromkeys((start.start, end.end))
    return PartialDate(start.start, end.end, "/".join(map(repr, ends)))


def _coarse(point: Point, grain: Precision) -> Point:
    """Return an end of a date coarsened to a month or a year that holds all its days, with its word if it has one."""
    is_part = point.qualifier in PARTS and point.precision == grain
    if not is_part and _LENGTHS.get(point.precision, 10) <= _LENGTHS[grain]:
        return point
    stated = {"before": point.last, "after": point.first}.get(str(point.qualifier), point.stated)
    first, last = _span(stated, grain)
    if point.qualifier == "before":
        return _point(last + _DAY, grain, "before")
    if point.qualifier == "after":
        return _point(first - _DAY, grain, "after")
    return _point(stated, grain, "about" if point.qualifier == "about" else None)


def _parsed(text: str) -> Point:
    match = _FORM.fullmatch(text)
    if not match or not text.isascii():
        raise ValueError(_EXPECTED + instead_of_date(text))
    year, month, day = (int(part) if part else None for part in match.groups()[1:])
    if year is None or year not in _YEARS:
        raise ValueError(f"pictures can show only the years from {_YEARS[0]:04} to {_YEARS[-1]}: check the year")
    precision: Precision = "day" if day is not None else "month" if month is not None else "year"
    try:
        stated = datetime.date(year, month or (1 if month is None else 0), day or (1 if day is None else 0))
    except ValueError:
        raise ValueError("no such day in the calendar: check year, month and day") from None
    qualifier = next((word for word in get_args(Qualifier) if word == (match[1] or "").lower()), None)
    if precision == "day" and qualifier in PARTS:
        raise ValueError("early, mid and late go before a year or a month: write the day alone, or 'about' before it")
    return _point(stated, precision, qualifier)


def _point(stated: datetime.date, precision: Precision, qualifier: Qualifier | None = None) -> Point:
    """Return the end of a date for the year, month or day that holds this day."""
    first, last = _span(stated, precision)
    return Point(*_possible(first, last, precision, qualifier), precision, first, qualifier)


def _possible(
    first: datetime.date, last: datetime.date, precision: Precision, qualifier: Qualifier | None
) -> tuple[datetime.date, datetime.date]:
    """Return the first and last possible day of a stated time with this word."""
    match qualifier:
        case "about" if precision == "day":
            return first - _WEEK, last + _WEEK
        case "about":
            return _span(first - _DAY, precision)[0], _span(last + _DAY, precision)[1]
        case "before":
            return datetime.date.min, first - _DAY
        case "after":
            return last + _DAY, datetime.date.max
        case "early" | "mid" | "late":
            third = PARTS.index(qualifier)
            return (_part(first, last, precision, third), _part(first, last, precision, third + 1) - _DAY)
    return first, last


def _part(first: datetime.date, last: datetime.date, precision: Precision, third: int) -> datetime.date:
    """Return the day on which a third of a year or month begins; for 3, the day after its end."""
    if third == len(PARTS):
        return last + _DAY
    return first.replace(month=1 + 4 * third) if precision == "year" else first.replace(day=1 + 10 * third)


def _span(day: datetime.date, precision: Precision) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day of the year, month or day that a day is in."""
    if precision == "year":
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    if precision == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day, day


Date = Annotated[PartialDate, PlainValidator(parse_date)]
PlainDate = Annotated[PartialDate, PlainValidator(parse_plain_date)]
