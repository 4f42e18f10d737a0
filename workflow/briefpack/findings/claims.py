"""Claims: what the authors say of their work, beside what can be worked out (C15, C22, C26).

A claim is compared with what a view shows, and a view may lack what bears it out: such findings are the team's alone.

Source: handbook map, section 2 (readiness of each step) and section 4 (C15, C22).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.finding import Finding, Found, Unchecked, Value, Vantage, Worded, is_shown
from briefpack.findings.readiness import COUNTERPARTS
from briefpack.handbook import PHASE_NAMES
from briefpack.stages.coverage.times import ends_of

#: The days after a round within which work that begins was not there before the talks.
_A_YEAR = 365
#: The phases of the official talks in which there is no agreement.
_NO_AGREEMENT = frozenset({"none", "pre_negotiation", "negotiation", "stalled", "collapsed"})


def timing(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each activity whose timing word the talks contradict.

    Work "before" the talks began within a year after a round; work "beside" them began more than so many days before
    they did; work "after an agreement" while there is none. Work on track I or 1.5 may be the talks themselves.
    """
    talks = sorted(_talks(seen), key=lambda one: one[1].value.sort_key)
    for activity in seen.view.root.planning.activities:
        word, start = activity.timing, ends_of(activity)[0]
        if not is_shown(word) or str(activity.track or "") in ("i", "i_5"):
            continue
        if not is_shown(activity.track):
            yield Unchecked(activity, ("track",))
        elif str(word) == "after_agreement":
            yield from _without_agreement(seen, activity)
        elif str(word) in ("before_track_i", "parallel_to_track_i") and not (talks and start):
            yield Unchecked(activity, ("window",) if talks else ("track_i_rounds",))
        elif str(word) == "before_track_i":
            yield from _begun(activity, start, talks)
        elif str(word) == "parallel_to_track_i":
            yield from _ahead(activity, start, talks[0], days)


def _talks(seen: Vantage) -> Iterator[tuple[Node, Leaf]]:
    """Return each round, and each activity of track 1.5, that has a first day."""
    for one in seen.view.root.coordination.track_i_rounds:
        if opened := getattr(one, "from"):
            yield one, opened
    for one in seen.view.root.planning.activities:
        if str(one.track or "") == "i_5" and (opened := ends_of(one)[0]):
            yield one, opened


def _begun(activity: Node, start: Leaf, talks: Sequence[tuple[Node, Leaf]]) -> Iterator[Finding]:
    first = start.value.start.first
    for one, opened in talks:
        if opened.value.end.last < first and (first - opened.value.start.first).days <= _A_YEAR:
            yield Finding((activity,), _values(activity, start, one, opened), form="begun")
            return


def _ahead(activity: Node, start: Leaf, first: tuple[Node, Leaf], days: int) -> Iterator[Finding]:
    if (first[1].value.start.first - start.value.end.last).days > days:
        yield Finding((activity,), _values(activity, start, *first), form="ahead")


def _values(activity: Node, start: Leaf, talks: Node, opened: Leaf) -> dict[str, Value]:
    return {"activity": activity, "start": start, "round": talks, "date": opened, "timing": activity.timing}


def _without_agreement(seen: Vantage, activity: Node) -> Iterator[Found]:
    phase = seen.view.root.assessment.track_i.phase
    if not is_shown(phase):
        yield Unchecked(activity, ("track_i",))
    elif str(phase) in _NO_AGREEMENT:
        values = {"activity": activity, "phase": phase, "timing": activity.timing}
        yield Finding((activity,), values, form="no_agreement")


def order(seen: Vantage) -> Iterator[Found]:
    """Return each phase that is ready or done while one before it is blocked or not begun.

    Loops are allowed: a phase that is `revisited` says so.
    """
    named = [(name, getattr(seen.view.root, name)) for name in PHASE_NAMES]
    phases = [(name, one) for name, one in named if one]
    yield from (Unchecked(one, ("status",)) for _, one in phases if not one.status)
    for (earlier, before), (later, after) in combinations(phases, 2):
        if str(before.status or "") in ("blocked", "not_started") and str(after.status or "") in ("ready", "done"):
            words = {"before": Worded(f"headings.{earlier}"), "after": Worded(f"headings.{later}")}
            yield Finding((before, after), {**words, "was": before.status, "is": after.status})


def readiness(seen: Vantage) -> Iterator[Found]:
    """Return each readiness point that is called met while what can be worked out says otherwise."""
    if seen.is_over:
        return
    for name in PHASE_NAMES:
        for point in getattr(seen.view.root, name).readiness:
            worked_out = COUNTERPARTS[name].get(str(point.id))
            if worked_out and str(point.state or "") == "met" and worked_out(seen.view) is False:
                words = {"point": Worded(f"readiness.{name}.{point.id}"), "phase": Worded(f"headings.{name}")}
                yield Finding((point,), {**words, "state": point.state})
