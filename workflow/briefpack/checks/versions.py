"""Versions: two packs released one after the other do not reveal, side by side, who joined or left.

Source: handbook map, section 3 (differences between two published versions) and 4 (X05). The numbers of people
that the audience was shown in the last released pack are compared with those of today, by the ids of the case, and
totals with the sums of their parts. Numbers in free text are not compared, nor more than two versions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefpack.case.amounts import stated
from briefpack.case.content import Case, Path
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.disclosure.rules import smallest_count
from briefpack.disclosure.traces import Trace, traces
from briefpack.disclosure.view import View
from briefpack.problems import Problem

_MESSAGE = (
    "this differs from the last released pack by fewer than {smallest} people, which tells who joined or left: "
    "keep the number, or withhold it; where it was wrong and these are the same people, add 'corrected' to it"
)
#: What was the number of people of this name in the pack of before, if it showed one?
Before = Callable[[str], int | None]


def problems(case: Case, everything: View, view: View, before: Before) -> Iterator[Problem]:
    """Return each number of people that moved by a few since the last released pack of the same audience.

    `everything` is the view of the team, in which the parts stand that a pack showed before and shows no longer.
    """
    smallest = smallest_count(case.content)
    now = {trace.name: trace.number for trace in traces(view) if trace.of_people}
    every = [trace for trace in traces(everything) if trace.of_people]
    corrected = {trace.name: _corrected(case, trace.path) for trace in every}
    # A pack of before counts as one that showed the number of today, where that is the same number put right.
    right = {name: two[0] for name, two in corrected.items() if two and two == (now.get(name), before(name))}
    for place in _moved(every, now, lambda name: right.get(name, before(name)), smallest):
        yield Problem(case.place(place), _MESSAGE.format(smallest=smallest), rule="X05")


def _moved(every: list[Trace], now: dict[str, int], before: Before, smallest: int) -> Iterator[Path]:
    for trace in every:
        pairs = [(now.get(trace.name), before(trace.name))]
        parts = [part.name for part in every if part.name.startswith(_prefix(trace))] if _prefix(trace) else []
        old = [number for part in parts if (number := before(part)) is not None]
        new = [now[part] for part in parts if part in now]
        pairs += [(now.get(trace.name), sum(old) if old else None), (sum(new) if new else None, before(trace.name))]
        if any(one is not None and two is not None and 0 < abs(one - two) < smallest for one, two in pairs):
            yield trace.path


def _corrected(case: Case, path: Path) -> tuple[int, int] | None:
    """Return the number of today and the one of before that a correction at a place is for, if its author says so."""
    said = case.annotations.get(path, NOTHING_SAID).corrected
    return (stated(said.now), stated(said.was)) if said and said.nobody_joined_or_left else None


def _prefix(trace: Trace) -> str:
    """Return what the names of the parts of a total begin with, or nothing where a number is no total."""
    return f"{trace.name.rpartition('.')[0]}.{trace.counts}." if trace.counts else ""
