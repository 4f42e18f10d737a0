"""Scripting: brings a composed document into the direction and the scripts of its text."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI

from briefpack.text.bidi import is_mostly_right_to_left
from briefpack.text.scripts import is_right_to_left
from briefpack.word.directing import Directing
from briefpack.word.document_scripts import DocumentScripts, document_scripts
from briefpack.word.markdown import Manuscript
from briefpack.word.package import related
from briefpack.word.script_styles import turn_lists, write_language, write_scripts, write_theme_languages
from briefpack.word.styles import Styles
from briefpack.word.tree import plain

_FURNITURE = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


def runs_right_to_left(manuscript: Manuscript) -> bool:
    """Return whether a text runs from right to left: by its language, or by most of its letters where it says none."""
    if manuscript.front.language:
        return is_right_to_left(manuscript.front.language)
    return is_mostly_right_to_left("".join(map(plain, manuscript.blocks)))


def in_its_scripts(
    document: Document, written: Mapping[PackURI, bytes], styles: Styles, manuscript: Manuscript
) -> dict[PackURI, bytes]:
    """Return what was written for the parts of a document, and its headers and footers, in the scripts of its text.

    Its styles, lists and settings are changed where they have to be. A left-to-right document of Latin, Greek or
    Cyrillic text stays as it was written, but for its language.
    """
    holders = (each.target_part for each in document.part.rels.values() if each.reltype in _FURNITURE)
    furniture = {holder.partname: holder.blob for holder in holders}
    every = {**written, **furniture}
    texts = (part.decode() for part in every.values())
    scripts = document_scripts(manuscript.front.language, texts, right_to_left=runs_right_to_left(manuscript))
    write_language(document.styles.element, scripts)
    if not (scripts.right_to_left or scripts.special):
        return dict(written)
    _write_styles(document, styles, scripts)
    directing = Directing(scripts, styles)
    return {name: directing.directed(part, is_furniture=name in furniture) for name, part in every.items()}


def _write_styles(document: Document, styles: Styles, scripts: DocumentScripts) -> None:
    write_scripts(document.styles.element, styles, scripts)
    write_theme_languages(document.settings.element, scripts)
    if scripts.right_to_left:
        turn_lists(related(document.part, RELATIONSHIP_TYPE.NUMBERING))
