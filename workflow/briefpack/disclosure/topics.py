"""Topics: puts into a selection the words of each topic that is in it, and leaves out those of all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.view import Items, Leaf, Node


def give_words(root: Node, items: Iterable[Inside]) -> None:
    """Put beside each topic in the items of a selection what readers are shown of it, where the case has that.

    Words of a topic that is not in the selection are left out: they would tell that something hidden is on it.
    """
    every = tuple(items)
    topics = {leaf.value for item in every for leaf in _topics(item)}
    listed: Iterable[Node] = root.case.topics
    words = {one.id.value: one.words for one in listed if one.id.value in topics}
    if kept := Items(one for one in listed if one.id.value in words):
        inside(root.case).fields["topics"] = kept
    elif listed:
        del inside(root.case).fields["topics"]
    for item in every if words else ():
        for name, value in item.fields.items():
            item.fields[name] = _worded(value, words)


def _topics(item: Inside) -> Iterator[Leaf]:
    """Return the topics that an item names itself."""
    for value in item.fields.values():
        each = value if isinstance(value, Items) else (value,)
        yield from (one for one in each if isinstance(one, Leaf) and one.shape.is_topic)


def _worded(value: Any, words: Mapping[str, Leaf]) -> Any:
    if isinstance(value, Leaf) and value.shape.is_topic:
        return replace(value, words=words.get(value.value))
    if isinstance(value, Items) and any(isinstance(one, Leaf) and one.shape.is_topic for one in value):
        kept = Items(_worded(one, words) for one in value)
        kept.about, kept.none_because = value.about, value.none_because
        return kept
    return value
