"""Indents: those of the text become margins of the page, and those that leave a line no room are taken back."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.adoption.sheet import Sheet, without
from briefpack.word.style_names import USED
from briefpack.word.xml import Element, add, find, measure, qualified

_START, _END = ("left", "start"), ("right", "end")
#: How much of a line indents may take, and of a cell, of which a table has several beside one another.
_OF_A_LINE, _OF_A_CELL = 1 / 2, 1 / 15
_IN_CELLS = ("Table Text", "Table Heading", "Annex Table Text", "Annex Table Heading")


def margins_of_normal(sheet: Sheet, section: Element) -> Iterator[str]:
    """Give the page the margins that a template gives to its text by indents, as letterheads do.

    Indents with which less than half of the page would be left for text are taken back.
    """
    normal, margins, paper = sheet.default("paragraph"), find(section, "w:pgMar"), find(section, "w:pgSz")
    indent = None if normal is None else find(normal, "w:pPr/w:ind")
    if indent is None or margins is None or paper is None:
        return
    wider = {sides[0]: max(0, _side(indent, sides)) for sides in (_START, _END)}
    margin = {side: measure(margins.get(qualified(f"w:{side}"))) for side in wider}
    has_room = sum(wider.values()) + sum(margin.values()) <= measure(paper.get(qualified("w:w"))) // 2
    for side, other in (_START, _END):
        if wider[side]:
            for said in (side, other):
                indent.set(qualified(f"w:{said}"), "0")
        if wider[side] and has_room:
            margins.set(qualified(f"w:{side}"), str(margin[side] + wider[side]))
            yield f"the text stands in from the {side} margin by an indent: the margin is wider by as much"
    if not has_room:
        yield "the text stands in by indents that leave it less than half of the page: they are left out"


def leave_room(sheet: Sheet, across: int) -> Iterator[str]:
    """Take back the indents of each style that leave too little of a line for its text; return of which."""
    for used in USED:
        style = sheet.named(used.kind, used.name) if used.kind == "paragraph" else None
        if style is None:
            continue
        taken = sum(_inherited(sheet, style, sides) for sides in (_START, _END, ("firstLine",)))
        if taken > across * (_OF_A_CELL if used.name in _IN_CELLS else _OF_A_LINE):
            add(without(style, "w:pPr", "w:ind"), "w:ind", left="0", right="0", firstLine="0")
            yield f"the indents of style '{used.name}' leave too little room for its text: they are left out"


def _inherited(sheet: Sheet, style: Element, sides: tuple[str, ...]) -> int:
    """Return an indent of a style, which may be that of the nearest style below it that says one."""
    for each in sheet.lineage(style):
        indent = find(each, "w:pPr/w:ind")
        if indent is not None and any(indent.get(qualified(f"w:{side}")) for side in sides):
            return _side(indent, sides)
    return 0


def _side(indent: Element, sides: tuple[str, ...]) -> int:
    said = (indent.get(qualified(f"w:{side}")) for side in sides)
    return measure(next((one for one in said if one), None))
