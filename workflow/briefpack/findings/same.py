"""Same: one thing that is told with two dates (C24).

Source: what is known of coordination: an ask, a commitment, a follow-up, an entry of the log and the decision wanted at
an engagement that are one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from briefpack.case.content import Path
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.findings.finding import Finding, Found, Unchecked, Vantage
from briefpack.stages.coverage.times import one_time, relation


def two_dates(seen: Vantage) -> Iterator[Found]:
    """Return each two things that are said to be the same, themselves or through others, and differ in their date.

    Things that nothing links are never compared.
    """
    dated = dict(_dated(seen.view))
    same = linked(dated)
    for one, other in combinations(dated, 2):
        (_, first), (_, second) = dated[one], dated[other]
        if other in same[one] and relation(one_time(first), one_time(second)) == "apart":
            values = {"one": called(one), "first": first, "other": called(other), "second": second}
            yield Finding((one, other), values)
    yield from (Unchecked(one, (name,)) for one, (name, date) in dated.items() if len(same[one]) > 1 and not date)


def same_days(view: View) -> Mapping[Path, frozenset[Path]]:
    """Return for the place of each date of a thing that is told more than once those of all of them, its own too."""
    dates = {one: date for one, (_, date) in _dated(view)}
    told = {one: [dates[each].path for each in same if dates[each]] for one, same in linked(dates).items()}
    return {dates[one].path: frozenset(places) for one, places in told.items() if dates[one] and len(places) > 1}


def called(one: Node) -> Node | Leaf:
    """Return what says of a thing what it is: of an engagement its decision, where that is shown."""
    return next((leaf for name, leaf in inside(one).fields.items() if name == "decision"), one)


def _dated(view: View) -> Iterator[tuple[Node, tuple[str, Any]]]:
    """Return each thing that can be the same as another, with the name and the value of its date.

    An engagement has the day of its decision; one that gives none leaves that to the ask that its decision is.
    """
    root = view.root
    asks = (*root.case.front_pages.track_i.asks, *root.case.front_pages.track_ii.needs)
    yield from ((one, ("by", one.by)) for one in asks)
    yield from ((one, ("due", one.due)) for one in (*root.coordination.commitments, *root.evaluation.follow_ups))
    yield from ((one, ("date", one.date)) for one in root.implementation.coordination_log)
    engagements = (*root.engagements.track_i, *root.engagements.track_ii)
    yield from ((one, ("decide_by", one.decide_by)) for one in engagements if one.decide_by)


def linked(items: Iterable[Node]) -> dict[Node, frozenset[Node]]:
    """Return for each thing all that are the same as it, itself among them."""
    same = {one: frozenset({one}) for one in items}
    for one in tuple(same):
        # What it names may have no place in the list, in a view that lacks that.
        if one.same_as in same:
            together = same[one] | same[one.same_as]
            same |= dict.fromkeys(together, together)
    return same
