"""Timeline: time runs down the page, each track a lane, and every event stands in words beside its lane.

How precisely a date is known shows in its mark: a disc for a day, an open box as long as a month, a hatched one as long
as a year, a filled bar for an interval.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefpack.pictures.canvas import TALLEST, Canvas, Drawing
from briefpack.pictures.inks import Inks
from briefpack.pictures.lettering import line_height, width, wrapped
from briefpack.pictures.scale import Band, Scale, banded, bands_of, columns, spread

Kind = Literal["day", "month", "year", "interval"]

WIDTH = 160.0
_SIZE = 7.0
#: Width of a mark, of the column it stands in, of what a lane leaves free beside its marks, and of the years.
_MARK = 2.2
_COLUMN = 2.9
_MARGIN = 2.0
_YEARS = 10.0
_LEADER = 5.0
_BETWEEN = 1.1
_LEAST = 5.0
#: The words of either side get at least this share of the room that there is for words.
_NARROWEST = 0.38
#: So much of a column of words is filled, and so much is a year's weight made of its less busy side.
_FULL = 0.96
_OTHER_SIDE = 0.35
_GAP = "  "


@dataclass(frozen=True)
class Entry:
    """One event: its lane by number, its possible days, how they are known, its date in short and what happened."""

    lane: int
    first: date
    last: date
    kind: Kind
    when: str
    what: str


@dataclass(frozen=True)
class Timeline:
    """Lanes by name, the first of them left of the years and all others right; entries in order; wording of marks."""

    lanes: tuple[str, ...]
    entries: tuple[Entry, ...]
    marks: tuple[tuple[Kind, str], ...]


@dataclass(frozen=True)
class _Label:
    entry: Entry
    lines: list[str]

    @property
    def height(self) -> float:
        return len(self.lines) * line_height(_SIZE) + _BETWEEN


@functools.lru_cache(maxsize=8)
def draw_timeline(timeline: Timeline, inks: Inks) -> Drawing:
    """Give the picture of a timeline that has entries."""
    return _Drawing(timeline, inks).draw().finished()


class _Drawing:
    """One timeline on its way onto the sheet."""

    def __init__(self, timeline: Timeline, inks: Inks) -> None:
        self.timeline, self.inks = timeline, inks
        self.head = max(width(name, _SIZE, bold=True) for name in timeline.lanes) + 3.0
        most = TALLEST - self.head - 1
        # A first guess of the scale says how many columns each lane needs; these leave the room for the words.
        guess = self._bands(dict.fromkeys(timeline.entries, 1.0))
        self.columns = self._columns(banded(guess, 0, most, _LEAST))
        self.edges = self._edges()
        self.labels = self._labels(most * _FULL)
        self.bands = self._bands({label.entry: label.height for label in self.labels})
        tall = max(self._stack(0), self._stack(1), min(most, 9.0 * len(self.bands)))
        self.bottom = self.head + min(most, tall * 1.03)
        self.scale = banded(self.bands, self.head, self.bottom, _LEAST)
        self.canvas = Canvas(WIDTH, self.bottom + 1)

    def _bands(self, heights: dict[Entry, float]) -> list[Band]:
        """Give the years, each with room for the words of its busier side, and for a part of those of the other."""
        sums: dict[int, list[float]] = {}
        for entry in self.timeline.entries:
            sums.setdefault(entry.first.year, [0.0, 0.0])[entry.lane > 0] += heights[entry]
            sums.setdefault(entry.last.year, [0.0, 0.0])
        return bands_of({year: max(both) + _OTHER_SIDE * min(both) for year, both in sums.items()})

    def _span(self, entry: Entry, scale: Scale) -> tuple[float, float]:
        """Give where the mark of an entry begins and ends, long enough to be seen."""
        first, last = scale.span(entry.first, entry.last)
        short = (_MARK if entry.kind == "day" else 2.8) - (last - first)
        return (first - short / 2, last + short / 2) if short > 0 else (first, last)

    def _columns(self, scale: Scale) -> dict[Entry, int]:
        """Give each entry a column of its lane, so that no mark covers another."""
        chosen: dict[Entry, int] = {}
        for lane in range(len(self.timeline.lanes)):
            mine = [entry for entry in self.timeline.entries if entry.lane == lane]
            spans = {entry: self._span(entry, scale) for entry in mine}
            mine.sort(key=lambda entry: spans[entry])
            chosen |= dict(zip(mine, columns((spans[one][0] - 0.6, spans[one][1]) for one in mine), strict=True))
        return chosen

    def _edges(self) -> list[tuple[float, float]]:
        """Give the left and right edge of each lane, the years between the first and the second."""
        lanes = range(len(self.timeline.lanes))
        most = [max([self.columns[one] for one in self.timeline.entries if one.lane == lane] + [0]) for lane in lanes]
        wide = [_MARGIN + (columns + 1) * _COLUMN for columns in most]
        said = [sum(len(one.what) + 8 for one in self.timeline.entries if bool(one.lane) == side) for side in (0, 1)]
        share = min(max(said[0] / sum(said), _NARROWEST), 1 - _NARROWEST)
        left = (WIDTH - sum(wide) - _YEARS) * share
        edges = [(left, left + wide[0])]
        left += wide[0] + _YEARS
        for one in wide[1:]:
            edges.append((left, left + one))
            left += one
        return edges

    @property
    def lanes_end(self) -> float:
        """Give the right edge of the last lane, or of the years where there is but one lane."""
        return self.edges[-1][1] + (_YEARS if len(self.edges) == 1 else 0)

    def _labels(self, most: float) -> list[_Label]:
        """Give the words beside each entry: a line each, then more for those that can be finished with the fewest."""
        rooms = (self.edges[0][0] - _LEADER - 1, WIDTH - self.lanes_end - _LEADER - 1)
        whole = [_Label(one, _lines(one, rooms[one.lane > 0])) for one in self.timeline.entries]
        self.labels = [_Label(one, _lines(one, rooms[one.lane > 0], 1)) for one in self.timeline.entries]
        for position in sorted(range(len(whole)), key=lambda position: len(whole[position].lines)):
            entry, lines = whole[position].entry, whole[position].lines
            spare = most - self._stack(int(entry.lane > 0))
            affordable = 1 + max(0, int(spare / line_height(_SIZE)))
            shown = lines if len(lines) <= affordable else _lines(entry, rooms[entry.lane > 0], affordable)
            self.labels[position] = _Label(entry, shown)
        return self.labels

    def _side(self, side: int) -> list[_Label]:
        return [label for label in self.labels if (label.entry.lane > 0) == bool(side)]

    def _stack(self, side: int) -> float:
        return sum(label.height for label in self._side(side))

    def draw(self) -> Canvas:
        """Give the finished sheet."""
        self._ground()
        leaders = [*self._words(0), *self._words(1)]
        self.canvas.curves(leaders, self.inks.rule, weight=0.13)
        for entry in self.timeline.entries:
            self._mark(entry)
        self._legend()
        return self.canvas

    def _ground(self) -> None:
        """Draw the years, and the lanes with their names."""
        middle, places = self.edges[0][1] + _YEARS / 2, self.scale.places
        for position, band in enumerate(self.bands):
            top, bottom = places[position : position + 2]
            if position % 2 == 0:
                self.canvas.box((self.edges[0][0], top, self.lanes_end, bottom), fill=self.inks.shade)
            is_one = band.first == band.last
            name = str(band.first) if is_one else f"{band.first}\u2013{band.last % 100:02}"
            self.canvas.text((middle, (top + bottom) / 2), name, size=8 if is_one else 7, bold=is_one, anchor="mm")
        for name, (start, end) in zip(self.timeline.lanes, self.edges, strict=True):
            for x in (start, end):
                self.canvas.down(x, places[0], places[-1], self.inks.rule)
            foot = self.head - 1.5 - width(name, _SIZE, bold=True) / 2
            self.canvas.upright(((start + end) / 2, foot), name, bold=True)

    def _words(self, side: int) -> list[tuple[tuple[float, float], tuple[float, float], str]]:
        """Set the words of one side and give the lines that lead to them."""
        labels = sorted(self._side(side), key=lambda label: self._middle(label.entry))
        wanted = [self._middle(label.entry) for label in labels]
        middles = spread(wanted, [label.height for label in labels], self.head, self.bottom)
        edge, step = (self.lanes_end, _LEADER) if side else (self.edges[0][0], -_LEADER)
        leaders = []
        for label, y in zip(labels, middles, strict=True):
            at = (self._x(label.entry), self._middle(label.entry))
            leaders += [(at, (edge, at[1]), "solid"), ((edge, at[1]), (edge + step, y), "solid")]
            self._label(label, edge + step * 1.15, y, "l" if side else "r")
        return leaders

    def _label(self, label: _Label, x: float, y: float, align: str) -> None:
        """Set an event's words, its date in bold before them."""
        top = y - line_height(_SIZE) * (len(label.lines) - 1) / 2
        first, *others = label.lines
        begins = x if align == "l" else x - width(first, _SIZE) - _date_width(label.entry)
        self.canvas.text((begins, top), label.entry.when, bold=True)
        self.canvas.text((begins + _date_width(label.entry), top), first)
        for position, line in enumerate(others, start=1):
            self.canvas.text((x, top + position * line_height(_SIZE)), line, anchor=f"{align}m")

    def _x(self, entry: Entry) -> float:
        return self.edges[entry.lane][0] + _MARGIN / 2 + (self.columns[entry] + 0.5) * _COLUMN

    def _middle(self, entry: Entry) -> float:
        first, last = self.scale.span(entry.first, entry.last)
        return (first + last) / 2

    def _mark(self, entry: Entry) -> None:
        x = self._x(entry)
        first, last = self._span(entry, self.scale)
        colour = self.inks.heading if entry.lane == 0 else self.inks.accent
        _draw_mark(self.canvas, entry.kind, (x - _MARK / 2, first, x + _MARK / 2, last), colour)

    def _legend(self) -> None:
        """Say, beside the names of the lanes, what each mark means, as far as it is used."""
        used = {entry.kind for entry in self.timeline.entries}
        shown = [(kind, name) for kind, name in self.timeline.marks if kind in used]
        for position, (kind, name) in enumerate(shown):
            y = 2.2 + position * 4.2
            _draw_mark(self.canvas, kind, (0.3, y - 1.6, 0.3 + _MARK, y + 1.6), self.inks.heading)
            self.canvas.text((4.2, y), name)


def _lines(entry: Entry, room: float, most: int = 4) -> list[str]:
    return wrapped(entry.what, room, _SIZE, most=most, indent=_date_width(entry))


def _date_width(entry: Entry) -> float:
    return width(entry.when + _GAP, _SIZE, bold=True)


def _draw_mark(canvas: Canvas, kind: Kind, box: tuple[float, float, float, float], colour: str) -> None:
    left, top, right, bottom = box
    if kind == "day":
        canvas.mark("disc", ((left + right) / 2, (top + bottom) / 2), _MARK, colour)
        return
    canvas.box(box, fill=colour if kind == "interval" else "FFFFFF", line=colour, weight=0.3)
    if kind == "year":
        canvas.hatch(box, colour, step=0.75)
        canvas.box(box, line=colour, weight=0.3)
