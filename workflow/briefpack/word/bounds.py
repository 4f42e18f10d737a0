"""Bounds: what no Word file that is opened may be, since it could fill the memory or read other files."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from lxml import etree

UNREADABLE = (BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError, zlib.error,
              etree.XMLSyntaxError)  # fmt: skip
"""The exceptions at opening a file that is no Word document, is damaged, or has a password."""

LARGEST = 50_000_000
_MOST_PARTS = 2000
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def strange(data: bytes) -> str:
    """Return in words what could read other files or fill the memory, which Word never writes; or an empty text.

    Raises one of `UNREADABLE` where the bytes are no whole zip file.
    """
    with ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
        if sum(member.file_size for member in members) > LARGEST:
            return f"unpacks to more than {LARGEST // 10**6} MB"
        if len(members) > _MOST_PARTS or len({member.filename for member in members}) < len(members):
            return f"has more than {_MOST_PARTS} parts, or two of one name"
        # Other ways of packing can unpack to any size, whatever the file says of it.
        if any(member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for member in members):
            return "is packed in a way that Word does not use"
        # In UTF-16 a zero byte stands beside each letter.
        parts = (archive.read(member).replace(b"\0", b"") for member in members)
        return "defines entities of XML" if any(map(_ENTITIES.search, parts)) else ""
