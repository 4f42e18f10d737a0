"""Page room: how much of a page of a style document a text of the dialect takes, reckoned without setting it.

It is reckoned from the styles and from the widths of letters that come with briefpack, so that it is the same on every
machine, and rather too high than too low. It knows what page one holds: headings, paragraphs, lists, callouts, small
tables, pictures with their captions, and footnotes. A test holds it against LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from functools import cache
from types import MappingProxyType

from briefpack.word.columns import PADDING, set_widths
from briefpack.word.composition import AIR
from briefpack.word.dialect import picture_path
from briefpack.word.front_matter import FORM
from briefpack.word.house import size_of_paper
from briefpack.word.letter_room import edges
from briefpack.word.letterhead import NO_LETTERHEAD, Letterhead
from briefpack.word.markdown import read
from briefpack.word.package import open_style
from briefpack.word.page_filling import BOUNDS, PagePiece, filled, kept_rows
from briefpack.word.page_lines import BOLD, MILLIMETRES, TWENTIETHS, LineSetting, PageLines
from briefpack.word.page_texts import holds_field, without_lines, without_notes
from briefpack.word.styles import Styles
from briefpack.word.tree import MarkdownNode, lines_of, plain, rows_of, walk
from briefpack.word.xml import find, measure, qualified

#: How much wider bold capitals are; the room around the line over notes.
_CAPITALS, _RULE = 0.23, 12
#: The room above and below the text of a row of a table, with the line below it, and the lines around a table.
_CELL, _FRAME = 5.5, 1
#: The least height of a row that somebody writes in by hand, as `tables.py` sets it, with the line below it.
_HAND = 21.5
#: What heights that are rounded may add up to on a page.
_ROUNDED = 4
#: The room between the border of a callout and its text, above and below; the same of the band of the title.
_BOX, _BAND = 11, 16


#: The footer, where version, date and page number stand beside the title, or below where that is long.
_FOOTER = LineSetting("Footer", 180)
#: What stands between two tables.
_GAP = LineSetting("Table Gap")


class PageRoom:
    """The room on a page of one style document on one paper, in points."""

    def __init__(self, style: bytes, paper: str | None, letterhead: Letterhead, second: str) -> None:
        """Read the measures of the styles, the margins of the page with the room that a letterhead takes.

        `second` is the style of second headings.
        """
        self._headings = {"h1": "Title", "h2": second}
        document = open_style(style)
        self._styles = Styles(document.styles.element, [])
        section = document.element.body[-1]
        margins = find(section, "w:pgMar")
        left, right = (
            0 if margins is None else measure(margins.get(qualified(f"w:{side}"))) for side in ("left", "right")
        )
        width, height = size_of_paper(section, paper)
        self.width = (width - left - right) / TWENTIETHS
        self._lines = PageLines(self._styles, self.width)
        first, others = (
            height - edges(section, self._styles, one, width - left - right)
            for one in (letterhead.on_first_page, letterhead)
        )
        self.height = others / TWENTIETHS
        #: By how much page one is shorter than the others.
        self._short = (others - first) / TWENTIETHS

    def taken(self, markdown: str, pictures: Mapping[str, float] = MappingProxyType({})) -> float:
        """Return how many points of its pages a text takes, its footnotes included.

        `pictures` are the heights of its pictures in millimetres, by their paths. What stays empty where a page ends is
        counted, so that a text is as long as it reaches down its last page.
        """
        pieces, below, _ = self._of_text(markdown)._laid_out(markdown, pictures)
        return filled(pieces, self.height, self._short + below + _ROUNDED)

    def _of_text(self, markdown: str) -> PageRoom:
        """Return the room for a text, in whose scripts letters may be higher than Latin ones."""
        lines = self._lines.of_text(markdown)
        if lines is self._lines:
            return self
        room = copy(self)
        room._lines = lines
        return room

    def _laid_out(self, markdown: str, pictures: Mapping[str, float]) -> tuple[list[PagePiece], float, str]:
        """Return the pieces of a text, how many points its footnotes take, and its title as footers have it."""
        alone, notes = without_notes(markdown)
        manuscript = read(alone, "")
        foot = LineSetting("Footnote Text")
        below = sum(self._lines.high(foot, self._lines.count(note, foot)) for note in notes) + bool(notes) * _RULE
        pieces = self._pieces(manuscript.blocks, manuscript.front.layout == FORM, pictures)
        return pieces, below, manuscript.front.pagetitle

    def over(self, markdown: str, pages: int, pictures: Mapping[str, float] = MappingProxyType({})) -> float:
        """Return by how many points a text is longer than so many pages; 0 where it has room."""
        return max(0, self.taken(markdown, pictures) - pages * self.height)

    def surely_holds(self, markdown: str, pages: int, pictures: Mapping[str, tuple[float, float]]) -> bool:
        """Return whether a text stands on so many pages even if what just fits onto one of them does not.

        `pictures` are the widths and heights of its pictures in millimetres, by their paths.
        """
        # Pictures are set as wide as the text; a long title takes of each page what its lines take in the footer.
        wide = {path: height * self.width * MILLIMETRES / width for path, (width, height) in pictures.items()}
        pieces, below, title = self._of_text(markdown)._laid_out(markdown, wide)
        lines = self._lines.count(title, _FOOTER)
        height = self.height - (lines if lines > 1 else 0) * self._lines.line(_FOOTER.style)
        return all(filled(pieces, height, self._short + below, holds) <= pages * height for holds in BOUNDS)

    def lines(self, points: float) -> int:
        """Return how many lines of running text stand in so many points, rounded up."""
        return -int(-points // self._lines.line("Normal"))

    def _pieces(self, blocks: Iterable[MarkdownNode], is_form: bool, pictures: Mapping[str, float]) -> list[PagePiece]:
        """Return the blocks of a text as pieces that stay whole: rows of tables, points of lists, and other blocks."""
        found: list[PagePiece] = []
        plain_text, node = LineSetting("Normal"), None
        for node in blocks:
            gap = self._below_table(node)
            if node.type == "table":
                found[-1:] = [one._replace(is_kept=not gap) for one in found[-1:]]
                found += [PagePiece(gap, is_kept=True), *self._rows_kept(list(rows_of(node)), is_form)]
            elif node.type in ("bullet_list", "ordered_list"):
                whole, last = self._of(node, plain_text) / len(node.children), len(node.children) - 1
                # The first two points of a list stay together, and the last two where the last is one paragraph.
                kept = {0, last - 1 if len(node.children[last].children) == 1 else 0} - {last}
                found += [PagePiece(whole + (gap if not at else 0), is_kept=at in kept) for at in range(last + 1)]
            else:
                drawn = sum(pictures.get(picture_path(one), 0) for one in walk([node]) if one.type == "image")
                above = self._styles.before(self._headings.get(node.token.tag, "Heading 3")) / TWENTIETHS
                high = gap + self._of(node, plain_text) + drawn / MILLIMETRES - self._shared(node)
                found.append(PagePiece(high, node.type in ("heading", "figure"), -above * (node.type == "heading")))
        if node is None or node.type != "table":
            return found
        # Word needs a paragraph behind the last table, which is a point high and kept with the last row.
        return [*found[:-1], found[-1]._replace(is_kept=True), PagePiece(1)]

    def _of_all(self, nodes: Iterable[MarkdownNode], setting: LineSetting) -> float:
        return sum(self._of(node, setting) + self._below_table(node) for node in nodes)

    def _below_table(self, node: MarkdownNode) -> float:
        """Return the room between a table and what follows it; 0 where no table stands above."""
        if node.before is None or node.before.type != "table":
            return 0
        if node.type == "table":
            return self._lines.high(_GAP, 1)
        style = node.mark if node.type == "callout" else "Normal"
        style = self._headings.get(node.token.tag, "Heading 3") if node.type == "heading" else style
        return max(0, AIR - self._styles.before(style)) / TWENTIETHS

    def _shared(self, node: MarkdownNode) -> float:
        """Return the room that a heading shares with the text above it: of two only the larger stands between them."""
        above = node.before
        if node.type != "heading" or above is None or above.type not in ("paragraph", "bullet_list", "callout"):
            return 0
        style = above.mark if above.type == "callout" else "Normal"
        before = self._styles.before(self._headings.get(node.token.tag, "Heading 3"))
        return min(self._styles.after(style), before) / TWENTIETHS

    def _of(self, node: MarkdownNode, setting: LineSetting) -> float:
        if node.type == "heading":
            style = self._headings.get(node.token.tag, "Heading 3")
            sides = (self._styles.left(style) + self._styles.right(style)) / TWENTIETHS
            return self._text(node, LineSetting(style, sides)) + (
                self._lines.high(LineSetting("Sender"), 1) + _BAND
            ) * (style == "Title")
        if node.type == "callout":
            beside = (self._styles.left(node.mark) + self._styles.right(node.mark)) / TWENTIETHS
            # Between two paragraphs of a style stands the larger of what each asks for.
            shared = min(self._styles.before(node.mark), self._styles.after(node.mark)) / TWENTIETHS
            paragraphs = sum(one.type == "paragraph" for one in walk(node.children))
            inside = self._of_all(node.children, LineSetting(node.mark, beside))
            return _BOX + inside - shared * max(0, paragraphs - 1)
        if node.type in ("bullet_list", "ordered_list"):
            style = "List Bullet" if node.type == "bullet_list" else "List Number"
            indent = self._styles.left(style) / TWENTIETHS
            used = style if setting.style == "Normal" else setting.style
            items = self._of_all(node.children, LineSetting(used, setting.beside + indent))
            # What follows a list stands as far from it as from a paragraph.
            return items + (self._styles.after("Normal") - self._styles.after(used)) / TWENTIETHS
        if node.type == "figure":
            return self._lines.around("Figure")
        if node.type == "caption":
            return self._text(node, LineSetting("Caption"))
        if node.type == "table":
            return sum(row.height for row in self._rows_kept(list(rows_of(node))))
        if node.type == "paragraph":
            return self._text(node, setting)
        return self._of_all(node.children, setting)

    def _rows_kept(self, rows: list[list[MarkdownNode]], is_form: bool = False) -> list[PagePiece]:
        """Return the rows of a table, whose columns are as wide as the typesetting makes them."""
        is_titled = any(map(plain, rows[0]))
        rows = rows if is_titled else rows[1:]
        texts, measure = [[plain(cell) for cell in row] for row in rows], int(self.width * TWENTIETHS)
        widths = set_widths(
            texts, measure, self._styles.table_scales("Table Text", "".join(map("".join, texts))), titled=is_titled
        )
        heads = [is_titled and not number for number in range(len(rows))]
        least = [_HAND if is_form and holds_field(row) else 0 for row in rows]
        natural = (self._row(row, widths, head, not is_titled) for row, head in zip(rows, heads, strict=True))
        heights = [*map(max, natural, least)]
        return kept_rows([_FRAME + heights[0], *heights[1:]], texts, widths, is_titled)

    def _row(self, cells: list[MarkdownNode], widths: list[int], is_head: bool, is_fact: bool) -> float:
        styles = ["Table Heading" if is_head or (is_fact and not at) else "Table Text" for at in range(len(cells))]
        beside = [self.width - (width - PADDING) / TWENTIETHS for width in widths]
        return max(self._text(*each) for each in zip(cells, map(LineSetting, styles, beside), strict=True)) + _CELL

    def _text(self, node: MarkdownNode, setting: LineSetting) -> float:
        """Return the height of one paragraph, whose hard breaks begin lines, and whose bold letters are wider."""
        strong = "".join(plain(each) for each in walk([node]) if each.type == "strong")
        capitals = sum(map(str.isupper, strong))
        wider = 1 + (_CAPITALS * capitals + (BOLD - 1) * (len(strong) - capitals)) / max(1, len(plain(node)))
        return self._lines.high(
            setting, sum(self._lines.count(without_lines(text), setting, wider) for text in lines_of(node))
        )


@cache
def page_room(
    style: bytes, paper: str | None, letterhead: Letterhead = NO_LETTERHEAD, second: str = "Front Heading"
) -> PageRoom:
    """Return the room on a page of a style document with a letterhead on a paper, or its own for None, read once.

    Second headings are those above contents; a text without contents has `Heading 1` there.
    """
    return PageRoom(style, paper, letterhead, second)
