"""Misread: finds what YAML silently reads in another way than the author meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from briefpack.files.not_yaml import BACKSLASH

Warned = tuple[int, int, str]
"""Where something is misread (row and column, counted from 0), and what to do."""

_NO_VALUE = "a comment begins here, so no value is given: write a colour without '#', and a text in quotes"
_CUT = "everything from ' #' on is read as a comment: put the text in quotes, or a space after the '#'"
_NUMBER_CUT = "everything from ' #' on is read as a comment: put the text in quotes, or two spaces before the '#'"
_CURLY = "curly quotes do not end a text, they are printed: use straight ones, or leave them out"
_POINTS = "lines that begin with '- ' or '* ' do not become a list within a text: write a YAML list, or sentences"

#: A comment without a space behind its `#`: probably the rest of a text that was cut.
_JOINED = re.compile(r"\s*(?=#[^\s#])")
#: A comment that begins with a number or is one in letters: probably the end of a text such as `Round # 4`.
_NUMBERED = re.compile(
    r"(?P<gap>\s+)#\s+(?=(?P<year>\d{4}(?!\d)[-\s]?)|\d|[IVX]{2,}\b|[VX]\b|[A-Z]/"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s*(?:$|[,.;:)]))"
)
#: A comment that is a colour, with or without a space behind its `#`.
_COLOUR = re.compile(r"\s*#\s*(?=(?=[0-9A-Fa-f]*\d|[0-9A-F]+\b)(?:[0-9A-Fa-f]{3}){1,2}\b)")
#: A value that is no free text: a word of a list, an id, a number, a date or a time.
_NO_TEXT = re.compile(r"[a-z_]*|[A-Z]+|[a-z\d_./:+-]+|(?:about|before|after|early|mid|late)[ -][\d /-]+")
_ENDED = re.compile(r"[.!?][\"')\u201d]*$")
_OPENING = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u2018": "\u2019"}
#: Lines of a text that look like a list: one with a dash, or two with another sign.
_POINT = re.compile(r"^\s*- ", re.MULTILINE)
_OTHER_POINT = re.compile(r"^\s*(?:[-*\u2022\u2013]|\d{1,2}[.)]) ", re.MULTILINE)
#: A path of Windows within double quotes, where YAML reads some backslashes as line ends and the like.
_PATH = re.compile(r"\b[A-Za-z]:\\(?!\\)")


def misread(event: Any, lines: Sequence[str]) -> Iterator[Warned]:
    """Return a warning for each part of a scalar that YAML reads in another way than its author meant."""
    row, column = event.start_mark.line, event.start_mark.column
    if not event.style:
        yield from _cut(event.value, event.end_mark.line, event.end_mark.column, lines)
        if _in_curly_quotes(event.value):
            yield row, column, _CURLY
    if event.end_mark.line > row and _has_points(event, lines):
        yield row, column, _POINTS
    if event.style == '"' and _PATH.search(lines[row], column):
        yield row, column, BACKSLASH


def _cut(text: str, row: int, column: int, lines: Sequence[str]) -> Iterator[Warned]:
    """Return a warning where a comment begins right after a text without quotes, or in place of one."""
    line = lines[row] if row < len(lines) else ""
    if not text:
        yield from _in_place_of_a_value(row, column, lines)
    elif (cut := _JOINED.match(line, column)) and cut.end() > column:
        yield row, cut.end(), _CUT
    elif (cut := _NUMBERED.match(line, column)) and not _NO_TEXT.fullmatch(text):
        is_apart = len(cut["gap"]) > 1 and (cut["year"] or _ENDED.search(text))
        if not is_apart:
            yield row, cut.end("gap"), _NUMBER_CUT


def _in_place_of_a_value(row: int, column: int, lines: Sequence[str]) -> Iterator[Warned]:
    """Return a warning where a comment looks like a colour or a text, and no value stands at the key."""
    line = lines[row] if row < len(lines) else ""
    for sign in (_JOINED, _NUMBERED, _COLOUR):
        if sign.match(line, column):
            yield row, line.index("#", column), _NO_VALUE
            return
    below = lines[row + 1] if not line[column:].strip() and row + 1 < len(lines) else ""
    if _COLOUR.match(below):
        yield row + 1, below.index("#"), _NO_VALUE


def _in_curly_quotes(text: str) -> bool:
    """Return whether curly quotes stand around a text, or open before one whose end was cut off."""
    closing = _OPENING.get(text[:1], "")
    is_cut = text[:1] in ("\u201c", "\u201e") and not any(sign in text[1:] for sign in closing)
    return bool(closing) and (text[-1:] in closing or is_cut)


def _has_points(event: Any, lines: Sequence[str]) -> bool:
    is_block, begin, end = event.style in ("|", ">"), event.start_mark, event.end_mark
    rows = "\n".join(lines[begin.line + 1 : end.line + (1 if end.column else 0)])
    if not is_block:
        rows = f"{lines[begin.line][begin.column :]}\n{rows}"
    return bool(is_block and _POINT.search(rows)) or len(_OTHER_POINT.findall(rows)) > 1
