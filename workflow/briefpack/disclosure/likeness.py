"""Likeness: whether what somebody is called may name the same person or body as other names do.

Two names may be the same if they share a telling word (also joined, split, or with one letter more or less), if one
holds the initials of the other, if they are written in different scripts, or if one of them names nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefpack.text.normalising import folded

_WORD = re.compile(r"[^\W_]+")
#: Words in the names of many bodies, which do not tell one body from another.
_SHARED = frozenset(
    """
    a agency and association at body center centre college committee conference council de department der des die
    dialogue et foundation for forum fund group in initiative institute institution international la le league mission
    national network of office organisation organization peace press programme program project research school society
    talks team the trust und union united university van von world
    """.split()  # noqa: SIM905 - a table of many words, read more easily so
)
_JOINING = frozenset({"a", "and", "at", "de", "der", "des", "die", "et", "for", "in", "la", "le", "of", "the", "und"})
#: Words in place of a name, such as "anonymous".
_NOBODY = frozenset({"anon", "anonymous", "author unknown", "n.n.", "no author", "staff", "unknown", "various"})
#: How many neighbouring words are also compared as one, and the least length of a word that may lack a letter.
_IN_A_ROW, _SPELT = 4, range(5, 41)


@dataclass(frozen=True)
class ComparedNames:
    """Some names in the forms in which they are compared: their telling words and their initials."""

    telling: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    scripts: frozenset[str] = frozenset()

    def may_be(self, other: ComparedNames) -> bool:
        """Return whether one of these names may be one of the others; in doubt, true."""
        is_told = self.telling and other.telling and other.scripts <= self.scripts
        if not is_told or self.telling & other.telling:
            return True
        return bool(self.initials & other.telling or self.telling & other.initials)


def together(names: Iterable[ComparedNames]) -> ComparedNames:
    """Return several sets of compared names as one."""
    names = tuple(names)
    return ComparedNames(
        frozenset[str]().union(*(one.telling for one in names)),
        frozenset[str]().union(*(one.initials for one in names)),
        frozenset[str]().union(*(one.scripts for one in names)),
    )


def titles_of(texts: Iterable[str]) -> frozenset[str]:
    """Return titles of several words as names may hold them: the words written as one, and their initials."""
    titles = [words for text in texts if len(words := _WORD.findall(folded(text))) > 1]
    return frozenset(form for words in titles for form in ("".join(words), "".join(word[0] for word in words)))


def names_of(texts: Iterable[str]) -> ComparedNames:
    """Return names in the forms in which they are compared; empty if one of them is a word in place of a name."""
    names = [_name(folded(text)) for text in texts]
    return together(names) if all(one.telling for one in names) else ComparedNames()


@lru_cache(maxsize=1024)
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
