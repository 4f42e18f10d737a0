"""Shielding: keeps typed texts safe from Markdown while templates cut, change and join them.

A backslash could be cut from its sign. So each sign that means something to Markdown is replaced by one private
character, which no case and no wording can hold. When all is printed it becomes the sign again, with a backslash where
one is needed.
"""

from __future__ import annotations

import re

_SIGNS = "\\`*_{}[]()#+-.|<>~&:@$^="
_FIRST = 0xE100
_SHIELDED = {ord(sign): _FIRST + ord(sign) for sign in _SIGNS}
_PLAIN = {private: sign for sign, private in _SHIELDED.items()}
_PRIVATE = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
#: What may stand before a sign that opens a block: marks of lists, quotations and notes, and more such signs.
_LINE_START = r"^(?:[ \t|>*+]|[-+*#][ \t]|\d+[.)][ \t]|\[\^[^\]\n]+\]:)*"
_AT_LINE_START = re.compile(rf"{_LINE_START}[-+#=]*$")
_BEHIND_A_NUMBER = re.compile(rf"{_LINE_START}[(#@]?(?:\w|\d+|[ivxlcdmIVXLCDM]+)$")
_BEHIND_TABLE = re.compile(rf"{_LINE_START}(?:[Tt]able)?$")
#: Signs that are markup at the beginning of a line, or after the marks of lists and quotations there.
_OPENING = dict.fromkeys("#+-=>(", _AT_LINE_START) | dict.fromkeys(".)", _BEHIND_A_NUMBER) | {":": _BEHIND_TABLE}
_WORD_AHEAD, _WORD_BEHIND = re.compile(r"[^\W_]"), re.compile(r"[^\W_]$")


def shielded(text: str) -> str:
    """Return a text with its Markdown signs replaced by private characters."""
    return text.translate(_SHIELDED)


def unshielded(text: str) -> str:
    """Return a text with its signs as they were typed."""
    return text.translate(_PLAIN)


def uncovered(markdown: str) -> str:
    """Return Markdown with its shielded signs restored, each with a backslash if it needs one."""
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
