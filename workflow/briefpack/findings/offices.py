"""Offices: which actors are offices or organisations, so that a finding may name them; a person is never named."""

from __future__ import annotations

from collections.abc import Collection

from briefpack.case.content import Path
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node, View
from briefpack.findings.finding import is_shown

#: The kinds of actor that cannot be a person; `team` may be a team of one, and `other` may be anybody.
_BODIES = frozenset(
    {"government", "international_organisation", "non_governmental_organisation", "academic", "religious", "foundation"}
)


def is_office(actor: Node, aliased: Collection[Path] = ()) -> bool:
    """Return whether an actor is shown to be an office or an organisation, and is none of those who have an alias."""
    return is_shown(actor.kind) and str(actor.kind) in _BODIES and inside(actor).path not in aliased


def aliased_in(team: View) -> frozenset[Path]:
    """Return the place of each actor who stands for somebody in the sealed registry, by the view of the team."""
    return frozenset(inside(one).path for one in team.root.case.actors if one.alias)
