"""Now: where the two tracks stand: a lane for each, across both a line at the day as of which things are told.

What is past is filled and what is planned is open, work that runs across the line too; hatched is what is not certain.
Boxes are rounds, diamonds are meetings, bars are work. The day stands below the names of months, so that neither it
nor its line covers one.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.pictures.bars import DIAMOND, HATCH, Bars, on_its_day
from briefpack.pictures.canvas import PAPER, WIDEST, Canvas
from briefpack.pictures.curves import Place
from briefpack.pictures.lettering import LARGER, SMALLEST, line_height, width, wrapped
from briefpack.pictures.manner import Manner
from briefpack.pictures.scale import even
from briefpack.pictures.schedule import Stretch
from briefpack.pictures.standing import Happening, Lane, Standing

#: The greatest height: this picture stands in the lower part of a first page.
HIGHEST = 56.0
_SIZE = SMALLEST
_STEP = line_height(_SIZE)
_NAMES = 41.0
#: Where the names of months end, and below them the words for the day.
_MONTHS, _AXIS = 4.6, 9.2
#: The height of the strip of marks, of a mark, and of a bar.
_STRIP, _MARK, _BAR = 5.2, 3.0, 2.8
#: The least width of the mark of a round; the distance of words from the line, and around the words of a lane.
_SHORT, _ASIDE, _PADDING = 1.6, 1.8, 0.9
#: The length of hatching beside a bar without a known beginning or end.
_ENDLESS = 4.0
#: The least distance of the line of a month from the left edge.
_NEAR = 2.5
_GAP = " "


class NowDesign:
    """One picture of where the tracks stand, being drawn."""

    def __init__(self, standing: Standing, manner: Manner) -> None:
        self.standing, self.manner = standing, manner
        self.scale = even(standing.first, standing.last, _NAMES, WIDEST - 0.4)
        self.now = self.scale.place(standing.day.toordinal() + 1)
        self.marked = frozenset(standing.marked)
        self.lanes = [_Laid(lane, self._rooms()) for lane in standing.lanes]
        self.canvas = Canvas(WIDEST, _AXIS + sum(lane.height for lane in self.lanes) + 0.4, manner)
        self.bars = Bars(self.canvas, self.scale, self.now)

    def _rooms(self) -> tuple[float, float]:
        """Return the room for words before and after the line; what is over has all of the sheet for its past."""
        before = self.now - _ASIDE - _NAMES
        return before, WIDEST - self.now - _ASIDE - 0.4

    def draw(self) -> Canvas:
        """Return the finished sheet."""
        self._ground()
        top = _AXIS
        grounds = (self.manner.shade, PAPER)
        for laid, ink, ground in zip(self.lanes, (self.manner.heading, self.manner.accent), grounds, strict=True):
            self._lane(laid, top, ink, ground)
            top += laid.height
        return self.canvas

    def _ground(self) -> None:
        """Draw the lanes, the days along the upper edge, and the line with its day."""
        top, foot = _AXIS, self.canvas.height - 0.4
        self.canvas.box((0, top, WIDEST, top + self.lanes[0].height), fill=self.manner.shade)
        for y in (top, top + self.lanes[0].height, foot):
            self.canvas.across(0, WIDEST, y, self.manner.rule)
        self._ticks(top, foot)
        said = width(self.standing.said, _SIZE, bold=True) + 3
        left = min(max(self.now - said / 2, 0), WIDEST - said)
        self.canvas.down(self.now, _MONTHS, foot, self.manner.heading, 0.7)
        self.canvas.box((left, _MONTHS, left + said, _AXIS - 0.4), fill=self.manner.heading)
        self.canvas.text(
            (left + said / 2, (_MONTHS + _AXIS - 0.4) / 2), self.standing.said, bold=True, colour=PAPER, anchor="mm"
        )
        self._legend()

    def _ticks(self, top: float, foot: float) -> None:
        """Draw the days along the upper edge, each behind its line; the last has none where its name has no room."""
        end = WIDEST
        for day, name in reversed(self.standing.ticks):
            x, room = self.scale.place(day.toordinal()), width(name, _SIZE)
            is_free = x + room + 1 <= end
            if x - _NAMES > _NEAR and (is_free or end < WIDEST):
                self.canvas.down(x, _MONTHS / 2, foot, self.manner.rule, 0.13)
            if is_free:
                self.canvas.text((x + 0.6, _MONTHS / 2), name)
                end = x
        self.canvas.down(_NAMES, top, foot, self.manner.rule, 0.13)

    def _legend(self) -> None:
        """Draw the meaning of each look that is used, above the names of the lanes."""
        x = 0.8
        for word in self.standing.signs:
            is_below = word == self.standing.possible
            y, at = ((_MONTHS + _AXIS) / 2, 0.8) if is_below else (_MONTHS / 2, x)
            box = (at, y - _BAR / 2, at + _MARK, y + _BAR / 2)
            self.canvas.box(box, fill=self.manner.accent if word == self.standing.past else PAPER)
            if is_below:
                self.canvas.hatch(box, self.manner.accent, step=HATCH)
            self.canvas.box(box, line=self.manner.accent, weight=0.35)
            self.canvas.text((at + _MARK + 1, y), word)
            x = at + _MARK + 4 + width(word, _SIZE)

    def _lane(self, laid: _Laid, top: float, ink: str, ground: str) -> None:
        lane, middle = laid.lane, top + _STRIP / 2 + 0.4
        self.canvas.text((0.8, middle), lane.name, size=LARGER, bold=True, colour=self.manner.heading)
        for row, line in enumerate(laid.stands):
            self.canvas.text((0.8, top + _STRIP + _PADDING + (row + 0.5) * _STEP), line)
        for one in (*lane.past, *lane.coming):
            if one in self.marked:
                self._happening(one, middle, ink, ground)
        words = top + _STRIP + _PADDING
        self._told(laid.last, (self._before(lane.past[-1:], laid.last), words), ground)
        self._told(laid.next, (self._after(lane.coming[:1], laid.next), words), ground)
        y = top + laid.upper
        for course, lines in zip(lane.courses, laid.courses, strict=True):
            high = len(lines) * _STEP + 1.0
            for row, line in enumerate(lines):
                self.canvas.text((0.8, y + 0.5 + (row + 0.5) * _STEP), line)
            if course.time:
                self._course(course.time, y + high / 2, ink, ground)
            else:
                self.canvas.text((_NAMES, y + high / 2), lane.undated)
            y += high
        if lane.more:
            self.canvas.text((0.8, y + 0.5 + _STEP / 2), lane.more)

    def _before(self, named: Sequence[Happening], lines: Sequence[_Line]) -> float:
        """Return where words before the line begin: under the mark that they name, if they then end before it."""
        wanted = self._span(named[0].time)[0] if named else _NAMES
        return max(_NAMES, min(wanted, self.now - _ASIDE - _longest(lines)))

    def _after(self, named: Sequence[Happening], lines: Sequence[_Line]) -> float:
        """Return where words after the line begin: under the mark that they name, if they then end on the sheet."""
        wanted = self._span(named[0].time)[0] if named else 0.0
        return max(self.now + _ASIDE, min(wanted, WIDEST - 0.4 - _longest(lines)))

    def _told(self, lines: Sequence[_Line], place: Place, ground: str) -> None:
        """Write lines on paper of their own, all of which comes first: letters of a line reach into the next."""
        said: list[tuple[Place, str, bool]] = []
        for row, line in enumerate(lines):
            y = place[1] + (row + 0.5) * _STEP
            said += [((place[0], y), line.bold, True), ((place[0] + line.indent, y), line.plain, False)]
        said = [each for each in said if each[1]]
        for at, words, bold in said:
            self.canvas.paper(at, words, ground, bold=bold)
        for at, words, bold in said:
            self.canvas.text(at, words, bold=bold)

    def _span(self, time: Stretch) -> tuple[float, float]:
        """Return where a time begins and ends on the sheet, long enough to be seen and within the time shown."""
        left, right = self.scale.span(time.first, time.last)
        start, end = self.scale.places[0], self.scale.places[-1]
        # A short mark stands on its own side of the line.
        if time.last <= self.standing.day:
            end = self.now
        elif time.first > self.standing.day:
            start = self.now
        left, right = max(left, start), min(right, end)
        short = max(0.0, _SHORT - (right - left))
        left = max(start, min(left - short / 2, end - _SHORT))
        return left, max(right + short / 2, left + _SHORT)

    def _happening(self, one: Happening, y: float, ink: str, ground: str) -> None:
        """Draw the mark of a round or a meeting, with a rim, so that one that covers another in part is still seen."""
        left, right = self._span(one.time)
        if one.kind == "meeting" and right - left < DIAMOND:
            is_past = one.time.sure_from <= self.standing.day
            on_its_day(self.canvas, "diamond", ((left + right) / 2, y), ink, ground, is_past=is_past)
            return
        high = _MARK if one.kind == "round" else _MARK * 0.6
        self.bars.draw(one.time, (left, y - high / 2, right, y + high / 2), ink, ground, least=_SHORT)

    def _course(self, time: Stretch, y: float, ink: str, ground: str) -> None:
        """Draw the bar of a piece of work, and hatching without a border where its beginning or end is not known."""
        first, last = self.scale.places[0], self.scale.places[-1]
        left, right = (min(max(x, first), last) for x in self.scale.span(time.first, time.last))
        right = max(right, min(left + 1.2, last))
        top, foot = y - _BAR / 2, y + _BAR / 2
        if time.endless:
            # Work of which no end is given may have gone on to the end of a case that is over.
            end = (left - _ENDLESS, left) if time.endless == "before" else (right, max(right + _ENDLESS, self.now))
            self.canvas.hatch((max(end[0], first), top, min(end[1], last), foot), ink, step=HATCH)
        self.bars.draw(time, (left, top, right, foot), ink, ground, least=0.8)


class _Line:
    """One line of words, of which the first part may be bold."""

    def __init__(self, bold: str, plain: str) -> None:
        self.bold, self.plain = bold, plain
        self.indent = width(bold + _GAP, _SIZE, bold=True) if bold else 0.0
        self.width = self.indent + width(plain, _SIZE)


class _Laid:
    """The lines of one lane, and its height."""

    def __init__(self, lane: Lane, rooms: tuple[float, float]) -> None:
        self.lane = lane
        self.stands = wrapped(lane.stands, _NAMES - 3, _SIZE, most=3) if lane.stands else ()
        self.last = _lines(lane.last, rooms[0], lane.most)
        self.next = _lines(lane.next, rooms[1], lane.most)
        self.courses = [wrapped(one.name, _NAMES - 3, _SIZE, most=3) for one in lane.courses]
        words = max(len(self.stands), len(self.last), len(self.next))
        self.upper = _STRIP + _PADDING + words * _STEP + 0.8
        below = sum(len(lines) * _STEP + 1.0 for lines in self.courses) + (_STEP if lane.more else 0)
        self.height = self.upper + below + (_PADDING if below else 0.4)


def _longest(lines: Sequence[_Line]) -> float:
    return max((line.width for line in lines), default=0.0)


def _lines(told: Sequence[tuple[str, str]], room: float, most: int) -> tuple[_Line, ...]:
    """Return what is told in lines: each date in bold, its words behind it, in so many lines at most."""
    found: list[_Line] = []
    for when, name in told:
        bold = wrapped(when, room, _SIZE, bold=True) or ("",)
        found += [_Line(line, "") for line in bold[:-1]]
        indent = width(bold[-1] + _GAP, _SIZE, bold=True) if bold[-1] else 0.0
        plain = wrapped(name, room, _SIZE, most=most, indent=indent) if name else ("",)
        if plain[0] and indent + width(plain[0], _SIZE) > room:
            plain = ("", *wrapped(name, room, _SIZE, most=most))
        found.append(_Line(bold[-1], plain[0]))
        found += [_Line("", line) for line in plain[1:]]
    return tuple(found)
