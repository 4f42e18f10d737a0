"""Structure: what no schema sees and Word trips over: cells, grids, spaces, fields, and numbers used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefpack.inspection.names import Element, full, value
from briefpack.inspection.walk import Field, Inspection, Rule

_OWN = "this is a fault of the program: report it"
_PARAGRAPH, _TABLE, _ROW, _CELL = (full(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_COLUMN, _VALUE = full("w:gridCol"), full("w:val")
_PRESERVED, _FIELD = full("xml:space"), full("w:fldCharType")
#: The fields whose text a pack can hold; others ask, load, or tell of the machine and the moment.
FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "SEQ", "TOC", "HYPERLINK"})
_NAMING = ("REF", "PAGEREF", "NOTEREF")


def _cell(element: Element, inspection: Inspection) -> None:
    if not len(element) or element[-1].tag != _PARAGRAPH:
        inspection.fault(f"a cell does not end in a paragraph: {_OWN}", element)


def _table(element: Element, inspection: Inspection) -> None:
    following = element.getnext()
    if following is None or following.tag != _PARAGRAPH:
        inspection.fault(f"a table is not followed by a paragraph: {_OWN}", element)
    grid = [_number(column.get(full("w:w"))) for column in element.iterfind(f"{full('w:tblGrid')}/{_COLUMN}")]
    width = value(element, "w:tblPr/w:tblW", "w:w")
    if value(element, "w:tblPr/w:tblW", "w:type") == "dxa" and sum(grid) != _number(width):
        inspection.fault(f"the columns of a table do not make up its width: {_OWN}", element)
    fixed = value(element, "w:tblPr/w:tblLayout", "w:type") == "fixed"
    for row in element.iterchildren(_ROW):
        _check_row(row, grid, inspection, fixed=fixed)


def _check_row(row: Element, grid: list[int], inspection: Inspection, *, fixed: bool) -> None:
    place = _number(value(row, "w:trPr/w:gridBefore"))
    for cell in row.iterchildren(_CELL):
        span = _number(value(cell, "w:tcPr/w:gridSpan")) or 1
        width = value(cell, "w:tcPr/w:tcW", "w:w")
        if fixed and width is not None and _number(width) != sum(grid[place : place + span]):
            inspection.fault(f"a cell is not as wide as its columns: {_OWN}", cell)
        place += span
    if place + _number(value(row, "w:trPr/w:gridAfter")) != len(grid):
        inspection.fault(f"a row's cells do not make up the columns of its table: {_OWN}", row)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _switch(element: Element, inspection: Inspection) -> None:
    if _VALUE in element.attrib:
        inspection.fault(f"w:tblHeader and w:cantSplit must stand bare, or Word's own check fails: {_OWN}", element)


def _text(element: Element, inspection: Inspection) -> None:
    words = element.text or ""
    if not words.isprintable() and any(sign in words for sign in "\n\t\r"):
        inspection.fault(f"a line end or tab stands in a text, where Word drops it: {_OWN}", element)
    if words != words.strip() and element.get(_PRESERVED) != "preserve":
        inspection.fault(f"spaces at the ends of a text would be lost, xml:space is missing: {_OWN}", element)
    if words:
        for each in inspection.fields:
            each.has_text = each.has_text or each.in_result


def _field_mark(element: Element, inspection: Inspection) -> None:
    kind, dirty = element.get(_FIELD), full("w:dirty")
    if dirty in element.attrib:
        inspection.fault(f"a field is marked w:dirty, at which Word asks the reader to update it: {_OWN}", element)
    if kind == "begin":
        inspection.fields.append(Field(element))
    elif not inspection.fields or (kind == "separate" and inspection.fields[-1].in_result):
        inspection.fault(f"a field has a part too many ({kind}): {_OWN}", element)
    elif kind == "separate":
        inspection.fields[-1].in_result = True
    else:
        _end(inspection.fields.pop(), inspection)


def _end(field: Field, inspection: Inspection) -> None:
    if not field.has_text:
        inspection.fault(f"a field has no text to show until it is updated: {_OWN}", field.element)
    check_code(field.code, field.element, inspection)


def _code(element: Element, inspection: Inspection) -> None:
    if not inspection.fields or inspection.fields[-1].in_result:
        inspection.fault(f"the code of a field stands outside it: {_OWN}", element)
    else:
        inspection.fields[-1].code += element.text or ""


def _simple_field(element: Element, inspection: Inspection) -> None:
    check_code(element.get(full("w:instr"), ""), element, inspection)
    if not any(text.text for text in element.iter(full("w:t"))):
        inspection.fault(f"a field has no text to show until it is updated: {_OWN}", element)


def check_code(code: str, element: Element, inspection: Inspection) -> None:
    """Complain of a field of a kind that packs do not hold, and remember the bookmark that another kind names."""
    words = code.split()
    kind = words[0].upper() if words else ""
    if kind not in FIELDS:
        inspection.fault(f"a pack does not hold a field of this kind (known: {', '.join(sorted(FIELDS))})", element)
    elif kind in _NAMING and len(words) > 1:
        inspection.meet("named bookmark", words[1].strip('"'), element)
    elif kind == "HYPERLINK" and "\\l" in words[:-1]:
        inspection.meet("named bookmark", words[words.index("\\l") + 1].strip('"'), element)
    elif kind in (*_NAMING, "HYPERLINK"):
        inspection.fault(f"a field names no bookmark: {_OWN}", element)


def close_part(inspection: Inspection) -> None:
    """Complain of fields that were begun in the part just walked and not ended."""
    for field in inspection.fields:
        inspection.fault(f"a field has no end: {_OWN}", field.element)
    inspection.fields.clear()


STRUCTURE: Mapping[str, Rule] = MappingProxyType(
    {
        "w:tc": _cell,
        "w:tbl": _table,
        "w:tblHeader": _switch,
        "w:cantSplit": _switch,
        "w:t": _text,
        "w:instrText": _code,
        "w:fldChar": _field_mark,
        "w:fldSimple": _simple_field,
    }
)
"""Element -> rule."""
