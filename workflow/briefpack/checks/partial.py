"""Partial: a list of which one reader is shown a part, and by that part work named for a gap seems to be elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.content import Case, Path
from briefpack.disclosure.view import View
from briefpack.handbook import Audience
from briefpack.problems import Problem
from briefpack.stages.coverage.gaps import Cover, gaps

_MESSAGE = (
    "{audience} sees a part of this alone, and so reads that what is named for a gap is shown only elsewhere: open all "
    "of it to {audience}, or close all of it, and the pack says that it cannot be told"
)


def problems_of_views(case: Case, views: Mapping[Audience, View]) -> Iterator[Problem]:
    """Return a warning at each list of levels or parties whose shown part alone contradicts that a gap is covered."""
    for audience, view in views.items():
        covers = (cover for gap in gaps(view) for cover in (*gap.covers, *gap.others))
        for path in dict.fromkeys(path for cover in covers for path in _in_part(case, cover)):
            yield Problem(case.place(path), _MESSAGE.format(audience=audience), "warning")


def _in_part(case: Case, cover: Cover) -> Iterator[Path]:
    for name, shown in (("level", cover.levels), ("parties", cover.parties)):
        path = (*cover.work._path, name)
        if shown and len(shown) < len(case.value(path)):
            yield path
