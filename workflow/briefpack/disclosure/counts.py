"""Counts: small numbers of people are not shown, nor a total from which one could be worked out.

Source: handbook map, section 3 (small cells: a threshold, and a second suppression so that the total does not reveal
the first). Nought is withheld like one and two: otherwise a reader would know that every missing number is one or
two. A number with `about` counts as the smallest that it can be, and never adds up for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from briefpack.case.amounts import Amount, adds_up, least, most
from briefpack.case.fields import Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.resolving import untold
from briefpack.disclosure.view import Leaf, Node


@cache
def has_numbers(kind: type[Item]) -> bool:
    """Return whether an item of this class can hold numbers of people, or what goes with one."""
    return any(shape.of_people or shape.counts or shape.shown_with for shape in fields_of(kind).values())


def withhold_small(shown: Inside, smallest: int) -> None:
    """Remove the numbers of people below the smallest from an item."""
    for shape in fields_of(shown.kind).values():
        value = shown.fields.get(shape.name) if shape.of_people else None
        if isinstance(value, Leaf) and least(value.value) < smallest:
            del shown.fields[shape.name]
        elif isinstance(value, dict):
            _keep(shown, shape, {key: leaf for key, leaf in value.items() if least(leaf.value) >= smallest})


def withhold_totals(shown: Inside, named: Collection[str], opened: Callable[[str], bool]) -> None:
    """Keep a total and its parts together only where the shown parts add up to it; a total without parts stays.

    Otherwise their difference would give back what is withheld. The total goes, unless the author `opened` it itself:
    then the parts go. Whether parts are withheld, too small or were never given makes no difference. Where somebody who
    is `named` beside them has no part they go apart too, for adding up would tell that these are nobody.
    """
    for shape in fields_of(shown.kind).values():
        total = shown.fields.get(shape.name) if shape.counts else None
        parts = shown.fields.get(str(shape.counts), {})
        if total is None or not parts:
            continue
        if not set(named) <= parts.keys() or not adds_up(total.value, [part.value for part in parts.values()]):
            shown.fields.pop(str(shape.counts) if opened(shape.name) else shape.name)


def withhold_shares(shown: Inside, opened: Callable[[str], bool], smallest: int) -> None:
    """Remove numbers of some of those counted where the total is not shown, or the rest is too small."""
    for shape in fields_of(shown.kind).values():
        total, value = shown.fields.get(str(shape.shown_with)), shown.fields.get(shape.name)
        if not shape.shown_with or value is None:
            continue
        if total is None:
            if not opened(shape.name):
                del shown.fields[shape.name]
            continue
        share = inside(value)
        for name in [name for name, leaf in share.fields.items() if _leaves_few(leaf, total.value, smallest)]:
            del share.fields[name]
        if not share.fields:
            del shown.fields[shape.name]


def withhold_readings(shown: Inside, smallest: int, *, is_beside: bool = False) -> None:
    """Remove other readings of numbers of people that are too small, and all that stand beside a total.

    By another reading of a total, or of one that it counts, what is too small could be worked out.
    """
    fields, shapes = shown.fields, fields_of(shown.kind).values()
    pairs = [(shape.name, other) for shape in shapes if (other := shape.counts or shape.shown_with)]
    beside = {name for pair in pairs if fields.keys() >= set(pair) for name in pair}

    def told(leaf: Leaf) -> Leaf:
        is_one_beside = is_beside or leaf.shape.name in beside
        return untold(leaf, lambda amount: is_one_beside or least(amount) < smallest)

    for shape in shapes:
        value = fields.get(shape.name)
        if shape.shown_with and isinstance(value, Node):
            withhold_readings(inside(value), smallest, is_beside=shape.name in beside)
        elif shape.of_people and isinstance(value, Leaf):
            fields[shape.name] = told(value)
        elif shape.of_people and isinstance(value, dict):
            fields[shape.name] = {key: told(leaf) for key, leaf in value.items()}


def _leaves_few(leaf: Any, total: Amount, smallest: int) -> bool:
    return isinstance(leaf, Leaf) and leaf.shape.of_people and least(total) - most(leaf.value) < smallest


def _keep(shown: Inside, shape: FieldShape, kept: dict[str, Leaf]) -> None:
    """Keep these parts of a field, or remove the field where none are left."""
    if kept:
        shown.fields[shape.name] = kept
    else:
        del shown.fields[shape.name]
