"""Typefaces: how high and how wide the letters of those that packs are often set in are, where no file of them is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: By typeface: the height of a line as a share of the size, and the width of letters as a share of briefpack's own.
_FACES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "arial": (1.149, 1.0),
        "arial narrow": (1.149, 0.81),
        "calibri": (1.221, 0.91),
        "carlito": (1.221, 0.91),
        "times new roman": (1.149, 0.9),
    }
)
_ANY_FACE = (1.36, 1.06)


def measures_of(face: str) -> tuple[float, float]:
    """Return the height of a line as a share of the size, and the width of letters as a share of briefpack's own."""
    return _FACES.get(face.casefold(), _ANY_FACE)
