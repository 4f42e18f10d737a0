"""Readings: other readings of a value, read in the form of the value itself, so that the same rules hold.

Another reading of an item as a whole, or of a list of texts, is a text.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from briefpack.case.content import ABOUT, Case, Content, Found, Path, walk
from briefpack.case.fields import Annotation, Item, Reading
from briefpack.case.once import once
from briefpack.case.schema import FieldShape, fields_of
from briefpack.problems import Place, Problem
from briefpack.reading.explain import explain

_TEXT = fields_of(Reading)["value"]
_AS_THE_VALUE = "another reading must have the form of the value itself: {message}"
_OF_SEVERAL = (
    "a list of these cannot have another reading: write it at the one value that it is about, or at the item "
    "around them"
)


@dataclass(frozen=True)
class Spot:
    """Where a value stands: the field, the item class around it, and the key or position in the field, if any."""

    owner: type[Item]
    shape: FieldShape
    step: str | int | None = None

    @property
    def is_list(self) -> bool:
        """Return whether the spot is that of a whole list of values."""
        return self.step is None and self.shape.form == "leaves"

    @property
    def is_mapping(self) -> bool:
        """Return whether the spot is that of a whole mapping."""
        return self.step is None and self.shape.form == "mapping"


def spot_of(path: Path) -> Spot | None:
    """Return the spot of the value or values at a path; None where an item or a list of items stands there."""
    spot: Spot | None = None
    item: type[Item] | None = Content
    for step in path:
        if item is not None and isinstance(step, str):
            shape = fields_of(item).get(step)
            spot = Spot(item, shape) if shape else None
            item = shape.item if shape and shape.form == "item" else None
        else:
            item = spot.shape.item if spot else None
            spot = replace(spot, step=step) if spot else None
    return None if spot is None or spot.shape.item else spot


def reading_path(path: Path, position: int) -> Path:
    """Return the path of one of the other readings of the value at a path."""
    return (*path, ABOUT, "other_readings", position)


def shape_of(path: Path) -> FieldShape:
    """Return the field whose form another reading at a path must have; of a mapping, only the keys are references."""
    spot = spot_of(path)
    if spot is None or spot.is_mapping:
        return _TEXT
    return replace(spot.shape, form="leaf", reference=None) if spot.shape.form == "mapping" else spot.shape


def read(path: Path, text: str) -> Any:
    """Return another reading of the value at a path, typed; raise ValidationError if the field cannot hold it."""
    spot = spot_of(path)
    if spot is None or spot.is_mapping:
        return text
    adapter = _adapter(spot.owner, spot.shape.attribute)
    if spot.shape.form == "leaf":
        return adapter.validate_python(text)
    if spot.shape.form == "leaves":
        return adapter.validate_python([text])[0]
    return adapter.validate_python({spot.step: text})[spot.step]


def misread(path: Path, said: Annotation, places: Mapping[Path, Place]) -> Iterator[Problem]:
    """Return a problem for each other reading at a path that its field cannot hold."""
    spot = spot_of(path)
    for position, one in enumerate(said.other_readings):
        here = (*reading_path(path, position), "value")
        if spot and spot.is_list and not spot.shape.is_text:
            yield Problem(places.get(here, Place("case.yaml")), _OF_SEVERAL)
            continue
        try:
            read(path, one.value)
        except ValidationError as fault:
            for problem in explain(fault, spot.owner if spot else Reading, places, here):
                yield replace(problem, message=_AS_THE_VALUE.format(message=problem.message))


@functools.cache
def _adapter(owner: type[Item], attribute: str) -> TypeAdapter[Any]:
    info = owner.model_fields[attribute]
    field: Any = Annotated[(info.annotation, *info.metadata, _TEXT)]
    return TypeAdapter(field)


@once
def walk_all(case: Case) -> tuple[Found, ...]:
    """Return every value of a case, then every annotation value, at the path of what it is about and `ABOUT`.

    Another reading is returned as a value of the field that it belongs to.
    """
    return (*case.every_value, *_said(case))


def _said(case: Case) -> Iterator[Found]:
    for path, annotation in case.annotations.items():
        for found in walk(annotation, (*path, ABOUT)):
            is_reading = found.owner is Reading and found.shape is _TEXT
            yield replace(found, shape=shape_of(path), value=read(path, found.value)) if is_reading else found
