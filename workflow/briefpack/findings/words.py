"""Words: what is said on one topic by several, to whom, and what it promises (C09, C10, C25).

Source: handbook map, section 4 (C09, C10); the denials of 1993 beside the Oslo channel. Only what has a topic and a
stance is compared: free texts are for people to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefpack.disclosure.view import Node
from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage, inexact, is_shown
from briefpack.findings.speech import Said, said
from briefpack.stages.coverage.times import Relation, one_time, relation, widened

#: Stances that cannot both be taken on one topic.
_AT_ODDS = (frozenset({"supports", "opposes"}), frozenset({"supports", "denies"}))
#: The regimes under which an activity is kept from some.
_HIDDEN = frozenset({"closed_existence_known", "deniable"})


def at_odds(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each two things said on one topic whose stances contradict each other.

    Two messages that were certainly sent more than so many days apart tell of a change. A line stands until it is taken
    back. Where it cannot be told how far apart two messages are, nothing is found.
    """
    every = said(seen.view)
    for one in every:
        if not one.topic or not one.stance:
            yield Unchecked(one.about, ("stance",) if one.topic else ("topic",))
    told = [one for one in every if one.topic and one.stance]
    for one, other in combinations(told, 2):
        if one.topic == other.topic and {str(one.stance), str(other.stance)} in _AT_ODDS:
            yield from _contradiction(one, other, days)


def _contradiction(one: Said, other: Said, days: int) -> Iterator[Found]:
    how = _at_one_time(one, other, days)
    if how == "untold":
        yield from inexact((one.about, "date"), (other.about, "date"))
        return
    values = {"one": one.text, "other": other.text, "first": one.stance, "second": other.stance}
    values |= {"sent": one.date, "then": other.date, "to": one.to, "also_to": other.to, "topic": one.topic}
    if how != "apart":
        shown: dict[str, Value] = {name: value for name, value in values.items() if value}
        yield Finding((one.about, other.about), shown)


def _at_one_time(one: Said, other: Said, days: int) -> Relation:
    """Return whether two things said stand at one time: lines always do, messages if sent within so many days."""
    if {one.kind, other.kind} != {"message"}:
        return "together"
    first = one_time(one.date)
    return relation(first and widened(first, days), one_time(other.date))


def promise(seen: Vantage) -> Iterator[Found]:
    """Return each message that commits somebody: unofficial people cannot promise, nor officials for others."""
    for one in seen.view.root.coordination.messages:
        commits = one.commits
        if is_shown(commits):
            to = {"audience": one.audience} if one.audience else {}
            yield Finding((one,), {"message": one, "commits": commits, **to})


def denial(seen: Vantage) -> Iterator[Found]:
    """Return each denial on a topic on which hidden work bears."""
    for one in said(seen.view):
        for activity in seen.view.root.planning.activities if one.stance == "denies" and one.topic else ():
            yield from _bears_on(one, activity)


def _bears_on(one: Said, activity: Node) -> Iterator[Found]:
    topics, regime = tuple(each for each in activity.topics if each == one.topic), activity.confidentiality
    if topics and not regime:
        yield Unchecked(activity, ("confidentiality",))
    elif topics and one.stance and str(regime) in _HIDDEN:
        values: dict[str, Value] = {"said": one.text, "activity": activity, "stance": one.stance}
        yield Finding((one.about, activity), {**values, "topics": topics, "confidentiality": regime}, is_urgent=True)
