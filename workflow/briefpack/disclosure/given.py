"""Given: which fields of an item hold something, and whether that is more than that nobody knows."""

from __future__ import annotations

from briefpack.case.fields import Item
from briefpack.case.schema import FieldShape, fields_of


def nobody_knows(item: Item) -> bool:
    """Return whether all that an item holds is the word that nobody knows."""
    return all(
        all(map(shape.is_unknown, value)) if isinstance(value, tuple) else shape.is_unknown(value)
        for shape in given(item).values()
        for value in [getattr(item, shape.attribute)]
    )


def given(item: Item) -> dict[str, FieldShape]:
    """Return the fields of an item that hold something."""
    shapes = fields_of(type(item)).items()
    return {name: shape for name, shape in shapes if getattr(item, shape.attribute) is not None}
