"""The palette: the colour of a text and of its background, by direct properties, styles and theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from briefpack.house.colours import WHITE
from briefpack.inspection.names import Element, full, is_on, path, value
from briefpack.inspection.package import SETTINGS, Package
from briefpack.inspection.styles import PackageStyles

Said: TypeAlias = tuple[tuple[str, str], ...]
"""What an element says of a colour: pairs of attribute and value; empty if it says nothing."""

_COLOUR, _SHADE = full("w:color"), full("w:shd")
_HIDING = ("w:vanish", "w:specVanish")
_CONDITION = full("w:tblStylePr")
_DIGITS = frozenset("0123456789ABCDEF")
#: The theme's names for colours that a document names otherwise, unless its settings map them elsewhere.
_THEMED = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
           "followedHyperlink": "folHlink"}  # fmt: skip
_MAPPED = {"text1": ("t1", "dark1"), "background1": ("bg1", "light1"), "text2": ("t2", "dark2"),
           "background2": ("bg2", "light2")}  # fmt: skip


class Colouring(NamedTuple):
    """What decides the colours of a text: its styles, its direct properties, and the cell around it, if any."""

    table: str | None = None
    conditions: tuple[str, ...] = ()
    cell_shade: Said = ()
    paragraph: str | None = None
    paragraph_shade: Said = ()
    character: str | None = None
    colour: Said = ()
    shade: Said = ()


class Palette:
    """The colours of one package."""

    def __init__(self, package: Package, styles: PackageStyles) -> None:
        """Read the theme, and the names of its colours from the settings."""
        self._styles = styles
        self._said: dict[tuple[str | None, str, str, tuple[str, ...]], list[Said]] = {}
        themes = (tree for name, tree in package.trees.items() if name.startswith("word/theme/"))
        scheme = next((each for tree in themes for each in tree.iter(full("a:clrScheme"))), ())
        self._theme = {str(each.tag).rpartition("}")[2]: _colour_in(each) for each in scheme}
        self._settings = package.trees[SETTINGS]

    def text(self, look: Colouring) -> str:
        """Return the colour of a text in six hexadecimal digits; empty if Word chooses black or white."""
        said = [look.colour, *self._from_styles(look, _COLOUR), *self._defaults()]
        first = next((each for each in said if each), ())
        return self._resolved(dict(first), "w:val", "w:themeColor")

    def behind(self, look: Colouring) -> str:
        """Return the colour behind a text: the nearest shade, or white."""
        direct = {"character": look.shade, "paragraph": look.paragraph_shade, "table": look.cell_shade}
        said = self._from_styles(look, _SHADE, direct)
        found = (self._resolved(dict(each), "w:fill", "w:themeFill") for each in said if each)
        return next((colour for colour in found if colour), WHITE)

    def hides(self, look: Colouring) -> bool:
        """Return whether an applied style hides the text."""
        named = (("character", look.character), ("paragraph", look.paragraph), ("table", look.table))
        lineages = (self._styles.lineage(name, kind) for kind, name in named if name or kind != "table")
        return any(is_on(style, f"w:rPr/{switch}") for lineage in lineages for style in lineage for switch in _HIDING)

    def _from_styles(self, look: Colouring, name: str, direct: Mapping[str, Said] | None = None) -> Iterator[Said]:
        """Return what each applied style says, nearest first; direct properties precede the styles of their kind."""
        for kind, style in (("character", look.character), ("paragraph", look.paragraph), ("table", look.table)):
            yield (direct or {}).get(kind, ())
            if kind != "table" or style:
                yield from self._said_by_styles(style, kind, name, look.conditions)

    def _said_by_styles(self, style: str | None, kind: str, name: str, conditions: tuple[str, ...]) -> list[Said]:
        """Return what a style and those that it is based on say; kept, since many looks share a few styles."""
        key = (style, kind, name, conditions)
        if key not in self._said:
            lineage = self._styles.lineage(style, kind)
            self._said[key] = [said for element in lineage for said in _said_by(element, name, conditions)]
        return self._said[key]

    def _defaults(self) -> Iterator[Said]:
        found = self._styles.root.find(path("w:docDefaults/w:rPrDefault/w:rPr/w:color"))
        yield () if found is None else pairs(found)

    def _resolved(self, said: Mapping[str, str], written: str, themed: str) -> str:
        """Return a colour of the theme with its value in the theme; a tinted, shaded or other colour as written."""
        theme = said.get(full(themed), "")
        stem = themed.removesuffix("Color")
        changed = any(full(f"{stem}{change}") in said for change in ("Tint", "Shade"))
        mapped = self._theme.get(self._slot(theme), "") if theme and not changed else ""
        colour = (mapped or said.get(full(written), "")).upper()
        return colour if len(colour) == len(WHITE) and _DIGITS.issuperset(colour) else ""

    def _slot(self, theme: str) -> str:
        """Return the name in the theme of a colour in the text."""
        attribute, usual = _MAPPED.get(theme, ("", theme))
        name = (value(self._settings, "w:clrSchemeMapping", f"w:{attribute}") if attribute else None) or usual
        return _THEMED.get(name, name)


def _said_by(style: Element, name: str, conditions: tuple[str, ...]) -> Iterator[Said]:
    """Return what one style says; a table style first under the conditions that apply, then for the whole table."""
    parts = [each for of in conditions for each in style.iterchildren(_CONDITION) if each.get(full("w:type")) == of]
    for part in (*parts, style):
        for holder in ("w:rPr", "w:pPr", "w:tcPr", "w:tblPr"):
            found = part.find(f"{full(holder)}/{name}")
            if found is not None:
                yield pairs(found)


def pairs(element: Element) -> Said:
    """Return what an element says of a colour, as pairs of attribute and value."""
    return tuple((str(key), str(text)) for key, text in element.attrib.items())


def _colour_in(slot: Element) -> str:
    """Return the colour that a slot of the theme holds."""
    return next((each.get("lastClr") or each.get("val") or "" for each in slot), "")
