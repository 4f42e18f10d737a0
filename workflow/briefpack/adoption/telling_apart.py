"""Telling apart: running text, words that stand out of it and headings, where a template lets them look alike."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.adoption.look import value_of
from briefpack.adoption.sheet import Sheet, name, within, without
from briefpack.word.xml import Element, add, find, measure, qualified

_OFF = ("0", "false", "off", "none")
_STRESSES = {"b": "bold", "i": "italic", "caps": "in capitals"}
_HEADINGS = ("Title", "Front Heading", "TOC Heading", "Heading 1", "Heading 2", "Heading 3", "Heading 4")
#: What lets a heading be seen as one. A typeface does not: who reads a pack may not have it.
_SEEN = ("w:rPr/w:sz", "w:rPr/w:b", "w:rPr/w:i", "w:rPr/w:caps", "w:rPr/w:smallCaps", "w:rPr/w:u", "w:rPr/w:color",
         "w:rPr/w:shd", "w:pPr/w:shd", "w:pPr/w:jc")  # fmt: skip
#: The most room above and below a heading, in twentieths of a point.
_MOST_ROOM = 720


def tell_apart(sheet: Sheet) -> Iterator[str]:
    """Let words, text and headings be told from each other, and headings stand near their text; return what changed."""
    yield from _quiet_text(sheet)
    yield from _headings_that_are_seen(sheet)
    yield from _headings_near_their_text(sheet)


def _quiet_text(sheet: Sheet) -> Iterator[str]:
    """Take what stresses words off the text as a whole, but not off headings: in packs bold words say more."""
    normal = sheet.default("paragraph")
    for stress, called in _STRESSES.items() if normal is not None else ():
        assert normal is not None
        if _is_on(sheet.first(normal, f"w:rPr/w:{stress}")):
            for style in _headings(sheet):
                if _is_on(sheet.first(style, f"w:rPr/w:{stress}")):
                    add(without(style, "w:rPr", f"w:{stress}", f"w:{stress}Cs"), f"w:{stress}")
            add(without(normal, "w:rPr", f"w:{stress}", f"w:{stress}Cs"), f"w:{stress}", val="0")
            yield f"the text is {called} throughout in your template: it is not in packs, where single words are"


def _headings_that_are_seen(sheet: Sheet) -> Iterator[str]:
    """Make headings bold that look as the text does."""
    normal = sheet.default("paragraph")
    for style in _headings(sheet):
        lines = sheet.first(style, "w:pPr/w:pBdr")
        if lines is None and all(_said(sheet, style, path) == _said(sheet, normal, path) for path in _SEEN):
            letters = without(style, "w:rPr", "w:b", "w:bCs")
            add(letters, "w:b")
            add(letters, "w:bCs")
            yield f"style '{name(style)}' looks as the text does: it is bold in packs"


def _headings_near_their_text(sheet: Sheet) -> Iterator[str]:
    """Bound the room around headings, which templates give to those that begin a page."""
    for style in _headings(sheet):
        for side, place in (("before", "above"), ("after", "below")):
            holders = (find(each, "w:pPr/w:spacing") for each in sheet.lineage(style))
            said = next((one for one in holders if one is not None and one.get(qualified(f"w:{side}"))), None)
            room = measure(value_of(said, side))
            if room <= _MOST_ROOM:
                continue
            own = find(style, "w:pPr/w:spacing")
            spacing = add(within(style, "w:pPr"), "w:spacing") if own is None else own
            spacing.set(qualified(f"w:{side}"), str(_MOST_ROOM))
            yield (
                f"the room {place} style '{name(style)}' is {room / 20:g} points: {_MOST_ROOM / 20:g} are used, "
                "as packs have several on a page"
            )


def _headings(sheet: Sheet) -> Iterator[Element]:
    found = (sheet.named("paragraph", called) for called in _HEADINGS)
    return (style for style in found if style is not None)


def _said(sheet: Sheet, style: Element | None, path: str) -> str:
    """Return what a style says of its looks, in one form for what means the same."""
    found = sheet.first(style, path)
    if path.endswith("shd"):
        fill = value_of(found, "fill")
        return "" if fill == "auto" else fill
    said = value_of(found)
    if path.endswith(("w:b", "w:i", "aps")):
        return "on" if _is_on(found) else ""
    if path.endswith("sz"):
        return said or "20"
    return "" if said in ("auto", "none", "left", "start", "both", "000000") else said


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(qualified("w:val")) not in _OFF
