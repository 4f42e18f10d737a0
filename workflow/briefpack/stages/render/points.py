"""Points: removes the surplus punctuation that a citation style leaves where a source lacks something.

A style puts punctuation around each of its parts. Around an empty part it meets, as in ". ." and ",.", or stands alone,
as in "(, 2001)". The authors' own punctuation does not change: it is hidden while that of the style is tidied.
"""

from __future__ import annotations

import re
from functools import reduce

from briefpack.stages.render.emphasis import MARKS

#: Noncharacters of Unicode that hide the punctuation of authors.
_HELD = {ord(point): 0xFDD4 + place for place, point in enumerate(".,;:(")}
_RELEASED = {held: point for point, held in _HELD.items()}
_IN_A_TEXT = re.compile(r"(?<=.)(?:(?<=[\s.,;:([])[.,;:]|[.,;:](?=\s*[.,;:)\]])|\((?=\s*\)))(?=.)", re.DOTALL)
_RUN = re.compile(rf"[.,;:](?:[\s{MARKS}]*[.,;:])+(?!\w)")
#: What is removed, in this order. Marks of emphasis in between stay, since they come in pairs.
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
    """Return a text of an author with its inner punctuation hidden, so that `pointed` leaves it as it is."""
    return _IN_A_TEXT.sub(lambda match: match[0].translate(_HELD), text)


def pointed(text: str) -> str:
    """Return a marked text that a style has set, without surplus punctuation; that of the authors is shown again."""
    for left_over in _LEFT_OVER:
        text = left_over.sub(_one if left_over is _RUN else _marks, text)
    return text.translate(_RELEASED)


def _marks(match: re.Match[str]) -> str:
    return re.sub(rf"[^{MARKS}]", "", match[1])


def _one(match: re.Match[str]) -> str:
    """Return the sign that replaces a run of punctuation; an ellipsis stays whole."""
    before, ellipsis, after = match[0].rpartition("...")
    points = reduce(_stronger, re.findall(r"\s*[.,;:]", re.sub(f"[{MARKS}]", "", after))) if not ellipsis else ""
    marks = re.sub(f"[^{MARKS}]", "", after)
    return before + ellipsis + points[:1] + marks + points[1:]


def _stronger(points: str, following: str) -> str:
    """Return what is left of some signs and the next: the full stop of "et al." stays, and a colon is the weakest."""
    last, point = points[-1], following.strip()
    if last == ".":
        return points if point == "." else points + (point if point == "," else following)
    if point in (last, ":"):
        return points
    return points if last + point == ";," else points[:-1] + point
