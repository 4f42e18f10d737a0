"""Brevity: officials read short. At most eight points to make, of about two lines each (briefing conventions, 3)."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.problems import Problem

_MOST_POINTS = 8
_LONGEST_POINT = 190


def problems(case: Case) -> Iterator[Problem]:
    """Return a warning where a list of points to make is too long, and where a point is."""
    front_pages = case.content.case.front_pages
    points = (front_pages.track_i.points_to_make if front_pages and front_pages.track_i else None) or ()
    path = ("case", "front_pages", "track_i", "points_to_make")
    if len(points) > _MOST_POINTS:
        message = f"{len(points)} points to make: an official has time for {_MOST_POINTS}; move the rest to the phases"
        yield Problem(case.place(path), message, "warning")
    for position, point in enumerate(points):
        if len(point) > _LONGEST_POINT:
            message = f"a point of {len(point)} characters runs over two lines: keep it under {_LONGEST_POINT}"
            yield Problem(case.place((*path, position)), message, "warning")
