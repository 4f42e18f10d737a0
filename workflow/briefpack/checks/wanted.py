"""Wanted: whether a text holds one of some terms, found as the gate finds them, so that neither surprises the other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefpack.gate.searching import Row, name, term, words_of


class Wanted:
    """Some terms to look for, however they are typed, split or spaced; names also with what their word goes on by."""

    def __init__(self, terms: Iterable[str], names: Iterable[str] = (), allowed: Iterable[str] = ()) -> None:
        excused = {"".join(words_of(one)) for one in allowed}
        self._terms = [found for one in sorted(set(terms)) if (found := term(one, ""))]
        self._terms += [found for one in sorted(set(names)) if (found := name(one, "", excused))]

    def is_in(self, text: str) -> bool:
        """Say whether a text holds one of the terms."""
        row = _row(text)
        return any(row.find(wanted) is not None for wanted in self._terms)


@lru_cache(maxsize=4096)
def _row(text: str) -> Row:
    return Row([text])
