"""Counts: two packs side by side do not reveal a number that either of them withholds.

Source: handbook map, section 4 (X05) and 3 (small cells). Numbers in free text are not covered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefpack.case.amounts import Amount, least, most, stated
from briefpack.case.content import Case, Path
from briefpack.case.planning import Participants
from briefpack.case.schema import fields_of
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.absent import Absent
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.disclosure.inside import inside
from briefpack.disclosure.rules import smallest_count
from briefpack.disclosure.view import Leaf, Node
from briefpack.problems import Problem

_PACKS = "the two packs together give a number of people below {smallest}: open this to both readers, or to neither"

_UNTOLD = (
    "this other reading of a number of people reaches no reader, because it is too small, or because a total "
    "stands beside the parts that it counts: remove it"
)


def between_packs(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return each number of people in one pack that, with those of the other pack, reveals a number too small."""
    smallest = smallest_count(case.content)
    told: dict[Path, list[Any]] = {}
    for activity in (one for view in audiences.each for one in view.root.planning.activities):
        told.setdefault(inside(activity).path, []).append(activity.participants)
    for path in sorted(told, key=str):
        for few in _too_few(told[path], len(_given(case, path)), path, smallest):
            yield Problem(case.place(few), _PACKS.format(smallest=smallest), rule="X05")


def _too_few(people: Sequence[Any], given: int, path: Path, smallest: int) -> Iterator[Path]:
    """Return the places of the numbers that leave too few of the people of one activity, as its packs tell of them.

    `given` is how many parts the case gives, whoever is shown them.
    """
    totals: set[Amount] = {amount for one in people if one.count for amount in _told(one.count)}
    parts = {_key(party): leaf.value for one in people for party, leaf in one.per_party}
    total_of_parts = sum(map(stated, parts.values()))
    if parts and any(0 < abs(stated(total) - total_of_parts) < smallest for total in totals):
        yield (*path, "participants", "count")
    whole = totals | ({total_of_parts} if parts and len(parts) == given else set())
    for share in (leaf for one in people for leaf in _shares(one)):
        if any(_leaves_few(total, amount, smallest) for total in whole for amount in _told(share)):
            yield share.path


def untold(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return a warning for each number of people that is shown while no audience is told its other readings."""
    shown = [leaf for view in audiences.each for leaf in view.leaves if leaf.shape.of_people]
    told = {leaf.path for leaf in shown if leaf.about.readings}
    for path in {leaf.path for leaf in shown} - told:
        if case.annotations.get(path, NOTHING_SAID).other_readings:
            yield Problem(case.place(path), _UNTOLD, "warning")


def _told(leaf: Leaf) -> list[Amount]:
    return [leaf.value, *(one.value.value for one in leaf.about.readings if isinstance(one.value, Leaf))]


def _leaves_few(total: Amount, share: Amount, smallest: int) -> bool:
    """Return whether a number of some of those counted may leave too few others."""
    return most(total) >= least(share) and least(total) - most(share) < smallest


def _given(case: Case, path: Path) -> Mapping[str, Amount]:
    """Return all the parts of an activity's people, whoever is shown them."""
    listed = (case.content.planning.activities if case.content.planning else None) or ()
    participants = listed[int(path[-1])].participants
    return (participants.per_party if participants else None) or {}


def _shares(people: Node | Absent) -> Iterator[Leaf]:
    """Return the numbers of some of those counted, such as the women among them."""
    for shape in fields_of(Participants).values():
        share = getattr(people, shape.name) if shape.shown_with else None
        if isinstance(share, Node):
            item = inside(share)
            of_people = {name for name, inner in fields_of(item.kind).items() if inner.of_people}
            yield from (leaf for name, leaf in item.fields.items() if name in of_people)


def _key(party: Any) -> str:
    return str(party.id)
