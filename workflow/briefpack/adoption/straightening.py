"""Straightening: a template that runs from right to left becomes a style document, which all run from left to right.

The typesetting turns them for packs in a language that is written from right to left.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.adoption.look import value_of
from briefpack.adoption.sheet import Sheet, kind
from briefpack.word.script_styles import swap_sides
from briefpack.word.xml import Element, find, qualified

_OFF = ("0", "false", "off")
#: Directions of paragraphs, tables and letters. What is said of letters would reach those of Latin words, too.
_DIRECTIONS = tuple(qualified(f"w:{name}") for name in ("bidi", "bidiVisual", "rtl", "cs"))


def straighten(sheet: Sheet, lists: Element) -> Iterator[str]:
    """Take the directions out of styles and lists, and put borders at the sides where a left-to-right text has them."""
    turned = [style for style in sheet if kind(style) == "paragraph" and _is_turned(sheet, style)]
    for style in turned:
        borders = find(style, "w:pPr/w:pBdr")
        if borders is not None:
            swap_sides(borders)
    for said in [*sheet.root.iter(*_DIRECTIONS), *lists.iter(*_DIRECTIONS)]:
        holder = said.getparent()
        if holder is not None:
            holder.remove(said)
    if any(sheet.default("paragraph") is style for style in turned):
        yield "your template runs from right to left: packs do so in languages that are written so, and no others"


def _is_turned(sheet: Sheet, style: Element) -> bool:
    found = sheet.first(style, "w:pPr/w:bidi")
    return found is not None and value_of(found) not in _OFF
