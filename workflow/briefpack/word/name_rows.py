"""Name rows: the heading of a long sheet of facts as its header row, which every page of the sheet repeats."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.word.composition import Composition

_BARE = (
    '<w:tcBorders><w:top w:val="nil"/></w:tcBorders>'
    '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
)
"""What makes a cell look as if its text stood above the table."""


def name_row(composition: Composition, widths: Sequence[int]) -> str:
    """Take the heading just above a sheet out of the flow and return it as a row; an empty text without such a heading.

    A heading that begins a page stays where it is: LibreOffice breaks no page within a table.
    """
    heading = composition.last_paragraph()
    if heading is None or heading.role != "heading" or heading.page_break:
        return ""
    composition.flow.pop()
    if composition.is_after_table():
        composition.paragraph("Table Gap")
        heading.before = 0
    cell = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>{_BARE}'
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{heading}</w:tc></w:tr>"
