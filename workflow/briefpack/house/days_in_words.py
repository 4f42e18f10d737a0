"""Days in words: days as Babel writes them in a language, each found once; a timeline says each of them many times."""

from __future__ import annotations

import datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from briefpack.house import french

#: How many days are kept: those of two packs of a large case, each of which tells most of its dates several times.
_KEPT = 4096
#: The letter of CLDR for each part of a day, the largest first.
_PARTS = (("y", "year"), ("M", "month"), ("d", "day"))


@lru_cache(maxsize=_KEPT)
def in_full(day: datetime.date, locale: Locale) -> str:
    """Return a day in the long form of a language."""
    return _told(format_date(day, "long", locale=locale), locale)


@lru_cache(maxsize=_KEPT)
def on_weekday(day: datetime.date, locale: Locale) -> str:
    """Return a day in the full form of a language, which names the day of its week."""
    return _told(format_date(day, "full", locale=locale), locale)


@lru_cache(maxsize=_KEPT)
def parts_of(day: datetime.date, skeleton: str, locale: Locale) -> str:
    """Return those parts of a day that a CLDR skeleton names, as `yMMM` names year and month."""
    return _told(format_skeleton(skeleton, day, locale=locale), locale)


@lru_cache(maxsize=_KEPT)
def from_to(first: datetime.date, last: datetime.date, skeleton: str, locale: Locale) -> str:
    """Return the time between two days, of which a CLDR skeleton says what is named."""
    patterns = locale.interval_formats.get(skeleton.replace("MMMM", "MMM"), {})
    differs = next((letter for letter, of in _PARTS if getattr(first, of) != getattr(last, of)), "")
    if not differs and skeleton == "yMMMMd":
        return in_full(first, locale)
    if skeleton in locale.interval_formats or differs not in patterns:
        return _told(format_interval(first, last, skeleton, locale=locale), locale)
    # CLDR has no intervals of days with months in full: without this a pack would name one month in two forms.
    ends = zip((first, last), patterns[differs], strict=True)
    parts = (str(format_date(day, form.replace("MMM", "MMMM"), locale=locale)) for day, form in ends)
    return _told("".join(parts), locale)


def _told(days: str, locale: Locale) -> str:
    return french.day(days) if locale.language == "fr" else days
