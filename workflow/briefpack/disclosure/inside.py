"""Inside: what the package asks of a visible item, and how it walks what is in it; templates cannot come here.

`inside(node)` is the one way in. Only this module and `briefpack.disclosure.view` know how a node keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from briefpack.case.content import Path, is_within
from briefpack.case.fields import Item
from briefpack.case.schema import FieldShape
from briefpack.disclosure.view import NOTHING_SAID, About, Items, Leaf, Node, Referral
from briefpack.text.escaping import on_one_line

_NONE: dict[str, Leaf] = {}  # which most items share


@dataclass(eq=False, slots=True)
class Inside:
    """One visible item: its class, where it stands in the case, what is said about it, and its visible fields.

    `fields` are by their YAML names, in the order of the model. Of texts that say that nobody knows it keeps only that
    they do (`unknown`), and of fields that do not apply why (`not_applying`).
    """

    kind: type[Item]
    path: Path
    about: About = NOTHING_SAID
    fields: dict[str, Any] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    not_applying: dict[str, Leaf] = field(default_factory=lambda: _NONE)

    def keep(self, shape: FieldShape, value: Any) -> None:
        """Put a value into the item; of a text that says that nobody knows, keep only that."""
        leaves = value if shape.form == "leaves" else (value,)
        told = [leaf for leaf in leaves if not (isinstance(leaf, Leaf) and shape.is_unknown(leaf.value))]
        if self.kind.quoted or len(told) == len(leaves):
            self.fields[shape.name] = value
            return
        self.unknown |= {shape.name}
        if told:
            self.fields[shape.name] = kept = Items(told)
            kept.about = value.about

    def children(self) -> Iterator[Inside]:
        """Return the items directly inside this one."""
        for node in self._nodes():
            if self._is_around(node._inside):
                yield node._inside

    def references(self) -> Iterator[Node]:
        """Return the items that this one refers to itself."""
        for node in self._nodes():
            if not is_within(node._inside.path, self.path):
                yield node

    def walked(self) -> Walked:
        """Return all that is inside this item, without following references."""
        found = Walked([], [])
        self._walk(*found)
        return found

    def _walk(self, items: list[Inside], leaves: list[Leaf]) -> None:
        # Lists that grow, for generators inside generators hand each value on once for each level.
        items.append(self)
        leaves += self.not_applying.values()
        for value in self.fields.values():
            for inner in (value,) if isinstance(value, Leaf) else _each(value):
                if isinstance(inner, Leaf):
                    leaves.append(inner)
                elif isinstance(inner, Node) and self._is_around(inner._inside):
                    inner._inside._walk(items, leaves)

    def _is_around(self, other: Inside) -> bool:
        """Return whether another item is inside this one; an item that refers to itself is not inside itself."""
        return other is not self and is_within(other.path, self.path)

    def said_here(self) -> Iterator[tuple[Path, About]]:
        """Return what is said of this item, of its lists of values and of the references in it, with their places."""
        yield self.path, self.about
        for name, value in self.fields.items():
            if isinstance(value, Items):
                yield (*self.path, name), value.about
            for inner in _each(value):
                if isinstance(inner, Node) and inner._reference is not None:
                    yield inner._reference

    def _nodes(self) -> Iterator[Node]:
        return (inner for value in self.fields.values() for inner in _each(value) if isinstance(inner, Node))


class Walked(NamedTuple):
    """All inside one item: the item and each item in it, outermost first; each value, and each reason for none."""

    items: list[Inside]
    leaves: list[Leaf]

    def places(self) -> frozenset[Path]:
        """Return where each item, each value and each reason stands."""
        return frozenset([*(item.path for item in self.items), *(leaf.path for leaf in self.leaves)])

    def said(self) -> Iterator[tuple[Path, About]]:
        """Return what is said of each item, reference, list and value, with its place.

        Left out is what has no source, no other reading and no reason for confidence.
        """
        for item in self.items:
            yield from (said for said in item.said_here() if said[1].has_more)
        yield from ((leaf.path, leaf.about) for leaf in self.leaves if leaf.about.has_more)


def inside(node: Node) -> Inside:
    """Return what the package may ask of a node."""
    return node._inside


def name_of(node: Node) -> str:
    """Return the headline of an item on one line, also through references; empty if it is absent or there is none."""
    said = headline_of(node)
    return on_one_line(str(said)) if said is not None else ""


def headline_of(node: Node) -> Leaf | None:
    """Return the headline of an item, also through references; None if it is absent or there is none."""
    headline = node._inside.kind.headline
    said = getattr(node, headline) if headline else None
    if isinstance(said, Node):
        return headline_of(said)
    return said if isinstance(said, Leaf) else None


def reference(node: Node) -> Referral:
    """Return the place of the reference that a node stands for, with its annotation; for an item, its own place."""
    return node._reference or Referral(node._inside.path, NOTHING_SAID)


def referred(node: Node, about: About, path: Path) -> Node:
    """Return an item as the reference to it that stands at a path, where something is said of the reference."""
    return node if about.is_nothing else Node(node._inside, Referral(path, about))


def _each(value: Any) -> tuple[Any, ...]:
    """Return the values in a field: of a list each and its reason, of a mapping each, else the value itself."""
    if isinstance(value, Items):
        return (*value, value.none_because)
    if isinstance(value, dict):
        return tuple(value.values())
    return tuple(leaf for _, leaf in value) if isinstance(value, tuple) else (value,)
