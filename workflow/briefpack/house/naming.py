"""Naming: the pattern by which an organisation recognises what looks like a person's name, and the search for it.

People write the pattern, and it is matched with every text, so it must not take for ever: it is short, with few
repetitions and none inside another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import AfterValidator

from briefpack.text.normalising import folded

_LONGEST_PATTERN = 120
_MOST_REPEATS = 4
#: No name is longer; a pattern is matched with no more of a text at once.
_LONGEST_NAME = 60
#: One piece of a pattern: an escaped character, a set of characters, or a character.
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
#: At most so many words in a row of a known name are looked for in texts.
_MOST_WORDS = 8
#: What stands for a known name: neither a letter nor a space.
_MARK = "·"


def _settled(pattern: str) -> str:
    """Return a pattern that is safe to run; raise ValueError with a remedy for any other."""
    if len(pattern) > _LONGEST_PATTERN:
        raise ValueError(f"the pattern is longer than {_LONGEST_PATTERN} characters: write a simpler one")
    pieces = _PIECE.findall(pattern)
    together = list(zip(pieces, [*pieces[1:], ""], strict=True))
    if any(first == ")" and then in {"*", "+", "{"} for first, then in together):
        raise ValueError("a group may not be repeated: write it out as often as it may occur, each time with '?'")
    if any(first == "(" and then == "?" for first, then in together) and "(?" in pattern.replace("(?:", ""):
        raise ValueError(
            "of the groups that begin with '(?', only '(?:' is allowed: write the pattern without the others"
        )
    if any(piece[0] == "\\" and piece[1:].isdigit() for piece in pieces):
        raise ValueError("a pattern may not refer back to a group: write it out")
    if sum(piece in {"*", "+", "{"} for piece in pieces) > _MOST_REPEATS:
        raise ValueError(f"more than {_MOST_REPEATS} repetitions: write a simpler pattern")
    return _compiled(pattern)


def _compiled(pattern: str) -> str:
    try:
        matches_nothing = re.compile(pattern).match("")
    except (re.error, OverflowError, RecursionError):
        raise ValueError("this is not a regular expression: check its brackets and backslashes") from None
    if matches_nothing:
        raise ValueError(
            "the pattern matches even an empty text, and so every text: let it ask for at least one letter"
        )
    return pattern


NamePattern = Annotated[str, AfterValidator(_settled)]


class Known:
    """Names that need no protection; a text may hold them, or two or more words of one."""

    def __init__(self, names: Iterable[str]) -> None:
        every = [tuple(_WORD.findall(folded(name))) for name in names]
        self._runs = {words for words in every if words}
        self._runs |= {
            words[start:end]
            for words in every
            for start in range(len(words))
            for end in range(start + 2, min(start + _MOST_WORDS, len(words)) + 1)
        }

    def without(self, text: str) -> str:
        """Return a text, its white space folded, with a mark in place of each known name."""
        plain = " ".join(unicodedata.normalize("NFC", text).split())
        spans = [match.span() for match in _WORD.finditer(plain)]
        words = [folded(plain[start:end]) for start, end in spans]
        pieces, written, position = [], 0, 0
        while position < len(words):
            length = self._length(words, position)
            if length:
                pieces += [plain[written : spans[position][0]], _MARK]
                written = spans[position + length - 1][1]
            position += length or 1
        return "".join([*pieces, plain[written:]])

    def _length(self, words: Sequence[str], start: int) -> int:
        """Return the number of words of the longest known name that begins at a place, or 0."""
        lengths = range(min(_MOST_WORDS, len(words) - start), 0, -1)
        return next((length for length in lengths if tuple(words[start : start + length]) in self._runs), 0)


def names_somebody(pattern: re.Pattern[str], text: str) -> bool:
    """Return whether a pattern matches at the beginning of any word of a text."""
    starts = (word.start() for word in _WORD.finditer(text))
    return any(pattern.match(text, start, start + _LONGEST_NAME) for start in starts)
