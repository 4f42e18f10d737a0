"""Structure: faults of cells, grids and spaces, which no schema finds but Word cannot handle."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefpack.inspection.faults import OURS
from briefpack.inspection.names import Element, full, value
from briefpack.inspection.walk import Inspection, Rule

_PARAGRAPH, _TABLE, _ROW, _CELL = (full(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_COLUMN, _PRESERVED = full("w:gridCol"), full("xml:space")

_EMU_TO_A_TWIP = 635


def _cell(element: Element, inspection: Inspection) -> None:
    if not len(element) or element[-1].tag != _PARAGRAPH:
        inspection.fault(f"a cell does not end in a paragraph: {OURS}", element)


def _table(element: Element, inspection: Inspection) -> None:
    following = element.getnext()
    if following is None or following.tag != _PARAGRAPH:
        inspection.fault(f"a table is not followed by a paragraph: {OURS}", element)
    grid = [_number(column.get(full("w:w"))) for column in element.iterfind(f"{full('w:tblGrid')}/{_COLUMN}")]
    width = value(element, "w:tblPr/w:tblW", "w:w")
    if value(element, "w:tblPr/w:tblW", "w:type") == "dxa" and sum(grid) != _number(width):
        inspection.fault(f"the columns of a table do not make up its width: {OURS}", element)
    fixed = value(element, "w:tblPr/w:tblLayout", "w:type") == "fixed"
    for row in element.iterchildren(_ROW):
        _check_row(row, grid, inspection, fixed=fixed)


def _check_row(row: Element, grid: list[int], inspection: Inspection, *, fixed: bool) -> None:
    place = _number(value(row, "w:trPr/w:gridBefore"))
    for cell in row.iterchildren(_CELL):
        span = _number(value(cell, "w:tcPr/w:gridSpan")) or 1
        width = value(cell, "w:tcPr/w:tcW", "w:w")
        if fixed and width is not None and _number(width) != sum(grid[place : place + span]):
            inspection.fault(f"a cell is not as wide as its columns: {OURS}", cell)
        place += span
    if place + _number(value(row, "w:trPr/w:gridAfter")) != len(grid):
        inspection.fault(f"a row's cells do not make up the columns of its table: {OURS}", row)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _text(element: Element, inspection: Inspection) -> None:
    words = element.text or ""
    if not words.isprintable() and any(sign in words for sign in "\n\t\r"):
        inspection.fault(f"a line end or tab stands in a text, where Word drops it: {OURS}", element)
    if words != words.strip() and element.get(_PRESERVED) != "preserve":
        inspection.fault(f"spaces at the ends of a text would be lost, xml:space is missing: {OURS}", element)
    if words:
        for each in inspection.fields:
            if each.in_result:
                each.result += words


def _extent(element: Element, inspection: Inspection) -> None:
    """Add a fault for a picture larger than any page of the pack."""
    for name, longest in zip(("cx", "cy"), inspection.page, strict=True):
        if _number(element.get(name)) > longest * _EMU_TO_A_TWIP:
            inspection.fault(f"a picture is larger than the page: {OURS}", element)


STRUCTURE: Mapping[str, Rule] = MappingProxyType(
    {
        "w:tc": _cell,
        "w:tbl": _table,
        "w:t": _text,
        "wp:extent": _extent,
        "a:ext": _extent,
    }
)
"""Element -> rule."""
