"""Mending: what in a template's styles would spoil a pack or break its file is put right, and told."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefpack.adoption.filling import WANTED
from briefpack.adoption.look import SHADE, darker, value_of
from briefpack.adoption.sheet import Sheet, identifier, kind, name, without
from briefpack.adoption.theme import Theme
from briefpack.house.colours import BLACK, LEAST_CONTRAST, WHITE, as_ratio, contrast
from briefpack.word.style_names import USED
from briefpack.word.xml import Element, add, find, find_all, qualified, value

_HIDING = ("w:semiHidden", "w:unhideWhenUsed", "w:hidden", "w:locked")
_HIDING_TEXT = ("w:vanish", "w:specVanish", "w:webHidden")
_SHOWN = frozenset((used.kind, used.name.casefold()) for used in USED)
_LEVELS = {f"Heading {level}": str(level - 1) for level in range(1, 5)}
_NO_LEVEL = "9"
_OFF = ("0", "false", "off")
#: Headings say their own numbers, and the contents theirs.
_HEADINGS = ("Title", "Sender", "Front Heading", "TOC Heading", *_LEVELS)
_UNNUMBERED = (*_HEADINGS, *(f"TOC {level}" for level in range(1, 4)))


def wanted(sheet: Sheet) -> Iterator[Element]:
    """Return each style that packs use, or that such a style stands on by name."""
    found = (sheet.named(of_kind, called) for of_kind, called in WANTED)
    return (style for style in found if style is not None)


def _needed(sheet: Sheet) -> set[str]:
    """Return the identifiers of the styles that packs use, and of what these lean on."""
    needed: set[str] = set()
    waiting = [*wanted(sheet), *(each for each in sheet if each.get(qualified("w:default")) in ("1", "true", "on"))]
    while waiting:
        style = waiting.pop()
        if identifier(style) not in needed:
            needed.add(identifier(style))
            ties = (sheet.by_identifier.get(value(style, f"w:{tie}") or "") for tie in ("basedOn", "link"))
            waiting += [each for each in ties if each is not None]
    return needed


def keep_what_is_needed(sheet: Sheet) -> list[str]:
    """Take away the styles that packs do not use and nothing that they use leans on; return what they are called."""
    needed = _needed(sheet)
    # Of two styles with one identifier the first counts.
    seen: set[str] = set()
    gone = []
    for style in sheet:
        if identifier(style) not in needed or identifier(style) in seen:
            gone.append(style)
        seen.add(identifier(style))
    for style in gone:
        sheet.root.remove(style)
    sheet.index()
    return [name(style) for style in gone]


def give_defaults(sheet: Sheet) -> None:
    """Give a sheet the defaults of text in which packs say their language, where it has none."""
    root = sheet.root
    for holder in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        found = find(root, holder)
        if found is None:
            found = add(root, holder)
            if holder == "w:docDefaults":
                root.insert(0, found)
        root = found
    if find(root, "w:lang") is None:
        add(root, "w:lang", val="en-GB")


def mend_references(sheet: Sheet) -> Iterator[str]:
    """Take away what leads to no style, to itself, or to a style of another kind; return what was, of those in use."""
    needed = _needed(sheet)
    for style in sheet:
        for tie in ("basedOn", "next", "link"):
            found = find(style, f"w:{tie}")
            other = None if found is None else sheet.by_identifier.get(found.get(qualified("w:val"), ""))
            is_broken = other is None or (tie == "basedOn" and (other is style or kind(other) != kind(style)))
            if found is not None and is_broken:
                style.remove(found)
                if tie == "basedOn" and identifier(style) in needed:
                    yield f"style '{name(style)}' is based on a style that is not there: it stands on its own now"
    yield from _open_circles(sheet)


def _open_circles(sheet: Sheet) -> Iterator[str]:
    for style in sheet:
        *_, last = sheet.lineage(style)
        tie = find(last, "w:basedOn")
        if tie is not None and value(last, "w:basedOn") in sheet.by_identifier:
            last.remove(tie)
            yield f"style '{name(last)}' is based on itself by a detour: it stands on its own now"


def show_what_is_hidden(sheet: Sheet) -> Iterator[str]:
    """Show each style that packs use, and let its text be seen."""
    for style in wanted(sheet):
        for hiding in _HIDING if (kind(style), name(style).casefold()) in _SHOWN else ():
            for found in list(find_all(style, hiding)):
                style.remove(found)
        for hiding in _HIDING_TEXT:
            for found in list(find_all(style, f"w:rPr/{hiding}")):
                found.getparent().remove(found)  # type: ignore[union-attr]
                yield f"the text of style '{name(style)}' was hidden: it is shown"


def take_off_numbers(sheet: Sheet, filled: Collection[str]) -> Iterator[str]:
    """Take automatic numbers off headings: packs number what is numbered in words, such as steps and annexes.

    Of the styles that are `filled` in, which have them from the template's headings, nothing is told.
    """
    for called in _UNNUMBERED:
        style = sheet.named("paragraph", called)
        number = None if style is None else sheet.first(style, "w:pPr/w:numPr/w:numId")
        if style is None or value_of(number) in ("", "0"):
            continue
        properties = without(style, "w:pPr", "w:numPr", "w:ind")
        add(add(properties, "w:numPr"), "w:numId", val="0")
        add(properties, "w:ind", left="0", firstLine="0")
        if name(style) in filled:
            continue
        yield f"style '{called}' numbers itself in your template: that is left out, as packs write numbers in words"


def set_levels(sheet: Sheet) -> None:
    """Give headings the level of their name in the outline, and nothing else a level."""
    for used in USED:
        style = sheet.named(used.kind, used.name) if used.kind == "paragraph" else None
        if style is None:
            continue
        level = _LEVELS.get(used.name, _NO_LEVEL)
        found = sheet.first(style, "w:pPr/w:outlineLvl")
        if value_of(found) != level and (found is not None or level != _NO_LEVEL):
            _put(style, "w:outlineLvl", val=level)


def keep_in_place(sheet: Sheet) -> Iterator[str]:
    """Keep headings with what follows them, and let none begin a page of its own: packs turn pages themselves."""
    for used in USED:
        style = sheet.named(used.kind, used.name) if used.kind == "paragraph" else None
        turning = None if style is None else sheet.first(style, "w:pPr/w:pageBreakBefore")
        if style is not None and turning is not None and value_of(turning) not in _OFF:
            _put(style, "w:pageBreakBefore", val="0")
            yield f"style '{used.name}' begins a page in your template: packs turn pages themselves"
        if style is not None and used.name in _HEADINGS and sheet.first(style, "w:pPr/w:keepNext") is None:
            _put(style, "w:keepNext")


def _put(style: Element, called: str, **said: str) -> None:
    """Put a property of paragraphs into a style, in place of what it said of it."""
    add(without(style, "w:pPr", called), called, **said)


def take_off_tabs(sheet: Sheet) -> None:
    """Take the tab stops off header and footer: packs set theirs by the width of the page."""
    for called in ("Header", "Footer"):
        for style in sheet.lineage(sheet.named("paragraph", called)):
            for properties in find_all(style, "w:pPr"):
                for tabs in list(find_all(properties, "w:tabs")):
                    properties.remove(tabs)


def mend_contrast(sheet: Sheet, theme: Theme) -> Iterator[str]:
    """Darken each colour of a text that cannot be read on what is behind it, in its own hue; return which."""
    for style in wanted(sheet):
        if kind(style) == "table":
            continue
        colour = theme.colour(sheet.first(style, "w:rPr/w:color"))
        behind = theme.colour(sheet.first(style, "w:pPr/w:shd")) or theme.colour(sheet.first(style, "w:rPr/w:shd"))
        ground = behind or WHITE
        if not colour or contrast(colour, ground) >= LEAST_CONTRAST:
            continue
        is_light = contrast(BLACK, ground) >= LEAST_CONTRAST
        mended = darker(colour, SHADE if ground == WHITE else ground) if is_light else WHITE
        if contrast(mended, ground) < LEAST_CONTRAST:
            continue
        add(without(style, "w:rPr", "w:color"), "w:color", val=mended)
        said = as_ratio(contrast(colour, ground))
        yield f"the colour {colour} of style '{name(style)}' has only {said} on {ground}: {mended} is used"
