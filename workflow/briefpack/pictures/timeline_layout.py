"""The layout of a timeline: the places of its lanes, years, marks and words, before anything is drawn.

Each half-year is as high as the words of its busier side, so that words stand beside their marks.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefpack.pictures.canvas import DRAWN, TALLEST
from briefpack.pictures.chronology import DatedEvent, Timeline
from briefpack.pictures.lettering import width
from briefpack.pictures.scale import Band, Scale, bands_of, columns, pressed, stacked
from briefpack.pictures.words_beside import SIZE, EventWords, half, labels, rooms

WIDEST = 160.0
#: The widths of a mark, of its column, of the free room in a lane beside its marks, and of the years.
MARK = 2.2
COLUMN = 2.9
MARGIN = 2.0
YEARS = 10.0
LEADER = 5.0
#: The distance of words from the lanes, and of the legend from its marks.
ASIDE = LEADER + 1
SAID = 4.2
LEGEND_LINE = 4.2
#: The room below the last year.
FOOT = 1.0
#: The share of their room that years lose to fit on a page; words then stand a little away from their marks.
_PRESSED = 0.15
#: The distance between the lines to the words of two events, if their marks are long enough.
_LINES_APART = 1.1
#: The least height of a mark, distance of two marks in a column, and room of a half-year or of empty years.
_LOWEST = 2.8
_APART = 0.4
#: About the most columns of all lanes together, so that there is room for words.
_MOST_COLUMNS = 18
_LEAST_HALF = 3.2
_EMPTY = 5.0


@dataclass(frozen=True)
class Layout:
    """The places on a timeline: the sheet, the edges of lanes, the bands of years with their scale, columns and words.

    `edges` are the left and right edges of each lane; the years stand between the first and the second. `anchors` are
    the heights at which the lines from marks to words begin. They are computed only for drawing, since each depends on
    all others. Lengths are in millimetres.
    """

    width: float
    head: float
    edges: tuple[tuple[float, float], ...]
    bands: tuple[Band, ...]
    scale: Scale
    columns: Mapping[DatedEvent, int]
    labels: tuple[EventWords, ...]

    @property
    def bottom(self) -> float:
        """Return the lower edge of the last year."""
        return self.scale.places[-1]

    @property
    def lanes_end(self) -> float:
        """Return the right edge of the last lane, or of the years if there is only one lane."""
        return self.edges[-1][1] + (YEARS if len(self.edges) == 1 else 0)

    def span(self, entry: DatedEvent) -> tuple[float, float]:
        """Return the upper and lower end of the mark of an event, long enough to be seen."""
        return _span(entry, self.scale)

    def top(self, entry: DatedEvent) -> float:
        """Return where the line to the words of an event would begin if there were no others."""
        return _top(self.span(entry))

    @functools.cached_property
    def anchors(self) -> Mapping[DatedEvent, float]:
        """Return where the line to the words of each event begins."""
        return _anchors(self.labels, self.scale)

    def middle(self, entry: DatedEvent) -> float:
        """Return the middle of the column of a mark."""
        return self.edges[entry.lane][0] + MARGIN / 2 + (self.columns[entry] + 0.5) * COLUMN


@functools.lru_cache(maxsize=DRAWN)
def laid_out(timeline: Timeline) -> Layout:
    """Return the layout of a timeline, as high as its words need; it must have events."""
    counts = [1] * len(timeline.lanes)
    while True:
        layout = _layout(timeline, counts)
        needed = [
            max([layout.columns[one] + 1 for one in timeline.entries if one.lane == lane] + [count])
            for lane, count in enumerate(counts)
        ]
        # Wider lanes leave less room for words, which moves marks. Lanes only become wider, so this ends.
        if needed == counts:
            return layout
        counts = needed


def _layout(timeline: Timeline, counts: Sequence[int]) -> Layout:
    """Return the layout with this number of columns in each lane, and the columns that it needs."""
    wide = [MARGIN + count * COLUMN for count in counts]
    sides = {one.lane > 0 for one in timeline.entries}
    aside = [ASIDE if side in sides else 0.0 for side in (False, True)]
    room = rooms(timeline.entries, WIDEST - sum(wide) - YEARS - sum(aside))
    said = labels(timeline.entries, room)
    head = _head(timeline)
    stacks = [sum(label.height for label in said if (label.entry.lane > 0) == side) for side in (False, True)]
    bands = pressed(_bands(said), max(TALLEST - head - FOOT, *stacks), _PRESSED)
    scale = stacked(bands, head)
    edges = _edges(room[0] + aside[0], wide)
    end = sum(wide) + YEARS + room[0] + aside[0]
    legend = SAID + max(width(name, SIZE) for _, name in timeline.marks)
    # The legend stands above the words of one side; the sheet always has room for it.
    sheet = end + aside[1] + room[1] if max(room) >= legend else end + ASIDE + legend
    chosen = _columns(timeline, scale)
    return Layout(sheet, head, edges, bands, scale, chosen, tuple(said))


def _head(timeline: Timeline) -> float:
    """Return the room above the years: for the names of the lanes, and for the legend."""
    kinds = len({entry.kind for entry in timeline.entries})
    return max(kinds * LEGEND_LINE + 0.5, *(width(name, SIZE, bold=True) + 3.0 for name in timeline.lanes))


def _edges(left: float, wide: Sequence[float]) -> tuple[tuple[float, float], ...]:
    edges = [(left, left + wide[0])]
    left += wide[0] + YEARS
    for one in wide[1:]:
        edges.append((left, left + one))
        left += one
    return tuple(edges)


def _bands(said: Sequence[EventWords]) -> tuple[Band, ...]:
    """Return the bands of years; each half-year has room for the words of its busier side."""
    heights: dict[int, list[list[float]]] = {}
    for label in said:
        year, part = half(label.entry)
        heights.setdefault(year, [[0.0, 0.0], [0.0, 0.0]])[part][label.entry.lane > 0] += label.height
        heights.setdefault(label.entry.last.year, [[0.0, 0.0], [0.0, 0.0]])
    return bands_of(
        {year: tuple(max(_LEAST_HALF, *sides) for sides in halves) for year, halves in heights.items()}, _EMPTY
    )


def _span(entry: DatedEvent, scale: Scale) -> tuple[float, float]:
    first, last = scale.span(entry.first, entry.last)
    short = (MARK if entry.kind == "day" else _LOWEST) - (last - first)
    return (first - short / 2, last + short / 2) if short > 0 else (first, last)


def _top(span: tuple[float, float]) -> float:
    return span[0] + min(span[1] - span[0], _LOWEST) / 2


def _columns(timeline: Timeline, scale: Scale) -> dict[DatedEvent, int]:
    """Return the column of each event in its lane, so that no mark covers another if there are enough columns."""
    chosen: dict[DatedEvent, int] = {}
    most = max(2, _MOST_COLUMNS // len(timeline.lanes))
    for lane in range(len(timeline.lanes)):
        spans = {entry: _span(entry, scale) for entry in timeline.entries if entry.lane == lane}
        mine = sorted(spans, key=lambda entry: spans[entry])
        found = columns((spans[one][0] - _APART, spans[one][1]) for one in mine)
        chosen |= {one: column % most for one, column in zip(mine, found, strict=True)}
    return chosen


def _anchors(said: Sequence[EventWords], scale: Scale) -> dict[DatedEvent, float]:
    """Return the height of each mark at which its line begins; `said` is in order of dates.

    Short marks choose first, since they have the least choice.
    """
    chosen: dict[DatedEvent, float] = {}
    spans = {label.entry: _span(label.entry, scale) for label in said}
    order = {label.entry: number for number, label in enumerate(said)}
    for label in sorted(said, key=lambda label: (spans[label.entry][1] - spans[label.entry][0], order[label.entry])):
        mine = [one for one in chosen if (one.lane > 0) == (label.entry.lane > 0)]
        others = [
            _Other(chosen[one], order[one] < order[label.entry], spans[one] == spans[label.entry]) for one in mine
        ]
        chosen[label.entry] = _anchor(label, spans[label.entry], others)
    return chosen


class _Other(NamedTuple):
    """Where the line of another event begins, whether that event is earlier, and whether it has the same time."""

    place: float
    is_before: bool
    is_same: bool


def _anchor(label: EventWords, span: tuple[float, float], others: Sequence[_Other]) -> float:
    """Return a place near the top of a mark that no other line uses and that keeps the order of dates.

    The places of marks with the same time are as far apart as their words, if the marks are long enough.
    """
    top = _top(span)
    # One step above the place of the top is still on the mark.
    steps = range(-1, int((span[1] - top) / _LINES_APART) + 1) if label.entry.kind != "day" else (0,)
    for apart in (label.height, _LINES_APART):
        free = [
            (sum((one.place < top + step * _LINES_APART) != one.is_before for one in others), abs(step), step)
            for step in steps
            if all(
                abs(top + step * _LINES_APART - one.place) >= (apart if one.is_same else _LINES_APART) for one in others
            )
        ]
        if free:
            return top + min(free)[2] * _LINES_APART
    return top
