"""Likeness: whether what somebody is called may name the same person or body as other names do.

It may where they share a word that tells names apart, joined, split or with one letter more or less; where one holds
the initials of the other; where it is written in another script; and where it names nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from briefpack.text.normalising import folded

_WORD = re.compile(r"[^\W_]+")
#: Words that names of many bodies share, and that tell none of them from another.
_SHARED = frozenset(
    """
    a agency and association at body center centre college committee conference council de department der des die
    dialogue et foundation for forum fund group in initiative institute institution international la le league mission
    national network of office organisation organization peace press programme program project research school society
    talks team the trust und union united university van von world
    """.split()  # noqa: SIM905 - a table of many words, read more easily so
)
_JOINING = frozenset({"a", "and", "at", "de", "der", "des", "die", "et", "for", "in", "la", "le", "of", "the", "und"})
#: Names by which nobody is named.
_NOBODY = frozenset({"anon", "anonymous", "author unknown", "n.n.", "no author", "staff", "unknown", "various"})
#: How many words in a row are taken as one, and how long one is in which a letter may be missing.
_IN_A_ROW, _SPELT = 4, range(5, 41)


@dataclass(frozen=True)
class ComparedNames:
    """Some names in the forms in which they are compared: what tells them from others, and initials."""

    telling: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    scripts: frozenset[str] = frozenset()

    def may_be(self, other: ComparedNames) -> bool:
        """Return whether one of these may be one of the others; what cannot be told may be."""
        is_told = self.telling and other.telling and other.scripts <= self.scripts
        if not is_told or self.telling & other.telling:
            return True
        return bool(self.initials & other.telling or self.telling & other.initials)


def together(names: Iterable[ComparedNames]) -> ComparedNames:
    """Return several names as one, in which each is found."""
    names = tuple(names)
    return ComparedNames(
        frozenset[str]().union(*(one.telling for one in names)),
        frozenset[str]().union(*(one.initials for one in names)),
        frozenset[str]().union(*(one.scripts for one in names)),
    )


def titles_of(texts: Iterable[str]) -> frozenset[str]:
    """Return titles of several words in the forms in which names hold them: the words as one, and their initials."""
    titles = [words for text in texts if len(words := _WORD.findall(folded(text))) > 1]
    return frozenset(form for words in titles for form in ("".join(words), "".join(word[0] for word in words)))


def names_of(texts: Iterable[str]) -> ComparedNames:
    """Return names in the forms in which they are compared; with a name of nobody they tell of nobody."""
    names = [_name(folded(text)) for text in texts]
    return together(names) if all(one.telling for one in names) else ComparedNames()


def _name(plain: str) -> ComparedNames:
    words = [] if plain in _NOBODY else _WORD.findall(plain)
    known = set(words) - _SHARED or set(words)
    rows = (words[at : at + length] for at in range(len(words)) for length in range(1, _IN_A_ROW + 1))
    telling = {"".join(row) for row in rows if known.intersection(row)}
    longer = [word for word in words if word not in _JOINING]
    initials = {"".join(word[0] for word in some) for some in (words, longer) if len(some) > 1}
    letters = (letter for letter in plain if unicodedata.category(letter) in {"Ll", "Lo"})
    scripts = frozenset(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    return ComparedNames(
        frozenset(telling | {spelt for word in telling for spelt in _with_a_letter_less(word)}),
        frozenset(initials),
        scripts,
    )


def _with_a_letter_less(word: str) -> Iterable[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word))) if len(word) in _SPELT else ()
