"""Gaps: which gaps are covered, as far as a view shows party, level and time.

A gap names efforts that cover it, and an activity can say that it addresses a gap. The gap is covered if the view shows
such work with the gap's party, at its level, and at the date of information (at any time in a case that is over). It is
not covered by work that a shown value contradicts. Work with a session ahead goes on until then (`ahead.py`). If a
value is missing for this, it cannot be told. Of an activity only a coarse time may be shown: once that is past, nothing
tells whether more of it is ahead. An effort is judged by its own fields alone, and so is an activity, even
if it is part of an effort.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from briefpack.case.content import Path
from briefpack.disclosure.inside import inside
from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.stages.coverage.ahead import work_time
from briefpack.stages.coverage.times import ends_of, one_time, relation
from briefpack.stages.coverage.works import PartyAtLevel, Standing

Outcome = Literal["covered", "contradicted", "untold", "unnamed"]


@dataclass(frozen=True)
class Cover:
    """Work that is named as covering a gap, and the values that contradict this.

    `kind` is `effort`, if the gap names the work, or `activity`, if the work says that it addresses the gap. `levels`
    and `parties` are others than those of the gap. `state` says that the work has ended or is dormant; `ended` and
    `begins` are dates. Each is empty or None if it contradicts nothing.
    """

    work: Node
    kind: str
    levels: tuple[Leaf, ...] = ()
    parties: tuple[Node, ...] = ()
    state: Leaf | None = None
    ended: Leaf | None = None
    begins: Leaf | None = None


@dataclass(frozen=True)
class CoveredGap:
    """A gap, the outcome of its worst place, the work that decides this, other work named, and the outcome by place."""

    gap: Node
    outcome: Outcome
    covers: tuple[Cover, ...]
    others: tuple[Cover, ...]
    places: tuple[tuple[PartyAtLevel, Outcome], ...]

    def tells(self, name: str) -> Iterator[Path]:
        """Return the paths of the values in the case that the field of this name reveals."""
        if name == "outcome" and self.places:
            named = (one.work for one in (*self.covers, *self.others))
            yield from ((*inside(node).path, field) for node in (self.gap, *named) for field in ("parties", "level"))
        if name in ("covers", "others"):
            yield (*inside(self.gap).path, "covered_by")


def gaps(view: View) -> tuple[CoveredGap, ...]:
    """Return every gap of a view with its outcome."""
    addressing: dict[Node, dict[Node, None]] = defaultdict(dict)
    for activity in view.root.planning.activities:
        for gap in activity.addresses:
            addressing[gap][activity] = None
    return tuple(_gap(view, gap, [*gap.covered_by, *addressing[gap]]) for gap in view.root.assessment.gaps)


def _gap(view: View, gap: Node, named: list[Node]) -> CoveredGap:
    places = tuple(_places(view, gap, named))
    outcomes = {outcome for _, outcome in places} or {"untold" if named else "unnamed"}
    worst: Outcome = next(one for one in ("unnamed", "contradicted", "untold", "covered") if one in outcomes)
    deciding = [place for place, outcome in places if outcome == worst]
    decide = [one for one in named if _outcome([_matches(view, one, place) for place in deciding]) == worst] or named
    covers = [one for one in decide if _whole(one) not in decide]
    # An effort and its activities are one work, which is named once.
    told = {*covers, *map(_whole, covers)}
    others = [one for one in named if one not in told and _whole(one) not in named]
    found = [tuple(_cover(view, one, deciding) for one in some) for some in (covers, others)]
    return CoveredGap(gap, worst, found[0], found[1], places)


def _whole(work: Node) -> Node | None:
    """Return the effort that an activity is part of, or None."""
    return (work.part_of or None) if "part_of" in inside(work).kind.model_fields else None


def _places(view: View, gap: Node, named: list[Node]) -> Iterator[tuple[PartyAtLevel, Outcome]]:
    """Return the outcome for each party at the level of a gap, if both are shown."""
    if gap.level:
        for party in gap.parties:
            place = PartyAtLevel(party, str(gap.level))
            yield place, _outcome([_matches(view, work, place) for work in named])


def _outcome(matches: list[bool | None]) -> Outcome:
    if not matches:
        return "unnamed"
    return "covered" if True in matches else "untold" if None in matches else "contradicted"


def _matches(view: View, work: Node, place: PartyAtLevel) -> bool | None:
    """Return whether a piece of work reaches a place at the time that counts; None if the view does not show it."""
    found = [
        _is_among(place.party, list(work.parties)),
        _is_among(place.level, [str(level) for level in work.level]),
        is_at_work(view, work),
    ]
    return False if False in found else None if None in found else True


def _is_among(one: Any, shown: list[Any]) -> bool | None:
    return (one in shown) if shown else None


def is_at_work(view: View, work: Node) -> bool | None:
    """Return whether a piece of work is under way at the date of information; None if the view does not show it.

    In a case that is over, all work counts as under way.
    """
    if is_over(view):
        return True
    state, today = _state(work), one_time(view.root.case.date_of_information)
    if state in ("ended", "dormant"):
        return False
    when = relation(work_time(view, work), today)
    if when == "untold" and state == "active":
        return True
    if _is_past(view, work) and not _has_exact_time(work):
        return None
    return {"together": True, "apart": False}.get(when)


def has_ended(view: View, work: Node) -> bool:
    """Return whether a view shows that a piece of work is at an end or at rest; in a case that is over none is."""
    if is_over(view):
        return False
    return (_is_past(view, work) and _has_exact_time(work)) or _state(work) in ("ended", "dormant")


def _is_past(view: View, work: Node) -> bool:
    """Return whether the time that a view shows of work is certainly before the date of information."""
    when, today = work_time(view, work), one_time(view.root.case.date_of_information)
    return when is not None and today is not None and when.ends[1] < today.begins[0]


def _has_exact_time(work: Node) -> bool:
    """Return whether a view shows when work begins or ends, and not a coarse time of an activity alone."""
    return "window" not in inside(work).kind.model_fields or bool(work.window.start or work.window.end)


def standing_of(view: View, work: Node) -> Standing:
    """Return whether a piece of work is under way at the date of information, as far as a view shows it."""
    if has_ended(view, work):
        return "ended"
    is_so = is_at_work(view, work)
    return "untold" if is_so is None else "active" if is_so else "ahead"


def _state(work: Node) -> str:
    return str(work.state) if "state" in inside(work).kind.model_fields and work.state else ""


def _cover(view: View, work: Node, against: list[PartyAtLevel]) -> Cover:
    """Return work that is named, with the values that contradict that it covers one of these places."""
    kind = str(inside(work).kind.collection)
    if _outcome([_matches(view, work, place) for place in against]) != "contradicted":
        return Cover(work, kind)
    levels, reached = tuple(work.level), tuple(work.parties)
    is_elsewhere = any(_is_among(place.level, [str(level) for level in levels]) is False for place in against)
    is_with_others = any(_is_among(place.party, list(reached)) is False for place in against)
    shown = (levels if is_elsewhere else (), reached if is_with_others else ())
    return Cover(work, kind, *shown, *_time_against(view, work))


def _time_against(view: View, work: Node) -> tuple[Leaf | None, Leaf | None, Leaf | None]:
    """Return the values that show that work is not under way: its state, its end, its beginning, each or None."""
    if is_at_work(view, work) is not False:
        return None, None, None
    state = work.state if _state(work) in ("ended", "dormant") else None
    when, today = work_time(view, work), one_time(view.root.case.date_of_information)
    begins, ends = ends_of(work)
    if when is None or today is None or relation(when, today) != "apart":
        return state, None, None
    is_past = when.ends[1] < today.begins[0]
    return state, (ends or None) if is_past else None, None if is_past else (begins or None)
