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
from briefpack.findings.missing import BY_HAND
from briefpack.findings.speech import Said, said
from briefpack.handbook import Audience, yaml_word

#: The kinds of work that are done out of sight.
_SECRET = frozenset({"back_channel"})
#: The regimes under which an activity is kept from some.
_HIDDEN = frozenset({"closed_existence_known", "deniable"})


def denial(seen: Vantage) -> Iterator[Found]:
    """Return each denial on a topic on which hidden work bears, or work that a side which hears it does not see.

    What a side does not see no view of a side can tell: such a finding is the team's alone. On which topics other work
    than activities bears nobody says, and it is not checked.
    """
    for one in said(seen.view):
        if one.stance == "denies":
            for activity in seen.view.root.planning.activities:
                yield from _bears_on(seen, one, activity)
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
    """Return each other piece of work that may be what is denied: efforts, engagements and rounds of the talks.

    An effort bears on what its activities bear on, and so does a session of one; of a meeting no field says it.
    """
    root = seen.view.root
    parts = [each.part_of for each in root.planning.activities if each.part_of]
    for effort in root.assessment.efforts:
        if effort not in parts and (kind_of(effort) in _SECRET or _blind(seen, one, effort)):
            yield Unchecked(effort, ("part_of",))
        elif effort not in parts and not kind_of(effort) and str(effort.track or "") != "i":
            yield Unchecked(effort, (name_of_kind(effort),))
    for session in root.engagements.track_ii:
        if not session.activity and _blind(seen, one, session):
            yield Unchecked(session, ("activity",))
    for meeting in (*root.engagements.track_i, *root.coordination.track_i_rounds):
        if _blind(seen, one, meeting):
            yield Unchecked(meeting, (BY_HAND,))


def _blind(seen: Vantage, one: Said, work: Node) -> tuple[Audience, ...]:
    """Return each side that hears what is said, or may, and whose own view does not hold work."""
    blind = (side for side, unseen in seen.unseen.items() if inside(work).path in unseen)
    return tuple(side for side in blind if str(one.to or "") in ("", yaml_word(side)))
