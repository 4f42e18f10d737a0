"""Plans: links that a strategy needs and the case lacks (C08, C16, C18). All rest on what is missing.

Source: handbook map, section 4; who and level, CDA *Reflecting on Peace Practice*; stages, Fisher and Keashly.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefpack.findings.finding import (
    Finding,
    Found,
    Unchecked,
    Vantage,
    Worded,
    is_answered,
    is_shown,
    kind_of,
    lacking,
    name_of_kind,
)
from briefpack.house.rule_changes import Severity
from briefpack.stages.coverage.gaps import has_ended

#: The kinds of work for which people must be able to talk, and those that contain violence first.
_TALKING = frozenset({"problem_solving_workshop", "intergroup_dialogue", "sustained_dialogue", "training"})
_CONTAINING = frozenset({"monitoring", "shuttle", "back_channel", "mediated_talks"})


def no_way_out(seen: Vantage) -> Iterator[Found]:
    """Return a strategy that changes people alone, without a link to what a society decides."""
    conception = seen.view.root.conception
    levels, who = [str(one) for one in conception.rpp.level], [str(one) for one in conception.rpp.who]
    if not conception or conception.linkages:
        return
    missing = [name for name, shown in (("who", who), ("level", levels)) if not shown]
    yield from (lacking(seen, f"conception.rpp.{name}") for name in missing)
    modes = {str(one.mode or "") for one in conception.scale_up}
    grave: Severity | None = "high" if modes == {"none"} else None
    if levels == ["individual"]:
        yield Finding((conception.rpp,), {"level": conception.rpp.level[0]}, grave, form="level")
    if who == ["more_people"]:
        yield Finding((conception.rpp,), {"who": conception.rpp.who[0]}, grave, form="who")


def method(seen: Vantage) -> Iterator[Found]:
    """Return talking as the only kind of work while the conflict is at its most violent stage.

    What has ended is not told what kind of work to do, work or case.
    """
    if seen.is_over:
        return
    root = seen.view.root
    stage = root.assessment.conflict.escalation_stage
    works = [*root.assessment.efforts, *root.planning.activities]
    kinds = {one: kind_of(one) for one in works if not has_ended(seen.view, one)}
    if works and not is_shown(stage):
        yield lacking(seen, "assessment.conflict.escalation_stage")
    elif str(stage or "") == "destruction" and _CONTAINING.isdisjoint(kinds.values()):
        if unknown := [one for one, kind in kinds.items() if not kind]:
            yield from (Unchecked(one, (name_of_kind(one),)) for one in unknown)
            return
        for activity in (one for one in root.planning.activities if one in kinds and kinds[one] in _TALKING):
            if not is_shown(activity.track):
                yield Unchecked(activity, ("track",))
            elif str(activity.track) == "ii":
                yield Finding((activity,), {"activity": activity, "type": activity.type, "stage": stage})


def traceable(seen: Vantage) -> Iterator[Found]:
    """Return what leads nowhere: work without a gap, an urgent gap left open, a measure or follow-up in part."""
    root = seen.view.root
    for activity in root.planning.activities:
        if is_answered(activity.addresses):
            continue
        if not is_shown(activity.track):
            yield Unchecked(activity, ("track",))
        elif str(activity.track) != "i":
            yield Finding((activity,), {"activity": activity}, form="activity")
    taken = [*root.conception.gaps_addressed, *(one.gap for one in root.conception.gaps_declined)]
    taken += [one.gap for one in seen.coverage.gaps if one.outcome == "covered"]
    taken += [gap for activity in root.planning.activities for gap in activity.addresses]
    for gap in (one for one in root.assessment.gaps if one not in taken):
        if not is_shown(gap.priority):
            yield Unchecked(gap, ("priority",))
        elif str(gap.priority) == "high":
            yield Finding((gap,), {"gap": gap}, form="gap")
    for indicator in root.conception.evaluation_frame.indicators:
        if not is_answered(indicator.baseline):
            yield Finding((indicator,), {"indicator": indicator}, "low", form="indicator")
    yield from () if seen.is_over else _loose(root.evaluation.follow_ups)


def _loose(follow_ups: Any) -> Iterator[Finding]:
    for one in follow_ups:
        missing = [name for name in ("responsible", "due", "deliverable") if not is_answered(getattr(one, name))]
        if missing and str(one.state or "") not in ("done", "dropped"):
            words = tuple(Worded(f"findings.C18.missing_{name}") for name in missing)
            yield Finding((one,), {"action": one, "missing": words}, form="follow_up")
