"""Packing: what a build does for a case and an organisation: recall, check, make and compare its packs, in this order.

The case is checked in the process that makes its packs, so that each is read, and Python started, once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from briefpack.files.recalls import FOLDER
from briefpack.files.surroundings import surroundings
from briefpack.history import records
from briefpack.house_styles import HouseStyle
from briefpack.intake import Checked, check_case
from briefpack.pipeline import Order, house_styles, packs_of
from briefpack.problems import Problem, Refusal
from briefpack.recalling import recalled

Tell = Callable[[Sequence[Problem]], None]


@dataclass(frozen=True)
class Build:
    """A build that an order is a part of: where its packs are released, and the organisations that it builds for."""

    outputs: Path
    organisations: tuple[str, ...]

    def is_looked_after(self, organisation: str, order: Order) -> bool:
        """Say whether an order looks after the packs that were released of its case for an organisation.

        Each does for its own; the first one also for those of organisations that this build makes nothing for.
        """
        is_first = order.organisation == self.organisations[0]
        return organisation == order.organisation or (is_first and organisation not in self.organisations)


def packed(order: Order, into: Path, build: Build | None, tell: Tell) -> dict[Path, bytes]:
    """Give the files of an order by where they go: its packs `into` a folder and, in a build, what is recorded of them.

    Released packs that are to be recalled are told of, and noted, whatever is wrong with the case.

    Raises:
        Refusal: everything that is wrong with the case or the house style, or what keeps a pack from its release.
    """
    told: list[Problem] = _recalled(order, build) if build else []
    tell(told)
    checked, houses = _checked(order)
    tell(checked.warnings)
    if build:
        readers = product(order.audiences, order.languages)
        said = [*told, *checked.warnings]
        beside = surroundings(order.case, order.templates, order.organisation, build.outputs, readers, said)
        order = replace(order, surroundings=beside)
    packs = packs_of(order, checked, houses)
    files = {into / name: data for name, data in packs.files.items()}
    if build:
        released, recalls = build.outputs / order.organisation / order.case.name, build.outputs / FOLDER
        files |= records(packs, order.organisation, released, recalls)
    return files


def _recalled(order: Order, build: Build) -> list[Problem]:
    def is_looked_at(organisation: str) -> bool:
        return build.is_looked_after(organisation, order)

    return recalled(order.case, order.templates, build.outputs, is_looked_at)


def _checked(order: Order) -> tuple[Checked, list[HouseStyle]]:
    """Give the case of an order, checked, and its house style in each language; or tell what is wrong with both."""
    houses: list[HouseStyle] = []
    problems: list[Problem] = []
    try:
        houses = house_styles(order)
    except Refusal as refusal:
        problems += refusal.problems
    pattern = houses[0].settings.name_pattern if houses else None
    try:
        # None may be released that was not compared with the registry.
        checked = check_case(order.case, "error", pattern, [house.printed for house in houses])
    except Refusal as refusal:
        raise Refusal([*problems, *refusal.problems]) from None
    if problems:
        raise Refusal([*problems, *checked.warnings])
    return checked, houses
