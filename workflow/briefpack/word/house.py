"""The house style in Word: what an organisation's settings change in the style document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from briefpack.house.colours import BASE_COLOURS
from briefpack.text.near_miss import near_miss
from briefpack.word.letterhead import NO_LETTERHEAD, Letterhead
from briefpack.word.xml import Element, find, measure, qualified

COLOURS: Mapping[str, str] = BASE_COLOURS
"""The colours of the base style by slot: headings, links, rules, and the shade behind header rows and code."""

SLOTS: Mapping[str, str] = MappingProxyType(
    {"accent1": "heading", "accent2": "accent", "accent3": "rule", "accent4": "shade"}
)
"""Theme colour -> slot."""

PAPER: Mapping[str, tuple[int, int]] = MappingProxyType({"a4": (11906, 16838), "letter": (12240, 15840)})
"""Paper -> width and height in twentieths of a point."""


def size_of_paper(section: Element, paper: str | None) -> tuple[int, int]:
    """Return the width and height of a paper, or of that of a section where none is chosen; A4 where neither says."""
    own = find(section, "w:pgSz")
    if paper is None and own is not None:
        return measure(own.get(qualified("w:w"))), measure(own.get(qualified("w:h")))
    return PAPER[paper or "a4"]


@dataclass(frozen=True)
class House:
    """The settings of an organisation: its name, paper, letterhead, and the colour slots it changes (see `COLOURS`).

    Without a paper, that of the style document is used. Colours are six hexadecimal digits without `#`; the other slots
    keep the colours of the style document.
    Raises ValueError for an unknown slot or a value that is no colour.
    """

    organisation: str = ""
    paper: Literal["a4", "letter"] | None = None
    colours: Mapping[str, str] = field(default_factory=dict)
    letterhead: Letterhead = NO_LETTERHEAD

    def __post_init__(self) -> None:
        for slot, colour in self.colours.items():
            if slot not in COLOURS:
                raise ValueError(f"there is no colour slot '{slot}'{near_miss(slot, COLOURS)}")
            if not re.fullmatch("[0-9A-Fa-f]{6}", colour):
                raise ValueError(f"colour '{slot}' is '{colour}'; write six hexadecimal digits such as 1F3864")


def colour_styles(styles: Element, colours: Mapping[str, str]) -> None:
    """Write the house colours into every text colour, border and shade that names one of their theme slots."""
    for element in styles.iter("{*}*"):
        own = "w:val" if element.tag == qualified("w:color") else "w:color"
        for theme, written in (("w:themeColor", own), ("w:themeFill", "w:fill")):
            slot = SLOTS.get(element.get(qualified(theme), ""), "")
            if slot in colours:
                element.set(qualified(written), colours[slot].upper())


def colour_theme(theme: Element, colours: Mapping[str, str]) -> None:
    """Write the house colours into the theme's accents, where Word looks first."""
    for accent, slot in SLOTS.items():
        place = find(theme, f"a:themeElements/a:clrScheme/a:{accent}")
        if place is not None and slot in colours:
            place.clear()
            place.append(place.makeelement(qualified("a:srgbClr"), {"val": colours[slot].upper()}))
