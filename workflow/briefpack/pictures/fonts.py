"""Fonts: which font has a character, and the font in a size; they come with packages, and are loaded where needed.

FiraGO is drawn for small sizes and has Latin, Cyrillic, Greek, Georgian, Hebrew, Arabic, Devanagari and Thai letters.
Noto fonts stand in for what it lacks; those for Chinese, Japanese and Korean are large, and an extra of this project.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from pymupdf_fonts import myfont  # type: ignore[import-untyped]

#: The shapes of FiraGO by whether they are bold, and how heavy those of Noto are.
_FIRAGO = {False: "figo", True: "figbo"}
_HEAVY = {False: 400.0, True: 700.0}
#: Letters of Burmese are larger than others of their size, and stand so high that those of two lines would meet.
_REDUCED = {"NotoSansMyanmar": 0.85}
#: The units of a font in one dot.
UNITS = 64
#: The face of its file in which Chinese characters have the shapes of China where no language is told.
_OF_CHINA = 2


class _Range(NamedTuple):
    """Characters from `first` to `last`, and the font that has them."""

    first: int
    last: int
    font: str


_RANGES = tuple(
    _Range(*one)
    for one in (
        (0x0530, 0x058F, "NotoSansArmenian"),
        (0x0590, 0x05FF, "NotoSansHebrew"),
        (0x0600, 0x06FF, "NotoSansArabic"),
        (0x0750, 0x077F, "NotoSansArabic"),
        (0x0870, 0x08FF, "NotoSansArabic"),
        (0x0900, 0x097F, "NotoSansDevanagari"),
        (0x0980, 0x09FF, "NotoSansBengali"),
        (0x0A00, 0x0A7F, "NotoSansGurmukhi"),
        (0x0A80, 0x0AFF, "NotoSansGujarati"),
        (0x0B00, 0x0B7F, "NotoSansOriya"),
        (0x0B80, 0x0BFF, "NotoSansTamil"),
        (0x0C00, 0x0C7F, "NotoSansTelugu"),
        (0x0C80, 0x0CFF, "NotoSansKannada"),
        (0x0D00, 0x0D7F, "NotoSansMalayalam"),
        (0x0D80, 0x0DFF, "NotoSansSinhala"),
        (0x0E00, 0x0E7F, "NotoSansThai"),
        (0x0E80, 0x0EFF, "NotoSansLao"),
        (0x1000, 0x109F, "NotoSansMyanmar"),
        (0x10A0, 0x10FF, "NotoSansGeorgian"),
        (0x1200, 0x139F, "NotoSansEthiopic"),
        (0x1780, 0x17FF, "NotoSansKhmer"),
        (0x19E0, 0x19FF, "NotoSansKhmer"),
        (0x1C90, 0x1CBF, "NotoSansGeorgian"),
        (0x2D00, 0x2D2F, "NotoSansGeorgian"),
        (0x2D80, 0x2DDF, "NotoSansEthiopic"),
        (0xA8E0, 0xA8FF, "NotoSansDevanagari"),
        (0xA9E0, 0xA9FF, "NotoSansMyanmar"),
        (0xAA60, 0xAA7F, "NotoSansMyanmar"),
        (0xAB00, 0xAB2F, "NotoSansEthiopic"),
        (0xFB13, 0xFB17, "NotoSansArmenian"),
        (0xFB50, 0xFDFF, "NotoSansArabic"),
        (0xFE70, 0xFEFE, "NotoSansArabic"),
    )
)
_FIRST, _GENERAL = "FiraGO", ("NotoSans", "NotoSansSymbols", "NotoEmoji")
#: The font of Chinese, Japanese and Korean, which the extra `cjk` of this project brings, and what it alone has.
_EXTRA_FONT = "NotoSansCJK"
_IN_EXTRA = (
    *((0x1100, 0x11FF), (0x2E80, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF)),
    *((0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF)),
)


def shaper() -> Any:
    """Return the library that shapes and draws letters, loaded where a text needs it: most do not."""
    import uharfbuzz  # type: ignore[import-untyped]

    return uharfbuzz


@functools.cache
def font_of(character: str) -> str:
    """Return the name of the first font that has a character; empty if none has it."""
    return next((name for name in _candidates(ord(character)) if has(name, character)), "")


def has(name: str, character: str) -> bool:
    """Return whether a font has a character."""
    return ord(character) in _characters(name)


def may_be_in_extra(character: str) -> bool:
    """Return whether a character that no font has may be in the font of the extra, which is not installed."""
    is_ambiguous = unicodedata.east_asian_width(character) == "A"
    return not _characters(_EXTRA_FONT) and (is_ambiguous or _is_in_extra(ord(character)))


def _is_in_extra(code: int) -> bool:
    return any(first <= code <= last for first, last in _IN_EXTRA)


def _candidates(code: int) -> Iterator[str]:
    yield _FIRST
    if not _is_in_extra(code):
        yield from (one.font for one in _RANGES if one.first <= code <= one.last)
        yield from _GENERAL
    yield _EXTRA_FONT


@functools.cache
def _characters(name: str) -> frozenset[int]:
    """Return the characters of a font; none if it is not installed."""
    face = _face(name, False)
    return frozenset(face.unicodes) if face else frozenset()


@functools.cache
def font(name: str, height: float, bold: bool) -> Any:
    """Return a font, so many dots high, in units of a dot; a text with a character that no font has gets the first."""
    found = shaper().Font(_face(name or _FIRST, bold))
    scale = round(height * _REDUCED.get(name, 1) * UNITS)
    found.scale = (scale, scale)
    if name and name != _FIRST:
        found.set_variations({"wght": _HEAVY[bold]})
    return found


@functools.cache
def _face(name: str, bold: bool) -> Any:
    """Return the face of a font; None if it is not installed."""
    if name == _FIRST:
        return shaper().Face(myfont(_FIRAGO[bold]))
    package, file = ("manimgx_fonts", f"{name}[wght].ttf")
    if name == _EXTRA_FONT:
        package, file = ("manimgx_fonts_cjk", f"{name}-VF.otf.ttc")
    spec = find_spec(package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    if not folders:
        return None
    blob = shaper().Blob.from_file_path(str(Path(folders[0], file)))
    return shaper().Face(blob, _OF_CHINA if name == _EXTRA_FONT else 0)
