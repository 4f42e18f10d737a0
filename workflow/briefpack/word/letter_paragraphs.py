"""Letter paragraphs: the lines of a letterhead as paragraphs of a header or footer."""

from __future__ import annotations

from itertools import count

from docx.parts.image import ImagePart

from briefpack.word.fields import field
from briefpack.word.letter_styles import LetterStyles
from briefpack.word.letterhead import TAB, LetterLine, LetterLines, LetterLook, LetterPicture
from briefpack.word.paragraphs import Paragraph
from briefpack.word.picture_parts import PictureParts
from briefpack.word.picture_runs import EMU_TO_A_TWIP, picture_run

AIR = 80
"""The space between the letterhead and what else stands there, in twentieths of a point."""
_WHOLE = 1000
_TAB = "<w:r><w:tab/></w:r>"


class LetterParagraphs:
    """Makes the paragraphs of a letterhead for one document; its pictures have numbers that no others have."""

    def __init__(self, styles: LetterStyles, pictures: PictureParts, description: str) -> None:
        self._styles, self._pictures, self._description = styles, pictures, description
        self._numbers = count(10001)

    def of(self, lines: LetterLines, style: str, measure: int, held: list[ImagePart]) -> list[Paragraph]:
        """Return the paragraphs of lines for a text of this width, and add the pictures that they hold to `held`.

        A picture is called by its place among those that are held, as `rId1` for the first.
        """
        made = [self._paragraph(line, style, measure, held) for line in lines]
        for paragraph in made[:1]:
            paragraph.before = AIR
        for paragraph in made[-1:]:
            paragraph.after = AIR
        return made

    def _paragraph(self, line: LetterLine, style: str, measure: int, held: list[ImagePart]) -> Paragraph:
        made = Paragraph(self._styles.line(line, style), alignment=line.alignment, before=0, after=0, left=0)
        stops = (f'<w:tab w:val="{kind}" w:pos="{place * measure // _WHOLE}"/>' for kind, place in line.tabs)
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


def name_of(place: int) -> str:
    """Return how a part calls the picture at a place among those that it holds."""
    return f"rId{place + 1}"
