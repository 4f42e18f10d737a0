"""The package: opens a finished Word file, and checks its parts and their relationships."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from briefpack.inspection.faults import OURS, Fault, Faults
from briefpack.inspection.names import Element

TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
SETTINGS = "word/settings.xml"
FOOTNOTES = "word/footnotes.xml"
CORE = "docProps/core.xml"
_RELATED = "_rels/"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_NEEDED = (TYPES, "_rels/.rels", MAIN, STYLES, SETTINGS)


@dataclass(frozen=True)
class Relationship:
    """A relationship: the last word of its kind, the target part or the address, and which of both it is."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """A finished file: its zip entries in order, its parts as bytes by name, and its XML parts parsed by name."""

    entries: tuple[zipfile.ZipInfo, ...]
    parts: Mapping[str, bytes]
    trees: Mapping[str, Element]

    @property
    def texts(self) -> Iterator[tuple[str, Element]]:
        """Return the parts with text in reading order: the body, the notes, headers and footers."""
        names = (MAIN, FOOTNOTES, *sorted(name for name in self.trees if name.startswith(("word/header", "word/foot"))))
        return ((name, self.trees[name]) for name in dict.fromkeys(names) if name in self.trees)

    def related(self, part: str) -> dict[str, Relationship]:
        """Return the relationships of a part by identifier."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, _RELATED, f"{name}.rels"))
        return {} if tree is None else {each.get("Id", ""): _relationship(each, folder) for each in tree}


def _relationship(element: Element, folder: str) -> Relationship:
    target, external = element.get("Target", ""), element.get("TargetMode") == "External"
    kind = element.get("Type", "").rpartition("/")[2]
    return Relationship(kind, target if external else _joined(folder, target), external)


def _joined(folder: str, target: str) -> str:
    """Return the name of the part that a target means from a folder, both without a slash in front."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def open_package(data: bytes) -> tuple[Package | None, list[Fault]]:
    """Return an opened .docx, or None and why it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = tuple(archive.infolist())
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return None, [Fault(f"the file is not a whole zip file: {OURS}")]
    trees, faults = {}, [Fault(f"{name} is missing: {OURS}") for name in _NEEDED if name not in parts]
    for name in (name for name in parts if name.endswith((".xml", ".rels"))):
        try:
            trees[name] = etree.fromstring(parts[name], _PARSER)
        except etree.XMLSyntaxError:
            faults.append(Fault(f"{name} is not well-formed XML: {OURS}"))
    return (None, faults) if faults else (Package(entries, parts, trees), [])


def check_package(package: Package, faults: Faults) -> None:
    """Add the faults of the package itself: content types, relationships, and parts without a relationship to them."""
    _check_types(package, faults)
    reached = {name for name in package.parts if name == TYPES or name.endswith(".rels")}
    for name in [name for name in package.parts if name.endswith(".rels")]:
        folder, _, file = name.rpartition(_RELATED)
        source = folder + file.removesuffix(".rels")
        if file != ".rels" and source not in package.parts:
            faults.add(name, f"the part it belongs to is not there: {OURS}")
        identifiers = Counter(each.get("Id") for each in package.trees[name])
        for identifier in (each for each, times in identifiers.items() if times > 1):
            faults.add(name, f"two relationships have the identifier {identifier}: {OURS}")
        for identifier, related in package.related(source).items():
            if not related.external and related.target not in package.parts:
                faults.add(name, f"{identifier} leads to no part: {OURS}")
            reached.add(related.target)
    for name in package.parts.keys() - reached:
        faults.add(name, f"nothing leads to this part: {OURS}")


def _check_types(package: Package, faults: Faults) -> None:
    tree = package.trees[TYPES]
    extensions = {each.get("Extension", "").lower() for each in tree if each.get("Extension")}
    named = Counter(each.get("PartName", "").removeprefix("/") for each in tree if each.get("PartName"))
    for name in package.parts:
        bare = name == TYPES or name.endswith(".rels")
        is_xml = name.endswith(".xml")
        if not bare and name not in named and (is_xml or name.rpartition(".")[2].lower() not in extensions):
            faults.add(TYPES, f"{name} has no content type: {OURS}")
    for name, times in named.items():
        if times > 1 or name not in package.parts:
            faults.add(TYPES, f"{name} has a content type {times} times, or is not there: {OURS}")
    if "rels" not in extensions:
        faults.add(TYPES, f"relationships have no content type: {OURS}")
