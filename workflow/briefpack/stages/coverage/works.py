"""Works: every piece of work once, whom it reaches and at which level, as far as the reader of a view may know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from briefpack.case.words import LeadershipLevel
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node, View

LEVELS: tuple[str, ...] = get_args(LeadershipLevel)


@dataclass(frozen=True)
class PartyAtLevel:
    """One party at one level of leadership."""

    party: Node
    level: str


@dataclass(frozen=True)
class Work:
    """An effort, an activity by itself, or of an activity that is part of an effort what the effort does not reach.

    `parties` and `places` are whom and where it reaches; one that has no place is of no stated level, or no party.
    """

    item: Node
    parties: tuple[Node, ...]
    places: tuple[PartyAtLevel, ...]


def works(view: View) -> tuple[Work, ...]:
    """Return every effort and activity of a view, each place of what is one work once.

    An effort stands for the activities that are part of it, and tells nothing of them: it reaches what its own fields
    say. Where an activity reaches more, and says so to this reader, it stands there under its own name.
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
    """Return what an activity reaches that the effort it is part of does not; none where there is no such thing."""
    effort = activity.part_of
    there, known = set(places_of(effort)), set(effort.parties)
    parties = tuple(party for party in activity.parties if party not in known)
    places = tuple(place for place in places_of(activity) if place not in there)
    return Work(activity, parties, places) if parties or places else None
