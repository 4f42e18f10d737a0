"""Manner: how the pictures of a pack are drawn: in which colours, which letters, and from which side."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Manner:
    """The four house colours, as six hexadecimal digits: of headings, accents, lines and shaded ground.

    A shape or a hatch always says the same as a colour. `language` chooses the shapes of letters that languages
    write in different ways. A picture in a language that runs from right to left `is_mirrored`.
    """

    heading: str
    accent: str
    rule: str
    shade: str
    language: str = ""
    is_mirrored: bool = False
