"""Letter lines: the words and pictures of one header, footer or first page of a template, line by line.

Tables become lines with tabs, and what floats beside a paragraph stands in a line above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from briefpack.adoption.letter_fields import LetterFields
from briefpack.adoption.letter_looks import LetterLooks
from briefpack.adoption.letter_numbers import NOTE, without_lone_number
from briefpack.adoption.letter_pictures import Decoding, LetterPictures, NotTaken, shown_in, shown_of, side_of
from briefpack.adoption.letter_rows import TableCell, beside_picture, of_cells, of_sides, share, turned
from briefpack.adoption.letter_runs import RunReader, content_of, is_left, lines_of
from briefpack.word.letterhead import OPPOSITE, TAB, WHOLE, Alignment, LetterLine, LetterPiece, LetterWords
from briefpack.word.xml import Element, find, measure, qualified, value

_CHANGES = (
    *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
    *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "sectPrChange"),
    *(f"customXml{kind}RangeStart" for kind in ("Ins", "Del", "MoveFrom", "MoveTo")),
)
_CHANGED = tuple(qualified(f"w:{name}") for name in _CHANGES)
_COMMENTED = tuple(qualified(f"w:{name}") for name in ("commentRangeStart", "commentReference"))
_SIDES: dict[str, Alignment] = {"left": "left", "start": "left", "both": "left", "center": "center",
                                "right": "right", "end": "right"}  # fmt: skip
#: A letterhead has no more lines than this in one part.
_MOST_LINES = 12
#: How deep tables and text boxes may stand within each other, and how many pieces of different looks a part may have.
_DEEPEST, _MOST_PIECES = 16, 200
_Placed = tuple[Sequence[LetterPiece], Alignment]


def _check_decided(root: Element) -> None:
    """Raise NotTaken where somebody has still to decide what stands in a part."""
    if next(root.iter(*_CHANGED), None) is not None:
        raise NotTaken("it holds changes that nobody accepted: accept or reject them in Word")
    if next(root.iter(*_COMMENTED), None) is not None:
        raise NotTaken("it holds comments: take them out in Word")


class LetterReader:
    """Reads one part of a template; `notes` says what it left behind."""

    def __init__(self, decoding: Decoding, part: str, looks: LetterLooks, width: int) -> None:
        """Take the template's pictures, the part, and the width of the text on its pages in twentieths of a point."""
        self._looks, self._width = looks, width
        self.notes: list[str] = []
        self._pictures = LetterPictures(decoding, part, width, self.notes)
        self._depth = self._pieces = 0
        self._fields = LetterFields(self.notes)
        self._is_turned = False

    @property
    def fault(self) -> str:
        """Return why pictures that Word shows cannot be taken, or an empty text."""
        return "; ".join(self._pictures.faults)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Return the names of the pictures that its organisation leaves out."""
        return tuple(self._pictures.left_out)

    def lines(self, root: Element) -> tuple[LetterLine, ...]:
        """Return the lines of a header or footer that hold anything, from the top.

        Raises NotTaken where somebody has still to decide what it holds.
        """
        _check_decided(root)
        if next(root.iter(qualified("w:dataBinding")), None) is not None:
            self.notes.append("what a control shows of the file's properties is left behind")
        found = tuple(line for line in self._blocks(root) if line.pieces or line.cells)
        if sum(1 for line in found for _ in line.flat) > _MOST_LINES:
            raise NotTaken(f"it has more than {_MOST_LINES} lines: make it shorter in Word")
        if self._fields.is_open:
            self.notes.append("a field that does not end is left behind, with what follows it")
        kept = without_lone_number(found)
        if kept != found:
            self.notes.append(NOTE)
        return beside_picture(kept, self._width)

    def pictures(self, blocks: Iterable[Element]) -> tuple[LetterLine, ...]:
        """Return the pictures that stand in blocks of the body before its first page break, a line for each paragraph.

        Raises NotTaken as `lines` does, where there is any.
        """
        held = list(blocks)
        found = tuple(line for block in held for line in self._shown(block))
        # What is said of its words is of no interest: none of them is taken.
        self.notes[:] = [note for note in self.notes if "picture" in note.casefold()]
        for block in held if found else ():
            _check_decided(block)
        return found

    def _shown(self, block: Element) -> Iterator[LetterLine]:
        name = etree.QName(block).localname
        if self._is_turned or (name == "sdt" and is_left(block)) or find(block, "w:trPr/w:hidden") is not None:
            return
        if name != "p":
            for child in shown_of(block).iterchildren("{*}*"):
                yield from self._shown(child)
            return
        reader = RunReader(block, self._looks, self.notes, self._fields, is_first_page=True)
        drawings = [piece for piece in reader.read() if isinstance(piece, etree._Element)]
        placed = [each for drawn in drawings for each in self._pictures.of(drawn)]
        if placed:
            yield of_sides([((picture,), side or self._side(block)) for picture, side in placed])
        for box in (each for drawn in drawings for each in shown_in(drawn, "txbxContent")):
            yield from self._shown(box)
        self._is_turned = self._is_turned or reader.is_turned

    def _blocks(self, holder: Element) -> Iterator[LetterLine]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotTaken(f"more than {_DEEPEST} things in it stand within each other: make it simpler in Word")
        for block in holder.iterchildren("{*}*"):
            name = etree.QName(block).localname
            if name == "p":
                yield from self._paragraph(block)
            elif name == "tbl":
                yield from self._table(block)
            elif name == "sdt" and not is_left(block):
                yield from self._blocks(content_of(block))
            elif name in ("customXml", "AlternateContent"):
                yield from self._blocks(shown_of(block))
        self._depth -= 1

    def _paragraph(self, paragraph: Element) -> Iterator[LetterLine]:
        reader = RunReader(paragraph, self._looks, self.notes, self._fields)
        pieces: list[LetterPiece] = []
        floating: list[_Placed] = []
        boxes: list[LetterLine] = []
        for piece in reader.read():
            if not isinstance(piece, etree._Element):
                pieces.append(piece)
                continue
            for picture, side in self._pictures.of(piece, self._looks.ground(paragraph)):
                if side:
                    floating.append(((picture,), side))
                else:
                    pieces.append(picture)
            boxes += self._text_boxes(piece)
        if floating:
            yield of_sides(floating)
        yield from boxes
        for line in lines_of(pieces, has_gap=reader.has_gap):
            self._pieces += len(line)
            if self._pieces > _MOST_PIECES:
                raise NotTaken(f"it has more than {_MOST_PIECES} pieces of different looks: make it simpler in Word")
            made = LetterLine(line, self._side(paragraph), self._tabs(paragraph, line), self._rules(paragraph))
            yield turned(made) if made.tabs and self._looks.is_right_to_left(paragraph) else made

    def _text_boxes(self, drawn: Element) -> Iterator[LetterLine]:
        """Return the lines of the text boxes in a drawing, at the side where the drawing stands."""
        side = side_of(drawn, self._width)
        for box in shown_in(drawn, "txbxContent"):
            for line in self._blocks(box):
                yield replace(line, alignment=side) if side and line.alignment == "left" else line
        shapes = shown_in(drawn, "wsp", "line", "rect", "textpath")
        if any(next(shown_in(each, "txbxContent"), None) is None for each in shapes):
            self.notes.append("drawn shapes are left behind")

    def _table(self, table: Element) -> Iterator[LetterLine]:
        """Return the lines of a table: of each row the first lines of its cells beside each other, then the second."""
        widths = [measure(each.get(qualified("w:w"))) for each in table.iterfind(f"{qualified('w:tblGrid')}/*")]
        whole = sum(widths)
        for row in _within(table, "tr"):
            if find(row, "w:trPr/w:hidden") is not None:
                self.notes.append("a hidden row of a table is left behind")
                continue
            cells, at = [], 0
            for inner in _within(row, "tc"):
                span = max(1, measure(value(inner, "w:tcPr/w:gridSpan")))
                start, wide = (share(sum(some), whole) for some in (widths[:at], widths[at : at + span]))
                cells.append(TableCell(start, wide, tuple(line for line in self._blocks(inner) if line.pieces)))
                at += span
            yield from of_cells(cells)

    def _side(self, paragraph: Element) -> Alignment:
        """Return the side of the page at which a paragraph stands: its own sides are leading and trailing."""
        found = self._looks.of_paragraph(paragraph, "w:jc")
        side = _SIDES.get("" if found is None else found.get(qualified("w:val"), ""), "left")
        return OPPOSITE[side] if self._looks.is_right_to_left(paragraph) else side

    def _tabs(self, paragraph: Element, pieces: Iterable[LetterPiece]) -> tuple[tuple[Alignment, int], ...]:
        """Return the tab stops of a line with tabs, as shares of the width; those beyond the text stand at its end."""
        wanted = sum(each.words.count(TAB) for each in pieces if isinstance(each, LetterWords))
        stops: dict[int, Alignment] = {}
        cleared: set[int] = set()
        for tab in self._looks.tabs(paragraph) if wanted else ():
            kind, place = tab.get(qualified("w:val"), ""), measure(tab.get(qualified("w:pos")))
            if kind == "clear":
                cleared.add(place)
            elif kind in _SIDES and place not in cleared and place > 0:
                stops.setdefault(share(place, self._width), _SIDES[kind])
        if wanted and not stops:
            stops = {WHOLE: "right"} if wanted == 1 else {WHOLE // 2: "center", WHOLE: "right"}
        return tuple((kind, place) for place, kind in sorted(stops.items()))

    def _rules(self, paragraph: Element) -> tuple[tuple[str, str], ...]:
        """Return the rules above and below a paragraph."""
        borders = self._looks.of_paragraph(paragraph, "w:pBdr")
        found = ((side, None if borders is None else find(borders, f"w:{side}")) for side in ("top", "bottom"))
        return tuple(
            (side, colour if re.fullmatch("[0-9A-Fa-f]{6}", colour := rule.get(qualified("w:color"), "")) else "auto")
            for side, rule in found
            if rule is not None and rule.get(qualified("w:val")) not in ("nil", "none", None)
        )


def _within(holder: Element, name: str) -> Iterator[Element]:
    """Return the rows of a table or the cells of a row, also those in controls that are not left out."""
    for child in holder.iterchildren("{*}*"):
        found = etree.QName(child).localname
        if found == name:
            yield child
        elif found == "customXml" or (found == "sdt" and not is_left(child)):
            yield from _within(child if found == "customXml" else content_of(child), name)
