"""Media surfaces: what a picture's file tells beside the picture, and the readable texts of any other binary file."""

from __future__ import annotations

import contextlib
import re
import struct
import zlib
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
#: The chunks that hold the dots and their colours, and no text (ISO/IEC 15948).
_DOTS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_PRINTABLE = re.compile(rb"[\x20-\x7e\x80-\xff]{4,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}")


def metadata(data: bytes) -> Iterator[str]:
    """Return the texts of a PNG file's metadata and whatever follows its end.

    Of another picture all that is readable.
    """
    if not data.startswith(_PNG):
        yield from printable(data)
        return
    place = len(_PNG)
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind not in _DOTS:
            yield from _chunk(kind, data[place + 8 : place + 8 + length])
        place += length + 12
        if kind == b"IEND":
            break
    yield from printable(data[place:])


def _chunk(kind: bytes, content: bytes) -> Iterator[str]:
    """Return the texts of one chunk of metadata: its keyword, its text if need be decompressed, its moment."""
    keyword, _, rest = content.partition(b"\0")
    if kind == b"tIME" and len(content) == 7:
        yield "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*struct.unpack(">HBBBBB", content))
    elif kind == b"tEXt":
        yield f"{_text(keyword)}\n{_text(rest)}"
    elif kind == b"zTXt":
        yield f"{_text(keyword)}\n{_text(_inflated(rest[1:]))}"
    elif kind == b"iTXt":
        language, _, more = rest[2:].partition(b"\0")
        translated, _, text = more.partition(b"\0")
        text = _inflated(text) if rest[:1] == b"\x01" else text
        yield "\n".join(map(_text, (keyword, language, translated, text)))
    else:
        yield from printable(content)


def _inflated(data: bytes) -> bytes:
    with contextlib.suppress(zlib.error):
        return zlib.decompress(data)
    return data


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def printable(data: bytes) -> tuple[str, ...]:
    """Return the readable texts of any bytes, of four signs and more, in one byte a sign, in UTF-8 or in UTF-16."""
    narrow = (_text(match) for match in _PRINTABLE.findall(data))
    wide = (match.decode("utf-16-le") for match in _WIDE.findall(data))
    return (*narrow, *wide)
