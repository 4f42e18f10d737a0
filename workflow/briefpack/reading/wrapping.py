"""Wrapping: the keys of what is said about a value, and how a value that has some is told from an item."""

from __future__ import annotations

from briefpack.case.fields import Annotation

#: The keys that may stand beside `value` in `{value: ..., ...}`.
WRAPPER_KEYS: frozenset[str] = frozenset(Annotation.model_fields)
#: The keys of an annotation that may stand among the fields of an item, unless it has a field of that name.
ITEM_KEYS: frozenset[str] = frozenset(
    {"sensitivity", "cite", "verification", "other_readings", "say_withheld", "ask", "mark", "tlp"}
)


def is_wrapper(node: object) -> bool:
    """Return whether a node is a value with an annotation rather than a mapping of the model."""
    return isinstance(node, dict) and "value" in node and node.keys() - {"value"} <= WRAPPER_KEYS
