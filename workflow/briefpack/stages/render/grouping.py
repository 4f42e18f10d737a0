"""Grouping: items of a case by what one of their fields says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, pass_environment

from briefpack.disclosure.view import Node


@pass_environment
def grouped(environment: Environment, items: Iterable[Node], name: str) -> list[tuple[Any, list[Node]]]:
    """Return items by the value of one of their fields, in the order in which the values come; absent ones together."""
    groups: dict[str, tuple[Any, list[Node]]] = {}
    for item in items:
        value = environment.getattr(item, name)
        groups.setdefault(str(value) if value else "", (value, []))[1].append(item)
    return list(groups.values())
