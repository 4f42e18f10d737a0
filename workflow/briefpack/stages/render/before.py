"""Before: what is to be done before a session of convenors, as far as a view shows it.

An ask, a promise or a follow-up belongs to the first session ahead that is not before the day on which it is due, so
that it stands in one brief. One that is late belongs to the next session.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a day, beside fields called date
from typing import Any, cast

from briefpack.case.dates import is_before
from briefpack.disclosure.inside import inside
from briefpack.disclosure.questions import is_held
from briefpack.disclosure.view import Leaf, Node, View

#: States in which nothing is left to do.
_SETTLED = frozenset({"done", "dropped", "kept"})


@dataclass(frozen=True)
class Task:
    """Something that is to be done: the item that says what, who is to do it, and by which day, as far as shown."""

    item: Node
    who: Any
    by: Leaf


@dataclass(frozen=True)
class Before:
    """What is due before a session: tasks in the order of their days, and whether no session is held before it."""

    tasks: tuple[Task, ...] = ()
    is_next: bool = False


def before(view: View, session: Node | None) -> Before:
    """Return what is due before a session of convenors; nothing before one that was held, or that has no day."""
    if session is None or session not in view.root.engagements.track_ii or is_held(view, inside(session)):
        return Before()
    day = session.date
    if not day:
        return Before()
    earlier = [one.date.value.end.last for one in view.root.engagements.track_ii if _is_earlier(view, one, day)]
    last = max(earlier, default=None)
    due = [task for task in _open(view) if _last(task) <= day.value.end.last and (not last or _last(task) > last)]
    in_order = sorted(_told_once(due), key=lambda task: task.by.value.sort_key[:2])
    return Before(tuple(in_order), is_next=last is None)


def _last(task: Task) -> Day:
    return cast("Day", task.by.value.end.last)


def _is_earlier(view: View, one: Node, day: Leaf) -> bool:
    """Return whether a session is still ahead, and certainly before that of a day."""
    return bool(one.date) and not is_held(view, inside(one)) and is_before(one.date.value, day.value)


def _open(view: View) -> Iterator[Task]:
    """Return what is left to do, as far as a day is shown; of promises those of convenors."""
    root = view.root
    asked = [Task(one, one.of, one.by) for one in root.case.front_pages.track_ii.needs]
    promised = [Task(one, None, one.due) for one in root.coordination.commitments if _says(one, "by") == "track_ii"]
    agreed = [Task(one, one.responsible, one.due) for one in root.evaluation.follow_ups]
    yield from (task for task in (*asked, *promised, *agreed) if task.by and _says(task.item, "state") not in _SETTLED)


def _says(item: Node, field: str) -> str:
    """Return what an item says in a field, or nothing."""
    return str(inside(item).fields.get(field, ""))


def _told_once(due: list[Task]) -> Iterator[Task]:
    """Return tasks without those that are the same thing as an earlier one."""
    told: list[Node] = []
    for task in due:
        if task.item.same_as not in told and not any(one.same_as == task.item for one in told if one.same_as):
            told.append(task.item)
            yield task
