"""Opened: what a reader sees by today's defaults and by those of the version before would not have seen.

Since this version an activity keeps what is closed of it to the side whose activity it is; before, whatever its side,
to track II or to the team. For one version the author is told where that opens something; this project's own design.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.clearance import words_at
from briefpack.case.content import Case, Path, walk
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
    before = {found.path: found.shape.narrowed_before for found in walk(case.content) if found.shape.narrowed_before}
    for audience, view in views.items():
        inside = (path for path, _ in places(view.root) if any(path[:end] in before for end in range(len(path) + 1)))
        words = (words_at(case, path)[1] for path in inside)
        for path in dict.fromkeys(word.path for word in words if word.by == "own_side" and word.path):
            was = _before(case, path, before[path])
            if audience not in CLEARED[was]:
                now = words_at(case, path)[1].sensitivity
                yield Problem(case.place(path), _OPENED.format(audience=audience, before=was, now=now), "warning")


def _before(case: Case, path: Path, narrowed: Sensitivity | None) -> Sensitivity:
    around = words_at(case, path)[0].sensitivity
    return stricter(around, narrowed) if narrowed else around
