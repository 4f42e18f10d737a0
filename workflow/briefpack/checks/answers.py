"""Answers: 'does not apply' stands alone, and the dates of a case agree on whether it is over."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import ABOUT, Case
from briefpack.case.coordination import Round
from briefpack.case.dates import is_before
from briefpack.case.fields import Annotation, Item
from briefpack.case.schema import fields_of
from briefpack.problems import Problem

_TWICE = "'does_not_apply' takes the place of a value: delete it, or delete '{other}'"
#: What can be said of a value alone.
_OF_VALUES = ("none_because", "coarsen", "other_readings")
_NOT_YET = "'over' names a date after the case's date_of_information: correct one of the two dates"
_OPEN = (
    "the case is over, but this round has no 'to', so packs take it for open: write its last day as 'to' (for a "
    "round of one day, the day of 'from')"
)
_PAST = "this lies before the date_of_information: if the case is over, say so once, with 'over: {since: ...}'"


def problems(case: Case) -> Iterator[Problem]:
    """Return each double answer, an `over` in the future, and a past end of a case that is not marked as over."""
    given = {(*path, name) for path, item in case.every_item.items() for name in _given(item)}
    for path, said in case.annotations.items():
        other = _beside(said, is_given=path in given or isinstance(path[-1], int))
        if said.does_not_apply and other:
            yield Problem(case.place((*path, ABOUT, "does_not_apply")), _TWICE.format(other=other))
    yield from _ends(case)
    yield from _open_rounds(case)


def _given(item: Item) -> Iterator[str]:
    shapes = fields_of(type(item)).values()
    return (shape.name for shape in shapes if getattr(item, shape.attribute) is not None)


def _beside(said: Annotation, *, is_given: bool) -> str | None:
    """Return what stands beside an answer that there is no value, or nothing."""
    return "value" if is_given else next((name for name in _OF_VALUES if getattr(said, name)), None)


def _ends(case: Case) -> Iterator[Problem]:
    content = case.content.case
    today, over, period = content.date_of_information, content.over, content.period
    if over and is_before(today, over.since):
        yield Problem(case.place(("case", "over", "since")), _NOT_YET)
    if not over and period and is_before(period.to, today):
        yield Problem(case.place(("case", "period", "to")), _PAST, "warning")


def _open_rounds(case: Case) -> Iterator[Problem]:
    """Return a warning at each round without an end, where the case is over and so no round goes on."""
    if case.content.case.over:
        for path, item in case.every_item.items():
            if isinstance(item, Round) and item.from_ and not item.to and (*path, "to") not in case.annotations:
                yield Problem(case.place(path), _OPEN, "warning")
