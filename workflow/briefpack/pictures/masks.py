"""Masks: the dots of a line of text and of a mark, before they get a colour."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from PIL import Image, ImageDraw

from briefpack.pictures import shaping
from briefpack.pictures.curves import Place
from briefpack.pictures.lettering import Line, is_plain, size_in_dots, spaced, typeface
from briefpack.text import bidi

Mark = Literal["disc", "ring", "diamond", "square", "triangle", "cross"]

#: How many times larger marks are drawn before they are reduced, which smooths their edges.
_FINER = 4
#: The steps between ink and paper at the edges of letters and marks: few of them halve the file; both ends are exact.
STEPS = [round(round(value / 255 * 7) / 7 * 255) for value in range(256)]
_CORNERS: Mapping[Mark, Sequence[Place]] = {
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "triangle": ((0, -1), (0.95, 0.75), (-0.95, 0.75)),
    "square": ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)),
    "cross": (
        *((-0.9, -0.6), (-0.6, -0.9), (0, -0.3), (0.6, -0.9), (0.9, -0.6), (0.3, 0)),
        *((0.9, 0.6), (0.6, 0.9), (0, 0.3), (-0.6, 0.9), (-0.9, 0.6), (-0.3, 0)),
    ),
}
_OTHER_SIDE = {"l": "r", "r": "l", "m": "m"}


class Mask(NamedTuple):
    """The dots of a line of text, and the offset of their corner from the place where it is drawn."""

    dots: Image.Image
    left: int
    top: int


def lettered(text: str, size: float, bold: bool, anchor: str, language: str, is_mirrored: bool) -> Mask:
    """Return a line of text, with its left, middle or right and its top, middle or foot at a place.

    On a mirrored sheet it runs from right to left, and is turned round: the sheet will be, too.
    """
    said = spaced(text)
    if not is_mirrored:
        return _plain(said, size, bold, anchor) if is_plain(said) else _shaped(text, size, bold, anchor, language, 0)
    mask = _shaped(text, size, bold, _OTHER_SIDE[anchor[0]] + anchor[1], language, 1)
    return Mask(mask.dots.transpose(Image.Transpose.FLIP_LEFT_RIGHT), -mask.left - mask.dots.width, mask.top)


@functools.lru_cache(maxsize=1024)
def _plain(text: str, size: float, bold: bool, anchor: str) -> Mask:
    """Return a line in which each letter stands as it is."""
    letters, (left, top) = typeface(size, bold).getmask2(text, "L", anchor=anchor)
    mask = Image.new("L", (letters.size[0] + 2, letters.size[1] + 2))
    ImageDraw.Draw(mask).draw.draw_bitmap((1, 1), letters, 255)
    return Mask(mask.point(STEPS), left - 1, top - 1)


def _shaped(text: str, size: float, bold: bool, anchor: str, language: str, base: int) -> Mask:
    """Return a line whose letters are shaped; `base` is 1 where what surrounds it runs from right to left."""
    start, whole = (text.start, text.paragraph) if isinstance(text, Line) else (0, text)
    found = shaping.lettered(
        spaced(text),
        _levels(whole, start, start + len(text), base),
        shaping.Type(size_in_dots(size), bold, language),
    )
    left = found.left - round({"l": 0.0, "m": found.width / 2, "r": found.width}[anchor[0]])
    # All fonts stand on the baseline of the first.
    ascent, descent = typeface(size, bold).getmetrics()
    down = {"a": float(ascent), "m": (ascent - descent) / 2, "s": 0.0}[anchor[1]]
    return Mask(found.mask.point(STEPS), left, found.top + round(down))


@functools.lru_cache(maxsize=1024)
def _levels(whole: str, start: int, end: int, base: int) -> tuple[int, ...]:
    """Return the levels of the characters of a line, which follow from the text that it is from."""
    return tuple(bidi.levels_of_line(whole[start:end], bidi.levels(whole, base)[start:end], base))


@functools.cache
def stamp(kind: Mark, size: int) -> Image.Image:
    """Return the mask of a mark, `size` dots wide."""
    large = size * _FINER
    mask = Image.new("L", (large, large))
    pen = ImageDraw.Draw(mask)
    if kind in _CORNERS:
        half = large / 2
        pen.polygon([(half + x * (half - 1), half + y * (half - 1)) for x, y in _CORNERS[kind]], 255)
    else:
        pen.ellipse((1, 1, large - 2, large - 2), 255)
    if kind == "ring":
        rim = max(2, round(large * 0.16))
        pen.ellipse((rim, rim, large - rim - 1, large - rim - 1), 0)
    return mask.reduce(_FINER).point(STEPS)
