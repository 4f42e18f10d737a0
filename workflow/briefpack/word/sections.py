"""Sections: upright pages, and turned pages for wide tables, each with header and footer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from docx.document import Document
from lxml.etree import tostring

from briefpack.problems import Problem, Refusal
from briefpack.word.furniture import Furniture
from briefpack.word.house import House, size_of_paper
from briefpack.word.letter_room import edges
from briefpack.word.paragraphs import Paragraph
from briefpack.word.styles import STYLE_DOCUMENT, Styles
from briefpack.word.table_ends import end_table
from briefpack.word.xml import find, measure, qualified

_TURNED = 'w:orient="landscape"'


class Sections:
    """The properties of the sections of one document as text; measures are in twentieths of a point."""

    def __init__(self, document: Document, styles: Styles, house: House, furniture: Furniture) -> None:
        """Take the paper of the house, and the margins and the grid of the document's own section."""
        self._styles, self._furniture = styles, furniture
        self._paper = size_of_paper(document.element.body[-1], house.paper)
        margins = find(document.element.body[-1], "w:pgMar")
        across, down = (
            sum(measure(margins.get(qualified(f"w:{side}"))) for side in sides) if margins is not None else 0
            for sides in (("left", "right"), ("top", "bottom"))
        )
        self._across = across
        letterhead, width = furniture.letterhead, self._paper[0] - across
        taken = [edges(document.element.body[-1], styles, one, width) for one in (letterhead, letterhead.on_first_page)]
        self._down = max(down, *taken)
        if self._down > down and self._down > self._paper[1] // 2:
            message = "the letterhead leaves less than half of the page for text; make it smaller"
            raise Refusal([Problem(STYLE_DOCUMENT, message)])
        if across > self._paper[0] // 2 or down > self._paper[1] // 2:
            message = "the margins leave less than half of the page for text; make them smaller"
            raise Refusal([Problem(STYLE_DOCUMENT, message)])
        kept = (each for each in document.element.body[-1] if each.tag != qualified("w:pgSz"))
        self._kept = "".join(tostring(each, encoding="unicode") for each in kept)

    @property
    def measure(self) -> int:
        """The width of the text on an upright page."""
        return self._paper[0] - self._across

    @property
    def height(self) -> int:
        """The height of the text on an upright page."""
        return self._paper[1] - self._down

    @property
    def turned_measure(self) -> int:
        """The width of the text on a turned page."""
        return self._paper[1] - self._across

    @cached_property
    def upright(self) -> str:
        """The properties of a section of upright pages."""
        width, height = self._paper
        return self._properties(f'<w:pgSz w:w="{width}" w:h="{height}"/>', self.measure, 1)

    @cached_property
    def turned(self) -> str:
        """The properties of a section of turned pages."""
        height, width = self._paper
        return self._properties(f'<w:pgSz w:w="{width}" w:h="{height}" {_TURNED}/>', self.turned_measure, 2)

    def _properties(self, paper: str, measure: int, number: int) -> str:
        """Return the properties of a section, with its header and footer in parts of this number."""
        return f"<w:sectPr>{self._furniture.attach(measure, number)}{paper}{self._kept}</w:sectPr>"

    def turn(self, flow: list[Paragraph | str], table: str) -> None:
        """Append a table on turned pages, together with its caption and the heading above it.

        A single paragraph between heading and table goes with them.
        """
        start = _lead(flow)
        for each in flow[start : start + 1]:
            if isinstance(each, Paragraph):
                each.page_break = False
        self._end_upright(flow, start)
        flow.append(table)
        end_table(flow, len(flow) - 1, self._styles.paragraph("Table Gap")).section = self.turned

    def _end_upright(self, flow: list[Paragraph | str], start: int) -> None:
        """End the section of upright pages before a position; a section of turned pages continues."""
        last = flow[start - 1] if start else None
        if last is None:
            return
        if isinstance(last, Paragraph) and last.section == self.turned:
            last.section = ""
            return
        if isinstance(last, str):
            last = end_table(flow, start - 1, self._styles.paragraph("Table Gap"))
        last.keep_next, last.section = False, self.upright

    def last(self, flow: list[Paragraph | str]) -> str:
        """Return the properties of the document's last section, and remove them from its last paragraph.

        The first section gets what page one bears alone.
        """
        end = flow[-1] if flow else None
        if isinstance(end, Paragraph) and end.section:
            section, end.section = end.section, ""
        else:
            section = self.upright
        if self._furniture.letterhead.has_first_page:
            first = next((each for each in flow if isinstance(each, Paragraph) and each.section), None)
            if first is None:
                return self._titled(section)
            first.section = self._titled(first.section)
        return section

    def _titled(self, section: str) -> str:
        """Return the properties of a section whose first page has header and footer of its own."""
        measure = self.turned_measure if _TURNED in section else self.measure
        references = self._furniture.attach(measure, 3, of_first_page=True)
        opening = "<w:sectPr>"
        grid = section.find("<w:docGrid")
        end = len(section) - len("</w:sectPr>") if grid < 0 else grid
        return f"{opening}{references}{section[len(opening) : end]}<w:titlePg/>{section[end:]}"


def _lead(flow: Sequence[Paragraph | str]) -> int:
    """Return the position of the first paragraph that belongs to a table at the end of a flow."""

    def role(position: int) -> str:
        before = flow[position] if position >= 0 else ""
        return before.role if isinstance(before, Paragraph) else ""

    start = len(flow)
    if role(start - 1) == "caption":
        start -= 1
    if role(start - 1) == "text" and role(start - 2) == "heading":
        start -= 1
    while role(start - 1) == "heading":
        start -= 1
    return start
