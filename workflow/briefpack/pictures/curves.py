"""Curves: the points of a smooth line from one place to another, in one piece, in dashes or in dots."""

from __future__ import annotations

import functools
import math
from itertools import pairwise

Place = tuple[float, float]

#: The points at which a curve is computed, as shares of its length.
_SHARES = tuple(step / 48 for step in range(49))


def pieces_of(start: Place, end: Place, style: str) -> list[list[Place]]:
    """Return the pieces of a curve that are drawn: all of it, dashes or dots."""
    points = _on_curve(start, end, _SHARES)
    if style == "solid":
        return [points]
    length = sum(math.dist(*pair) for pair in pairwise(points))
    inked, bare = (2.4, 1.4) if style == "dashed" else (0.5, 1.1)
    # There is one dash more than gaps, so that the line is drawn at both ends.
    count = max(1, round((length - inked) / (inked + bare)))
    step = inked / ((inked + bare) * count + inked)
    apart = (1 - step) / count
    dashes = (tuple(at * apart + step * part / 4 for part in range(5)) for at in range(count + 1))
    return [_on_curve(start, end, shares) for shares in dashes]


def _on_curve(start: Place, end: Place, shares: tuple[float, ...]) -> list[Place]:
    """Return the points at some shares of the length of the curve that is horizontal at both ends."""
    (left, top), (right, bottom) = start, end
    middle = (left + right) / 2
    return [
        (
            leaving * left + near * middle + far * middle + arriving * right,
            (leaving + near) * top + (far + arriving) * bottom,
        )
        for leaving, near, far, arriving in _weights(shares)
    ]


@functools.lru_cache(maxsize=1024)
def _weights(shares: tuple[float, ...]) -> list[tuple[float, float, float, float]]:
    """Return the weights of the four points of a curve at each share of its length."""
    pairs = ((share, 1 - share) for share in shares)
    return [(rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3) for share, rest in pairs]
