"""Topics: the words of each topic stand once, and for a topic that something of the case is on."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.problems import Problem
from briefpack.text.near_miss import near_miss

_AGAIN = "this topic has words above: keep one entry"
_IDLE = "nothing in this case is on this topic{hint}: delete the entry, or give its id to what is on it"


def problems(case: Case) -> Iterator[Problem]:
    """Return an error at a topic that has words twice, and in a whole case a warning at one that nothing is on."""
    listed = case.content.case.topics or ()
    named = set(_named(case)) if listed else set()
    met: set[str] = set()
    for position, topic in enumerate(listed):
        place = case.place(("case", "topics", position, "id"))
        if topic.id in met:
            yield Problem(place, _AGAIN)
        elif case.is_whole and topic.id not in named:
            yield Problem(place, _IDLE.format(hint=near_miss(topic.id, named)), "warning")
        met.add(topic.id)


def _named(case: Case) -> Iterator[str]:
    for found in case.every_value:
        if found.shape.is_topic:
            yield from found.value if isinstance(found.value, tuple) else (found.value,)
