"""Behind: the keys of sources and the signs that stand behind words in a picture, in grey."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefpack.pictures.canvas import QUIET, Canvas
from briefpack.pictures.curves import Place
from briefpack.pictures.lettering import SMALLEST, line_height, width, wrapped

#: How far a sign stands above its line.
_RAISED = 0.7


class Piece(NamedTuple):
    """A text behind words: the number of its line, how far it stands to the right, and whether it is raised."""

    line: int
    x: float
    text: str
    is_raised: bool


def pieces_behind(keys: Sequence[str], signs: Sequence[str], room: float, line: int, x: float) -> tuple[Piece, ...]:
    """Return keys and signs in pieces that follow a place on a line, and go on below where a line has no more room.

    Signs stay with what they follow.
    """
    pieces: list[Piece] = []
    words = [piece for word in " ".join(keys).split() for piece in wrapped(word, room, SMALLEST)]
    for parts in (*((word,) for word in words[:-1]), (*words[-1:], *signs)):
        if x and x + width(" ".join(parts), SMALLEST) > room:
            line, x = line + 1, 0.0
        for number, text in enumerate(parts):
            pieces.append(Piece(line, x, text, number >= len(words[-1:])))
            x += width(f"{text} ", SMALLEST)
    return tuple(pieces)


@dataclass(frozen=True)
class WordsWithKeys:
    """Words in lines, and what stands behind them."""

    lines: tuple[str, ...]
    behind: tuple[Piece, ...]

    @property
    def count(self) -> int:
        """Return the number of lines, with those of what stands behind the words."""
        return lines_of(self.lines, self.behind)


def worded(text: str, keys: Sequence[str], signs: Sequence[str], room: float) -> WordsWithKeys:
    """Return a text in at most three lines, with keys and signs behind it."""
    lines = wrapped(text, room, SMALLEST, most=3)
    return WordsWithKeys(lines, pieces_behind(keys, signs, room, len(lines) - 1, width(f"{lines[-1]} ", SMALLEST)))


def lines_of(lines: Sequence[str], behind: Iterable[Piece]) -> int:
    """Return the number of lines of words with what stands behind them."""
    return max(len(lines), *(piece.line + 1 for piece in behind), 1)


def write_behind(canvas: Canvas, behind: Iterable[Piece], corner: Place) -> None:
    """Draw what stands behind words whose first line begins at a place."""
    for piece in behind:
        y = corner[1] + piece.line * line_height(SMALLEST) - (_RAISED if piece.is_raised else 0)
        canvas.text((corner[0] + piece.x, y), piece.text, colour=QUIET)
