"""The theme: the colours and typefaces that a template's styles take from its theme, written out as what they are."""

from __future__ import annotations

import re

from briefpack.adoption.template import Template
from briefpack.word.xml import Element, qualified, value

_MAPPED = {"text1": ("t1", "dark1"), "background1": ("bg1", "light1"), "text2": ("t2", "dark2"),
           "background2": ("bg2", "light2")}  # fmt: skip
_SLOTS = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
          "followedHyperlink": "folHlink"}  # fmt: skip
#: Theme attribute -> the attribute beside it that holds the colour itself; `w:color` elements hold it in `w:val`.
_THEMED = {"themeColor": "color", "themeFill": "fill"}
_CHANGES = ("Tint", "Shade")


class Theme:
    """The colours of a template's theme by the names of its slots, in six hexadecimal digits."""

    def __init__(self, template: Template) -> None:
        tree = template.tree(template.related("theme"))
        scheme = next(iter(() if tree is None else tree.iter(qualified("a:clrScheme"))), ())
        slots = {str(each.tag).rpartition("}")[2]: next(iter(each), None) for each in scheme}
        self.slots = {
            name: (found.get("lastClr") or found.get("val") or "").upper()
            for name, found in slots.items()
            if found is not None
        }
        self._faces = {
            kind: str(latin.get("typeface", ""))
            for kind in ("major", "minor")
            for font in ([] if tree is None else tree.iter(qualified(f"a:{kind}Font")))
            for latin in font.iterchildren(qualified("a:latin"))
        }
        self._settings = template.tree(template.related("settings"))

    def colour(self, element: Element | None) -> str:
        """Return the colour that an element such as `w:color` or `w:shd` says, or an empty text for none."""
        if element is None:
            return ""
        attribute = "fill" if element.tag == qualified("w:shd") else "val"
        themed = "themeFill" if attribute == "fill" else "themeColor"
        return self._resolved(element, attribute, themed)

    def face(self, fonts: Element | None) -> str:
        """Return the typeface that an element `w:rFonts` says, or an empty text for none."""
        if fonts is None:
            return ""
        theme = fonts.get(qualified("w:asciiTheme"), "")
        if theme:
            return self._faces.get("major" if theme.startswith("major") else "minor", "")
        return fonts.get(qualified("w:ascii"), "")

    def write_out(self, root: Element) -> None:
        """Write each colour that an element takes from the theme into it, and forget the theme.

        The typeface of the theme is written beside its name, for whoever reckons with its letters.
        """
        for fonts in root.iter(qualified("w:rFonts")):
            if face := self.face(fonts):
                fonts.set(qualified("w:ascii"), face)
        for element in root.iter("{*}*"):
            for themed, beside in _THEMED.items():
                if element.get(qualified(f"w:{themed}")) is not None:
                    written = "val" if element.tag == qualified("w:color") else beside
                    colour = self._resolved(element, written, themed)
                    if colour:
                        element.set(qualified(f"w:{written}"), colour)
                    stem = themed.removesuffix("Color")
                    for name in (themed, *(f"{stem}{change}" for change in _CHANGES)):
                        element.attrib.pop(qualified(f"w:{name}"), "")

    def _resolved(self, element: Element, written: str, themed: str) -> str:
        """Return a colour of the theme; where it is tinted or shaded, what Word wrote beside it."""
        theme = element.get(qualified(f"w:{themed}"), "")
        stem = themed.removesuffix("Color")
        changed = any(element.get(qualified(f"w:{stem}{change}")) for change in _CHANGES)
        said = element.get(qualified(f"w:{written}"), "").upper()
        found = said if changed and _is_colour(said) else self.slots.get(self._slot(theme), "") or said
        return found if _is_colour(found) else ""

    def _slot(self, theme: str) -> str:
        attribute, usual = _MAPPED.get(theme, ("", theme))
        mapped = value(self._settings, "w:clrSchemeMapping", attribute) if attribute else None
        return _SLOTS.get(mapped or usual, mapped or usual)


def _is_colour(text: str) -> bool:
    return re.fullmatch("[0-9A-F]{6}", text) is not None
