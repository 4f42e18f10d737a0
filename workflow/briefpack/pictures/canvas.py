"""Canvas: a sheet, measured in millimetres, for marks, bars, hatching and words, and its PNG file.

A mirrored sheet is drawn from left to right like any other, with its words turned round, and at last it is turned round
itself: then words can be read, and all else runs from right to left.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageColor, ImageDraw

from briefpack.pictures.curves import Place, pieces_of
from briefpack.pictures.lettering import SMALLEST, dots, line_height
from briefpack.pictures.manner import Manner
from briefpack.pictures.masks import STEPS, Mark, Mask, lettered, stamp
from briefpack.pictures.png import encoded

Box = tuple[float, float, float, float]

#: The width of a picture on paper, in millimetres: all have the same, so that their letters have one size.
WIDEST = 160.0
#: The greatest height of a picture, in millimetres: a page has room for it with its heading and its caption.
TALLEST = 200.0
INK = "1A1A1A"
PAPER = "FFFFFF"
#: The ink of what stands behind a text, such as the keys of sources: 7 to 1 on white.
QUIET = "595959"


@dataclass(frozen=True)
class Drawing:
    """A finished sheet: its PNG file, its width and height in millimetres, and the words set on it."""

    data: bytes
    width: float
    height: float
    texts: tuple[str, ...] = ()


class Canvas:
    """A white sheet of `width` by `height` millimetres, with more paper behind a narrow one.

    Colours are six hexadecimal digits without `#`. Its look says whether it is mirrored.
    """

    def __init__(self, width: float, height: float, manner: Manner | None = None) -> None:
        self.width, self.height = width, height
        self._language, self._is_mirrored = (manner.language, manner.is_mirrored) if manner else ("", False)
        self._texts: list[str] = []

    @functools.cached_property
    def _image(self) -> Image.Image:
        """Return the dots of the sheet; they are made only if something is drawn, not if it is only measured."""
        return Image.new("RGB", (round(dots(max(self.width, WIDEST))), round(dots(self.height))), _rgb(PAPER))

    @functools.cached_property
    def _pen(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self._image)

    def box(self, box: Box, *, fill: str | None = None, line: str | None = None, weight: float = 0.25) -> None:
        """Draw a box by its left, top, right and bottom, filled, outlined or both."""
        left, top, right, bottom = (round(dots(edge)) for edge in box)
        corners = (left, top, max(left, right - 1), max(top, bottom - 1))
        self._pen.rectangle(corners, _rgb(fill) if fill else None, _rgb(line) if line else None, _thick(weight))

    def across(self, left: float, right: float, y: float, colour: str, weight: float = 0.25) -> None:
        """Draw a horizontal line."""
        self._straight((left, y, right, y), colour, weight)

    def down(self, x: float, top: float, bottom: float, colour: str, weight: float = 0.25) -> None:
        """Draw a vertical line."""
        self._straight((x, top, x, bottom), colour, weight)

    def _straight(self, ends: Box, colour: str, weight: float) -> None:
        self._pen.line([round(dots(end)) for end in ends], _rgb(colour), _thick(weight))

    def hatch(self, box: Box, colour: str, *, step: float = 1.1) -> None:
        """Fill a box with slanting lines `step` millimetres apart, over what is there already."""
        left, top, right, bottom = (round(dots(edge)) for edge in box)
        size = (right - left, bottom - top)
        if min(size) < 1:
            return
        mask = Image.new("L", size)
        pen = ImageDraw.Draw(mask)
        # The lines follow one grid over the whole sheet, so that those of neighbouring boxes meet.
        apart = max(3, round(dots(step)))
        first = -((left + top) % apart)
        for start in range(first, sum(size) + apart, apart):
            pen.line((start, 0, start - size[1], size[1]), 255, _thick(0.25))
        self._image.paste(_rgb(colour), (left, top), mask)

    def mark(self, kind: Mark, place: Place, size: float, colour: str, *, fill: str | None = None) -> None:
        """Draw a mark around a place, `size` millimetres wide; with a `fill`, its colour is that of the outline."""
        self._stamp(kind, place, size, colour)
        if fill:
            self._stamp(kind, place, size - 0.7, fill)

    def _stamp(self, kind: Mark, place: Place, size: float, colour: str) -> None:
        mask = stamp(kind, round(dots(size)))
        x, y = (round(dots(end) - mask.width / 2) for end in place)
        self._image.paste(_rgb(colour), (x, y), mask)

    def curves(self, curves: Iterable[tuple[Place, Place, str]], colour: str, *, weight: float = 0.45) -> None:
        """Draw smooth curves from left to right, each from one place to another, `solid`, `dashed` or `dotted`."""
        pieces = [piece for start, end, style in curves for piece in pieces_of(start, end, style)]
        edges = list(zip(*(place for piece in pieces for place in piece), strict=True))
        left, top = (round(dots(min(edge) - 1)) for edge in edges)
        right, bottom = (round(dots(max(edge) + 1)) for edge in edges)
        mask = Image.new("L", ((right - left) * 2, (bottom - top) * 2))
        pen = ImageDraw.Draw(mask)
        for piece in pieces:
            ends = [(2 * (dots(x) - left), 2 * (dots(y) - top)) for x, y in piece]
            pen.line(ends, 255, 2 * _thick(weight), "curve")
        self._image.paste(_rgb(colour), (left, top), mask.reduce(2).point(STEPS))

    def text(
        self,
        place: Place,
        text: str,
        *,
        size: float = SMALLEST,
        bold: bool = False,
        colour: str = INK,
        anchor: str = "lm",
        behind: str | None = None,
    ) -> None:
        """Draw one line of text, with its left, middle or right (`l m r`) and top, middle or foot (`a m s`) at a place.

        With `behind`, the paper behind the letters gets that colour.
        """
        if behind:
            self.paper(place, text, behind, size=size, bold=bold, anchor=anchor)
        mask, left, top = self._lettered(text, size, bold, anchor)
        self._image.paste(_rgb(colour), (round(dots(place[0])) + left, round(dots(place[1])) + top), mask)

    def paper(
        self, place: Place, text: str, colour: str, *, size: float = SMALLEST, bold: bool = False, anchor: str = "lm"
    ) -> None:
        """Give the paper behind a line of text a colour: of all lines of a text before any of its letters."""
        mask, left, top = lettered(text, size, bold, anchor, self._language, self._is_mirrored)
        x, y = round(dots(place[0])) + left, round(dots(place[1])) + top
        self._pen.rectangle((x - 4, y - 2, x + mask.width + 4, y + mask.height + 2), _rgb(colour))

    def lines(
        self,
        place: Place,
        lines: Sequence[str],
        *,
        size: float = SMALLEST,
        bold: bool = False,
        colour: str = INK,
        align: str = "l",
    ) -> None:
        """Draw lines of text below each other, centred on the height of a place."""
        step = line_height(size)
        y = place[1] - step * (len(lines) - 1) / 2
        for position, line in enumerate(lines):
            spot = (place[0], y + position * step)
            self.text(spot, line, size=size, bold=bold, colour=colour, anchor=f"{align}m")

    def upright(self, place: Place, text: str, *, size: float = SMALLEST, bold: bool = False) -> None:
        """Draw one line of text that reads upwards, with its middle at a place."""
        turned = self._lettered(text, size, bold, "ls").dots.transpose(Image.Transpose.ROTATE_90)
        x, y = round(dots(place[0]) - turned.width / 2), round(dots(place[1]) - turned.height / 2)
        self._image.paste(_rgb(INK), (x, y), turned)

    def _lettered(self, text: str, size: float, bold: bool, anchor: str) -> Mask:
        self._texts.append(str(text))
        return lettered(text, size, bold, anchor, self._language, self._is_mirrored)

    def finished(self) -> Drawing:
        """Return the sheet as a PNG file that does not say who made it, when or with what."""
        sheet = self._image.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if self._is_mirrored else self._image
        return Drawing(encoded(sheet), max(self.width, WIDEST), self.height, tuple(self._texts))


@functools.cache
def _rgb(colour: str) -> tuple[int, ...]:
    return ImageColor.getrgb(f"#{colour}")


def _thick(weight: float) -> int:
    return max(1, round(dots(weight)))
