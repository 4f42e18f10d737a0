"""PNG: writes the dots of a picture as a PNG file that holds nothing else.

Pillow's files of few colours hold a palette, which tools that look for metadata report. Its files without a palette are
half as large again as these: here rows are not filtered, which suits flat colours. Word files compress the same way.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS, _RED_GREEN_BLUE, _UNFILTERED = 8, 2, b"\0"
_LEVEL = 6
#: How many rows are compressed at a time.
_ROWS = 32


def encoded(image: Image.Image) -> bytes:
    """Return a PNG file of an image in red, green and blue."""
    compressor = zlib.compressobj(_LEVEL)
    compressed = b"".join([*(compressor.compress(rows) for rows in _strips(image)), compressor.flush()])
    header = struct.pack(">IIBBBBB", *image.size, _EIGHT_BITS, _RED_GREEN_BLUE, 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", compressed) + _chunk(b"IEND", b"")


def _strips(image: Image.Image) -> Iterator[bytes]:
    """Return the rows of an image, some at a time; each begins with a byte which says that it is not filtered.

    A small strip stays in the processor's cache; the file is the same.
    """
    row = image.width * len("RGB") + len(_UNFILTERED)
    for top in range(0, image.height, _ROWS):
        strip = image.crop((0, top, image.width, min(top + _ROWS, image.height)))
        # The free byte after each row is zero, as the first byte of the next row must be.
        yield _UNFILTERED + strip.tobytes("raw", "RGB", row)[: -len(_UNFILTERED)]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
