"""Wording: everything in a pack that is not case text, from the catalogue of one language; dates and lists by Babel."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from briefpack.case.dates import PartialDate, Point
from briefpack.case.view import TemplateMistake
from briefpack.problems import near_miss

_SKELETONS: Mapping[str, str] = {"year": "y", "month": "yMMMM", "day": "yMMMMd"}


class UnknownWording(TemplateMistake):
    """A template asked for wording that the catalogue does not have, or gave it the wrong placeholders."""


@dataclass(frozen=True)
class Catalogue:
    """The wording of one language: `texts` by dotted key; a text with plural forms is a mapping of CLDR categories.

    `language` is the BCP 47 tag of the packs and `locale` the Babel locale that words their dates.
    """

    language: str
    texts: Mapping[str, str | Mapping[str, str]]

    @functools.cached_property
    def locale(self) -> Locale:
        """Give the Babel locale that the catalogue names under `locale`."""
        return Locale.parse(str(self.texts["locale"]), sep="_")

    @property
    def tag(self) -> str:
        """Give the BCP 47 tag of the locale, as in `en-GB`."""
        return str(self.locale).replace("_", "-")

    def say(self, key: str, /, **values: Any) -> str:
        """Give a text with its placeholders filled; `count` picks the plural form where the text has forms."""
        text = self.texts.get(key)
        if text is None:
            raise UnknownWording(f"the wording '{key}' is not in the catalogue{near_miss(key, self.texts)}")
        if not isinstance(text, str):
            form = self.locale.plural_form(values.get("count", 0))
            text = text.get(form, text["other"])
        try:
            return text.format(**values)
        except (KeyError, IndexError) as fault:
            raise UnknownWording(f"the wording '{key}' needs {fault}") from None

    def has(self, key: str) -> bool:
        """Say whether the catalogue has a text under this key."""
        return key in self.texts

    def word(self, field: str, word: str) -> str:
        """Give a reader's word for a word of an enumeration; a field may have its own under `words.<field>.<word>`."""
        own = f"words.{field}.{word}"
        return self.say(own if own in self.texts else f"words.{word}")

    def date(self, date: PartialDate) -> str:
        """Give a date in words, as precise as it was given."""
        if not date.is_interval:
            return self._point(date.start)
        if date.start.precision == date.end.precision:
            skeleton = _SKELETONS[date.start.precision]
            return str(format_interval(date.start.first, date.end.first, skeleton, locale=self.locale))
        return self.say("dates.interval", start=self._point(date.start), end=self._point(date.end))

    def _point(self, point: Point) -> str:
        if point.precision == "day":
            return str(format_date(point.first, "long", locale=self.locale))
        return str(format_skeleton(_SKELETONS[point.precision], point.first, locale=self.locale))

    def list(self, texts: Iterable[str]) -> str:
        """Give texts as a list in a sentence."""
        listed: Sequence[str] = list(texts)
        return str(format_list(listed, locale=self.locale))

    def number(self, number: float) -> str:
        """Give a number as this language writes it."""
        return str(format_decimal(number, locale=self.locale))
