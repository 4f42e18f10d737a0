"""Breaking: where a line of text may end: after spaces, between Chinese and Japanese characters, between Thai words.

Khmer, Lao and Burmese have spaces between phrases alone, and no list of words here: a phrase that is wider than its
room is divided between syllables, as near as they can be told without one.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

#: Spaces that stay within a line are none of these: U+00A0, U+2007, U+202F.
_SPACES = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u3000")
_JOINING = frozenset("\u00a0\u2007\u202f\u2060\ufeff\u200d")
#: Small letters and signs of Japanese that belong to what stands before them.
_SMALL = re.compile(
    "[\u3005\u303b\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u309b-\u309e"
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fc-\u30fe]"
)
#: What no line ends with, such as an opening bracket, and what none begins with, such as a stop.
_NO_END, _NO_BEGINNING = frozenset({"Ps", "Pi", "Sc"}), frozenset({"Pe", "Pf", "Po"})
#: A space of words in Ethiopic, and the stops of Burmese: a line may end after them.
_STOPS = frozenset("\u1361\u1362\u1363\u1364\u104a\u104b")
_THAI = re.compile("[\u0e00-\u0e7f]+")
#: Where clusters may not be divided: vowels before and after their consonant, and a Burmese consonant that ends a
#: syllable.
_TIED = re.compile(
    "(?<=[\u0e40-\u0e44\u0ec0-\u0ec4])|(?=[\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3\u0ec6])"
    "|(?=[\u1000-\u102a\u103f][\u1037]?[\u103a\u1039])|(?<=\u1039)"
)


def pieces(text: str) -> list[str]:
    """Return a text in pieces that lines do not divide; spaces stand at their ends."""
    words = _thai_words(text)
    cuts = [place for place in range(1, len(text)) if place in words or _may_break(text, place)]
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]


def is_tied(text: str, place: int) -> bool:
    """Return whether the syllable that ends at a place goes on behind it."""
    return _TIED.match(text, place) is not None


def _may_break(text: str, place: int) -> bool:
    """Return whether a line may end before the character at a place."""
    before, after = text[place - 1], text[place]
    if after in _SPACES or after in _JOINING or before in _JOINING or unicodedata.category(after)[0] == "M":
        return False
    if before in _SPACES or before in _STOPS:
        return after not in _STOPS
    if unicodedata.category(after) in _NO_BEGINNING or unicodedata.category(before) in _NO_END:
        return False
    return (_is_wide(before) or _is_wide(after)) and not _SMALL.match(after)


def _is_wide(character: str) -> bool:
    """Return whether a character is a Chinese or Japanese one; Korean words have spaces between them."""
    return unicodedata.east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7a3"


def _thai_words(text: str) -> set[int]:
    """Return where words begin within the Thai of a text."""
    found = (match.start() + place for match in _THAI.finditer(text) for place in _within(match[0]))
    return {place for place in found if unicodedata.category(text[place])[0] != "M" and not is_tied(text, place)}


def _within(thai: str) -> Iterator[int]:
    place = 0
    for word in _thai_parser()(thai)[:-1]:
        place += len(word)
        yield place


@functools.cache
def _thai_parser() -> Callable[[str], list[str]]:
    # Loaded only for Thai: it takes as long as drawing a picture.
    from budoux import load_default_thai_parser

    return load_default_thai_parser().parse
