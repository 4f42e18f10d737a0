"""Exactness: no view says a day, a place or a text more exactly than the case allows (X02).

Select shows it less exactly by itself; this asks the same of what is in a view, by another way, so that a fault there
stops a pack. The allowance is `coarsen` at a value, or a rule of `handling.coarsen` for a regime.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.content import Case, Path
from briefpack.case.dates import PartialDate, Point
from briefpack.case.fields import Item, value_of
from briefpack.case.handling import Coarseness
from briefpack.case.planning import Activity
from briefpack.case.schema import fields_of
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.disclosure.inside import Inside
from briefpack.disclosure.view import Leaf, View
from briefpack.problems import Problem

_MESSAGE = "{audience} would read this more exactly than 'coarsen' allows: tell the maintainers"
_FINENESS: Mapping[str, int] = {"year": 0, "month": 1, "day": 2}


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return each value of a view, and each part of an annotation, that is more exact than its audience may see."""
    for view in audiences.each:
        for path in {*_finer_than_said(case, view), *_finer_than_ruled(case, view)}:
            yield Problem(case.place(path), _MESSAGE.format(audience=view.audience), rule="X02")


def _finer_than_said(case: Case, view: View) -> Iterator[Path]:
    coarse = {path: said.coarsen for path, said in case.annotations.items() if said.coarsen is not None}
    for leaf in view.leaves:
        words = coarse.get(leaf.path)
        if words is not None and (_shows_more(leaf, words) or _tells_more(leaf)):
            yield leaf.path
    for item in view.items:
        if item.about.readings and any(path[:-1] == item.path for path in coarse):
            yield item.path


def _finer_than_ruled(case: Case, view: View) -> Iterator[Path]:
    given, handling = case.every_item, case.content.case.handling
    for rule in (handling.coarsen or ()) if handling else ():
        for shown in view.items:
            if _is_ruled(case, given[shown.path], shown, rule):
                yield from _finer_dates(shown, rule) if rule.dates else ()
                yield from _finer_places(case, shown) if rule.venues else ()


def _is_ruled(case: Case, item: Item, shown: Inside, rule: Coarseness) -> bool:
    """Return whether a rule holds for an item: an activity of its regime, or what is of one or of none that is told."""
    if isinstance(item, Activity):
        return item.confidentiality in rule.confidentiality
    if "activity" not in fields_of(type(item)):
        return False
    activity = case.content.activities.get(value_of(item, "activity") or "")
    return activity is None or "activity" not in shown.fields or activity.confidentiality in rule.confidentiality


def _finer_dates(shown: Inside, rule: Coarseness) -> Iterator[Path]:
    walked = shown.walked()
    yield from (item.path for item in walked.items if item.about.readings)
    for leaf in walked.leaves:
        if isinstance(leaf.value, PartialDate) and (_shows_more(leaf, str(rule.dates)) or _tells_more(leaf)):
            yield leaf.path


def _finer_places(case: Case, shown: Inside) -> Iterator[Path]:
    for item in shown.walked().items:
        places = {name for name, shape in fields_of(item.kind).items() if shape.tells_where}
        if item.about.readings and (places or item is shown):
            yield item.path
        for name in item.fields.keys() & places:
            path = (*item.path, name)
            if case.annotations.get(path, NOTHING_SAID).coarsen is None:
                yield path


def _shows_more(leaf: Leaf, words: str) -> bool:
    """Return whether a leaf is anything but what stands for its exact value.

    A date as coarse as that, or these words.
    """
    if not isinstance(leaf.value, PartialDate):
        return str(leaf) != words
    ends = (leaf.value.start, leaf.value.end)
    return any(_fineness(end) > _FINENESS.get(words, -1) for end in ends)


def _fineness(end: Point) -> int:
    """Return how exact an end of a date is: a part of a year is more so than a year."""
    return _FINENESS[end.precision] + (end.qualifier in ("early", "mid", "late"))


def _tells_more(leaf: Leaf) -> bool:
    return bool(leaf.about.readings or leaf.about.confidence_because)
