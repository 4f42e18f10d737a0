"""Legibility: what in the styles of a template lets nobody read the text of a pack is taken off, and told."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.adoption.look import value_of
from briefpack.adoption.mending import wanted
from briefpack.adoption.sheet import Sheet, kind, name, within, without
from briefpack.word.xml import Element, add, find, find_all, measure, qualified

#: The least size of letters, in half points.
_LEAST = 13
#: A style that is a line and has no text.
_LINE = "table gap"
#: A style whose line is as high as the picture in it.
_PICTURE = "figure"
#: The size that Word gives where none is said, in half points.
_USUAL = 20
#: Words as narrow or as wide as this, in per cent, and letters moved closer than this, in twentieths of a point.
_NARROWEST, _WIDEST, _CLOSEST = 60, 200, -30
#: By how much letters may stand above or below their line, in half points.
_FARTHEST = 12
#: Heights of lines are in twentieths of a point, and sizes of letters in half points.
_TWENTIETHS_TO_A_HALF = 10
_OFF = ("0", "false", "off")
#: From this share on, in per cent, a pattern has the colour of its signs more than that of its ground.
_MOSTLY = 50


def make_legible(sheet: Sheet) -> Iterator[str]:
    """Take off what no text of a pack can be read with; return what that was."""
    for style in (each for each in wanted(sheet) if name(each).casefold() != _LINE):
        called = f"style '{name(style)}'"
        yield from (f"{what} of {called} {done}" for what, done in _of_letters(sheet, style))
        if kind(style) == "paragraph":
            yield from (f"{what} of {called} {done}" for what, done in _of_lines(sheet, style))


def _of_letters(sheet: Sheet, style: Element) -> Iterator[tuple[str, str]]:
    """Return what was wrong with the letters of a style, and what was done."""
    size = sheet.first(style, "w:rPr/w:sz")
    if size is not None and measure(value_of(size)) < _LEAST:
        add(without(style, "w:rPr", "w:sz", "w:szCs"), "w:sz", val=str(_LEAST))
        add(without(style, "w:rPr"), "w:szCs", val=str(_LEAST))
        yield "the letters", f"are of {measure(value_of(size)) / 2:g} points: {_LEAST / 2:g} are used"
    for line in ("strike", "dstrike"):
        if _is_on(sheet.first(style, f"w:rPr/w:{line}")):
            add(without(style, "w:rPr", f"w:{line}"), f"w:{line}", val="0")
            yield "the line through the text", "is left out"
    if value_of(sheet.first(style, "w:rPr/w:highlight")) not in ("", "none"):
        add(without(style, "w:rPr", "w:highlight"), "w:highlight", val="none")
        yield "the highlighting", "is left out"
    for of, least, most in (
        ("w", _NARROWEST, _WIDEST),
        ("spacing", _CLOSEST, 400),
        ("position", -_FARTHEST, _FARTHEST),
    ):
        found = sheet.first(style, f"w:rPr/w:{of}")
        if found is not None and not least <= measure(value_of(found).rstrip("%")) <= most:
            add(without(style, "w:rPr", f"w:{of}"), f"w:{of}", val="100" if of == "w" else "0")
            yield "the place or width of the letters", "is the usual one, since they could not be read"
    yield from (("the pattern behind the text", "is one colour") for _ in _patterns(style))


def _of_lines(sheet: Sheet, style: Element) -> Iterator[tuple[str, str]]:
    """Return what was wrong with the lines of a style, and what was done."""
    every = [*sheet.lineage(style), *find_all(sheet.root, "w:docDefaults/w:pPrDefault")]
    spacings = (find(each, "w:pPr/w:spacing") for each in every)
    line = next((one for one in spacings if one is not None and one.get(qualified("w:line"))), None)
    size = measure(value_of(sheet.first(style, "w:rPr/w:sz"))) or _USUAL
    holds_picture = name(style).casefold() == _PICTURE
    is_low = holds_picture or 0 < measure(value_of(line, "line")) < size * _TWENTIETHS_TO_A_HALF
    if value_of(line, "lineRule") == "exact" and is_low:
        own = find(style, "w:pPr/w:spacing")
        put = add(within(style, "w:pPr"), "w:spacing") if own is None else own
        put.set(qualified("w:line"), "240")
        put.set(qualified("w:lineRule"), "auto")
        more = "pictures: they are as high as these" if holds_picture else "the letters: they are as high as these"
        yield "the height of the lines", f"is less than that of {more}"
    for frame in list(find_all(style, "w:pPr/w:framePr")):
        frame.getparent().remove(frame)  # type: ignore[union-attr]
        yield "the frame", "is left out: packs set their text on the page"


def _patterns(style: Element) -> Iterator[Element]:
    """Give the text of a style a ground of one colour where it has a pattern, and return each that had one."""
    for holder in ("w:pPr", "w:rPr"):
        shade = find(style, f"{holder}/w:shd")
        pattern = value_of(shade)
        if shade is None or pattern in ("", "clear", "nil"):
            continue
        share = pattern.removeprefix("pct")
        is_mostly = pattern == "solid" or (share.isdecimal() and int(share) >= _MOSTLY)
        colour = shade.get(qualified("w:color"), "auto")
        for old in ("themeColor", "themeTint", "themeShade", *(("themeFill",) if is_mostly else ())):
            shade.attrib.pop(qualified(f"w:{old}"), "")
        shade.set(qualified("w:val"), "clear")
        if is_mostly:
            shade.set(qualified("w:fill"), "000000" if colour == "auto" else colour)
        shade.set(qualified("w:color"), "auto")
        yield shade


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(qualified("w:val")) not in _OFF
