"""Tables: rows and cells in the house style, with column widths that follow the text of the cells."""

from __future__ import annotations

from briefpack.text.escaping import on_one_line
from briefpack.word.columns import PADDING, is_too_wide, is_wide, line_count, set_widths
from briefpack.word.composition import PLAIN, BlockSetting, Composition
from briefpack.word.form_fields import has_field
from briefpack.word.front_matter import FORM
from briefpack.word.name_rows import name_row
from briefpack.word.tree import MarkdownNode, plain
from briefpack.word.xml import UNWRITABLE, quoted

SHORT = 14
"""The most lines of a table that is kept on one page; a longer one would leave too much of the last page empty."""

FEW_ROWS = 24
"""The most lines of a table of three rows that is kept on one page: wherever it breaks, one row stands alone."""

SHEET = 28
"""The most lines of a sheet of facts in an annex that is kept on one page: what it is about stands above it alone."""

PAIRS = 3
"""In a longer table with more rows than this, the first two rows stay together, and the last two.

A single row on a page would look like another table. With three rows all would be kept together, as if it were short.
"""

HAND, FOOT = '<w:trHeight w:val="420" w:hRule="atLeast"/>', '<w:vAlign w:val="bottom"/>'
"""What makes a row high enough to write in by hand, and puts what is printed in a cell at its foot."""

TOO_WIDE = "the words of this table do not fit side by side; give it fewer columns or more room"
NORMAL, SMALL = 9, 7
"""How the size of the letters of tables is to that of a table that is too wide for a turned page."""

MOST_COLUMNS = 63
"""The most columns of a table that Word opens."""

LONGEST = 250
"""The most characters of a table's alternative text: nobody listens longer before the table itself."""

ALIGNMENTS = {"text-align:right": "right", "text-align:center": "center"}


def table(node: MarkdownNode, composition: Composition, setting: BlockSetting) -> None:
    """Write a table, on turned pages if it is wide.

    A table whose header cells are all empty becomes a sheet of facts with bold first cells; a long one repeats its
    name on each page.
    """
    if composition.in_note:
        composition.refuse("a footnote cannot hold a table; put the table in the text")
    rows = [row for part in node.children for row in part.children]
    titled = any(inline.children for cell in rows[0].children for inline in cell.children)
    rows = rows if titled or len(rows) == 1 else rows[1:]
    texts = [[plain(cell) for cell in row.children] for row in rows]
    sections = composition.sections
    placed = _placed(texts, composition, setting.left)
    if placed is None:
        return
    left, turned, measure = placed
    if len(texts[0]) > MOST_COLUMNS:
        _as_lines(rows, composition)
        return
    if turned:
        composition.page_break = False
    widths = _widths(texts, measure, composition, titled=titled)
    whole = line_count(texts, widths) <= _longest(composition, len(rows), titled=titled)
    name = "" if titled or whole or turned else name_row(composition, widths)
    if not name:
        _join_to_text(composition)
    written = name + _rows(rows, composition, widths, titled=titled, whole=whole)
    composition.small = False
    told = _told(node, composition, texts, titled=titled)
    finished = f"<w:tbl>{_frame(composition, widths, left, titled, told)}{written}</w:tbl>"
    if turned:
        sections.turn(composition.flow, finished)
    else:
        composition.flow.append(finished)


def _longest(composition: Composition, rows: int, *, titled: bool) -> int:
    """Return the most lines of a table that is kept on one page."""
    if composition.in_annexes and not titled:
        return SHEET
    return SHORT if rows - titled > PAIRS else FEW_ROWS


