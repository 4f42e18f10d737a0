"""Unwrap: separates annotated values into plain data for the model and the annotation of each value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from briefpack.case.content import ABOUT, Content, Path
from briefpack.case.fields import Annotation, Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.problems import Place

#: The keys that may stand beside `value` in `{value: ..., ...}`.
WRAPPER_KEYS: frozenset[str] = frozenset(Annotation.model_fields)
#: The keys of an annotation that may stand among the fields of an item, unless it has a field of that name.
ITEM_KEYS: frozenset[str] = frozenset(
    {"sensitivity", "cite", "verification", "other_readings", "say_withheld", "ask", "mark", "tlp"}
)


@dataclass
class Unwrapped:
    """Plain data, the raw annotation of each annotated path, and all places, in paths of the plain data.

    `plain` are the paths at which a text stands in place of a group of fields.
    """

    data: Any = None
    annotations: dict[Path, dict[str, Any]] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    plain: list[Path] = field(default_factory=list)


def unwrap(data: Any, places: dict[Path, Place]) -> Unwrapped:
    """Return the data of a case without annotations; the annotations and places stand beside it, by path."""
    result = Unwrapped()
    result.data = _Unwrapping(places, result).item(data, (), (), Content)
    return result


def is_wrapper(node: object) -> bool:
    """Return whether a node is a value with an annotation rather than a mapping of the model."""
    return isinstance(node, dict) and "value" in node and node.keys() - {"value"} <= WRAPPER_KEYS


def _is_plain(node: object) -> bool:
    """Return whether a node is a text, with or without annotations."""
    return isinstance(node.get("value") if isinstance(node, dict) and is_wrapper(node) else node, str)


def _is_left_empty(node: object, shape: FieldShape | None) -> bool:
    """Return whether a node holds nothing but an announcement that something is withheld here."""
    is_item = shape is not None and shape.form == "item"
    return isinstance(node, dict) and "say_withheld" in node and node.keys() <= WRAPPER_KEYS and not is_item


def _is_answered(node: object, shape: FieldShape | None, owner: type[Item] | None) -> bool:
    """Return whether a node says that a field does not apply, where the field is one that may be left out."""
    if shape is None or owner in (None, Content) or shape.required or shape.name == owner.headline:
        return False
    return isinstance(node, dict) and "does_not_apply" in node and node.keys() <= WRAPPER_KEYS


class _Unwrapping:
    """One pass over the data of a case: `old` paths are those of the YAML, `new` those of the plain data."""

    def __init__(self, places: dict[Path, Place], result: Unwrapped) -> None:
        self.places, self.result = places, result

    def item(self, node: Any, old: Path, new: Path, item: type[Item] | None) -> Any:
        """Return the plain data of an item of this class, or of a value if there is no class."""
        self._move(old, new)
        if item and item.plain and _is_plain(node):
            # The annotation of the text belongs to the field that the text stands for.
            self.result.plain.append(new)
            return {item.plain: self.item(node, old, (*new, item.plain), None)}
        if is_wrapper(node):
            return self._unwrapped(node, old, new, item)
        return self._inside(node, old, new, item)

    def _inside(self, node: Any, old: Path, new: Path, item: type[Item] | None) -> Any:
        if isinstance(node, list):
            return [self.item(value, (*old, index), (*new, index), item) for index, value in enumerate(node)]
        if not isinstance(node, dict):
            return node
        shapes = fields_of(item) if item else {}
        about = (ITEM_KEYS & node.keys()) - shapes.keys()
        self._annotate(node, about, old, new)
        inner = {key: value for key, value in node.items() if key not in about}
        return {
            key: self._field(value, (*old, key), (*new, key), shapes.get(key), item) for key, value in inner.items()
        }

    def _field(self, node: Any, old: Path, new: Path, shape: FieldShape | None, owner: type[Item] | None) -> Any:
        if _is_left_empty(node, shape) or _is_answered(node, shape, owner):
            self._move(old, new)
            return self._unwrapped(node, old, new, None)
        return self.item(node, old, new, shape.item if shape else None)

    def _unwrapped(self, node: dict[str, Any], old: Path, new: Path, item: type[Item] | None) -> Any:
        self._annotate(node, WRAPPER_KEYS & node.keys(), old, new)
        return self._inside(node.get("value"), (*old, "value"), new, item)

    def _annotate(self, node: dict[str, Any], keys: frozenset[str], old: Path, new: Path) -> None:
        for key in sorted(keys):
            self.result.annotations.setdefault(new, {})[key] = node[key]
            self._copy(node[key], (*old, key), (*new, ABOUT, key))

    def _copy(self, node: Any, old: Path, new: Path) -> None:
        self._move(old, new)
        inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, value in inner:
            self._copy(value, (*old, key), (*new, key))

    def _move(self, old: Path, new: Path) -> None:
        for end in ((), ("*key*",), ("*again*",)):
            if (*old, *end) in self.places:
                self.result.places.setdefault((*new, *end), self.places[(*old, *end)])
