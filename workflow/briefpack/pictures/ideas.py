"""Ideas: the way of each idea from one track to the other, a line each: its stations, and whose turn it is.

A station that is recorded is filled and has its date, or a word, below it; one that is not is a ring.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from briefpack.pictures.canvas import PAPER, WIDEST, Canvas
from briefpack.pictures.legend import WORDS_AT, in_lines
from briefpack.pictures.lettering import SMALLEST, line_height, undivided, width, wrapped
from briefpack.pictures.manner import Manner

#: What is known of a station: it is recorded, not recorded, held back for a time, or the idea does not go there.
Mark = Literal["recorded", "open", "held", "none"]

_SIZE = SMALLEST
_TURN = 30.0
#: The least width of a station: of a date with its year.
_STATION = 16.7
_MARK = 3.4
#: The distance from the upper edge of a row to the middle of its marks, and from there to the first line below them.
_MARK_AT, _WORDS_AT = 3.4, 3.7
_LEGEND, _SAMPLES = 6.4, 4.8
_PADDING = 2.6


@dataclass(frozen=True)
class Station:
    """One station on the way of an idea: what is known of it, and its date or a word."""

    mark: Mark
    words: str = ""


@dataclass(frozen=True)
class Way:
    """One idea: its name, the note below it, its stations in order, and whose turn it is."""

    name: str
    note: str
    stations: tuple[Station, ...]
    turn: str


@dataclass(frozen=True)
class Ways:
    """Ideas, the words above their stations and above whose turn it is, and the legend: a word for each mark."""

    rows: tuple[Way, ...]
    heads: tuple[str, ...]
    turn: str
    legend: tuple[tuple[Mark, str], ...]


class WaysDesign:
    """Some ways being drawn."""

    def __init__(self, ways: Ways, manner: Manner) -> None:
        self.ways, self.manner = ways, manner
        self.rooms = [max(_STATION, min(_longest(head) + 1.8, 1.5 * _STATION)) for head in ways.heads]
        self.left = WIDEST - _TURN - sum(self.rooms)
        self.heads = [
            wrapped(head, room - 1.6, _SIZE, bold=True) for head, room in zip(ways.heads, self.rooms, strict=True)
        ]
        self.names = [wrapped(row.name, self.left - 2, _SIZE, bold=True, most=4) for row in ways.rows]
        self.notes = [wrapped(row.note, self.left - 2, _SIZE, most=2) for row in ways.rows]
        self.turns = [wrapped(row.turn, _TURN - 2, _SIZE) for row in ways.rows]
        self.words = [
            [wrapped(one.words, room - 1.2, _SIZE) for one, room in zip(row.stations, self.rooms, strict=True)]
            for row in ways.rows
        ]
        self.top = max(map(len, self.heads)) * line_height(_SIZE) + 2
        self.heights = [self._height(number) for number in range(len(ways.rows))]
        self.foot = self.top + sum(self.heights)
        self.legend = in_lines([words for _, words in ways.legend], _SIZE, WIDEST)
        self.canvas = Canvas(WIDEST, self.foot + _LEGEND + (len(self.legend) - 1) * _SAMPLES, manner)

    def _height(self, number: int) -> float:
        texts = max(len(self.names[number]) + len(self.notes[number]), len(self.turns[number])) * line_height(_SIZE)
        below = max(map(len, self.words[number])) * line_height(_SIZE)
        return max(texts, _MARK_AT + _WORDS_AT - line_height(_SIZE) / 2 + below) + _PADDING

    def draw(self) -> Canvas:
        """Return the finished sheet."""
        self._heads()
        top = self.top
        for number, height in enumerate(self.heights):
            if number % 2 == 0:
                self.canvas.box((0, top, WIDEST, top + height), fill=self.manner.shade)
            self._row(number, top + _PADDING / 2, (top + top + height) / 2)
            top += height
        for y in (self.top, self.foot):
            self.canvas.across(0, WIDEST, y, self.manner.rule)
        self._legend()
        return self.canvas

    def _at(self, station: int) -> float:
        return self.left + sum(self.rooms[:station]) + self.rooms[station] / 2

    def _heads(self) -> None:
        for station, lines in enumerate(self.heads):
            self._below(
                (self._at(station), self.top - 1 - (len(lines) - 0.5) * line_height(_SIZE)), lines, "m", bold=True
            )
        turn = wrapped(self.ways.turn, _TURN - 2, _SIZE, bold=True)
        self._below((WIDEST - _TURN + 1, self.top - 1 - (len(turn) - 0.5) * line_height(_SIZE)), turn, "l", bold=True)

    def _below(self, place: tuple[float, float], lines: tuple[str, ...], align: str, *, bold: bool = False) -> None:
        """Draw lines below each other, the middle of the first at a place."""
        for number, line in enumerate(lines):
            spot = (place[0], place[1] + number * line_height(_SIZE))
            self.canvas.text(spot, line, bold=bold, anchor=f"{align}m")

    def _row(self, number: int, top: float, middle: float) -> None:
        name, note, turn = self.names[number], self.notes[number], self.turns[number]
        first = middle - (len(name) + len(note) - 1) / 2 * line_height(_SIZE)
        self._below((0.8, first), name, "l", bold=True)
        self._below((0.8, first + len(name) * line_height(_SIZE)), note, "l")
        self._below((WIDEST - _TURN + 1, middle - (len(turn) - 1) / 2 * line_height(_SIZE)), turn, "l")
        stations, y = self.ways.rows[number].stations, top + _MARK_AT - _PADDING / 2 + 0.6
        for (at, one), (following, other) in pairwise(enumerate(stations)):
            if "none" not in (one.mark, other.mark):
                is_done = one.mark == other.mark == "recorded"
                ink, weight = (self.manner.heading, 0.6) if is_done else (self.manner.rule, 0.25)
                self.canvas.across(self._at(at), self._at(following), y, ink, weight)
        for at, one in enumerate(stations):
            self._mark(one.mark, (self._at(at), y))
            self._below((self._at(at), y + _WORDS_AT), self.words[number][at], "m")

    def _mark(self, mark: Mark, place: tuple[float, float]) -> None:
        if mark == "recorded":
            self.canvas.mark("disc", place, _MARK, self.manner.heading)
        elif mark == "open":
            self.canvas.mark("disc", place, _MARK, self.manner.heading, fill=PAPER)
        elif mark == "held":
            self.canvas.mark("diamond", place, _MARK + 0.8, self.manner.heading, fill=PAPER)

    def _legend(self) -> None:
        """Draw the meaning of each mark below the rows."""
        marks = iter(mark for mark, _ in self.ways.legend)
        for number, line in enumerate(self.legend):
            y = self.foot + _LEGEND / 2 + 0.3 + number * _SAMPLES
            for x, words in line:
                self._mark(next(marks), (x + 2.5, y))
                self.canvas.text((x + WORDS_AT, y), words)


def _longest(text: str) -> float:
    """Return the width of the longest word of a head, in millimetres."""
    return max(width(word, _SIZE, bold=True) for word in undivided(text))
