"""People: aliases and the sealed registry lead to each other, and no registered name stands in any text of the case.

No message here ever holds a name or an alias: only the place where one stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.content import Case, Path, items, walk_all
from briefpack.case.registry import Person, Registry
from briefpack.case.source import Contributor
from briefpack.checks.wanted import Wanted
from briefpack.normalising import folded
from briefpack.problems import Place, Problem

_UNKNOWN = "registry.yaml has no person under this alias: add the person, or correct the alias"
_UNUSED = "no actor of the case has this alias: give it to the actor it stands for, or take the person out"
_NAMED = "this text holds the name of a person in registry.yaml: write the role instead"
_PART = "this text holds a part of the name of a person in registry.yaml: if it means the person, write the role"
#: A part of a name with fewer letters is no trace of anybody.
_FEWEST_LETTERS = 4


def problems(case: Case, registry: Registry | None, places: Mapping[Path, Place]) -> Iterator[Problem]:
    """Give each alias that leads nowhere, each person whom nothing leads to and each text that names one of them.

    `registry` is None where the case has none; then an alias has nowhere to lead. `places` are the registry's own.
    """
    people = registry.people if registry else {}
    actors = case.content.case.actors or ()
    for position, actor in enumerate(actors):
        if actor.alias and actor.alias not in people:
            yield Problem(case.place(("case", "actors", position, "alias")), _UNKNOWN)
    if "actor" not in case.lost:
        used = {actor.alias for actor in actors}
        unused = (alias for alias in people if alias not in used)
        yield from (Problem(_key(places, alias), _UNUSED) for alias in unused)
    yield from _named(case, list(people.values()))


def _key(places: Mapping[Path, Place], alias: str) -> Place:
    return places[("people", alias, "*key*")]


def _named(case: Case, people: list[Person]) -> Iterator[Problem]:
    """Give an error at each text that holds a name, and a warning at one that holds a part of one."""
    allowed = {folded(allowance.term) for allowance in case.content.case.allowances}
    names = {name for person in people for name in person.names if folded(name) not in allowed}
    parts = {part for person in people for part in folded(person.name).split() if part not in allowed}
    spared = [allowance.term for allowance in case.content.case.allowances]
    whole, part = Wanted((), names, spared), Wanted(word for word in parts if len(word) >= _FEWEST_LETTERS)
    for path, text in _texts(case):
        if whole.is_in(text):
            yield Problem(case.place(path), _NAMED)
        elif part.is_in(text):
            yield Problem(case.place(path), _PART, "warning")


def _texts(case: Case) -> Iterator[tuple[Path, str]]:
    """Give every text of a case; the name of who wrote a source, which stands in two fields, also in one piece."""
    yield from ((found.path, found.value) for found in walk_all(case) if isinstance(found.value, str))
    for path, item in items(case.content):
        if isinstance(item, Contributor) and item.given and item.family:
            yield path, f"{item.given} {item.family} {item.given}"
