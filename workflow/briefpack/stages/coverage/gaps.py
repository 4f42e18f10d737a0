"""Gaps: which of them are covered, as far as a reader's own view shows party, level and time.

A gap is covered where somebody who is named as covering it is shown with its party, at its level, at the date of
information, or at any time in a case that is over. Somebody named whom a shown value contradicts does not cover it; of
anybody else it cannot be told. An effort is judged by its own fields alone; an activity that is part of it and says
itself which gap it addresses is judged by its own too. Such an activity takes the gap up; only efforts are named as
covering it.
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
from briefpack.stages.coverage.times import Time, ends_of, one_time, relation, time_of
from briefpack.stages.coverage.works import PartyAtLevel

Outcome = Literal["covered", "contradicted", "untold", "unnamed"]


@dataclass(frozen=True)
class Cover:
    """Somebody who is named as covering a gap, and what contradicts that: other levels, other parties, its time.

    `kind` is `effort`, which the gap names, or `activity`, which says itself that it takes the gap up.
    `state` is the word for work that is over or rests, `ended` and `begins` are dates; each is none where it
    contradicts nothing.
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
    """A gap with the outcome of its worst place; who causes that, who else is named; and the outcome of each place."""

    gap: Node
    outcome: Outcome
    covers: tuple[Cover, ...]
    others: tuple[Cover, ...]
    places: tuple[tuple[PartyAtLevel, Outcome], ...]

    def tells(self, name: str) -> Iterator[Path]:
        """Return the places of the case whose values somebody reads who is told the field of this name."""
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
    # What is one work is named once.
    told = {*covers, *map(_whole, covers)}
    others = [one for one in named if one not in told and _whole(one) not in named]
    found = [tuple(_cover(view, one, deciding) for one in some) for some in (covers, others)]
    return CoveredGap(gap, worst, found[0], found[1], places)


def _whole(work: Node) -> Node | None:
    """Return the effort that an activity is part of, which is named for it."""
    return (work.part_of or None) if "part_of" in inside(work).kind.model_fields else None


def _places(view: View, gap: Node, named: list[Node]) -> Iterator[tuple[PartyAtLevel, Outcome]]:
    """Return the outcome of each party at the level of a gap, where both are shown."""
    if gap.level:
        for party in gap.parties:
            place = PartyAtLevel(party, str(gap.level))
            yield place, _outcome([_matches(view, work, place) for work in named])


def _outcome(matches: list[bool | None]) -> Outcome:
    if not matches:
        return "unnamed"
    return "covered" if True in matches else "untold" if None in matches else "contradicted"


def _matches(view: View, work: Node, place: PartyAtLevel) -> bool | None:
    """Return whether a piece of work reaches a place at the time that counts, or None where that is not shown."""
    found = [
        _is_among(place.party, list(work.parties)),
        _is_among(place.level, [str(level) for level in work.level]),
        _is_at_work(view, work),
    ]
    return False if False in found else None if None in found else True


def _is_among(one: Any, shown: list[Any]) -> bool | None:
    return (one in shown) if shown else None


def _is_at_work(view: View, work: Node) -> bool | None:
    """Return whether a piece of work is under way at the date of information.

    In a case that is over any time counts.
    """
    if is_over(view):
        return True
    state, today = _state(work), one_time(view.root.case.date_of_information)
    if state in ("ended", "dormant"):
        return False
    when = relation(_time(work), today)
    if when == "untold" and state == "active":
        return True
    return {"together": True, "apart": False}.get(when)


def _state(work: Node) -> str:
    return str(work.state) if "state" in inside(work).kind.model_fields and work.state else ""


def _time(work: Node) -> Time | None:
    return time_of(*ends_of(work))


def _cover(view: View, work: Node, against: list[PartyAtLevel]) -> Cover:
    """Return somebody who is named, with what contradicts that one of the places is covered, if anything does."""
    kind = str(inside(work).kind.collection)
    if _outcome([_matches(view, work, place) for place in against]) != "contradicted":
        return Cover(work, kind)
    levels, reached = tuple(work.level), tuple(work.parties)
    is_elsewhere = any(_is_among(place.level, [str(level) for level in levels]) is False for place in against)
    is_with_others = any(_is_among(place.party, list(reached)) is False for place in against)
    shown = (levels if is_elsewhere else (), reached if is_with_others else ())
    return Cover(work, kind, *shown, *_time_against(view, work))


def _time_against(view: View, work: Node) -> tuple[Leaf | None, Leaf | None, Leaf | None]:
    """Return what shows that work is not under way: its state, the date of its end, the date of its beginning."""
    if _is_at_work(view, work) is not False:
        return None, None, None
    state = work.state if _state(work) in ("ended", "dormant") else None
    when, today = _time(work), one_time(view.root.case.date_of_information)
    begins, ends = ends_of(work)
    if when is None or today is None or relation(when, today) != "apart":
        return state, None, None
    is_past = when.ends[1] < today.begins[0]
    return state, (ends or None) if is_past else None, None if is_past else (begins or None)
