"""Typefaces: how high and how wide the letters of those that packs are often set in are, where no file of them is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_ARIAL, _NARROW, _CALIBRI, _TIMES = (1.149, 1.0), (1.149, 0.81), (1.221, 0.91), (1.149, 0.9)
#: By typeface: the height of a line as a share of the size, and the width of letters as a share of briefpack's own.
#: Those that were drawn to take the place of another have its measures.
_FACES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        **dict.fromkeys(("arial", "arimo", "helvetica", "liberation sans"), _ARIAL),
        **dict.fromkeys(("arial narrow", "liberation sans narrow"), _NARROW),
        **dict.fromkeys(("calibri", "carlito"), _CALIBRI),
        **dict.fromkeys(("times new roman", "liberation serif", "times", "tinos"), _TIMES),
    }
)
_ANY_FACE = (1.36, 1.06)
#: Whoever lacks one of these has another of the same width; in place of any other may stand one this wide.
_ALIKE, _IN_PLACE = (_ARIAL, _TIMES), 1.14


def measures_of(face: str) -> tuple[float, float]:
    """Return the height of a line as a share of the size, and the width of letters as a share of briefpack's own."""
    # LibreOffice can name others behind a typeface that may be missing.
    return _FACES.get(face.partition(";")[0].strip().casefold(), _ANY_FACE)


def widest_of(face: str) -> float:
    """Return how wide letters can be as a share of briefpack's own, also where a reader has not this typeface."""
    measures = measures_of(face)
    return measures[1] if measures in _ALIKE else _IN_PLACE


def scales_of(face: str, size: int, usual: int) -> tuple[float, ...]:
    """Return how wide letters of a size can be as a share of briefpack's own of the usual size, the widest first."""
    return tuple(max(1.0, share * size / usual) for share in (widest_of(face), measures_of(face)[1]))
