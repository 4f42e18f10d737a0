"""Participation: what an activity leaves to be guessed, which parties take part and which effort it is part of."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.case.disclosure import activities
from briefpack.normalising import folded
from briefpack.problems import Problem

_COUNTED = "counted here and not named under 'parties': name it there too, packs take who takes part from there alone"
_SAME = "an effort in assessment.yaml has this name: if both are one, write 'part_of' here, so that it counts once"


def problems(case: Case) -> Iterator[Problem]:
    """Give each party that is counted and not named, and each activity that is called like an effort."""
    assessment = case.content.assessment
    names = {folded(effort.name) for effort in (assessment.efforts if assessment else None) or ()}
    known = {party.id for party in (assessment.parties if assessment else None) or ()}
    for position, activity in enumerate(activities(case.content).values()):
        path = ("planning", "activities", position)
        if folded(activity.title) in names and not activity.part_of:
            yield Problem(case.place((*path, "title")), _SAME, "warning")
        counted = (activity.participants.per_party if activity.participants else None) or {}
        for party in (counted.keys() & known) - set(activity.parties or ()):
            yield Problem(case.place((*path, "participants", "per_party", party)), _COUNTED, "warning")
