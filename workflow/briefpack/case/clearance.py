"""Clearance: how closed a place in a case is, read off the rules on the way to it."""

from __future__ import annotations

from briefpack.case.content import Case, Content, Path
from briefpack.case.fields import Annotation, Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.handbook import CLOSED, Audience, Sensitivity, stricter

NOTHING_SAID = Annotation()


def sensitivities(case: Case, path: Path) -> tuple[Sensitivity, Sensitivity]:
    """Give the sensitivity around a place and the one at it: the nearest word counts, what is narrowed stays so."""
    around = own = _said(case, ("case",)) or CLOSED
    item: type[Item] | None = Content
    shape: FieldShape | None = None
    for length, step in enumerate(path, start=1):
        around = own
        if isinstance(step, str) and item is not None:
            shape = fields_of(item).get(step)
            own = stricter(own, shape.narrowed) if shape and shape.narrowed else own
            item = shape.item if shape and shape.form == "item" else None
        else:
            item = shape.item if shape else None
        own = _said(case, path[:length]) or own
    return around, own


def never(path: Path) -> frozenset[Audience]:
    """Give the audiences that do not get what stands at a place, whatever is said there.

    At a place that the model does not have, such as a misspelt key, these are none: somebody else tells of it.
    """
    item: type[Item] | None = Content
    for step in path:
        if isinstance(step, str) and item is not None:
            shape = fields_of(item).get(step)
            if shape is None or shape.never:
                return shape.never if shape else frozenset()
            item = shape.item
    return frozenset()


def _said(case: Case, path: Path) -> Sensitivity | None:
    return case.annotations.get(path, NOTHING_SAID).sensitivity
