# ruff: noqa: RUF001
"""Declensions: the forms that Russian and Ukrainian give the words of a name, from the form in which it is listed.

Source: the usual paradigms of both grammars for first names, patronymics and surnames. The letters do not always tell
which language a name is declined in, so each word gets the forms of both. Whether a name is a man's or
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
    ("ія", "я", "ї ї ю єю ї"),
    ("ия", "я", "и и ю ей и"),
    ("ья", "я", "и е ю ей/ёй е"),
    ("ая", "ая", "ой ой ую ой/ою ой"),
    ("яя", "яя", "ей ей юю ей/ею ей"),
    ("(?:ов|ев|ёв|ин|ын)а", "а", "ы/ой/ої/и е/ой/ій/і у ой/ою е/ой/ій/і"),
    ("ка", "ка", "ки ке/ці ку кой/кою ке/ці"),
    ("га", "га", "ги ге/зі гу гой/гою ге/зі"),
    ("ха", "ха", "хи хе/сі ху хой/хою хе/сі"),
    ("[жшчщц]а", "а", "и/ы/і е/і у ой/ей/ею е/і"),
    ("а", "а", "ы/и/ої е/і/ій у ой/ою е/і/ій"),
    ("(?:[вклр]|март)о", "о", "а у/ові а ом е/у/ові/і"),
    ("я", "я", "и/і е/і ю ей/ею е/і"),
    ("ий", "ий", "ия/ого/его ию/ому/ему ия/ого/его ием/им ии/ом/ем/ому"),
    ("ый", "ый", "ого ому ого ым ом"),
    ("ой", "ой", "ого/оя ому/ою ого/оя ым/им/оем ом/ое"),
    ("ей", "ей", "ея/ья ею/ью ея/ья еем/ьем/ьём ее/ье"),
    ("й", "й", "я ю/єві я ем/єм е/ї/єві"),
    ("ь", "ь", "я/и/і ю/и/еві/і я/ь ем/ём/ью е/и/і"),
    ("(?:ов|ев|ёв|ин|ын)", "", "а у/ові а ым/им/ом е/і/ові"),
    ("[жшчщц]", "", "а у/еві а ем/ом е/і/еві"),
    ("р", "", "а/я у/ові/ю/еві а/я ом/ем е/і/ові/еві"),
    ("[бвгдзклмнпстфх]", "", "а у/ові а ом е/і/ові"),
)
#: What ends a name and no adjective of it, how surnames end of which it is made without `ov`, and its fewest letters.
_ENDS, _OF_SURNAMES, _FEWEST_WITH_ADJECTIVE = re.compile("[аяоьй]$"), re.compile("(?:ов|ев|ёв|ин|ын)$"), 5
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
_IRREGULAR = {"лев": "льв", "пётр": "петр", "заяц": "зайц", "швец": "шевц"}
#: A vowel that Ukrainian has in a last syllable with a consonant at its end, and what stands there in the other cases.
_CLOSED, _OPEN = re.compile("і(?=[бвгджзклмнпрстфхцчш]$)"), ("о", "е")


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
    stem = word[: len(word) - len(dropped)]
    stems = [stem, *(_short(stem) if dropped in ("", "ь") else ())]
    kept = (word,) if word[-1] not in "аяы" and dropped not in _OF_MEN else ()
    return tuple((*(stem + ending for stem in stems for ending in case.split("/")), *kept) for case in cases)


def _short(word: str) -> Iterator[str]:
    short = _IRREGULAR.get(word, _FLEETING.sub("", word))
    yield from [short] if short != word else (_CLOSED.sub(one, word) for one in _OPEN if _CLOSED.search(word))


def adjectives(word: str) -> tuple[str, ...]:
    """Return how the adjectives of a surname in small letters begin, as in `сафроновск`; a short one has none."""
    stem = _ENDS.sub("", word)
    if len(stem) < _FEWEST_WITH_ADJECTIVE:
        return ()
    return tuple(stem + end for end in (("ск", "ськ") if _OF_SURNAMES.search(stem) else ("овск", "івськ")))
