"""Coverage: who works where, what clashes, what nobody does, and what track II is here, computed from one view.

Source: handbook map, section 4 (checks C03, C06, C11) and the step 1 question of who does what.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefpack.case.content import Path
from briefpack.case.once import once
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node, View
from briefpack.stages.coverage.gaps import CoveredGap, gaps, standing_of
from briefpack.stages.coverage.loose_ends import Handover, handovers
from briefpack.stages.coverage.overlaps import Comparison, comparison
from briefpack.stages.coverage.readiness import PhaseReadiness, readiness
from briefpack.stages.coverage.role import Role, role_of
from briefpack.stages.coverage.works import LEVELS, PartyAtLevel, Work, works


@dataclass(frozen=True)
class Cell:
    """The efforts and activities with one party at one leadership level; there may be none."""

    level: str
    work: tuple[Node, ...]

    def tells(self, name: str) -> Iterator[Path]:
        """Return the paths of the values in the case that the field of this name reveals."""
        for one in self.work if name == "work" else ():
            yield from ((*inside(one).path, field) for field in ("parties", "level"))


@dataclass(frozen=True)
class PartyRow:
    """One party's cells, one for each leadership level."""

    party: Node
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Coverage:
    """All that is computed for one pack: for its section on coordination, and for the role of track II."""

    works: tuple[Work, ...]
    rows: tuple[PartyRow, ...]
    unplaced: tuple[Node, ...]
    comparison: Comparison
    gaps: tuple[CoveredGap, ...]
    handovers: tuple[Handover, ...]
    calendar: tuple[Node, ...]
    role: Role
    readiness: tuple[PhaseReadiness, ...]


@once
def coverage(view: View) -> Coverage:
    """Return the coverage of a view, worked out once; only what the view shows is counted."""
    every = tuple(replace(one, standing=standing_of(view, one.item)) for one in works(view))
    covered = gaps(view)
    return Coverage(
        works=every,
        rows=tuple(_rows(view, every)),
        unplaced=tuple(work.item for work in every if not work.places),
        comparison=comparison(view),
        gaps=covered,
        handovers=handovers(view),
        calendar=tuple(sorted(view.root.coordination.calendar, key=_day)),
        role=role_of(view, covered),
        readiness=tuple(readiness(view)),
    )


def _rows(view: View, every: tuple[Work, ...]) -> Iterator[PartyRow]:
    for party in view.root.assessment.parties:
        cells = (
            Cell(level, tuple(one.item for one in every if PartyAtLevel(party, level) in one.places))
            for level in LEVELS
        )
        yield PartyRow(party, tuple(cells))


def _day(entry: Node) -> date:
    """Return the first possible day of a calendar entry; the last day there is for an entry without a date."""
    day: date = entry.date.value.sort_key[0] if entry.date else date.max
    return day
