"""Works: which work is under way and which is over, and which seats the same office fills on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import View
from briefpack.findings.filled import SIDES, filled_seats, unfilled_kinds
from briefpack.findings.finding import is_shown
from briefpack.findings.offices import is_office
from briefpack.findings.report.naming import Called
from briefpack.findings.seated import Kind, Seated
from briefpack.stages.coverage.works import PartyAtLevel, Work

#: The kinds of seat that one actor might fill on both sides.
SEATS = ("liaison", "convenor", "facilitator", "spokesperson")


@dataclass(frozen=True)
class Underway:
    """The names of the work that is under way, has not begun, is over or dormant, and of which this cannot be told.

    `several` are the places where more than one piece of work is under way, and `single` those of one alone; where
    other work at a place may be under way too, it is not one alone.
    """

    active: tuple[str, ...]
    ahead: tuple[str, ...]
    ended: tuple[str, ...]
    untold: tuple[str, ...]
    several: tuple[PartyAtLevel, ...]
    single: tuple[PartyAtLevel, ...]


@dataclass(frozen=True)
class Seat:
    """A kind of seat, and how many actors, or people, who have one are on both sides: `none`, `some` or `unchecked`.

    It holds no actor and no name.
    """

    kind: str
    outcome: str


def underway(works: tuple[Work, ...], names: Called) -> Underway:
    """Return the work of a view by whether it is under way at the date of information."""
    sorted_works: dict[str, list[Work]] = {"active": [], "ahead": [], "ended": [], "untold": []}
    for one in works:
        sorted_works[one.standing].append(one)
    named = {how: tuple(names.of(inside(one.item).path) for one in some) for how, some in sorted_works.items()}
    going, maybe = (Counter(place for one in sorted_works[how] for place in one.places) for how in ("active", "untold"))
    several = tuple(place for place, count in going.items() if count > 1)
    single = tuple(place for place, count in going.items() if count == 1 and place not in maybe)
    return Underway(**named, several=several, single=single)


def seats(view: View) -> Iterator[Seat]:
    """Return for each kind of seat whether offices that have one have a seat on the other side too.

    Seats are compared by the office that fills them: of people nothing is told here. A kind of which one side shows no
    seat, or some work does not show who, or what kind of actor, fills it, is not checked.
    """
    every, unfilled = list(filled_seats(view)), unfilled_kinds(view)
    offices = [(kind, side, actor) for kind, side, actor in every if is_office(actor)]
    untold = unfilled | {kind for kind, _, actor in every if not is_shown(actor.kind)}
    for kind in SEATS:
        held = {side: {actor for one, its, actor in offices if (one, its) == (kind, side)} for side in SIDES.values()}
        anywhere = {side: {actor for _, its, actor in offices if its == side} for side in held}
        is_double = held["track_i"] & anywhere["track_ii"] or held["track_ii"] & anywhere["track_i"]
        sides = {side for one, side, _ in every if one == kind}
        is_whole = sides.issuperset(held) and kind not in untold
        yield Seat(kind, "some" if is_double else "none" if is_whole else "unchecked")


def seats_of_people(seated: Seated | None) -> Iterator[Seat]:
    """Return for each kind of seat whether people who have one are on both sides, as far as the registry tells."""
    for kind in get_args(Kind):
        yield Seat(kind, seated.outcomes[kind] if seated else "unchecked")
