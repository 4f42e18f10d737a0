"""Awareness: what officials get tells them that they do not know of the work; this project's own design."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, field_of
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.inside import Inside
from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Leaf, View
from briefpack.problems import Problem
from briefpack.stages.coverage.times import one_time, time_of

_MESSAGE = (
    "track-i is told here that officials do not know of the work, and knows of it by reading this: write what they "
    "will know, or 'sensitivity: track_ii_only' here"
)


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return a warning where a pack for officials would print that they do not know of work that is not over."""
    view = audiences.views.get("track-i")
    if view is None or is_over(view):
        return
    for item in view.items:
        said = item.fields.get("awareness")
        is_unaware = isinstance(said, Leaf) and str(said) == "unaware" and not _is_past(view, item)
        if isinstance(said, Leaf) and is_unaware and is_printed(field_of(said.path), "track-i"):
            yield Problem(case.place(said.path), _MESSAGE, "warning")


def _is_past(view: View, relation: Inside) -> bool:
    """Return whether a relation that is told with its time had certainly ended before the date of information."""
    end, today = relation.fields.get("to"), one_time(view.root.case.date_of_information)
    time = time_of(end, end) if isinstance(end, Leaf) else None
    return time is not None and today is not None and time.ends[1] < today.begins[0]
