"""Ports: where lines meet boxes, each at a place of its own, so that they do not end in one knot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

#: A line between two boxes, by their positions.
Tie = tuple[int, int]
#: The greatest distance of two lines that meet a box, and the room without lines at its corners.
_APART, _CORNERS = 2.2, 3.0


def ports(
    ties: Iterable[Tie], end: int, here: Mapping[int, float], there: Mapping[int, float], heights: Sequence[float]
) -> dict[Tie, float]:
    """Return the height at which each line meets its box at one end, in the order of the boxes at the other end.

    `here` and `there` are the middles of the boxes at this end (0 or 1) and at the other, `heights` those of the first.
    """
    found: dict[Tie, float] = {}
    met: dict[int, list[Tie]] = {}
    for tie in sorted(ties, key=lambda tie: (there[tie[1 - end]], tie)):
        met.setdefault(tie[end], []).append(tie)
    for box, mine in met.items():
        apart = min(_APART, max(0.0, heights[box] - _CORNERS) / max(1, len(mine) - 1))
        first = here[box] - apart * (len(mine) - 1) / 2
        found |= {tie: first + apart * number for number, tie in enumerate(mine)}
    return found
