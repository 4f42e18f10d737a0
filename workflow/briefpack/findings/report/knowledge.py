"""Knowledge: who knows what, item by item: whole, coarser, that it exists, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefpack.case.content import Path, field_of
from briefpack.disclosure.inside import Inside
from briefpack.disclosure.view import Leaf
from briefpack.disclosure.views import Views
from briefpack.findings.report.naming import Called
from briefpack.findings.report.resting import Resting
from briefpack.handbook import PACK_AUDIENCES

#: The lists of what a side may or may not know of, with the key of the words for one of each.
KINDS = {
    "assessment.efforts": "effort",
    "planning.activities": "activity",
    "implementation.sessions": "session",
    "implementation.outputs": "output",
    "coordination.track_i_rounds": "round",
    "coordination.calendar": "calendar",
    "coordination.transfers": "transfer",
    "coordination.commitments": "commitment",
    "coordination.messages": "message",
    "engagements.track_i": "meeting",
    "engagements.track_ii": "session",
}


@dataclass(frozen=True)
class Knowledge(Resting):
    """An item, what it is, and how much of it each side sees: `whole`, `part`, `existence` or `nothing`.

    Of what a side sees in part, `not_i` and `not_ii` name the fields that it does not see whole, in words. `told` are
    the words of the case on who else knows of a meeting.
    """

    what: str
    kind: str
    track_i: str
    track_ii: str
    not_i: tuple[str, ...] = ()
    not_ii: tuple[str, ...] = ()
    told: Leaf | None = None


def known(views: Views, names: Called) -> Iterator[Knowledge]:
    """Return each item of these lists, with how much of it each side sees."""
    sides = [(view.places, {leaf.path: leaf.value for leaf in view.leaves}) for view in map(views.of, PACK_AUDIENCES)]
    for one in views.of("coordinator").items:
        kind = KINDS.get(field_of(one.path))
        if kind:
            track_i, track_ii = (_outcome(one, *side) for side in sides)
            hidden = (tuple(map(names.field, _hidden(one, shown))) for _, shown in sides)
            outcomes = zip((track_i, track_ii), hidden, strict=True)
            not_i, not_ii = (lacks if outcome == "part" else () for outcome, lacks in outcomes)
            yield Knowledge(
                names.of(one.path),
                kind,
                track_i,
                track_ii,
                not_i,
                not_ii,
                _leaf(one.fields.get("known_to")),
                rests_on=(one.path,),
            )


def _leaf(value: object) -> Leaf | None:
    return value if isinstance(value, Leaf) else None


def _outcome(one: Inside, places: Collection[Path], shown: Mapping[Path, object]) -> str:
    """Return how much of an item a side sees, by its places and values, measured by what its coordinator sees."""
    if one.path not in places:
        return "nothing"
    leaves = one.walked().leaves
    if all(leaf.path in shown and shown[leaf.path] == leaf.value for leaf in leaves):
        return "whole"
    names = {(*one.path, "id"), *((*one.path, name) for name in (one.kind.headline, one.kind.called) if name)}
    return "existence" if all(leaf.path in names for leaf in leaves if leaf.path in shown) else "part"


def _hidden(one: Inside, shown: Mapping[Path, object]) -> Iterator[str]:
    """Return each field of an item of which a side does not see all that the coordinator sees."""
    leaves = (leaf for leaf in one.walked().leaves if leaf.path not in shown or shown[leaf.path] != leaf.value)
    yield from dict.fromkeys(str(leaf.path[len(one.path)]) for leaf in leaves)
