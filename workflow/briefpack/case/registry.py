"""The sealed registry: who stands behind an alias. Only the checks that compare people, and release, may read it.

Source: handbook map, section 2, step 3: numbers in the plan, names in a separate sealed file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from briefpack.case.content import Path
from briefpack.case.dates import PlainDate
from briefpack.case.fields import Id, Item, Text
from briefpack.case.words import PackAudience
from briefpack.problems import Place, Problem, Refusal, errors

#: What of a person a term of the registry gives away.
Kind = Literal["name", "alias", "affiliation", "seat"]


class PersonalConsent(Item):
    """What a person agreed to, in whose packs the role may be shown (with nothing said, in none), and until when."""

    what: Text | None = None
    audiences: Annotated[tuple[PackAudience, ...], Field(min_length=1)] | None = None
    until: PlainDate | None = None


class OrdinaryIn(Item):
    """A text in which a word that is a name too is no name: its field, and the digest of the text as it was then.

    `briefpack ordinary` prints both. A text that was changed has another digest, and asks again.
    """

    field: Text
    digest: Text
    because: Text | None = None


class Person(Item):
    """One person: never an input of a pack.

    `spellings` are all other ways the name is written: other scripts, transliterations, the family name alone.
    `ordinary_in` are texts in which one of them is the word and not the name.
    `affiliations` and `other_seats` are what would give the person away, in the words in which it would be written.
    """

    name: Text
    spellings: tuple[Text, ...] = ()
    ordinary_in: tuple[OrdinaryIn, ...] = ()
    role: Text | None = None
    party: Id | None = None
    other_seats: tuple[Text, ...] | None = None
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
        """Return every text that leads to a person, and what of the person it is; none of them may be in any pack."""
        yield from ((kind, text) for _, kind, text in self.placed())

    def placed(self) -> Iterator[tuple[tuple[str | int, ...], Kind, str]]:
        """Return the same with where each stands in the registry; that of an alias is the place of a key."""
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
    """A registry that is there and could not be opened: nothing that it should have been compared with may leave.

    `problem` says why, where, and what to do; as an error it refuses a release.
    """

    problem: Problem


@dataclass(frozen=True)
class OpenedRegistry:
    """What came of reading a registry: the registry, or that it is sealed, or neither; its places; every problem.

    It is handed to the checks of people and to the gate, and nothing that makes a pack takes it.
    """

    registry: Registry | Sealed | None = None
    places: Mapping[Path, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def readable(self) -> Registry | None:
        """Return the registry if people can be compared with it: None where it is missing, sealed or wrong."""
        return self.registry if isinstance(self.registry, Registry) and not errors(self.problems) else None

    def opened(self) -> Registry | None:
        """Return the registry, or None where the case has none; raise Refusal where it is wrong or cannot be opened."""
        if errors(self.problems):
            raise Refusal(self.problems)
        if isinstance(self.registry, Sealed):
            raise Refusal([self.registry.problem])
        return self.registry
