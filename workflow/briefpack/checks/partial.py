"""Partial: an audience sees only part of a list, and so may take work that is named for a gap to be elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, Path
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.inside import inside
from briefpack.problems import Problem
from briefpack.stages.coverage.gaps import Cover, gaps

_MESSAGE = (
    "{audience} sees only a part of this list, so their pack says wrongly that a gap is not covered here: open the "
    "whole list to {audience}, or close the whole list, and the pack says that this cannot be told"
)


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return a warning at each list of levels or parties whose shown part alone contradicts that a gap is covered."""
    for audience, view in audiences.views.items():
        covers = (cover for gap in gaps(view) for cover in (*gap.covers, *gap.others))
        for path in dict.fromkeys(path for cover in covers for path in _in_part(case, cover)):
            yield Problem(case.place(path), _MESSAGE.format(audience=audience), "warning")


def _in_part(case: Case, cover: Cover) -> Iterator[Path]:
    for name, shown in (("level", cover.levels), ("parties", cover.parties)):
        path = (*inside(cover.work).path, name)
        if shown and len(shown) < len(case.value(path)):
            yield path
