"""Inks: the house colours that a picture is drawn in, each with a shape or a hatch that says the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Inks:
    """The four house colours, as six hexadecimal digits: of headings, accents, lines and shaded ground."""

    heading: str
    accent: str
    rule: str
    shade: str
