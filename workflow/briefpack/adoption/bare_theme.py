"""The bare theme: the colours and typefaces of a template's theme in the base's, which names nobody."""

from __future__ import annotations

import re
from copy import deepcopy

from briefpack.word.xml import Element, find, qualified

_COLOURS = {qualified("a:srgbClr"): ("val",), qualified("a:sysClr"): ("val", "lastClr")}
_FACES = tuple(qualified(f"a:{name}") for name in ("latin", "ea", "cs", "font"))
_NAMED = ("typeface", "script")


def bare_theme(own: Element | None, base: Element) -> Element:
    """Return the base's theme with the colours and typefaces of a template's own, and with nothing else of it.

    Names of a theme and of its parts, its identifiers, pictures and shapes tell whose template it is.
    """
    theme = deepcopy(base)
    if own is None:
        return theme
    slots = find(theme, "a:themeElements/a:clrScheme")
    for slot in () if slots is None else slots:
        found = next((each for each in own.iter(str(slot.tag)) for each in each if each.tag in _COLOURS), None)
        if found is not None:
            slot[:] = [_only(found, _COLOURS[str(found.tag)])]
    for kind in ("major", "minor"):
        place = find(theme, f"a:themeElements/a:fontScheme/a:{kind}Font")
        fonts = next(own.iter(qualified(f"a:{kind}Font")), None)
        if place is not None and fonts is not None and find(fonts, "a:latin") is not None:
            place[:] = _typefaces(fonts, place)
    return theme


def _typefaces(fonts: Element, base: Element) -> list[Element]:
    """Return the typefaces of a theme, which has one at least for each of the three kinds of script."""
    kept = [_only(each, _NAMED) for each in fonts if each.tag in _FACES]
    lacking = [deepcopy(each) for each in base if all(each.tag != one.tag for one in kept)]
    return sorted([*kept, *lacking], key=lambda each: _FACES.index(str(each.tag)))


def _only(element: Element, attributes: tuple[str, ...]) -> Element:
    """Return an element with some of its attributes, as far as these are words and not addresses."""
    said = {name: str(element.get(name)) for name in attributes if element.get(name) is not None}
    return element.makeelement(
        element.tag, {name: text for name, text in said.items() if re.fullmatch(r"[^:/{}]*", text)}
    )
