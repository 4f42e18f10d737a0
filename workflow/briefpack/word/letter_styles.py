"""Letter styles: what the lines and words of a letterhead look like, as styles that a document gets for them."""

from __future__ import annotations

from briefpack.word.letterhead import LetterLine, LetterLook
from briefpack.word.styles import Styles
from briefpack.word.xml import Element, add

_TABLE = "Letterhead Row"
_ON, _OFF = "1", "0"


class LetterStyles:
    """The styles of a letterhead in the styles part of one document, each added when it is first used."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._root, self._styles = root, styles
        self._known: dict[object, str] = {}

    def words(self, look: LetterLook) -> str:
        """Return the identifier of the character style of a look."""
        if look not in self._known:
            style = self._style("character", "Letterhead Words", look)
            letters = add(style, "w:rPr")
            if look.typeface:
                add(letters, "w:rFonts", **dict.fromkeys(("ascii", "eastAsia", "hAnsi", "cs"), look.typeface))
            for name, is_on in (("b", look.bold), ("i", look.italic)):
                add(letters, f"w:{name}", val=_ON if is_on else _OFF)
                add(letters, f"w:{name}Cs", val=_ON if is_on else _OFF)
            if look.capitals:
                add(letters, "w:caps")
            if look.colour:
                add(letters, "w:color", val=look.colour)
            if look.size:
                add(letters, "w:sz", val=str(look.size))
                add(letters, "w:szCs", val=str(look.size))
        return self._known[look]

    def line(self, line: LetterLine, base: str) -> str:
        """Return the identifier of the style of a line above or below: that of its kind, or one with rules."""
        if not line.rules:
            return self._styles.paragraph(base)
        key = (base, line.rules)
        if key not in self._known:
            style = self._style("paragraph", "Letterhead Line", key)
            add(style, "w:basedOn", val=self._styles.paragraph(base))
            borders = add(add(style, "w:pPr"), "w:pBdr")
            for side, colour in line.rules:
                add(borders, f"w:{side}", val="single", sz="6", space="4", color=colour)
        return self._known[key]

    def table(self) -> str:
        """Return the identifier of the style of a row of cells, whose text keeps to the margins."""
        if _TABLE not in self._known:
            properties = add(self._style("table", _TABLE, _TABLE), "w:tblPr")
            add(properties, "w:tblInd", w="0", type="dxa")
            sides = add(properties, "w:tblCellMar")
            for side in ("left", "right"):
                add(sides, f"w:{side}", w="0", type="dxa")
        return self._known[_TABLE]

    @property
    def gap(self) -> str:
        """Return the identifier of the style of the gap below a row of cells."""
        return self._styles.paragraph("Table Gap")

    def _style(self, kind: str, called: str, key: object) -> Element:
        number = sum(name.startswith(called.replace(" ", "")) for name in self._known.values()) + 1
        self._known[key] = f"{called.replace(' ', '')}{number}"
        style = add(self._root, "w:style", type=kind, customStyle=_ON, styleId=self._known[key])
        add(style, "w:name", val=f"{called} {number}")
        return style
