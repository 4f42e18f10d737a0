"""Opening: a Word file that came back, within bounds; nothing that it refers to is followed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import TypeAlias
from zipfile import ZipFile

from lxml import etree

from briefpack.problems import Place, Problem, Refusal
from briefpack.word.bounds import UNREADABLE, strange

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: A part of a form that was filled in by hand is far smaller.
LARGEST_PART = 2_000_000
_ROOT, _STYLES = "_rels/.rels", "styles.xml"
_AGAIN = "save it in Word or LibreOffice as a Word document (.docx) without a password, and read that"
#: How files begin that people send in place of a Word file, and what those are.
_KINDS: Mapping[bytes, str] = MappingProxyType(
    {
        b"\xd0\xcf\x11\xe0": "has a password, or is of the old kind of Word (.doc)",
        b"%PDF": "is a PDF",
        b"{\\rtf": "is a text of another kind (.rtf)",
    }
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
#: What else may be in a Word file, by the names of its parts.
_OTHERS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "comments": re.compile(r"word/comments\w*\.xml$"),
        "macros": re.compile(r".*vbaProject"),
        "files within the file": re.compile(r".*(embeddings|afchunk|activeX)", re.IGNORECASE),
    }
)


@dataclass(frozen=True)
class ReturnedFile:
    """A Word file that came back: its body, its styles if it has any, and what else is in it, which nobody reads."""

    body: Element
    styles: Element | None
    others: tuple[str, ...]


def open_returned(data: bytes, file: str) -> ReturnedFile:
    """Return a Word file that came back; raise Refusal where it is none, or could do harm when it is read."""
    try:
        fault = strange(data)
        if not fault:
            return _opened(data)
    except UNREADABLE:
        fault = _kind(data) or "is not a Word document (.docx) that can be read"
    raise Refusal([Problem(Place(file), f"this file {fault}: {_AGAIN}")])


def _kind(data: bytes) -> str:
    """Return what a file is that is no Word document, or an empty text where that is not plain."""
    is_open = _OPEN_DOCUMENT in data[:200]
    found = (kind for begins, kind in _KINDS.items() if data.startswith(begins))
    return "is of LibreOffice's own kind (.odt)" if is_open else next(found, "")


def _opened(data: bytes) -> ReturnedFile:
    with ZipFile(BytesIO(data)) as archive:
        parts = {member.filename: member.file_size for member in archive.infolist()}

        def parsed(name: str) -> Element:
            if parts[name] > LARGEST_PART:
                raise ValueError(name)
            # A parser of its own keeps nothing of what it has read.
            return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))

        main = _main(parsed(_ROOT))
        styles = posixpath.join(posixpath.dirname(main), _STYLES)
        body = parsed(main).find(f"{W}body")
        if body is None:
            raise ValueError(main)
        leading = [name for name in parts if name.endswith(".rels") and _leads_outside(parsed(name))]
        others = [what for what, pattern in _OTHERS.items() if any(map(pattern.match, parts))]
        others += ["a reference to something outside the file"] if leading else []
        return ReturnedFile(body, parsed(styles) if styles in parts else None, tuple(others))


def _main(relations: Element) -> str:
    """Return the name of the part with the text; raise ValueError where it is not in the file."""
    for one in relations:
        if one.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(posixpath.join("/", one.get("Target", ""))).lstrip("/")
    raise ValueError(_ROOT)


def _leads_outside(relations: Element) -> bool:
    return any(
        one.get("TargetMode") == "External" and not one.get("Type", "").endswith("/hyperlink") for one in relations
    )
