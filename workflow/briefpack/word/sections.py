"""Sections: upright pages, and pages on their side for what is too wide, each with header and footer."""

from __future__ import annotations

from functools import cached_property

from docx.document import Document
from docx.shared import Length
from lxml.etree import tostring

from briefpack.word.front_matter import FrontMatter
from briefpack.word.furniture import attach_furniture
from briefpack.word.house import PAPER, House
from briefpack.word.paragraphs import Paragraph
from briefpack.word.styles import Styles
from briefpack.word.xml import qualified


class Sections:
    """The sections of one document, as text to stand at their ends; measures are in twentieths of a point."""

    def __init__(self, document: Document, front: FrontMatter, title: str, styles: Styles, house: House) -> None:
        """Take the paper of the house, and the margins and the grid of the document's own section."""
        self._part, self._front, self._title, self._styles = document.part, front, title, styles
        self._paper = PAPER[house.paper]
        section = document.sections[0]
        self._across = _together(section.left_margin, section.right_margin)
        self._down = _together(section.top_margin, section.bottom_margin)
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
        """The width of the text on a page on its side."""
        return self._paper[1] - self._across

    @cached_property
    def upright(self) -> str:
        """The properties of a section of upright pages."""
        width, height = self._paper
        return self._properties(f'<w:pgSz w:w="{width}" w:h="{height}"/>', self.measure, 1)

    @cached_property
    def turned(self) -> str:
        """The properties of a section of pages on their side."""
        height, width = self._paper
        return self._properties(f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="landscape"/>', self.turned_measure, 2)

    def _properties(self, paper: str, measure: int, number: int) -> str:
        """Give the properties of a section, its header and footer in parts of that number."""
        furniture = attach_furniture(self._part, self._front, self._title, self._styles, measure, number)
        return f"<w:sectPr>{furniture}{paper}{self._kept}</w:sectPr>"

    def turn(self, flow: list[Paragraph | str], table: str) -> None:
        """Append a table, and turn the pages of it and of the heading, words and caption that lead to it."""
        start = len(flow)
        while start and isinstance(before := flow[start - 1], Paragraph) and before.keep_next and not before.section:
            start -= 1
        if start < len(flow) and isinstance(first := flow[start], Paragraph):
            first.page_break = False
        self._end_upright(flow, start)
        flow.append(table)
        flow.append(Paragraph(self._styles.paragraph("Table Gap"), section=self.turned))

    def _end_upright(self, flow: list[Paragraph | str], start: int) -> None:
        """End the section of upright pages in front of a place; one of turned pages goes on."""
        last = flow[start - 1] if start else None
        if last is None:
            return
        if isinstance(last, Paragraph) and last.section == self.turned:
            last.section = ""
            return
        if isinstance(last, str):
            last = Paragraph(self._styles.paragraph("Table Gap"))
            flow.insert(start, last)
        last.section = self.upright

    def last(self, flow: list[Paragraph | str]) -> str:
        """Give the properties of the document's last section, taken off its last paragraph where they stand there."""
        end = flow[-1] if flow else None
        if not isinstance(end, Paragraph) or not end.section:
            return self.upright
        section, end.section = end.section, ""
        return section


def _together(*margins: Length | None) -> int:
    """Give margins added up in twentieths of a point; one that is not set is none."""
    return sum(int(margin.twips) for margin in margins if margin is not None)
