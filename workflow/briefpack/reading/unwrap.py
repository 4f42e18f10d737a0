"""Unwrap: separates annotated values into plain data for the model and the annotation of each value.

This is the one pass that knows the field of each value before the model does, so texts are read in a language here too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from briefpack.case.content import ABOUT, WHERE_TYPED, Content, Path
from briefpack.case.fields import ID, Annotation, Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.problems import Place
from briefpack.reading.translating import Translating
from briefpack.reading.wrapping import ITEM_KEYS, WRAPPER_KEYS, is_wrapper

_OF_ANNOTATION = fields_of(Annotation)
#: What an annotation says in the form of the value that it is about.
_LIKE_THE_VALUE = frozenset({"coarsen", "value"})


@dataclass
class Unwrapped:
    """Plain data, the raw annotation of each annotated path, and all places, in paths of the plain data.

    `plain` are the paths at which a text stands in place of a group of fields.
    """

    data: Any = None
    annotations: dict[Path, dict[str, Any]] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    plain: list[Path] = field(default_factory=list)


def unwrap(data: Any, places: dict[Path, Place], translating: Translating) -> Unwrapped:
    """Return the data of a case without annotations; the annotations and places stand beside it, by path.

    Of each text it has that in the language that is read.
    """
    result = Unwrapped()
    result.data = _Unwrapping(places, result, translating).item(data, (), (), Content)
    return result


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

    def __init__(self, places: dict[Path, Place], result: Unwrapped, translating: Translating) -> None:
        self.places, self.result, self.translating = places, result, translating

    def item(self, node: Any, old: Path, new: Path, item: type[Item] | None, shape: FieldShape | None = None) -> Any:
        """Return the plain data of an item of this class, or of a value of this field if there is no class."""
        self._move(old, new)
        if item and item.plain and _is_plain(node):
            # The annotation of the text belongs to the field that the text stands for.
            self.result.plain.append(new)
            return {item.plain: self.item(node, old, (*new, item.plain), None, fields_of(item)[item.plain])}
        if is_wrapper(node):
            return self._unwrapped(node, old, new, item, shape)
        return self._inside(node, old, new, item, shape)

    def _inside(self, node: Any, old: Path, new: Path, item: type[Item] | None, shape: FieldShape | None) -> Any:
        if isinstance(node, list):
            pairs = enumerate(node)
            return [self.item(value, (*old, index), (*new, index), item, shape) for index, value in pairs]
        if shape is not None and shape.is_text:
            node = self._text(node, old, new, shape)
        if not isinstance(node, dict):
            return node
        shapes = fields_of(item) if item else {}
        about = (ITEM_KEYS & node.keys()) - shapes.keys()
        self._annotate(node, about, old, new, None if item else shape)
        inner = {key: value for key, value in node.items() if key not in about}
        return {
            key: self._field(value, (*old, key), (*new, key), shapes.get(key) if item else shape, item)
            for key, value in inner.items()
        }

    def _field(self, node: Any, old: Path, new: Path, shape: FieldShape | None, owner: type[Item] | None) -> Any:
        if _is_left_empty(node, shape) or _is_answered(node, shape, owner):
            self._move(old, new)
            return self._unwrapped(node, old, new, None, None)
        return self.item(node, old, new, shape.item if shape else None, shape)

    def _unwrapped(
        self, node: dict[str, Any], old: Path, new: Path, item: type[Item] | None, shape: FieldShape | None
    ) -> Any:
        self._annotate(node, WRAPPER_KEYS & node.keys(), old, new, shape)
        return self._inside(node.get("value"), (*old, "value"), new, item, shape)

    def _annotate(
        self, node: dict[str, Any], keys: frozenset[str], old: Path, new: Path, shape: FieldShape | None
    ) -> None:
        """Keep what is said about a value of this field, or about an item."""
        is_text = shape is None or shape.is_text or shape.item is not None
        for key in sorted(keys):
            here = (*new, ABOUT, key)
            self._copy(node[key], (*old, key), here)
            said = self._said(node[key], (*old, key), here, _OF_ANNOTATION[key], is_text=is_text)
            self.result.annotations.setdefault(new, {})[key] = said

    def _said(self, node: Any, old: Path, new: Path, shape: FieldShape, *, is_text: bool) -> Any:
        """Return what is said under a key of an annotation, its texts in the language that is read.

        Another reading, and what is shown in place of the value, is a text where the value is one.
        """
        if isinstance(node, list):
            pairs = enumerate(node)
            return [self._said(one, (*old, at), (*new, at), shape, is_text=is_text) for at, one in pairs]
        if shape.item and isinstance(node, dict):
            inner = fields_of(shape.item)
            return {
                key: self._said(one, (*old, key), (*new, key), inner[key], is_text=is_text) if key in inner else one
                for key, one in node.items()
            }
        is_id = shape.name == "ask" and isinstance(node, str) and re.fullmatch(ID, node)
        if not shape.is_text or is_id or (shape.name in _LIKE_THE_VALUE and not is_text):
            return node
        return self._text(node, old, new, shape)

    def _text(self, node: Any, old: Path, new: Path, shape: FieldShape) -> Any:
        """Return a text in the language that is read, or the node itself where it is none."""
        found = self.translating.read(node, old, new, shape, self.places)
        if found is not None and found.place:
            self.result.places.setdefault((*new, *WHERE_TYPED), self.result.places.get(new, found.place))
            self.result.places[new] = found.place
        return found.text if found is not None else node

    def _copy(self, node: Any, old: Path, new: Path) -> None:
        self._move(old, new)
        inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, value in inner:
            self._copy(value, (*old, key), (*new, key))

    def _move(self, old: Path, new: Path) -> None:
        for end in ((), ("*key*",), ("*again*",)):
            if (*old, *end) in self.places:
                self.result.places.setdefault((*new, *end), self.places[(*old, *end)])
