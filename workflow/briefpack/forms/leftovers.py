"""Leftovers: what may stand in a Word file and is never taken from a form, in words for whoever reads it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from briefpack.forms.opening import Element

_DELETED = "text that was deleted while changes were tracked"
_MOVED = "text that was moved while changes were tracked"
_COMPUTED = "text that Word computes"
_DRAWN = "a picture, a shape or a text box"
_NOTE = "a note"
_COMMENT = "a comment"
#: Name of an element -> what it is; an element that is not listed is told only if there is text in it.
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("del", "delText", "cellDel"), _DELETED),
        **dict.fromkeys(("moveFrom", "moveTo"), _MOVED),
        **dict.fromkeys(("fldChar", "fldSimple", "instrText", "delInstrText", "sym", "dayLong"), _COMPUTED),
        **dict.fromkeys(("drawing", "pict", "object", "AlternateContent"), _DRAWN),
        **dict.fromkeys(("footnoteReference", "endnoteReference"), _NOTE),
        **dict.fromkeys(("commentReference", "commentRangeStart"), _COMMENT),
        "altChunk": "another document within the file",
    }
)
_OTHER = "text that stands in something else than a line"


def kind_of(element: Element, *, of_row: bool = False) -> str:
    """Return in words what an element is that is not taken; an empty text if it is nothing to a reader.

    `of_row` asks of a property of a row of a table, or of a cell, what it says of its text.
    """
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    if of_row:
        return {"del": _DELETED, "tc": _DELETED, "hidden": "hidden text"}.get(name, "")
    if name in _KINDS:
        return _KINDS[name]
    return _OTHER if name and any((one.text or "").strip() for one in element.iter("{*}t")) else ""
