"""Invisible characters: those that a script needs where they stand, and those that hide something.

Thai, Lao, Khmer and Burmese divide words with a space of no width. Joiners join or separate Arabic and Indic letters,
and emoji. Right-to-left text has marks of direction. Whether such a character is needed shows in the characters beside
it. The gate finds names whatever invisible characters they hold.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Literal

Verdict = Literal["needed", "stray", "hidden"]
_HIDDEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS, _DIRECTIONS, _WORD_SPACE = "\u200c\u200d", "\u200e\u200f\u061c", "\u200b"
#: Signs before or around numbers: Unicode calls them invisible, though people see them.
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
#: Scripts, by the first word of the Unicode names of their letters: those that divide words with a space of no width,
_WITHOUT_SPACES = frozenset({"THAI", "LAO", "KHMER", "MYANMAR", "TAI", "NEW", "BALINESE", "JAVANESE", "TIBETAN"})
#: and those whose letters change with the letters that they are joined to.
_JOINED = frozenset(
    (
        *("ARABIC", "SYRIAC", "MANDAIC", "NKO", "ADLAM", "MONGOLIAN", "PHAGS-PA", "HEBREW", "DEVANAGARI", "BENGALI"),
        *("GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "TIBETAN", "KHMER"),
        *("MYANMAR", "BALINESE", "JAVANESE", "SUNDANESE", "CHAKMA", "MEETEI"),
    )
)
#: Characters at most so far away count as beside a character.
_NEAR = 40


def judged(line: str) -> Iterator[tuple[int, str, Verdict]]:
    """Return each invisible character of a line that is not needed there: its position from 0, and what it is."""
    for place, character in enumerate(line):
        verdict = _verdict(line, place, character)
        if verdict != "needed":
            yield place, character, verdict


def _verdict(line: str, place: int, character: str) -> Verdict:
    if character.isprintable() or character == "\t" or character in _SEEN:
        return "needed"
    if character == _WORD_SPACE:
        return "needed" if any(_script(one) in _WITHOUT_SPACES for one in _beside(line, place)) else "hidden"
    if character in _JOINERS:
        return "needed" if _is_joined(line, place) else "stray"
    if character in _DIRECTIONS:
        near = "".join(_around(line, place))
        return "needed" if any(map(_is_right_to_left, near)) else "stray"
    return "hidden" if unicodedata.category(character) in _HIDDEN else "needed"


def _is_right_to_left(character: str) -> bool:
    return character.isalpha() and unicodedata.bidirectional(character) in ("R", "AL")


def _is_joined(line: str, place: int) -> bool:
    """Return whether a joiner touches a letter of a script that has joiners, or stands between two emoji."""
    before, after = _around(line, place)
    before, after = before.rstrip(_JOINERS)[-1:], after.lstrip(_JOINERS)[:1]
    return _script(before) in _JOINED or _script(after) in _JOINED or (_is_emoji(before) and _is_emoji(after))


def _beside(line: str, place: int) -> Iterator[str]:
    """Return the nearest letters, digits or signs on either before and behind a place."""
    before, after = _around(line, place)
    for side in (reversed(before), after):
        yield from islice((one for one in side if unicodedata.category(one)[0] in "LMN"), 1)


def _around(line: str, place: int) -> tuple[str, str]:
    return line[max(0, place - _NEAR) : place], line[place + 1 : place + 1 + _NEAR]


@functools.cache
def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0] if character else ""


def _is_emoji(character: str) -> bool:
    return character == "\ufe0f" or (character != "" and unicodedata.category(character) in ("So", "Sk"))
