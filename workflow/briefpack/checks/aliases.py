"""Aliases: an actor who stands for a person of the sealed registry, and is called an office or an organisation.

What names offices, such as a finding, a report or the case register, would then name a person.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.case.words import BODIES
from briefpack.problems import Problem

_A_PERSON = (
    "an alias stands for a person, and this kind is one of offices, which findings and reports name: write "
    "'individual', or 'team' or 'other' if that is nearer, and give the office an actor of its own without an alias"
)


def problems(case: Case) -> Iterator[Problem]:
    """Return an error for each actor with an alias whose kind is that of an office or an organisation."""
    for position, actor in enumerate(case.content.case.actors or ()):
        if actor.alias and actor.kind in BODIES:
            yield Problem(case.place(("case", "actors", position, "kind")), _A_PERSON)
