"""Plan: each activity as a bar over time, with the rounds of the official talks across all bars.

The certain part of a bar is filled. A part that is only possible, since a date is inexact, is hatched.
"""

from __future__ import annotations

import functools
from datetime import timedelta

from briefpack.pictures.behind import WordsWithKeys, worded, write_behind
from briefpack.pictures.canvas import DRAWN, PAPER, WIDEST, Canvas, Drawing
from briefpack.pictures.inks import Inks
from briefpack.pictures.legend import WORDS_AT, in_lines
from briefpack.pictures.lettering import SMALLEST, line_height, width, wrapped
from briefpack.pictures.scale import Scale, columns, even
from briefpack.pictures.schedule import Plan, Stretch, TalksRound, extent

_NAMES = 48.0
_SIZE = SMALLEST
_BAR = 4.4
#: The strip of meetings stands below its bar.
_MEETING = 1.7
#: A meeting shorter than this on paper is drawn as a diamond, which is so wide.
_SHORT = 2.6
_DIAMOND = 2.8
_TAG = 4.8
_TAG_HEIGHT = 4.4
_AXIS = 5.4
#: The length of hatching without a border if a beginning or an end is not known.
_ENDLESS = 2.6
#: If no round is shorter than this on paper, rounds are open bands, otherwise filled lines.
_THIN = 1.5
_LEGEND = 6.4
#: The distance between the lines of the legend.
_SAMPLES = 4.8
#: The space between the names of two days.
_TICK_GAP = 1.0


@functools.lru_cache(maxsize=DRAWN)
def draw_plan(plan: Plan, inks: Inks) -> Drawing:
    """Return the picture of a plan in which at least one thing has a time."""
    return _PlanDrawing(plan, inks).draw().finished()


def plan_height(plan: Plan, inks: Inks) -> float:
    """Return the height of the picture of a plan, in millimetres, without drawing it."""
    return _PlanDrawing(plan, inks).canvas.height


