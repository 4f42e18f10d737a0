"""Decoding: a picture file of somebody else as the dots of its picture alone, in a PNG file that is written anew."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from PIL import Image

from briefpack.pictures.lettering import MILLIMETRES_PER_INCH
from briefpack.pictures.png import encoded

#: The kinds of pictures that are read; Pillow knows others, which nobody needs here and which it reads less safely.
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
_MOST_BYTES, _MOST_DOTS = 25_000_000, 25_000_000
#: The kinds of dots that can be made fewer as they are, before anything else takes memory for all of them.
_REDUCIBLE = ("L", "RGB", "RGBA")
_DOTS_PER_INCH = 300
#: By how many times more dots than are needed a picture keeps its sharpness where it is made smaller.
_SPARE = 3
_WHITE = "FFFFFF"
#: What is lighter than this in all of its dots cannot be seen on paper.
_LIGHTEST = 250
_SAVE_AGAIN = "save it as PNG, and put that in its place"
_TOO_MANY = f"has more than {_MOST_DOTS // 10**6} million dots; make it smaller"
_UNREADABLE = f"is no picture that can be read; {_SAVE_AGAIN}"


class Crop(NamedTuple):
    """What is cut off a picture on each side, as shares of its width or height."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


UNCROPPED = Crop()


class NotDecoded(ValueError):  # noqa: N818 - it says what is not done, and is caught by name
    """Raised for a file that is not taken for a picture; its text says why, and what to do."""


def decoded(
    data: bytes, crop: Crop = UNCROPPED, size: tuple[float, float] | None = None, ground: str = _WHITE
) -> bytes:
    """Return a picture as a new PNG file, cropped, and no larger than printing it in a size in millimetres needs.

    `ground` is the colour that shows where the picture lets it through.

    Raises NotDecoded for what is no picture of dots, or too large to be opened.
    """
    image = _opened(data)
    box = _box(image.size, crop)
    try:
        image = _on_ground(_cropped(image, box, size), f"#{ground}")
    # Pillow opens kinds of dots that it then cannot turn into others.
    except Exception:
        raise NotDecoded(_UNREADABLE) from None
    if size is not None:
        most = _printed(size)
        if image.width > most[0] or image.height > most[1]:
            image = image.resize((min(image.width, most[0]), min(image.height, most[1])), Image.Resampling.LANCZOS)
    return encoded(image)


def _printed(size: tuple[float, float]) -> list[int]:
    """Return how many dots printing a picture in a size in millimetres needs across and down."""
    return [max(1, round(side / MILLIMETRES_PER_INCH * _DOTS_PER_INCH)) for side in size]


def _cropped(image: Image.Image, box: tuple[int, int, int, int], size: tuple[float, float] | None) -> Image.Image:
    """Return a part of a picture; where it has many more dots than print needs, with a few times as many."""
    sides = (box[2] - box[0], box[3] - box[1])
    fewer = min(side // (_SPARE * most) for side, most in zip(sides, _printed(size), strict=True)) if size else 0
    if fewer > 1 and image.mode in _REDUCIBLE and "transparency" not in image.info:
        return image.reduce(fewer, box)
    return image if box == (0, 0, *image.size) else image.crop(box)


def dots_of(data: bytes) -> tuple[int, int]:
    """Return the width and height of a picture in dots; raise NotDecoded as `decoded` does."""
    return _opened(data, is_loaded=False).size


def _opened(data: bytes, *, is_loaded: bool = True) -> Image.Image:
    fault = next(_faults(data), "")
    if fault:
        raise NotDecoded(fault)
    try:
        with warnings.catch_warnings():
            # It warns of large pictures, which are refused below.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=_FORMATS)
        if image.width * image.height > _MOST_DOTS:
            raise NotDecoded(_TOO_MANY)
        if is_loaded:
            image.load()
    except NotDecoded:
        raise
    except Image.DecompressionBombError:
        raise NotDecoded(_TOO_MANY) from None
    # A damaged file can make Pillow raise any exception.
    except Exception:
        raise NotDecoded(_UNREADABLE) from None
    return image


def _faults(data: bytes) -> Iterator[str]:
    start = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    vector = (
        "EMF" if data[40:44] == b" EMF"
        else "WMF" if data[:4] in (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
        else "SVG" if start.startswith((b"<svg", b"<?xml", b"<!doctype"))
        else ""
    )  # fmt: skip
    if vector:
        yield f"is a vector picture ({vector}), which packs do not hold; {_SAVE_AGAIN}"
    if len(data) > _MOST_BYTES:
        yield f"has more than {_MOST_BYTES // 10**6} MB; make it smaller"


def _box(size: tuple[int, int], crop: Crop) -> tuple[int, int, int, int]:
    """Return the part of a picture that is left of it, at least a dot."""
    width, height = size
    cut = [min(max(side, 0), 1) for side in crop]
    left, top = min(int(width * cut[0]), width - 1), min(int(height * cut[1]), height - 1)
    right, bottom = round(width * (1 - cut[2])), round(height * (1 - cut[3]))
    return left, top, max(right, left + 1), max(bottom, top + 1)


def is_blank(file: bytes) -> bool:
    """Return whether a picture that is decoded shows nothing on white paper."""
    darkest, _ = Image.open(BytesIO(file)).convert("L").getextrema()
    return int(darkest) > _LIGHTEST  # type: ignore[arg-type]


def _on_ground(image: Image.Image, colour: str) -> Image.Image:
    """Return a picture in red, green and blue, on a colour where it lets that through."""
    if image.mode in ("I", "I;16", "I;16B", "I;16L", "F"):
        # Sixteen bits a dot, of which eight are kept.
        image = (
            image.convert("I").point(lambda dot: dot / 256).convert("L") if image.mode != "F" else image.convert("L")
        )
    if "A" in image.getbands() or "transparency" in image.info:
        clear = image.convert("RGBA")
        ground = Image.new("RGB", image.size, colour)
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    return image.convert("RGB")
