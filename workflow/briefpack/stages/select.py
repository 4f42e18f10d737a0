"""Select: a case and an audience give a View from which everything that audience may not see is absent.

The rules: a value has the sensitivity said at it, else that of its item, its list, its file, its case, and with nothing
said the closed end; a field that the model narrows stays narrow until opened at the field itself. An item without its
headline, its id or anything else that its model requires is absent as a whole, and with it every reference to it and
every total that counted it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from briefpack.case.content import Case, Content, Path, identity, items
from briefpack.case.disclosure import held_back
from briefpack.case.fields import Annotation, Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.case.view import About, Items, Leaf, Node, View
from briefpack.handbook import CLEARED, CLOSED, Audience, Sensitivity, stricter

#: What an item is called by in references: its collection and id.
Name = tuple[str, str]


def select(case: Case, audience: Audience) -> View:
    """Give the case as the audience may see it.

    What falls takes its references along, and an item may fall for a reference that fell; so the selection is repeated
    until nothing more falls.
    """
    every = {name for _, item in items(case.content) if (name := _name(item))}
    hidden = held_back(case.content, audience)
    while True:
        selection = _Selection(case, audience, frozenset(hidden))
        root = selection.select()
        fallen = every - selection.seen.keys()
        if fallen <= hidden:
            selection.resolve()
            return View(audience, root)
        hidden |= fallen


def _name(item: Item) -> Name | None:
    collection, name = type(item).collection, identity(item)
    return (collection, name) if collection and name else None


def _is_whole(item: Item, node: Node) -> bool:
    """Say whether what an item is called, the id it is known by, and all that its model requires are to be seen.

    Of fields that can stand in for each other one is enough.
    """
    needed = {type(item).headline} | {name for name in ("id", "key") if getattr(item, name, None)}
    needed |= {shape.name for shape in fields_of(type(item)).values() if shape.required}
    says_enough = not type(item).needs_one_of or bool(type(item).needs_one_of & node._fields.keys())
    return says_enough and all(name in node._fields for name in needed if name)


_NOTHING = Annotation()


@dataclass(frozen=True, eq=False)
class _Unsourced(About):
    """What the author said of a value, until it is known which of its sources can be seen."""

    said: Annotation = _NOTHING


@dataclass
class _Selection:
    """One pass over a case for one audience, with the items already known to be hidden."""

    case: Case
    audience: Audience
    hidden: frozenset[Name]
    seen: dict[Name, Node] = field(default_factory=dict)
    nodes: list[Node] = field(default_factory=list)

    def select(self) -> Node:
        said = self._said(("case",))
        root = self._item(self.case.content, (), said.sensitivity or CLOSED)
        return root if root is not None else Node(Content, ())

    def _said(self, path: Path) -> Annotation:
        return self.case.annotations.get(path, _NOTHING)

    def _open(self, sensitivity: Sensitivity) -> bool:
        return self.audience in CLEARED[sensitivity]

    def _item(self, item: Item, path: Path, inherited: Sensitivity) -> Node | None:
        name = _name(item)
        if name in self.hidden:
            return None
        sensitivity = self._said(path).sensitivity or inherited
        node = Node(type(item), path, self._about(path) if self._open(sensitivity) else About())
        for shape in fields_of(type(item)).values():
            given = getattr(item, shape.attribute)
            if given is not None:
                value = self._field(shape, given, (*path, shape.name), sensitivity)
                if value is not None:
                    node._fields[shape.name] = value
        self._drop_totals(node)
        if not self._is_for_audience(item) or self._lost_reference(item, node):
            return None
        if not node._fields or not _is_whole(item, node):
            return None
        self.nodes.append(node)
        if name:
            self.seen[name] = node
        return node

    def _field(self, shape: FieldShape, given: Any, path: Path, inherited: Sensitivity) -> Any:
        default = stricter(inherited, shape.narrowed) if shape.narrowed else inherited
        sensitivity = self._said(path).sensitivity or default
        match shape.form:
            case "item":
                return self._item(given, path, sensitivity)
            case "leaf":
                return self._leaf(shape, given, path, sensitivity)
            case "mapping":
                pairs = ((key, self._leaf(shape, value, (*path, key), sensitivity)) for key, value in given.items())
                kept = {key: leaf for key, leaf in pairs if leaf is not None and not self._is_hidden(shape, key)}
                return kept or None
        return self._list(shape, given, path, sensitivity)

    def _list(self, shape: FieldShape, given: Any, path: Path, sensitivity: Sensitivity) -> Items | None:
        one = self._item if shape.form == "items" else lambda *rest: self._leaf(shape, *rest)
        made = (one(value, (*path, index), sensitivity) for index, value in enumerate(given))
        kept = Items(value for value in made if value is not None)
        reason = self._said(path).none_because
        if reason and self._open(sensitivity):
            kept.none_because = Leaf(reason, shape, self._about(path))
            return kept
        return kept or None

    def _leaf(self, shape: FieldShape, value: Any, path: Path, inherited: Sensitivity) -> Leaf | None:
        sensitivity = self._said(path).sensitivity or inherited
        if not self._open(sensitivity):
            return None
        if shape.form != "mapping" and self._is_hidden(shape, value):
            return None
        return Leaf(value, shape, self._about(path))

    def _is_hidden(self, shape: FieldShape, name: str) -> bool:
        return shape.reference is not None and (shape.reference, name) in self.hidden

    def _drop_totals(self, node: Node) -> None:
        """Drop a total unless the parts that are shown add up to it, or the author opened the total itself.

        The difference would give the rest away; whether the rest is withheld or was never given makes no difference.
        """
        for shape in fields_of(node._item).values():
            total = node._fields.get(shape.name) if shape.counts else None
            if total is None or self._said((*node._path, shape.name)).sensitivity:
                continue
            parts = node._fields.get(str(shape.counts), {})
            if sum(part.value for part in parts.values()) != total.value:
                del node._fields[shape.name]

        for shape in fields_of(node._item).values():
            alone = shape.shown_with and shape.shown_with not in node._fields
            if alone and not self._said((*node._path, shape.name)).sensitivity:
                node._fields.pop(shape.name, None)

    def _is_for_audience(self, item: Item) -> bool:
        """Say whether an item that names its audiences names this one."""
        lists = (getattr(item, shape.attribute) for shape in fields_of(type(item)).values() if shape.only_for)
        return self.audience == "team" or all(self.audience.replace("-", "_") in named for named in lists if named)

    def _lost_reference(self, item: Item, node: Node) -> bool:
        """Say whether an item lost a reference without which it would tell of what was withheld."""
        return any(getattr(item, name) is not None and name not in node._fields for name in type(item).falls_with)

    def _about(self, path: Path) -> About:
        return _Unsourced(said=self._said(path))

    def resolve(self) -> None:
        """Put the node referred to in the place of each reference, now that all that can be seen is known."""
        for node in self.nodes:
            node._about = self._sourced(node._about)
            for name, value in node._fields.items():
                node._fields[name] = self._resolved(value)

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, Leaf):
            if value.shape.reference and value.shape.form != "mapping":
                return self.seen[(value.shape.reference, value.value)]
            return Leaf(value.value, value.shape, self._sourced(value.about))
        if isinstance(value, Items):
            kept = Items(self._resolved(inner) for inner in value)
            kept.none_because = value.none_because
            return kept
        if isinstance(value, dict):
            return self._resolved_mapping(value)
        return value

    def _resolved_mapping(self, value: dict[str, Leaf]) -> tuple[tuple[Node, Leaf], ...]:
        pairs = ((self.seen[(str(leaf.shape.reference), key)], self._resolved(leaf)) for key, leaf in value.items())
        return tuple(pairs)

    def _sourced(self, about: About) -> About:
        """Give what is said of a value with the sources this audience may see, and no reading without one."""
        if not isinstance(about, _Unsourced):
            return about
        said = about.said
        open_readings = (one for one in said.other_readings if not one.sensitivity or self._open(one.sensitivity))
        readings = tuple((one.value, sources) for one in open_readings if (sources := self._sources(one.cite)))
        return About(
            self._sources(said.cite),
            readings,
            said.verification,
            said.likelihood,
            said.confidence,
            said.confidence_because,
        )

    def _sources(self, keys: tuple[str, ...]) -> tuple[Node, ...]:
        return tuple(self.seen[("source", key)] for key in keys if ("source", key) in self.seen)
