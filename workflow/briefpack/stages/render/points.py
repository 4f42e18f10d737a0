"""Points: those that a citation style puts around what a source does not have, made one, or none at an end.

A style has points around each of its parts. Where a part is empty they meet, as in ". ." and ",.", or stand alone, as
in "(, 2001)". What authors wrote is no business of ours: their own points are held while the style's are set right.
"""

from __future__ import annotations

import re
from functools import reduce

from briefpack.stages.render.emphasis import MARKS

#: Noncharacters of Unicode that stand for points and brackets of authors.
_HELD = {ord(point): 0xFDD4 + place for place, point in enumerate(".,;:(")}
_RELEASED = {held: point for point, held in _HELD.items()}
_IN_A_TEXT = re.compile(r"(?<=.)(?:(?<=[\s.,;:([])[.,;:]|[.,;:](?=\s*[.,;:)\]])|\((?=\s*\)))(?=.)", re.DOTALL)
_RUN = re.compile(rf"[.,;:](?:[\s{MARKS}]*[.,;:])+(?!\w)")
#: What goes, in this order; the marks of emphasis between stay, as they come in pairs.
_LEFT_OVER = (
    re.compile(rf"(?<=[(\[])([{MARKS}]*)[.,;:]\s+"),
    re.compile(rf"[,;:]([\s{MARKS}]*)(?=[)\]])"),
    re.compile(rf"\s?\(([\s{MARKS}]*)\)"),
    _RUN,
    re.compile(rf"\s+([{MARKS}]*)(?=[.,](?:[\s{MARKS}]|$))"),
    re.compile(rf"[,;:]([\s{MARKS}]*)$"),
    re.compile(rf"^([{MARKS}]*)\s*[.,;:]\s+"),
)


def held(text: str) -> str:
    """Return a text of an author whose points inside are safe from what becomes of those of a style."""
    return _IN_A_TEXT.sub(lambda match: match[0].translate(_HELD), text)


def pointed(text: str) -> str:
    """Return a marked text that a style has set, with one point where several met, authors' own kept."""
    for left_over in _LEFT_OVER:
        text = left_over.sub(_one if left_over is _RUN else _marks, text)
    return text.translate(_RELEASED)


def _marks(match: re.Match[str]) -> str:
    return re.sub(rf"[^{MARKS}]", "", match[1])


def _one(match: re.Match[str]) -> str:
    """Return the point that several come down to; an ellipsis is whole, and ends what it stands in."""
    before, ellipsis, after = match[0].rpartition("...")
    points = reduce(_stronger, re.findall(r"\s*[.,;:]", re.sub(f"[{MARKS}]", "", after))) if not ellipsis else ""
    marks = re.sub(f"[^{MARKS}]", "", after)
    return before + ellipsis + points[:1] + marks + points[1:]


def _stronger(points: str, following: str) -> str:
    """Return what is left of points and one that follows: the point of "et al." stays, else a colon is the weakest."""
    last, point = points[-1], following.strip()
    if last == ".":
        return points if point == "." else points + (point if point == "," else following)
    if point in (last, ":"):
        return points
    return points if last + point == ";," else points[:-1] + point
