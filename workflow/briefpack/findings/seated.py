"""Seated: what rules may know of the people behind seats, in numbers and kinds: no actor, no name and no alias."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

#: The kinds of seat that a person can have in a case.
Kind = Literal["liaison", "convenor", "facilitator", "spokesperson", "participant"]
#: How many who have a seat of a kind are on both sides. A kind that one person alone has is told as not checked.
Outcome = Literal["none", "some", "unchecked"]


@dataclass(frozen=True)
class Double:
    """People with a seat on both sides: how many, and how many of them have a seat of each kind that can be told."""

    people: int = 0
    kinds: Mapping[Kind, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Seated:
    """The people of a registry who have seats in the case, counted.

    `outcomes` says for each kind of seat whether people who have one have a seat on the other side too. `declared` and
    `undeclared` are those people, by whether both sides know of their seats. `at_once` holds for each person how many
    pieces of work certainly, and how many perhaps, run on one day; `undated` names the fields for which it cannot be
    told of the work of anybody in the registry when it runs. `stamp` changes with the registry and with the seats
    of its people. It is `is_whole` where aliases lead from seats to people, and from each individual's seat.
    """

    outcomes: Mapping[Kind, Outcome]
    declared: Double = Double()
    undeclared: Double = Double()
    at_once: tuple[tuple[int, int], ...] = ()
    undated: tuple[str, ...] = ()
    stamp: int = 0
    is_whole: bool = True
