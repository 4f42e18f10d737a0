"""Colouring: headings and links of a template take the colours that an organisation's settings give."""

from __future__ import annotations

from collections.abc import Mapping

from briefpack.adoption.look import value_of
from briefpack.adoption.sheet import Sheet, without
from briefpack.adoption.theme import Theme
from briefpack.house.colours import LEAST_CONTRAST, WHITE, contrast
from briefpack.word.xml import Element, add, find, qualified

#: Slot -> the kind and the names of the styles that have its colour.
_COLOURED = {
    "heading": ("paragraph", ("Title", "Front Heading", "TOC Heading", *(f"heading {level}" for level in range(1, 5)))),
    "accent": ("character", ("Hyperlink",)),
}


def colour_as_chosen(sheet: Sheet, theme: Theme, chosen: Mapping[str, str]) -> None:
    """Give headings and links the colours of their slots; one on a ground of its own keeps what is read there."""
    for slot, (kind, names) in _COLOURED.items():
        styles = [sheet.named(kind, called) for called in names] if slot in chosen else []
        # Each is looked at before any changes: a style may stand on another of them.
        said = [(style, _letters(sheet, theme, style)) for style in styles if style is not None]
        for style, old in said:
            ground = theme.colour(sheet.first(style, "w:pPr/w:shd")) or theme.colour(sheet.first(style, "w:rPr/w:shd"))
            if contrast(chosen[slot], ground or WHITE) >= LEAST_CONTRAST:
                add(without(style, "w:rPr", "w:color"), "w:color", val=chosen[slot])
                _colour_lines(style, old, chosen[slot])


def _letters(sheet: Sheet, theme: Theme, style: Element) -> str:
    return theme.colour(sheet.first(style, "w:rPr/w:color"))


def _colour_lines(style: Element, old: str, new: str) -> None:
    """Colour the lines of a style that have the colour of its letters."""
    lines = find(style, "w:pPr/w:pBdr")
    for line in () if lines is None or not old else lines:
        if value_of(line, "color").upper() == old:
            line.set(qualified("w:color"), new)
