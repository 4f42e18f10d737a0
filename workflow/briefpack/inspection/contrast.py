"""Contrast: every text of a finished file is visible, with 4.5 to 1 against its background (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefpack.house.colours import BLACK, LEAST_CONTRAST, WHITE, as_ratio, contrast
from briefpack.inspection.names import Element, full, looks, short, value
from briefpack.inspection.palette import Colouring, Palette, Said, pairs
from briefpack.inspection.walk import Inspection, Rule

_ROW, _CELL, _CELL_PROPERTIES = full("w:tr"), full("w:tc"), full("w:tcPr")
_PARAGRAPH_STYLE, _RUN_STYLE = full("w:pStyle"), full("w:rStyle")
_COLOUR, _SHADE, _VALUE = full("w:color"), full("w:shd"), full("w:val")
_NO_CELL: tuple[Any, ...] = (None, (), ())


class Contrast:
    """The looks of all texts of one package, collected on the walk through it: each once, with its first place."""

    def __init__(self) -> None:
        # Looks are plain tuples until they are checked: there are thousands of runs, and a few dozen looks.
        self._cells: dict[Element, tuple[Any, ...]] = {}
        self._around: tuple[Any, ...] = (*_NO_CELL, None, ())
        self._met: dict[tuple[Any, ...], tuple[str, Element]] = {}

    @property
    def rules(self) -> Mapping[str, Rule]:
        """Return the rules: element -> rule."""
        rules = {"w:tbl": self._table, "w:p": self._paragraph, "w:rPr": self._run}
        return {**rules, **dict.fromkeys(("w:vanish", "w:specVanish", "w:hidden"), _hidden)}

    def check(self, inspection: Inspection) -> None:
        """Add a fault for each look in which the text is hidden, or too faint on its background."""
        palette = Palette(inspection.package, inspection.styles)
        for look, (part, place) in ((Colouring(*met), where) for met, where in self._met.items()):
            style = look.character or look.paragraph or "Normal"
            if palette.hides(look):
                inspection.faults.add(part, f"text in style '{style}' is hidden: show it, or remove it", place)
            colour, behind = palette.text(look), palette.behind(look)
            # Text without a colour is black, or white on a dark background.
            ratio = contrast(colour, behind) if colour else max(contrast(BLACK, behind), contrast(WHITE, behind))
            if ratio < LEAST_CONTRAST:
                inspection.faults.add(
                    part,
                    f"text in style '{style}' is too faint: {colour} on {behind} is {as_ratio(ratio)}, at least "
                    f"{LEAST_CONTRAST} to 1 is needed: change 'colours' in organisation.yaml, or style.docx",
                    place,
                )

    def _table(self, table: Element, inspection: Inspection) -> None:  # noqa: ARG002
        style = value(table, "w:tblPr/w:tblStyle")
        heads, first = looks(table)
        for number, row in enumerate(table.iterchildren(_ROW)):
            for place, cell in enumerate(row.iterchildren(_CELL)):
                conditions = ("firstRow",) * (heads and number == 0) + ("firstCol",) * (first and place == 0)
                self._cells[cell] = (style, conditions, _said(cell.find(f"{_CELL_PROPERTIES}/{_SHADE}")))

    def _paragraph(self, paragraph: Element, inspection: Inspection) -> None:
        """Note the look of a paragraph, which its runs without properties share."""
        parent = paragraph.getparent()
        cell = self._cells.get(parent, _NO_CELL) if parent is not None and parent.tag == _CELL else _NO_CELL
        here = inspection.here
        self._around = (*cell, _style(here.get(_PARAGRAPH_STYLE)), _said(here.get(_SHADE)))
        self._meet((*self._around, None, (), ()), paragraph, inspection)

    def _run(self, properties: Element, inspection: Inspection) -> None:
        style: str | None = None
        colour: Said = ()
        shade: Said = ()
        for each in properties:
            tag = each.tag
            if tag == _RUN_STYLE:
                style = each.get(_VALUE)
            elif tag == _COLOUR:
                colour = pairs(each)
            elif tag == _SHADE:
                shade = pairs(each)
        self._meet((*self._around, style, colour, shade), properties, inspection)

    def _meet(self, look: tuple[Any, ...], place: Element, inspection: Inspection) -> None:
        if look not in self._met:
            self._met[look] = (inspection.part, place)


def _hidden(element: Element, inspection: Inspection) -> None:
    inspection.fault(f"{short(str(element.tag))} hides a text: show it, or remove it", element)


def _style(element: Element | None) -> str | None:
    return None if element is None else element.get(_VALUE)


def _said(element: Element | None) -> Said:
    return () if element is None else pairs(element)
