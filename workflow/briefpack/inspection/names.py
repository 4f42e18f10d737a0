"""The names in a Word package: namespaces as lxml writes them, and names that people can read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from lxml.etree import _Element

Element: TypeAlias = _Element

_FIRST_ROW, _FIRST_COLUMN = 0x0020, 0x0080

_OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "w": f"{_OFFICE}/wordprocessingml/2006/main",
        "r": f"{_OFFICE}/officeDocument/2006/relationships",
        "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
        "a": f"{_OFFICE}/drawingml/2006/main",
        "pic": f"{_OFFICE}/drawingml/2006/picture",
        "xml": "http://www.w3.org/XML/1998/namespace",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "cp": f"{_OFFICE}/package/2006/metadata/core-properties",
        "ep": f"{_OFFICE}/officeDocument/2006/extended-properties",
    }
)
_PREFIXES = {namespace: prefix for prefix, namespace in NAMESPACES.items()}


@cache
def full(name: str) -> str:
    """Return the full name of a prefixed one: `w:p` becomes `{http://…/main}p`; a bare one stays as it is."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


@cache
def short(name: str) -> str:
    """Return a full name with its usual prefix, or without one if packs do not use its namespace."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    return f"{_PREFIXES[namespace]}:{local}" if namespace in _PREFIXES else local


@cache
def path(names: str) -> str:
    """Return a path of prefixed names, separated by `/`, in the form that lxml searches for."""
    return "/".join(map(full, names.split("/")))


def first(parent: Element, names: str) -> Element | None:
    """Return the first element at a path of prefixed names, or None, in a fraction of the time that `find` takes."""
    name, _, others = names.partition("/")
    for child in parent.iterchildren(full(name)):
        found = first(child, others) if others else child
        if found is not None:
            return found
    return None


def value(parent: Element | None, names: str, attribute: str = "w:val") -> str | None:
    """Return an attribute of the first element at a path of prefixed names, or None if either is missing."""
    found = None if parent is None else first(parent, names)
    return None if found is None else found.get(full(attribute))


def is_on(parent: Element, names: str) -> bool:
    """Return whether there is a switch at a path of prefixed names and it is on."""
    found = first(parent, names)
    return found is not None and found.get(full("w:val"), "1") not in ("0", "false", "off")


def looks(table: Element) -> tuple[bool, bool]:
    """Return whether a table declares its first row, and its first column, as headers (w:tblLook)."""
    bits = value(table, "w:tblPr/w:tblLook") or "0"
    given = int(bits, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", bits) else 0
    said = (value(table, "w:tblPr/w:tblLook", f"w:{name}") for name in ("firstRow", "firstColumn"))
    row, column = (None if word is None else word in ("1", "true", "on") for word in said)
    by_bits = bool(given & _FIRST_ROW), bool(given & _FIRST_COLUMN)
    return by_bits[0] if row is None else row, by_bits[1] if column is None else column
