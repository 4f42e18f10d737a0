"""Grouping: items of a case by the value of one of their fields, and in the order of their days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, pass_environment

from briefpack.case.dates import PartialDate
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node


@pass_environment
def grouped(environment: Environment, items: Iterable[Node], name: str) -> list[tuple[Any, list[Node]]]:
    """Return items grouped by one of their fields, in the order in which its values first occur.

    Items without a value are one group.
    """
    groups: dict[str, tuple[Any, list[Node]]] = {}
    for item in items:
        value = environment.getattr(item, name)
        groups.setdefault(str(value) if value else "", (value, []))[1].append(item)
    return list(groups.values())


def by_day(items: Iterable[Node], name: str = "by") -> list[Node]:
    """Return items in the order of the days in one of their fields, those without a day last, as they stood."""
    days = [(item, inside(item).fields.get(name)) for item in items]
    dated = [(item, day.value) for item, day in days if isinstance(day, Leaf) and isinstance(day.value, PartialDate)]
    in_order = [item for item, _ in sorted(dated, key=lambda one: one[1].sort_key[:2])]
    return [*in_order, *(item for item, _ in days if item not in in_order)]
