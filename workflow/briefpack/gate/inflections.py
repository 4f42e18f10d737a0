# ruff: noqa: RUF001
"""Inflections: the forms in which a text may hold the name of a person, beside the one that is listed.

In Cyrillic letters all words of a name change their ends together. Arabic and Hebrew write small words before the first
without a space; in longer names that is found by the letters behind them, so that only short words need forms of their
own, and words with the article, whose first letter falls away. A name in Latin letters is found in its other forms by
its letters alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, product

from briefpack.gate.declensions import declined
from briefpack.gate.term import GROWS_WITH_PREFIXES
from briefpack.gate.words import words_of

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_ARABIC, _HEBREW = re.compile("[\u0620-\u06ff]+"), re.compile("[\u05d0-\u05ea]+")
#: And, then, in, for, as, and two of them: what Arabic writes before a name; so, the, in, for, as, from, that: Hebrew.
_BEFORE_ARABIC = ("و", "ف", "ب", "ل", "ك", "ا", "وب", "ول", "وك", "فل", "فب")
_BEFORE_HEBREW = ("ו", "ה", "ב", "ל", "כ", "מ", "ש", "וה", "וב", "ול", "ומ", "וש", "שב", "של")
_ARTICLE = "ال"
#: Father, brother, owner and son of, which change inside by their case or place.
_KINSHIP = {"ابو": ("ابي", "ابا"), "اخو": ("اخي", "اخا"), "ذو": ("ذي", "ذا"), "ابن": ("بن",)}
#: The languages in which at least 95 of 100 forms of names are found (tests/gate/test_inflected_names.py).
RELIABLE = frozenset({"ar", "en", "es", "fr", "ru"})

#: The forms of one word in one case or behind one prefix.
Forms = Sequence[str]


def inflected(text: str, parts: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Return each other form of a name of one word, and each pair of forms in which two words of a longer one stand.

    `parts` are the folded words of the name that count; so are the forms.
    """
    words = [one for one in dict.fromkeys(_WORD.findall(text.lower())) if _folded(one) in parts]
    if len(words) == 1:
        yield from _unlike(((form,) for row in _rows(words[0]) for form in row), words)
    for one, other in combinations(words, 2):
        rows = zip(_rows(one), _rows(other), strict=False)
        yield from _unlike((pair for row in rows for pair in product(*row)), (one, other))


def forms_of_last(text: str, last: str) -> Iterator[str]:
    """Return the other forms of the last word of a name, folded as `last` is."""
    raw = next((one for one in reversed(_WORD.findall(text.lower())) if _folded(one) == last), None)
    if raw:
        yield from (form for form, *_ in _unlike(((one,) for row in _rows(raw) for one in row), [raw]))


def _unlike(forms: Iterator[tuple[str, ...]], listed: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Return forms, folded, each once, without the one that is listed."""
    own = tuple(map(_folded, listed))
    yield from (one for one in dict.fromkeys(tuple(map(_folded, form)) for form in forms) if one != own)


def _folded(word: str) -> str:
    return "".join(words_of(word))


def _rows(word: str) -> Sequence[Forms]:
    """Return the other forms of a word of a name, in rows: two words of a name stand in forms of the same row."""
    if _CYRILLIC.fullmatch(word):
        return declined(word)
    if _ARABIC.fullmatch(word):
        return list(_behind(_folded(word), _BEFORE_ARABIC, _arabic(_folded(word))))
    return list(_behind(word, _BEFORE_HEBREW, ())) if _HEBREW.fullmatch(word) else ()


def _behind(word: str, before: Sequence[str], more: Forms) -> Iterator[Forms]:
    """Return the rows of a word behind each prefix; a long one is found behind it by its own letters."""
    own = (word, *more)
    for prefix in before:
        yield (*(prefix + one for one in own if len(one) < GROWS_WITH_PREFIXES), *own)


def _arabic(word: str) -> Forms:
    """Return a word without the letter of the article that falls away behind `l`, and kinship by its case."""
    return (*((f"ل{word[1:]}",) if word.startswith(_ARTICLE) else ()), *_KINSHIP.get(word, ()))
