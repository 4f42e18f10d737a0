"""Ordinary: names of one word that are words of a language too, such as May or North.

Such a name is found by its capital, in each form that its language gives it. Where every word has one, at the beginning
of a sentence or in a text all in capitals, or where letters have no capitals, as in Arabic, nothing is proved: it is
found there too, until the registry says of that very text that it is not meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from briefpack.gate.words import capitals_of, gaps_of, words_of

#: A text is known again by so many words from the name on, or by all it has.
CONTEXT = 8
_LENGTH = 16
#: What ends a sentence or opens one that is quoted; a bar is the end of a line.
_BEGINS = re.compile(r'[.!?\u2026|](?:[ "\')\]*_]|$)|(?:^|[:,]) *["\']')
#: Short for a person's title in English and its neighbours, and in Russian, without the
#: first letter of those with a hyphen: right before a name in any letters.
TITLES = frozenset(
    words_of(
        """
        mr mrs ms mx dr prof sir dame madam messrs gen lt col maj capt cmdr sgt rev hon amb sen gov rep herr
        frau mme mlle monsieur madame sr sra srta senor senora senorita don
        н жа господин господина господину господином госпожа госпожи госпоже госпожу госпожой
        товарищ товарища товарищу товарищем
        """
    )
)
#: Titles that are words too: `the minister may` speaks of what a minister may do.
LONG_TITLES = frozenset(
    words_of(
        """
        minister president ambassador envoy general colonel major captain commander judge justice professor
        doctor senator governor mayor chief sheikh imam mullah bishop father sister brother king queen
        prince lord lady secretary
        """
    )
)
DETERMINERS = frozenset(
    words_of(
        """
        a an the this that these those each every any no some our your their his her its my one another such
        which whose whatever either neither
        """
    )
)
#: How far before a long title a determiner may stand, as in `the deputy prime minister`.
TITLE_WITHIN = 3


@dataclass(frozen=True)
class Ordinary:
    """Words that are found by their capital if they are names, and what follows the name where it is the word."""

    words: Collection[str] = frozenset()
    contexts: frozenset[str] = frozenset()


def digest_of(field: str, text: str) -> str:
    """Return the digest by which an allowance recognises a text."""
    return sha256(f"{field}\n{text}".encode()).hexdigest()[:_LENGTH]


def unproved(text: str, forms: Collection[str]) -> list[int]:
    """Return the word numbers in a text at which a form of a name has a capital that any word would have there."""
    words, capitals, gaps = words_of(text), capitals_of(text), gaps_of(text)
    is_all_capital = text.isupper()
    return [
        number
        for number, one in enumerate(words)
        if one in forms
        and capitals[number]
        and (is_all_capital or number == 0 or not _has_capitals(one) or (bool(gaps) and _BEGINS.search(gaps[number])))
    ]


def _has_capitals(word: str) -> bool:
    return word.upper() != word.lower()


def contexts_of(texts: Iterable[str], forms: Collection[str]) -> frozenset[str]:
    """Return what stands from a name on in each text in which it may be the word, where its capital proves nothing."""
    return frozenset(_context(words_of(text), number) for text in texts for number in unproved(text, forms))


def small_contexts(texts: Iterable[str], forms: Collection[str]) -> frozenset[str]:
    """Return the same of texts that begin with the word in small letters: a template may give it a capital."""
    begun = (words_of(text) for text in texts if {*words_of(text)[:1]} & {*forms} and not capitals_of(text)[0])
    return frozenset(_context(words, 0) for words in begun)


def _context(words: tuple[str, ...], number: int) -> str:
    return " ".join(words[number : number + CONTEXT])


def is_title(before: tuple[str, ...]) -> bool:
    """Return whether the words before a name end in a title."""
    last = before[-1:] and before[-1]
    if last in LONG_TITLES:
        return not DETERMINERS & {*before[-1 - TITLE_WITHIN : -1]}
    return last in TITLES


def allowed_texts(texts: Iterable[tuple[str, str]], allowances: Collection[tuple[str, str]]) -> Iterator[str]:
    """Return those of texts, each with its field, that allowances name by field and digest."""
    fields = {field for field, _ in allowances}
    yield from (text for field, text in texts if field in fields and (field, digest_of(field, text)) in allowances)