def _placed(texts: list[list[str]], composition: Composition, left: int) -> tuple[int, bool, int] | None:
    """Return the indent of a table, whether it is turned, and its measure; None for a pack in which it has no room."""
    sections = composition.sections
    turned = left == 0 and not composition.in_note and is_wide(texts, sections.measure)
    measure = (sections.turned_measure if turned else sections.measure) - left
    if not ((turned or left) and is_too_wide(texts, measure)):
        return left, turned, measure
    if not composition.tolerant:
        composition.refuse(TOO_WIDE)
        return None
    turned = not composition.in_note
    measure = sections.turned_measure if turned else sections.measure
    composition.small = is_too_wide(texts, measure)
    if is_too_wide(texts, measure * NORMAL // SMALL) or len(texts[0]) > MOST_COLUMNS:
        composition.refuse(TOO_WIDE, instead="its words are broken")
    return 0, turned, measure


def _widths(texts: list[list[str]], measure: int, composition: Composition, *, titled: bool) -> list[int]:
    """Return the width of each column; small letters take less of it, and larger and broader ones more."""
    scales = composition.styles.table_scales(composition.styled("Table Text"), "".join(map("".join, texts)))
    return set_widths(texts, measure, [SMALL / NORMAL] if composition.small else scales, titled=titled)


def _as_lines(rows: list[MarkdownNode], composition: Composition) -> None:
    """Write a table with more columns than Word has as a line for each row."""
    composition.small = False
    for row in rows:
        made = composition.paragraph("Table Text")
        for number, cell in enumerate(row.children):
            if number:
                made.runs.write(" | ")
            composition.line = cell.line
            composition.write(cell.children, made.runs, PLAIN)


def _rows(
    rows: list[MarkdownNode], composition: Composition, widths: list[int], *, titled: bool, whole: bool
) -> str:  # fmt: skip
    """Return the rows of a table, with those that stay on one page kept with the next row."""
    outside, written = composition.flow, []
    bound = {titled, len(rows) - 2} if len(rows) - titled > PAIRS else set()
    for number, row in enumerate(rows):
        kept = number < len(rows) - 1 and (whole or number < titled or number in bound)
        written.append(_row(row, composition, widths, header=titled and number == 0, kept=kept, facts=not titled))
    composition.flow = outside
    return "".join(written)


def _join_to_text(composition: Composition) -> None:
    """Keep the paragraph before a table with it, and separate it from a table just above, which it would join.

    The caption of a picture is not kept with a table below: picture and table would both move to the next page.
    """
    if composition.is_after_table():
        composition.paragraph("Table Gap")
    before = composition.last_paragraph()
    ends_figure = before is not None and before.style == composition.styles.paragraph("caption") and not before.role
    if before is not None and not composition.page_break and not ends_figure:
        before.keep_next = True


def _told(node: MarkdownNode, composition: Composition, texts: list[list[str]], *, titled: bool) -> str:
    """Return what a table is and what it holds, for who listens: its caption or the heading above it, and its heads."""
    heads = ", ".join(head.strip() for head in (texts[0] if titled else [row[0] for row in texts]) if head.strip())
    above = node.before is not None and node.before.type == "caption"
    title = plain(node.before) if above and node.before else composition.headed or composition.manuscript.title or heads
    said = {"tblCaption": title, "tblDescription": heads}
    return "".join(f'<w:{name} w:val="{quoted(_cut(text))}"/>' for name, text in said.items() if text.strip())


def _cut(text: str) -> str:
    """Return a text on one line that is no longer than alternative texts should be."""
    words = on_one_line(UNWRITABLE.sub("", text))
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rpartition(' ')[0]}\u2026"


def _frame(composition: Composition, widths: list[int], left: int, titled: bool, told: str) -> str:
    """Return the beginning of a table before its rows: its style, its width and its grid."""
    look = (
        'w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        if titled
        else 'w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1"'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblStyle w:val="{composition.styles.table(composition.styled("Briefing Table"))}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook {look} w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _row(
    row: MarkdownNode, composition: Composition, widths: list[int], *, header: bool, kept: bool, facts: bool
) -> str:  # fmt: skip
    """Return one row, which no page break divides; a header row is repeated on every page of the table."""
    cells = []
    for number, (cell, width) in enumerate(zip(row.children, widths, strict=True)):
        composition.flow = []
        composition.line = cell.line
        made = composition.paragraph("Table Heading" if header or (facts and number == 0) else "Table Text")
        made.keep_next = kept
        made.alignment = ALIGNMENTS.get(str(cell.token.attrs.get("style", "")), "")
        composition.room = max(1, width - PADDING)
        composition.write(cell.children, made.runs, PLAIN)
        cells.append((width, str(made)))
    is_tall = composition.manuscript.front.layout == FORM and any(has_field(made) for _, made in cells)
    composition.room = 0
    height, foot = (HAND, FOOT) if is_tall else ("", "")
    every = (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{foot}</w:tcPr>{made}</w:tc>' for width, made in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(every)}</w:tr>"
