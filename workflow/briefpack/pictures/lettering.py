"""Lettering: the typeface of the pictures, and the widths of its words.

The typeface comes with a package, so that a picture has the same bytes on every machine. FiraGO is drawn for small
sizes and has the Latin, Cyrillic (Tajik among them), Greek, Georgian and Hebrew scripts.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont
from pymupdf_fonts import myfont  # type: ignore[import-untyped]

DOTS_PER_INCH = 200
MILLIMETRES_PER_INCH = 25.4
POINTS_PER_INCH = 72
#: The smallest size of letters in points: pictures are printed as large as they are drawn.
SMALLEST = 8.0
#: The size of headings in a picture.
LARGER = 9.0
#: The distance between two lines of a text, as a share of its size.
LEADING = 1.2
_CUT = "\u2026"
_SPACE = re.compile(r"\s")
_FACES = {False: "figo", True: "figbo"}


def dots(millimetres: float) -> float:
    """Return a length on paper in dots of the picture."""
    return millimetres * DOTS_PER_INCH / MILLIMETRES_PER_INCH


@functools.cache
def line_height(size: float) -> float:
    """Return the distance between two lines in millimetres, for a size in points."""
    return size * LEADING * MILLIMETRES_PER_INCH / POINTS_PER_INCH


@functools.cache
def typeface(size: float, bold: bool = False) -> FreeTypeFont:
    """Return the typeface in a size in points."""
    # The basic layout is part of Pillow; the other one needs another library on the system.
    height = size * DOTS_PER_INCH / POINTS_PER_INCH
    return _largest(bold).font_variant(size=height, layout_engine=ImageFont.Layout.BASIC)


@functools.cache
def _largest(bold: bool) -> FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(myfont(_FACES[bold])), 20, layout_engine=ImageFont.Layout.BASIC)


@functools.lru_cache(maxsize=4096)
def spaced(text: str) -> str:
    """Return a text with plain spaces only: the typeface lacks the narrow ones in dates."""
    return _SPACE.sub(" ", text)


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a text in millimetres."""
    return sum(map(_advances(size, bold).__getitem__, spaced(text))) * MILLIMETRES_PER_INCH / DOTS_PER_INCH


class _Advances(dict[str, float]):
    """The width of each letter, in dots; the basic layout has no kerning."""

    def __init__(self, face: FreeTypeFont) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, letter: str) -> float:
        self[letter] = self.face.getlength(letter)
        return self[letter]


@functools.cache
def _advances(size: float, bold: bool) -> _Advances:
    return _Advances(typeface(size, bold))


# A picture in parts is laid out again for each number of parts that is tried.
@functools.lru_cache(maxsize=32768)
def wrapped(
    text: str, room: float, size: float, *, bold: bool = False, most: int = 99, indent: float = 0
) -> tuple[str, ...]:
    """Return a text as at `most` so many lines, each at most `room` millimetres wide; a cut text ends in an ellipsis.

    The first line is shorter by `indent` millimetres; it stays empty where only the next has room for the first word.
    """
    lines: list[str] = []
    for word in _words(text, room, size, bold):
        longer = f"{lines[-1]} {word}" if lines else word
        if not lines and indent and width(word, size, bold) > room - indent:
            lines = ["", word]
        elif lines and width(longer, size, bold) <= room - (indent if len(lines) == 1 else 0):
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        return (*lines[: most - 1], _shortened(lines[most - 1], room - (indent if most == 1 else 0), size, bold))
    return tuple(lines)


def _words(text: str, room: float, size: float, bold: bool) -> Iterator[str]:
    """Return the words of a text; a word that is too wide is divided."""
    for word in text.split():
        rest = word
        while width(rest, size, bold) > room and len(rest) > 1:
            kept = len(rest) - 1
            while kept > 1 and width(rest[:kept], size, bold) > room:
                kept -= 1
            yield rest[:kept]
            rest = rest[kept:]
        yield rest


def _shortened(line: str, room: float, size: float, bold: bool) -> str:
    """Return a line with an ellipsis in place of its last words, as many as needed."""
    while width(f"{line}{_CUT}", size, bold) > room and line:
        line = line.rpartition(" ")[0] or line[:-1]
    return f"{line.rstrip(' ,;:.')}{_CUT}"
