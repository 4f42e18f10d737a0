"""Opened: what a reader sees by today's defaults and by those of the version before would not have seen.

Since this version an activity keeps what is closed of it to the side whose activity it is; before, whatever its side,
to track II or to the team. For one version the author is told where that opens something; this project's own design.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.clearance import shapes, words_at
from briefpack.case.content import Case, Path
from briefpack.case.telling import places
from briefpack.case.view import View
from briefpack.handbook import CLEARED, Audience, Sensitivity, stricter
from briefpack.problems import Problem

_OPENED = (
    "{audience} sees this now, for the activity is theirs, and by the defaults of the version before it would not: "
    "write 'sensitivity: {before}' at it to keep it as it was, or 'sensitivity: {now}' to leave it so"
)


def problems_of_views(case: Case, views: Mapping[Audience, View]) -> Iterator[Problem]:
    """Give a warning at each field that its own side sees, and was not open to it by the defaults of before."""
    for audience, view in views.items():
        inside = (path for path, _ in places(view.root) if any(_narrowed_before(path)))
        words = (words_at(case, path)[1] for path in inside)
        for path in dict.fromkeys(word.path for word in words if word.by == "own_side" and word.path):
            was = _before(case, path)
            if audience not in CLEARED[was]:
                now = words_at(case, path)[1].sensitivity
                yield Problem(case.place(path), _OPENED.format(audience=audience, before=was, now=now), "warning")


def _before(case: Case, path: Path) -> Sensitivity:
    around = words_at(case, path)[0].sensitivity
    *_, narrowed = _narrowed_before(path)
    return stricter(around, narrowed) if narrowed else around


def _narrowed_before(path: Path) -> Iterator[Sensitivity | None]:
    """Give what the field at each step of a path was narrowed to, by the model: it need not hold a value."""
    return (shape.narrowed_before if shape else None for shape in shapes(path))
