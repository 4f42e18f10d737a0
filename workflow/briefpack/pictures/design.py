"""Design: the values of a picture laid out on a sheet, which can be measured, or drawn and kept for the next pack."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import Any, Protocol

from briefpack.pictures.canvas import Canvas, Drawing
from briefpack.pictures.manner import Manner

#: How many pictures are kept for the next pack with the same ones: as many as the largest case has.
DRAWN = 1_024


class Design(Protocol):
    """A picture laid out: its sheet is as high as its values need, before anything is drawn on it."""

    canvas: Canvas

    def draw(self) -> Canvas:
        """Return the finished sheet."""


#: The class of a design, which makes one of the values of its picture.
MakesDesign = Callable[[Any, Manner], Design]


@functools.lru_cache(maxsize=DRAWN)
def drawing_of(design: MakesDesign, values: Hashable, manner: Manner) -> Drawing:
    """Return the picture of some values."""
    return design(values, manner).draw().finished()


def height_of(design: MakesDesign, values: Hashable, manner: Manner) -> float:
    """Return the height of the picture of some values, in millimetres, without drawing it."""
    return design(values, manner).canvas.height
