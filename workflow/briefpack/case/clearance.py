"""Clearance: how closed a place in a case is, read off the rules on the way to it."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.case.content import Case, Content, Path
from briefpack.case.fields import Annotation, Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.handbook import CLOSED, Audience, Sensitivity, stricter

NOTHING_SAID = Annotation()


@dataclass(frozen=True)
class Word:
    """How closed a place is, and where that is decided: where it `is_said`, or at a field that the model narrows.

    Where nobody said anything, and the closed end holds, there is no place.
    """

    sensitivity: Sensitivity
    path: Path | None
    is_said: bool


def sensitivities(case: Case, path: Path) -> tuple[Sensitivity, Sensitivity]:
    """Give the sensitivity around a place and the one at it: the nearest word counts, what is narrowed stays so."""
    around, own = words_at(case, path)
    return around.sensitivity, own.sensitivity


def words_at(case: Case, path: Path) -> tuple[Word, Word]:
    """Give the word that decides how closed it is around a place, and the one that decides at it."""
    around = own = _said(case, ("case",)) or Word(CLOSED, None, is_said=False)
    item: type[Item] | None = Content
    shape: FieldShape | None = None
    for length, step in enumerate(path, start=1):
        around, here = own, path[:length]
        if isinstance(step, str) and item is not None:
            shape = fields_of(item).get(step)
            own = _narrowed(own, shape, here)
            item = shape.item if shape and shape.form == "item" else None
        else:
            item = shape.item if shape else None
        own = _said(case, here) or own
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


def _narrowed(own: Word, shape: FieldShape | None, path: Path) -> Word:
    narrowed = stricter(own.sensitivity, shape.narrowed) if shape and shape.narrowed else own.sensitivity
    return own if narrowed == own.sensitivity else Word(narrowed, path, is_said=False)


def _said(case: Case, path: Path) -> Word | None:
    said = case.annotations.get(path, NOTHING_SAID).sensitivity
    return Word(said, path, is_said=True) if said else None
