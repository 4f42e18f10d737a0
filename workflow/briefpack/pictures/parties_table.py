"""The map of who works with whom as a table: work in rows, parties in columns, and a mark where they meet.

It takes the place of the lines where these could not be followed. Work stands below those who lead it. A party that
nobody works with is hatched from top to bottom and says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.pictures.canvas import PAPER, WIDEST, Canvas
from briefpack.pictures.lettering import SMALLEST, line_height, undivided, width, wrapped
from briefpack.pictures.manner import Manner
from briefpack.pictures.parties import PartiesMap
from briefpack.pictures.work_marks import MARKS

#: The most parties of one table: columns of more would be narrower than a line of words.
MOST_PARTIES = 14
_SIZE = SMALLEST
_STEP = line_height(_SIZE)
_LEADERS, _WORKS = 36.0, 52.0
#: The greatest width of a column, and height of the names above columns.
_WIDE, _HEAD = 13.0, 44.0
#: The greatest width of a column whose name lies above it, and the most lines of such a name.
_WIDEST, _FEW = 26.0, 4
_MARK, _LEGEND, _PADDING = 3.3, 4.8, 2.2


class PartiesTableDesign:
    """One table being drawn."""

    def __init__(self, parties: PartiesMap, manner: Manner) -> None:
        self.map, self.manner = parties, manner
        self.left = _LEADERS if parties.leaders else 0.0
        room = (WIDEST - self.left - _WORKS) / max(1, len(parties.parties))
        self.is_lying = self._can_lie(min(_WIDEST, room))
        self.column = min(_WIDEST if self.is_lying else _WIDE, room)
        self.width = self.left + _WORKS + self.column * len(parties.parties)
        self.rows = self._rows()
        self.heads = [self._head(box.name) for box in parties.parties]
        used = {work.track for work in parties.works}
        self.legend = [(track, name) for track, name in parties.tracks if track in used]
        longest = max([width(line, _SIZE, bold=True) for lines in self.heads for line in lines] + [0.0])
        head = (max(map(len, self.heads)) * _STEP if self.is_lying else longest) + 2.5
        self.top = max(head, (len(self.legend) + 1) * _LEGEND + 1.5)
        self.alone = frozenset(range(len(parties.parties))) - {party for _, party in parties.reached}
        self.names = {work: self._name(work) for _, work in self.rows}
        self.leading = {work: self._leading(leaders) for leaders, work in self.rows}
        self.heights = self._heights()
        self.foot = self.top + sum(self.heights)
        self.others = wrapped(parties.others, self.width, _SIZE, most=4) if parties.others else ()
        self.canvas = Canvas(self.width, self.foot + 1.5 + len(self.others) * _STEP, manner)

    def _rows(self) -> list[tuple[tuple[int, ...], int]]:
        """Return work with those who lead it, in the order of its leaders; work without any comes last."""
        led: dict[int, list[int]] = {work: [] for work in range(len(self.map.works))}
        for leader, work in sorted(self.map.led):
            led[work].append(leader)
        return sorted((tuple(leaders) or (len(self.map.leaders),), work) for work, leaders in led.items())

    def _can_lie(self, column: float) -> bool:
        """Return whether the names of all parties can be read without turning the page, whole in a few lines."""
        names = [wrapped(box.name, column - 2, _SIZE, bold=True) for box in self.map.parties]
        longest = max(width(word, _SIZE, bold=True) for box in self.map.parties for word in undivided(box.name))
        return max(map(len, names)) <= _FEW and longest <= column - 2

    def _head(self, name: str) -> tuple[str, ...]:
        if self.is_lying:
            return wrapped(name, self.column - 2, _SIZE, bold=True)
        lines = max(1, int((self.column - 0.6) / _STEP))
        for room in (22.0, 32.0, _HEAD):
            found = wrapped(name, room, _SIZE, bold=True)
            if len(found) <= lines:
                return found
        return wrapped(name, _HEAD, _SIZE, bold=True, most=lines)

    def _name(self, work: int) -> tuple[Sequence[str], Sequence[str]]:
        box = self.map.works[work]
        room = _WORKS - 8.0
        return wrapped(box.name, room, _SIZE, bold=True, most=3), wrapped(box.note, room, _SIZE, most=2)

    def _leading(self, leaders: Sequence[int]) -> tuple[str, ...]:
        names = "; ".join(self.map.leaders[one].name for one in leaders if one < len(self.map.leaders))
        return wrapped(names, _LEADERS - 3, _SIZE, most=4) if names else ()

    def _is_first(self, row: int) -> bool:
        """Return whether a row is the first one of those who lead its work."""
        return row == 0 or self.rows[row][0] != self.rows[row - 1][0]

    def _heights(self) -> list[float]:
        """Return the heights of the rows: those of the same leaders have room for their names together."""
        found = [sum(map(len, self.names[work])) * _STEP + _PADDING for _, work in self.rows]
        ends = {leaders: row for row, (leaders, _) in enumerate(self.rows)}
        for row, (leaders, work) in enumerate(self.rows):
            if self._is_first(row):
                last = ends[leaders]
                short = len(self.leading[work]) * _STEP + _PADDING - sum(found[row : last + 1])
                found[last] += max(0.0, short)
        # The words in a party that nobody works with need the height of its column.
        if self.alone and found:
            found[-1] += max(0.0, width(self.map.alone, _SIZE, bold=True) + 3 - sum(found))
        return found

    def draw(self) -> Canvas:
        """Return the finished sheet."""
        top = self.top
        for row, height in enumerate(self.heights):
            self._row(row, top, height)
            top += height
        for party in range(len(self.map.parties)):
            self._party(party)
        for y in (self.top, self.foot):
            self.canvas.across(0, self.width, y, self.manner.heading, 0.4)
        self.canvas.down(self.width - 0.2, 0, self.foot, self.manner.rule)
        self._corner()
        for place, line in enumerate(self.others):
            self.canvas.text((0.3, self.foot + 1.5 + (place + 0.5) * _STEP), line)
        return self.canvas

    def _row(self, row: int, top: float, height: float) -> None:
        work = self.rows[row][1]
        middle, track = top + height / 2, self.map.works[work].track
        if row % 2 == 0:
            self.canvas.box((self.left, top, self.width, top + height), fill=self.manner.shade)
        if self._is_first(row):
            self.canvas.across(0, self.width, top, self.manner.rule)
            for place, line in enumerate(self.leading[work]):
                self.canvas.text((0.8, top + _PADDING / 2 + (place + 0.5) * _STEP), line)
        name, note = self.names[work]
        self._mark(track, (self.left + 3.2, middle))
        for place, line in enumerate((*name, *note)):
            y = middle + (place - (len(name) + len(note) - 1) / 2) * _STEP
            self.canvas.text((self.left + 6.6, y), line, bold=place < len(name))
        for party in sorted(party for one, party in self.map.reached if one == work):
            self._mark(track, (self._x(party) + self.column / 2, middle))

    def _x(self, party: int) -> float:
        """Return the left edge of the column of a party."""
        return self.left + _WORKS + party * self.column

    def _party(self, party: int) -> None:
        """Draw the name of a party above its column, and the hatching of one that nobody works with."""
        x, middle = self._x(party), self._x(party) + self.column / 2
        lines = self.heads[party]
        if self.is_lying:
            self.canvas.lines((middle, self.top - 1.2 - len(lines) * _STEP / 2), lines, bold=True, align="m")
        for place, line in enumerate(() if self.is_lying else lines):
            left = middle + (place - (len(lines) - 1) / 2) * _STEP
            self.canvas.upright((left, self.top - 1.2 - width(line, _SIZE, bold=True) / 2), line, bold=True)
        if party in self.alone:
            box = (x, self.top, x + self.column, self.foot)
            self.canvas.box(box, fill=PAPER)
            self.canvas.hatch(box, self.manner.rule, step=1.5)
            long, y = width(self.map.alone, _SIZE, bold=True) / 2 + 1, (self.top + self.foot) / 2
            self.canvas.box((middle - 2, y - long, middle + 2, y + long), fill=PAPER)
            self.canvas.upright((middle, y), self.map.alone, bold=True)
        self.canvas.down(x, 0, self.foot, self.manner.rule)

    def _corner(self) -> None:
        """Draw the heads of the first two columns, and above them the meaning of each mark."""
        for x, name in ((0.8, self.map.heads[0]), (self.left + 1.2, self.map.heads[1]))[0 if self.left else 1 :]:
            self.canvas.text((x, self.top - 2.6), name, bold=True, colour=self.manner.heading)
        for place, (track, name) in enumerate(self.legend):
            y = self.top - 2.6 - (len(self.legend) - place) * _LEGEND
            self._mark(track, (2.2, y))
            self.canvas.text((5.2, y), name)

    def _mark(self, track: str, place: tuple[float, float]) -> None:
        self.canvas.mark(MARKS[track], place, _MARK, self.manner.heading if track == "i" else self.manner.accent)
