"""Words beside a timeline: the lines of words of each event, in one column in the order of time."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from briefpack.pictures.behind import Piece, lines_of, pieces_behind
from briefpack.pictures.chronology import DatedEvent
from briefpack.pictures.lettering import SMALLEST, line_height, width, wrapped

SIZE = SMALLEST
#: The space between the words of two events, and the most lines of one event.
_BETWEEN = 0.75
MOST_LINES = 7
_GAP = "  "


@dataclass(frozen=True)
class EventWords:
    """The words of an event in lines, and what stands behind them; the first line follows the date."""

    entry: DatedEvent
    lines: tuple[str, ...]
    behind: tuple[Piece, ...] = ()

    @property
    def count(self) -> int:
        """Return the number of lines, with those of what stands behind the words."""
        return lines_of(self.lines, self.behind)

    @property
    def height(self) -> float:
        """Return the height of the words in millimetres, with the space to the next event."""
        return _height(self.count)

    @property
    def is_cut(self) -> bool:
        """Return whether some of the words had no room."""
        return "".join("".join(self.lines).split()) != "".join(self.entry.what.split())


def date_width(entry: DatedEvent) -> float:
    """Return the room of the date before the words, in millimetres."""
    return width(entry.when + _GAP, SIZE, bold=True)


def labels(entries: Iterable[DatedEvent], room: float) -> list[EventWords]:
    """Return the words of events in lines that fit the room beside the lanes."""
    return [_label(one, room) for one in entries]


def _label(entry: DatedEvent, room: float) -> EventWords:
    lines = wrapped(entry.what, room, SIZE, most=MOST_LINES, indent=date_width(entry))
    begin = (date_width(entry) if len(lines) == 1 else 0) + width(lines[-1] + " ", SIZE)
    return EventWords(entry, lines, pieces_behind(entry.keys, entry.signs, room, len(lines) - 1, begin))


@functools.cache
def _height(lines: int) -> float:
    return lines * line_height(SIZE) + _BETWEEN
