"""The legend of a plan: a sample of each look that is used, with its meaning."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.pictures.bars import DIAMOND, HATCH, on_its_day
from briefpack.pictures.canvas import PAPER, Canvas
from briefpack.pictures.legend import WORDS_AT
from briefpack.pictures.manner import Manner
from briefpack.pictures.schedule import Plan

#: The height of the legend's first line, the distance of the next ones, and the height of the box of a meeting.
LEGEND, SAMPLES, MEETING = 6.4, 4.8, 1.7


def draw_legend(
    canvas: Canvas, plan: Plan, manner: Manner, lines: Sequence[Sequence[tuple[float, str]]], top: float
) -> None:
    """Draw the meaning of each mark below the rows."""
    for number, line in enumerate(lines):
        y = top + number * SAMPLES
        for x, name in line:
            _sample(canvas, plan, manner, name, (x, y - 1.6, x + 5, y + 1.6))
            canvas.text((x + WORDS_AT, y), name)


def _sample(canvas: Canvas, plan: Plan, manner: Manner, name: str, box: tuple[float, float, float, float]) -> None:
    """Draw the mark that a word of the legend explains."""
    left, top, right, bottom = box
    middle = (top + bottom) / 2
    if name == plan.sure:
        canvas.box(box, fill=manner.accent)
    elif name == plan.today_said:
        canvas.down((left + right) / 2, top, bottom, manner.heading, 0.7)
    elif name in (plan.planned, plan.possible, plan.endless):
        if name != plan.planned:
            canvas.hatch(box, manner.accent, step=HATCH)
        if name != plan.endless:
            canvas.box(box, line=manner.accent, weight=0.35)
    elif name == plan.meeting:
        on_its_day(canvas, "diamond", (left + DIAMOND / 2 + 0.4, middle), manner.heading, PAPER, is_past=True)
        canvas.box((left + 3.9, middle - MEETING / 2, left + 5.4, middle + MEETING / 2), fill=manner.heading)
    elif name == plan.day:
        on_its_day(canvas, "triangle", ((left + right) / 2, middle), manner.heading, PAPER, is_past=False)
    else:
        ground, ink = (manner.heading, PAPER) if name == plan.exclusive else (PAPER, manner.heading)
        canvas.box((left + 0.6, middle - 1.8, right - 0.6, middle + 1.8), fill=ground, line=manner.heading)
        canvas.text(((left + right) / 2, middle), "1", bold=True, colour=ink, anchor="mm")
