"""Words beside a timeline: the lines of words of each event, in one column in the order of time."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefpack.pictures.chronology import DatedEvent
from briefpack.pictures.lettering import SMALLEST, line_height, width, wrapped

SIZE = SMALLEST
#: The space between the words of two events, and the most lines of one event.
_BETWEEN = 0.75
MOST_LINES = 7
#: How far a sign stands above its line.
RAISED = 0.7
_GAP = "  "


class Piece(NamedTuple):
    """A text behind the words: the number of its line, how far it stands to the right, and whether it is raised."""

    line: int
    x: float
    text: str
    is_raised: bool


@dataclass(frozen=True)
class EventWords:
    """The words of an event in lines, and what stands behind them; the first line follows the date."""

    entry: DatedEvent
    lines: tuple[str, ...]
    behind: tuple[Piece, ...] = ()

    @property
    def count(self) -> int:
        """Return the number of lines, with those of what stands behind the words."""
        return max(len(self.lines), *(piece.line + 1 for piece in self.behind), 1)

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


def pieces_behind(keys: Sequence[str], signs: Sequence[str], room: float, line: int, x: float) -> tuple[Piece, ...]:
    """Return keys and signs in pieces that follow a place on a line, and go on below where a line has no more room.

    Signs stay with what they follow.
    """
    pieces: list[Piece] = []
    words = [piece for word in " ".join(keys).split() for piece in wrapped(word, room, SIZE)]
    for parts in (*((word,) for word in words[:-1]), (*words[-1:], *signs)):
        if x and x + width(" ".join(parts), SIZE) > room:
            line, x = line + 1, 0.0
        for number, text in enumerate(parts):
            pieces.append(Piece(line, x, text, number >= len(words[-1:])))
            x += width(f"{text} ", SIZE)
    return tuple(pieces)


@functools.cache
def _height(lines: int) -> float:
    return lines * line_height(SIZE) + _BETWEEN
