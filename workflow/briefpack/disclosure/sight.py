"""Sight: the places of a case that one view shows, references among them, and what is shown at each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefpack.case.content import Case, Path, identity
from briefpack.case.fields import Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.mentions import unmentioned
from briefpack.disclosure.view import Items, Leaf, Node, View


class Sight:
    """What one audience sees of a case: `places` are all places shown, `values` those of values with the leaf shown."""

    def __init__(self, case: Case, view: View) -> None:
        self.items: Mapping[Path, Item] = case.every_item
        self.nodes: Mapping[Path, Inside] = {item.path: item for item in view.items}
        #: What is shown and nevertheless in no pack, with the reason why.
        self.unmentioned: Mapping[Path, str] = unmentioned(view)
        #: Where the item stands that a collection and an id mean.
        self.named: Mapping[tuple[str, str], Path] = {
            (str(type(item).collection), name): path for path, item in self.items.items() if (name := identity(item))
        }
        #: The places of values, without lists and items around them; those that are references hold no leaf.
        self.values: dict[Path, Leaf | None] = {}
        self._fields: set[Path] = set()
        for path, node in self.nodes.items():
            self._look_at(self.items[path], node, path)
        self.places = frozenset((*self.nodes, *self._fields, *self.values))

    def _look_at(self, item: Item, shown: Inside, path: Path) -> None:
        for shape in fields_of(type(item)).values():
            given, here, value = getattr(item, shape.attribute), (*path, shape.name), shown.fields.get(shape.name)
            if value is None and shape.name not in shown.unknown | shown.not_applying.keys():
                continue
            self._fields.add(here)
            if given is None:
                continue
            match shape.form:
                case "leaf":
                    self.values[here] = value if isinstance(value, Leaf) else None
                case "mapping":
                    self.values |= {leaf.path: leaf for _, leaf in value or ()}
                case "leaves":
                    self.values |= dict(self._of_values(shape, given, value, here))

    def _of_values(
        self, shape: FieldShape, given: tuple[Any, ...], value: Items | None, path: Path
    ) -> Iterator[tuple[Path, Leaf | None]]:
        """Return the values of a list that are shown, and those that say nobody knows, which are asked."""
        told = {leaf.path: leaf for leaf in value or () if isinstance(leaf, Leaf)}
        referred = {inside(node).path for node in value or () if isinstance(node, Node)}
        for position, one in enumerate(given):
            here = (*path, position)
            is_shown = here in told or self.named.get((str(shape.reference), str(one))) in referred
            if is_shown or shape.is_unknown(one):
                yield here, told.get(here)
