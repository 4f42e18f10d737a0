"""The look: what an organisation's documents look like, as far as what is filled in has to know."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from briefpack.adoption.sheet import Sheet
from briefpack.adoption.theme import Theme
from briefpack.house.colours import BASE_COLOURS, LEAST_RULE, WHITE, contrast
from briefpack.word.house import SLOTS
from briefpack.word.styles import WORD_SIZE
from briefpack.word.xml import Element, find, measure, qualified

BASE_SIZE = 21
"""The size of the text in the base style, in half points."""
LEAST = 4.6
"""The contrast that a darkened colour is given: a little above what is needed, since colours are whole numbers."""
SHADE = "F2F2F2"
"""What stands behind header rows that are filled in: a grey goes with every colour."""


@dataclass(frozen=True)
class Look:
    """The size of the text in half points, the colours by slot, and the typeface of headings if they have their own.

    `leaks` says what Normal says of paragraphs that must not reach tables, lists and headings that are filled in;
    `plain_headings` that headings are in the colour of the text.
    """

    size: int
    colours: Mapping[str, str]
    heading_fonts: Element | None
    leaks: frozenset[str]
    plain_headings: bool = False

    def slot(self, theme_colour: str) -> str:
        """Return the colour that stands for a theme colour of the base style; empty where it has no slot."""
        return self.colours.get(SLOTS.get(theme_colour, ""), "")


def look_of(sheet: Sheet, theme: Theme, chosen: Mapping[str, str]) -> Look:
    """Return the look of a template; `chosen` are the colours by slot that the organisation's settings give."""
    normal = sheet.named("paragraph", "normal") if sheet.default("paragraph") is None else sheet.default("paragraph")
    heading, link = sheet.named("paragraph", "heading 1"), sheet.named("character", "hyperlink")
    size = sheet.first(normal, "w:rPr/w:sz")
    fonts = None if heading is None else sheet.first(heading, "w:rPr/w:rFonts")
    return Look(
        WORD_SIZE if size is None else measure(size.get(qualified("w:val"))) or WORD_SIZE,
        {**_colours(sheet, theme, heading, link), **chosen},
        None if fonts is None else deepcopy(fonts),
        frozenset(_leaks(sheet, normal)),
        heading is not None and value_of(sheet.first(heading, "w:rPr/w:color")) in ("", "auto"),
    )


def _colours(sheet: Sheet, theme: Theme, heading: Element | None, link: Element | None) -> dict[str, str]:
    table = sheet.named("table", "briefing table")
    drawn = None if table is None else find(table, "w:tblPr/w:tblBorders/w:top")
    said = "" if drawn is None else (drawn.get(qualified("w:color")) or "").upper()
    shade = theme.colour(None if table is None else find(table, "w:tblStylePr/w:tcPr/w:shd"))
    of_heading = _of_text(sheet, theme, heading)
    return {
        "heading": darker(of_heading or theme.slots.get("dk2", "") or BASE_COLOURS["heading"]),
        "accent": darker(_of_text(sheet, theme, link) or theme.slots.get("hlink", "") or BASE_COLOURS["accent"]),
        "rule": darker(said or of_heading or theme.slots.get("accent1", ""), WHITE, LEAST_RULE + 0.1),
        "shade": shade or SHADE,
    }


def _of_text(sheet: Sheet, theme: Theme, style: Element | None) -> str:
    """Return the colour of the letters of a style, unless it is white or black, which say nothing of a house."""
    colour = theme.colour(None if style is None else sheet.first(style, "w:rPr/w:color"))
    return colour if colour not in ("", WHITE) else ""


def _leaks(sheet: Sheet, normal: Element | None) -> list[str]:
    indent, side = sheet.first(normal, "w:pPr/w:ind"), value_of(sheet.first(normal, "w:pPr/w:jc"))
    before = value_of(sheet.first(normal, "w:pPr/w:spacing"), "before")
    indented = indent is not None and any(said not in ("0", "") for said in map(str, indent.attrib.values()))
    return (
        ["indent"] * indented + ["side"] * (side not in ("", "left", "start")) + ["before"] * (before not in ("", "0"))
    )


def value_of(element: Element | None, attribute: str = "val") -> str:
    """Return an attribute of an element, or an empty text where either is missing."""
    return "" if element is None else element.get(qualified(f"w:{attribute}"), "")


def darker(colour: str, behind: str = SHADE, least: float = LEAST) -> str:
    """Return a colour in the same hue that can be read on another: itself, or as little darker as is needed."""
    red_green_blue = (
        [int(colour[start : start + 2], 16) for start in (0, 2, 4)] if len(colour) == len(WHITE) else [0] * 3
    )
    for step in range(100, -1, -1):
        found = "".join(f"{part * step // 100:02X}" for part in red_green_blue)
        if contrast(found, behind) >= least:
            return found
    return "000000"
