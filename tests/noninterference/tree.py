"""A case as a tree of what was given, each value with what is said about it: easy to draw, to change and to write."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from briefpack.case.content import Content
from briefpack.case.fields import Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.reading.wrapping import ITEM_KEYS

#: The way to a value in a tree: names of fields, keys of mappings, positions in lists.
Way = tuple[str | int, ...]


@dataclass(repr=False)
class Given:
    """One value: a text, a list of values, the fields of an item or the keys of a mapping by name, or nothing at all.

    `owner` is the item class around it and `shape` its field there, which the values of a list or mapping share; the
    whole case has neither. `said` is its annotation.
    """

    value: Any
    owner: type[Item] | None = None
    shape: FieldShape | None = None
    said: dict[str, Any] = field(default_factory=dict)
    item: type[Item] | None = None

    def __repr__(self) -> str:
        return repr(self.written())

    def _repr_pretty_(self, printer: Any, _: bool) -> None:
        printer.text(repr(self))

    @property
    def is_leaf(self) -> bool:
        """Return whether this is one value and nothing inside."""
        return isinstance(self.value, str)

    @property
    def inner(self) -> list[tuple[str | int, Given]]:
        """Return what is directly inside, each with its step."""
        if isinstance(self.value, dict):
            return list(self.value.items())
        return list(enumerate(self.value)) if isinstance(self.value, list) else []

    @property
    def name(self) -> str | None:
        """Return the id by which this item is referred to."""
        known = self.value.get("id") or self.value.get("key") if self.item and self.item.collection else None
        return known.value if known else None

    def at(self, way: Way) -> Given:
        """Return the value at the end of a way."""
        here = self
        for step in way:
            here = here.value[step]
        return here

    def below(self, way: Way = ()) -> Iterator[tuple[Way, Given]]:
        """Return this value and all inside it, outermost first, each with its way."""
        yield way, self
        for step, value in self.inner:
            yield from value.below((*way, step))

    def copied(self) -> Given:
        """Return a copy that may be changed; the model's classes and shapes are shared."""
        said = copy.deepcopy(self.said)
        if isinstance(self.value, dict):
            value: Any = {step: inner.copied() for step, inner in self.value.items()}
        else:
            value = [inner.copied() for inner in self.value] if isinstance(self.value, list) else self.value
        return Given(value, self.owner, self.shape, said, self.item)

    def written(self) -> Any:
        """Return the plain data that a YAML file would hold; of nothing, what is said about it."""
        if self.value is None:
            return self.said
        if self.item is not None:
            return {**self.said, **{name: value.written() for name, value in self.value.items()}}
        if isinstance(self.value, dict):
            bare: Any = {name: value.written() for name, value in self.value.items()}
        else:
            bare = [value.written() for value in self.value] if isinstance(self.value, list) else self.value
        return {"value": bare, **self.said} if self.said else bare


def whole(files: dict[str, Given]) -> Given:
    """Return a case of these files by stem."""
    return Given(files, item=Content)


def read(data: Any, item: type[Item]) -> Given:
    """Return the plain data of an item of the model as a tree: `written` turned round."""
    shapes = fields_of(item)
    said = {key: value for key, value in data.items() if key in ITEM_KEYS - shapes.keys()}
    bare = {key: value for key, value in data.items() if key not in said}
    return Given({name: _field(value, item, shapes[name]) for name, value in bare.items()}, said=said, item=item)


def _field(data: Any, owner: type[Item], shape: FieldShape) -> Given:
    if shape.form == "item" and shape.item:
        plain = data if isinstance(data, dict) else {"value": data}
        inner = read(plain, shape.item)
        return Given(inner.value, owner, shape, inner.said, shape.item)
    bare, said = _unwrapped(data)
    if bare is None:
        return Given(None, owner, shape, said)
    if shape.form == "items":
        made = [read(one, shape.item) for one in bare if shape.item]
        return Given([Given(one.value, owner, shape, one.said, shape.item) for one in made], owner, shape, said)
    if shape.form == "leaves":
        return Given([_leaf(one, owner, shape) for one in bare], owner, shape, said)
    if shape.form == "mapping":
        return Given({key: _leaf(one, owner, shape) for key, one in bare.items()}, owner, shape, said)
    return _leaf(data, owner, shape)


def _leaf(data: Any, owner: type[Item], shape: FieldShape) -> Given:
    bare, said = _unwrapped(data)
    # Of a text in several languages, the first is as good as any.
    return Given(next(iter(bare.values())) if isinstance(bare, dict) else bare, owner, shape, said)


def _unwrapped(data: Any) -> tuple[Any, dict[str, Any]]:
    if not isinstance(data, dict) or not {"value", "say_withheld", "does_not_apply"} & data.keys():
        return data, {}
    return data.get("value"), {key: value for key, value in data.items() if key != "value"}
