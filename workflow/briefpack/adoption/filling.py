"""Filling: what a template lacks of the styles that packs use is taken from the base style, and made to fit."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from briefpack.adoption.look import BASE_SIZE, Look
from briefpack.adoption.sheet import Sheet, identifier, kind, name, within, without
from briefpack.word.style_names import USED
from briefpack.word.xml import Element, add, find, measure, qualified, value

WANTED = (
    *((used.kind, used.name) for used in USED),
    ("table", "Table Grid"),
    ("table", "Normal Table"),
    ("character", "Default Paragraph Font"),
)
"""Kind and name of each style that a style document has."""
_FEWEST, _MOST_MORE = 16, 4
#: What Normal says must not reach these: they stand in rows, in the margin, or have a place of their own.
_UPRIGHT = ("table", "caption", "toc", "heading", "header", "footer", "figure", "title", "sender", "front", "code",
            "list", "handling", "footnote")  # fmt: skip
_HEADINGS = ("heading", "front heading", "toc heading", "title", "sender")
_IN_TEXT = _HEADINGS[:3]


class Filling:
    """The filling of one template's sheet from the base's; `added` names what was added."""

    def __init__(self, sheet: Sheet, base: Sheet, look: Look, numbers: Mapping[str, str]) -> None:
        """Take the sheet to be filled, and the number that each list of the base has in it."""
        self._sheet, self._base, self._look, self._numbers = sheet, base, look, numbers
        self._identifiers: dict[str, str] = {}
        self.added: list[str] = []
        self.renamed: list[str] = []

    def fill(self) -> None:
        """Add what is missing, in the order of the styles that packs use."""
        own_title = self._sheet.named("paragraph", "Title") is not None
        added = [made for of_kind, called in WANTED if (made := self._wanted(of_kind, called)) is not None]
        for style in added:
            self._tie(style)
            self._adapt(style)
            if own_title and name(style) == "Sender":
                self._like_title(style)
        self._sheet.index()

    def _wanted(self, of_kind: str, called: str) -> Element | None:
        """Return a style that had to be added under a free identifier, or None where it was there."""
        model, found = self._base.named(of_kind, called), self._sheet.named(of_kind, called)
        if model is None:
            return None
        if found is not None:
            self._identifiers[identifier(model)] = identifier(found)
            if name(found).casefold() != called.casefold():
                _rename(found, name(model))
            return None
        for other in self._sheet.of_other_kinds(of_kind, called):
            _rename(other, f"{name(other)} (template)")
            self.renamed.append(called)
        style = deepcopy(model)
        free = identifier(model)
        while free in self._sheet.by_identifier:
            free += "Bp"
        style.set(qualified("w:styleId"), free)
        if self._sheet.default(of_kind) is not None:
            style.attrib.pop(qualified("w:default"), "")
        self._sheet.root.append(style)
        self._identifiers[identifier(model)] = free
        self.added.append(name(model))
        self._sheet.index()
        return style

    def _tie(self, style: Element) -> None:
        """Lead from an added style to the styles and lists that stand here for those of the base."""
        for tie in ("basedOn", "next", "link"):
            found = find(style, f"w:{tie}")
            if found is not None:
                other = self._identifiers.get(found.get(qualified("w:val"), ""))
                if other:
                    found.set(qualified("w:val"), other)
                else:
                    style.remove(found)
        for number in style.iter(qualified("w:numId")):
            number.set(qualified("w:val"), self._numbers.get(number.get(qualified("w:val"), ""), "0"))

    def _adapt(self, style: Element) -> None:
        """Give an added style the colours, sizes and typefaces of the template."""
        is_heading = name(style).casefold().startswith(_HEADINGS)
        for element in style.iter("{*}*"):
            for theme in ("themeColor", "themeFill"):
                slot = str(element.attrib.pop(qualified(f"w:{theme}"), ""))
                # Headings are all of one colour in a house whose second colour is that of its links.
                colour = self._look.slot("accent1" if slot == "accent2" and is_heading else slot)
                written = "fill" if theme == "themeFill" else "val" if element.tag == qualified("w:color") else "color"
                if colour:
                    element.set(qualified(f"w:{written}"), colour)
        if name(style).casefold() != "table gap":
            for size in (*style.iter(qualified("w:sz")), *style.iter(qualified("w:szCs"))):
                if size.getparent() is not None and str(size.getparent().tag).endswith("}rPr"):  # type: ignore[union-attr]
                    size.set(qualified("w:val"), str(self._scaled(measure(size.get(qualified("w:val"))))))
        if kind(style) == "paragraph":
            self._shut_out(style)
            if is_heading:
                self._heading_fonts(style)
            if self._look.plain_headings and name(style).casefold().startswith(_IN_TEXT):
                without(style, "w:rPr", "w:color")

    def _scaled(self, size: int) -> int:
        """Return a size of the base for a text of another size, in half points: at most two points more."""
        return max(_FEWEST, min(round(size * self._look.size / BASE_SIZE), size + _MOST_MORE))

    def _shut_out(self, style: Element) -> None:
        """Keep what Normal says of its paragraphs from what is no running text."""
        properties = within(style, "w:pPr")
        indent, spacing = find(properties, "w:ind"), find(properties, "w:spacing")
        if "indent" in self._look.leaks:
            indent = add(properties, "w:ind") if indent is None else indent
            if not indent.get(qualified("w:hanging")):
                indent.set(qualified("w:firstLine"), "0")
            if indent.get(qualified("w:left")) is None:
                indent.set(qualified("w:left"), "0")
        model = self._base.named("paragraph", name(style))
        is_placed = self._base.first(model, "w:pPr/w:jc") is not None
        if "side" in self._look.leaks and name(style).casefold().startswith(_UPRIGHT) and not is_placed:
            add(properties, "w:jc", val="left")
        if "before" in self._look.leaks and spacing is not None and spacing.get(qualified("w:before")) is None:
            spacing.set(qualified("w:before"), "0")

    def _heading_fonts(self, style: Element) -> None:
        properties = within(style, "w:rPr")
        old = find(properties, "w:rFonts")
        if old is not None:
            properties.remove(old)
        if self._look.heading_fonts is not None:
            properties.insert(0, deepcopy(self._look.heading_fonts))

    def _like_title(self, sender: Element) -> None:
        """Let the line above the title look as the template's title does, only smaller."""
        title = self._sheet.named("paragraph", "Title")
        size = value(sender, "w:rPr/w:sz")
        assert title is not None
        for holder in ("w:pPr", "w:rPr", "w:basedOn"):
            old = find(sender, holder)
            if old is not None:
                sender.remove(old)
        add(sender, "w:basedOn", val=identifier(title))
        properties = add(sender, "w:pPr")
        add(properties, "w:keepNext")
        add(properties, "w:spacing", before="0", after="0")
        add(properties, "w:outlineLvl", val="9")
        letters = add(sender, "w:rPr")
        add(letters, "w:sz", val=size or str(self._look.size))
        add(letters, "w:szCs", val=size or str(self._look.size))


def _rename(style: Element, called: str) -> None:
    found = find(style, "w:name")
    if found is not None:
        found.set(qualified("w:val"), called)
