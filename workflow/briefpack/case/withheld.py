"""Withheld texts: what stands in a case and is not in a view of it, for reading a finished pack back."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.view import About, Items, Leaf, Node, View

#: A withheld text of fewer words may stand in a pack by chance; longer ones do not.
_FEWEST_WORDS = 3


def withheld_texts(everything: View, view: View) -> frozenset[str]:
    """Give the free texts of a whole case (the view of the team) that a view does not show, their white space folded.

    Texts of fewer than three words are left out: whether one of those stands in a pack by chance nobody can tell.
    """
    shown = " \n ".join(_texts(view.root))
    every = (text for text in _texts(everything.root) if len(text.split()) >= _FEWEST_WORDS)
    return frozenset(text for text in every if text not in shown)


def leaves(node: Node) -> Iterator[Leaf]:
    """Give every leaf below a node, without following references."""
    for value in node._fields.values():
        for inner in _inner(value):
            if isinstance(inner, Leaf):
                yield inner
            elif isinstance(inner, Node) and inner._path[: len(node._path)] == node._path:
                yield from leaves(inner)


def _inner(value: object) -> tuple[object, ...]:
    """Give the values inside a field: of a list each and its reason, of a mapping each, else the value itself."""
    if isinstance(value, Items):
        return (*value, value.none_because)
    if isinstance(value, tuple):
        return tuple(leaf for _, leaf in value)
    return (value,)


def sayings(node: Node) -> Iterator[str]:
    """Give what is said about a node and all below it in words: other readings, and reasons for a confidence."""
    yield from _said(node._about)
    for value in node._fields.values():
        for inner in _inner(value):
            if isinstance(inner, Leaf):
                yield from _said(inner.about)
            elif isinstance(inner, Node) and inner._path[: len(node._path)] == node._path:
                yield from sayings(inner)


def _said(about: About) -> Iterator[str]:
    yield from (text for text, _ in about.readings)
    if about.confidence_because:
        yield about.confidence_because


def _texts(node: Node) -> Iterator[str]:
    for leaf in leaves(node):
        if isinstance(leaf.value, str) and (not leaf.shape.words or leaf.value not in leaf.shape.words):
            yield " ".join(leaf.value.split())
    for text in sayings(node):
        yield " ".join(text.split())
