"""Table ends: the paragraph that Word needs below the last table of a section, on the page of the table's last row."""

from __future__ import annotations

import re

from briefpack.word.paragraphs import Paragraph

_STYLED = re.compile(r'(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)')


def end_table(flow: list[Paragraph | str], place: int, style: str) -> Paragraph:
    """Write the paragraph that ends a section below its last table, which stands at a place of a flow; return it.

    It is as low as can be and kept with the last row. Else it has a page to itself where the table fills its last one.
    """
    table = str(flow[place])
    last = table.rindex("<w:tr>")
    flow[place] = table[:last] + kept_with_next(table[last:])
    made = Paragraph(style, is_low=True)
    flow.insert(place + 1, made)
    return made


def kept_with_next(rows: str) -> str:
    """Return rows of a table that stay on the page of what follows them."""
    return _STYLED.sub(r"\1<w:keepNext/>", rows)
