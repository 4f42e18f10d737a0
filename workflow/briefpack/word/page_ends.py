"""Page ends: what stands before a picture that takes most of a page stays together, so that no page is nearly empty.

Such a picture rarely has room where it comes, and goes to the next page. If only a few lines stood above it, they would
have a page to themselves. So as many of the lines before it as fill a good third of a page are kept with one another:
where they do not all fit, the page before gives up some of its lines to theirs. No page is added by it.

For the same reason the last lines of a text with contents are kept with one another: its last page is no mere rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.word.columns import PADDING, text_width
from briefpack.word.composition import Composition
from briefpack.word.paragraphs import Paragraph
from briefpack.word.picture_runs import EMU_TO_A_TWIP
from briefpack.word.styles import TABLE_SIZE
from briefpack.word.table_ends import kept_with_next

TALL = 0.58
"""The share of a page's height above which a picture may leave a page before it that is under a third full."""

KEPT = 0.42
"""The share of a page that is kept together: a third, and what reckoning without a layout may be wrong by."""

LAST = 0.22
"""The share of a page that is kept together at the end of a text."""

#: The height of a line as a share of its letters, and the room above and below the text of a cell.
_LINE, _CELL = 1.2, 60
_ROWS = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
_CELLS = re.compile(r'<w:tcW w:w="(\d+)".*?(?=<w:tcW|$)', re.DOTALL)
_EXTENT = re.compile(r'<wp:extent [^>]*cy="(\d+)"')
_MARKUP = re.compile(r"<[^>]*>")


def is_tall(composition: Composition, picture: str) -> bool:
    """Return whether a picture takes most of a page."""
    heights = (int(height) / EMU_TO_A_TWIP for height in _EXTENT.findall(picture))
    return max(heights, default=0) > composition.sections.height * TALL


def keep_before(composition: Composition) -> None:
    """Keep the blocks before the last one together, from its headings upwards, until they fill a good third of a page.

    They are not kept with the picture, since all of it together has no room on any page. Its heading begins a page:
    LibreOffice would leave it behind.
    """
    flow, wanted, is_last = composition.flow, composition.sections.height * KEPT, True
    for place in reversed(range(len(flow) - 1)):
        block = flow[place]
        if wanted <= 0 or "<w:drawing>" in str(block):
            return
        if isinstance(block, Paragraph):
            if is_last and block.role == "heading":
                _begin_page(block, flow[place + 1])
                continue
            block.keep_next, block.keep_lines = block.keep_next or not is_last, True
            wanted -= _paragraph(composition, block)
            if block.page_break or block.section:
                return
        else:
            flow[place], wanted = _kept(composition, block, wanted, is_last=is_last)
        is_last = False


def keep_last(composition: Composition) -> None:
    """Keep the last blocks of a text with contents together, until they fill a fifth of a page."""
    flow, wanted = composition.flow, composition.sections.height * LAST
    if not composition.manuscript.contents:
        return
    for place in reversed(range(len(flow))):
        block = flow[place]
        if wanted <= 0 or "<w:drawing>" in str(block) or (isinstance(block, Paragraph) and block.section):
            return
        if isinstance(block, Paragraph):
            block.keep_next, block.keep_lines = block.keep_next or place < len(flow) - 1, True
            wanted -= _paragraph(composition, block)
        else:
            flow[place], wanted = _kept(composition, block, wanted, is_last=False)


def _begin_page(heading: Paragraph, below: Paragraph | str) -> None:
    """Begin a page with a heading, and no longer with the one below it."""
    heading.page_break, heading.before = True, 0
    if isinstance(below, Paragraph) and below.role == "heading":
        below.page_break, below.before = False, None


def _kept(composition: Composition, table: str, wanted: float, *, is_last: bool) -> tuple[str, float]:
    """Return a table of which the last rows are kept with one another and what follows, and how much is wanted then."""
    first = len(table)
    end = table.rindex("<w:tr>") if is_last else first
    for row in reversed(list(_ROWS.finditer(table))):
        if wanted <= 0:
            break
        first = row.start()
        wanted -= max(_heights(composition, row.group()), default=0)
    first = min(first, end)
    return table[:first] + kept_with_next(table[first:end]) + table[end:], wanted


def _paragraph(composition: Composition, block: Paragraph) -> float:
    """Return about how high a paragraph is, in twentieths of a point."""
    styles = composition.styles
    style = styles.named(block.style) or "Normal"
    room = composition.sections.measure - (styles.left(style) if block.left is None else block.left)
    before = styles.before(style) if block.before is None else block.before
    after = styles.after(style) if block.after is None else block.after
    return before + _lines(composition, str(block.runs), room, style) + after


def _heights(composition: Composition, row: str) -> Iterator[float]:
    style = composition.styled("Table Text")
    for cell in _CELLS.finditer(row):
        yield _lines(composition, cell.group(), int(cell[1]) - PADDING, style) + _CELL


def _lines(composition: Composition, content: str, room: int, style: str) -> float:
    """Return about how high the lines of a text are in a style."""
    size = composition.styles.size(style)
    wide = text_width(_MARKUP.sub("", content)) * size / TABLE_SIZE
    return (1 + wide // max(1, room)) * size * 10 * _LINE
