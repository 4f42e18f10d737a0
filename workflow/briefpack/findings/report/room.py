"""Room: how much of the report stands on its two pages; the rest stands in annexes.

It is reckoned in lines of a Letter page, the shorter of the two papers, before anything is set: so the same case gives
the same report on any machine. What is reckoned is a little more than what is set.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from briefpack.disclosure.inside import name_of
from briefpack.disclosure.view import View
from briefpack.findings.report.days import Coming

#: The most findings that a coordinator is asked to act on at once.
MOST_TO_ACT_ON = 5
#: The lines that two pages have, and how many of them go to headings, what is always asked, and the list of annexes.
_LINES, _FIXED = 102, 23
#: The lines of the cover with one line in each of its parts, and of the warning.
_COVER, _WARNING = 12, 5
#: The letters in a line of text, in one of a title, and in one of the table of days.
_WIDE, _TITLE, _CELL = 85, 42, 68
#: What stands between findings, and around the line of a table.
_BETWEEN, _AROUND = 1.5, 0.5
#: How many days have their room before any finding but the first.
_DAYS_FIRST = 5


@dataclass(frozen=True)
class Room:
    """How many findings and how many of the days ahead the two pages hold, and whether they hold the joint calendar."""

    findings: int
    days: int
    calendar: bool


def room(view: View, findings: Iterable[Sequence[str]], ahead: Sequence[Coming]) -> Room:
    """Return how much the two pages hold of findings, each given as its paragraphs, and of the days ahead."""
    tall = [_BETWEEN + sum(_lines(text, _WIDE) for text in paragraphs) for paragraphs in findings]
    rows = [_AROUND + _lines(f"{one.what} (to be handed over)", _CELL) for one in ahead]
    free = _LINES - _FIXED - _front(view)
    most = max(_fitting(tall, free - sum(rows[:_DAYS_FIRST])), min(len(tall), 1))
    held = min(most, MOST_TO_ACT_ON)
    free -= sum(tall[:held])
    days = _fitting(rows, free)
    is_whole = days == len(rows)
    return Room(held, days, is_whole and _calendar(view) <= free - sum(rows))


def _front(view: View) -> float:
    """Return the lines of the cover, the warning and the mandate."""
    case = view.root.case
    named = case.handling.distribution.coordinator
    texts = [str(case.place or ""), str(case.over.because or ""), ", ".join(map(str, named))]
    rows = sum(_lines(text, _WIDE) - 1 for text in texts if text)
    mandate = view.root.coordination.mandate
    given = 2 + _lines(", ".join(map(name_of, mandate.by)), _WIDE) if mandate else 0
    return _COVER + _WARNING + rows + given + 2 * (_lines(str(case.title or ""), _TITLE) - 1)


def _calendar(view: View) -> float:
    """Return the lines of the joint calendar: its bars, its axis, its key, and the numbered rounds in two columns."""
    root = view.root
    others = bool(root.engagements.track_i) + any(not one.activity for one in root.engagements.track_ii)
    rows = len(tuple(root.planning.activities)) + others
    return 8 + 3 * rows + len(tuple(root.coordination.track_i_rounds)) / 2


def _lines(text: str, wide: int) -> int:
    return max(1, ceil(len(text) / wide))


def _fitting(tall: Sequence[float], free: float) -> int:
    """Return how many, from the first, are together no taller than what is free."""
    return sum(height <= free for height in accumulate(tall))
