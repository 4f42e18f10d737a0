"""Existence: an activity that only its own track may know of needs a track, or it is in nobody's pack."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.case.disclosure import held_back
from briefpack.handbook import PACK_AUDIENCES
from briefpack.problems import Problem

_MESSAGE = "no reader sees this activity, for its existence is closed to the other track: name its track"


def problems(case: Case) -> Iterator[Problem]:
    """Give a warning at each activity that is held back from the readers of both tracks."""
    planning = case.content.planning
    hidden = set.intersection(*(held_back(case.content, audience) for audience in PACK_AUDIENCES))
    for position, activity in enumerate((planning.activities if planning else None) or ()):
        if ("activity", activity.id) in hidden:
            yield Problem(case.place(("planning", "activities", position)), _MESSAGE, "warning")
