"""The package: opens a style document, keeps what a pack needs, and saves it as the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from lxml import etree

from briefpack.problems import Problem, Refusal
from briefpack.word.bounds import UNREADABLE, strange
from briefpack.word.house import House, colour_styles, colour_theme
from briefpack.word.styles import STYLE_DOCUMENT
from briefpack.word.xml import DECLARATION, Element, bare, find, qualified, serialise

KEPT = frozenset(
    (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.THEME,
     RELATIONSHIP_TYPE.FONT_TABLE)
)  # fmt: skip
"""The parts of the style document that a pack keeps; the rest (comments, custom data, web settings) is dropped."""

SETTINGS = frozenset(
    {
        "zoom",
        "defaultTabStop",
        "autoHyphenation",
        "hyphenationZone",
        "doNotHyphenateCaps",
        "characterSpacingControl",
        "compat",
        "themeFontLang",
        "clrSchemeMapping",
        "decimalSymbol",
        "listSeparator",
    }
)
"""The settings that a pack keeps."""

CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


def open_style(style: bytes) -> WordDocument:
    """Return an opened style document, without its text and with only the parts that a pack keeps.

    Raises Refusal if the bytes are no Word document, or hold what Word never writes.
    """
    try:
        fault = strange(style)
        document = None if fault else Document(BytesIO(style))
    except UNREADABLE:
        document, fault = None, "is not a Word document (.docx)"
    if document is None:
        raise Refusal([Problem(STYLE_DOCUMENT, f"the style document {fault}; save it again from Word, as .docx")])
    for kind in {each.reltype for each in document.part.rels.values()} - KEPT:
        drop(document.part, kind)
    for key in [
        key for key, each in document.part.package.rels.items() if each.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT
    ]:
        del document.part.package.rels[key]
    _empty_body(document)
    _plain_settings(document.settings.element)
    return document


def _empty_body(document: WordDocument) -> None:
    """Remove all text, and everything from the last section but its paper, margins and grid."""
    body = document.element.body
    section = body.get_or_add_sectPr()
    body[:] = [section]
    section.attrib.clear()
    section[:] = [each for each in section if etree.QName(each).localname in ("pgSz", "pgMar", "cols", "docGrid")]


def _plain_settings(settings: Element) -> None:
    """Remove settings about the history of the style document or its use: edits, merges, protection."""
    settings[:] = [each for each in settings if etree.QName(each).localname in SETTINGS]
    zoom = find(settings, "w:zoom")
    if zoom is not None:
        zoom.set(qualified("w:percent"), zoom.get(qualified("w:percent"), "100"))


def related(part: Part, kind: str) -> Element | None:
    """Return the root element of the part that has this relation to another part, or None."""
    found = next((each.target_part for each in part.rels.values() if each.reltype == kind), None)
    return found.element if isinstance(found, XmlPart) else None


def write_house(document: WordDocument, house: House) -> None:
    """Write the house colours into the styles and the theme, and remove traces of earlier editing from the styles."""
    styles = document.styles.element
    for mark in list(styles.iter(qualified("w:rsid"))):
        mark.getparent().remove(mark)
    colour_styles(styles, house.colours)
    theme = next(
        (each.target_part for each in document.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.THEME), None
    )
    if theme is not None and house.colours:
        element = etree.fromstring(theme.blob)
        colour_theme(element, house.colours)
        drop(document.part, RELATIONSHIP_TYPE.THEME)
        replaced = Part(theme.partname, theme.content_type, serialise(element), document.part.package)
        document.part.relate_to(replaced, RELATIONSHIP_TYPE.THEME)


def drop(part: Part, kind: str) -> None:
    """Remove the relationships of one kind from a part."""
    for relationship in list(part.rels.values()):
        if relationship.reltype == kind:
            del part.rels[relationship.rId]


def save(package: OpcPackage, written: Mapping[PackURI, bytes]) -> bytes:
    """Return a package as the bytes of a .docx, with what was written for some of its parts by name.

    The same content gives the same bytes: order, dates and compression are fixed.
    """
    parts = sorted(package.parts, key=lambda part: str(part.partname))
    members = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _relationships(package.rels)}
    for part in parts:
        members[part.partname.membername] = written.get(part.partname) or part.blob
        if part.rels:
            members[part.partname.rels_uri.membername] = _relationships(part.rels)
    first = ("[Content_Types].xml", "_rels/.rels")
    return zipped({name: members[name] for name in (*first, *sorted(set(members) - set(first)))})


def zipped(members: dict[str, bytes]) -> bytes:
    """Return named members as a zip file without times and without traces of the system."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in members.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            # 3 is Unix, whatever the system: tools that look for traces accept it.
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            archive.writestr(entry, content)
    return stream.getvalue()


def _content_types(parts: list[Part]) -> bytes:
    """Return the list of content types, with one entry for each part."""
    types = etree.Element(f"{{{CONTENT_TYPES}}}Types", nsmap=bare(CONTENT_TYPES))
    for extension, content_type in (("rels", RELATIONSHIPS_TYPE), ("xml", "application/xml")):
        etree.SubElement(types, f"{{{CONTENT_TYPES}}}Default", Extension=extension, ContentType=content_type)
    for part in parts:
        etree.SubElement(
            types, f"{{{CONTENT_TYPES}}}Override", PartName=str(part.partname), ContentType=part.content_type
        )
    return DECLARATION + etree.tostring(types)


def _relationships(relationships: Relationships) -> bytes:
    """Return relationships as the bytes of their part."""
    holder = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap=bare(RELATIONSHIPS))
    for each in relationships.values():
        entry = etree.SubElement(
            holder, f"{{{RELATIONSHIPS}}}Relationship", Id=each.rId, Type=each.reltype, Target=each.target_ref
        )
        if each.is_external:
            entry.set("TargetMode", "External")
    return DECLARATION + etree.tostring(holder)
