"""Page furniture: the handling mark above and below, and the foot line with the page number."""

from __future__ import annotations

import re

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.section import Section
from docx.shared import Twips

from briefpack.word.fields import field
from briefpack.word.front_matter import FrontMatter
from briefpack.word.house import PAPER, House
from briefpack.word.inlines import write_words
from briefpack.word.paragraphs import put
from briefpack.word.styles import Styles
from briefpack.word.xml import Element, add, qualified, root, serialise

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
    header, footer = root("w:hdr"), root("w:ftr")
    _mark(header, styles, front.mark, front.caveat)
    _mark(footer, styles, front.mark)
    if not len(header):
        _paragraph(header, styles, "header")
    _foot_line(footer, styles, front, title, measure)
    _attach(document.part, section, "footer", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, footer)
    _attach(document.part, section, "header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, header)


def _mark(parent: Element, styles: Styles, *lines: str) -> None:
    """Write the handling mark, and the caveat under it."""
    for name, line in zip(("Handling Mark", "Handling Caveat"), lines, strict=False):
        if line:
            _words(_paragraph(parent, styles, name), line)


def _foot_line(parent: Element, styles: Styles, front: FrontMatter, title: str, measure: int) -> None:
    """Write title, version and date on the left, the page number on the right."""
    line = _paragraph(parent, styles, "footer")
    add(put(line, "w:tabs"), "w:tab", val="right", pos=str(measure))
    _words(line, " · ".join(text for text in (title, front.version, front.date_in_words or front.date) if text))
    add(add(line, "w:r"), "w:tab")
    for piece in re.split(r"(\{pages?\})", front.page_wording):
        if piece in FIELDS:
            field(line, FIELDS[piece], "1")
        elif piece:
            _words(line, piece)


def _paragraph(parent: Element, styles: Styles, style: str) -> Element:
    made = add(parent, "w:p")
    put(made, "w:pStyle", val=styles.paragraph(style))
    return made


def _words(paragraph: Element, text: str) -> None:
    if text:
        write_words(add(paragraph, "w:r"), text)


def _attach(
    document: Part, section: Element, name: str, content_type: str, relationship: str, content: Element
) -> None:
    """Add a header or footer part to the document and name it first in the section."""
    part = Part(PackURI(f"/word/{name}1.xml"), content_type, serialise(content), document.package)
    identifier = document.relate_to(part, relationship)
    reference = section.makeelement(
        qualified(f"w:{name}Reference"), {qualified("w:type"): "default", qualified("r:id"): identifier}
    )
    section.insert(0, reference)
