"""Contacts: what one track is said to know of the other, and what it was told (C14, C19).

Source: handbook map, section 4 (C14, C19).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf
from briefpack.findings.finding import Finding, Found, Unchecked, Vantage, is_shown
from briefpack.house.rule_changes import Severity

#: How much officials are said to know, where they must have been told or asked.
_IN_TOUCH = frozenset({"consulted", "endorsed", "requested"})
_WITH_TRACK_I = frozenset({"to_track_i", "from_track_i"})
_INFORMED = _IN_TOUCH | {"informed"}


def awareness(seen: Vantage) -> Iterator[Found]:
    """Return that officials are said to have been consulted or more, while no contact with them is on record."""
    relation, log = seen.view.root.conception.track_i_relation, seen.view.root.implementation.coordination_log
    if relation and not is_shown(relation.awareness):
        yield Unchecked(relation, ("awareness",))
    elif str(relation.awareness or "") in _IN_TOUCH and not any(
        str(one.direction or "") in _WITH_TRACK_I for one in log
    ):
        grave: Severity | None = "low" if seen.is_over else None
        yield Finding((relation,), {"awareness": relation.awareness}, grave)


def drift(seen: Vantage) -> Iterator[Found]:
    """Return each change of aim or plan that officials, who know of the work, were not told."""
    known = seen.view.root.conception.track_i_relation.awareness
    for one in seen.view.root.implementation.adaptations if str(known or "") in _INFORMED else ():
        told = inside(one).fields.get("told_track_i")
        if told is None:
            yield Unchecked(one, ("told_track_i",))
        elif isinstance(told, Leaf) and told.value is False:
            values = {"change": one, "awareness": known, "told": told}
            yield Finding((one,), values | {name: leaf for name in ("old", "new") if (leaf := getattr(one, name))})
