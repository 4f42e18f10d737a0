"""Ordinary words: the common words of a language, if a list of them comes with the package.

That of English holds common words of every kind, those of other languages hardly more than names that are words too.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from briefpack.text.normalising import folded

_FOLDER = Path(__file__).parent / "ordinary"


def ordinary_words(languages: Iterable[str]) -> frozenset[str]:
    """Return the words, as they are compared, that are common in each of some languages; none if one has no list."""
    lists = [_words(language) for language in sorted(set(languages))]
    return frozenset.intersection(*lists) if lists else frozenset()


@lru_cache(maxsize=8)
def _words(language: str) -> frozenset[str]:
    file = _FOLDER / f"{language}.txt"
    return frozenset(folded(file.read_text(encoding="utf-8")).split()) if file.is_file() else frozenset()
