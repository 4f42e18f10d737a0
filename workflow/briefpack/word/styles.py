"""The styles of a style document: their identifiers by name, and the measures that the text depends on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property

from briefpack.problems import Place, Problem, Refusal
from briefpack.text.near_miss import near_miss
from briefpack.text.scripts import has_special
from briefpack.word.style_names import USED
from briefpack.word.typefaces import scales_of
from briefpack.word.xml import Element, find, find_all, measure, qualified, value

STYLE_DOCUMENT = Place("style.docx")
WORD_SIZE = 20
"""The size that Word takes where a file gives none, in half points."""
TABLE_SIZE = 19
"""The size of the table text in which the widths of columns are reckoned, in half points."""
WHOLE_LINE = 240
_USED = frozenset((used.kind, used.name.lower()) for used in USED)


@contextmanager
def style_called(file: str) -> Iterator[None]:
    """Name this file in problems of the style document."""
    try:
        yield
    except Refusal as refusal:
        named = replace(STYLE_DOCUMENT, file=file)
        raise Refusal(
            replace(each, place=named) if each.place == STYLE_DOCUMENT else each for each in refusal.problems
        ) from refusal


class Styles:
    """The styles of one style document by their names in Word; a missing style becomes one problem."""

    def __init__(self, root: Element, problems: list[Problem]) -> None:
        """Index the root element of a styles part; problems of missing styles are added to `problems`."""
        self._root = root
        self._problems = problems
        self._elements = {_key(style): style for style in find_all(root, "w:style")}
        self._found: dict[tuple[str, str], str] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._by_identifier = {_identifier(style): style for style in self._elements.values()}

    def identifier(self, kind: str, name: str) -> str:
        """Return the identifier of a style of a kind (`paragraph`, `character`, `table`).

        If there is none, return an empty text and add a problem."""
        if (kind, name) not in self._found:
            self._found[kind, name] = self._find(kind, name)
        return self._found[kind, name]

    def paragraph(self, name: str) -> str:
        """Return the identifier of a paragraph style."""
        return self.identifier("paragraph", name)

    def character(self, name: str) -> str:
        """Return the identifier of a character style."""
        return self.identifier("character", name)

    def table(self, name: str) -> str:
        """Return the identifier of a table style."""
        return self.identifier("table", name)

    def named(self, identifier: str) -> str:
        """Return the name of the style with an identifier; an empty text if there is none."""
        return value(self._by_identifier.get(identifier), "w:name") or ""

    def left(self, name: str) -> int:
        """Return the left indent of a paragraph style in twentieths of a point."""
        return self._number(name, "w:ind", "left")

    def before(self, name: str) -> int:
        """Return the space before a paragraph style in twentieths of a point."""
        return self._number(name, "w:spacing", "before")

    def after(self, name: str) -> int:
        """Return the space after a paragraph style in twentieths of a point."""
        return self._number(name, "w:spacing", "after")

    def right(self, name: str) -> int:
        """Return the right indent of a paragraph style in twentieths of a point."""
        return self._number(name, "w:ind", "right")

    def line(self, name: str) -> int:
        """Return the height of a line in a paragraph style, in 240ths of a line, or in twentieths of a point.

        It is a whole line where no style says it.
        """
        return self._number(name, "w:spacing", "line") or WHOLE_LINE

    def has_exact_lines(self, name: str) -> bool:
        """Return whether the height of a line in a paragraph style is given in twentieths of a point."""
        rules = (value(style, "w:pPr/w:spacing", "lineRule") for style in self._lineage(name))
        return next((rule for rule in rules if rule), "auto") != "auto"

    def size(self, name: str, text: str = "") -> int:
        """Return the size of the letters of a paragraph style in half points; Word's own where no style says it.

        Complex scripts may have a size of their own; of a text that holds any the larger counts.
        """
        size = measure(self._of_letters(name, "w:sz", "val")) or WORD_SIZE
        return max(size, measure(self._of_letters(name, "w:szCs", "val"))) if has_special(text) else size

    def face(self, name: str) -> str:
        """Return the typeface of a paragraph style, or an empty text where it is one of the theme."""
        return self._of_letters(name, "w:rFonts", "ascii") or ""

    def table_scales(self, name: str, text: str = "") -> tuple[float, ...]:
        """Return how wide the letters of a style can be in a text as a share of those that columns are reckoned in."""
        return scales_of(self.face(name), self.size(name, text), TABLE_SIZE)

    def is_bold(self, name: str) -> bool:
        """Return whether the letters of a paragraph style are bold."""
        found = (find(style, "w:rPr/w:b") for style in self._lineage(name))
        bold = next((one for one in found if one is not None), None)
        return bold is not None and bold.get(qualified("w:val")) not in ("0", "false")

    @cached_property
    def note_mark(self) -> str:
        """The run properties of raised numbers and signs.

        How far the style raises them is said again of each run: where a style says it, LibreOffice makes them small.
        The first reference to a note it sets as `Footnote Reference`, whatever its run says.
        """
        raised = measure(value(self._elements.get(("character", "sign")), "w:rPr/w:position"))
        position = f'<w:position w:val="{raised}"/>' if raised else ""
        return f'<w:rPr><w:rStyle w:val="{self.character("Sign")}"/>{position}</w:rPr>'

    def numbering(self, name: str) -> tuple[str, int] | None:
        """Return the number definition and level that a list style is linked to, or None."""
        for style in self._lineage(name):
            properties = find(style, "w:pPr/w:numPr")
            identifier = value(properties, "w:numId")
            if identifier:
                return identifier, measure(value(properties, "w:ilvl"))
        return None

    def kinds(self, name: str) -> list[str]:
        """Return the kinds of the styles with a name; none if there is no such style."""
        return [kind for kind, known in self._elements if known == name.lower()]

    def _find(self, kind: str, name: str) -> str:
        """Return a style's identifier, or an empty text and add a problem that says what is missing or wrong."""
        style = self._elements.get((kind, name.lower()))
        if style is not None:
            return _identifier(style)
        others = self.kinds(name)
        if others:
            message = f"style '{name}' is a {others[0]} style and must be a {kind} style; delete it and create it again"
        else:
            message = f"there is no {kind} style '{name}'{near_miss(name, self._strangers(kind))}; add it"
        self._problems.append(Problem(STYLE_DOCUMENT, f"{message}, or start from the base style"))
        return ""

    def _strangers(self, kind: str) -> list[str]:
        """Return the names of a kind that the writer does not use: one of them may be a misspelt used style."""
        known = [value(style, "w:name") or "" for key, style in self._elements.items() if key[0] == kind]
        return [name for name in known if (kind, name.lower()) not in _USED]

    def _number(self, name: str, path: str, attribute: str) -> int:
        """Return a measure of a style, looked up once."""
        key = (name, path, attribute)
        if key not in self._numbers:
            self._numbers[key] = self._inherited(name, path, attribute)
        return self._numbers[key]

    def _inherited(self, name: str, path: str, attribute: str) -> int:
        """Return a measure from the style, or from the nearest style that it is based on."""
        found = (value(style, f"w:pPr/{path}", attribute) for style in self._lineage(name))
        defaults = value(self._root, f"w:docDefaults/w:pPrDefault/w:pPr/{path}", attribute)
        return measure(next((number for number in found if number), defaults))

    def _of_letters(self, name: str, path: str, attribute: str) -> str | None:
        """Return a property of letters from a style, from the nearest that it is based on, or from the defaults."""
        found = (value(style, f"w:rPr/{path}", attribute) for style in self._lineage(name))
        return next((one for one in found if one), None) or value(
            self._root, f"w:docDefaults/w:rPrDefault/w:rPr/{path}", attribute
        )

    def _lineage(self, name: str) -> Iterator[Element]:
        """Return a paragraph style and then each style it is based on."""
        style = self._elements.get(("paragraph", name.lower()))
        seen: set[str] = set()
        while style is not None and _identifier(style) not in seen:
            yield style
            seen.add(_identifier(style))
            style = self._by_identifier.get(value(style, "w:basedOn") or "")


def _identifier(style: Element) -> str:
    return style.get(qualified("w:styleId"), "")


def _key(style: Element) -> tuple[str, str]:
    return style.get(qualified("w:type"), "paragraph"), (value(style, "w:name") or "").lower()
