# ruff: noqa: RUF001
"""Declensions: the forms that Russian gives the words of a name, from the form in which the name is listed.

Source: the usual paradigms of Russian grammar for first names, patronymics and surnames. Whether a name is a man's or
a woman's is not known here, so each word gets the forms of both. Names that other languages of the script lend are
declined as Russian texts decline them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

#: Other nominatives come first, then genitive, dative, accusative, instrumental, prepositional; then the plural, in
#: which families are named.
CASES = 5
#: How a nominative ends, what of it the other cases drop, and what each of them puts there, with `/` between two ways.
_ENDINGS: tuple[tuple[str, str, str], ...] = (
    ("ия", "я", "и и ю ей и"),
    ("ья", "я", "и е ю ей/ёй е"),
    ("ая", "ая", "ой ой ую ой/ою ой"),
    ("яя", "яя", "ей ей юю ей/ею ей"),
    ("(?:ов|ев|ёв|ин|ын)а", "а", "ы/ой е/ой у ой/ою е/ой"),
    ("[гкхжшчщц]а", "а", "и/ы е у ой/ей е"),
    ("а", "а", "ы е у ой/ою е"),
    ("(?:[влр]|мар[кт])о", "о", "а у а ом е"),
    ("я", "я", "и е ю ей/ею е"),
    ("[гкхжшчщн]ий", "ий", "ия/ого/его ию/ому/ему ия/ого/его ием/им ии/ом/ем"),
    ("ий", "й", "я ю я ем и"),
    ("ый", "ый", "ого ому ого ым ом"),
    ("ой", "ой", "ого/оя ому/ою ого/оя ым/им/оем ом/ое"),
    ("ей", "ей", "ея/ья ею/ью ея/ья еем/ьем/ьём ее/ье"),
    ("й", "й", "я ю я ем е"),
    ("ь", "ь", "я/и ю/и я/ь ем/ём/ью е/и"),
    ("(?:ов|ев|ёв|ин|ын)", "", "а у а ым/ом е"),
    ("[жшчщц]", "", "а у а ем/ом е"),
    ("[бвгдзклмнпрстфх]", "", "а у а ом е"),
)
_RULES = tuple((re.compile(f"{ends}$"), dropped, tuple(cases.split())) for ends, dropped, cases in _ENDINGS)
#: A vowel before the last consonant that the other cases leave out: Павел, Павла; Донец, Донца.
_FLEETING = re.compile("(?:(?<=[бвгджзклмнпрстфхчш])(?:е(?=[лцк]$)|о(?=к$)))")
#: How the plural of surnames that are adjectives ends, by the letter before it.
_PLURAL = (
    (re.compile("(?<=[гкхжшчщ])(?:ий|ой|ая)$"), "ие их им ими"),
    (re.compile("(?:ый|ой|ая)$"), "ые ых ым ыми"),
    (re.compile("(?:ий|яя)$"), "ие их им ими"),
)
#: Two forms of one name: Наталья, Наталия.
_TWO = (("ья", "ия"), ("ия", "ья"))
#: What is dropped of adjectives that are men's surnames: a woman's has another form.
_OF_MEN = ("ый", "ой")
_IRREGULAR = {"лев": "льв", "пётр": "петр"}


@lru_cache(maxsize=1024)
def declined(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the forms of a word in small letters, one row a case; it stays as it is where no rule is for its end.

    A name that has another form beside it gets the cases of both.
    """
    others = [word.removesuffix(end) + other for end, other in _TWO if word.endswith(end)]
    singular = zip(*(_singular(one) for one in (word, *others)), strict=True)
    rows = (tuple(form for forms in row for form in forms) for row in singular)
    return ((word, *others), *rows, _plural(word))


def _plural(word: str) -> tuple[str, ...]:
    found = next(((ends.sub("", word), endings) for ends, endings in _PLURAL if ends.search(word)), None)
    return tuple(found[0] + ending for ending in found[1].split()) if found else (word,)


def _singular(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the forms of a word in each case behind the nominative.

    A woman's name that ends in a consonant may have one form in all cases, so such a word keeps its own too.
    """
    rule = next(((dropped, cases) for ends, dropped, cases in _RULES if ends.search(word)), None)
    if rule is None:
        return ((word,),) * CASES
    dropped, cases = rule
    stems = [word[: len(word) - len(dropped)], *([] if dropped else _short(word))]
    kept = (word,) if word[-1] not in "аяы" and dropped not in _OF_MEN else ()
    return tuple((*(stem + ending for stem in stems for ending in case.split("/")), *kept) for case in cases)


def _short(word: str) -> Iterator[str]:
    short = _IRREGULAR.get(word, _FLEETING.sub("", word))
    yield from [short] if short != word else ()
