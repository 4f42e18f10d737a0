"""Standing: the values of the picture of where the two tracks stand: what was last, what is next, what is under way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefpack.pictures.schedule import Stretch


@dataclass(frozen=True)
class Happening:
    """A round or a meeting: its name, its date in words, and its time."""

    kind: Literal["round", "meeting"]
    name: str
    when: str
    time: Stretch


@dataclass(frozen=True)
class Course:
    """A piece of work: its name, its period in words, and its time, if any is known."""

    name: str
    when: str
    time: Stretch | None


@dataclass(frozen=True)
class Lane:
    """One track: its name, where it stands in words, what was and what is to come, and its work.

    `last` and `next` are the dates and names that stand below the marks; the first of each begins with a word for what
    it is. `undated` stands in place of the bar of work without a time, `more` says how much work there is no room for.
    `most` is the number of lines that a name below the marks has room for.
    """

    name: str
    stands: str
    past: tuple[Happening, ...]
    coming: tuple[Happening, ...]
    last: tuple[tuple[str, str], ...]
    next: tuple[tuple[str, str], ...]
    courses: tuple[Course, ...]
    undated: str
    more: str
    most: int


@dataclass(frozen=True)
class Standing:
    """Where the tracks stand on a day: the lanes, the day and its words, the time shown, and days along its edge.

    `past`, `planned` and `possible` are the words of the legend.
    """

    lanes: tuple[Lane, Lane]
    day: date
    said: str
    past: str
    planned: str
    possible: str
    first: date
    last: date
    ticks: tuple[tuple[date, str], ...]

    @property
    def marked(self) -> tuple[Happening, ...]:
        """Return the rounds and meetings that have a mark.

        Of what lies in part before or after the time shown, a part would look like a day.
        """
        every = (one for lane in self.lanes for one in (*lane.past, *lane.coming))
        return tuple(one for one in every if self.first <= one.time.first and one.time.last <= self.last)

    @property
    def signs(self) -> list[str]:
        """Return the words of the legend for each look that is used: filled, open and hatched."""
        times = [one.time for one in self.marked]
        times += [course.time for lane in self.lanes for course in lane.courses if course.time]
        sure = [time for time in times if time.sure_from <= time.sure_to]
        used = {
            self.past: any(time.sure_from <= self.day for time in sure),
            self.planned: any(time.sure_to > self.day for time in sure),
            self.possible: any(time.is_open or time.endless for time in times),
        }
        return [word for word, is_used in used.items() if word and is_used]
