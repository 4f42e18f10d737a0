"""Typeset: the Markdown pack and the house style in, the Word pack out."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml.etree import tostring

from briefpack.problems import Refusal
from briefpack.word.blocks import BLOCKS
from briefpack.word.composition import Composition, Setting
from briefpack.word.furniture import set_paper, write_furniture
from briefpack.word.house import House
from briefpack.word.inlines import INLINES
from briefpack.word.markdown import Manuscript, read
from briefpack.word.notes import write_notes
from briefpack.word.numbering import Numbering
from briefpack.word.package import open_style, related, save, write_house
from briefpack.word.properties import write_language, write_properties
from briefpack.word.styles import Styles
from briefpack.word.tree import plain
from briefpack.word.xml import UNWRITABLE, Element, part


def typeset(markdown: str, style: bytes, house: House | None = None, *, file: str = "pack.md") -> bytes:
    """Give a Markdown pack as the bytes of a .docx in the styles of a style document and the house style.

    The same arguments give the same bytes. `file` is the name that problems are reported under. Raises Refusal with
    every problem at once: what the dialect does not hold, with its line, and styles that the style document lacks.
    """
    house = house or House()
    manuscript = read(markdown, file)
    document = open_style(style)
    composition = _composition(manuscript, document, set_paper(document.sections[0], house))
    _compose_body(composition)
    body = "".join(map(str, composition.flow))
    written = write_notes(composition, document.part, document.settings.element)
    front, styles = manuscript.front, composition.styles
    title = front.title or _title(manuscript)
    write_furniture(document, front, title, styles, composition.measure)
    if composition.problems:
        raise Refusal(composition.problems)
    write_house(document, house)
    write_language(document.styles.element, front.language)
    write_properties(document.part.package, front, title, front.organisation or house.organisation)
    written[document.part.partname] = _document(body, document.element.body[-1])
    return save(document.part.package, written)


def _composition(manuscript: Manuscript, document: Document, measure: int) -> Composition:
    """Give an empty composition over the document's own body, styles and numbering."""
    problems = list(manuscript.problems)
    styles = Styles(document.styles.element, problems)
    return Composition(
        manuscript=manuscript,
        styles=styles,
        numbering=Numbering(related(document.part, RELATIONSHIP_TYPE.NUMBERING), styles, problems),
        part=document.part,
        flow=[],
        measure=measure,
        blocks=BLOCKS,
        inlines=INLINES,
        problems=problems,
    )


def _compose_body(composition: Composition) -> None:
    """Write the text; Word wants a paragraph at its end."""
    composition.compose(composition.manuscript.blocks, Setting.of("Normal", composition.styles))
    composition.page_break = False
    if composition.last_paragraph() is None:
        composition.paragraph("Table Gap" if composition.flow else "Normal")


def _document(body: str, section: Element) -> bytes:
    """Give the document part: the text, then the section's properties, which Word wants last."""
    return part("w:document", f"<w:body>{body}{tostring(section, encoding='unicode')}</w:body>")


def _title(manuscript: Manuscript) -> str:
    """Give the heading that stands as the title on one line, or nothing."""
    if not manuscript.shift:
        return ""
    return " ".join(UNWRITABLE.sub("", plain(manuscript.headings[0])).split())
