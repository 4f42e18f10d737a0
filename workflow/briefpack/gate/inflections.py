# ruff: noqa: RUF001
"""Inflections: the forms in which a text may hold the name of a person, beside the one that is listed.

In Cyrillic letters all words of a name change their ends together. Arabic and Hebrew write small words before the first
without a space; in longer names that is found by the letters behind them, so that only short words need forms of their
own, and words with the article, whose first letter falls away. A name in Latin letters is found in
most of its other forms by its letters alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, product

from briefpack.gate import arabic
from briefpack.gate.declensions import adjectives, declined
from briefpack.gate.term import GROWS
from briefpack.gate.words import letters_of

_WORD = re.compile(r"[^\W\d_]+")
_ANY_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_ARABIC, _HEBREW = re.compile("[\u0620-\u06ff]+"), re.compile("[\u05d0-\u05ea]+")
#: So, the, in, for, as, from, that, and two of them: what Hebrew writes before a name.
_BEFORE_HEBREW = ("ו", "ה", "ב", "ל", "כ", "מ", "ש", "וה", "וב", "ול", "ומ", "וש", "שב", "של")
#: Plurals of names that change its last letter, in English and Spanish: Brody, Brodies; Muñoz, Muñoces.
_PLURALS = ((re.compile("(?<=[b-df-hj-np-tv-z])y$"), "ies"), (re.compile("z$"), "ces"))
#: The languages in which at least 95 of 100 forms of names are found (tests/gate/test_inflected_names.py).
RELIABLE = frozenset({"ar", "en", "es", "fr", "he", "ru", "uk"})


def inflected(text: str, parts: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Return each other form of a name of one word, and each pair of forms in which two words of a longer one stand.

    `parts` are the folded words of the name that count; so are the forms.
    """
    words = [one for one in dict.fromkeys(_WORD.findall(text.lower())) if letters_of(one) in parts]
    if len(words) == 1:
        made = adjectives(words[0]) if _CYRILLIC.fullmatch(words[0]) else ()
        yield from _unlike(((form,) for form in (*_written(words[0], is_alone=True), *made)), words)
    for pair in combinations(words, 2):
        yield from _unlike(_pairs(*pair), pair)


def forms_of_word(word: str) -> frozenset[str]:
    """Return the forms of a name of one word, folded, each as a word of its own: itself, and its plural in `s`."""
    raw, folded = word.lower(), letters_of(word)
    if _ARABIC.fullmatch(raw):
        return frozenset(before + one for before in ("", *arabic.BEFORE) for one in (folded, *arabic.cases(folded)))
    return frozenset({folded, f"{folded}s", *map(letters_of, _written(raw, is_alone=True))})


def forms_of_called(text: str) -> Iterator[tuple[str, ...]]:
    """Return the other forms of what a place or a body is called: declined, or behind what Arabic writes before it.

    Of two words both are declined or the first alone, of more the first alone or the first two.
    """
    first, *rest = _ANY_WORD.findall(text.lower()) or [""]
    if _CYRILLIC.fullmatch(first):
        after = tuple(map(letters_of, rest[1:]))
        alone = (((form, *rest[:1]) for row in declined(first) for form in row),)
        both = (product(*row) for row in zip(declined(first), declined(rest[0]), strict=True)) if rest else ()
        yield from _unlike(((*form, *after) for forms in (*alone, *both) for form in forms), (first, *rest))
    elif _ARABIC.fullmatch(first):
        own = letters_of(first), *arabic.cases(letters_of(first))
        begun = (before + one for before in ("", *arabic.BEFORE) for one in own)
        yield from _unlike(((one, *rest) for one in begun), (first, *rest))


def forms_of_last(text: str, last: str) -> Iterator[str]:
    """Return the other forms of the last word of a name, folded as `last` is."""
    raw = next((one for one in reversed(_WORD.findall(text.lower())) if letters_of(one) == last), None)
    if raw:
        yield from (form for (form,) in _unlike(((one,) for one in _written(raw)), [raw]))


def _unlike(forms: Iterable[tuple[str, ...]], listed: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Return forms, folded, each once, without the one that is listed."""
    own = tuple(map(letters_of, listed))
    yield from (one for one in dict.fromkeys(tuple(map(letters_of, form)) for form in forms) if one != own)


def _pairs(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Return two words of a name in forms that go together: of the same case, or one of them behind small words."""
    if _CYRILLIC.fullmatch(one) and _CYRILLIC.fullmatch(other):
        yield from (pair for row in zip(declined(one), declined(other), strict=True) for pair in product(*row))
    else:
        yield from product(_written(one), _own(other))
        yield from product(_own(one), _written(other))


def _own(word: str, *, is_alone: bool = False) -> Sequence[str]:
    """Return the forms of a word of a name, itself first, without small words before it."""
    if _ARABIC.fullmatch(word):
        return arabic.own_forms(word, is_alone=is_alone)
    return (word, *(ends.sub(plural, word) for ends, plural in _PLURALS if len(word) >= GROWS and ends.search(word)))


def _written(word: str, *, is_alone: bool = False) -> Sequence[str]:
    """Return the forms of a word of a name in which it is written; a long one is found by its letters behind others."""
    if _CYRILLIC.fullmatch(word):
        return [form for row in declined(word) for form in row]
    before = arabic.BEFORE if _ARABIC.fullmatch(word) else _BEFORE_HEBREW if _HEBREW.fullmatch(word) else ()
    return arabic.behind(_own(word, is_alone=is_alone), before)
