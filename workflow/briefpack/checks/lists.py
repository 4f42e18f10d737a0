"""Lists: a reason for an empty list stands at one, totals match their parts, readiness points are their phase's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.amounts import adds_up
from briefpack.case.content import ABOUT, Case, Path, items, walk
from briefpack.case.phase import PhaseItem
from briefpack.case.schema import fields_of
from briefpack.case.telling import nodes
from briefpack.case.view import Node, View
from briefpack.handbook import PHASE_NAMES, READINESS, Audience
from briefpack.problems import Problem, near_miss

_TOTAL = (
    "who is shown part of '{parts}' is not shown this total, to which it does not add up: {remedy}, or open this with "
    "{{value: ..., sensitivity: shared}} and the parts go"
)
_ADD = "add what is missing"
_EXACT = "what is 'about' so many adds up with nothing, so give exact numbers if there are any"


def problems(case: Case) -> Iterator[Problem]:
    """Give each reason at a list with items, and each unknown readiness point."""
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


def problems_of_views(case: Case, views: Mapping[Audience, View]) -> Iterator[Problem]:
    """Give a warning at each total that a reader is not shown for parts that are shown and do not add up to it.

    Where no part is shown, whatever became of them, the total stands by itself, and there is nothing to warn of.
    """
    lost = {path for view in views.values() for node in nodes(view.root) for path in _lost_totals(node)}
    for path, item in items(case.content):
        for shape in fields_of(type(item)).values():
            total = getattr(item, shape.attribute) if shape.counts else None
            said = case.annotations.get((*path, shape.name))
            if total is None or (*path, shape.name) not in lost or (said and said.sensitivity):
                continue
            parts = getattr(item, str(shape.counts))
            if not adds_up(total, list(parts.values())):
                is_exact = all(isinstance(one, int) for one in (total, *parts.values()))
                remedy = _TOTAL.format(parts=shape.counts, remedy=_ADD if is_exact else _EXACT)
                yield Problem(case.place((*path, shape.name)), remedy, "warning")


def _lost_totals(node: Node) -> Iterator[Path]:
    for shape in fields_of(node._item).values():
        if shape.counts and shape.counts in node._fields and shape.name not in node._fields:
            yield (*node._path, shape.name)
