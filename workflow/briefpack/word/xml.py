"""WordprocessingML elements from prefixed names such as `w:p`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import TypeAlias, cast
from xml.sax.saxutils import escape

from lxml import etree
from lxml.etree import SubElement, _Element

Element: TypeAlias = _Element

NAMESPACES = MappingProxyType(
    {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xml": "http://www.w3.org/XML/1998/namespace",
    }
)
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that XML 1.0 cannot hold."""
UNPRINTED = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Such a character, or a tab or line end, which becomes a space."""
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def unwritable(text: str) -> str:
    """Return which character of a text XML cannot hold and what to do; an empty text if all can be written."""
    found = UNWRITABLE.search(text)
    return f"control character U+{ord(found.group()):04X}, which a Word file cannot hold; remove it" if found else ""


escaped = escape
"""Returns a text with the signs `&`, `<` and `>` escaped for XML."""

DECLARED = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r"))
"""The declarations of the prefixes that the text of a part uses."""


def quoted(text: str) -> str:
    """Return a text escaped for an attribute in quotation marks."""
    return escape(text, {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def part(name: str, content: str) -> bytes:
    """Return a package part: a root element such as `w:hdr` around content that uses the declared prefixes."""
    return DECLARATION + f"<{name} {DECLARED}>{content}</{name}>".encode()


@cache
def qualified(name: str) -> str:
    """Return the full name of a prefixed one: `w:p` becomes `{http://…/main}p`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@cache
def _attribute(key: str) -> str:
    """Return the full name of an attribute in the `w` namespace."""
    return qualified(f"w:{key}")


def bare(namespace: str) -> dict[str, str]:
    """Return the namespace map that makes a namespace the default; the type stubs of lxml do not allow it."""
    return cast(dict[str, str], {None: namespace})


def add(parent: Element, name: str, /, **values: str) -> Element:
    """Append an element to a parent and return it; each keyword becomes an attribute of the `w` namespace."""
    child = SubElement(parent, qualified(name))
    for key, text in values.items():
        child.set(_attribute(key), text)
    return child


def find(parent: Element, path: str) -> Element | None:
    """Return the first element at a path of prefixed names, or None, in a fraction of the time that lxml's takes."""
    name, _, others = path.partition("/")
    for child in parent.iterchildren(qualified(name)):
        found = find(child, others) if others else child
        if found is not None:
            return found
    return None


def find_all(parent: Element, path: str) -> Iterator[Element]:
    """Return all elements at a path of prefixed names."""
    return parent.iterfind("/".join(map(qualified, path.split("/"))))


def value(parent: Element | None, path: str, attribute: str = "val") -> str | None:
    """Return an attribute of the first element at a path, or None where either is missing."""
    found = None if parent is None else find(parent, path)
    return None if found is None else found.get(qualified("w:" + attribute))


UNITS = MappingProxyType({"pt": 20, "in": 1440, "cm": 567, "mm": 56.7, "pc": 240, "pi": 240})
"""Unit of a measure -> twentieths of a point."""


def measure(text: str | None) -> int:
    """Return a measure of a style document in twentieths of a point; 0 if there is none or it is no measure."""
    found = re.fullmatch(r"(-?\d{1,9}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|pi)?", text or "")
    return round(float(found[1]) * UNITS.get(found[2] or "", 1)) if found else 0


def serialise(element: Element) -> bytes:
    """Return an element as the bytes of a package part."""
    return DECLARATION + etree.tostring(element, encoding="UTF-8")
