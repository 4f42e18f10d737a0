"""Filled: each seat that a view shows to be filled, on which side, and by which actor."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.disclosure.view import Node, View
from briefpack.findings.seated import Kind

#: The side of work on each track that is a side's.
SIDES = {"i": "track_i", "ii": "track_ii", "iii": "track_ii"}


def filled_seats(view: View) -> Iterator[tuple[Kind, str, Node]]:
    """Return each seat that an actor fills: its kind, its side, and the actor."""
    for one in view.root.coordination.liaisons:
        if one.track and one.actor:
            yield "liaison", str(one.track), one.actor
    for one in view.root.assessment.efforts:
        yield from _seat("convenor", one, one.convenor)
    for one in view.root.planning.activities:
        yield from (seat for each in one.facilitators for seat in _seat("facilitator", one, each.actor))
        yield from _seat("spokesperson", one, one.media.spokesperson)


def unfilled_kinds(view: View) -> frozenset[Kind]:
    """Return each kind of seat of which a view does not show who fills it, or on which side, in some of the work."""
    root = view.root
    activities = [one for one in root.planning.activities if str(one.track or "") in ("", *SIDES)]
    efforts = [one for one in root.assessment.efforts if str(one.track or "") in ("", *SIDES)]
    shown: dict[Kind, list[bool]] = {
        "liaison": [bool(one.track and one.actor) for one in root.coordination.liaisons],
        "convenor": [bool(one.track and one.convenor) for one in efforts],
        "facilitator": [bool(one.track and one.facilitators) for one in activities],
        "spokesperson": [bool(one.track and one.media.spokesperson) for one in activities],
    }
    return frozenset(kind for kind, each in shown.items() if not all(each))


def _seat(kind: Kind, work: Node, actor: Node) -> Iterator[tuple[Kind, str, Node]]:
    side = SIDES.get(str(work.track or ""))
    if side and actor:
        yield kind, side, actor
