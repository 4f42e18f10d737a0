"""Written days: a day as people write it, such as `8 December 2026` or `13 Dec`, read as a date of a case."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.dates import get_day_names, get_month_names

from briefpack.case.dates import parse_date
from briefpack.text.locales import SeparateLocale

#: A year that is left out is the one that sets the day between two months before the meeting and nine months after it.
_BEFORE, _AFTER = datetime.timedelta(days=60), datetime.timedelta(days=270)
_WORD = re.compile(r"\d+|[^\W\d_]+")
_YEAR, _DAY_OF_MONTH = re.compile(r"\d{4}"), re.compile(r"\d{1,2}")
#: Words that stand beside the parts of a day: endings of ordinals, articles, and a word for the year; a language's own
#: link words come from its forms of dates.
_BESIDE = frozenset({"st", "nd", "rd", "th", "er", "the", "of", "le", "el", "del", "года"})
_LINKS = re.compile(r"'([^']*)'")
_WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")


@dataclass(frozen=True)
class DayReader:
    """Reads days in the words of a language; `meeting` is the day from which a year that is left out is told."""

    locale: Locale
    meeting: datetime.date | None = None

    def read(self, text: str) -> str:
        """Return a date as a case has it, or an empty text where it is none or not certain."""
        try:
            return parse_date(text).text
        except ValueError:
            days = list(self._possible(text.casefold()))
        return days[0].isoformat() if len(days) == 1 else ""

    def _possible(self, text: str) -> Iterator[datetime.date]:
        words = [word for word in _WORD.findall(text) if word not in _BESIDE | _links(self.locale)]
        months = _found(words, _months(self.locale))
        # A word that is short for a day of the week and for a month, as `mar` is in Spanish, is the month.
        weekdays = _found([word for word in words if word not in _months(self.locale)], _weekdays(self.locale))
        years, days = (list(filter(form.fullmatch, words)) for form in (_YEAR, _DAY_OF_MONTH))
        sizes = (len(days), len(months), len(weekdays) + len(years) + 2)
        if sizes != (1, 1, len(words)) or len(years) > 1 or len(weekdays) > 1:
            return
        for year in map(int, years) if years else self._years():
            day = _day(year, months[0], int(days[0]))
            if day and (years or self._is_near(day)) and weekdays in ([], [day.weekday()]):
                yield day

    def _years(self) -> range:
        return range(self.meeting.year - 1, self.meeting.year + 2) if self.meeting else range(0)

    def _is_near(self, day: datetime.date) -> bool:
        return self.meeting is not None and self.meeting - _BEFORE <= day <= self.meeting + _AFTER


def exact_day(text: str) -> datetime.date | None:
    """Return the day that a date of a case is, or None where it is less precise."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _found(words: Sequence[str], numbers: Mapping[str, int]) -> list[int]:
    return [numbers[word] for word in words if word in numbers]


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=8)
def _links(locale: Locale) -> frozenset[str]:
    """Return the words between the parts of a day, such as the `de` of `8 de diciembre de 2026`."""
    return frozenset(_bare(word) for form in locale.date_formats.values() for word in _LINKS.findall(form.pattern))


@lru_cache(maxsize=8)
def _months(locale: Locale) -> Mapping[str, int]:
    return {
        _bare(name): number
        for context in ("format", "stand-alone")
        for width in _WIDTHS
        for one in (locale, SeparateLocale("en"))
        for number, name in get_month_names(width, context, one).items()
    }


@lru_cache(maxsize=8)
def _weekdays(locale: Locale) -> Mapping[str, int]:
    return {
        _bare(name): number
        for width in _WIDTHS
        for one in (locale, SeparateLocale("en"))
        for number, name in get_day_names(width, "format", one).items()
    }


def _bare(name: str) -> str:
    return name.casefold().rstrip(".")
