"""Withheld texts: what stands in a case and is not in a view of it, for looking for it where it should not be."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import ABOUT, Path
from briefpack.case.view import About, Items, Leaf, Node, View

#: A withheld text of fewer words may stand in another by chance; longer ones do not.
FEWEST_WORDS = 3


def withheld_texts(everything: View, view: View) -> frozenset[str]:
    """Give the free texts of a whole case (the view of the team) that a view does not show, their white space folded.

    Texts of fewer than three words are left out: whether one of those stands in a pack by chance nobody can tell.
    """
    shown = " \n ".join(text for _, text in texts(view.root))
    every = (text for _, text in texts(everything.root) if len(text.split()) >= FEWEST_WORDS)
    return frozenset(text for text in every if text not in shown)


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
