"""Page furniture: the handling mark above and below, and the foot line with the page number."""

from __future__ import annotations

import re

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.section import Section
from docx.shared import Twips

from briefpack.word.fields import write_field
from briefpack.word.front_matter import FrontMatter
from briefpack.word.house import PAPER, House
from briefpack.word.paragraphs import Paragraph
from briefpack.word.styles import Styles
from briefpack.word.xml import Element, part, qualified

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
TWIPS_TO_A_POINT = 20


def set_paper(section: Section, house: House) -> int:
    """Set the paper of a section and give the width of its text in twentieths of a point."""
    width, height = PAPER[house.paper]
    section.page_width, section.page_height = Twips(width), Twips(height)
    margins = (section.left_margin, section.right_margin)
    return width - sum(int(margin.pt * TWIPS_TO_A_POINT) for margin in margins if margin is not None)


def write_furniture(document: Document, front: FrontMatter, title: str, styles: Styles, measure: int) -> None:
    """Give every page of the document its header and footer."""
    section = document.element.body[-1]
    header = _mark(styles, front.mark, front.caveat) or [Paragraph(styles.paragraph("header"))]
    footer = [*_mark(styles, front.mark), _foot_line(styles, front, title, measure)]
    _attach(document.part, section, "footer", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, footer)
    _attach(document.part, section, "header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, header)


def _mark(styles: Styles, *lines: str) -> list[Paragraph]:
    """Give the handling mark, and the caveat under it."""
    named = zip(("Handling Mark", "Handling Caveat"), lines, strict=False)
    paragraphs = {line: Paragraph(styles.paragraph(name)) for name, line in named if line}
    for line, paragraph in paragraphs.items():
        paragraph.runs.say(line)
    return list(paragraphs.values())


def _foot_line(styles: Styles, front: FrontMatter, title: str, measure: int) -> Paragraph:
    """Give title, version and date on the left, the page number on the right."""
    line = Paragraph(styles.paragraph("footer"))
    line.tabs = f'<w:tabs><w:tab w:val="right" w:pos="{measure}"/></w:tabs>'
    words = " · ".join(text for text in (title, front.version, front.date_in_words or front.date) if text)
    if words:
        line.runs.say(words)
    line.runs.put("<w:r><w:tab/></w:r>")
    for piece in re.split(r"(\{pages?\})", front.page_wording):
        if piece in FIELDS:
            write_field(line.runs, FIELDS[piece], "1")
        elif piece:
            line.runs.say(piece)
    return line


def _attach(
    document: Part, section: Element, name: str, content_type: str, relationship: str, content: list[Paragraph]
) -> None:
    """Add a header or footer part to the document and name it first in the section."""
    blob = part("w:hdr" if name == "header" else "w:ftr", "".join(map(str, content)))
    holder = Part(PackURI(f"/word/{name}1.xml"), content_type, blob, document.package)
    identifier = document.relate_to(holder, relationship)
    reference = section.makeelement(
        qualified(f"w:{name}Reference"), {qualified("w:type"): "default", qualified("r:id"): identifier}
    )
    section.insert(0, reference)
