"""Page furniture: the handling mark above and below, the letterhead, and the foot line with the page number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.image import ImagePart

from briefpack.word.foot import Foot
from briefpack.word.letter_paragraphs import LetterParagraphs, name_of
from briefpack.word.letterhead import Letterhead
from briefpack.word.markdown import Manuscript
from briefpack.word.paragraphs import Paragraph
from briefpack.word.styles import Styles
from briefpack.word.xml import part

KINDS = {
    "header": ("w:hdr", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": ("w:ftr", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
"""Kind of furniture -> its root element, its content type and how the document names it."""


@dataclass(frozen=True)
class Furniture:
    """All that header and footer of one document are made from."""

    document: Part
    manuscript: Manuscript
    styles: Styles
    letterhead: Letterhead
    paragraphs: LetterParagraphs

    def attach(self, measure: int, number: int, *, of_first_page: bool = False) -> str:
        """Add the header and footer of a section, in parts with this number, and return the references to them.

        The measure is the width of the text, in twentieths of a point.
        """
        borne = self.letterhead.on_first_page if of_first_page else self.letterhead
        kind = "first" if of_first_page else "default"
        front, styles = self.manuscript.front, self.styles
        above: list[ImagePart] = []
        header: list[Paragraph | str] = [*_mark(styles, front.mark, front.caveat)]
        header += self.paragraphs.of(borne.header, "header", measure, above)
        below: list[ImagePart] = []
        footer = self.paragraphs.of(borne.footer, "footer", measure, below)
        foot = Foot(styles, front, self.manuscript.title, measure, has_page=not borne.counts_pages)
        footer += foot.lines(self.manuscript.signs)
        empty = [Paragraph(styles.paragraph("header"))]
        return self._attach("header", kind, number, header or empty, above) + self._attach(
            "footer", kind, number, footer or empty, below
        )

    def _attach(
        self, kind: str, of: str, number: int, content: Sequence[Paragraph | str], held: list[ImagePart]
    ) -> str:
        """Add a header or footer part to the document and return the reference to it."""
        root, content_type, relationship = KINDS[kind]
        blob = part(root, "".join(map(str, content)))
        holder = Part(PackURI(f"/word/{kind}{number}.xml"), content_type, blob, self.document.package)
        for place, picture in enumerate(held):
            holder.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, picture, name_of(place))
        return f'<w:{kind}Reference w:type="{of}" r:id="{self.document.relate_to(holder, relationship)}"/>'


def _mark(styles: Styles, *lines: str) -> list[Paragraph]:
    """Return the handling mark with the caveat below it."""
    named = zip(("Handling Mark", "Handling Caveat"), lines, strict=False)
    paragraphs = {line: Paragraph(styles.paragraph(name)) for name, line in named if line}
    for line, paragraph in paragraphs.items():
        paragraph.runs.write(line)
    return list(paragraphs.values())
