"""Shielding: what somebody typed, in a form that stays what it is whatever is done with a text.

Templates cut texts, change their letters and put them together; a backslash would be cut from its sign. So each sign
that means something to Markdown is one private character, which no case and no wording can hold, until all is printed:
then it is the sign again, with a backslash where that changes the reading.
"""

from __future__ import annotations

import re

_SIGNS = "\\`*_{}[]()#+-.|<>~&:@$^="
_FIRST = 0xE100
_SHIELDED = {ord(sign): _FIRST + ord(sign) for sign in _SIGNS}
_PLAIN = {private: sign for sign, private in _SHIELDED.items()}
_PRIVATE = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
#: What may stand before a sign that opens a block: what lists, quotations and notes put there, and signs of its kind.
_LINE_START = r"^(?:[ \t|>*+]|[-+*#][ \t]|\d+[.)][ \t]|\[\^[^\]\n]+\]:)*"
_AT_LINE_START = re.compile(rf"{_LINE_START}[-+#=]*$")
_BEHIND_A_NUMBER = re.compile(rf"{_LINE_START}[(#@]?(?:\w|\d+|[ivxlcdmIVXLCDM]+)$")
_BEHIND_TABLE = re.compile(rf"{_LINE_START}(?:[Tt]able)?$")
#: Signs that are markup where they begin a line, or behind what begins one.
_OPENING = dict.fromkeys("#+-=>(", _AT_LINE_START) | dict.fromkeys(".)", _BEHIND_A_NUMBER) | {":": _BEHIND_TABLE}
_WORD_AHEAD, _WORD_BEHIND = re.compile(r"[^\W_]"), re.compile(r"[^\W_]$")


def shielded(text: str) -> str:
    """Return a text whose signs mean nothing to Markdown."""
    return text.translate(_SHIELDED)


def unshielded(text: str) -> str:
    """Return a text with its signs as they were typed."""
    return text.translate(_PLAIN)


def uncovered(markdown: str) -> str:
    """Return Markdown with its shielded signs, each with a backslash where that changes the reading."""
    if not _PRIVATE.search(markdown):
        return markdown
    return "\n".join(_line(line) for line in markdown.split("\n"))


def _line(line: str) -> str:
    plain = unshielded(line)
    return _PRIVATE.sub(lambda match: _sign(plain, match.start()), line)


def _sign(line: str, place: int) -> str:
    sign, before, after = line[place], line[:place], line[place + 1 :]
    opening = _OPENING.get(sign)
    if sign == "_":
        is_needed = not (_WORD_BEHIND.search(before) and _WORD_AHEAD.match(after))
    elif sign == "#" and not after.strip("# "):
        is_needed = True
    else:
        is_needed = opening is None or bool(opening.search(before))
    return f"\\{sign}" if is_needed else sign
