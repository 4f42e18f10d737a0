"""Lettering: the typefaces of the pictures, the widths of words, and the lines in which a text is set.

The typefaces come with packages, so that a picture has the same bytes on every machine. Most texts of Latin, Cyrillic,
Greek and Georgian letters are plain: each character has its own width, and nothing needs shaping. All others are shaped
(`shaping.py`).
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont
from pymupdf_fonts import myfont  # type: ignore[import-untyped]

from briefpack.pictures import shaping
from briefpack.pictures.breaking import is_tied, pieces

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
_BREAKABLE = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_FACES = {False: "figo", True: "figbo"}
#: Letters, digits and signs that FiraGO has and that stand beside each other as they are, from left to right.
_PLAIN = re.compile(
    "[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02b2\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1"
    "\u03f0-\u0479\u048a-\u052f\u10d0-\u10ff\u1ea0-\u1ef9\u2007\u2008\u2010-\u2016\u2018-\u201a\u201c-\u201e\u2020-\u2022"
    "\u2026\u2030\u2039\u203a\u2044\u20a9-\u20ac\u20b9\u20ba\u20bd\u20be\u2116\u2122\u2190-\u2199\u2212\u2248\u2260\u2264\u2265]*"
)


def dots(millimetres: float) -> float:
    """Return a length on paper in dots of the picture."""
    return millimetres * DOTS_PER_INCH / MILLIMETRES_PER_INCH


@functools.cache
def line_height(size: float) -> float:
    """Return the distance between two lines in millimetres, for a size in points."""
    return size * LEADING * MILLIMETRES_PER_INCH / POINTS_PER_INCH


def size_in_dots(size: float) -> float:
    """Return a size in points in dots of the picture."""
    return size * DOTS_PER_INCH / POINTS_PER_INCH


# Each holds the whole font in memory, and lines of Word are measured in a size for nearly every text.
@functools.lru_cache(maxsize=16)
def typeface(size: float, bold: bool = False) -> FreeTypeFont:
    """Return the typeface in a size in points."""
    # The basic layout is part of Pillow; the other one needs another library on the system.
    return _largest(bold).font_variant(size=size_in_dots(size), layout_engine=ImageFont.Layout.BASIC)


@functools.cache
def _largest(bold: bool) -> FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(myfont(_FACES[bold])), 20, layout_engine=ImageFont.Layout.BASIC)


@functools.lru_cache(maxsize=4096)
def spaced(text: str) -> str:
    """Return a text with plain spaces only: the typeface lacks the narrow ones in dates."""
    return _SPACE.sub(" ", text)


def is_plain(text: str) -> bool:
    """Return whether a text needs no shaping where it stands between others that run from left to right."""
    return _PLAIN.fullmatch(text) is not None


def lacking(text: str) -> list[str]:
    """Return in order the characters of a text that no font has."""
    odd = sorted(one for one in set(text) if not is_plain(one) and not one.isspace())
    return shaping.missing("".join(odd)) if odd else []


def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a text in millimetres."""
    try:
        wide = sum(map(_advances(size, bold).__getitem__, spaced(text)))
    except _NotPlainError:
        wide = shaping.width_of(str(spaced(text)), shaping.Type(size_in_dots(size), bold))
    return wide * MILLIMETRES_PER_INCH / DOTS_PER_INCH


class _NotPlainError(Exception):
    """A character has a width of its own only within a text."""


class _Advances(dict[str, float]):
    """The width of each letter, in dots; the basic layout has no kerning."""

    def __init__(self, size: float, bold: bool) -> None:
        super().__init__()
        self.size, self.bold = size, bold

    def __missing__(self, letter: str) -> float:
        if not is_plain(letter):
            raise _NotPlainError
        self[letter] = typeface(self.size, self.bold).getlength(letter)
        return self[letter]


@functools.cache
def _advances(size: float, bold: bool) -> _Advances:
    return _Advances(size, bold)


class Line(str):
    """A line of a text, with the text that it is from and where in it the line begins.

    Which of its characters run from right to left follows from the whole text.
    """

    paragraph: str
    start: int

    @classmethod
    def of(cls, said: str, paragraph: str, start: int) -> Line:
        """Return a line."""
        line = cls(said)
        line.paragraph, line.start = paragraph, start
        return line


def undivided(text: str) -> list[str]:
    """Return a text in pieces that lines do not divide."""
    return text.split() if is_plain(spaced(text)) else [piece.strip() for piece in pieces(text)]


# A picture in parts is laid out again for each number of parts that is tried.
@functools.lru_cache(maxsize=32768)
def wrapped(
    text: str, room: float, size: float, *, bold: bool = False, most: int = 99, indent: float = 0
) -> tuple[str, ...]:
    """Return a text as at `most` so many lines, each at most `room` millimetres wide; a cut text ends in an ellipsis.

    The first line is shorter by `indent` millimetres; it stays empty where only the next has room for the first word.
    """
    whole = _BREAKABLE.sub(" ", text).strip()
    lines: list[tuple[int, int]] = []
    for start, end in _pieces(whole, room, size, bold):
        longer = (lines[-1][0], end) if lines else (start, end)
        if not lines and indent and width(whole[start:end].rstrip(), size, bold) > room - indent:
            lines = [(0, 0), (start, end)]
        elif lines and width(whole[slice(*longer)].rstrip(), size, bold) <= room - (indent if len(lines) == 1 else 0):
            lines[-1] = longer
        else:
            lines.append((start, end))
    said = [Line.of(whole[slice(*one)].rstrip(), whole, one[0]) for one in lines]
    if len(lines) > most:
        rest = room - (indent if most == 1 else 0)
        return (*said[: most - 1], _shortened(said[most - 1], whole, lines[most - 1][0], rest, size, bold))
    return tuple(said)


def _pieces(whole: str, room: float, size: float, bold: bool) -> Iterator[tuple[int, int]]:
    """Return where the pieces of a text begin and end; one that is too wide is divided."""
    if not whole:
        return
    parts = whole.replace(" ", " \n").split("\n") if is_plain(spaced(whole)) else pieces(whole)
    for start, end in pairwise(accumulate(map(len, parts), initial=0)):
        begin = start
        while width(whole[begin:end].rstrip(), size, bold) > room:
            kept = _kept(whole[begin:end], room, size, bold)
            if begin + kept == end:
                break
            yield begin, begin + kept
            begin += kept
        yield begin, end


def _kept(piece: str, room: float, size: float, bold: bool) -> int:
    """Return how many characters of a piece have room, at least one with its marks."""
    places: Sequence[int] = range(1, len(piece.rstrip()))
    if not is_plain(spaced(piece)):
        places = [place for place in shaping.clusters(piece.rstrip()) if place and not is_tied(piece, place)]
    fitting = [place for place in places if width(piece[:place], size, bold) <= room]
    return max(fitting, default=min(places, default=len(piece)))


def _shortened(line: str, whole: str, start: int, room: float, size: float, bold: bool) -> str:
    """Return a line with an ellipsis in place of its last words, as many as needed."""
    while width(f"{line}{_CUT}", size, bold) > room and line:
        line = line.rpartition(" ")[0] or line[: _last_cluster(line)]
    kept = line.rstrip(" ,;:.")
    return Line.of(f"{kept}{_CUT}", f"{whole[:start]}{kept}{_CUT}", start)


def _last_cluster(line: str) -> int:
    """Return where the last character of a line begins, or the first of those that belong together."""
    return len(line) - 1 if is_plain(spaced(line)) else shaping.clusters(line)[-1]
