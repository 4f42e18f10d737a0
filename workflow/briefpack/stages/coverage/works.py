"""Works: every piece of work once, with the parties it reaches and at which level, as far as a view shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from briefpack.case.words import LeadershipLevel
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node, View

LEVELS: tuple[str, ...] = get_args(LeadershipLevel)
#: Whether work is under way, still to begin, over or dormant, or a view does not tell.
Standing = Literal["active", "ahead", "ended", "untold"]


@dataclass(frozen=True)
class PartyAtLevel:
    """One party at one level of leadership."""

    party: Node
    level: str


@dataclass(frozen=True)
class Work:
    """A piece of work: an effort, or an activity, and what it reaches.

    An activity that is part of an effort has only the parties and places that the effort does not reach. Work without
    places has no shown level or no shown party. Its `standing` at the date of information is told with the coverage.
    """

    item: Node
    parties: tuple[Node, ...]
    places: tuple[PartyAtLevel, ...]
    standing: Standing = "untold"


def works(view: View) -> tuple[Work, ...]:
    """Return the efforts and activities of a view, so that no place of one piece of work is counted twice.

    An effort stands for the activities that are part of it, with the parties and levels of its own fields. If such an
    activity is shown to reach more, it counts there under its own name.
    """
    found = [*view.root.assessment.efforts, *view.root.planning.activities]
    every = [
        _work(item) if inside(item).kind.collection == "effort" or not item.part_of else _beyond(item) for item in found
    ]
    return tuple(work for work in every if work)


def places_of(item: Node) -> Iterator[PartyAtLevel]:
    """Return each party that an effort or an activity names, at each level that it names."""
    for party in item.parties:
        for level in item.level:
            yield PartyAtLevel(party, str(level))


def _work(item: Node) -> Work:
    return Work(item, tuple(item.parties), tuple(places_of(item)))


def _beyond(activity: Node) -> Work | None:
    """Return an activity with what it reaches beyond the effort that it is part of; None if there is nothing."""
    effort = activity.part_of
    there, known = set(places_of(effort)), set(effort.parties)
    parties = tuple(party for party in activity.parties if party not in known)
    places = tuple(place for place in places_of(activity) if place not in there)
    return Work(activity, parties, places) if parties or places else None
