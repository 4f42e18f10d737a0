"""Signs: raised letters that lead to a key, and what each means."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from markdown_it.token import Token

from briefpack.word.tree import MarkdownNode, plain


def lowered(words: str) -> str:
    """Return raised letters as plain ones, which every typeface has; Word raises them itself."""
    return unicodedata.normalize("NFKC", words)


def sign_meaning(link: MarkdownNode) -> str:
    """Return what a sign means; an empty text for any other link."""
    return _meaning(link.token, plain(link)) if "title" in link.token.attrs else ""


def signs_in(tokens: Iterable[Token]) -> tuple[tuple[str, str], ...]:
    """Return each sign of a document with what it means, in the order of the key, which is the last to have them."""
    found = [sign for token in tokens for sign in _signs(token.children or [])]
    return tuple(reversed(dict.fromkeys(reversed(found))))


def _signs(pieces: list[Token]) -> Iterable[tuple[str, str]]:
    """Return the signs of one paragraph, heading or cell."""
    for opening, words in pairwise(pieces):
        if opening.type == "link_open" and "title" in opening.attrs:
            meaning = _meaning(opening, words.content)
            yield from [(lowered(words.content), meaning)] if meaning else []


def _meaning(opening: Token, words: str) -> str:
    """Return the title of a link within the document whose words are raised letters; else an empty text."""
    is_raised = bool(words) and all(unicodedata.decomposition(one).startswith("<super>") for one in words)
    return str(opening.attrs["title"]) if is_raised and str(opening.attrs.get("href", "")).startswith("#") else ""
