"""Footnotes: the part of the package that holds them, and the notes themselves."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefpack.text.quoting import repeated
from briefpack.word.composition import BlockSetting, Composition
from briefpack.word.paragraphs import Paragraph
from briefpack.word.xml import Element, add, find_all, part, qualified

SEPARATORS = {"separator": "-1", "continuationSeparator": "0"}
"""Kind of rule above the notes -> its identifier."""

AFTER_NOTES = frozenset(
    qualified("w:" + name) for name in ["compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"]
)
"""The settings that must stand after those of footnotes by the schema."""


def write_notes(composition: Composition, document: Part, settings: Element) -> dict[PackURI, bytes]:
    """Return the part with the footnotes in the order of their calls; an empty text if the text calls none.

    A footnote that is never called is a problem.
    """
    for label, definition in composition.manuscript.definitions.items():
        if label not in composition.notes:
            composition.refuse(f"footnote [^{repeated(label)}] is never called; call it or remove it", definition.line)
    if not composition.notes:
        return {}
    holder = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, b"", document.package)
    document.relate_to(holder, RELATIONSHIP_TYPE.FOOTNOTES)
    composition.part, composition.in_note = holder, True
    notes = [_note(label, number, composition) for label, number in composition.notes.items()]
    _declare(settings)
    return {holder.partname: part("w:footnotes", "".join([*_separators(), *notes]))}


def _separators() -> list[str]:
    """Return the two rules that Word draws above notes."""
    flat = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return [
        f'<w:footnote w:type="{kind}" w:id="{identifier}"><w:p>{flat}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, identifier in SEPARATORS.items()
    ]


def _note(label: str, number: int, composition: Composition) -> str:
    """Return one footnote, its number before its first words."""
    definition = composition.manuscript.definitions[label]
    composition.flow, composition.line = [], definition.line
    composition.compose(definition.children, BlockSetting.of("Footnote Text", composition.styles))
    first = composition.flow[0] if composition.flow else None
    if not isinstance(first, Paragraph) or first.numbering:
        first = composition.paragraph("Footnote Text")
        composition.flow.insert(0, composition.flow.pop())
    if composition.is_after_table():
        composition.paragraph("Table Gap")
    mark = f"<w:r>{composition.styles.note_mark}<w:footnoteRef/></w:r>"
    first.runs.put_first(f'{mark}<w:r><w:t xml:space="preserve"> </w:t></w:r>')
    return f'<w:footnote w:id="{number}">{"".join(map(str, composition.flow))}</w:footnote>'


def _declare(settings: Element) -> None:
    """Write the rules above the notes into the document's settings."""
    for old in list(find_all(settings, "w:footnotePr")):
        settings.remove(old)
    properties = settings.makeelement(qualified("w:footnotePr"))
    for identifier in SEPARATORS.values():
        add(properties, "w:footnote", id=identifier)
    later = next((each for each in settings if each.tag in AFTER_NOTES), None)
    if later is None:
        settings.append(properties)
    else:
        later.addprevious(properties)
