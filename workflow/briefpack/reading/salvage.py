"""Salvage: what is left of wrong data without its errors, so that one run can also check what holds across files.

What is left must cause no problems of its own: whatever needs a removed value is removed with it.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import ValidationError

from briefpack.case.content import Content, Path
from briefpack.case.fields import Item
from briefpack.case.intervention import Intervention
from briefpack.case.schema import FieldShape, fields_of

T = TypeVar("T")

#: Stands in for a required text that is missing or wrong.
_STAND_IN = "placeholder"
_GONE = object()
_IDS = frozenset({"id", "key"})


@dataclass
class Salvaged:
    """The content that is left, the collections that lost items, and which items of each list are left."""

    content: Content | None = None
    lost: set[str] = field(default_factory=set)
    left: dict[Path, list[int]] = field(default_factory=dict)

    def moved(self, given: Mapping[Path, T]) -> dict[Path, T]:
        """Return a mapping whose paths in the data become paths in what is left."""
        paths = ((self._moved(path), value) for path, value in given.items())
        return {path: value for path, value in paths if path is not None}

    def _moved(self, path: Path) -> Path | None:
        steps: list[str | int] = []
        for position, step in enumerate(path):
            left = self.left.get(path[:position])
            if left is not None and isinstance(step, int):
                if step not in left:
                    return None
                step = left.index(step)
            steps.append(step)
        return tuple(steps)


def salvage(data: dict[str, Any], fault: ValidationError) -> Salvaged:
    """Return the content that is left when every faulty value is removed with all that needs it."""
    rest = copy.deepcopy(data)
    for detail in fault.errors(include_url=False):
        _take_out(rest, tuple(step for step in detail["loc"] if step != "[key]"))
    result = Salvaged()
    if rest["case"] is _GONE:
        result.lost |= collections(Intervention)
        rest["case"] = {}
    try:
        result.content = Content.model_validate(_Pruning(result).item(rest, Content, ()))
    except ValidationError:
        result.content = None
    return result


def collections(item: type[Item]) -> frozenset[str]:
    """Return the collections to which an item of this class, or any item inside it, belongs."""
    inner = (collections(shape.item) for shape in fields_of(item).values() if shape.item)
    return frozenset({item.collection} if item.collection else ()).union(*inner)


def _take_out(data: Any, path: Path) -> None:
    """Mark what stands at a path as gone, if anything does."""
    for step in path[:-1]:
        data = _inside(data, step)
    if _inside(data, path[-1]) is not _GONE:
        data[path[-1]] = _GONE


def _inside(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(step, _GONE)
    return data[step] if isinstance(data, list) and isinstance(step, int) else _GONE


class _Pruning:
    """One pass over data in which faulty values are marked as gone."""

    def __init__(self, result: Salvaged) -> None:
        self.result = result

    def item(self, data: Any, item: type[Item], path: Path) -> Any:
        """Return an item without what is gone, or `_GONE` where it lacks a part that it needs."""
        if data is _GONE:
            self.result.lost |= collections(item)
        if not isinstance(data, dict):
            return data
        shapes = fields_of(item)
        pruned = {key: self._value(value, shapes.get(key), (*path, key)) for key, value in data.items()}
        kept = {key: value for key, value in pruned.items() if value is not _GONE}
        missing = [shape for shape in shapes.values() if shape.required and shape.name not in kept]
        if all(_can_be_stood_in_for(item, shape) for shape in missing):
            return kept | {shape.name: _STAND_IN for shape in missing}
        self.result.lost |= collections(item)
        return _GONE

    def _value(self, data: Any, shape: FieldShape | None, path: Path) -> Any:
        if isinstance(data, list):
            inner = [self._one(value, shape, (*path, position)) for position, value in enumerate(data)]
            self.result.left[path] = [position for position, value in enumerate(inner) if value is not _GONE]
            return [inner[position] for position in self.result.left[path]]
        return self._one(data, shape, path)

    def _one(self, data: Any, shape: FieldShape | None, path: Path) -> Any:
        if shape and shape.item:
            return self.item(data, shape.item, path)
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if value is not _GONE}
        return data


def _can_be_stood_in_for(item: type[Item], shape: FieldShape) -> bool:
    """Return whether a required field may hold any text, so that an item that others refer to stays without its own."""
    return item is Intervention or (item.collection is not None and shape.name not in _IDS)
