"""The properties of base styles as XML: each function takes sizes and distances and returns one element."""

from __future__ import annotations

from briefpack.word.house import COLOURS, SLOTS

BOLD = "<w:b/><w:bCs/>"
ON_DARK = '<w:color w:val="FFFFFF" w:themeColor="background1"/>'
"""The colour of text on a background in the colour of headings."""
ITALIC = "<w:i/><w:iCs/>"
UPRIGHT = '<w:b w:val="0"/><w:bCs w:val="0"/>'
WHOLE = "<w:keepLines/>"
INTRODUCING = "<w:keepNext/><w:keepLines/>"

_ACCENTS = {slot: accent for accent, slot in SLOTS.items()}


def colour(slot: str) -> str:
    """Return the colour of text from a slot of the house colours."""
    return f'<w:color w:val="{COLOURS[slot]}" w:themeColor="{_ACCENTS[slot]}"/>'


def shade(slot: str = "shade") -> str:
    """Return the background of text or of a cell in a slot of the house colours."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{COLOURS[slot]}" w:themeFill="{_ACCENTS[slot]}"/>'


def size(half_points: int) -> str:
    """Return the size of text."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def cut(name: str) -> str:
    """Return the cut of the typeface in which text is set; right-to-left text keeps that of the text around it."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def face(name: str) -> str:
    """Return the typeface of text that Word does not check for spelling."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/><w:noProof/>'


def spacing(before: int | None = None, after: int | None = None, line: int | None = None, rule: str = "auto") -> str:
    """Return paragraph spacing in twentieths of a point; `line` in 240ths of a line, or exactly."""
    height = {"before": before, "after": after, "line": line, "lineRule": rule if line else None}
    return "<w:spacing" + "".join(f' w:{name}="{size}"' for name, size in height.items() if size is not None) + "/>"


def indent(left: int, right: int = 0, hanging: int = 0) -> str:
    """Return the indents of a paragraph in twentieths of a point."""
    sides = {"left": left, "right": right, "hanging": hanging}
    return "<w:ind" + "".join(f' w:{side}="{width}"' for side, width in sides.items() if width) + "/>"


def border(side: str, eighths: int, space: int = 0, slot: str = "rule", line: str = "single") -> str:
    """Return a border on one side; weight in eighths of a point, distance from the text in points."""
    drawn = f'w:val="{line}" w:sz="{eighths}" w:space="{space}"'
    return f'<w:{side} {drawn} w:color="{COLOURS[slot]}" w:themeColor="{_ACCENTS[slot]}"/>'


def outside(eighths: int, space: int) -> int:
    """Return how far a border reaches out from the text, in twentieths of a point."""
    return round(20 * (space + eighths / 8))


def cell_margins(upright: int, sideways: int) -> str:
    """Return the margins of table cells in twentieths of a point."""
    sides = {"top": upright, "left": sideways, "bottom": upright, "right": sideways}
    widths = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides.items())
    return f"<w:tblCellMar>{widths}</w:tblCellMar>"
