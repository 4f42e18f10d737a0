"""Annotated values taken apart: plain data for the model, and beside it what is said about each value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from briefpack.case.content import ABOUT, Path
from briefpack.case.fields import Annotation
from briefpack.problems import Place

#: What `{value: ..., ...}` may say of a value.
WRAPPER_KEYS: frozenset[str] = frozenset(Annotation.model_fields)
#: What a mapping may say of itself among its own keys.
ITEM_KEYS: frozenset[str] = frozenset({"sensitivity", "cite", "verification", "other_readings"})


@dataclass
class Unwrapped:
    """Plain data, the raw annotation of each annotated path, and all places, in paths of the plain data."""

    data: Any = None
    annotations: dict[Path, dict[str, Any]] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)


def unwrap(data: Any, places: dict[Path, Place]) -> Unwrapped:
    """Give data without its annotations, and the annotations and places under the paths of the plain data."""
    result = Unwrapped()
    result.data = _Unwrapping(places, result).node(data, (), ())
    return result


def is_wrapper(node: object) -> bool:
    """Say whether a node is a value with an annotation rather than a mapping of the model."""
    return isinstance(node, dict) and "value" in node and node.keys() - {"value"} <= WRAPPER_KEYS


class _Unwrapping:
    """One pass over the data of a case: `old` paths are those of the YAML, `new` those of the plain data."""

    def __init__(self, places: dict[Path, Place], result: Unwrapped) -> None:
        self.places, self.result = places, result

    def node(self, node: Any, old: Path, new: Path) -> Any:
        self._move(old, new)
        if is_wrapper(node):
            self._annotate(node, WRAPPER_KEYS & node.keys(), old, new)
            node, old = node["value"], (*old, "value")
        if isinstance(node, dict):
            self._annotate(node, ITEM_KEYS & node.keys(), old, new)
            kept = {key: value for key, value in node.items() if key not in ITEM_KEYS}
            return {key: self.node(value, (*old, key), (*new, key)) for key, value in kept.items()}
        if isinstance(node, list):
            return [self.node(value, (*old, index), (*new, index)) for index, value in enumerate(node)]
        return node

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
        for end in ((), ("*key*",)):
            if (*old, *end) in self.places:
                self.result.places.setdefault((*new, *end), self.places[(*old, *end)])
