"""PNG: the dots of a picture as a PNG file that holds its dots and nothing else.

Pillow's own files of few colours carry a palette, which tools that look for metadata report; those without one are half
as large again as these, whose rows are left unfiltered, as suits flat colours. The compression is that of Word files.
"""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS, _RED_GREEN_BLUE, _UNFILTERED = 8, 2, b"\0"
_LEVEL = 6


def encoded(width: int, height: int, dots: bytes) -> bytes:
    """Return a PNG file of dots, three bytes each for red, green and blue, row by row."""
    row = width * 3
    rows = b"".join(_UNFILTERED + dots[start : start + row] for start in range(0, row * height, row))
    header = struct.pack(">IIBBBBB", width, height, _EIGHT_BITS, _RED_GREEN_BLUE, 0, 0, 0)
    compressed = zlib.compress(rows, _LEVEL)
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", compressed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
