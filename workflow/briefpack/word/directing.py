"""Directing: gives the paragraphs, tables and sections of a finished part their direction.

Word leaves to the file what others find out for themselves. A part of a left-to-right document without a character of
another direction or of a complex script stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
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
IN_LISTS = ("List Bullet", "List Bullet 2", "List Bullet 3", "List Continue", "List Continue 2", "List Continue 3")
"""The styles of points that stand at the other side where their whole list runs so. Numbers stay: how they run is said
where all lists are defined."""
LEFT_TO_RIGHT = ("Code",)
"""The styles of what is no language, in any document."""

#: A paragraph runs against its document where it begins so, and has so many times as many letters of its direction.
_CLEARLY = 2
_LETTERS = frozenset(("L", "R", "AL"))
#: What runs as the text around it does, or takes its direction from a number before it.
_SURE = _LETTERS | {"EN", "AN"}
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"


class Directing:
    """Gives the parts of one document their direction."""

    def __init__(self, scripts: DocumentScripts, styles: Styles) -> None:
        self._scripts = scripts
        own = OWN_DIRECTION if scripts.right_to_left else (*OWN_DIRECTION, *NOTES)
        self._own, self._cells, self._points, self._fixed = (
            frozenset(styles.paragraph(name) for name in names) for names in (own, IN_CELLS, IN_LISTS, LEFT_TO_RIGHT)
        )

    def directed(self, part: bytes, *, is_furniture: bool = False) -> bytes:
        """Return a part with its directions; the tables of a header or footer keep that of the letterhead."""
        root = etree.fromstring(part)
        points = {point for group in self._lists(root) if self._all_turn(group) for point in group}
        for paragraph in root.iter(qualified("w:p")):
            self._paragraph(paragraph, is_of_turned_list=paragraph in points)
        if self._scripts.right_to_left:
            for table in () if is_furniture else root.iter(qualified("w:tblPr")):
                put(table, "bidiVisual")
            for section in root.iter(qualified("w:sectPr")):
                put(section, "bidi")
        return serialise(root)

    def _lists(self, root: Element) -> Iterator[list[Element]]:
        """Return the paragraphs of each list: points, with what else stands in them."""
        for (_, is_point), group in groupby(
            root.iter(qualified("w:p")), lambda one: (one.getparent(), self._is_point(one))
        ):
            if is_point:
                yield list(group)

    def _is_point(self, paragraph: Element) -> bool:
        style, is_numbered = _style_of(paragraph)
        return is_numbered or style in self._points

    def _all_turn(self, points: list[Element]) -> bool:
        """Return whether all points of a list run against their document, and none has a number."""
        texts = [text for text in map(text_of, points) if _letters(text)]
        all_free = all(_style_of(point)[0] in self._points for point in points)
        return all_free and bool(texts) and all(map(self._is_against, texts))

    def _paragraph(self, paragraph: Element, *, is_of_turned_list: bool) -> None:
        text = text_of(paragraph)
        turned = is_of_turned_list or self._is_turned(paragraph, text)
        properties = find(paragraph, "w:pPr")
        said = None if properties is None else find(properties, "w:bidi")
        base = self._scripts.right_to_left != turned
        if said is not None:
            base = said.get(qualified("w:val")) != "0"
        elif turned and (value(properties, "w:pStyle") not in self._fixed):
            properties = _turn_paragraph(paragraph, properties, base)
            if value(properties, "w:pStyle") in self._cells and find(properties, "w:jc") is None:
                put(properties, "jc", val="right")
        elif not turned and self._is_against(text):
            _mark_ends(paragraph, text, _LEFT_TO_RIGHT_MARK if base else _RIGHT_TO_LEFT_MARK)
            text = text_of(paragraph)
        direct_runs(paragraph, text, int(base), self._scripts)

    def _is_turned(self, paragraph: Element, text: str) -> bool:
        """Return whether a paragraph runs against its document: code does where that runs from right to left."""
        style, is_numbered = _style_of(paragraph)
        if style in self._fixed:
            return self._scripts.right_to_left
        if style in self._cells and not is_numbered:
            against = [(kind == "L") == self._scripts.right_to_left for kind in _letters(text)]
            return bool(against) and all(against)
        return not is_numbered and (style is None or style in self._own) and self._is_against(text)

    def _is_against(self, text: str) -> bool:
        """Return whether a text runs clearly against its document."""
        against = [(kind == "L") == self._scripts.right_to_left for kind in _letters(text)]
        return bool(against) and against[0] and sum(against) > _CLEARLY * (len(against) - sum(against))


def _style_of(paragraph: Element) -> tuple[str | None, bool]:
    """Return the style of a paragraph, and whether it has a number or a bullet."""
    properties = find(paragraph, "w:pPr")
    return value(properties, "w:pStyle"), properties is not None and find(properties, "w:numPr") is not None


def _letters(text: str) -> list[str]:
    """Return the direction of each letter of a text."""
    return [kind for kind in map(bidirectional, text) if kind in _LETTERS]


def _mark_ends(paragraph: Element, text: str, mark: str) -> None:
    """Let brackets and signs at the ends of a text that keeps its document's side run as the text does.

    Else the full stop of an English point in an Arabic list stands before its first word.
    """
    words = [each for each in paragraph.iter(qualified("w:t")) if each.text]
    if bidirectional(text[0]) not in _SURE:
        words[0].text = f"{mark}{words[0].text}"
    if bidirectional(text[-1]) not in _SURE:
        words[-1].text = f"{words[-1].text}{mark}"


def _turn_paragraph(paragraph: Element, properties: Element | None, base: bool) -> Element:
    """Give a paragraph a direction of its own; return its properties."""
    if properties is None:
        properties = paragraph.makeelement(qualified("w:pPr"))
        paragraph.insert(0, properties)
    put(properties, "bidi", **({} if base else {"val": "0"}))
    return properties
