"""Timeline: time runs down the page, each track is a lane, and the words of all events stand in one column beside them.

The mark shows how precise a date is: a disc for a day, an open box as long as a month, a hatched box as long as a year,
hatching alone for a date with a word such as `about` or `before`, and a filled bar for an interval.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefpack.pictures.behind import write_behind
from briefpack.pictures.canvas import PAPER, WIDEST, Box, Canvas
from briefpack.pictures.chronology import DatedEvent, Kind, Timeline
from briefpack.pictures.curves import Place
from briefpack.pictures.legend import WORDS_AT
from briefpack.pictures.lettering import LARGER, line_height, width
from briefpack.pictures.manner import Manner
from briefpack.pictures.scale import Band, spread
from briefpack.pictures.timeline_layout import ASIDE, FOOT, LEADER, LEGEND_LINE, MARK, YEARS, laid_out
from briefpack.pictures.words_beside import SIZE, EventWords, date_width

_LEADER_WEIGHT = 0.2
#: The weight of the line at the day as of which things are told.
_TODAY_WEIGHT = 0.7
#: The distance between the two lines that name several years.
_APART = 2.6


def timeline_height(timeline: Timeline) -> float:
    """Return the height of the picture of a timeline, in millimetres, without drawing it."""
    return laid_out(timeline).bottom + FOOT


def is_cut(timeline: Timeline) -> bool:
    """Return whether some words of a timeline have no room in its picture."""
    return any(label.is_cut for label in laid_out(timeline).labels)


def timeline_places(timeline: Timeline) -> Mapping[DatedEvent, float]:
    """Return the place of each event in one picture of any height, in millimetres from the top."""
    layout = laid_out(timeline)
    return {entry: layout.top(entry) for entry in timeline.entries}


class TimelineDesign:
    """One timeline being drawn."""

    def __init__(self, timeline: Timeline, manner: Manner) -> None:
        self.timeline, self.manner = timeline, manner
        self.layout = laid_out(timeline)
        self.canvas = Canvas(WIDEST, timeline_height(timeline), manner)

    def draw(self) -> Canvas:
        """Return the finished sheet."""
        self._ground()
        self._words()
        for entry in self.timeline.entries:
            x = self.layout.middle(entry)
            first, last = self.layout.span(entry)
            self._mark(entry.kind, (x - MARK / 2, first, x + MARK / 2, last), self._ink(int(entry.lane > 0)))
        if self.timeline.today:
            y = self.layout.scale.place(self.timeline.today[0].toordinal() + 1)
            self.canvas.across(0, self.layout.lanes_end, y, self.manner.heading, _TODAY_WEIGHT)
        self._legend()
        return self.canvas

    def _ink(self, side: int) -> str:
        return self.manner.accent if side else self.manner.heading

    def _ground(self) -> None:
        """Draw the years, and the lanes with their names."""
        edges, scale, end = self.layout.edges, self.layout.scale, self.layout.lanes_end
        for position, band in enumerate(self.layout.bands):
            top, bottom = scale.span(*band.days)
            if position % 2 == 0:
                self.canvas.box((0, top, end, bottom), fill=self.manner.shade)
            self._years((YEARS / 2, (top + bottom) / 2), band)
        for name, (start, right) in zip(self.timeline.lanes, edges, strict=True):
            for x in (start, right):
                self.canvas.down(x, scale.places[0], scale.places[-1], self.manner.rule)
            foot = self.layout.head - 1.5 - width(name, SIZE, bold=True) / 2
            self.canvas.upright(((start + right) / 2, foot), name, bold=True)

    def _years(self, middle: Place, band: Band) -> None:
        """Draw a year, or the first and last of several; all in full, since two digits look like a month."""
        if band.first == band.last:
            self.canvas.text(middle, str(band.first), size=LARGER, bold=True, anchor="mm")
            return
        for name, shift in ((f"{band.first}\u2013", -_APART / 2), (str(band.last), _APART / 2)):
            self.canvas.text((middle[0], middle[1] + shift), name, size=SIZE, anchor="mm")

    def _words(self) -> None:
        """Draw the words of events in the order of their dates, each near its mark, and the lines to them."""
        mine = sorted(self.layout.labels, key=lambda label: self.layout.anchors[label.entry])
        wanted = [self.layout.anchors[label.entry] for label in mine]
        middles = spread(wanted, [label.height for label in mine], self.layout.head, self.layout.bottom)
        edge = self.layout.lanes_end
        leaders: tuple[list[tuple[Place, Place, str]], list[tuple[Place, Place, str]]] = ([], [])
        for label, y in zip(mine, middles, strict=True):
            at = (self.layout.middle(label.entry), self.layout.anchors[label.entry])
            own = leaders[label.entry.lane > 0]
            own.extend([(at, (edge, at[1]), "solid"), ((edge, at[1]), (edge + LEADER, y), "solid")])
            self._label(label, edge + ASIDE, y)
        for number, own in enumerate(leaders):
            if own:
                self.canvas.curves(own, self._ink(number), weight=_LEADER_WEIGHT)

    def _label(self, label: EventWords, x: float, y: float) -> None:
        """Draw the words of an event after its date in bold, and behind them the keys of its sources and its signs."""
        top = y - line_height(SIZE) * (label.count - 1) / 2
        first, *others = label.lines
        self.canvas.text((x, top), label.entry.when, bold=True)
        self.canvas.text((x + date_width(label.entry), top), first)
        for position, line in enumerate(others, start=1):
            self.canvas.text((x, top + position * line_height(SIZE)), line)
        write_behind(self.canvas, label.behind, (x, top))

    def _legend(self) -> None:
        """Draw the meaning of each mark that is used, above the words."""
        kinds = {name: kind for kind, name in self.timeline.marks}
        for row, line in enumerate(self.layout.legend):
            y = 2.2 + row * LEGEND_LINE
            for place, name in line:
                x = self.layout.lanes_end + ASIDE + place
                if name in kinds:
                    self._mark(kinds[name], (x + 2, y - 1.6, x + 2 + MARK, y + 1.6), self.manner.heading)
                else:
                    self.canvas.across(x + 0.5, x + 2 + MARK + 1, y, self.manner.heading, _TODAY_WEIGHT)
                self.canvas.text((x + WORDS_AT, y), name)

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
