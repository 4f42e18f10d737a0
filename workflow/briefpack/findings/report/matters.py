"""Matters: findings as the report prints them, with what is to be done and by when.

What one rule finds several times, and what asks for the same, is one matter that lists them. But what may be said to a
side, or is its own to do, stands alone: what it is listed with would depend on what that side does not see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import get_args

from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Leaf, Node
from briefpack.disclosure.views import Views
from briefpack.findings.report.days import ENDS, days_to_come
from briefpack.findings.report.resting import Resting
from briefpack.findings.telling import Told
from briefpack.handbook import Audience
from briefpack.house.rule_changes import Severity
from briefpack.stages.coverage.times import one_time
from briefpack.text.escaping import escaped

#: The most findings that are told together: more would leave no room beside them.
_MOST_ALIKE = 8


@dataclass(frozen=True)
class Matter(Resting):
    """A finding as the report prints it, in Markdown; what may not be said to a side is empty.

    `before` is the first day to come among the dates of what the finding is about; it is None for what `is_urgent`,
    which is to be settled at once. `changed` says what the organisation changes of its rule, and why; it is empty
    where it changes nothing. `items` bear the finding out. Where `of` is a side, all but what may be said to the other
    is made from that side's own view: the day and the order, too; what the view of both tells beyond that `is_more`.
    `likewise` are the sentences of other findings that ask for the same. In a case that is over nothing `is_past`: all
    is.
    """

    told_by = "sentence"

    sentence: str
    severity: Severity
    owner: str
    remedy: str
    to_track_i: str
    to_track_ii: str
    before: Leaf | None
    changed: str
    items: tuple[Node | Leaf, ...]
    is_urgent: bool = False
    is_past: bool = False
    of: Audience | None = None
    is_more: bool = False
    likewise: tuple[str, ...] = ()


def matters(findings: Iterable[Told], views: Views) -> tuple[Matter, ...]:
    """Return findings as they are printed, what asks for the same together, the most urgent first."""
    groups: dict[object, list[Matter]] = defaultdict(list)
    for one in findings:
        groups[_task(one)].append(matter_of(one, views))
    ranked = (sorted(alike, key=_urgency) for alike in groups.values())
    parts = (part for alike in ranked for part in _parted(alike))
    return tuple(sorted(map(_together, parts), key=_urgency))


def _parted(alike: Sequence[Matter]) -> Iterator[Sequence[Matter]]:
    """Return findings that ask for the same in parts as even as can be."""
    number = ceil(len(alike) / _MOST_ALIKE)
    yield from (alike[len(alike) * at // number : len(alike) * (at + 1) // number] for at in range(number))


def _task(told: Told) -> object:
    """Return what findings have in common that are told together; for one that stands alone itself."""
    if told.of or told.is_more or any(told.said.values()):
        return told.key, told.is_more
    return told.rule, told.severity, told.owner, told.remedy, told.is_urgent, told.is_past


def _together(alike: Sequence[Matter]) -> Matter:
    """Return findings that ask for the same as one: the most urgent, with the sentences of the others."""
    first, *others = alike
    items = dict.fromkeys(item for one in (first, *others) for item in one.items)
    return replace(
        first,
        items=tuple(items),
        rests_on=tuple(dict.fromkeys(place for one in alike for place in one.rests_on)),
        likewise=tuple(dict.fromkeys(one.sentence for one in others if one.sentence != first.sentence)),
    )


def matter_of(told: Told, views: Views) -> Matter:
    """Return one finding as it is printed."""
    return Matter(
        escaped(told.sentence),
        told.severity,
        escaped(told.owner),
        escaped(told.remedy),
        to_track_i=escaped(told.said.get("track-i") or ""),
        to_track_ii=escaped(told.said.get("track-ii") or ""),
        before=None if told.is_past or told.is_urgent else _first_to_come(told, views),
        changed=escaped(told.changed),
        items=told.items,
        is_urgent=told.is_urgent,
        is_past=told.is_past and not is_over(views.of(told.of or "coordinator")),
        of=told.of,
        is_more=told.is_more,
        rests_on=told.places,
    )


def _urgency(one: Matter) -> tuple[bool, bool, int, bool, object]:
    """Return what sorts findings: what is to be done at once, what else needs an act, and what is past last.

    Of these the gravest first, and of these the one with the earliest day.
    """
    day = one.before.value.sort_key if one.before else ()
    return one.is_past, not one.is_urgent, get_args(Severity).index(one.severity), not one.before, day


def _first_to_come(told: Told, views: Views) -> Leaf | None:
    """Return the first date certainly still to come of those that a finding rests on, or of the items it is about.

    What a side owns has its day from that side's own view. The end of what should not run, or not as it does, is no day
    to act by.
    """
    view = views.of(told.of or "coordinator")
    today, places = one_time(view.root.case.date_of_information), [one for one in told.places if len(one) > 1]
    rests_on = (one for one in told.dates if today and one.value.start.first > today.ends[1])
    to_come = [one for one in (*rests_on, *days_to_come(view, places)) if one.path[-1] not in ENDS]
    return min(to_come, key=lambda one: one.value.sort_key, default=None)
