"""Dates: the date in a field of a view, for words that are made of two of them."""

from __future__ import annotations

from typing import Any

from briefpack.case.dates import PartialDate
from briefpack.disclosure.absent import Absent
from briefpack.disclosure.view import Leaf
from briefpack.problems import TemplateMistake


def date_in(leaf: Any) -> PartialDate | None:
    """Return the date in a field, or None if it is absent; raise TemplateMistake for anything else."""
    if isinstance(leaf, Absent) or leaf is None:
        return None
    if not isinstance(leaf, Leaf) or not isinstance(leaf.value, PartialDate):
        raise TemplateMistake("this takes two dates of the case, as in interval(round.from, round.to)")
    return leaf.value
