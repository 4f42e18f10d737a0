"""Schedule: the values of a plan: activities and rounds of the official talks with their times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

#: The most rounds on one plan: the names of more would leave no room for activities.
MOST_ROUNDS = 60


@dataclass(frozen=True)
class Stretch:
    """A stretch of time: its first and last possible day, and the days between which it certainly runs, if any.

    If only its beginning or its end is known, the days are those of that end, and `endless` names the other side.
    """

    first: date
    last: date
    sure_from: date
    sure_to: date
    endless: Literal["before", "after"] | None = None

    @property
    def is_open(self) -> bool:
        """Return whether it may begin later or end earlier than its possible days."""
        return self.sure_from > self.first or self.sure_to < self.last


@dataclass(frozen=True)
class ActivityRow:
    """One activity: its name, the note below it, its time if known, and its meetings; or `days` of one kind."""

    name: str
    note: str
    time: Stretch | None
    meetings: tuple[Stretch, ...]
    days: tuple[Stretch, ...] = ()


@dataclass(frozen=True)
class TalksRound:
    """One round of the official talks: its name with its dates, its time if known, and whether it is exclusive.

    Behind its name stand the keys of its sources and the letters of signs.
    """

    name: str
    time: Stretch | None
    exclusive: bool
    keys: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The plan: activities and rounds in order, the times that the scale covers, the days along the edge, and wording.

    `today` is the day as of which things are told, if it stands within these times, and `today_said` its words.
    `undated` is printed in a row without a time; the other words are the legend.
    """

    rows: tuple[ActivityRow, ...]
    rounds: tuple[TalksRound, ...]
    times: tuple[Stretch, ...]
    ticks: tuple[tuple[date, str], ...]
    today: date
    today_said: str
    undated: str
    sure: str
    planned: str
    possible: str
    endless: str
    meeting: str
    day: str
    official: str
    exclusive: str

    def marks(self, boxed: Sequence[Stretch]) -> list[str]:
        """Return the words of the legend for each mark that is used; some meetings are boxes like bars."""
        bars = [row.time for row in self.rows if row.time]
        sure = [time for time in bars if time.sure_from <= time.sure_to]
        used = {
            self.sure: any(time.sure_from <= self.today for time in sure),
            self.planned: any(time.sure_to > self.today for time in sure),
            self.possible: any(time.is_open for time in (*bars, *boxed)),
            self.endless: any(time.endless for time in self.times),
            self.meeting: any(row.meetings for row in self.rows),
            self.day: any(row.days for row in self.rows),
            self.official: any(not one.exclusive for one in self.rounds),
            self.exclusive: any(one.exclusive for one in self.rounds),
            self.today_said: self.has_today,
        }
        return [name for name, is_used in used.items() if is_used]

    @property
    def is_ahead(self) -> bool:
        """Return whether something of the plan comes after the day as of which things are told."""
        return bool(self.today_said) and any(time.last > self.today for time in self.times)

    @property
    def has_today(self) -> bool:
        """Return whether the day as of which things are told stands within the times of the plan."""
        first, last = extent(self.times)
        return bool(self.today_said) and first <= self.today < last


def extent(times: Sequence[Stretch]) -> tuple[date, date]:
    """Return the first and last day of a plan of these times, with some days around them."""
    first, last = min(time.first for time in times), max(time.last for time in times)
    about = timedelta(days=max(3, (last - first).days // 50))
    return first - about, last + about
