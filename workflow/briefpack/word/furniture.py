"""Page furniture: the handling mark above and below, and the foot line with the page number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefpack.word.columns import text_width
from briefpack.word.fields import field
from briefpack.word.front_matter import FrontMatter
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


def attach_furniture(document: Part, manuscript: Manuscript, styles: Styles, measure: int, number: int) -> str:
    """Add the header and footer of a section, in parts with this number, and return the references to them.

    The measure is the width of the text, in twentieths of a point.
    """
    front = manuscript.front
    header = _mark(styles, front.mark, front.caveat) or [Paragraph(styles.paragraph("header"))]
    foot = _foot_line(styles, front, manuscript.title, measure)
    footer = [*_mark(styles, front.mark), *_key(styles, manuscript.signs), foot]
    return _attach(document, "header", number, header) + _attach(document, "footer", number, footer)


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


def _foot_line(styles: Styles, front: FrontMatter, title: str, measure: int) -> Paragraph:
    """Return title, version and date on the left, the page number on the right.

    If the title is too long for this, version and date stand on a line of their own, with the page number.
    """
    line = Paragraph(styles.paragraph("footer"))
    line.tabs = f'<w:tabs><w:tab w:val="right" w:pos="{measure}"/></w:tabs>'
    edition = " · ".join(text for text in (front.version, front.date_in_words or front.date) if text)
    words = " · ".join(text for text in (title, edition) if text)
    page = re.sub(r"\{pages?\}", "000", front.page_wording)
    if title and edition and FOOT_SIZE * styles.size("footer") * text_width(words + page) > measure:
        line.runs.write(title)
        line.runs.put("<w:r><w:br/></w:r>")
        words = edition
    if words:
        line.runs.write(words)
    line.runs.put("<w:r><w:tab/></w:r>")
    for piece in re.split(r"(\{pages?\})", front.page_wording):
        if piece in FIELDS:
            line.runs.put(field(FIELDS[piece], "1"))
        elif piece:
            line.runs.write(piece)
    return line


def _attach(document: Part, kind: str, number: int, content: list[Paragraph]) -> str:
    """Add a header or footer part to the document and return the reference to it."""
    root, content_type, relationship = KINDS[kind]
    blob = part(root, "".join(map(str, content)))
    holder = Part(PackURI(f"/word/{kind}{number}.xml"), content_type, blob, document.package)
    return f'<w:{kind}Reference w:type="default" r:id="{document.relate_to(holder, relationship)}"/>'
