"""Tables: rows and cells in the house style, with column widths that follow what the cells hold."""

from __future__ import annotations

from briefpack.word.columns import column_widths
from briefpack.word.composition import PLAIN, Composition, Setting
from briefpack.word.markdown import Node, line_of, plain
from briefpack.word.paragraphs import put
from briefpack.word.xml import Element, add

SHORT = 7
"""A table of at most so many rows is kept on one page."""

ALIGNMENTS = {"text-align:right": "right", "text-align:center": "center"}


def table(node: Node, composition: Composition, setting: Setting) -> None:
    """Write a table; one whose header cells are all empty becomes a sheet of facts with bold first cells."""
    if composition.in_note:
        composition.refuse("a footnote cannot hold a table; put the table in the text")
    rows = [row for part in node.children for row in part.children]
    titled = any(inline.children for cell in rows[0].children for inline in cell.children)
    rows = rows if titled or len(rows) == 1 else rows[1:]
    texts = [[plain(cell) for cell in row.children] for row in rows]
    widths = column_widths(texts, composition.measure - setting.left)
    _join_to_text(composition)
    made = _frame(composition, widths, setting.left, titled)
    flow = composition.flow
    for number, row in enumerate(rows):
        kept = number < len(rows) - 1 and (len(rows) <= SHORT or (titled and number == 0))
        _row(row, add(made, "w:tr"), composition, widths, header=titled and number == 0, kept=kept, facts=not titled)
    composition.flow = flow


def _join_to_text(composition: Composition) -> None:
    """Keep what stands before a table with it, and part it from a table just above, which it would else join."""
    if composition.previous("w:tbl") is not None:
        composition.paragraph("Table Gap")
    before = composition.previous("w:p")
    if before is not None:
        put(before, "w:keepNext")


def _frame(composition: Composition, widths: list[int], left: int, titled: bool) -> Element:
    """Append a table without rows: its style, its width and its grid."""
    made = add(composition.flow, "w:tbl")
    properties = add(made, "w:tblPr")
    add(properties, "w:tblStyle", val=composition.styles.table("Briefing Table"))
    add(properties, "w:tblW", w=str(sum(widths)), type="dxa")
    add(properties, "w:tblInd", w=str(left), type="dxa")
    add(properties, "w:tblLayout", type="fixed")
    look = "0020" if titled else "0080"
    add(properties, "w:tblLook", val=look, firstRow=str(int(titled)), lastRow="0", firstColumn=str(int(not titled)),
        lastColumn="0", noHBand="1", noVBand="1")  # fmt: skip
    grid = add(made, "w:tblGrid")
    for width in widths:
        add(grid, "w:gridCol", w=str(width))
    return made


def _row(
    row: Node, made: Element, composition: Composition, widths: list[int], *, header: bool, kept: bool, facts: bool
) -> None:
    """Write one row, whole on its page; a header row is repeated on every page the table goes on to."""
    properties = add(made, "w:trPr")
    add(properties, "w:cantSplit")
    if header:
        add(properties, "w:tblHeader")
    for number, (cell, width) in enumerate(zip(row.children, widths, strict=True)):
        holder = add(made, "w:tc")
        add(add(holder, "w:tcPr"), "w:tcW", w=str(width), type="dxa")
        composition.flow = holder
        composition.line = line_of(cell)
        paragraph = composition.paragraph("Table Heading" if header or (facts and number == 0) else "Table Text")
        if kept:
            put(paragraph, "w:keepNext")
        alignment = ALIGNMENTS.get(str(cell.attrs.get("style", "")))
        if alignment:
            put(paragraph, "w:jc", val=alignment)
        composition.write(cell.children, paragraph, PLAIN)
