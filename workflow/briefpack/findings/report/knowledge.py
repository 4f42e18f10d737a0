"""Knowledge: who knows what, item by item: whole, coarser, that it exists, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefpack.case.content import is_within
from briefpack.disclosure.inside import Inside
from briefpack.disclosure.view import View
from briefpack.disclosure.views import Views
from briefpack.findings.report.naming import Called
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
}


@dataclass(frozen=True)
class Knowledge:
    """An item, what it is, and how much of it each side sees: `whole`, `part`, `existence` or `nothing`."""

    what: str
    kind: str
    track_i: str
    track_ii: str


def known(views: Views, names: Called) -> Iterator[Knowledge]:
    """Return each item of these lists, with how much of it each side sees."""
    for one in views.of("coordinator").items:
        kind = KINDS.get(".".join(step for step in one.path if isinstance(step, str)))
        if kind:
            track_i, track_ii = (_outcome(one, views.of(audience)) for audience in PACK_AUDIENCES)
            yield Knowledge(names.of(one.path), kind, track_i, track_ii)


def _outcome(one: Inside, view: View) -> str:
    """Return how much of an item a side sees, measured by the values that its coordinator sees."""
    if one.path not in view.places:
        return "nothing"
    shown = {leaf.path: leaf.value for leaf in view.leaves if is_within(leaf.path, one.path)}
    whole = {leaf.path: leaf.value for leaf in one.walked().leaves}
    if whole.items() <= shown.items():
        return "whole"
    names = {(*one.path, "id"), *((*one.path, name) for name in (one.kind.headline, one.kind.called) if name)}
    return "existence" if shown.keys() <= names else "part"
