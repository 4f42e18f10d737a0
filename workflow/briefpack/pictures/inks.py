"""Inks: the house colours of a picture; a shape or a hatch always says the same as a colour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Inks:
    """The four house colours, as six hexadecimal digits: of headings, accents, lines and shaded ground."""

    heading: str
    accent: str
    rule: str
    shade: str
