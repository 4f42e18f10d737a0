"""Counts: two packs, or two versions of one, laid side by side do not give back a number that either withholds.

Source: handbook map, section 4 (X05) and 3 (small cells, differences between two published versions). Covered are the
numbers of people of activities that stand in packs as the base templates write them; numbers in free text are not, nor
more than two versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefpack.case.content import Case, Path
from briefpack.case.disclosure import smallest_count
from briefpack.case.view import Node, View
from briefpack.case.wording import Catalogue
from briefpack.handbook import Audience
from briefpack.problems import Problem

_PACKS = (
    "X05: the two packs together give a number of people below {smallest}: open this to both readers, or to neither"
)
_VERSIONS = (
    "X05: this differs from the last released pack by fewer than {smallest} people, which tells who joined or left: "
    "keep the number, or withhold it"
)


def between_packs(case: Case, views: Mapping[Audience, View]) -> Iterator[Problem]:
    """Give each total that one pack shows and the parts of which the other does, but for a few people."""
    smallest = smallest_count(case.content)
    listed = [list(view.root.planning.activities) for view in views.values()]
    for path in sorted({one._path for activities in listed for one in activities}, key=str):
        people = [one.participants for activities in listed for one in activities if one._path == path]
        totals = {one.count.value for one in people if one.count}
        parts = {_key(party): leaf.value for one in people for party, leaf in one.per_party}
        if parts and any(0 < abs(total - sum(parts.values())) < smallest for total in totals):
            place = case.place((*path, "participants", "count"))
            yield Problem(place, _PACKS.format(smallest=smallest))


def between_versions(case: Case, view: View, catalogue: Catalogue, released: str) -> Iterator[Problem]:
    """Give each number of people that stood in the last released Markdown of the same reader and moved by a few."""
    smallest = smallest_count(case.content)
    for activity in view.root.planning.activities:
        before = _about(str(activity.title), released)
        for path, key, words, number in _numbers(activity):
            if _stands(catalogue, before, key, words, number):
                continue
            near = [number + step for step in range(1 - smallest, smallest) if step and number + step >= 0]
            if any(_stands(catalogue, before, key, words, other) for other in near):
                yield Problem(case.place(path), _VERSIONS.format(smallest=smallest))


def _numbers(activity: Node) -> Iterator[tuple[Path, str, dict[str, str], int]]:
    """Give each number of people of an activity with its place and the key and words of its wording."""
    people, path = activity.participants, (*activity._path, "participants")
    if people.count:
        yield (*path, "count"), "planning.count", {}, people.count.value
    for party, leaf in people.per_party:
        yield (*path, "per_party", _key(party)), "planning.per_party", {"party": str(party.name)}, leaf.value


def _stands(catalogue: Catalogue, text: str, key: str, words: Mapping[str, str], number: int) -> bool:
    worded = catalogue.say(key, **words, count=number)
    return re.search(rf"(?<!\w){re.escape(worded)}(?!\w)", text) is not None


def _about(title: str, markdown: str) -> str:
    """Give what a pack says of an activity: the rows that begin with its title, and what stands under it."""
    plain = re.sub(r"\\([^\w\s])", r"\1", markdown)
    rows = [line for line in plain.splitlines() if line.startswith(f"| {title}")]
    below = re.findall(rf"(?ms)^### {re.escape(title)}$(.*?)(?=^#|\Z)", plain)
    return "\n".join([*rows, *below])


def _key(party: Any) -> str:
    return str(party.id)
