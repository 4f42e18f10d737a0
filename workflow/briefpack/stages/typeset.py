"""Typeset: makes the Word pack from the Markdown pack and the house style."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.package import Package

from briefpack.problems import Problem, Refusal, errors
from briefpack.word.blocks import BLOCKS
from briefpack.word.composition import BlockSetting, Composition
from briefpack.word.form_fields import refuse_missing_lines
from briefpack.word.furniture import Furniture
from briefpack.word.house import House
from briefpack.word.inlines import INLINES
from briefpack.word.letter_paragraphs import LetterParagraphs
from briefpack.word.letter_styles import LetterStyles
from briefpack.word.markdown import Manuscript, read
from briefpack.word.notes import write_notes
from briefpack.word.numbering import Numbering
from briefpack.word.package import open_style, related, save, write_house
from briefpack.word.page_ends import keep_last
from briefpack.word.picture_parts import PictureParts
from briefpack.word.properties import write_properties
from briefpack.word.scripting import in_its_scripts, runs_right_to_left
from briefpack.word.sections import Sections
from briefpack.word.styles import Styles
from briefpack.word.table_ends import end_table
from briefpack.word.xml import part


def typeset(
    markdown: str,
    style: bytes,
    house: House | None = None,
    *,
    file: str = "pack.md",
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    pages: Mapping[str, int] = MappingProxyType({}),
) -> bytes:
    """Return a Markdown pack as the bytes of a .docx in the styles of a style document and the house style.

    The same arguments give the same bytes. `file` is the name in problems; `pictures` holds the picture files by path;
    `pages` holds the page numbers of headings, by their names in links, for the contents. Raises
    Refusal with every problem at once: what the dialect does not hold, with its line, and styles that are missing.
    """
    return _typeset(read(markdown, file), style, house or House(), pictures, pages)[0]


def typeset_document(
    manuscript: Manuscript,
    style: bytes,
    house: House | None = None,
    *,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    pages: Mapping[str, int] = MappingProxyType({}),
) -> tuple[bytes, Sequence[Problem]]:
    """Return a document that somebody has as the bytes of a .docx, and what it lost in being set.

    Raises Refusal where the style document cannot be used.
    """
    return _typeset(manuscript, style, house or House(), pictures, pages)


def _typeset(
    manuscript: Manuscript, style: bytes, house: House, pictures: Mapping[str, bytes], pages: Mapping[str, int]
) -> tuple[bytes, Sequence[Problem]]:
    """Return a manuscript as the bytes of a .docx, and its warnings."""
    document = open_style(style)
    composition = _composition(manuscript, document, house)
    composition.pictures, composition.pages = pictures, pages
    written = {document.part.partname: _body(composition)}
    written |= write_notes(composition, document.part, document.settings.element)
    if errors(composition.problems):
        raise Refusal(composition.problems)
    write_house(document, house)
    written = in_its_scripts(document, written, composition.styles, manuscript)
    organisation = manuscript.front.organisation or house.organisation
    write_properties(document.part.package, manuscript.front, manuscript.title, organisation)
    return save(document.part.package, written), composition.problems


def _composition(manuscript: Manuscript, document: Document, house: House) -> Composition:
    """Return an empty composition with the styles, numbering and margins of the document, on the paper of the house."""
    problems = list(manuscript.problems)
    styles = Styles(document.styles.element, problems)
    picture_parts = PictureParts(cast(Package, document.part.package))
    looks = LetterStyles(document.styles.element, styles)
    described = house.letterhead.description or house.organisation
    letters = LetterParagraphs(looks, picture_parts, described, right_to_left=runs_right_to_left(manuscript))
    furniture = Furniture(document.part, manuscript, styles, house.letterhead, letters)
    return Composition(
        manuscript=manuscript,
        styles=styles,
        numbering=Numbering(related(document.part, RELATIONSHIP_TYPE.NUMBERING), styles, problems),
        part=document.part,
        sections=Sections(document, styles, house, furniture),
        blocks=BLOCKS,
        inlines=INLINES,
        problems=problems,
        picture_parts=picture_parts,
    )


def _body(composition: Composition) -> bytes:
    """Return the document part: the text, which ends with a paragraph, then the properties of the last section."""
    composition.compose(composition.manuscript.blocks, BlockSetting.of("Normal", composition.styles))
    composition.page_break = False
    refuse_missing_lines(composition)
    end = composition.last_paragraph()
    if composition.is_after_table():
        end = end_table(composition.flow, len(composition.flow) - 1, composition.styles.paragraph("Table Gap"))
    end = end or composition.paragraph("Normal")
    for piece in composition.closing:
        end.runs.put(piece)
    keep_last(composition)
    section = composition.sections.last(composition.flow)
    return part("w:document", f"<w:body>{''.join(map(str, composition.flow))}{section}</w:body>")
