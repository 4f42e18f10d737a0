"""The styles of a finished file: their kinds, what they are based on, and which of them are headings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from briefpack.inspection.names import Element, full, value
from briefpack.inspection.package import STYLES, Package

_STYLE, _TYPE, _ID, _DEFAULT = full("w:style"), full("w:type"), full("w:styleId"), full("w:default")
LEVELS = 9
"""The number of heading levels in Word; a style with a greater level is text."""


class PackageStyles:
    """The styles part of one package, by identifier."""

    def __init__(self, package: Package) -> None:
        """Index the styles part."""
        self.root = package.trees[STYLES]
        self.elements = {each.get(_ID, ""): each for each in self.root.iterchildren(_STYLE)}
        self._lineages: dict[str, tuple[Element, ...]] = {}
        self.kinds = {identifier: each.get(_TYPE, "") for identifier, each in self.elements.items()}

    @cached_property
    def defaults(self) -> dict[str, str]:
        """Return the default style of each kind that has one."""
        is_default = ("1", "true", "on")
        # Word takes the paragraph style of this name where none says that it is the default.
        normal = {self.kinds[name]: name for name, each in self.elements.items() if value(each, "w:name") == "Normal"}
        said = {each.get(_TYPE, ""): name for name, each in self.elements.items() if each.get(_DEFAULT) in is_default}
        return {**normal, **said}

    def lineage(self, identifier: str | None, kind: str) -> tuple[Element, ...]:
        """Return a style, or the default style of its kind, and then each style that it is based on."""
        named = identifier or self.defaults.get(kind, "")
        if named not in self._lineages:
            self._lineages[named] = tuple(self._ancestry(named))
        return self._lineages[named]

    def _ancestry(self, identifier: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while identifier in self.elements and identifier not in seen:
            seen.add(identifier)
            yield self.elements[identifier]
            identifier = value(self.elements[identifier], "w:basedOn")

    @cached_property
    def levels(self) -> dict[str, int]:
        """Return the level of each paragraph style for headings, counted from 1."""
        found = {name: self._level(name) for name, kind in self.kinds.items() if kind == "paragraph"}
        return {name: level for name, level in found.items() if level <= LEVELS}

    def _level(self, identifier: str) -> int:
        given = (value(style, "w:pPr/w:outlineLvl") for style in self.lineage(identifier, "paragraph"))
        level = next((level for level in given if level is not None), "")
        return int(level) + 1 if level.isdecimal() else LEVELS + 1
