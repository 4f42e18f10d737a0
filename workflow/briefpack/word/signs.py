"""Signs: raised letters that lead to a key, and what each means."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from briefpack.word.tree import MarkdownNode, plain


def lowered(words: str) -> str:
    """Return raised letters as plain ones, which every typeface has; Word raises them itself."""
    return unicodedata.normalize("NFKC", words)


def sign_meaning(link: MarkdownNode) -> str:
    """Return what a sign means; an empty text for any other link."""
    return _meaning(link.token, plain(link)) if "title" in link.token.attrs else ""


class SignInKey(NamedTuple):
    """A sign of a document with what it means, whether it stands on the front page, and how often it is used."""

    letter: str
    meaning: str
    on_front: bool
    times: int


def signs_in(tokens: Iterable[Token], begins: int) -> tuple[SignInKey, ...]:
    """Return each sign of a document, in the order of the key, which is the last to have them.

    `begins` is the line at which a front page ends, or 0 for none.
    """
    found = list(_signs(tokens))
    times = Counter(sign for _, sign in found)
    on_front = {sign for line, sign in found if line < begins}
    ordered = reversed(dict.fromkeys(sign for _, sign in reversed(found)))
    return tuple(SignInKey(*sign, sign in on_front, times[sign]) for sign in ordered)


def _signs(tokens: Iterable[Token]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Return the line and the letter and meaning of each sign."""
    line = 0
    for token in tokens:
        # A cell has the line of its row.
        line = token.map[0] + 1 if token.map else line
        for opening, words in pairwise(token.children or []):
            if opening.type == "link_open" and "title" in opening.attrs:
                meaning = _meaning(opening, words.content)
                if meaning:
                    yield line, (lowered(words.content), meaning)


def _meaning(opening: Token, words: str) -> str:
    """Return the title of a link within the document whose words are raised letters; else an empty text."""
    is_raised = bool(words) and all(unicodedata.decomposition(one).startswith("<super>") for one in words)
    return str(opening.attrs["title"]) if is_raised and str(opening.attrs.get("href", "")).startswith("#") else ""
