"""Offices: which actors are offices or organisations, so that a finding may name them; a person is never named.

Whoever has an alias is a person, and `check` refuses an alias at an office: so no view names one as an office.
"""

from __future__ import annotations

from briefpack.case.words import BODIES
from briefpack.disclosure.view import Node
from briefpack.findings.finding import is_shown


def is_office(actor: Node) -> bool:
    """Return whether an actor is shown to be an office or an organisation."""
    return is_shown(actor.kind) and str(actor.kind) in BODIES
