"""Wording: everything in a pack that is not case text, from the catalogue of one language; dates and lists by Babel.

A placeholder is a plain name in braces, as in `{title}`. Doubled braces, as in `{{page}}`, are printed as single ones,
for another to fill. Nothing else is allowed between braces, so that no wording can look into the values that fill it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from briefpack.case.amounts import Amount, Approximate, stated
from briefpack.case.dates import PartialDate, Point, spanning
from briefpack.house import french, spanish
from briefpack.house.days_in_words import from_to, in_full, on_weekday, parts_of
from briefpack.problems import Place
from briefpack.text.capitals import capital
from briefpack.text.locales import SeparateLocale
from briefpack.text.near_miss import near_miss
from briefpack.text.punctuation import STOPS

_SKELETONS: Mapping[str, str] = {"year": "y", "month": "yMMMM", "day": "yMMMMd"}
#: How the keys of wording begin that only checks read, or the reader of record forms; no pack prints it.
FOR_CHECKS = ("likelihood.said.", "confidence.said.", "record.read.")
_PLACEHOLDER = re.compile(r"\{\{([a-z][a-z0-9_]*)\}\}|\{([a-z][a-z0-9_]*)\}")
#: What a value becomes after some words, and how small words join, in languages where a day has an article.
_ARTICLES: Mapping[str, tuple[Callable[[str, str], str], Callable[[str], str]]] = {
    "es": (spanish.after, spanish.contracted),
    "fr": (french.after, french.contracted),
}

#: A text of a catalogue, or its plural forms by CLDR category.
Wording = str | Mapping[str, str]


class UnknownWording(LookupError):  # noqa: N818 - as with TemplateMistake
    """Raised for wording that the catalogue does not have, or whose placeholders were not all filled.

    A catalogue that was read has all that packs need. So if no template asked for the key, briefpack is at fault.
    """


def placeholders(wording: Wording) -> frozenset[str]:
    """Return the names of the placeholders of a text, or of any of its plural forms."""
    forms = [wording] if isinstance(wording, str) else list(wording.values())
    return frozenset(match[2] for form in forms for match in _PLACEHOLDER.finditer(form) if match[2])


def has_stray_braces(text: str) -> bool:
    """Return whether a text has a brace that is not part of a placeholder."""
    return bool(set("{}") & set(_PLACEHOLDER.sub("", text)))


@dataclass(frozen=True)
class Catalogue:
    """The wording of one language: `texts` by dotted key; a text with plural forms is a mapping of CLDR categories.

    `language` is the BCP 47 tag of the packs and `locale` the Babel locale that words their dates; `places` has the
    place of each text, and `file` is where a missing one should stand. A catalogue that `is_past` is for a case that is
    over: a text under the same key with `_past` at its end takes the place of the other.
    """

    language: str
    texts: Mapping[str, Wording]
    file: str = "wording"
    places: Mapping[str, Place] = field(default_factory=dict)
    is_past: bool = False

    @functools.cached_property
    def locale(self) -> Locale:
        """Return the Babel locale that the catalogue names under `locale`."""
        return SeparateLocale.parse(str(self.texts["locale"]), sep="_")

    @property
    def tag(self) -> str:
        """Return the BCP 47 tag of the locale, as in `en-GB`."""
        return str(self.locale).replace("_", "-")

    @property
    def runs_right_to_left(self) -> bool:
        """Return whether the language is written from right to left."""
        return self.locale.character_order == "right-to-left"

    def say(self, key: str, /, **values: Any) -> str:
        """Return a text with its placeholders filled; `count` picks the plural form where the text has forms."""
        text = (self.is_past and self.texts.get(f"{key}_past")) or self.texts.get(key)
        if text is None:
            raise UnknownWording(f"the wording '{key}' is not in the catalogue{near_miss(key, self.texts)}")
        if not isinstance(text, str):
            form = self.locale.plural_form(stated(values.get("count", 0)))
            text = text.get(form, text["other"])
        if "{" not in text and "}" not in text:
            return text
        missing = sorted(placeholders(text) - values.keys())
        if missing:
            raise UnknownWording(f"the wording '{key}' needs '{missing[0]}'")
        given = {
            name: self.amount(value) if isinstance(value, Approximate) else value for name, value in values.items()
        }
        if self.locale.language not in _ARTICLES:
            return _PLACEHOLDER.sub(lambda match: _filled(match, given), text)
        after, contracted = _ARTICLES[self.locale.language]
        return contracted(_PLACEHOLDER.sub(lambda match: after(text[: match.start()], _filled(match, given)), text))

    def has(self, key: str) -> bool:
        """Return whether the catalogue has a text under this key."""
        return key in self.texts

    def word(self, field: str, word: str) -> str:
        """Return the wording of a word of an enumeration.

        A field may have its own under `words.<field>.<word>`.
        """
        own = f"words.{field}.{word}"
        return self.say(own if own in self.texts else f"words.{word}")

    def in_words(self, value: PartialDate | Approximate) -> str:
        """Return a date, or a number that is not exact, in words."""
        return self.date(value) if isinstance(value, PartialDate) else self.amount(value)

    def date(self, date: PartialDate) -> str:
        """Return a date in words, as precise as it was given."""
        if not date.is_interval:
            return self._point(date.start)
        if date.start.precision == date.end.precision and not date.is_qualified:
            return from_to(date.start.first, date.end.first, _SKELETONS[date.start.precision], self.locale)
        within = None if date.is_qualified else _within(date)
        span = self.say(f"dates.{within.precision}") if within else ""
        key = (
            "dates.interval"
            if within is None
            else "dates.until_within"
            if within is date.start
            else "dates.from_within"
        )
        return self.say(key, start=self._point(date.start), end=self._point(date.end), span=span)

    def on_weekday(self, date: PartialDate) -> str:
        """Return a date in words, with the day of its week where it is one exact day."""
        is_day = date.start.precision == "day" and not (date.is_interval or date.is_qualified)
        return on_weekday(date.start.stated, self.locale) if is_day else self.date(date)

    def interval(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """Return the time from one date to another; an unknown end is left open."""
        if start and end:
            return self.date(spanning(start, end))
        if start:
            return self.date(start) if start.is_interval else self.say("dates.from", start=self.date(start))
        return self.say("dates.until", end=self.date(end)) if end else ""

    def _point(self, point: Point) -> str:
        if point.precision == "day":
            return self.qualified(point, in_full(point.stated, self.locale))
        return self.qualified(point, parts_of(point.stated, _SKELETONS[point.precision], self.locale))

    def qualified(self, point: Point, words: str) -> str:
        """Return the words for a date together with the word before it, such as `late`."""
        return self.say(f"dates.{point.qualifier}", date=words) if point.qualifier else words

    def list(self, texts: Iterable[str]) -> str:
        """Return texts as a list in a sentence."""
        listed: Sequence[str] = list(texts)
        told = str(format_list(listed, locale=self.locale))
        if len(listed) < 2:
            return told
        between = str(format_list(["", ""], locale=self.locale))
        before, last = told[: -len(between + listed[-1])], listed[-1]
        # After a text that holds the word between the last two, a comma or a quotation mark says where the next begins.
        is_torn = any(between in one and "«" not in one for one in listed) and between[:1].isspace()
        before = f"{before.removesuffix(',')}," if is_torn else before
        return f"{before}{spanish.conjunction(between, last) if self.locale.language == 'es' else between}{last}"

    def capital(self, text: str) -> str:
        """Return a text with its first letter a capital."""
        return capital(text, self.locale.language)

    def amount(self, amount: Amount) -> str:
        """Return a whole number as this language writes it, with `about` where it is not exact."""
        number = self.number(stated(amount))
        return self.say("numbers.about", number=number) if isinstance(amount, Approximate) else number

    def number(self, number: float) -> str:
        """Return a number as this language writes it."""
        return str(format_decimal(number, locale=self.locale))


def _within(date: PartialDate) -> Point | None:
    """Return the end of an interval that holds the other one: July, in an interval from July to 19 July."""
    for coarse, other in ((date.start, date.end), (date.end, date.start)):
        if coarse.precision != other.precision and coarse.first <= other.first and other.last <= coarse.last:
            return coarse
    return None


def _filled(match: re.Match[str], values: Mapping[str, object]) -> str:
    """Return what stands in place of a placeholder or a doubled brace; a sentence ends with one full stop, not two."""
    if not match[2]:
        return match[0][1:-1]
    value = str(values[match[2]])
    return value[:-1] if value.endswith(STOPS) and match.string[match.end() :].startswith(STOPS) else value
