"""Dates: nothing ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.case.dates import PartialDate, is_before
from briefpack.case.fields import value_of
from briefpack.problems import Problem

_PAIRS = (("from_", "to", "to"), ("start", "end", "end"))


def problems(case: Case) -> Iterator[Problem]:
    """Return each item whose end lies before its beginning."""
    for path, item in case.every_item.items():
        for first, last, name in _PAIRS:
            begins, ends = value_of(item, first), value_of(item, last)
            if isinstance(begins, PartialDate) and isinstance(ends, PartialDate) and is_before(ends, begins):
                yield Problem(case.place((*path, name)), "this ends before it starts: correct one of the two dates")
