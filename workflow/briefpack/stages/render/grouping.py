"""Grouping: items of a case by the value of one of their fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, pass_environment

from briefpack.disclosure.view import Node


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
