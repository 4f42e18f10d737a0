"""The template: an organisation's Word file opened with care, and the parts of it that styles are taken from."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from briefpack.problems import Problem, Refusal
from briefpack.word.bounds import UNREADABLE, strange
from briefpack.word.styles import STYLE_DOCUMENT
from briefpack.word.xml import Element

#: What a file is if it is no Word file of today, by its first bytes.
_BEGINNINGS = {
    b"\xd0\xcf\x11\xe0": "is an old Word document (.doc or .dot), or one with a password",
    b"{\\rtf": "is a rich text (.rtf)",
}
_REMEDY = "save it again from Word, as .docx or .dotx"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
_MAIN = "officeDocument"


@dataclass(frozen=True)
class Template:
    """The parts of a Word file by name, and its main part: the document or, in a .dotx, the template."""

    parts: Mapping[str, bytes]
    main: str

    def related(self, kind: str, part: str | None = None) -> str:
        """Return the name of the part that has this relation to a part, or to the main part; empty if none has."""
        return next((target for of, target in self.relations(part or self.main).values() if of == kind), "")

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part that stay within the file: identifier -> kind and name of the other part."""
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        inside = [each for each in (() if tree is None else tree) if each.get("TargetMode") != "External"]
        return {each.get("Id", ""): (_last(each.get("Type", "")), _joined(folder, each)) for each in inside}

    def tree(self, part: str) -> Element | None:
        """Return the root element of a part; None where it is not there or is no XML."""
        with suppress(KeyError, etree.XMLSyntaxError):
            return etree.fromstring(self.parts[part], _PARSER)
        return None

    def holds(self, piece: str) -> bool:
        """Return whether the name of a part has this piece in it."""
        return any(piece in name.lower() for name in self.parts)


def open_template(data: bytes) -> Template:
    """Return an opened Word document or template, with macros or without; what is not needed is never parsed.

    Raises Refusal if the bytes are no such file, or hold what Word never writes.
    """
    try:
        fault = strange(data)
        with ZipFile(BytesIO(data)) as archive:
            parts = {member.filename: archive.read(member) for member in archive.infolist()} if not fault else {}
    except UNREADABLE:
        parts, fault = {}, _kind(data)
    template = Template(parts, Template(parts, "").related(_MAIN))
    if not fault and template.tree(template.main) is None:
        fault = _kind(data)
    if fault:
        raise Refusal([Problem(STYLE_DOCUMENT, f"the style document {fault}; {_REMEDY}")])
    return template


def _kind(data: bytes) -> str:
    """Return in words what this file is instead of a Word file."""
    for beginning, kind in _BEGINNINGS.items():
        if data.startswith(beginning):
            return kind
    with suppress(*UNREADABLE), ZipFile(BytesIO(data)) as archive:
        if b"opendocument" in archive.read("mimetype"):
            return "is an OpenDocument text (.odt)"
    return "is not a Word document"


def _last(kind: str) -> str:
    return kind.rpartition("/")[2]


def _joined(folder: str, relation: Element) -> str:
    """Return the name of the part that a relation leads to."""
    return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
