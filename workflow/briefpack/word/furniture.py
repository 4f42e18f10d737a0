"""Page furniture: the handling mark above and below, the letterhead, and the foot line with the page number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.image import ImagePart

from briefpack.word.columns import text_width
from briefpack.word.fields import field
from briefpack.word.front_matter import FrontMatter
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

FOOT_SIZE = 0.82 / 17
"""The width of the foot line compared with bold table text, for each half point of its size: it is not bold."""

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


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
        header = _mark(styles, front.mark, front.caveat)
        header += self.paragraphs.of(borne.header, "header", measure, above)
        below: list[ImagePart] = []
        footer = self.paragraphs.of(borne.footer, "footer", measure, below)
        foot = _foot_line(styles, front, self.manuscript.title, measure, has_page=not borne.counts_pages)
        footer += [*_mark(styles, front.mark), *_key(styles, self.manuscript.signs), *foot]
        empty = [Paragraph(styles.paragraph("header"))]
        return self._attach("header", kind, number, header or empty, above) + self._attach(
            "footer", kind, number, footer or empty, below
        )

    def _attach(self, kind: str, of: str, number: int, content: list[Paragraph], held: list[ImagePart]) -> str:
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


def _key(styles: Styles, signs: Sequence[tuple[str, str]]) -> list[Paragraph]:
    """Return a line that says what each sign of the document means; nothing where it has none."""
    line = Paragraph(styles.paragraph("footer"))
    raised = f'<w:rPr><w:rStyle w:val="{styles.character("footnote reference")}"/></w:rPr>'
    for number, (letter, meaning) in enumerate(signs):
        if number:
            line.runs.write(" · ")
        line.runs.write(letter, raised)
        line.runs.write(f"\N{NO-BREAK SPACE}{meaning}")
    return [line] if signs else []


def _foot_line(styles: Styles, front: FrontMatter, title: str, measure: int, *, has_page: bool) -> Sequence[Paragraph]:
    """Return title, version and date on the left, the page number on the right where it `has_page`; or nothing.

    If the title is too long for this, version and date stand on a line of their own, with the page number.
    """
    wording = front.page_wording if has_page else ""
    line = Paragraph(styles.paragraph("footer"))
    line.tabs = f'<w:tabs><w:tab w:val="right" w:pos="{measure}"/></w:tabs>'
    edition = " · ".join(text for text in (front.version, front.date_in_words or front.date) if text)
    words = " · ".join(text for text in (title, edition) if text)
    page = re.sub(r"\{pages?\}", "000", wording)
    if title and edition and FOOT_SIZE * styles.size("footer") * text_width(words + page) > measure:
        line.runs.write(title)
        line.runs.put("<w:r><w:br/></w:r>")
        words = edition
    if words:
        line.runs.write(words)
    if wording:
        line.runs.put("<w:r><w:tab/></w:r>")
    for piece in re.split(r"(\{pages?\})", wording):
        if piece in FIELDS:
            line.runs.put(field(FIELDS[piece], "1"))
        elif piece:
            line.runs.write(piece)
    return [line] if words or wording else []
