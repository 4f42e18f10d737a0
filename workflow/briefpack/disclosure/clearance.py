"""Clearance: how closed a place in a case is, read off the rules on the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from briefpack.case.content import Case, Content, Path
from briefpack.case.fields import Annotation, Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.disclosure.rules import side_of
from briefpack.handbook import CLOSED, Audience, Sensitivity, stricter

NOTHING_SAID = Annotation()


@dataclass(frozen=True)
class Word:
    """How closed a place is, where that is decided, and by what: a word, a field that the model closes, or nothing.

    Where nobody said anything, and the closed end holds, there is no place.
    """

    sensitivity: Sensitivity
    path: Path | None
    by: Literal["said", "field", "own_side", "nothing"]


def sensitivities(case: Case, path: Path) -> tuple[Sensitivity, Sensitivity]:
    """Return the sensitivity around a place and the one at it: the nearest word counts, a closed field stays closed."""
    around, own = words_at(case, path)
    return around.sensitivity, own.sensitivity


def words_at(case: Case, path: Path) -> tuple[Word, Word]:
    """Return the word that decides how closed it is around a place, and the one that decides at it."""
    around = own = _said(case, ("case",)) or Word(CLOSED, None, "nothing")
    for length, shape in enumerate(shapes(path), start=1):
        around, here = own, path[:length]
        own = _said(case, here) or _closure(case, own, shape, here)
    return around, own


def shapes(path: Path) -> Iterator[FieldShape | None]:
    """Return the field at each step of a path, that of its list for a position; none where the model has none."""
    item: type[Item] | None = Content
    shape: FieldShape | None = None
    for step in path:
        if isinstance(step, str) and item is not None:
            shape = fields_of(item).get(step)
            item = shape.item if shape and shape.form == "item" else None
            yield shape
        else:
            item = shape.item if shape else None
            yield None


def never(path: Path) -> frozenset[Audience]:
    """Return the audiences that may never see what stands at a place, whatever its sensitivity.

    For a place that the model does not have, such as a misspelt key, return nothing: another check reports it.
    """
    item: type[Item] | None = Content
    for step in path:
        if isinstance(step, str) and item is not None:
            shape = fields_of(item).get(step)
            if shape is None or shape.never:
                return shape.never if shape else frozenset()
            item = shape.item
    return frozenset()


def _closure(case: Case, own: Word, shape: FieldShape | None, path: Path) -> Word:
    if shape is None or shape.closure is None:
        return own
    closure = shape.closure_for(_side(case, path))
    stricter_word = stricter(own.sensitivity, closure) if closure else own.sensitivity
    by: Literal["own_side", "field"] = "own_side" if shape.closure == "own_side" else "field"
    return own if stricter_word == own.sensitivity else Word(stricter_word, path, by)


def _side(case: Case, path: Path) -> Audience | None:
    """Return the side of the activity around a place, or that an item around it names."""
    known, here, side = case.content.activities, case.content, None
    for step in path:
        here = _inside(here, step)
        side = side_of(here, known) or side if isinstance(here, Item) else side
    return side


def _inside(around: Any, step: str | int) -> Any:
    """Return what stands at a step inside something, or nothing where nothing is given there."""
    if isinstance(around, Item):
        shape = fields_of(type(around)).get(str(step))
        return getattr(around, shape.attribute) if shape else None
    is_there = isinstance(around, tuple) and isinstance(step, int) and step < len(around)
    return around[step] if is_there else None


def _said(case: Case, path: Path) -> Word | None:
    said = case.annotations.get(path, NOTHING_SAID).sensitivity
    return Word(said, path, "said") if said else None
