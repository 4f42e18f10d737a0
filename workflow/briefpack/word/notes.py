"""Footnotes: the part of the package that holds them, and the notes themselves."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml

from briefpack.word.composition import Composition, Setting
from briefpack.word.inlines import write_words
from briefpack.word.markdown import line_of
from briefpack.word.xml import Element, add, find, find_all, qualified, root, serialise

SEPARATORS = {"separator": "-1", "continuationSeparator": "0"}
"""Kind of rule above the notes -> its identifier."""

AFTER_NOTES = frozenset(
    qualified("w:" + name) for name in ["compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"]
)
"""The settings that the schema wants after those of footnotes."""


def write_notes(composition: Composition, document: Part, settings: Element) -> None:
    """Write every footnote called in the text, in the order of the calls; one that is never called is a problem."""
    for label, definition in composition.manuscript.definitions.items():
        if label not in composition.notes:
            composition.refuse(f"footnote [^{label}] is never called; call it or remove it", line_of(definition))
    if not composition.notes:
        return
    part = _notes_part(document)
    composition.part, composition.in_note = part, True
    for label, number in composition.notes.items():
        _write_note(label, number, composition, part.element)
    _declare(settings)


def _notes_part(document: Part) -> XmlPart:
    """Add a footnotes part that holds the two rules Word draws above notes."""
    notes = root("w:footnotes")
    for kind, identifier in SEPARATORS.items():
        paragraph = add(add(notes, "w:footnote", type=kind, id=identifier), "w:p")
        add(add(paragraph, "w:pPr"), "w:spacing", before="0", after="0", line="240", lineRule="auto")
        add(add(paragraph, "w:r"), f"w:{kind}")
    package = document.package
    part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, parse_xml(serialise(notes)), package)
    document.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def _write_note(label: str, number: int, composition: Composition, notes: Element) -> None:
    """Write one footnote, its number before its first words."""
    composition.flow = add(notes, "w:footnote", id=str(number))
    definition = composition.manuscript.definitions[label]
    composition.line = line_of(definition)
    composition.compose(definition.children, Setting.of("Footnote Text", composition.styles))
    first = composition.flow[0] if len(composition.flow) else None
    if first is None or find(first, "w:pPr/w:numPr") is not None:
        first = composition.paragraph("Footnote Text")
        composition.flow.insert(0, first)
    mark = add(first, "w:r")
    add(add(mark, "w:rPr"), "w:rStyle", val=composition.styles.character("footnote reference"))
    add(mark, "w:footnoteRef")
    space = add(first, "w:r")
    write_words(space, " ")
    for place, made in enumerate((mark, space), start=1):
        first.insert(place, made)


def _declare(settings: Element) -> None:
    """Name the rules above the notes in the document's settings."""
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
