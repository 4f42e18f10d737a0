# ruff: noqa: RUF001
"""Ranges: the days of which a text tells only a part, as in `13 to 15 February`, each written out as it would be alone.

Numbers alone and words of joining are looked at, so that the months may be of any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefpack.gate.words import WORD, by_lines

_SPELT = (
    "(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    "|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
_NUMBER = rf"(?:\d{{1,2}}(?:st|nd|rd|th|d|er)?\.?|{_SPELT})"
#: What joins days in English, German, French, Spanish, Italian, Portuguese, Russian and Arabic.
_WORDS = (
    "through to|to|and|or|until|till|through|thru|bis|und|au|et|al|hasta|ao|e|y|a|\u043f\u043e|\u0434\u043e|\u0438"
    "|\u0627\u0644\u064a|\u062d\u062a\u064a"
)
#: `And` in Arabic, which is written to the number behind it.
_AND = "\u0648"
#: Days of the week, as texts are compared: without accents, in the cases of Russian, and with the article of Arabic.
_WEEKDAYS = (
    "(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    "|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
    "|(?:понедельник|вторник|четверг)[а-я]{0,2}|(?:сред|пятниц|суббот|воскресень)[а-я]{1,2}"
    "|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت"
)
#: What may stand before a day behind another: `au samedi 7`, `y el sábado 7`, `и в субботу 7`.
_WEEKDAY = rf"(?:(?:le|el|во?|يوم) +)?(?:(?:{_WEEKDAYS})[,\u060c ]+)?(?:the +)?"
_JOINT = rf"(?:,? +(?:{_WORDS}) +| *[-\u2013/,\u060c&+] *| +|\u060c? +{_AND} *){_WEEKDAY}"
#: No list of days is longer: what is, is one of other numbers.
_MOST = 12
_DAYS = rf"(?<![\w.])(?P<days>(?:{_NUMBER}{_JOINT}){{1,{_MOST}}})"
_MORE = rf"(?P<days>(?:{_JOINT}{_NUMBER}){{1,{_MOST}}})"
_REST = r"(?P<rest>[^\n]{0,20})"
#: `13, 14 and 15 February`; the name of a month may have a small word before it.
_BEFORE = re.compile(
    rf"{_DAYS}{_NUMBER}(?P<rest>,? *(?:days? +)?(?:of +(?:the +)?|de +|\u0645\u0646 +)?[^\W\d_]+[^\n]{{0,20}})"
)
#: `February 13 to 15`.
_AFTER = re.compile(rf"(?<!\w)(?P<month>[^\W\d_]{{3,20}})\.? *(?:the +)?{_NUMBER}{_MORE}(?!\w){_REST}")
#: `13.2.-15.2.2024` and `13.-15.2.2024`.
_MONTH = r"\d{1,2}|[ivx]{1,4}"
_IN_NUMBERS = re.compile(
    rf"(?<![\w.])(?P<day>\d{{1,2}})(?:[./](?P<month>{_MONTH}))?\.?(?: *[-\u2013/] *| +(?:to|bis|and) +| +)"
    rf"\d{{1,2}}(?P<mark>[./-])(?P<last>{_MONTH})(?P=mark)(?P<year>\d{{4}}|\d\d)(?!\w)"
)
#: `2024-02-13/15` and `2024-02-13/02-15`.
_YEAR_FIRST = re.compile(
    r"(?<!\w)(?P<year>\d{4}[-./ ])(?P<month>\d{1,2}[-./ ])\d{1,2}(?:/|--| to |-)"
    r"(?P<rest>(?:\d{1,2}[-./ ])?\d{1,2})(?![\w-])"
)
_ONE = re.compile(_NUMBER)
#: What every range and list has somewhere: a number, or a month in numbers, right before another number. Most texts are
#: passed over by this alone; it begins with a class of signs, which is what makes it quick.
_JOINED = re.compile(
    r"[\dtfs](?:(?<=\d)(?:[./][ivx]{1,4}|st|nd|rd|th|d|er)?|(?<=t)h(?:ird)?|(?<=f)irst|(?<=s)econd)"
    rf"\.?(?:{_JOINT}|--)(?:\d|{_SPELT})"
)
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_ANY_NUMBER = re.compile(rf"\d|\b(?:{_SPELT})\b")


@lru_cache(maxsize=32768)
def has_number(words: tuple[str, ...]) -> bool:
    """Return whether there is a number among words, in digits or as an ordinal, as there is in all that tells a day."""
    return _ANY_NUMBER.search(" ".join(words)) is not None


def may_be_number(word: str) -> bool:
    """Return, at little cost, whether a word may be a number, in digits or as an ordinal; few words may."""
    return not word.isalpha() or (word.endswith(_ORDINAL_ENDINGS) and has_number((word,)))


@lru_cache(maxsize=16384)
def days_told_in_part(text: str) -> tuple[tuple[int, str], ...]:
    """Return each day of a range or a list of days with what it shares with the last or first, and how many letters of
    the text stand before it.

    It is remembered, since most texts of a pack stand on several of its surfaces and in the packs of others too.
    """
    line = by_lines(text)
    found = _found(line) if _JOINED.search(line) else ()
    return tuple((len("".join(WORD.findall(line[:place]))), written) for place, written in found)


def _found(text: str) -> Iterator[tuple[int, str]]:
    """Return each such day, and its place, of a text as it is compared; a year behind the range belongs to each day."""
    for found in _BEFORE.finditer(text):
        yield from ((found.start() + one.start(), f"{one[0]} {found['rest']}") for one in _ONE.finditer(found["days"]))
    for found in _AFTER.finditer(text):
        for one in _ONE.finditer(found["days"]):
            yield found.start("days") + one.start(), f"{found['month']} {one[0]}{found['rest']}"
    for found in _IN_NUMBERS.finditer(text):
        yield found.start(), f"{found['day']}.{found['month'] or found['last']}.{found['year']}"
    for found in _YEAR_FIRST.finditer(text):
        month = "" if re.search(r"\d\D+\d", found["rest"]) else found["month"]
        yield found.start("rest"), f"{found['year']}{month}{found['rest']}"
