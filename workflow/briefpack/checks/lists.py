"""Lists: a reason for an empty list stands at one, totals match their parts, readiness points are their phase's."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.amounts import adds_up
from briefpack.case.content import ABOUT, Case, items, walk
from briefpack.case.phase import PhaseItem
from briefpack.case.schema import fields_of
from briefpack.handbook import PHASE_NAMES, READINESS
from briefpack.problems import Problem, near_miss

_TOTAL = (
    "who is shown part of '{parts}' is not shown this total, to which it does not add up: {remedy}, or open this with "
    "{{value: ..., sensitivity: shared}} and the parts go"
)
_ADD = "add what is missing"
_EXACT = "what is 'about' so many adds up with nothing, so give exact numbers if there are any"


def problems(case: Case) -> Iterator[Problem]:
    """Give each reason at a list with items, each total that nobody will see, and each unknown readiness point."""
    yield from _totals(case)
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


def _totals(case: Case) -> Iterator[Problem]:
    """Give a warning at each total that its parts do not add up to and that was not opened itself."""
    for path, item in items(case.content):
        for shape in fields_of(type(item)).values():
            total = getattr(item, shape.attribute) if shape.counts else None
            said = case.annotations.get((*path, shape.name))
            if total is None or (said and said.sensitivity):
                continue
            parts = getattr(item, str(shape.counts))
            if parts and not adds_up(total, list(parts.values())):
                is_exact = all(isinstance(one, int) for one in (total, *parts.values()))
                remedy = _TOTAL.format(parts=shape.counts, remedy=_ADD if is_exact else _EXACT)
                yield Problem(case.place((*path, shape.name)), remedy, "warning")
