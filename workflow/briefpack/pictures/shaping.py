"""Shaping: a line of text in any script as glyphs, each from the first font that has its character, and their dots."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from PIL import Image

from briefpack.pictures.fonts import UNITS, font, font_of, has, shaper
from briefpack.text.bidi import base_level, visual_runs
from briefpack.text.bidi import levels as levels_in

#: What stands on or after a character belongs to the font of that character: marks, joiners, variants.
_WITH_WHAT_IS_BEFORE = frozenset({"Mn", "Mc", "Me", "Cf"})
#: Letters that only Japanese has, and only Korean.
_JAPANESE, _KOREAN = re.compile("[\u3040-\u30ff]"), re.compile("[\u1100-\u11ff\uac00-\ud7a3]")


class Type(NamedTuple):
    """How letters are set: so many dots high, whether bold, and in the shapes of a language."""

    height: float
    bold: bool
    language: str = ""


@dataclass(frozen=True)
class Lettered:
    """The dots of a line as a mask, its left and upper edge from the beginning of the baseline, and its width."""

    mask: Image.Image
    left: int
    top: int
    width: float


class _Run(NamedTuple):
    """Characters of a line of one font, script and level, from `start` until before `end`."""

    start: int
    end: int
    font: str
    script: str


class _Glyph(NamedTuple):
    """A glyph of a font, and its place on the line in units of a dot."""

    font: Any
    number: int
    x: int
    y: int


def missing(text: str) -> list[str]:
    """Return in order the characters of a text that no font has; what nobody sees needs none."""
    return sorted({one for one in text if not font_of(one) and not _is_unseen(one)})


def _is_unseen(character: str) -> bool:
    if unicodedata.category(character) in ("Zs", "Zl", "Zp", "Cc") or "\ufe00" <= character <= "\ufe0f":
        return True
    # Signs of Arabic that stand around numbers are formats that are seen.
    return unicodedata.category(character) == "Cf" and unicodedata.bidirectional(character) != "AN"


@functools.lru_cache(maxsize=32768)
def width_of(text: str, kind: Type) -> float:
    """Return the width of a text in dots: numbers in words from right to left are not set as close as others."""
    levels = levels_in(text, base_level(text))
    return sum(_shaped(text, run, level, kind)[1] for run, level in _in_order(text, levels)) / UNITS


def lettered(text: str, levels: Sequence[int], kind: Type) -> Lettered:
    """Return the dots of a line whose characters have these levels."""
    glyphs, x = [], 0
    for run, level in _in_order(text, levels):
        found, advance = _shaped(text, run, level, kind)
        glyphs += [one._replace(x=one.x + x) for one in found]
        x += advance
    pen = shaper().RasterDraw()
    pen.scale_factor = (UNITS, UNITS)
    for one in glyphs:
        pen.transform = (1, 0, 0, 1, one.x, one.y)
        pen.draw_glyph(one.font, one.number)
    sheet = pen.render()
    edges = sheet.extents
    if not edges or not edges.width or not edges.height:
        return Lettered(Image.new("L", (1, 1)), 0, 0, x / UNITS)
    mask = Image.frombytes("L", (edges.width, edges.height), sheet.buffer, "raw", "L", edges.stride, -1)
    return Lettered(mask, edges.x_origin, -(edges.y_origin + edges.height), x / UNITS)


def clusters(text: str) -> list[int]:
    """Return where the parts of a text begin that a line may not divide, such as letters with their marks."""
    kind = Type(UNITS, False)
    levels = [int(unicodedata.bidirectional(one) in ("R", "AL")) for one in text]
    return sorted({place for run, level in _in_order(text, levels) for place in _buffer(text, run, level, kind)[1]})


def _in_order(text: str, levels: Sequence[int]) -> Iterator[tuple[_Run, int]]:
    """Return the runs of a line with their levels, in the order in which they stand from left to right."""
    runs = list(_runs(text))
    for same in visual_runs(levels):
        parts = [
            run._replace(start=max(run.start, same.start), end=min(run.end, same.end))
            for run in runs
            if run.start < same.end and run.end > same.start
        ]
        yield from ((part, same.level) for part in (reversed(parts) if same.level % 2 else parts))


def _runs(text: str) -> Iterator[_Run]:
    """Return the runs of a text by font and script, in the order of reading."""
    kinds: list[tuple[str, str]] = []
    for one in text:
        before = kinds[-1] if kinds else ("", "")
        if before[0] and unicodedata.category(one) in _WITH_WHAT_IS_BEFORE and (_is_unseen(one) or has(before[0], one)):
            kinds.append(before)
        else:
            kinds.append((font_of(one) or before[0], _script(one) or before[1]))
    starts = [place for place, kind in enumerate(kinds) if not place or kind != kinds[place - 1]]
    for start, end in pairwise([*starts, len(text)]):
        yield _Run(start, end, *kinds[start])


@functools.cache
def _script(character: str) -> str:
    """Return the script of a character; empty of one that all scripts use."""
    buffer = shaper().Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return buffer.script or ""


def _buffer(text: str, run: _Run, level: int, kind: Type) -> tuple[Any, list[int]]:
    """Return the shaped glyphs of a run, and the places of the characters at which they begin."""
    buffer = shaper().Buffer()
    buffer.add_str(str(text), item_offset=run.start, item_length=run.end - run.start)
    buffer.direction = "rtl" if level % 2 else "ltr"
    if run.script:
        buffer.script = run.script
    if language := _language(text, kind):
        buffer.language = language
    buffer.guess_segment_properties()
    shaper().shape(font(run.font, kind.height, kind.bold), buffer)
    return buffer, [one.cluster for one in buffer.glyph_infos]


def _language(text: str, kind: Type) -> str:
    """Return in the shapes of which language a text is set: letters that one language alone has say so."""
    return "ja" if _JAPANESE.search(text) else "ko" if _KOREAN.search(text) else kind.language


def _shaped(text: str, run: _Run, level: int, kind: Type) -> tuple[list[_Glyph], int]:
    """Return the glyphs of a run from its left end, and how far it reaches."""
    buffer, _ = _buffer(text, run, level, kind)
    face = font(run.font, kind.height, kind.bold)
    found, x = [], 0
    for one, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        found.append(_Glyph(face, one.codepoint, x + place.x_offset, place.y_offset))
        x += place.x_advance
    return found, x
