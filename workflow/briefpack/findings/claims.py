"""Claims: what the authors say of their work, beside what can be worked out (C15, C22, C26).

A claim is compared with what a view shows, and a view may lack what bears it out: such findings are the team's alone.

Source: handbook map, section 2 (readiness of each step) and section 4 (C15, C22).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.finding import Finding, Found, Unchecked, Vantage, Worded, is_shown
from briefpack.findings.readiness import COUNTERPARTS
from briefpack.handbook import PHASE_NAMES
from briefpack.stages.coverage.times import ends_of

#: The phases of the official talks in which there is no agreement.
_NO_AGREEMENT = frozenset({"none", "pre_negotiation", "negotiation", "stalled", "collapsed"})


def timing(seen: Vantage, days: int) -> Iterator[Found]:
    """Return each activity whose timing word the rounds contradict, by more than so many days.

    Work "before" the talks began when they had begun; work "beside" them began long before the first round; work
    "after an agreement" while there is none. Work on track I or 1.5 may be the talks themselves.
    """
    rounds = [one for one in seen.view.root.coordination.track_i_rounds if getattr(one, "from")]
    first = min(rounds, key=lambda one: getattr(one, "from").value.sort_key, default=None)
    for activity in seen.view.root.planning.activities:
        word, start = activity.timing, ends_of(activity)[0]
        if not is_shown(word) or str(activity.track or "") in ("i", "i_5"):
            continue
        if not is_shown(activity.track):
            yield Unchecked(activity, ("track",))
        elif str(word) == "after_agreement":
            yield from _without_agreement(seen, activity)
        elif str(word) in ("before_track_i", "parallel_to_track_i") and not (first and start):
            yield Unchecked(activity, ("window",) if first else ("track_i_rounds",))
        elif first and start:
            yield from _against(activity, str(word), start, first, days)


def _against(activity: Node, word: str, start: Leaf, first: Node, days: int) -> Iterator[Finding]:
    opened = getattr(first, "from")
    values = {"activity": activity, "start": start, "round": first, "date": opened, "timing": activity.timing}
    if word == "before_track_i" and opened.value.end.last < start.value.start.first:
        yield Finding((activity,), values, form="begun")
    if word == "parallel_to_track_i" and start.value.end.last + timedelta(days) < opened.value.start.first:
        yield Finding((activity,), values, form="ahead")


def _without_agreement(seen: Vantage, activity: Node) -> Iterator[Found]:
    phase = seen.view.root.assessment.track_i.phase
    if not is_shown(phase):
        yield Unchecked(activity, ("track_i",))
    elif str(phase) in _NO_AGREEMENT:
        values = {"activity": activity, "phase": phase, "timing": activity.timing}
        yield Finding((activity,), values, form="no_agreement")


def order(seen: Vantage, days: int) -> Iterator[Found]:  # noqa: ARG001 - as the others are called
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


def readiness(seen: Vantage, days: int) -> Iterator[Found]:  # noqa: ARG001 - as the others are called
    """Return each readiness point that is called met while what can be worked out says otherwise."""
    if seen.is_over:
        return
    for name in PHASE_NAMES:
        for point in getattr(seen.view.root, name).readiness:
            worked_out = COUNTERPARTS[name].get(str(point.id))
            if worked_out and str(point.state or "") == "met" and worked_out(seen.view) is False:
                words = {"point": Worded(f"readiness.{name}.{point.id}"), "phase": Worded(f"headings.{name}")}
                yield Finding((point,), {**words, "state": point.state})
