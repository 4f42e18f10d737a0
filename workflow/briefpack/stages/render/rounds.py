"""Rounds: which rounds of the official talks the timeline of a view shows, so that a pack need not list them again."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.dates import PartialDate
from briefpack.disclosure.bearing import said_of
from briefpack.disclosure.view import About, Leaf, Node, View


def beside_timeline(view: View) -> tuple[Node, ...]:
    """Return the rounds that no event of the timeline shows with all that is said of their days."""
    events = [event for event in view.root.case.timeline if event.track == "i"]
    rounds = view.root.coordination.track_i_rounds
    return tuple(one for one in rounds if not any(_shows(event, one) for event in events))


def _shows(event: Node, one: Node) -> bool:
    """Return whether an event of track I has the first or the last day of a round, no day outside it, and its readings.

    What a timeline has no room for stands below it by the date of the event: other readings, and how sure a thing is.
    """
    begin, end = getattr(one, "from") or one.to, one.to or getattr(one, "from")
    return (
        bool(begin) and _is_day_of(event.date.value, begin, end) and _more(one, begin, end) <= _more(event, event.date)
    )


def _is_day_of(date: PartialDate, begin: Leaf, end: Leaf) -> bool:
    if date.is_qualified or begin.value.is_qualified or end.value.is_qualified:
        return False
    (first, last), start, finish = date.drawn, begin.value.drawn[0], end.value.drawn[1]
    return bool(start <= first and last <= finish and (first == start or last == finish))


def _more(item: Node, *dates: Leaf) -> set[str]:
    """Return what is said of an item and its dates beside their sources."""
    return {said for about in _abouts(item, dates) for said in _said(about)}


def _abouts(item: Node, dates: tuple[Leaf, ...]) -> Iterator[About]:
    yield from said_of(item, item)
    for date in dates:
        yield from said_of(date)


def _said(about: About) -> Iterator[str]:
    yield from (str(one.value) for one in about.readings)
    yield from filter(None, (about.likelihood, about.confidence_because))
