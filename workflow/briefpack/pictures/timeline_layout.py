"""The layout of a timeline: the places of its lanes, years, marks and words, before anything is drawn.

Each month is as high as its words, so that words stand beside their marks.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefpack.pictures.canvas import TALLEST, WIDEST
from briefpack.pictures.chronology import DatedEvent, Timeline
from briefpack.pictures.legend import in_lines
from briefpack.pictures.lettering import width
from briefpack.pictures.scale import Band, Scale, bands_of, columns, pressed, stacked
from briefpack.pictures.words_beside import SIZE, EventWords, labels

#: The widths of a mark, of its column, of the free room in a lane beside its marks, and of the years.
MARK = 2.2
COLUMN = 2.9
MARGIN = 2.0
YEARS = 10.0
LEADER = 5.0
#: The distance of words from the lanes.
ASIDE = LEADER + 1
LEGEND_LINE = 4.6
#: The room below the last year.
FOOT = 1.0
#: The share of their room that years lose to fit on a page; words then stand a little away from their marks.
_PRESSED = 0.15
#: The distance between the lines to the words of two events, if their marks are long enough.
_LINES_APART = 1.1
#: The least height of a mark, distance of two marks in a column, and room of a month or of empty years.
_LOWEST = 2.8
_APART = 0.4
#: About the most columns of all lanes together, so that there is room for words.
_MOST_COLUMNS = 18
_LEAST = 0.62
_EMPTY = 5.8


@dataclass(frozen=True)
class Layout:
    """The places on a timeline: the edges of lanes, the bands of years with their scale, columns and words.

    `edges` are the left and right edges of each lane; the years stand before the first. `anchors` are the heights at
    which the lines from marks to words begin. They are computed only for drawing, since each depends on all others.
    `legend` has the position and the meaning of each mark in lines. Lengths are in millimetres.
    """

    head: float
    edges: tuple[tuple[float, float], ...]
    bands: tuple[Band, ...]
    scale: Scale
    columns: Mapping[DatedEvent, int]
    labels: tuple[EventWords, ...]
    legend: list[list[tuple[float, str]]]

    @property
    def bottom(self) -> float:
        """Return the lower edge of the last year."""
        return self.scale.places[-1]

    @property
    def lanes_end(self) -> float:
        """Return the right edge of the last lane."""
        return self.edges[-1][1]

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


@functools.lru_cache(maxsize=128)
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
    edges = _edges([MARGIN + count * COLUMN for count in counts])
    begin = edges[-1][1] + ASIDE
    said = labels(timeline.entries, WIDEST - begin)
    legend = _legend(timeline, WIDEST - begin)
    head = max(len(legend) * LEGEND_LINE + 0.5, *(width(name, SIZE, bold=True) + 3.0 for name in timeline.lanes))
    bands = pressed(_bands(said), max(TALLEST - head - FOOT, sum(label.height for label in said)), _PRESSED)
    scale = stacked(bands, head)
    return Layout(head, edges, bands, scale, _columns(timeline, scale), tuple(said), legend)


def _legend(timeline: Timeline, room: float) -> list[list[tuple[float, str]]]:
    """Return the meaning of each mark that is used, in lines above the words."""
    used = {entry.kind for entry in timeline.entries}
    names = [name for kind, name in timeline.marks if kind in used]
    return in_lines([*names, *([timeline.today[1]] if timeline.today else [])], SIZE, room)


def _edges(wide: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Return the left and right edge of each lane; the years stand before the first."""
    places = list(itertools.accumulate(wide, initial=YEARS))
    return tuple(itertools.pairwise(places))


def _bands(said: Sequence[EventWords]) -> tuple[Band, ...]:
    """Return the bands of years; each month has room for the words of what begins in it."""
    heights: dict[int, list[float]] = {}
    for label in said:
        first, last = label.entry.first, label.entry.last
        heights.setdefault(first.year, [0.0] * 12)[first.month - 1] += label.height
        heights.setdefault(last.year, [0.0] * 12)
    return bands_of({year: tuple(max(_LEAST, one) for one in months) for year, months in heights.items()}, _EMPTY)


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
        others = [
            _Other(place, order[one] < order[label.entry], spans[one] == spans[label.entry])
            for one, place in chosen.items()
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
