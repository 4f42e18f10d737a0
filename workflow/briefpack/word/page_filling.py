"""Page filling: how far down its pages a text reaches whose pieces stay whole, and partly with the piece after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefpack.word.columns import line_count
from briefpack.word.tables import FEW_ROWS, PAIRS, SHORT

#: How many of the points that are reckoned, which are rather too many, a page holds before it is said to end.
_HOLDS = 1.02


class PagePiece(NamedTuple):
    """What no page break divides: its height in points, and whether it stays on the page of the piece after it."""

    height: float
    is_kept: bool = False


def filled(pieces: Iterable[PagePiece], height: float, taken: float = 0) -> float:
    """Return how many points pieces reach down pages of a height, with what stays empty where a page ends.

    `taken` is what is taken of the first page beforehand.
    """
    pages, together, most = 0, 0.0, height * _HOLDS
    for piece in pieces:
        together += piece.height
        if not piece.is_kept:
            if taken + together > most and taken:
                pages, taken = pages + 1, 0
            taken += together
            together = 0
    return pages * height + taken + together


def kept_rows(
    heights: Sequence[float], texts: Sequence[Sequence[str]], widths: Sequence[int], titled: bool
) -> list[PagePiece]:
    """Return the rows of a table as pieces, kept together as the typesetting keeps them; see `tables.py`."""
    last = len(heights) - 1
    whole = line_count(texts, widths) <= (SHORT if last + 1 - titled > PAIRS else FEW_ROWS)
    bound = {titled, last - 1} if last + 1 - titled > PAIRS else set()
    return [PagePiece(high, at < last and (whole or at < titled or at in bound)) for at, high in enumerate(heights)]
