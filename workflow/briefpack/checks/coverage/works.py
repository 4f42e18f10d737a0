"""Works: every piece of work once, whom it reaches and at which level, as far as the reader of a view may know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from briefpack.case.view import Node, View
from briefpack.case.words import LeadershipLevel

LEVELS: tuple[str, ...] = get_args(LeadershipLevel)


@dataclass(frozen=True)
class Place:
    """One party at one level of leadership."""

    party: Node
    level: str


@dataclass(frozen=True)
class Work:
    """An effort with the activities that are part of it, or an activity by itself.

    `item` is what the work is called by, `parts` are the activities; `places` is where it works, `unplaced` the parties
    with which it works at no stated level.
    """

    item: Node
    parts: tuple[Node, ...]
    parties: tuple[Node, ...]
    places: tuple[Place, ...]
    unplaced: tuple[Node, ...]


def works(view: View) -> tuple[Work, ...]:
    """Give every effort and activity of a view; an activity that is part of a shown effort counts as that effort."""
    activities = list(view.root.planning.activities)
    efforts = [_work(effort, [one for one in activities if is_part(one, effort)]) for effort in _efforts(view)]
    return (*efforts, *(_work(activity, []) for activity in activities if not activity.part_of))


def is_part(activity: Node, effort: Node) -> bool:
    """Say whether an activity is part of an effort."""
    return activity.part_of is effort


def _efforts(view: View) -> Any:
    return view.root.assessment.efforts


def _work(item: Node, parts: list[Node]) -> Work:
    """Give a piece of work; what its parts reach it reaches too."""
    everything = [item, *parts]
    parties = list(dict.fromkeys(party for one in everything for party in one.parties))
    places = list(dict.fromkeys(place for one in everything for place in _places(one)))
    placed = {place.party for place in places}
    return Work(item, tuple(parts), tuple(parties), tuple(places), tuple(one for one in parties if one not in placed))


def _places(item: Node) -> Iterator[Place]:
    for party in item.parties:
        for level in item.level:
            yield Place(party, str(level))
