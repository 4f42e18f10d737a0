# ruff: noqa: RUF001
"""Months: the names of a month, and what a language writes between a number and a month, or at the number of a day.

Source: the Unicode CLDR for names; documents of the United Nations for the months that they name in other spellings.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from babel import Locale
from babel.dates import get_month_names

from briefpack.gate.spelt_days import spelt_days
from briefpack.gate.words import words_of
from briefpack.text.locales import SeparateLocale

Words = tuple[str, ...]
#: The languages in which days are looked for beside English.
Locales = tuple[Locale, ...]

#: British English abbreviates September in a way of its own.
_ENGLISH = (SeparateLocale("en"), SeparateLocale("en", "GB"))
#: Countries whose months have other names than those of most countries of the language.
_ELSEWHERE = {"ar": ("LB", "MA", "MR", "TN"), "de": ("AT",), "es": ("UY",)}
#: Names that CLDR lacks.
_MORE = {
    **{("ar", 6): ("يونيه",), ("ar", 7): ("يوليه",), ("es", 9): ("set", "setiembre")},
    **{("fr", 1): ("jan",), ("fr", 2): ("fév",), ("fr", 7): ("juill",)},
}
#: Russian also cuts months to three letters.
_CUT = frozenset({"ru"})
_BETWEEN = {"ar": "من", "es": "de", "ru": "числа"}
#: Arabic writes and, with, for, and the article before a number without a space.
_BEFORE = {"ar": ("و", "ب", "ل", "ال", "وال", "بال", "لل")}
_BEHIND = {"ru": ("го", "е", "ое", "му")}
_FIRST = {"es": ("1o", "1 o", "1ro", "primero"), "ru": ("первое", "первого")}
_USUAL_FIRST = ("1er", "1 er", "premier")


@lru_cache(maxsize=64)
def english_months(month: int) -> tuple[Words, ...]:
    """Return the names of a month in English, whole and short."""
    return tuple(dict.fromkeys(name for locale in _ENGLISH for name in _names(month, locale)))


@lru_cache(maxsize=256)
def months_in(month: int, locale: Locale) -> tuple[Words, ...]:
    """Return the names of a month in a language, whole and short, wherever the language is spoken."""
    elsewhere = (SeparateLocale(locale.language, one) for one in _ELSEWHERE.get(locale.language, ()))
    names = [name for one in (locale, *elsewhere) for name in _names(month, one)]
    more = [words_of(name) for name in _MORE.get((locale.language, month), ())]
    cut = [(name[0][:3],) for name in names if locale.language in _CUT]
    return tuple(dict.fromkeys([*names, *more, *cut]))


def _names(month: int, locale: Locale) -> Iterator[Words]:
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            yield words_of(get_month_names(width, context, locale)[month])


def with_month(day: int, name: Words, locale: Locale) -> Iterator[Words]:
    """Return a day and the name of its month as a language writes them, beside the plain number."""
    between = _BETWEEN.get(locale.language)
    numbers = [*_numbers(day, locale.language), *spelt_days(day, locale.language)]
    yield from ((*number, *name) for number in numbers)
    yield from ((f"{number}{name[0]}",) for number in dict.fromkeys((f"{day}", f"{day:02}")) if len(name) == 1)
    if between:
        yield from ((*number, between, *name) for number in [(str(day),), *numbers])


def _numbers(day: int, language: str) -> Iterator[Words]:
    yield from ((before + str(day),) for before in _BEFORE.get(language, ()))
    for ending in _BEHIND.get(language, ()):
        yield from ((str(day), ending), (f"{day}{ending}",))
    yield from (tuple(one.split()) for one in _FIRST.get(language, _USUAL_FIRST)) if day == 1 else ()
