"""Gaps: places where nobody works, parties that are left out, and the public that nobody prepares (C05 to C07, C21).

That nobody works somewhere rests on what a view lacks, so all but the doubled work is for the team alone.

Source: handbook map, section 4; the cases of Tajikistan, Aceh, Rome and Oslo for what must stay silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node
from briefpack.findings.finding import (
    Finding,
    Found,
    Unchecked,
    Value,
    Vantage,
    has_ended,
    is_shown,
    kind_leaf,
    kind_of,
)
from briefpack.house.rule_changes import Severity
from briefpack.stages.coverage.gaps import Cover
from briefpack.stages.coverage.times import ends_of, relation, time_of

#: The phases of the official talks in which the public has to be prepared for what they bring.
_UNDER_WAY = frozenset({"negotiation", "stalled", "agreement_signed", "post_agreement"})
#: The kinds of work that prepare a public.
_PUBLIC = frozenset({"peace_education", "media_programme", "people_to_people"})


def doubled(seen: Vantage) -> Iterator[Found]:
    """Return each two pieces of work of one kind, with the same party at the same level, at the same time.

    An activity of which a view does not show whether it is part of an effort may be part of the other work: then the
    finding is the team's alone.
    """
    root = seen.view.root
    works = [(one, time_of(*ends_of(one))) for one in (*root.assessment.efforts, *root.planning.activities)]
    for (one, time), (other, theirs) in combinations(works, 2):
        how = relation(time, theirs)
        if how == "apart" or not _is_alike(one, other):
            continue
        party = next((party for party in one.parties if party in list(other.parties)), None)
        level = next((level for level in one.level if level in list(other.level)), None)
        if party and level and how == "together":
            values: dict[str, Value] = {"one": one, "other": other, "party": party, "level": level}
            values |= {
                "kind": kind_leaf(one) or 0,
                "dates": tuple(end for end in (*ends_of(one), *ends_of(other)) if end),
            }
            yield Finding((one, other), values, basis="absence" if _may_be_part(one, other) else None)
        elif party and level:
            yield Unchecked(other, ("from", "to") if "from" in inside(other).fields else ("window",))


def _is_alike(one: Node, other: Node) -> bool:
    """Return whether two pieces of work are shown to be of one kind, and neither is a part of the other."""
    return bool(kind_of(one)) and kind_of(one) == kind_of(other) and not (_is_part(one, other) or _is_part(other, one))


def _may_be_part(one: Node, other: Node) -> bool:
    """Return whether one may be part of the other: of an activity and an effort a view may not show it."""
    shown = inside(one).fields.keys() | inside(other).fields.keys()
    return inside(one).kind is not inside(other).kind and "part_of" not in shown


def _is_part(one: Node, whole: Node) -> bool:
    part_of = inside(one).fields.get("part_of")
    return isinstance(part_of, Node) and part_of == whole


def on_paper(seen: Vantage) -> Iterator[Found]:
    """Return each gap that is called covered by work that does not reach it now, or that nothing covers."""
    for one in seen.coverage.gaps:
        against = tuple(cover.work for cover in (*one.covers, *one.others) if _is_against(cover))
        grave: Severity | None = None if str(one.gap.priority or "") == "high" else "low"
        values: dict[str, Value] = {"gap": one.gap, "priority": one.gap.priority or 0}
        if one.outcome in ("contradicted", "untold") and against:
            yield Finding((one.gap,), {**values, "work": against}, grave, form="paper")
        elif one.outcome == "unnamed":
            yield Finding((one.gap,), values, grave, form="nobody")
        elif one.outcome == "untold":
            yield Unchecked(one.gap, ("parties", "level"))


def _is_against(cover: Cover) -> bool:
    """Return whether a value shows that work which is named as covering a gap does not."""
    return bool(cover.levels or cover.parties or cover.state or cover.ended or cover.begins)


def left_out(seen: Vantage) -> Iterator[Found]:
    """Return each party that no work reaches; information where it is unknown how much of a society there is."""
    works = [*seen.view.root.assessment.efforts, *seen.view.root.planning.activities]
    if not works:
        return
    silent = [one for one in works if not one.parties]
    is_known = is_shown(seen.view.root.assessment.feasibility.civil_society)
    for party in seen.view.root.assessment.parties:
        if not any(party in list(one.parties) for one in works):
            if silent:
                yield Unchecked(silent[0], ("parties",))
            else:
                yield Finding((party,), {"party": party}, None if is_known and not seen.is_over else "low")


def public(seen: Vantage) -> Iterator[Found]:
    """Return that official talks are under way and no work prepares the public for what they bring."""
    root = seen.view.root
    phase, works = root.assessment.track_i.phase, [*root.assessment.efforts, *root.planning.activities]
    if not works or _is_said_to_prepare(seen) or any(_prepares(seen, one) for one in works):
        return
    untold = [one for one in works if not kind_of(one) and str(one.track or "") != "i"]
    if not is_shown(phase):
        yield Unchecked(root.assessment or root.case, ("track_i",))
    elif str(phase) in _UNDER_WAY and untold:
        yield Unchecked(untold[0], ("activity_type",))
    elif str(phase) in _UNDER_WAY:
        is_known = is_shown(root.assessment.feasibility.civil_society)
        yield Finding((root.assessment.track_i,), {"phase": phase}, None if is_known and not seen.is_over else "low")


def _is_said_to_prepare(seen: Vantage) -> bool:
    """Return whether the work as a whole, or at a time that has not certainly passed, is said to prepare the public."""
    conception = seen.view.root.conception
    times = [
        one for one in conception.track_i_relations if seen.is_over or not (one.to and seen.is_before_today(one.to))
    ]
    return any(str(one.function or "") == "build_constituency" for one in (conception.track_i_relation, *times))


def _prepares(seen: Vantage, work: Node) -> bool:
    """Return whether work prepares a public, and is not over; in a case that is over any time counts."""
    return kind_of(work) in _PUBLIC and (seen.is_over or not has_ended(work))
