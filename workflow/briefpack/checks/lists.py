"""Lists: a reason for an empty list stands at an empty list, and readiness points are those of their phase."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import ABOUT, Case, walk
from briefpack.case.phase import PhaseItem
from briefpack.handbook import PHASE_NAMES, READINESS
from briefpack.problems import Problem, near_miss


def problems(case: Case) -> Iterator[Problem]:
    """Give each reason that stands at a list with items, and each unknown readiness point."""
    for found in walk(case.content):
        annotation = case.annotations.get(found.path)
        if annotation and annotation.none_because and found.value:
            place = case.place((*found.path, ABOUT, "none_because"))
            yield Problem(place, "'none_because' gives the reason for an empty list ([]): delete it, or the items")
    for phase in PHASE_NAMES:
        item: PhaseItem | None = getattr(case.content, phase)
        for position, point in enumerate((item.readiness or ()) if item else ()):
            if point.id not in READINESS[phase]:
                place = case.place((phase, "readiness", position, "id"))
                hint = near_miss(point.id, READINESS[phase]) or f": known are {', '.join(READINESS[phase])}"
                yield Problem(place, f"not a readiness point of {phase}{hint}")
