"""Colours: the house colours of the base style, and how well one colour can be read on another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

BASE_COLOURS: Mapping[str, str] = MappingProxyType(
    {"heading": "1F3864", "accent": "1F4E8C", "rule": "8391A6", "shade": "E9EEF5"}
)
"""The colours of the base style by slot: headings, links, rules, and the shade behind header rows and code."""

LEAST_CONTRAST = 4.5
"""The least contrast of text with what is behind it: WCAG 2.2, success criterion 1.4.3, level AA."""

LEAST_RULE = 3.0
"""The least contrast with white of rules and of the lines of pictures: WCAG 2.2, success criterion 1.4.11."""

WHITE, BLACK = "FFFFFF", "000000"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours of six hexadecimal digits, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def faint(colours: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """Return each slot whose colour makes a text or a line too faint, with what is wrong and what to do.

    `colours` are those of an organisation by slot; one that is None or absent is the base style's.
    """
    whole = {**BASE_COLOURS, **{slot: colour for slot, colour in colours.items() if colour}}
    behind = {"white": WHITE, "the colour 'shade'": whole["shade"]}
    for slot in ("heading", "accent"):
        for name, colour in behind.items():
            ratio = contrast(whole[slot], colour)
            if ratio < LEAST_CONTRAST:
                blamed = slot if colours.get(slot) else "shade"
                remedy = f"at least {LEAST_CONTRAST} to 1 is needed: write a darker '{slot}'"
                lighter = "" if name == "white" else " or a lighter 'shade'"
                yield blamed, f"text of the colour '{slot}' on {name} is only {as_ratio(ratio)}, {remedy}{lighter}"
    ratio = contrast(BLACK, whole["shade"])
    if ratio < LEAST_CONTRAST:
        remedy = f"at least {LEAST_CONTRAST} to 1 is needed: write a lighter 'shade'"
        yield "shade", f"black text on the colour 'shade' is only {as_ratio(ratio)}, {remedy}"
    ratio = contrast(whole["rule"], WHITE)
    if ratio < LEAST_RULE:
        remedy = f"at least {LEAST_RULE} to 1 is needed: write a darker 'rule'"
        yield "rule", f"lines of the colour 'rule' on white are only {as_ratio(ratio)}, {remedy}"


def as_ratio(contrast: float) -> str:
    """Return a contrast as people write it, as in `3.9 to 1`.

    It is rounded down, so that too little contrast never reads as enough.
    """
    return f"{int(contrast * 10) / 10} to 1"


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 for black and 1 for white (WCAG 2.2, "relative luminance")."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
