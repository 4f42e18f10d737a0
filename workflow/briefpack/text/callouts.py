"""Callouts: the bold words that a quotation begins with if it is one, in the order of their kinds."""

from __future__ import annotations

from collections.abc import Mapping

KINDS = ("ask", "caution", "gap", "harm", "note")
"""The kinds of callouts, in the order in which a house style lists their words."""

WORDS = "For action, Before you share this, Missing, Possible harm, Note"
"""The words that a text means if it does not list its own."""


def words_by_kind(listed: str) -> Mapping[str, str]:
    """Return the words of each kind from a list of them with commas; a kind without words is left out."""
    return {kind: words for kind, words in zip(KINDS, map(str.strip, listed.split(",")), strict=False) if words}
