"""Kept: whether a finding speaks of a topic that the mandate of the coordination keeps from a side.

The mandate is the team's. What it keeps is taken away from what may be said, and nothing is put in its place: nothing
is what may be said of most findings, so silence tells of none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.findings import Judged
from briefpack.findings.in_print import flat
from briefpack.handbook import yaml_word


def is_kept(one: Judged, view: View, mandate: Any) -> bool:
    """Return whether a finding of a side's own view is about a topic of which the mandate tells this side nothing.

    That the mandate was broken (C30) a side may be told where the author shows it what the mandate keeps from it.
    """
    side = f"to_{yaml_word(view.audience)}"
    topics = set(_topics(one))
    is_its_own = one.rule == "C30" and bool(getattr(view.root.coordination.mandate, side).may_not)
    return not is_its_own and any(str(topic) in topics for topic in getattr(mandate, side).may_not)


def _topics(one: Judged) -> Iterator[str]:
    """Return the topics of all that a finding is about, or names."""
    values = (each for value in one.finding.values.values() for each in flat(value))
    for each in (*one.finding.about, *values):
        if isinstance(each, Leaf) and each.shape.is_topic:
            yield str(each)
        elif isinstance(each, Node):
            yield from _topics_of(each)
            media = inside(each).fields.get("media")
            yield from _topics_of(media) if isinstance(media, Node) else ()


def _topics_of(item: Node) -> Iterator[str]:
    leaves = (leaf for value in inside(item).fields.values() for leaf in flat(value) if isinstance(leaf, Leaf))
    yield from (str(leaf) for leaf in leaves if leaf.shape.is_topic)
