"""Member: one case of the register, as what compares cases may look at it."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.disclosure.view import Node, View
from briefpack.findings.offices import is_office
from briefpack.findings.report.naming import Called, names_in
from briefpack.house.wording import Catalogue
from briefpack.text.escaping import escaped, on_one_line


@dataclass(frozen=True)
class Member:
    """A case of the register: what it is called, its coordinator's view, and the names of what is in that."""

    title: str
    view: View
    names: Called

    @property
    def catalogue(self) -> Catalogue:
        """Return the words in which all is told."""
        return self.names.catalogue

    def is_compared(self, actor: Node) -> bool:
        """Return whether an actor is shown to be an office or an organisation: a person is never compared."""
        return is_office(actor)


def member_of(view: View, catalogue: Catalogue) -> Member:
    """Return a case of the register by its coordinator's view."""
    return Member(title_of(view), view, names_in(view, catalogue))


def title_of(view: View) -> str:
    """Return the title of a case as Markdown on one line."""
    return escaped(on_one_line(str(view.root.case.title)))
