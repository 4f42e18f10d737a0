"""Plan: each activity as a bar over time, with the rounds of the official talks across all bars.

The certain part of a bar is filled up to the day as of which things are told, and open where it is planned. A part
that is only possible, since a date is inexact, is hatched. Rounds that crowd stand under one tag with their numbers.
"""

from __future__ import annotations

from datetime import timedelta

from briefpack.pictures.bars import HATCH, Bars, on_its_day
from briefpack.pictures.behind import WordsWithKeys, worded, write_behind
from briefpack.pictures.canvas import PAPER, WIDEST, Box, Canvas
from briefpack.pictures.legend import in_lines
from briefpack.pictures.lettering import SMALLEST, line_height, width, wrapped
from briefpack.pictures.manner import Manner
from briefpack.pictures.masks import Mark
from briefpack.pictures.plan_legend import LEGEND, MEETING, SAMPLES, draw_legend
from briefpack.pictures.round_tags import ENDLESS, TAG, RoundTag, tags_of
from briefpack.pictures.scale import Scale, even
from briefpack.pictures.schedule import Plan, Stretch, extent

_NAMES = 48.0
_SIZE = SMALLEST
_BAR = 4.4
#: A meeting shorter than this on paper is drawn as a diamond.
_SHORT = 2.6
#: The least height of a row with a bar, and of one with marks alone.
_BARRED, _UNBARRED = 9.6, 7.4
#: How far above the middle of their row single days stand, and those known to the month below it.
_DAY_AT = 1.5
_TAG_HEIGHT = 4.4
_AXIS = 5.4
#: If no round is shorter than this on paper, rounds are open bands, otherwise filled lines.
_THIN = 1.5
#: The space between the names of two days.
_TICK_GAP = 1.0


