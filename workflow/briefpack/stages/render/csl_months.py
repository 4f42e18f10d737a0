"""CSL months: a month that stands behind its day has the form that its language has there.

The terms of CSL are names of months alone: "5 декабрь" in Russian, "5 diciembre" in Spanish. What comes after a day is
taken from CLDR, as all other dates of a pack are: "5 декабря", "5 de diciembre".
"""

from __future__ import annotations

import functools
import re
from typing import Any, NamedTuple

from babel import UnknownLocaleError
from citeproc.model import CitationStylesElement  # type: ignore[import-untyped]
from citeproc.model import Date_Part as DatePartElement

from briefpack.text.locales import SeparateLocale

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: A day before its month, with what stands between them, as CLDR writes it: `d 'de' MMMM`.
_DAY_AND_MONTH = re.compile(r"dd?(?P<between>(?:[^dM']|'[^']*')*)MMMM")
_PARTS = "year-month-day"


class _AfterDay(NamedTuple):
    """The word that stands between a day and its month, and the months as they are called there."""

    word: str
    months: tuple[str, ...]


class Date_Part(DatePartElement, CitationStylesElement):  # type: ignore[misc]  # noqa: N801 - called as CSL has it
    """A part of a date, of which a month is called as it is behind a day."""

    def process(self, date: Any, context: Any = None) -> Any:
        """Return the words of the part, or None where the date lacks it."""
        text = super().process(date, context)
        if self.get("name") != "month" or self.get("form", "long") != "long" or not self._follows_day(date, context):
            return text
        known = _after_day(_language(self if context is None else context))
        if known is None or not date.get("month"):
            return text
        is_of_language = any(each.tag.endswith("}locale") for each in self.iterancestors())
        return ("" if is_of_language else known.word) + known.months[date["month"] - 1]

    def _follows_day(self, date: Any, context: Any) -> bool:
        """Return whether the day of the date stands before this part."""
        shown = _PARTS if context is None else context.get("date-parts", _PARTS)
        before = (each.get("name") for each in self.itersiblings(preceding=True))
        return bool(date.get("day")) and "day" in shown.split("-") and "day" in before


def _language(element: Any) -> str:
    """Return the language in which a style is read."""
    locales = element.get_root().locales
    return next((one.get(_LANGUAGE) for one in locales if one.get(_LANGUAGE)), "en")


@functools.cache
def _after_day(language: str) -> _AfterDay | None:
    """Return what comes after a day in a language; None where the month stands before it, or nobody knows."""
    try:
        locale = SeparateLocale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    found = _DAY_AND_MONTH.fullmatch(str(locale.datetime_skeletons.get("MMMMd", "")))
    if found is None:
        return None
    months = locale.months["format"]["wide"]
    return _AfterDay(found["between"].replace("'", "").lstrip(" ."), tuple(months[number] for number in sorted(months)))
