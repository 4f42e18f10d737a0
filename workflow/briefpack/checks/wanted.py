"""Wanted: whether a text holds one of some terms, found as the gate finds them, so that neither surprises the other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefpack.gate.searching import Row, term


class Wanted:
    """Some terms to look for, however they are typed, split or spaced."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms = [found for one in sorted(set(terms)) if (found := term(one, ""))]

    def is_in(self, text: str) -> bool:
        """Say whether a text holds one of the terms."""
        row = _row(text)
        return any(row.find(wanted) is not None for wanted in self._terms)


@lru_cache(maxsize=4096)
def _row(text: str) -> Row:
    return Row([text])
