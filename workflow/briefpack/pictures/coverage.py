"""The coverage grid: who works with whom at which level, and where nobody does.

Efforts and activities are rows, each party has a column for every level of leadership. What is under way stands apart
from what is not: by its place, its marks and a key below (`work_marks.py`). A column without work is hatched from top
to bottom, which the legend explains once. A gap is marked at the foot of its column: with a cross if no work is named
for it, with an open diamond if named work is shown to be elsewhere or not under way, and with an open square if it
cannot be told whether it is covered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefpack.pictures.canvas import PAPER, WIDEST, Canvas
from briefpack.pictures.legend import in_lines
from briefpack.pictures.lettering import LARGER, SMALLEST, line_height, width, wrapped
from briefpack.pictures.manner import Manner
from briefpack.pictures.masks import Mark
from briefpack.pictures.work_marks import KEY_LINE, draw_key, draw_work_mark

_SIZE = SMALLEST
_LEAST = 4.6
#: The most room for names of work if there are many columns, and their distance from the edge.
_NAMES = 58.0
_ASIDE = 6.5
_ROW = 7.8
#: Narrower columns have the party's name upright above them, which takes so much room.
_NARROW = 22.0
_UPRIGHT = 40.0
_GAP_ROW = 8.0
_LEGEND = 4.8
#: The height of hatching where there is no work at all, and what stands for hatching in the legend.
_BARE, _EMPTY = 12.0, "empty"
#: The marks of gaps and their fill: no work named, named work contradicted, cover that cannot be told.
_GAP_MARKS: tuple[tuple[Mark, str | None], ...] = (("cross", None), ("diamond", PAPER), ("square", PAPER))


@dataclass(frozen=True)
class GridWork:
    """One effort or activity: its name, the word of its track, whether it is under way, and the columns that it fills.

    `standing` is one of `STANDINGS`. `cells` are pairs of the positions of a party and a level. `unplaced` are the
    parties without a stated level.
    """

    name: str
    track: str
    standing: str
    cells: frozenset[tuple[int, int]]
    unplaced: frozenset[int]


@dataclass(frozen=True)
class CoverageGrid:
    """The grid: names of parties and levels, the work, the cells without work, the cells of gaps by mark, and wording.

    The work is in the order of its standing; `standings` has the words of each that is used, and is empty where all
    marks look alike. `gaps` are three pairs of words and cells: gaps without named work, with contradicted work, and
    those that cannot be told. `tracks` holds the words of the legend by track; `nobody` and `unplaced` are its words
    for hatching and `?`.
    """

    parties: tuple[str, ...]
    levels: tuple[str, ...]
    works: tuple[GridWork, ...]
    empty: frozenset[tuple[int, int]]
    gaps: tuple[tuple[str, frozenset[tuple[int, int]]], ...]
    tracks: tuple[tuple[str, str], ...]
    standings: tuple[tuple[str, str], ...]
    nobody: str
    unplaced: str


class CoverageDesign:
    """One grid being drawn."""

    def __init__(self, coverage: CoverageGrid, manner: Manner) -> None:
        self.coverage, self.manner = coverage, manner
        self.legend = self._legend_lines()
        self.left, self.column = self._columns()
        self.group = self.column * len(coverage.levels)
        self.width = self.left + self.group * len(coverage.parties)
        # If columns are as wide as the names of the levels, no name is upright.
        self.is_level = self.column >= self._level_width()
        # Names that are too long for their columns are upright.
        self.is_upright = self.group < _NARROW
        room = _UPRIGHT if self.is_upright else self.group - 3
        self.heads = [wrapped(name, room, _SIZE, bold=True, most=3) for name in coverage.parties]
        step = line_height(_SIZE)
        self.head = _UPRIGHT + 1 if self.is_upright else max(map(len, self.heads)) * step + 1.5
        levels = step if self.is_level else max(width(level, _SIZE) for level in coverage.levels)
        self.top = max(self.head + levels + 2.5, len(self.legend) * _LEGEND + 1.5)
        self.names = [wrapped(work.name, self.left - _ASIDE, _SIZE, most=4) for work in coverage.works]
        self.heights = [max(_ROW, len(lines) * step + 2.2) for lines in self.names]
        self.foot = self.top + (sum(self.heights) or _BARE)
        self.under = self.foot + _GAP_ROW * len(self._gap_rows()) + 0.5
        words = [words for _, words in coverage.standings]
        self.key = in_lines(words, _SIZE, WIDEST) if words else []
        self.canvas = Canvas(WIDEST if words else self.width, self.under + len(self.key) * KEY_LINE, manner)

    def _level_width(self) -> float:
        """Return the width of a column in which the name of each level fits on one line."""
        return max(width(level, _SIZE) for level in self.coverage.levels) + 2.0

    def _columns(self) -> tuple[float, float]:
        """Return the width of the names of work, and the width of a column: no more than they need."""
        bold = [name for name, *_ in self._gap_rows()]
        plain = [*(work.name for work in self.coverage.works), *(name for _, name in self.legend)]
        longest = max([width(name, _SIZE) for name in plain] + [width(name, _SIZE, bold=True) for name in bold] + [0])
        wanted = longest + _ASIDE + 0.5
        count = len(self.coverage.parties) * len(self.coverage.levels)
        column = max(_LEAST, min(self._level_width(), (WIDEST - min(wanted, _NAMES)) / count))
        return min(wanted, WIDEST - column * count), column

    def draw(self) -> Canvas:
        """Return the finished sheet."""
        self._ground()
        self._heads()
        top = self.top
        for work, lines, height in zip(self.coverage.works, self.names, self.heights, strict=True):
            self._work(work, lines, top, height)
            top += height
        self._apart()
        self._gaps()
        draw_key(self.canvas, self.manner, [how for how, _ in self.coverage.standings], self.key, self.under)
        self._write_legend()
        return self.canvas

    def _x(self, party: int, level: int) -> float:
        """Return the left edge of a column."""
        return self.left + party * self.group + level * self.column

    def _ground(self) -> None:
        """Shade every other row, and hatch the columns without work."""
        top = self.top
        for position, height in enumerate(self.heights):
            if position % 2 == 0:
                self.canvas.box((0, top, self.width, top + height), fill=self.manner.shade)
            top += height
        for party, level in sorted(self.coverage.empty):
            self._nobody(self._x(party, level))

    def _nobody(self, x: float) -> None:
        box = (x, self.top, x + self.column, self.foot)
        self.canvas.box(box, fill=PAPER)
        self.canvas.hatch(box, self.manner.rule, step=1.5)

    def _heads(self) -> None:
        """Draw the names of parties and levels, and the lines between them."""
        for party, lines in enumerate(self.heads):
            x = self._x(party, 0)
            self._party(lines, x + self.group / 2)
            for level, name in enumerate(self.coverage.levels):
                self._level(name, x + (level + 0.5) * self.column)
                if level:
                    self.canvas.down(x + level * self.column, self.head, self.foot, self.manner.rule, 0.13)
            self.canvas.down(x, 0, self.foot, self.manner.heading, 0.4)
        self.canvas.down(self.width - 0.2, 0, self.foot, self.manner.heading, 0.4)
        self.canvas.across(0, self.width, self.top, self.manner.heading, 0.4)
        self.canvas.across(0, self.width, self.foot, self.manner.heading, 0.4)

    def _level(self, name: str, x: float) -> None:
        """Draw the name of a level at the middle of its column."""
        if self.is_level:
            self.canvas.text((x, self.top - 1.2 - line_height(_SIZE) / 2), name, anchor="mm")
        else:
            self.canvas.upright((x, self.top - 1.2 - width(name, _SIZE) / 2), name)

    def _party(self, lines: Sequence[str], x: float) -> None:
        """Draw the name of a party at the middle of its columns."""
        if not self.is_upright:
            self.canvas.lines((x, self.head / 2), lines, bold=True, align="m")
            return
        for position, line in enumerate(lines):
            left = x + (position - (len(lines) - 1) / 2) * line_height(_SIZE)
            self.canvas.upright((left, self.head / 2), line, bold=True)

    def _work(self, work: GridWork, lines: Sequence[str], top: float, height: float) -> None:
        middle = top + height / 2
        self._mark(work, (2.2, middle))
        self.canvas.lines((5.2, middle), lines)
        for party, level in sorted(work.cells):
            self._mark(work, (self._x(party, level) + self.column / 2, middle))
        for party in sorted(work.unplaced):
            x = self._x(party, 0)
            self.canvas.across(x + 1, x + self.group - 1, middle, self.manner.accent, 0.3)
            place = (x + self.group / 2, middle)
            self.canvas.text(place, "?", size=LARGER, bold=True, anchor="mm", behind=PAPER)

    def _mark(self, work: GridWork, place: tuple[float, float]) -> None:
        draw_work_mark(self.canvas, self.manner, work.track, work.standing if self.key else "active", place)

    def _apart(self) -> None:
        """Draw a line between work of one standing and of the next."""
        top = self.top
        for (above, below), height in zip(pairwise(self.coverage.works), self.heights, strict=False):
            top += height
            if self.key and above.standing != below.standing:
                self.canvas.across(0, self.width, top, self.manner.heading, 0.25)

    def _gap_rows(self) -> list[tuple[str, frozenset[tuple[int, int]], Mark, str | None]]:
        """Return the rows below the columns: a name, the cells with its mark, the mark and its fill."""
        rows = zip(self.coverage.gaps, _GAP_MARKS, strict=True)
        return [(name, cells, mark, fill) for (name, cells), (mark, fill) in rows if cells]

    def _gaps(self) -> None:
        """Draw a mark below the column of each gap, by the kind of gap."""
        for position, (name, cells, mark, fill) in enumerate(self._gap_rows()):
            middle = self.foot + (position + 0.5) * _GAP_ROW
            lines = wrapped(name, self.left - _ASIDE, _SIZE, bold=True, most=2)
            self.canvas.lines((5.2, middle), lines, bold=True)
            for x in (2.2, *(self._x(party, level) + self.column / 2 for party, level in sorted(cells))):
                self.canvas.mark(mark, (x, middle), 3.0, self.manner.heading, fill=fill)
            self.canvas.across(0, self.width, middle + _GAP_ROW / 2, self.manner.rule)

    def _legend_lines(self) -> list[tuple[str, str]]:
        """Return the marks that are used, each with its meaning: of tracks, of an unknown level, and hatching."""
        used = {work.track for work in self.coverage.works}
        is_open = any(work.unplaced for work in self.coverage.works)
        lines = [(track, name) for track, name in self.coverage.tracks if track in used]
        lines += [("?", self.coverage.unplaced)] * is_open
        return lines + [(_EMPTY, self.coverage.nobody)] * bool(self.coverage.empty)

    def _write_legend(self) -> None:
        """Draw the meaning of each mark in the free corner."""
        for position, (mark, name) in enumerate(self.legend):
            x, y = 2.2, self.top - 2.8 - (len(self.legend) - 1 - position) * _LEGEND
            if mark == "?":
                self.canvas.text((x, y), "?", size=LARGER, bold=True, anchor="mm")
            elif mark == _EMPTY:
                box = (x - 1.7, y - 1.7, x + 1.7, y + 1.7)
                self.canvas.hatch(box, self.manner.rule)
                self.canvas.box(box, line=self.manner.rule)
            else:
                draw_work_mark(self.canvas, self.manner, mark, "active", (x, y))
            self.canvas.text((5.2, y), name)
