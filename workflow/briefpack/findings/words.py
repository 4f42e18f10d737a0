"""Words: what is said on one topic by several, to whom, and what it promises (C09, C10, C25).

Source: handbook map, section 4 (C09, C10); the denials of 1993 beside the Oslo channel. Only what has a topic and a
stance is compared: free texts are for people to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefpack.disclosure.view import Node
from briefpack.findings.finding import Finding, Found, Unchecked, Vantage, is_shown

#: Stances that cannot both be taken on one topic.
_AT_ODDS = (frozenset({"supports", "opposes"}), frozenset({"supports", "denies"}))
#: The regimes under which an activity is kept from some.
_HIDDEN = frozenset({"closed_existence_known", "deniable"})


def at_odds(seen: Vantage, days: int) -> Iterator[Found]:  # noqa: ARG001 - as the others are called
    """Return each two things said on one topic whose stances contradict each other."""
    for one in _said(seen):
        if not one.topic or not one.stance:
            yield Unchecked(one, ("stance",) if one.topic else ("topic",))
    told = [one for one in _said(seen) if one.topic and one.stance]
    for one, other in combinations(told, 2):
        if str(one.topic) == str(other.topic) and {str(one.stance), str(other.stance)} in _AT_ODDS:
            stances = {"first": one.stance, "second": other.stance}
            yield Finding((one, other), {"one": one, "other": other, **stances})


def promise(seen: Vantage, days: int) -> Iterator[Found]:  # noqa: ARG001 - as the others are called
    """Return each message that commits somebody: unofficial people cannot promise, nor officials for others."""
    for one in seen.view.root.coordination.messages:
        commits = one.commits
        if is_shown(commits):
            yield Finding((one,), {"message": one, "commits": commits})


def denial(seen: Vantage, days: int) -> Iterator[Found]:  # noqa: ARG001 - as the others are called
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