class _PlanDrawing:
    """One plan being drawn."""

    def __init__(self, plan: Plan, inks: Inks) -> None:
        self.plan, self.inks = plan, inks
        self.scale = self._scale()
        self.tags = self._tags()
        self.names = [wrapped(row.name, _NAMES - 2, _SIZE, bold=True, most=3) for row in plan.rows]
        self.notes = [wrapped(row.note, _NAMES - 2, _SIZE, most=2) for row in plan.rows]
        lines = [len(name) + len(note) for name, note in zip(self.names, self.notes, strict=True)]
        self.heights = [max(9.6, count * line_height(_SIZE) + 2.4) for count in lines]
        self.key = self._key()
        self.top = _AXIS + (max(self.tags.values(), default=-1) + 1) * (_TAG_HEIGHT + 0.5) + 0.6
        self.foot = self.top + sum(self.heights)
        key_height = max(sum(one.count * line_height(_SIZE) + 0.7 for one in names) for names in self.key)
        self.legend = in_lines(plan.marks, _SIZE, WIDEST)
        self.under = self.foot + _LEGEND + (len(self.legend) - 1) * _SAMPLES
        self.canvas = Canvas(WIDEST, self.under + key_height + 1)

    def _scale(self) -> Scale:
        """Return the scale; it leaves room on the sheet for the tag and the name of the last day."""
        first, last = extent(self.plan.times)
        start, end = _NAMES + 1, WIDEST - _TAG / 2 - 0.2
        if self.plan.ticks:
            day, name = self.plan.ticks[-1]
            share = (day - first) / (last - first + timedelta(days=1))
            room = WIDEST - start - width(name, _SIZE) - _TICK_GAP
            end = min(end, start + room / share) if share else end
        return even(first, last, start, end)

    def _tags(self) -> dict[int, int]:
        """Return the line of the tag of each dated round, by number, so that no tag covers another."""
        dated = [(self._middle(one.time), number) for number, one in enumerate(self.plan.rounds) if one.time]
        dated.sort()
        lines = columns(self._room(x, self.plan.rounds[number]) for x, number in dated)
        return {number: line for (_, number), line in zip(dated, lines, strict=True)}

    def _room(self, x: float, one: TalksRound) -> tuple[float, float]:
        """Return the room of a tag, with the hatching beside it if the end of its round is not known."""
        endless = one.time.endless if one.time else None
        left, right = (_ENDLESS if endless == side else 0.2 for side in ("before", "after"))
        return x - _TAG / 2 - left, x + _TAG / 2 + right

    def _middle(self, time: Stretch) -> float:
        return sum(self.scale.span(time.first, time.last)) / 2

    def _key(self) -> list[list[WordsWithKeys]]:
        """Return the names of the rounds as lines, with what stands behind them, in two columns."""
        names = [worded(one.name, one.keys, one.signs, WIDEST / 2 - 9) for one in self.plan.rounds]
        half = (len(names) + 1) // 2
        return [names[:half], names[half:]]

    def draw(self) -> Canvas:
        """Return the finished sheet."""
        self._ground()
        self._rounds()
        top = self.top
        for position, height in enumerate(self.heights):
            self._row(position, top, top + height)
            top += height
        self._legend()
        self._write_key()
        return self.canvas

    def _ground(self) -> None:
        """Draw the ground of the rows, and the days along the upper edge."""
        for position in range(0, len(self.heights), 2):
            top = self.top + sum(self.heights[:position])
            self.canvas.box((0, top, WIDEST, top + self.heights[position]), fill=self.inks.shade)
        places = [(self.scale.place(day.toordinal()), name) for day, name in self.plan.ticks]
        for x, _ in places[1:]:
            self.canvas.down(x, _AXIS - 1, self.foot, self.inks.rule, 0.13)
        end = WIDEST
        # Names are drawn from the last day backwards, so that it is always named; names that would touch are left out.
        for x, name in reversed(places):
            if x + width(name, _SIZE) + _TICK_GAP <= end + 0.1:
                self.canvas.text((x + 0.6, 2), name)
                end = x
        self.canvas.across(0, WIDEST, self.foot, self.inks.rule)
        self.canvas.across(0, WIDEST, self.top, self.inks.rule)

    def _rounds(self) -> None:
        """Draw the rounds as upright bands, each under its number."""
        bands = [self._band(one) for one in self.plan.rounds if one.time]
        is_open = min((right - left for left, right in bands), default=0) >= _THIN
        for number, line in self.tags.items():
            left, right = self._band(self.plan.rounds[number])
            box = (left, _AXIS + line * (_TAG_HEIGHT + 0.5) + _TAG_HEIGHT, right, self.foot)
            look = {"fill": PAPER, "line": self.inks.rule} if is_open else {"fill": self.inks.rule}
            self.canvas.box(box, **look, weight=0.3)
        # The tags are drawn last, so that no band covers a number.
        for number, line in self.tags.items():
            self._tag(number, _AXIS + line * (_TAG_HEIGHT + 0.5))

    def _band(self, one: TalksRound) -> tuple[float, float]:
        left, right = self.scale.span(one.time.first, one.time.last) if one.time else (0.0, 0.0)
        short = max(0.0, 0.7 - (right - left))
        return left - short / 2, right + short / 2

    def _tag(self, number: int, top: float) -> None:
        """Draw the number of a round in its box, reversed for one that wants quiet."""
        one = self.plan.rounds[number]
        ground, ink = (self.inks.heading, PAPER) if one.exclusive else (PAPER, self.inks.heading)
        x = sum(self._band(one)) / 2
        box = (x - _TAG / 2, top, x + _TAG / 2, top + _TAG_HEIGHT)
        self._go_on(one.time, (box[0], top + 0.9, box[2], box[3] - 0.9))
        self.canvas.box(box, fill=ground, line=self.inks.heading)
        self.canvas.text((x, top + _TAG_HEIGHT / 2), str(number + 1), bold=True, colour=ink, anchor="mm")

    def _row(self, position: int, top: float, bottom: float) -> None:
        row, middle = self.plan.rows[position], (top + bottom) / 2
        name, note = self.names[position], self.notes[position]
        for place, line in enumerate((*name, *note)):
            y = middle + (place - (len(name) + len(note) - 1) / 2) * line_height(_SIZE)
            self.canvas.text((0.8, y), line, bold=place < len(name))
        strip = middle + _BAR / 2 + 0.2 if row.meetings else middle
        if row.time:
            self._bar(row.time, strip - _BAR / 2 - 0.6 if row.meetings else middle)
        elif not row.meetings:
            self.canvas.text((_NAMES + 2, middle), self.plan.undated, behind=PAPER)
        for meeting in row.meetings:
            self._meeting(self.scale.span(meeting.first, meeting.last), strip + _MEETING / 2)

    def _go_on(self, time: Stretch | None, box: tuple[float, float, float, float]) -> None:
        """Draw hatching without a border beside a bar without a known beginning or end, within the sheet."""
        left, top, right, bottom = box
        if time and time.endless:
            beside = (left - _ENDLESS, left) if time.endless == "before" else (right, min(right + _ENDLESS, WIDEST))
            self.canvas.hatch((beside[0], top, beside[1], bottom), self.inks.accent, step=0.8)

    def _bar(self, time: Stretch, middle: float) -> None:
        """Draw a bar, hatched where it is not certain, and cut where rounds cross it."""
        left, right = self.scale.span(time.first, time.last)
        right = max(right, left + 1.2)
        box = (left, middle - _BAR / 2, right, middle + _BAR / 2)
        self.canvas.box(box, fill=PAPER)
        self.canvas.hatch(box, self.inks.accent, step=0.8)
        self._go_on(time, box)
        if time.sure_from <= time.sure_to:
            sure = self.scale.span(time.sure_from, time.sure_to)
            self.canvas.box((sure[0], box[1], max(sure[1], sure[0] + 0.8), box[3]), fill=self.inks.accent)
        self.canvas.box(box, line=self.inks.accent, weight=0.35)
        for one in self.plan.rounds:
            if one.time and one.time.first <= time.last and time.first <= one.time.last:
                for x in self._band(one):
                    self.canvas.down(min(max(x, left), right), box[1] - 0.3, box[3] + 0.3, PAPER, 0.25)

    def _meeting(self, span: tuple[float, float], y: float) -> None:
        """Draw a meeting: a diamond on its day, or an open bar over its possible days."""
        if span[1] - span[0] < _SHORT:
            self.canvas.mark("diamond", (sum(span) / 2, y), _DIAMOND, self.inks.heading, fill=PAPER)
        else:
            box = (span[0], y - _MEETING / 2, span[1], y + _MEETING / 2)
            self.canvas.box(box, fill=PAPER, line=self.inks.heading, weight=0.3)

    def _legend(self) -> None:
        """Draw the meaning of each mark below the rows."""
        for number, line in enumerate(self.legend):
            y = self.foot + _LEGEND / 2 + 0.3 + number * _SAMPLES
            for x, name in line:
                self._sample(name, x, y)
                self.canvas.text((x + WORDS_AT, y), name)

    def _sample(self, name: str, x: float, y: float) -> None:
        """Draw the mark that a line of the legend explains."""
        box = (x, y - 1.6, x + 5, y + 1.6)
        if name == self.plan.sure:
            self.canvas.box(box, fill=self.inks.accent)
        elif name == self.plan.possible:
            self.canvas.hatch(box, self.inks.accent, step=0.8)
            self.canvas.box(box, line=self.inks.accent, weight=0.35)
        elif name == self.plan.endless:
            self.canvas.hatch(box, self.inks.accent, step=0.8)
        elif name == self.plan.meeting:
            self._meeting((x + 0.2, x + _DIAMOND - 0.2), y)
            self._meeting((x + _DIAMOND + 0.2, x + 5.7), y)
        else:
            ground = self.inks.heading if name == self.plan.exclusive else PAPER
            ink = PAPER if name == self.plan.exclusive else self.inks.heading
            self.canvas.box((x + 0.6, y - 1.8, x + 4.4, y + 1.8), fill=ground, line=self.inks.heading)
            self.canvas.text((x + 2.5, y), "1", bold=True, colour=ink, anchor="mm")

    def _write_key(self) -> None:
        """Draw the names of the rounds at the foot, each after its number, in two columns."""
        step, number = line_height(_SIZE), 0
        for column, names in enumerate(self.key):
            x, y = column * WIDEST / 2, self.under + 1.7
            for one in names:
                number += 1
                self.canvas.text((x + 4.5, y), str(number), bold=True, anchor="rm")
                for position, line in enumerate(one.lines):
                    self.canvas.text((x + 6.3, y + position * step), line)
                write_behind(self.canvas, one.behind, (x + 6.3, y))
                y += one.count * step + 0.7