class PlanDesign:
    """One plan being drawn."""

    def __init__(self, plan: Plan, manner: Manner) -> None:
        self.plan, self.manner = plan, manner
        self.scale = self._scale()
        placed = [(number, self._band(one.time), one) for number, one in enumerate(plan.rounds) if one.time]
        self.tags = tags_of(placed, WIDEST - 0.2)
        self.names = [wrapped(row.name, _NAMES - 2, _SIZE, bold=True, most=3) for row in plan.rows]
        self.notes = [wrapped(row.note, _NAMES - 2, _SIZE, most=2) for row in plan.rows]
        lines = [len(name) + len(note) for name, note in zip(self.names, self.notes, strict=True)]
        self.heights = [
            max(_BARRED if row.time else _UNBARRED, count * line_height(_SIZE) + 2.4)
            for row, count in zip(plan.rows, lines, strict=True)
        ]
        self.key = self._key()
        self.top = _AXIS + (max((line for line, _ in self.tags), default=-1) + 1) * (_TAG_HEIGHT + 0.5) + 0.6
        self.foot = self.top + sum(self.heights)
        key_height = max(sum(one.count * line_height(_SIZE) + 0.7 for one in names) for names in self.key)
        self.legend = in_lines(plan.marks(self._boxed()), _SIZE, WIDEST)
        self.under = self.foot + LEGEND + (len(self.legend) - 1) * SAMPLES
        self.canvas = Canvas(WIDEST, self.under + key_height + 1, manner)
        self.bars = Bars(self.canvas, self.scale, self._now())

    def _boxed(self) -> list[Stretch]:
        """Return the times of the meetings and days that are long enough on paper for a box."""
        times = (time for row in self.plan.rows for time in (*row.meetings, *row.days))
        return [time for time in times if not self._is_short(time)]

    def _is_short(self, time: Stretch) -> bool:
        left, right = self.scale.span(time.first, time.last)
        return right - left < _SHORT

    def _now(self) -> float:
        """Return the place of the day as of which things are told, or of the end of time shown before it."""
        first, last = extent(self.plan.times)
        if self.plan.today < first:
            return self.scale.places[0] - 1
        return self.scale.place(min(self.plan.today, last).toordinal() + 1)

    def _scale(self) -> Scale:
        """Return the scale; it leaves room on the sheet for the tag and the name of the last day."""
        first, last = extent(self.plan.times)
        start, end = _NAMES + 1, WIDEST - TAG / 2 - 0.2
        if self.plan.ticks:
            day, name = self.plan.ticks[-1]
            share = (day - first) / (last - first + timedelta(days=1))
            room = WIDEST - start - width(name, _SIZE) - _TICK_GAP
            end = min(end, start + room / share) if share else end
        return even(first, last, start, end)

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
        draw_legend(self.canvas, self.plan, self.manner, self.legend, self.foot + LEGEND / 2 + 0.3)
        self._write_key()
        return self.canvas

    def _ground(self) -> None:
        """Draw the ground of the rows, and the days along the upper edge."""
        for position in range(0, len(self.heights), 2):
            top = self.top + sum(self.heights[:position])
            self.canvas.box((0, top, WIDEST, top + self.heights[position]), fill=self.manner.shade)
        places = [(self.scale.place(day.toordinal()), name) for day, name in self.plan.ticks]
        for x, _ in places[1:]:
            self.canvas.down(x, _AXIS - 1, self.foot, self.manner.rule, 0.13)
        end = WIDEST
        # Names are drawn from the last day backwards, so that it is always named; names that would touch are left out.
        for x, name in reversed(places):
            if x + width(name, _SIZE) + _TICK_GAP <= end + 0.1:
                self.canvas.text((x + 0.6, 2), name)
                end = x
        self.canvas.across(0, WIDEST, self.foot, self.manner.rule)
        self.canvas.across(0, WIDEST, self.top, self.manner.rule)

    def _rounds(self) -> None:
        """Draw the rounds as upright bands, each under its number."""
        for line, tag in self.tags:
            for number in tag.rounds:
                left, right = self._band(self.plan.rounds[number].time)
                box = (left, _AXIS + line * (_TAG_HEIGHT + 0.5) + _TAG_HEIGHT, right, self.foot)
                look = {"fill": PAPER, "line": self.manner.rule} if self._is_open() else {"fill": self.manner.rule}
                self.canvas.box(box, **look, weight=0.3)
        if self.plan.has_today:
            self.canvas.down(self.bars.now, _AXIS - 1, self.foot, self.manner.heading, 0.7)
        # The tags are drawn last, so that no band covers a number.
        for line, tag in self.tags:
            self._tag(tag, _AXIS + line * (_TAG_HEIGHT + 0.5))

    def _is_open(self) -> bool:
        """Return whether each round is long enough on paper to be an open band."""
        bands = [self._band(one.time) for one in self.plan.rounds if one.time]
        return min((right - left for left, right in bands), default=0) >= _THIN

    def _band(self, time: Stretch | None) -> tuple[float, float]:
        left, right = self.scale.span(time.first, time.last) if time else (0.0, 0.0)
        short = max(0.0, 0.7 - (right - left))
        return left - short / 2, right + short / 2

    def _tag(self, tag: RoundTag, top: float) -> None:
        """Draw the numbers of rounds in their box, reversed for those that want quiet."""
        ground, ink = (self.manner.heading, PAPER) if tag.is_exclusive else (PAPER, self.manner.heading)
        left, right = tag.box
        for side in tag.endless:
            self._go_on(side, (left, top + 0.9, right, top + _TAG_HEIGHT - 0.9))
        self.canvas.box((left, top, right, top + _TAG_HEIGHT), fill=ground, line=self.manner.heading)
        place = ((left + right) / 2, top + _TAG_HEIGHT / 2)
        self.canvas.text(place, tag.said, bold=True, colour=ink, anchor="mm")

    def _row(self, position: int, top: float, bottom: float) -> None:
        row, middle = self.plan.rows[position], (top + bottom) / 2
        name, note = self.names[position], self.notes[position]
        for place, line in enumerate((*name, *note)):
            y = middle + (place - (len(name) + len(note) - 1) / 2) * line_height(_SIZE)
            self.canvas.text((0.8, y), line, bold=place < len(name))
        is_both = bool(row.time and row.meetings)
        below = middle + (_BAR / 2 + 0.2 + MEETING / 2 if is_both else 0)
        if row.time:
            self._bar(row.time, middle - (0.4 if is_both else 0), self._ground_of(position))
        elif not row.meetings and not row.days:
            self.canvas.text((_NAMES + 2, middle), self.plan.undated, behind=self._ground_of(position))
        for meeting in row.meetings:
            self._meeting(meeting, below, self._ground_of(position))
        for day in row.days:
            # A day that is known stands above what is only known to the month, so that neither hides the other.
            beside = len({*map(self._is_short, row.days)}) - 1
            y = middle + beside * (-_DAY_AT if self._is_short(day) else _DAY_AT)
            self._meeting(day, y, self._ground_of(position), "triangle")

    def _ground_of(self, position: int) -> str:
        """Return the ground of a row: every other one is shaded."""
        return PAPER if position % 2 else self.manner.shade

    def _go_on(self, side: str | None, box: Box) -> None:
        """Draw hatching without a border beside a bar without a known beginning or end, within the sheet."""
        left, top, right, bottom = box
        if side:
            beside = (left - ENDLESS, left) if side == "before" else (right, min(right + ENDLESS, WIDEST))
            self.canvas.hatch((beside[0], top, beside[1], bottom), self.manner.accent, step=HATCH)

    def _bar(self, time: Stretch, middle: float, ground: str) -> None:
        """Draw a bar, cut where rounds cross it: at both edges of an open band, once where a round is thin."""
        left, right = self.scale.span(time.first, time.last)
        right = max(right, left + 1.2)
        box = (left, middle - _BAR / 2, right, middle + _BAR / 2)
        self._go_on(time.endless, box)
        self.bars.draw(time, box, self.manner.accent, ground, least=0.8)
        for one in self.plan.rounds:
            if one.time and one.time.first <= time.last and time.first <= one.time.last:
                band = self._band(one.time)
                for x in band if self._is_open() else (sum(band) / 2,):
                    self.canvas.down(min(max(x, left), right), box[1] - 0.3, box[3] + 0.3, PAPER, 0.25)

    def _meeting(self, time: Stretch, y: float, ground: str, kind: Mark = "diamond") -> None:
        """Draw a meeting or a day: its mark on its day, or a box over its possible days."""
        left, right = self.scale.span(time.first, time.last)
        if self._is_short(time):
            is_past = time.sure_from <= self.plan.today
            on_its_day(self.canvas, kind, ((left + right) / 2, y), self.manner.heading, ground, is_past=is_past)
        else:
            self.bars.draw(time, (left, y - MEETING / 2, right, y + MEETING / 2), self.manner.heading, ground)

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
