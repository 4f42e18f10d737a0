"""Member: one case of the register, as what compares cases may look at it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from briefpack.case.content import Case
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node, View
from briefpack.findings.finding import is_shown
from briefpack.findings.report.naming import Called, names_in
from briefpack.house.wording import Catalogue
from briefpack.text.escaping import escaped, on_one_line

#: The kinds of actor that cannot be a person; `team` may be a team of one, and `other` may be anybody.
_BODIES = frozenset(
    {"government", "international_organisation", "non_governmental_organisation", "academic", "religious", "foundation"}
)


@dataclass(frozen=True)
class Member:
    """A case of the register: what it is called, its coordinator's view, and the names of what is in that.

    `aliased` are the ids of the actors who stand for somebody in the sealed registry: they are never compared.
    """

    title: str
    view: View
    names: Called
    aliased: Collection[str]

    @property
    def catalogue(self) -> Catalogue:
        """Return the words in which all is told."""
        return self.names.catalogue

    def is_compared(self, actor: Node) -> bool:
        """Return whether an actor is shown to be an office or an organisation, and has no alias in the registry."""
        is_body = is_shown(actor.kind) and str(actor.kind) in _BODIES
        return is_body and str(inside(actor).fields["id"]) not in self.aliased


def member_of(case: Case, view: View, catalogue: Catalogue) -> Member:
    """Return a case of the register by its coordinator's view."""
    aliased = frozenset(one.id for one in case.content.case.actors or () if one.alias)
    return Member(title_of(view), view, names_in(view, catalogue), aliased)


def title_of(view: View) -> str:
    """Return the title of a case as Markdown on one line."""
    return escaped(on_one_line(str(view.root.case.title)))
