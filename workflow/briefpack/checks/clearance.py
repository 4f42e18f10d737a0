"""Clearance: no view shows an item, value, reference or annotation that is closed to its audience (X02).

Select keeps them back by itself; `briefpack.disclosure.closed` works out the same again, and this asks it of what is in
a view, so that a fault of select stops a pack.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import ABOUT, Case, Path
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.clearance import never, sensitivities
from briefpack.disclosure.closed import closed
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Items, Node, View
from briefpack.handbook import CLEARED
from briefpack.problems import Problem

_MESSAGE = "{audience} would read a value that its sensitivity closes: tell the maintainers"


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return each place of a view that its audience must not see."""
    for view in audiences.each:
        yield from _problems(case, view)


def _problems(case: Case, view: View) -> Iterator[Problem]:
    shut = closed(case, view.audience)
    found = (*_references(case, view, shut), *_reasons(case, view, shut), *_said(view, shut))
    for path in {*(view.places & shut), *found}:
        yield Problem(case.place(path), _MESSAGE.format(audience=view.audience), rule="X02")


def _reasons(case: Case, view: View, shut: frozenset[Path]) -> Iterator[Path]:
    """Return each closed place for which a view still gives a reason why nothing stands there."""
    for item in view.items:
        for name in item.not_applying:
            path = (*item.path, name)
            is_open = view.audience in CLEARED[sensitivities(case, path)[1]] and view.audience not in never(path)
            if not is_open or item.path in shut:
                yield path


def _references(case: Case, view: View, shut: frozenset[Path]) -> Iterator[Path]:
    """Return each closed reference that a view shows."""
    known = {item.path: item for item in view.items}
    for found in case.every_value:
        if found.path in shut and found.shape.reference and isinstance(found.value, str):
            is_listed = isinstance(found.path[-1], int)
            owner = known.get(found.path[:-2] if is_listed else found.path[:-1])
            value = owner.fields.get(found.shape.name) if owner else None
            listed = value if isinstance(value, Items) else (value,)
            if any(isinstance(inner, Node) and _name(inner) == found.value for inner in listed):
                yield found.path


def _name(node: Node) -> str:
    fields = inside(node).fields
    return str(fields.get("id") or fields.get("key"))


def _said(view: View, shut: frozenset[Path]) -> Iterator[Path]:
    """Return each place with an annotation in the view that is closed, by itself or with the item."""
    for item in view.items:
        if (*item.path, ABOUT) in shut and (item.about.sources or item.about.readings):
            yield item.path
    for path, about in view.said:
        if any(one.path in shut for one in about.readings):
            yield path
