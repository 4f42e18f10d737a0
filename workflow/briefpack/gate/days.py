"""Days: every form in which people write an exact day, in English and in the languages of a pack and its case.

Source: the Unicode CLDR for the names of months and the patterns of a language; the
orders of day, month and year that are usual in Europe, America and Asia.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from briefpack.gate.months import Locales, Words, english_months, months_in, with_month
from briefpack.gate.scripts import is_unspaced
from briefpack.gate.term import Term, term_of
from briefpack.gate.words import words_of

_FORMS = ("long", "medium", "short")
_SKELETONS = ("MMMMd", "MMMd")

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    "twentieth",
)
#: Months that are ordinary words too: `the second may` is no day. `twenty-three March` is hardly anything but a day.
_WORDS_TOO = frozenset({"march", "mar", "may"})
#: Behind such a month, ordinals count from the fourth on: `second` can be a verb, as in `they may second it`.
_NO_WORD_BEHIND = 4
_CARDINALS = (
    *(
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
    ),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_YEARS = (1800, 2200)
#: A leap year: it has every day.
_LEAP = 2000


def told_by(days: Iterable[datetime.date], wanted: Collection[Words], locales: Locales) -> set[Words]:
    """Return those of the wanted words that are a form of one of the days, in far less time than by `forms_of`.

    Most forms are day, month and year, in this order: all of these are looked up at once for each year.
    """
    found: set[Words] = set()
    before_year: dict[str, set[Words]] = {}
    for words in wanted:
        before_year.setdefault(words[-1], set()).add(words[:-1])
    for day in days if wanted else ():
        year, brief = f"{day:%Y}", _brief(day.month, day.day, locales)
        found |= brief.intersection(wanted)
        found.update((*words, year) for words in brief.intersection(before_year.get(year, ())) if len(words) > 1)
        found |= _others(day, locales).intersection(wanted)
    return found


def month_and_year(days: Iterable[datetime.date], locales: Locales) -> set[Words]:
    """Return the words of the month and year of some days, as they stand behind the number of a day."""
    first = {(day.year, day.month): day for day in days}.values()
    return {
        (*words[1:], f"{day:%Y}")
        for day in first
        for words in _brief(day.month, day.day, locales)
        if len(words) > 1 and words[0].isdecimal()
    }


@lru_cache(maxsize=366)
def _brief(month: int, day: int, locales: Locales) -> frozenset[Words]:
    """Return the words of a day and its month, which are the same in every year."""
    return frozenset(_of_month(datetime.date(_LEAP, month, day), locales))


@lru_cache(maxsize=366)
def _skeletons(month: int, day: int, locale: Locale) -> tuple[Words, ...]:
    """Return the words of a day and its month, in the order of a language."""
    date = datetime.date(_LEAP, month, day)
    return tuple(words_of(format_skeleton(skeleton, date, locale=locale)) for skeleton in _SKELETONS)


@lru_cache(maxsize=2048)
def _others(day: datetime.date, locales: Locales) -> frozenset[Words]:
    """Return the words of all forms of a day but those of `_brief`, alone or with the year behind them.

    The views of one case tell nearly the same days.
    """
    return frozenset(_other_forms(day, locales))


def _other_forms(day: datetime.date, locales: Locales) -> Iterator[Words]:
    yield from _worded(day, locales)
    yield from (words for locale in locales for words in _skeletons(day.month, day.day, locale))
    yield from _numbered(day)
    yield from _in_one_number(day)
    yield from _year_first(day, locales)
    yield from (one for words in _brief(day.month, day.day, locales) if len(words) == 1 for one in _joined(words, day))


@lru_cache(maxsize=64)
def forms_of(day: datetime.date, locales: Locales) -> tuple[Term, ...]:
    """Return all forms of a day as terms, each once: with and without the year, in words and in numbers.

    A form of numbers alone or without a year must stand in one piece, because a list of numbers is no date. A form
    without a year is not found where the text names another year. If a form is allowed, so are all that say no more.
    """
    worded = {words: term_of(words, "") for words in (*_worded(day, locales), *_named(day, locales))}
    loose = {words: Term(words, "piece", "") for words in _numbered(day)}
    loose_words = frozenset(_without_year(day, locales))
    loose |= {words: _loose(words, day) for words in loose_words}
    compact = {words: Term(words, "digits", "") for words in _in_one_number(day)}
    forms = {**loose, **worded, **compact}.values()
    every, brief = frozenset(form.letters for form in forms), frozenset("".join(words) for words in loose_words)
    lifting = {True: every, False: every - brief}
    return tuple(
        Term(form.words, form.fit, "", form.excused, lifted_by=lifting[form.letters in brief]) for form in forms
    )


def _loose(words: Words, day: datetime.date) -> Term:
    """Return a day without its year as a term; in scripts without spaces, more text can follow it directly."""
    if is_unspaced("".join(words)):
        return term_of(words, "")
    return Term(words, "yearless", "", _years_but(day.year))


def _worded(day: datetime.date, locales: Locales) -> Iterator[Words]:
    yield words_of(day.isoformat())
    yield from (words_of(format_date(day, form, locale=locale)) for locale in locales for form in _FORMS)


def _named(day: datetime.date, locales: Locales) -> Iterator[Words]:
    yield from _year_first(day, locales)
    for words in _of_month(day, locales):
        yield from [(*words, f"{day:%Y}")] if len(words) > 1 else _joined(words, day)


def _year_first(day: datetime.date, locales: Locales) -> Iterator[Words]:
    yield from ((f"{day:%Y}{name[0]}{day:%d}",) for name in _months(day.month, locales))


def _joined(words: Words, day: datetime.date) -> Iterator[Words]:
    """Return day, month and year in one word, if day and month are one word."""
    yield from ((f"{words[0]}{day:%Y}",), (f"{words[0]}{day:%y}",))


def _without_year(day: datetime.date, locales: Locales) -> Iterator[Words]:
    yield from _of_month(day, locales)
    yield from (words for locale in locales for words in _skeletons(day.month, day.day, locale))


def _of_month(day: datetime.date, locales: Locales) -> Iterator[Words]:
    """Return day and month in both orders; in English, also with an ordinal."""
    for name in _months(day.month, locales):
        for number in dict.fromkeys((str(day.day), f"{day:%d}")):
            yield from ((number, *name), (*name, number))
    for locale in locales:
        yield from (words for name in months_in(day.month, locale) for words in with_month(day.day, name, locale))
    for name in english_months(day.month):
        spelt = _spelt(day.day)
        yield from ((*spelt, "of", *name), (*spelt, "day", "of", *name), (*name, "the", *spelt))
        yield from ((f"{day.day}{name[0]}",), (f"{day:%d}{name[0]}",), (str(day.day), "of", *name))
        for ending in _endings(day.day):
            yield from _with_ordinal(f"{day.day}{ending}", name)
            yield from ((str(day.day), ending, "of", *name), (str(day.day), ending, *name))
        if name[0] not in _WORDS_TOO or len(spelt) > 1:
            yield from (words for one in (spelt, _counted(day.day)) for words in ((*one, *name), (*name, *one)))
        elif day.day >= _NO_WORD_BEHIND:
            yield (*name, *spelt)


def _with_ordinal(ordinal: str, name: Words) -> Iterator[Words]:
    yield from ((ordinal, *name), (ordinal, "of", *name), (ordinal, "day", "of", *name))
    yield from ((*name, ordinal), (*name, "the", ordinal))


@lru_cache(maxsize=64)
def _years_but(year: int) -> frozenset[str]:
    """Return every year that a text of today is likely to name, except one."""
    return frozenset(map(str, range(*_YEARS))) - {str(year)}


def _months(month: int, locales: Locales) -> tuple[Words, ...]:
    """Return the names of a month in English and in some languages, whole and short."""
    others = (name for locale in locales for name in months_in(month, locale))
    return tuple(dict.fromkeys([*english_months(month), *others]))


def _endings(number: int) -> tuple[str, ...]:
    """Return the endings of an English ordinal; some people write `2d` and `23d`."""
    return ("th",) if 10 < number < 20 else {1: ("st",), 2: ("nd", "d"), 3: ("rd", "d")}.get(number % 10, ("th",))


def _spelt(number: int) -> Words:
    """Return the words of an English ordinal up to thirty-first."""
    if number <= len(_ORDINALS):
        return (_ORDINALS[number - 1],)
    return ("thirtieth",) if number == 30 else ({2: "twenty", 3: "thirty"}[number // 10], _ORDINALS[number % 10 - 1])


def _counted(number: int) -> Words:
    """Return the words of an English number up to thirty-one."""
    if number < len(_CARDINALS):
        return (_CARDINALS[number],)
    return tuple(filter(None, (("twenty", "thirty")[number // 10 - 2], _CARDINALS[number % 10])))


def _numbered(day: datetime.date) -> Iterator[Words]:
    """Return a day in numbers: day, month or year first, with and without noughts, the year in four or two digits."""
    year = f"{day:%Y}"
    for number in {str(day.day), f"{day.day:02}"}:
        for month in {str(day.month), f"{day.month:02}"}:
            yield from ((number, month, year), (month, number, year), (year, month, number))
    yield from ((f"{day:%d}", f"{day:%m}", f"{day:%y}"), (f"{day:%m}", f"{day:%d}", f"{day:%y}"))
    yield from ((str(day.day), str(day.month), f"{day:%y}"), (str(day.month), str(day.day), f"{day:%y}"))
    roman = _ROMAN[day.month - 1]
    for number in (str(day.day), f"{day.day:02}"):
        yield from ((number, roman, year), (number, roman, f"{day:%y}"))
    of, week, weekday = day.isocalendar()
    yield from ((f"{of}", f"w{week:02}", f"{weekday}"), (f"{of}w{week:02}{weekday}",))
    yield (year, f"{day:%j}")


def _in_one_number(day: datetime.date) -> Iterator[Words]:
    """Return a day as one number, such as `20240214`, which may stand within a name such as `notes20240214`."""
    yield from ((f"{day:{form}}",) for form in ("%Y%m%d", "%d%m%Y", "%m%d%Y", "%y%m%d", "%d%m%y", "%Y%j"))
