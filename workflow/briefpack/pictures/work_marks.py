"""Work marks: the mark of a piece of work by its track, and how the mark of work that is not under way differs.

The shape says the track. Work under way is filled; what is still to begin is open; what is over is open and struck
through, and where this is not told a dot stands in the middle. So they differ without colour, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefpack.pictures.canvas import PAPER, Canvas
from briefpack.pictures.curves import Place
from briefpack.pictures.manner import Manner
from briefpack.pictures.masks import Mark

#: A different mark for each track, so that the tracks differ without colour.
MARKS: Mapping[str, Mark] = {"i": "square", "i_5": "triangle", "ii": "disc", "iii": "diamond", "": "ring"}
#: What can be told of work, in the order of rows: under way, still to begin, not told, over or dormant.
STANDINGS = ("active", "ahead", "untold", "ended")
#: The width of a mark, of the dot in it, and how far a line through it reaches beyond it.
_MARK, _DOT, _BEYOND = 3.3, 1.4, 0.5
#: The distance of a line of the key from the next.
KEY_LINE = 4.8


def tells_apart(standings: Sequence[str]) -> bool:
    """Return whether it is shown of some work that it is not under way: then marks differ, and a key says how."""
    return not {"ahead", "ended"}.isdisjoint(standings)


def draw_work_mark(canvas: Canvas, manner: Manner, track: str, standing: str, place: Place) -> None:
    """Draw the mark of work on a track."""
    ink = manner.heading if track == "i" else manner.accent
    if standing == "active":
        canvas.mark(MARKS[track], place, _MARK, ink)
        return
    canvas.mark(MARKS[track], place, _MARK, ink, fill=PAPER)
    if standing == "untold":
        canvas.mark("disc", place, _DOT, ink)
    elif standing == "ended":
        reach = _MARK / 2 + _BEYOND
        canvas.across(place[0] - reach, place[0] + reach, place[1], ink, 0.45)


def draw_key(
    canvas: Canvas, manner: Manner, standings: Sequence[str], lines: Sequence[Sequence[tuple[float, str]]], top: float
) -> None:
    """Draw a mark as it looks for each of these standings, with its meaning, in lines from `top` on."""
    left = iter(standings)
    for number, line in enumerate(lines):
        y = top + (number + 0.5) * KEY_LINE
        for x, words in line:
            draw_work_mark(canvas, manner, "ii", next(left), (x + 2.4, y))
            canvas.text((x + 6.3, y), words)
