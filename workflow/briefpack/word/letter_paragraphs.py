"""Letter paragraphs: the lines of a letterhead as paragraphs of a header or footer."""

from __future__ import annotations

from itertools import count

from docx.parts.image import ImagePart

from briefpack.text.bidi import is_mostly_right_to_left
from briefpack.word.fields import field
from briefpack.word.letter_styles import LetterStyles
from briefpack.word.letterhead import (
    OPPOSITE,
    TAB,
    WHOLE,
    LetterCell,
    LetterLine,
    LetterLines,
    LetterLook,
    LetterPicture,
)
from briefpack.word.paragraphs import Paragraph
from briefpack.word.picture_parts import PictureParts
from briefpack.word.picture_runs import EMU_TO_A_TWIP, picture_run
from briefpack.word.xml import quoted

AIR = 80
"""The space between the letterhead and what else stands there, in twentieths of a point."""
#: A table that only puts things beside each other: its first column says what the others go with, to who listens.
_TABLE = (
    '<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/><w:tblCaption w:val="{caption}"/></w:tblPr>'
)
_TAB = "<w:r><w:tab/></w:r>"


class LetterParagraphs:
    """Makes the paragraphs of a letterhead for one document; its pictures have numbers that no others have.

    A letterhead stands as in its template, on the left and on the right, in whatever direction the document runs.
    """

    def __init__(
        self, styles: LetterStyles, pictures: PictureParts, description: str, *, right_to_left: bool = False
    ) -> None:
        self._styles, self._pictures, self._description = styles, pictures, description
        self._right_to_left = right_to_left
        self._numbers = count(10001)

    def of(self, lines: LetterLines, style: str, measure: int, held: list[ImagePart]) -> list[Paragraph | str]:
        """Return the paragraphs of lines for a text of this width, and add the pictures that they hold to `held`.

        A picture is called by its place among those that are held, as `rId1` for the first. A row of cells is a table
        with a gap below it.
        """
        made = [each for line in lines for each in self._line(line, style, measure, held)]
        for end, side in ((0, "before"), (-1, "after")):
            if made and isinstance(paragraph := made[end], Paragraph) and not lines[end].cells:
                setattr(paragraph, side, AIR)
        return made

    def _line(self, line: LetterLine, style: str, measure: int, held: list[ImagePart]) -> list[Paragraph | str]:
        if not line.cells:
            return [self._paragraph(line, style, measure, held)]
        widths = [cell.wide * measure // WHOLE for cell in line.cells]
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"{self._cell(cell, style, width, held)}</w:tc>"
            for cell, width in zip(line.cells, widths, strict=True)
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        row = f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{_height(line)}{cells}</w:tr>"
        table = _TABLE.format(style=self._styles.table(), width=sum(widths), caption=quoted(self._description))
        return [f"<w:tbl>{table}{row}</w:tbl>", Paragraph(self._styles.gap)]

    def _cell(self, cell: LetterCell, style: str, measure: int, held: list[ImagePart]) -> str:
        """Return the paragraphs of a cell, of which it needs one."""
        made = [each for line in cell.lines for each in self._line(line, style, measure, held)]
        return "".join(map(str, made or [Paragraph(self._styles.gap)]))

    def _paragraph(self, line: LetterLine, style: str, measure: int, held: list[ImagePart]) -> Paragraph:
        made = Paragraph(self._styles.line(line, style), alignment=line.alignment, before=0, after=0, left=0)
        if not line.tabs and is_mostly_right_to_left(line.words):
            # Sides of paragraphs are leading and trailing.
            made.direction, made.alignment = "right to left", OPPOSITE[line.alignment]
        elif self._right_to_left:
            made.direction = "left to right"
        stops = (f'<w:tab w:val="{kind}" w:pos="{place * measure // WHOLE}"/>' for kind, place in line.tabs)
        made.tabs = f"<w:tabs>{''.join(stops)}</w:tabs>" if line.tabs else ""
        for piece in line.pieces:
            if isinstance(piece, LetterPicture):
                made.runs.put(self._picture(piece, held))
            elif piece.field:
                made.runs.put(field(piece.field, "1", self._look(piece.look)))
            else:
                for number, words in enumerate(piece.words.split(TAB)):
                    if number:
                        made.runs.put(_TAB)
                    if words:
                        made.runs.write(words, self._look(piece.look))
        return made

    def _look(self, look: LetterLook) -> str:
        return f'<w:rPr><w:rStyle w:val="{self._styles.words(look)}"/></w:rPr>'

    def _picture(self, picture: LetterPicture, held: list[ImagePart]) -> str:
        part = self._pictures.part(picture.file)
        if part not in held:
            held.append(part)
        size = (picture.width * EMU_TO_A_TWIP, picture.height * EMU_TO_A_TWIP)
        return picture_run(name_of(held.index(part)), next(self._numbers), self._description, "", *size)


def _height(line: LetterLine) -> str:
    """Return that a row is as high as its highest picture.

    LibreOffice lays out a footer before it has read the pictures in its cells, and then has no room for its last lines.
    """
    highest = max((picture.height for inner in line.flat for picture in inner.pictures), default=0)
    return f'<w:trPr><w:trHeight w:val="{highest}" w:hRule="atLeast"/></w:trPr>' if highest else ""


def name_of(place: int) -> str:
    """Return how a part calls the picture at a place among those that it holds."""
    return f"rId{place + 1}"
