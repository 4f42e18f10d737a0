"""Letter looks: how the words of a template's letterhead look, through its styles, its theme and its defaults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefpack.adoption.look import LEAST, darker
from briefpack.adoption.sheet import Sheet
from briefpack.adoption.theme import Theme
from briefpack.house.colours import LEAST_CONTRAST, WHITE, contrast
from briefpack.word.letterhead import LetterLook
from briefpack.word.xml import Element, find, measure, qualified

_OFF = ("0", "false", "off", "none")
#: The least and the greatest size of words in a letterhead, in half points.
_LEAST_SIZE, _MOST_SIZE = 13, 96
#: Words smaller than this, in half points, or with less contrast, are seen by nobody.
_READABLE, _SEEN = 8, 1.1
_HIDING = ("w:vanish", "w:specVanish", "w:webHidden")


class LetterLooks:
    """Resolves the looks of runs and paragraphs of one template."""

    def __init__(self, sheet: Sheet, theme: Theme) -> None:
        self._sheet, self._theme = sheet, theme

    def style_of(self, paragraph: Element) -> Element | None:
        """Return the style of a paragraph, which is the default where it names none."""
        named = find(paragraph, "w:pPr/w:pStyle")
        found = None if named is None else self._sheet.by_identifier.get(named.get(qualified("w:val"), ""))
        return self._sheet.default("paragraph") if found is None else found

    def of_paragraph(self, paragraph: Element, path: str) -> Element | None:
        """Return a property such as `w:jc` of a paragraph, its own or that of its style."""
        own = find(paragraph, f"w:pPr/{path}")
        return self._sheet.first(self.style_of(paragraph), f"w:pPr/{path}") if own is None else own

    def is_right_to_left(self, paragraph: Element) -> bool:
        """Return whether a paragraph runs from right to left."""
        found = self.of_paragraph(paragraph, "w:bidi")
        return found is not None and found.get(qualified("w:val")) not in _OFF

    def tabs(self, paragraph: Element) -> Iterator[Element]:
        """Return the tab stops of a paragraph and of its styles, those nearest to it first."""
        for holder in (paragraph, *self._sheet.lineage(self.style_of(paragraph))):
            found = find(holder, "w:pPr/w:tabs")
            yield from () if found is None else found.iterchildren(qualified("w:tab"))

    def is_hidden(self, run: Element, paragraph: Element) -> bool:
        """Return whether the words of a run are hidden."""
        return any(self._is_on(run, paragraph, hiding) for hiding in _HIDING)

    def is_unseen(self, run: Element, paragraph: Element) -> bool:
        """Return whether the words of a run are in the colour of their ground, or too small to be read."""
        size = self._first(run, paragraph, "w:sz")
        if 0 < measure(None if size is None else size.get(qualified("w:val"))) < _READABLE:
            return True
        ground = self._ground(run, paragraph)
        colour = self._theme.colour(self._first(run, paragraph, "w:color"))
        if colour and ground:
            return contrast(colour, ground) < _SEEN
        return False

    def _ground(self, run: Element, paragraph: Element) -> str:
        """Return the colour behind a run; empty where that is not said in it, its paragraph or its cell."""
        found = _fill([self._first(run, paragraph, "w:shd")]) or _fill(self._shades(paragraph))
        holders = (qualified("w:txbxContent"), qualified("w:tbl"))
        return found or ("" if next(paragraph.iterancestors(*holders), None) is not None else WHITE)

    def ground(self, paragraph: Element) -> str:
        """Return the colour behind what stands in a paragraph: its own, that of its cell, or that of the paper."""
        return _fill(self._shades(paragraph)).upper() or WHITE

    def _shades(self, paragraph: Element) -> Iterator[Element | None]:
        yield self.of_paragraph(paragraph, "w:shd")
        yield from (find(cell, "w:tcPr/w:shd") for cell in paragraph.iterancestors(qualified("w:tc")))

    def look(self, run: Element, paragraph: Element) -> LetterLook:
        """Return how the words of a run look."""
        size, colour = self._first(run, paragraph, "w:sz"), self._theme.colour(self._first(run, paragraph, "w:color"))
        height = measure(None if size is None else size.get(qualified("w:val")))
        if colour and contrast(colour, WHITE) < LEAST_CONTRAST:
            colour = darker(colour, WHITE, LEAST)
        return LetterLook(
            bold=self._is_on(run, paragraph, "w:b"),
            italic=self._is_on(run, paragraph, "w:i"),
            capitals=self._is_on(run, paragraph, "w:caps"),
            size=max(_LEAST_SIZE, min(height, _MOST_SIZE)) if height else 0,
            colour=colour,
            typeface=self._theme.face(self._first(run, paragraph, "w:rFonts")),
        )

    def _first(self, run: Element, paragraph: Element, name: str) -> Element | None:
        """Return a property of a run from itself, its own style, or the style of its paragraph."""
        own = find(run, f"w:rPr/{name}")
        named = find(run, "w:rPr/w:rStyle")
        style = None if named is None else self._sheet.by_identifier.get(named.get(qualified("w:val"), ""))
        found = (find(each, f"w:rPr/{name}") for each in self._sheet.lineage(style))
        own = next((each for each in found if each is not None), None) if own is None else own
        return self._sheet.first(self.style_of(paragraph), f"w:rPr/{name}") if own is None else own

    def _is_on(self, run: Element, paragraph: Element, name: str) -> bool:
        found = self._first(run, paragraph, name)
        return found is not None and found.get(qualified("w:val")) not in _OFF


def _fill(shades: Iterable[Element | None]) -> str:
    """Return the first colour that one of these shades says, or an empty text."""
    fills = (each.get(qualified("w:fill"), "") for each in shades if each is not None)
    return next((fill for fill in fills if re.fullmatch("[0-9A-Fa-f]{6}", fill)), "")
