"""Timeline: time runs down the page, each track is a lane, and the words of each event stand beside its lane.

The mark shows how precise a date is: a disc for a day, an open box as long as a month, a hatched box as long as a year,
hatching alone for a date with a word such as `about` or `before`, and a filled bar for an interval.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from briefpack.pictures.canvas import DRAWN, PAPER, Box, Canvas, Drawing, Place
from briefpack.pictures.chronology import DatedEvent, Kind, Timeline
from briefpack.pictures.inks import Inks
from briefpack.pictures.lettering import line_height, width
from briefpack.pictures.scale import Band, spread
from briefpack.pictures.timeline_layout import ASIDE, FOOT, LEADER, LEGEND_LINE, MARK, SAID, YEARS, laid_out
from briefpack.pictures.words_beside import SIZE, EventWords, date_width

_LEADER_WEIGHT = 0.2
#: The distance between the two lines that name several years.
_APART = 2.3


def timeline_height(timeline: Timeline) -> float:
    """Return the height of the picture of a timeline, in millimetres, without drawing it."""
    return laid_out(timeline).bottom + FOOT


def timeline_places(timeline: Timeline) -> Mapping[DatedEvent, float]:
    """Return the place of each event in one picture of any height, in millimetres from the top."""
    layout = laid_out(timeline)
    return {entry: layout.top(entry) for entry in timeline.entries}


@functools.lru_cache(maxsize=DRAWN)
def draw_timeline(timeline: Timeline, inks: Inks) -> Drawing:
    """Return the picture of a timeline that has entries."""
    return _TimelineDrawing(timeline, inks).draw().finished()


class _TimelineDrawing:
    """One timeline being drawn."""

    def __init__(self, timeline: Timeline, inks: Inks) -> None:
        self.timeline, self.inks = timeline, inks
        self.layout = laid_out(timeline)
        self.canvas = Canvas(self.layout.width, timeline_height(timeline))

    def draw(self) -> Canvas:
        """Return the finished sheet."""
        self._ground()
        for side in (0, 1):
            self._words(side)
        for entry in self.timeline.entries:
            x = self.layout.middle(entry)
            first, last = self.layout.span(entry)
            self._mark(entry.kind, (x - MARK / 2, first, x + MARK / 2, last), self._ink(int(entry.lane > 0)))
        self._legend()
        return self.canvas

    def _ink(self, side: int) -> str:
        return self.inks.accent if side else self.inks.heading

    def _ground(self) -> None:
        """Draw the years, and the lanes with their names."""
        edges, scale, end = self.layout.edges, self.layout.scale, self.layout.lanes_end
        for position, band in enumerate(self.layout.bands):
            top, bottom = scale.span(*band.days)
            if position % 2 == 0:
                self.canvas.box((edges[0][0], top, end, bottom), fill=self.inks.shade)
            self._years((edges[0][1] + YEARS / 2, (top + bottom) / 2), band)
        for name, (start, right) in zip(self.timeline.lanes, edges, strict=True):
            for x in (start, right):
                self.canvas.down(x, scale.places[0], scale.places[-1], self.inks.rule)
            foot = self.layout.head - 1.5 - width(name, SIZE, bold=True) / 2
            self.canvas.upright(((start + right) / 2, foot), name, bold=True)

    def _years(self, middle: Place, band: Band) -> None:
        """Draw a year, or the first and last of several; all in full, since two digits look like a month."""
        if band.first == band.last:
            self.canvas.text(middle, str(band.first), size=8, bold=True, anchor="mm")
            return
        for name, shift in ((f"{band.first}\u2013", -_APART / 2), (str(band.last), _APART / 2)):
            self.canvas.text((middle[0], middle[1] + shift), name, size=SIZE, anchor="mm")

    def _words(self, side: int) -> None:
        """Draw the words of one side, each as near as possible to its mark, and the lines to them."""
        mine = [label for label in self.layout.labels if (label.entry.lane > 0) == bool(side)]
        mine.sort(key=lambda label: self.layout.anchors[label.entry])
        wanted = [self.layout.anchors[label.entry] for label in mine]
        heights = [label.height for label in mine]
        middles = spread(wanted, heights, self.layout.head, self.layout.bottom)
        edge, out = (self.layout.lanes_end, 1) if side else (self.layout.edges[0][0], -1)
        leaders: list[tuple[Place, Place, str]] = []
        for label, y in zip(mine, middles, strict=True):
            at = (self.layout.middle(label.entry), self.layout.anchors[label.entry])
            leaders += [(at, (edge, at[1]), "solid"), ((edge, at[1]), (edge + out * LEADER, y), "solid")]
            self._label(label, edge + out * ASIDE, y, "l" if side else "r")
        if leaders:
            self.canvas.curves(leaders, self._ink(side), weight=_LEADER_WEIGHT)

    def _label(self, label: EventWords, x: float, y: float, align: str) -> None:
        """Draw the words of an event, after its date in bold."""
        top = y - line_height(SIZE) * (len(label.lines) - 1) / 2
        first, *others = label.lines
        begins = x if align == "l" else x - width(first, SIZE) - date_width(label.entry)
        self.canvas.text((begins, top), label.entry.when, bold=True)
        self.canvas.text((begins + date_width(label.entry), top), first)
        for position, line in enumerate(others, start=1):
            self.canvas.text((x, top + position * line_height(SIZE)), line, anchor=f"{align}m")

    def _legend(self) -> None:
        """Draw the meaning of each mark that is used, above the words of the wider side."""
        used = {entry.kind for entry in self.timeline.entries}
        shown = [(kind, name) for kind, name in self.timeline.marks if kind in used]
        left, right = self.layout.edges[0][0], self.layout.lanes_end + ASIDE
        x = 0.3 if left >= self.layout.width - right else right
        for position, (kind, name) in enumerate(shown):
            y = 2.2 + position * LEGEND_LINE
            self._mark(kind, (x, y - 1.6, x + MARK, y + 1.6), self.inks.heading)
            self.canvas.text((x + SAID, y), name)

    def _mark(self, kind: Kind, box: Box, colour: str) -> None:
        left, top, right, bottom = box
        if kind == "day":
            self.canvas.mark("disc", ((left + right) / 2, (top + bottom) / 2), MARK, colour)
            return
        if kind == "about":
            self.canvas.box(box, fill=PAPER)
            self.canvas.hatch(box, colour, step=0.75)
            return
        self.canvas.box(box, fill=colour if kind == "interval" else PAPER, line=colour, weight=0.3)
        if kind == "year":
            self.canvas.hatch(box, colour, step=0.75)
            self.canvas.box(box, line=colour, weight=0.3)
