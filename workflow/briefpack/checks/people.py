"""People: aliases and the sealed registry lead to each other, and no registered name stands in any text of the case.

Comments are texts too: they lie in clear beside a registry that may be sealed.

No message here ever holds a name or an alias: only the place where one stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from briefpack.case.content import Case, Path
from briefpack.case.registry import Registry
from briefpack.case.source import Contributor
from briefpack.checks.audiences import Audiences
from briefpack.checks.registered import Registered
from briefpack.gate.people import FEWEST_LETTERS_OF_PART, idle, ordinary_names, terms_of_people
from briefpack.gate.wanted import PlacedTexts, Wanted
from briefpack.gate.withheld_terms import letters_allowed
from briefpack.gate.words import letters_of
from briefpack.problems import Place, Problem
from briefpack.reading.readings import walk_all
from briefpack.text.normalising import folded

_UNKNOWN = "registry.yaml has no person under this alias: add the person, or correct the alias"
_UNUSED = "no actor of the case has this alias: give it to the actor it stands for, or remove the person"
_ALLOW = "where it is an ordinary word, list it in handling.allowed_terms of case.yaml"
_NAMED = f"this text holds the name of a person in registry.yaml, in {{}}: write the role instead; {_ALLOW}"
_MAYBE = (
    "this text holds what may be the name of a person in registry.yaml, in {}, where a capital letter proves "
    "nothing: write the role, or move the word away from the start of the sentence; if it is the ordinary word, "
    "add the line that 'briefpack ordinary' with the folder of the case prints to the registry"
)
_IDLE = "no text of the case matches this digest any more: delete this entry, and check the text that was changed"
_COMMENTED = f"a comment holds the name of a person in registry.yaml: write the role instead; {_ALLOW}"
_PART = (
    f"this text holds a part of the name of a person in registry.yaml, in {{}}: if it means the person, "
    f"write the role; {_ALLOW}"
)


def problems(case: Case, _: Audiences, registered: Registered) -> Iterator[Problem]:
    """Return each alias without a person, each person without an actor, and each text that names a person."""
    registry = registered.registry
    people = registry.people if registry else {}
    actors = case.content.case.actors or ()
    for position, actor in enumerate(actors):
        if actor.alias and actor.alias not in people:
            yield Problem(case.place(("case", "actors", position, "alias")), _UNKNOWN)
    if "actor" not in case.lost:
        used = {actor.alias for actor in actors}
        unused = (alias for alias in people if alias not in used)
        yield from (Problem(_key(registered.places, alias), _UNUSED) for alias in unused)
    if registry:
        yield from _named(case, registry, registered.common)
        yield from _idle(case, registry, registered.places)


def _key(places: Mapping[Path, Place], alias: str) -> Place:
    return places[("people", alias, "*key*")]


def _idle(case: Case, registry: Registry, places: Mapping[Path, Place]) -> Iterator[Problem]:
    for alias, person in registry.people.items():
        for position in idle(case, person):
            yield Problem(places[("people", alias, "ordinary_in", position)], _IDLE, "warning")


def in_comments(case: Case, _: Audiences, registered: Registered) -> Iterator[Problem]:
    """Return an error at each comment that holds a name, alone or with the comment in the line below."""
    if registered.registry is None:
        return
    names = _names(case, registered.registry, registered.common)
    for (place, text), (below, more) in pairwise((*registered.comments, (Place(""), ""))):
        is_next = (below.file, below.line) == (place.file, place.line + 1)
        if names.is_in(text) or (is_next and names.is_in(f"{text}\n{more}") and not names.is_in(more)):
            yield Problem(place, _COMMENTED)


def _names(case: Case, registry: Registry, common: Collection[str]) -> Wanted:
    """Return the names of people, without those that the case allows."""
    return Wanted((), others=terms_of_people(case, registry, "", letters_allowed(case), common))


def _named(case: Case, registry: Registry, common: Collection[str]) -> Iterator[Problem]:
    """Return an error at each text that holds a name, and a warning at one that holds a part of one."""
    people = registry.people.values()
    left_alone = {*letters_allowed(case), *(one for person in people for one in ordinary_names(person, common))}
    parts = {part for person in people for part in folded(person.name).split() if letters_of(part) not in left_alone}
    texts = PlacedTexts(_texts(case))
    whole = _names(case, registry, common).among(texts)
    long = (word for word in parts if len(word) >= FEWEST_LETTERS_OF_PART)
    part = Wanted(long, allowed=letters_allowed(case)).among(texts)
    for path, text in texts.placed:
        named = whole.words_in(text)
        half = None if named else part.words_in(text)
        if named:
            message = _MAYBE if whole.may_be_word(text) else _NAMED
            yield Problem(case.place(path), message.format(named))
        elif half:
            yield Problem(case.place(path), _PART.format(half), "warning")


def _texts(case: Case) -> Iterator[tuple[Path, str]]:
    """Return every text of a case; the name of who wrote a source, which stands in two fields, also in one piece."""
    yield from ((found.path, found.value) for found in walk_all(case) if isinstance(found.value, str))
    for path, item in case.every_item.items():
        if isinstance(item, Contributor) and item.given and item.family:
            yield path, f"{item.given} {item.family} {item.given}"
