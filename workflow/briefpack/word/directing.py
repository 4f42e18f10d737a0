"""Directing: gives the paragraphs, tables and sections of a finished part their direction.

Word leaves to the file what others find out for themselves. A part of a left-to-right document without a character of
another direction or of a complex script stays as it is.
"""

from __future__ import annotations

from unicodedata import bidirectional

from lxml import etree

from briefpack.word.directed_runs import direct_runs, text_of
from briefpack.word.document_scripts import DocumentScripts
from briefpack.word.property_order import put
from briefpack.word.styles import Styles
from briefpack.word.xml import Element, find, qualified, serialise, value

OWN_DIRECTION = ("Annex Text", "Bibliography", "Definition", "Quote")
"""The styles, beside that of running text, in which a paragraph takes the direction of its own words."""
NOTES = ("Footnote Text",)
"""So in a document from left to right; in others, LibreOffice sets the line that calls such a note over itself."""
IN_CELLS = ("Annex Table Heading", "Annex Table Text", "Table Heading", "Table Text")
"""The styles in tables, where only a paragraph without a letter of its document's direction does, so that columns read
alike; it still stands at the side of the others."""
LEFT_TO_RIGHT = ("Code",)
"""The styles of what is no language, in any document."""

#: A paragraph runs against its document where it begins so, and has so many times as many letters of its direction.
_CLEARLY = 2


class Directing:
    """Gives the parts of one document their direction."""

    def __init__(self, scripts: DocumentScripts, styles: Styles) -> None:
        self._scripts = scripts
        own = OWN_DIRECTION if scripts.right_to_left else (*OWN_DIRECTION, *NOTES)
        self._own, self._cells, self._fixed = (
            frozenset(styles.paragraph(name) for name in names) for names in (own, IN_CELLS, LEFT_TO_RIGHT)
        )

    def directed(self, part: bytes, *, is_furniture: bool = False) -> bytes:
        """Return a part with its directions; the tables of a header or footer keep that of the letterhead."""
        root = etree.fromstring(part)
        for paragraph in root.iter(qualified("w:p")):
            self._paragraph(paragraph)
        if self._scripts.right_to_left:
            for table in () if is_furniture else root.iter(qualified("w:tblPr")):
                put(table, "bidiVisual")
            for section in root.iter(qualified("w:sectPr")):
                put(section, "bidi")
        return serialise(root)

    def _paragraph(self, paragraph: Element) -> None:
        text = text_of(paragraph)
        turned = self._is_turned(paragraph, text)
        properties = find(paragraph, "w:pPr")
        said = None if properties is None else find(properties, "w:bidi")
        base = self._scripts.right_to_left != turned
        if said is not None:
            base = said.get(qualified("w:val")) != "0"
        elif turned and (value(properties, "w:pStyle") not in self._fixed):
            properties = _turn_paragraph(paragraph, properties, base)
            if value(properties, "w:pStyle") in self._cells and find(properties, "w:jc") is None:
                put(properties, "jc", val="right")
        direct_runs(paragraph, text, int(base), self._scripts)

    def _is_turned(self, paragraph: Element, text: str) -> bool:
        """Return whether a paragraph runs against its document: code does where that runs from right to left."""
        properties = find(paragraph, "w:pPr")
        style = value(properties, "w:pStyle")
        if style in self._fixed:
            return self._scripts.right_to_left
        free = style is None or style in self._own or style in self._cells
        if not free or (properties is not None and find(properties, "w:numPr") is not None):
            return False
        letters = [kind == "L" for kind in map(bidirectional, text) if kind in ("L", "R", "AL")]
        against = [each == self._scripts.right_to_left for each in letters]
        if style in self._cells:
            return bool(against) and all(against)
        return bool(against) and against[0] and sum(against) > _CLEARLY * (len(against) - sum(against))


def _turn_paragraph(paragraph: Element, properties: Element | None, base: bool) -> Element:
    """Give a paragraph a direction of its own; return its properties."""
    if properties is None:
        properties = paragraph.makeelement(qualified("w:pPr"))
        paragraph.insert(0, properties)
    put(properties, "bidi", **({} if base else {"val": "0"}))
    return properties
