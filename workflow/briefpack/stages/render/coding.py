"""Coding: which values of a case are judgements that its authors coded, so that no source says them.

Every word of an enumeration is coding. So are a list or an item that holds only such words, and an item named by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefpack.case.content import field_of
from briefpack.disclosure.inside import inside, reference
from briefpack.disclosure.view import Items, Leaf, Node

#: A function that returns several words as a list in a sentence.
Listing = Callable[[list[str]], str]


def coded(value: Any, word: Callable[[Leaf], str], listing: Listing) -> str | None:
    """Return a coded value in words, or None if the value is not coding."""
    if isinstance(value, Leaf):
        return word(value) if value.shape.words else None
    if isinstance(value, Node) and (headline := inside(value).kind.headline):
        return coded(getattr(value, headline), word, listing)
    told = [coded(inner, word, listing) for inner in _inside(value) if isinstance(inner, Leaf | Items)]
    words = [one for one in told if one]
    if not words or len(words) < len(told):
        return None
    return listing(words) if isinstance(value, Items) else "; ".join(words)


def coded_field(value: Any) -> str:
    """Return the field of a coded value, as a path in the model."""
    if isinstance(value, Items):
        return coded_field(value[0])
    if isinstance(value, Node) and (headline := inside(value).kind.headline):
        return coded_field(getattr(value, headline))
    return field_of(value.path if isinstance(value, Leaf) else inside(value).path)


def reference_field(value: Node | Items) -> str:
    """Return the field of a reference, or of the first in a list of references, as a path in the model."""
    return field_of(reference(value[0] if isinstance(value, Items) else value).path)


def _inside(value: Any) -> list[Any]:
    """Return the values in a list, an item or a mapping."""
    held = (
        list(inside(value).fields.values())
        if isinstance(value, Node)
        else list(value)
        if isinstance(value, Items)
        else []
    )
    return [inner for one in held for inner in (one.values() if isinstance(one, Mapping) else [one])]
