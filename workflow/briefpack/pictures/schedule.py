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
    """One activity: its name, the note below it, its time if known, and its meetings."""

    name: str
    note: str
    time: Stretch | None
    meetings: tuple[Stretch, ...]


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

    `undated` is printed in a row without a time; `sure`, `possible`, `endless`, `meeting`, `official` and `exclusive`
    are the legend.
    """

    rows: tuple[ActivityRow, ...]
    rounds: tuple[TalksRound, ...]
    times: tuple[Stretch, ...]
    ticks: tuple[tuple[date, str], ...]
    undated: str
    sure: str
    possible: str
    endless: str
    meeting: str
    official: str
    exclusive: str

    @property
    def marks(self) -> list[str]:
        """Return the words of the legend for each mark that is used."""
        used = {
            self.sure: any(row.time and row.time.sure_from <= row.time.sure_to for row in self.rows),
            self.possible: any(row.time and row.time.is_open for row in self.rows),
            self.endless: any(time.endless for time in self.times),
            self.meeting: any(row.meetings for row in self.rows),
            self.official: any(not one.exclusive for one in self.rounds),
            self.exclusive: any(one.exclusive for one in self.rounds),
        }
        return [name for name, is_used in used.items() if is_used]


def extent(times: Sequence[Stretch]) -> tuple[date, date]:
    """Return the first and last day of a plan of these times, with some days around them."""
    first, last = min(time.first for time in times), max(time.last for time in times)
    about = timedelta(days=max(3, (last - first).days // 50))
    return first - about, last + about
