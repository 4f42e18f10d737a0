"""Opened: what an audience sees by today's defaults and did not see by those of the version before.

Since this version, what an activity keeps closed is for the side whose activity it is; before, it was for track II,
whatever the side. For one version the author is told where this opens something that the audience's packs print. This
project's own design.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from briefpack.case.content import Case, Path, field_of
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.clearance import shapes, words_at
from briefpack.disclosure.printed import is_printed
from briefpack.handbook import CLEARED, Sensitivity, stricter
from briefpack.problems import Problem

_BEFORE: Sensitivity = "track_ii_only"
_OPENED = (
    "{audience} now sees this, because the activity is theirs; the version before closed it by default: write "
    "'sensitivity: {before}' here to close it again, or 'sensitivity: {now}' to keep it open"
)


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return a warning at each field that its own side sees now and did not see by the default before."""
    # Each field is asked once whether it is for an activity's side; the words in a path say which field it is.
    is_for_its_side = functools.cache(_is_of_its_side)
    for audience, view in audiences.views.items():
        places = (path for path in view.places if is_for_its_side(_field(path)))
        words = (words_at(case, path)[1] for path in places)
        for path in dict.fromkeys(word.path for word in words if word.by == "own_side" and word.path):
            around, here = (word.sensitivity for word in words_at(case, path))
            was = stricter(around, _BEFORE)
            if audience not in CLEARED[was] and is_printed(field_of(path), audience):
                yield Problem(case.place(path), _OPENED.format(audience=audience, before=was, now=here), "warning")


def _field(path: Path) -> Path:
    """Return a path with the first place of each list in it for any other."""
    return tuple(step if isinstance(step, str) else 0 for step in path)


def _is_of_its_side(path: Path) -> bool:
    """Return whether a step of a path is for an activity's own side, by the model: it need not hold a value."""
    return any(shape is not None and shape.closure == "own_side" for shape in shapes(path))
