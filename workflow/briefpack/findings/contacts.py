"""Contacts: what one track is said to know of the other, and what it was told (C14, C19).

Source: handbook map, section 4 (C14, C19).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from briefpack.case.dates import is_before
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.finding import (
    Finding,
    Found,
    Unchecked,
    Value,
    Vantage,
    is_answered,
    is_exact,
    is_shown,
    lacking,
    missing_ends,
)
from briefpack.stages.coverage.times import Time, one_time, relation, time_of

#: How much officials are said to know, where they must have been told or asked.
_IN_TOUCH = frozenset({"consulted", "endorsed", "requested"})
_AWARENESS = "conception.track_i_relation.awareness"
_WITH_TRACK_I = frozenset({"to_track_i", "from_track_i"})
_INFORMED = _IN_TOUCH | {"informed"}


def awareness(seen: Vantage) -> Iterator[Found]:
    """Return that officials are said to have been consulted or more, while no contact with them is on record.

    So too of one effort or activity. Of a time that the case tells apart, a contact counts unless it certainly
    came after its end. An entry of the log that does not say between whom it was may be such a contact.
    """
    if seen.view.root.conception and not any(is_answered(one.awareness) for one, work in _times(seen) if not work):
        yield lacking(seen, _AWARENESS)
    for one, work in _times(seen):
        if str(one.awareness or "") in _IN_TOUCH:
            yield from _unrecorded(seen, one, work)


def _times(seen: Vantage) -> Iterator[tuple[Node, Node | None]]:
    """Return the relation of the whole, and each time that the whole, an effort or an activity tells apart.

    With it stands the effort or the activity, or None.
    """
    root = seen.view.root
    if root.conception.track_i_relation:
        yield root.conception.track_i_relation, None
    yield from ((one, None) for one in root.conception.track_i_relations)
    for work in (*root.assessment.efforts, *root.planning.activities):
        yield from ((one, work) for one in work.track_i_relations)


def _unrecorded(seen: Vantage, one: Node, work: Node | None) -> Iterator[Found]:
    """Return that no contact with officials is on record for a time of which they are said to know."""
    end = inside(one).fields.get("to")
    contacts = [entry for entry in seen.view.root.implementation.coordination_log if not _is_after(entry.date, end)]
    if any(str(entry.direction or "") in _WITH_TRACK_I for entry in contacts):
        return
    if untold := [entry for entry in contacts if not is_answered(entry.direction)]:
        yield from (Unchecked(entry, ("direction",)) for entry in untold)
        return
    values: dict[str, Value] = {"awareness": one.awareness, **({"to": end} if isinstance(end, Leaf) else {})}
    values |= {"work": work} if work else {}
    yield Finding((one,), values, "low" if seen.is_over else None, form="work" if work else "sentence")


def _is_after(day: Any, end: Any) -> bool:
    """Return whether a contact certainly came after the end of a time, if both are shown."""
    return bool(day and end and is_before(end.value, day.value))


def drift(seen: Vantage) -> Iterator[Found]:
    """Return each change of aim or plan that officials, who know of the work, were not told."""
    for one in seen.view.root.implementation.adaptations:
        told = one.told_track_i
        if told or told.does_not_apply:
            continue
        knew = _awareness_at(seen, one)
        if isinstance(knew, Unchecked):
            yield knew
        elif knew and not is_shown(told):
            yield Unchecked(one, ("told_track_i",))
        elif knew:
            values: dict[str, Value] = {"change": one, "told": told, **knew}
            values |= {name: leaf for name in ("old", "new") if (leaf := getattr(one, name))}
            form = "changed" if is_shown(one.old) and is_shown(one.new) else "sentence"
            # A view may lack the end of a time, or a later one.
            is_open = "from" in knew and "to" not in knew
            yield Finding((one,), values, form=form, basis="absence" if is_open else None)


def _lasting(one: Node, every: Iterable[Node]) -> Time | None:
    """Return a time that the case tells apart; without an end it goes on, unless another may have begun since."""
    begins, ends = getattr(one, "from"), one.to
    later = (getattr(each, "from") for each in every if each != one)
    is_last = begins and all(each and is_before(each.value, begins.value) for each in later)
    time = time_of(begins, ends)
    if time is None or ends or not is_last:
        return time
    return Time(time.begins, (date.max, date.max))


def _untold(one: Node, change: Node) -> Unchecked:
    """Return which is not dated well enough to tell whether a change fell within a time: the change, or that time."""
    if not (change.date and is_exact(change.date)):
        return Unchecked(change, ("date",))
    return Unchecked(one, missing_ends(one))


def _awareness_at(seen: Vantage, change: Node) -> dict[str, Value] | Unchecked:
    """Return what says that officials knew of the work when it changed: the relation as a whole, or at a time."""
    conception = seen.view.root.conception
    if str(conception.track_i_relation.awareness or "") in _INFORMED:
        return {"awareness": conception.track_i_relation.awareness}
    if not any(is_answered(one.awareness) for one, work in _times(seen) if not work):
        return lacking(seen, _AWARENESS)
    times = [one for one in conception.track_i_relations if str(one.awareness or "") in _INFORMED]
    for one in times:
        begins, ends = getattr(one, "from"), one.to
        how = relation(one_time(change.date), _lasting(one, conception.track_i_relations))
        if how == "together":
            dates = {"from": begins, "to": ends, "date": change.date}
            return {"awareness": one.awareness, **{name: leaf for name, leaf in dates.items() if leaf}}
        if how == "untold":
            return _untold(one, change)
    return {}
