"""The sealed registry: the people behind aliases. The checks of people, the count of seats and the gate alone read it.

Source: handbook map, section 2, step 3: numbers in the plan, names in a separate sealed file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from briefpack.case.content import Path
from briefpack.case.dates import PlainDate
from briefpack.case.fields import Bool, Id, Item, Text
from briefpack.case.words import PackAudience
from briefpack.problems import Place, Problem, Refusal, errors

#: What a term of the registry gives away about a person.
Kind = Literal["name", "alias", "affiliation", "seat"]


class PersonalConsent(Item):
    """What a person agreed to: in whose packs the role may be shown (in none if nothing is said), and until when."""

    what: Text | None = None
    audiences: Annotated[tuple[PackAudience, ...], Field(min_length=1)] | None = None
    until: PlainDate | None = None


class OrdinaryIn(Item):
    """A text in which a word is not meant as a name: its field, and the digest of that text.

    `briefpack ordinary` prints both. If the text changes, so does its digest, and the word must be looked at again.
    """

    field: Text
    digest: Text
    because: Text | None = None


class Person(Item):
    """One person: never an input of a pack.

    `spellings` are all other ways the name is written: other scripts, transliterations, the family name alone.
    `ordinary_in` lists texts in which one of them is an ordinary word.
    `other_seats` are seats in official talks or with an authority; `seats_declared` says that both sides know of every
    seat of the person. `affiliations` and `other_seats` would give the person away; they are given in
    the words that a text would use.
    """

    name: Text
    spellings: tuple[Text, ...] = ()
    ordinary_in: tuple[OrdinaryIn, ...] = ()
    role: Text | None = None
    party: Id | None = None
    other_seats: tuple[Text, ...] | None = None
    seats_declared: Bool = False
    affiliations: tuple[Text, ...] = ()
    consent: PersonalConsent | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name in every spelling."""
        return (self.name, *self.spellings)


class Registry(Item):
    """Everything registry.yaml may hold: aliases to people."""

    people: dict[Id, Person]

    def terms(self) -> Iterator[tuple[Kind, str]]:
        """Return every text that leads to a person, with what it gives away; no pack may hold one of them."""
        yield from ((kind, text) for _, kind, text in self.placed())

    def placed(self) -> Iterator[tuple[tuple[str | int, ...], Kind, str]]:
        """Return the same terms with their paths in the registry; the path of an alias is that of a key."""
        for alias, person in self.people.items():
            here = ("people", alias)
            yield (*here, "*key*"), "alias", alias
            yield (*here, "name"), "name", person.name
            lists: tuple[tuple[str, Kind, tuple[str, ...]], ...] = (
                ("spellings", "name", person.spellings),
                ("affiliations", "affiliation", person.affiliations),
                ("other_seats", "seat", person.other_seats or ()),
            )
            for name, kind, texts in lists:
                yield from (((*here, name, position), kind, text) for position, text in enumerate(texts))


@dataclass(frozen=True)
class Sealed:
    """A registry that could not be opened: nothing that had to be compared with it may be released.

    `problem` says why, where, and what to do; as an error it refuses a release.
    """

    problem: Problem


@dataclass(frozen=True)
class OpenedRegistry:
    """The result of reading a registry: the registry, or that it is sealed, or neither; its places; every problem.

    It is handed to the checks of people, to the count of seats, and to the gate; nothing that makes a pack takes it.
    """

    registry: Registry | Sealed | None = None
    places: Mapping[Path, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def readable(self) -> Registry | None:
        """Return the registry if people can be compared with it; None if it is missing, sealed or wrong."""
        return self.registry if isinstance(self.registry, Registry) and not errors(self.problems) else None

    def opened(self) -> Registry | None:
        """Return the registry, or None if the case has none; raise Refusal if it is wrong or cannot be opened."""
        if errors(self.problems):
            raise Refusal(self.problems)
        if isinstance(self.registry, Sealed):
            raise Refusal([self.registry.problem])
        return self.registry
