"""Page filling: how far down its pages a text reaches whose pieces stay whole, and partly with the piece after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefpack.word.columns import line_count
from briefpack.word.tables import FEW_ROWS, PAIRS, SHORT

#: How many of the points that are reckoned, which are rather too many, a page holds before it is said to end; and how
#: many it holds at most or at least, where it is to be sure that what follows has room.
HOLDS, BOUNDS = 1.01, (0.98, 1.0, 1.02)


class PagePiece(NamedTuple):
    """What no page break divides: its height in points, and whether it stays on the page of the piece after it.

    `more` is how much more it takes where it begins a page: its table's head is repeated, and there is no room above a
    heading.
    """

    height: float
    is_kept: bool = False
    more: float = 0


def filled(pieces: Iterable[PagePiece], height: float, taken: float = 0, holds: float = HOLDS) -> float:
    """Return how many points pieces reach down pages of a height, with what stays empty where a page ends.

    `taken` is what is taken of the first page beforehand, and `holds` how many times its height a page holds.
    """
    pages, together, more, most = 0, 0.0, 0.0, height * holds
    for piece in pieces:
        more = more if together else piece.more
        together += piece.height
        if not piece.is_kept:
            if taken + together > most and taken:
                pages, taken = pages + 1, more
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
    again = heights[0] if titled else 0
    return [
        PagePiece(high, at < last and (whole or at < titled or at in bound), again if at else 0)
        for at, high in enumerate(heights)
    ]
