"""Cleanliness: a finished file does not tell who made it, where or when, and has the same bytes every time."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from briefpack.inspection.faults import OURS, Faults
from briefpack.inspection.names import full, short
from briefpack.inspection.package import CORE, TYPES, Package

_STYLE = "remove it from style.docx, or start from the base style"
_PART = re.compile(
    r"\[Content_Types\]\.xml|(word/|word/theme/|docProps/)?_rels/[\w.]*\.rels|docProps/(core|app)\.xml"
    r"|word/(document|styles|numbering|settings|fontTable|footnotes|(header|footer)\d+|theme/theme\d+)\.xml"
    r"|word/media/[\w.-]+\.png|word/fonts/[\w.-]+\.odttf"
)
_PROPERTIES = frozenset(map(full, ("dc:title", "dc:creator", "dc:language", "dcterms:created", "dcterms:modified")))
_EDITING = b"rsid"
_MIDNIGHT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_LONGEST = 255
_SCHEMES = ("http:", "https:", "mailto:")
_PNG = b"\x89PNG\r\n\x1a\n"
#: The pieces of a PNG file that it needs; all others tell of programs, people, places or times.
_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"sBIT", b"bKGD", b"pHYs", b"IDAT", b"IEND"})


@dataclass(frozen=True)
class Declared:
    """What the front matter of a pack says, and its Word file must say, too; empty if it does not say it.

    `foot` are all texts that may stand at the foot of its pages; without any, that is not compared.
    """

    title: str = ""
    pagetitle: str = ""
    organisation: str = ""
    language: str = ""
    date: str = ""
    mark: str = ""
    caveat: str = ""
    foot: tuple[str, ...] = ()


def check_cleanliness(package: Package, faults: Faults, declared: Declared | None) -> None:
    """Add a fault for what a file holds beyond the pack, and for properties that differ from the Markdown, if any."""
    for name in package.parts:
        if not _PART.fullmatch(name):
            faults.add(name, f"a pack may not hold such a part: {_STYLE}")
        elif name.endswith(".png"):
            _check_picture(name, package.parts[name], faults)
        elif _EDITING in package.parts[name]:
            _check_editing(name, package, faults)
    _check_archive(package, faults)
    _check_targets(package, faults)
    _check_properties(package, faults, declared)


def _check_editing(name: str, package: Package, faults: Faults) -> None:
    """Add a fault for numbers of editing sessions, as elements or attributes; the same words in a text are allowed."""
    for element in package.trees[name].iter("*"):
        if any(short(str(each)).startswith("w:rsid") for each in (element.tag, *element.attrib)):
            faults.add(name, f"a number of an editing session (rsid) is left: {_STYLE}", element)


def _check_archive(package: Package, faults: Faults) -> None:
    names = [entry.filename for entry in package.entries]
    first = [TYPES, "_rels/.rels"]
    if names != [*first, *sorted({*names} - {*first})]:
        faults.add("the zip file", f"its entries are not in the fixed order, each once: {OURS}")
    for entry in package.entries:
        if entry.date_time != _EPOCH or entry.create_system != _UNIX or entry.extra or entry.comment:
            faults.add("the zip file", f"an entry tells of the machine it was made on, or when: {OURS}")


def _check_targets(package: Package, faults: Faults) -> None:
    for name in (name for name in package.parts if name.endswith(".rels")):
        for element in package.trees[name]:
            external = element.get("TargetMode") == "External"
            link = element.get("Type", "").endswith("/hyperlink")
            if external and not (link and element.get("Target", "").lower().startswith(_SCHEMES)):
                message = f"{element.get('Id')} loads something from outside the file, or is not a web or mail address"
                faults.add(name, f"{message}: link to it in the text")


def _check_picture(name: str, data: bytes, faults: Faults) -> None:
    if not data.startswith(_PNG) or not _CHUNKS.issuperset(_chunks(data)):
        faults.add(name, "the picture holds more than a picture: save it as PNG without any metadata")


def _chunks(data: bytes) -> Iterator[bytes]:
    """Return the kind of each piece of a PNG file (ISO/IEC 15948); bytes after the last piece count as one."""
    place = len(_PNG)
    while place < len(data):
        length, kind = struct.unpack_from(">I4s", data.ljust(place + 8, b"\0"), place)
        yield kind
        place += length + 12


def _check_properties(package: Package, faults: Faults, declared: Declared | None) -> None:
    core = package.trees.get(CORE)
    for element in () if core is None else core:
        if element.tag not in _PROPERTIES:
            faults.add(CORE, f"a pack does not tell its {short(str(element.tag))}: {OURS}")
    for name, tree in package.trees.items():
        if name == "docProps/app.xml" and len(tree):
            faults.add(name, f"a pack tells nothing of the program it was made with or for: {OURS}")
    said = {name: "" if core is None else core.findtext(full(name)) or "" for name in map(short, _PROPERTIES)}
    if not _MIDNIGHT.fullmatch(said["dcterms:created"]) or said["dcterms:created"] != said["dcterms:modified"]:
        faults.add(CORE, f"created and modified are not the day of the information: {OURS}")
    if declared is not None:
        wanted = {
            "dc:title": (declared.pagetitle or declared.title)[:_LONGEST],
            "dc:creator": declared.organisation[:_LONGEST],
            "dc:language": declared.language,
        }
        # The properties hold a day, so a month, a year or an interval cannot be compared.
        wanted["dcterms:created"] = f"{declared.date}T00:00:00Z" if _DAY.fullmatch(declared.date) else ""
        for name in (name for name, text in wanted.items() if text and said[name] != text):
            faults.add(CORE, f"{name} is not what the text says of the pack: {OURS}")
