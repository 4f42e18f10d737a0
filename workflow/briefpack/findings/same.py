"""Same: one thing that is told with two dates (C24).

Source: what is known of coordination: an ask, a commitment, a follow-up and an entry of the log that are one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from briefpack.disclosure.view import Node
from briefpack.findings.finding import Finding, Found, Unchecked, Vantage
from briefpack.stages.coverage.times import one_time, relation


def two_dates(seen: Vantage) -> Iterator[Found]:
    """Return each two things that are said to be the same, themselves or through others, and differ in their date.

    Things that nothing links are never compared.
    """
    dated = dict(_dated(seen))
    same = linked(dated)
    for one, other in combinations(dated, 2):
        (_, first), (_, second) = dated[one], dated[other]
        if other in same[one] and relation(one_time(first), one_time(second)) == "apart":
            yield Finding((one, other), {"one": one, "first": first, "other": other, "second": second})
    yield from (Unchecked(one, (name,)) for one, (name, date) in dated.items() if len(same[one]) > 1 and not date)


def _dated(seen: Vantage) -> Iterator[tuple[Node, tuple[str, Any]]]:
    """Return each thing that can be the same as another, with the name and the value of its date."""
    root = seen.view.root
    asks = (*root.case.front_pages.track_i.asks, *root.case.front_pages.track_ii.needs)
    yield from ((one, ("by", one.by)) for one in asks)
    yield from ((one, ("due", one.due)) for one in (*root.coordination.commitments, *root.evaluation.follow_ups))
    yield from ((one, ("date", one.date)) for one in root.implementation.coordination_log)


def linked(items: Iterable[Node]) -> dict[Node, frozenset[Node]]:
    """Return for each thing all that are the same as it, itself among them."""
    same = {one: frozenset({one}) for one in items}
    for one in tuple(same):
        # What it names may have no place in the list, in a view that lacks that.
        if one.same_as in same:
            together = same[one] | same[one.same_as]
            same |= dict.fromkeys(together, together)
    return same
