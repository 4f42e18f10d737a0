"""Happenings: the rounds, meetings and work of a view that have a time, as the picture of where the tracks stand needs.

A meeting stands with its track, so one of which the track is not shown stands nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from briefpack.case.dates import PartialDate
from briefpack.disclosure.inside import inside, name_of
from briefpack.disclosure.view import Node, View
from briefpack.house.wording import Catalogue
from briefpack.pictures.schedule import Stretch
from briefpack.pictures.standing import Course, Happening
from briefpack.stages.draw.saying import track_of
from briefpack.stages.draw.timing import ends_of, time_between, window_of


def official(view: View, catalogue: Catalogue) -> Iterator[Happening]:
    """Return the rounds of the official talks, the next one, and the meetings of officials."""
    rounds = [ends_of(one) for one in view.root.coordination.track_i_rounds]
    for one, (start, end) in zip(view.root.coordination.track_i_rounds, rounds, strict=True):
        if time := time_between(start, end):
            yield Happening("round", name_of(one), catalogue.interval(start, end), time)
    following = view.root.assessment.track_i.next_round
    if following and not any(start and start.text == following.value.text for start, _ in rounds):
        yield _on("round", catalogue.say("pictures.round_to_come"), following.value, catalogue)
    yield from _meetings(view, "i", catalogue)


def unofficial(view: View, catalogue: Catalogue) -> Iterator[Happening]:
    """Return the meetings on tracks other than that of the official talks."""
    yield from _meetings(view, "ii", catalogue)


def courses(computed: Any, day: PartialDate, catalogue: Catalogue) -> Iterator[Course]:
    """Return the unofficial work under way on a day or planned for later; of a case that is over, all that has a time.

    Work of which neither is shown is left out: nothing tells whether it goes on.
    """
    role = computed.role
    works = role.works if catalogue.is_past else [one for one in role.works if one not in role.ended]
    for one in works:
        start, end = ends_of(one) if _is_effort(one) else window_of(one)
        is_active = _is_effort(one) and str(one.state or "") == "active" and not catalogue.is_past
        time = _until_now(time_between(start, end), day) if is_active and not end else time_between(start, end)
        if is_active or (time and (catalogue.is_past or _is_going(time, day) or time.first > day.drawn[1])):
            yield Course(name_of(one), catalogue.interval(start, end), time)


def _is_effort(work: Node) -> bool:
    return inside(work).kind.collection == "effort"


def _until_now(time: Stretch | None, day: PartialDate) -> Stretch | None:
    """Return the time of active work without a known end: it goes on until the day at least."""
    today = day.drawn[1]
    return replace(time, last=max(time.last, today), sure_to=max(time.sure_to, today)) if time else None


def _is_going(time: Stretch, day: PartialDate) -> bool:
    """Return whether work may be under way on a day."""
    return time.first <= day.drawn[1] <= time.last


def _meetings(view: View, track: str, catalogue: Catalogue) -> Iterator[Happening]:
    """Return the sessions of activities on the track of the officials or on others, and what this reader attends."""
    for one in view.root.implementation.sessions:
        own = track_of(one.activity) if one.activity else ""
        if one.date and own and (own == "i") == (track == "i"):
            yield _on("meeting", _session(one, catalogue), one.date.value, catalogue)
    for one in view.root.engagements.track_i if track == "i" else view.root.engagements.track_ii:
        if one.date:
            yield _on("meeting", name_of(one), one.date.value, catalogue)


def _session(one: Node, catalogue: Catalogue) -> str:
    """Return the name of a session: of its activity, and its own if it has one."""
    activity, title = name_of(one), str(one.title or "")
    return catalogue.say("pictures.session", activity=activity, title=title) if title else activity


def _on(kind: Literal["round", "meeting"], name: str, date: PartialDate, catalogue: Catalogue) -> Happening:
    (first, sure_from), (sure_to, last) = date.start.drawn, date.end.drawn
    return Happening(kind, name, catalogue.date(date), Stretch(first, max(last, sure_from), sure_from, sure_to))
