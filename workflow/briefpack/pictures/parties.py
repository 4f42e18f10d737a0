"""Parties: the map of who works with whom: leaders on the left, work in the middle, parties on the right.

The lines of tracks differ in their form, not only in colour. A party that nobody works with is hatched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from briefpack.pictures.canvas import PAPER, WIDEST, Canvas
from briefpack.pictures.lettering import LARGER, SMALLEST, line_height, width, wrapped
from briefpack.pictures.manner import Manner
from briefpack.pictures.ports import Tie, ports
from briefpack.pictures.scale import spread

Column = Literal[0, 1, 2]

#: The size of a map whose lines a person can follow: its boxes, and the places where two of its lines cross.
MOST_BOXES, MOST_CROSSINGS = 20, 20
_SIZE = SMALLEST
#: The left and right edge of each column of boxes.
_COLUMNS: tuple[tuple[float, float], ...] = ((0.2, 43), (58, 106), (121, 159.8))
_BETWEEN = 3.0
#: The distance of the words of a box from its left edge, and from the hatching of a party that nobody works with.
_INDENT, _BEHIND_HATCHING = 1.5, 2.6
_HEAD = 7.0
_LEGEND = 7.6
#: The form and weight of the lines of each track; an unknown track has thin dots.
STYLES: Mapping[str, tuple[str, float]] = {
    "i": ("solid", 0.75),
    "i_5": ("dashed", 0.75),
    "ii": ("dashed", 0.35),
    "iii": ("dotted", 0.6),
    "": ("dotted", 0.3),
}


@dataclass(frozen=True)
class Box:
    """A leader, a piece of work or a party: its name, the note below it, and the track of work."""

    name: str
    note: str
    track: str = ""


@dataclass(frozen=True)
class PartiesMap:
    """The map: the boxes of the three columns, the ties between them by position, and wording.

    `led` ties `leaders` to work, and `reached` ties work to parties. `heads` names the columns, `tracks` the lines of
    the legend by track. `alone` stands in a party that nobody works with. `others` says who else is named, if any.
    """

    leaders: tuple[Box, ...]
    works: tuple[Box, ...]
    parties: tuple[Box, ...]
    led: frozenset[tuple[int, int]]
    reached: frozenset[tuple[int, int]]
    heads: tuple[str, str, str]
    tracks: tuple[tuple[str, str], ...]
    alone: str
    others: str


def can_be_followed(parties: PartiesMap, manner: Manner) -> bool:
    """Return whether a person can follow the lines of a map; if not, a table is read more easily."""
    if len(parties.leaders) + len(parties.works) + len(parties.parties) > MOST_BOXES:
        return False
    return PartiesDesign(parties, manner).crossings() <= MOST_CROSSINGS


class PartiesDesign:
    """One map being drawn."""

    def __init__(self, parties: PartiesMap, manner: Manner) -> None:
        self.map, self.manner = parties, manner
        reached = {party for _, party in parties.reached}
        self.alone = frozenset(range(len(parties.parties))) - reached
        self.boxes: tuple[tuple[Box, ...], ...] = (parties.leaders, parties.works, parties.parties)
        self.lines = [
            [self._lines(box, column, position) for position, box in enumerate(boxes)]
            for column, boxes in enumerate(self.boxes)
        ]
        self.heights = [[self._height(lines) for lines in column] for column in self.lines]
        tall = max(sum(heights) + _BETWEEN * len(heights) for heights in self.heights)
        self.foot = _HEAD + tall
        self.middles = self._middles()
        self.others = wrapped(parties.others, WIDEST, _SIZE, most=4) if parties.others else ()
        self.canvas = Canvas(WIDEST, self.foot + _LEGEND + len(self.others) * line_height(_SIZE) + 0.5, manner)

    def _room(self, column: int, position: int) -> float:
        left, right = _COLUMNS[column]
        return right - left - self._indent(column, position) - _INDENT

    def _indent(self, column: int, position: int) -> float:
        return _BEHIND_HATCHING if column == 2 and position in self.alone else _INDENT

    def _lines(self, box: Box, column: int, position: int) -> tuple[Sequence[str], Sequence[str]]:
        """Return the lines of the name of a box and those of its note; an unreached party also says that."""
        room = self._room(column, position)
        note = wrapped(box.note, room, _SIZE, most=2)
        if column == 2 and position in self.alone:
            note += wrapped(self.map.alone, room, _SIZE, bold=True)
        return wrapped(box.name, room, _SIZE, bold=True, most=3), note

    def _height(self, lines: tuple[Sequence[str], Sequence[str]]) -> float:
        return sum(map(len, lines)) * line_height(_SIZE) + 2.6

    def _middles(self) -> list[dict[int, float]]:
        """Return the height of each box on the sheet: work is stacked, the rest is near what it is tied to."""
        work = self._stacked(1, self._order_of_work())
        led: dict[int, list[float]] = {one: [] for one in self._range(0)}
        for leader, place in self.map.led:
            led[leader].append(work[place])
        reached: dict[int, list[float]] = {party: [] for party in self._range(2)}
        for place, party in self.map.reached:
            reached[party].append(work[place])
        return [self._near(0, led), work, self._near(2, reached)]

    def _range(self, column: int) -> range:
        return range(len(self.boxes[column]))

    def _order_of_work(self) -> list[int]:
        """Return work in an order with few crossing lines: by the parties it reaches, then in the given order."""
        reached: dict[int, list[int]] = defaultdict(list)
        for work, party in self.map.reached:
            reached[work].append(party)

        def weight(one: int) -> float:
            return sum(reached[one]) / len(reached[one]) if reached[one] else len(self.map.parties)

        return sorted(self._range(1), key=lambda one: (weight(one), one))

    def _stacked(self, column: int, order: Sequence[int]) -> dict[int, float]:
        sizes = [self.heights[column][one] + _BETWEEN for one in order]
        spare = (self.foot - _HEAD - sum(sizes)) / max(1, len(sizes))
        places, top = {}, _HEAD
        for one, size in zip(order, sizes, strict=True):
            places[one] = top + (size + spare) / 2
            top += size + spare
        return places

    def _near(self, column: int, wanted: Mapping[int, Sequence[float]]) -> dict[int, float]:
        """Return the heights of boxes near the middle of what they are tied to; boxes without ties come last."""
        middles = {one: sum(places) / len(places) if places else self.foot for one, places in wanted.items()}
        order = sorted(middles, key=lambda one: (middles[one], one))
        sizes = [self.heights[column][one] + _BETWEEN for one in order]
        found = spread([middles[one] for one in order], sizes, _HEAD, self.foot)
        return dict(zip(order, found, strict=True))

    def crossings(self) -> int:
        """Return at how many places two lines cross."""
        return sum(
            (self.middles[left][one[0]] - self.middles[left][other[0]])
            * (self.middles[left + 1][one[1]] - self.middles[left + 1][other[1]])
            < 0
            for left, ties in enumerate((self.map.led, self.map.reached))
            for one, other in combinations(sorted(ties), 2)
        )

    def draw(self) -> Canvas:
        """Return the finished sheet."""
        self._ties()
        for (left, right), name in zip(_COLUMNS, self.map.heads, strict=True):
            middle = ((left + right) / 2, 2)
            self.canvas.text(middle, name, bold=True, colour=self.manner.heading, size=LARGER, anchor="mm")
        for column in (0, 1, 2):
            for position in self._range(column):
                self._box(column, position)
        self._legend()
        return self.canvas

    def _ties(self) -> None:
        """Draw the lines of each track, heavier ones first."""
        for track, (style, weight) in STYLES.items():
            ties = [
                ((_COLUMNS[left][1], leaving[tie]), (_COLUMNS[left + 1][0], arriving[tie]), style)
                for left, (leaving, arriving) in enumerate((self._ends(0), self._ends(1)))
                for tie in sorted(leaving)
                if self.map.works[tie[1 - left]].track == track
            ]
            if ties:
                self.canvas.curves(ties, self._colour(track), weight=weight)

    def _ends(self, left: int) -> tuple[dict[Tie, float], dict[Tie, float]]:
        """Return where the lines from one column to the next leave and arrive, each at its own place on a box."""
        ties = (self.map.led, self.map.reached)[left]
        here, there = self.middles[left], self.middles[left + 1]
        return ports(ties, 0, here, there, self.heights[left]), ports(ties, 1, there, here, self.heights[left + 1])

    def _colour(self, track: str) -> str:
        return self.manner.heading if track == "i" else self.manner.accent

    def _box(self, column: int, position: int) -> None:
        left, right = _COLUMNS[column]
        middle, high = self.middles[column][position], self.heights[column][position]
        edges = (left, middle - high / 2, right, middle + high / 2)
        is_alone = column == 2 and position in self.alone
        self.canvas.box(edges, fill=self.manner.shade if column == 2 and not is_alone else PAPER)
        if is_alone:
            self.canvas.hatch((left, edges[1], left + 1.6, edges[3]), self.manner.heading, step=0.9)
        line = self.manner.heading if column == 2 else self.manner.rule
        self.canvas.box(edges, line=line, weight=0.5 if column == 2 else 0.25)
        self._write(self.lines[column][position], (left + self._indent(column, position), edges[1] + 1.3), is_alone)

    def _write(self, lines: tuple[Sequence[str], Sequence[str]], place: tuple[float, float], is_alone: bool) -> None:
        step = line_height(_SIZE)
        for row, line in enumerate((*lines[0], *lines[1])):
            last = is_alone and line in self.map.alone and row >= len(lines[0])
            y = place[1] + (row + 0.5) * step
            self.canvas.text((place[0], y), line, bold=row < len(lines[0]) or last)

    def _legend(self) -> None:
        """Draw the meaning of each kind of line that is used, and who else is named, at the foot."""
        y, x = self.foot + _LEGEND / 2, 0.3
        used = {work.track for work in self.map.works}
        for track, name in self.map.tracks:
            if track in used:
                style, weight = STYLES[track]
                self.canvas.curves([((x, y), (x + 9, y), style)], self._colour(track), weight=weight)
                self.canvas.text((x + 10.5, y), name)
                x += width(name, _SIZE) + 15
        for row, line in enumerate(self.others):
            self.canvas.text((0.3, self.foot + _LEGEND + (row + 0.5) * line_height(_SIZE)), line)
