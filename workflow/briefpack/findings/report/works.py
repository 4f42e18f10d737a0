"""Works: which work is under way and which is over, and which seats the same office fills on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import View
from briefpack.findings.filled import SIDES, filled_seats, unfilled_kinds
from briefpack.findings.report.naming import Called
from briefpack.findings.seated import Kind, Seated
from briefpack.stages.coverage.gaps import is_at_work
from briefpack.stages.coverage.works import Work

#: The kinds of seat that one actor might fill on both sides.
SEATS = ("liaison", "convenor", "facilitator", "spokesperson")


@dataclass(frozen=True)
class Underway:
    """The names of the work that is under way, of what is over or has not begun, and of what cannot be told."""

    active: tuple[str, ...]
    idle: tuple[str, ...]
    untold: tuple[str, ...]


@dataclass(frozen=True)
class Seat:
    """A kind of seat, and how many actors, or people, who have one are on both sides: `none`, `some` or `unchecked`.

    It holds no actor and no name.
    """

    kind: str
    outcome: str


def underway(view: View, works: tuple[Work, ...], names: Called) -> Underway:
    """Return the work of a view by whether it is under way at the date of information."""
    told = [(is_at_work(view, one.item), names.of(inside(one.item).path)) for one in works]
    active, idle, untold = (tuple(name for is_so, name in told if is_so is word) for word in (True, False, None))
    return Underway(active, idle, untold)


def seats(view: View) -> Iterator[Seat]:
    """Return for each kind of seat whether some who have one have a seat on the other side too.

    Seats are compared by the actor that fills them; a kind of which one side shows no seat, or some work does not show
    who fills it, is not checked.
    """
    every, unfilled = list(filled_seats(view)), unfilled_kinds(view)
    for kind in SEATS:
        held = {side: {actor for one, its, actor in every if (one, its) == (kind, side)} for side in SIDES.values()}
        anywhere = {side: {actor for _, its, actor in every if its == side} for side in held}
        is_double = held["track_i"] & anywhere["track_ii"] or held["track_ii"] & anywhere["track_i"]
        yield Seat(
            kind, "some" if is_double else "none" if all(held.values()) and kind not in unfilled else "unchecked"
        )


def seats_of_people(seated: Seated | None) -> Iterator[Seat]:
    """Return for each kind of seat whether people who have one are on both sides, as far as the registry tells."""
    for kind in get_args(Kind):
        yield Seat(kind, seated.outcomes[kind] if seated else "unchecked")
