"""Words: what is said on one topic by several, to whom, and what it promises (C09, C10, C25).

Source: handbook map, section 4 (C09, C10); the denials of 1993 beside the Oslo channel. Only what has a topic and a
stance is compared: free texts are for people to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefpack.case.coordination import Message
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node
from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage, is_shown
from briefpack.stages.coverage.times import Relation, one_time, relation, widened

#: Stances that cannot both be taken on one topic.
_AT_ODDS = (frozenset({"supports", "opposes"}), frozenset({"supports", "denies"}))
#: The regimes under which an activity is kept from some.
_HIDDEN = frozenset({"closed_existence_known", "deniable"})


def at_odds(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each two things said on one topic whose stances contradict each other.

    Two messages that were certainly sent more than so many days apart tell of a change. A public line stands until it
    is taken back. A date that a view does not show may be far away: then the finding is the team's alone.
    """
    for one in _said(seen):
        if not one.topic or not one.stance:
            yield Unchecked(one, ("stance",) if one.topic else ("topic",))
    told = [one for one in _said(seen) if one.topic and one.stance]
    for one, other in combinations(told, 2):
        if str(one.topic) == str(other.topic) and {str(one.stance), str(other.stance)} in _AT_ODDS:
            how = _at_one_time(one, other, days)
            values: dict[str, Value] = {"one": one, "other": other, "first": one.stance, "second": other.stance}
            values |= {name: node.date for name, node in (("sent", one), ("then", other)) if _is_dated(node)}
            if how != "apart":
                yield Finding((one, other), values, basis="absence" if how == "untold" else None)


def _at_one_time(one: Node, other: Node, days: int) -> Relation:
    """Return whether two things said stand at one time: lines always do, messages if sent within so many days."""
    if not (inside(one).kind is Message and inside(other).kind is Message):
        return "together"
    times = [one_time(node.date) for node in (one, other)]
    return relation(times[0] and widened(times[0], days), times[1])


def _is_dated(said: Node) -> bool:
    return "date" in inside(said).fields


def promise(seen: Vantage) -> Iterator[Found]:
    """Return each message that commits somebody: unofficial people cannot promise, nor officials for others."""
    for one in seen.view.root.coordination.messages:
        commits = one.commits
        if is_shown(commits):
            yield Finding((one,), {"message": one, "commits": commits})


def denial(seen: Vantage) -> Iterator[Found]:
    """Return each denial on a topic on which hidden work bears."""
    for one in _said(seen):
        for activity in seen.view.root.planning.activities if str(one.stance or "") == "denies" and one.topic else ():
            topics = [str(topic) for topic in activity.topics]
            if str(one.topic) in topics and str(activity.confidentiality or "") in _HIDDEN:
                yield Finding((one, activity), {"said": one, "activity": activity, "stance": one.stance})
            elif str(one.topic) in topics and not activity.confidentiality:
                yield Unchecked(activity, ("confidentiality",))


def _said(seen: Vantage) -> list[Node]:
    coordination = seen.view.root.coordination
    return [*coordination.messages, *coordination.public_lines]
