"""Denials: what is denied over work that is hidden from those who hear it (C25).

Source: the denials of 1993 beside the Oslo channel. Work is hidden by the regime of an activity, by its kind, or since
a side that hears the denial is not shown it: a message is for one side, and whatever else is said reaches both.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node
from briefpack.findings.finding import (
    Finding,
    Found,
    Unchecked,
    Value,
    Vantage,
    Worded,
    has_reason,
    kind_of,
    name_of_kind,
)
from briefpack.findings.speech import Said, said
from briefpack.handbook import Audience, yaml_word

#: The kinds of work that are done out of sight.
_SECRET = frozenset({"back_channel"})
#: The regimes under which an activity is kept from some.
_HIDDEN = frozenset({"closed_existence_known", "deniable"})


def denial(seen: Vantage) -> Iterator[Found]:
    """Return each denial on a topic on which hidden work bears, or work that a side which hears it does not see.

    What a side does not see no view of a side can tell: such a finding is the team's alone.
    """
    root = seen.view.root
    meetings = [*root.engagements.track_i, *root.engagements.track_ii, *root.coordination.track_i_rounds]
    for one in said(seen.view):
        if one.stance == "denies":
            for activity in root.planning.activities:
                yield from _bears_on(seen, one, activity)
            for meeting in meetings:
                yield from _meets_on(seen, one, meeting)
            yield from _without_topics(seen, one)


def _bears_on(seen: Vantage, one: Said, activity: Node) -> Iterator[Found]:
    topics, regime = tuple(each for each in activity.topics if each == one.topic), activity.confidentiality
    may_be_hidden = not regime or str(regime) in _HIDDEN
    values: dict[str, Value] = {"said": one.text, "activity": activity, "topics": topics, "stance": one.stance or 0}
    if topics and str(regime or "") in _HIDDEN:
        yield Finding((one.about, activity), {**values, "confidentiality": regime}, is_urgent=True)
    elif topics and (blind := _blind(seen, one, activity)):
        yield _kept_from(one, activity, values, blind)
    elif topics and not regime:
        yield Unchecked(activity, ("confidentiality",))
    elif may_be_hidden and not one.topic:
        yield Unchecked(one.about, (one.field("topic"),))
    elif may_be_hidden and not activity.topics and not has_reason(activity.topics):
        yield Unchecked(activity, ("topics",))


def _meets_on(seen: Vantage, one: Said, meeting: Node) -> Iterator[Found]:
    """Return a denial over a meeting, or a round of the talks, that a side which hears it does not see.

    A session that names no topics of its own bears on those of its activity, which is looked at by itself.
    """
    blind = _blind(seen, one, meeting)
    if not blind or (inside(meeting).fields.get("activity") and not meeting.topics):
        return
    if topics := tuple(each for each in meeting.topics if each == one.topic):
        values: dict[str, Value] = {"said": one.text, "activity": meeting, "topics": topics, "stance": one.stance or 0}
        yield _kept_from(one, meeting, values, blind)
    elif not one.topic:
        yield Unchecked(one.about, (one.field("topic"),))
    elif not meeting.topics and not has_reason(meeting.topics):
        yield Unchecked(meeting, ("topics",))


def _kept_from(one: Said, activity: Node, values: dict[str, Value], blind: tuple[Audience, ...]) -> Found:
    """Return a denial over work that a side which hears it does not see, unless nobody says which side that is."""
    sides = tuple(Worded(f"audience.{side}") for side in blind)
    if one.kind != "message":
        told: dict[str, Value] = {**values, "sides": sides}
        return Finding((one.about, activity), told, "medium", form="heard", basis="absence", is_urgent=True)
    if not one.to:
        return Unchecked(one.about, ("audience",))
    told = {**values, "side": sides[0], "to": one.to}
    return Finding((one.about, activity), told, "medium", form="unseen", basis="absence", is_urgent=True)


def _without_topics(seen: Vantage, one: Said) -> Iterator[Unchecked]:
    """Return each effort that may be what is denied and has no activity: it bears on what its activities bear on."""
    parts = [each.part_of for each in seen.view.root.planning.activities if each.part_of]
    for effort in (each for each in seen.view.root.assessment.efforts if each not in parts):
        if kind_of(effort) in _SECRET or _blind(seen, one, effort):
            yield Unchecked(effort, ("part_of",))
        elif not kind_of(effort) and str(effort.track or "") != "i":
            yield Unchecked(effort, (name_of_kind(effort),))


def _blind(seen: Vantage, one: Said, work: Node) -> tuple[Audience, ...]:
    """Return each side that hears what is said, or may, and whose own view does not hold work."""
    blind = (side for side, unseen in seen.unseen.items() if inside(work).path in unseen)
    return tuple(side for side in blind if str(one.to or "") in ("", yaml_word(side)))
