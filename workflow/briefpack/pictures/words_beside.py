"""Words beside a timeline: the room of either side, and the lines of words of each event."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.pictures.chronology import DatedEvent
from briefpack.pictures.lettering import line_height, width, wrapped

SIZE = 7.0
#: The space between the words of two events, and the most lines of one event.
_BETWEEN = 1.1
_MOST = 7
_GAP = "  "
#: The least room of a side if both need room, and the step between the rooms that are tried.
_NARROWEST = 30
_STEP = 2
#: How much more room words need than their width, since lines are seldom full.
_RAGGED = 1.08

#: A half-year: its year, and 0 or 1.
Half = tuple[int, int]


@dataclass(frozen=True)
class EventWords:
    """The words of an event in lines; the first line follows the date."""

    entry: DatedEvent
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return the height of the words in millimetres, with the space to the next event."""
        return _height(len(self.lines))


def half(entry: DatedEvent) -> Half:
    """Return the half-year in which an event begins; its words stand there."""
    return entry.first.year, int(entry.first.month > 6)


def date_width(entry: DatedEvent) -> float:
    """Return the room of the date before the words, in millimetres."""
    return width(entry.when + _GAP, SIZE, bold=True)


def labels(entries: Sequence[DatedEvent], rooms: tuple[float, float]) -> list[EventWords]:
    """Return the words of events in lines that fit the rooms left and right of the lanes."""
    return [
        EventWords(one, wrapped(one.what, rooms[one.lane > 0], SIZE, most=_MOST, indent=date_width(one)))
        for one in entries
    ]


def rooms(entries: Sequence[DatedEvent], free: float) -> tuple[float, float]:
    """Return the rooms left and right, within the free width, that make the picture lowest.

    If every event fits on one line, each side gets what its longest event needs and no more.
    """
    long = [(one.lane > 0, half(one), date_width(one) + width(one.what, SIZE)) for one in dict.fromkeys(entries)]
    left, right = (
        math.ceil(max((needed for beside, _, needed in long if beside == bool(side)), default=0)) for side in (0, 1)
    )
    if left + right <= free:
        return left, right
    least = (min(_NARROWEST, left), min(_NARROWEST, right))
    tried = [(float(room), free - room) for room in range(least[0], int(free) - least[1] + 1, _STEP)]
    return min(tried or [(free / 2, free / 2)], key=lambda pair: _cost(long, pair))


def _cost(long: Sequence[tuple[bool, Half, float]], pair: tuple[float, float]) -> tuple[float, int]:
    """Return the height of the half-years with these rooms, and the number of lines.

    `long` holds for each event its side, its half-year, and the width of its words on one line.
    """
    heights: dict[Half, list[float]] = {}
    total = 0
    for side, when, needed in long:
        lines = 1 if needed <= pair[side] else math.ceil(needed * _RAGGED / pair[side])
        heights.setdefault(when, [0.0, 0.0])[side] += _height(lines)
        total += lines
    return sum(max(both) for both in heights.values()), total


@functools.cache
def _height(lines: int) -> float:
    return lines * line_height(SIZE) + _BETWEEN
