"""Bars: times as boxes: filled where they are certain and past, open where planned, hatched where only possible."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.pictures.canvas import Box, Canvas
from briefpack.pictures.curves import Place
from briefpack.pictures.masks import Mark
from briefpack.pictures.scale import Scale
from briefpack.pictures.schedule import Stretch

#: The distance between the lines of hatching.
HATCH = 0.8
#: The width of the mark of a meeting or a day, and of the rim of ground around it.
DIAMOND, _RIM = 3.2, 0.8


@dataclass(frozen=True)
class Bars:
    """What all bars of a picture have in common: the sheet, its scale, and the place where the past ends."""

    canvas: Canvas
    scale: Scale
    now: float

    def draw(self, time: Stretch, box: Box, ink: str, ground: str, *, least: float = 0.0) -> None:
        """Draw a time in its box; a part of it that is certain is at least so wide."""
        left, top, right, foot = box
        self.canvas.box(box, fill=ground)
        self.canvas.hatch(box, ink, step=HATCH)
        if time.sure_from <= time.sure_to:
            first, last = self.scale.span(time.sure_from, time.sure_to)
            short = max(0.0, least - (last - first)) / 2
            start, end = (max(left, first - short), min(right, last + short)) if time.is_open else (left, right)
            self.canvas.box((start, top, end, foot), fill=ground)
            if first < self.now:
                self.canvas.box((start, top, end if last <= self.now else self.now, foot), fill=ink)
        self.canvas.box(box, line=ink, weight=0.35)


def on_its_day(canvas: Canvas, kind: Mark, place: Place, ink: str, ground: str, *, is_past: bool) -> None:
    """Draw a mark on its day, with a rim, so that one that covers another in part is still seen."""
    canvas.mark(kind, place, DIAMOND + _RIM, ground)
    canvas.mark(kind, place, DIAMOND, ink, fill=ink if is_past else ground)
