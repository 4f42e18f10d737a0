"""The sealed registry: who stands behind an alias. Only the check that compares people, and release, may read it.

Source: handbook map, section 2, step 3: numbers in the plan, names in a separate sealed file.
"""

from __future__ import annotations

from briefpack.case.dates import Date
from briefpack.case.fields import Id, Item, Text


class Consent(Item):
    """What a person agreed to, and until when."""

    what: Text | None = None
    until: Date | None = None


class Person(Item):
    """One person: never an input of a pack."""

    name: Text
    role: Text | None = None
    party: Id | None = None
    other_seats: tuple[Text, ...] | None = None
    consent: Consent | None = None


class Registry(Item):
    """Everything registry.yaml may hold: aliases to people."""

    people: dict[Id, Person]
