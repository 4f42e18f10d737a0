"""Timings: words for the timing of work, beside the rounds and the phase of the official talks (C15).

A word is compared with what a view shows, and a view may lack what bears it out: such findings are the team's alone.

Source: handbook map, section 4 (C15); "alongside" as told of the dialogue in Tajikistan, which began long before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.finding import (
    Finding,
    Found,
    Unchecked,
    Value,
    Vantage,
    is_exact,
    is_shown,
    lacking,
)
from briefpack.stages.coverage.times import ends_of

#: The days after a round within which work that begins was not there before the talks.
_A_YEAR = 365
#: The phases of the official talks in which there is no agreement.
_NO_AGREEMENT = frozenset({"none", "pre_negotiation", "negotiation", "stalled", "collapsed"})
#: Tracks whose work may be the official talks themselves.
_TALKS = frozenset({"i", "i_5"})


@dataclass(frozen=True)
class _Claim:
    """A word for the timing of work: the item that says it, what the work is called, and the time of which it says it.

    `needs` names the field without which the word cannot be held against the talks.
    """

    about: Node
    called: Node | Leaf
    timing: Any
    start: Any
    end: Any = None
    needs: str = "from"

    @property
    def values(self) -> dict[str, Value]:
        """Return what decides of the claim itself, for a sentence."""
        found = {"activity": self.called, "timing": self.timing, "start": self.start, "end": self.end}
        return {name: value for name, value in found.items() if value}


def timing(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each word for the timing of work that the talks contradict, of each time for which one is given.

    Work "before" the talks began within a year after a round, or went on for more than so many days after one; work
    "beside" them began more than so many days before they did; work "after an agreement" while there is none. Work on
    track I or 1.5 may be the talks themselves.
    """
    talks = sorted(_talks(seen), key=lambda one: one[1].value.sort_key)
    for claim in _claims(seen):
        if isinstance(claim, Unchecked):
            yield claim
        elif str(claim.timing) == "after_agreement":
            yield from _without_agreement(seen, claim)
        elif str(claim.timing) in ("before_track_i", "parallel_to_track_i"):
            yield from _beside(seen, claim, talks, days)


def _claims(seen: Vantage) -> Iterator[_Claim | Unchecked]:
    """Return each word for timing: of each time of its own that work has, else of the whole of an activity."""
    root = seen.view.root
    for one in root.conception.track_i_relations:
        yield from _of_times(root.case.title or root.case, [one])
    words: list[tuple[Node, Any]] = [(one, one.timing) for one in root.planning.activities]
    words += [(one, None) for one in root.assessment.efforts]
    for work, word in words:
        times = [one for one in work.track_i_relations if is_shown(one.timing)]
        if str(work.track or "") in _TALKS or not (times or is_shown(word)):
            continue
        if not is_shown(work.track):
            yield Unchecked(work, ("track",))
        elif times:
            yield from _of_times(work, times)
        else:
            yield _Claim(work, work, word, ends_of(work)[0], needs="window")


def _of_times(called: Node | Leaf, times: Sequence[Node]) -> Iterator[_Claim]:
    for one in times:
        if is_shown(one.timing):
            yield _Claim(one, called, one.timing, getattr(one, "from"), one.to)


def _talks(seen: Vantage) -> Iterator[tuple[Node, Leaf]]:
    """Return each round, and each activity of track 1.5, that has a first day."""
    for one in seen.view.root.coordination.track_i_rounds:
        if opened := getattr(one, "from"):
            yield one, opened
    for one in seen.view.root.planning.activities:
        if str(one.track or "") == "i_5" and (opened := ends_of(one)[0]):
            yield one, opened


def _beside(seen: Vantage, claim: _Claim, talks: Sequence[tuple[Node, Leaf]], days: int) -> Iterator[Found]:
    """Return work before or beside the talks that these contradict, if that can be told."""
    if not claim.start:
        yield _startless(claim)
    elif not talks:
        yield from _undated(seen)
    elif str(claim.timing) == "parallel_to_track_i":
        yield from _ahead(claim, talks[0], days)
    else:
        yield from _begun(claim, talks) or _until(claim, talks, days)


def _startless(claim: _Claim) -> Unchecked:
    """Return that nobody knows, or not exactly enough, when work began."""
    if claim.needs != "window":
        return Unchecked(claim.about, (claim.needs,))
    return Unchecked(claim.about, ("window.start",) if any(ends_of(claim.about)) else ("window",))


def _undated(seen: Vantage) -> Iterator[Unchecked]:
    """Return what is missing where no round has a first day."""
    rounds = list(seen.view.root.coordination.track_i_rounds)
    yield from (Unchecked(one, ("from",)) for one in rounds)
    if not rounds:
        yield Unchecked(seen.view.root.coordination or seen.view.root.case, ("track_i_rounds",))


def _begun(claim: _Claim, talks: Sequence[tuple[Node, Leaf]]) -> list[Finding]:
    """Return work "before" the talks that began within a year after one of them opened."""
    first = claim.start.value.start.first
    dates = ((one, one[1].value) for one in talks)
    found = (one for one, day in dates if day.end.last < first and (first - day.start.first).days <= _A_YEAR)
    return [_finding(claim, one, "begun") for one in found][:1]


def _until(claim: _Claim, talks: Sequence[tuple[Node, Leaf]], days: int) -> list[Finding]:
    """Return work "before" the talks that went on for more than so many days after one of them opened."""
    if not claim.end:
        return []
    begun, last = claim.start.value.end.last, claim.end.value.start.first
    dates = ((one, one[1].value) for one in talks)
    found = (one for one, day in dates if begun < day.start.first and (last - day.end.last).days > days)
    return [_finding(claim, one, "until") for one in found][:1]


def _ahead(claim: _Claim, first: tuple[Node, Leaf], days: int) -> Iterator[Finding]:
    """Return work "beside" the talks that began more than so many days before they did."""
    if (first[1].value.start.first - claim.start.value.end.last).days > days:
        yield _finding(claim, first, "ahead")


def _finding(claim: _Claim, talks: tuple[Node, Leaf], form: str) -> Finding:
    return Finding((claim.about,), {**claim.values, "round": talks[0], "date": talks[1]}, form=form)


def _without_agreement(seen: Vantage, claim: _Claim) -> Iterator[Found]:
    """Return work after an agreement while there is none; what is still to come is a plan."""
    phase = seen.view.root.assessment.track_i.phase
    if claim.start and seen.is_ahead(claim.start) and not seen.is_over:
        return
    if not is_shown(phase):
        yield lacking(seen, "assessment.track_i.phase")
    elif str(phase) not in _NO_AGREEMENT:
        return
    elif missing := None if seen.is_over else _may_be_a_plan(seen, claim):
        yield missing
    else:
        yield Finding((claim.about,), {**claim.values, "phase": phase}, form="no_agreement")


def _may_be_a_plan(seen: Vantage, claim: _Claim) -> Unchecked | None:
    """Return what is missing to tell whether work has begun, or None if it has."""
    if not claim.start:
        return _startless(claim)
    if seen.today and claim.start.value.end.last <= seen.today.begins[0]:
        return None
    if seen.today and not is_exact(claim.start):
        return _startless(claim)
    return Unchecked(seen.view.root.case, ("date_of_information",))
