"""Withheld: what stands in a case and is not in a view of it, for looking for it where it should not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from briefpack.case.content import ABOUT, Path
from briefpack.case.dates import PartialDate
from briefpack.case.view import About, Items, Leaf, Node, View

#: A withheld text of fewer words may stand in another by chance; longer ones do not.
FEWEST_WORDS = 3
#: The fields that say where something is or happens.
_PLACES = frozenset({"place", "venue"})


@dataclass(frozen=True)
class Withheld:
    """One value that a view lacks: where it stands in the case, and what it is.

    A `name` is what an item is called that is absent as a whole, and an `id` what the case calls that item.
    """

    path: Path
    kind: Literal["text", "name", "place", "id", "date"]
    value: str | PartialDate


@dataclass(frozen=True)
class Held:
    """All that one view holds: each text and date with its place and the item around it, and the items' own places."""

    values: tuple[tuple[Path, str | PartialDate, Node], ...]
    items: frozenset[Path]


def withheld(everything: View, view: View) -> Iterator[Withheld]:
    """Give every text, name and date of a whole case (the view of the team) that a view does not hold at its place."""
    here = held(view.root)
    shown = {(path, value) for path, value, _ in here.values}
    for path, value, owner in held(everything.root).values:
        if (path, value) not in shown:
            yield Withheld(path, _kind(path, value, owner, absent=owner._path not in here.items), value)


def _kind(
    path: Path, value: str | PartialDate, owner: Node, *, absent: bool
) -> Literal["text", "name", "place", "id", "date"]:
    field = path[-1]
    if isinstance(value, PartialDate):
        return "date"
    if field in ("id", "key", "alias"):
        return "id"
    if field in _PLACES:
        return "place"
    return "name" if absent and field == owner._item.headline else "text"


@lru_cache(maxsize=4)
def held(root: Node) -> Held:
    """Give all that a view holds, once for each view; white space in texts is folded."""
    values: list[tuple[Path, str | PartialDate, Node]] = []
    items: list[Path] = []
    _hold(root, values, items)
    return Held(tuple(values), frozenset(items))


def _hold(node: Node, values: list[tuple[Path, str | PartialDate, Node]], items: list[Path]) -> None:
    """Add what a node holds, without following references; this is `texts` in the time that a release has for it."""
    items.append(node._path)
    values += ((path, text, node) for path, text in _said((*node._path, ABOUT), node._about))
    for name, value in node._fields.items():
        path = (*node._path, name)
        for inner in _inner(value):
            if isinstance(inner, Leaf):
                if isinstance(inner.value, PartialDate):
                    values.append((path, inner.value, node))
                elif isinstance(inner.value, str) and inner.value not in inner.shape.words:
                    values.append((path, _folded(inner.value), node))
                values += ((at, text, node) for at, text in _said((*path, ABOUT), inner.about))
            elif isinstance(inner, Node) and inner._path[: len(node._path)] == node._path:
                _hold(inner, values, items)


def leaves(node: Node) -> Iterator[Leaf]:
    """Give every leaf below a node, without following references."""
    for _, inner in _below(node):
        if isinstance(inner, Leaf):
            yield inner


def texts(node: Node) -> Iterator[tuple[Path, str]]:
    """Give every free text below a node and every text that is said about something, with its place in the case.

    White space is folded; the texts of a list stand at the list; words of enumerations are no texts.
    """
    for path, inner in _below(node):
        about = inner._about if isinstance(inner, Node) else inner.about
        if isinstance(inner, Leaf) and isinstance(inner.value, str) and inner.value not in inner.shape.words:
            yield path, _folded(inner.value)
        yield from _said((*path, ABOUT), about)


def _below(node: Node) -> Iterator[tuple[Path, Leaf | Node]]:
    """Give a node and every node and leaf below it with their paths, without following references."""
    yield node._path, node
    for name, value in node._fields.items():
        for inner in _inner(value):
            if isinstance(inner, Leaf):
                yield (*node._path, name), inner
            elif isinstance(inner, Node) and inner._path[: len(node._path)] == node._path:
                yield from _below(inner)


def _inner(value: object) -> tuple[object, ...]:
    """Give the values inside a field: of a list each and its reason, of a mapping each, else the value itself."""
    if isinstance(value, Items):
        return (*value, value.none_because)
    return tuple(leaf for _, leaf in value) if isinstance(value, tuple) else (value,)


def _said(path: Path, about: About) -> Iterator[tuple[Path, str]]:
    for text, _ in about.readings:
        yield (*path, "other_readings"), _folded(text)
    if about.confidence_because:
        yield (*path, "confidence_because"), _folded(about.confidence_because)


def _folded(text: str) -> str:
    return " ".join(text.split())
