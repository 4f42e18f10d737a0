"""Gaps: places where nobody works, and parties that are left out (C05 to C07).

That nobody works somewhere rests on what a view lacks, so all but the doubled work is for the team alone.

Source: handbook map, section 4; the cases of Tajikistan, Aceh, Rome and Oslo for what must stay silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.finding import (
    Basis,
    Finding,
    Found,
    Unchecked,
    Value,
    Vantage,
    has_reason,
    is_shown,
    kind_leaf,
    kind_of,
    lacking,
    missing_ends,
    name_of_kind,
)
from briefpack.findings.readiness import UNBALANCED, share_of
from briefpack.house.rule_changes import Severity
from briefpack.stages.coverage.ahead import days_ahead, lasting, parties_ahead, work_time
from briefpack.stages.coverage.gaps import Cover, CoveredGap, has_ended, is_at_work
from briefpack.stages.coverage.times import Relation, ends_of, relation

#: Where work is done: with whom, and at which level of leaders.
_PLACES = ("parties", "level")
_NO_KIND = ""


def doubled(seen: Vantage) -> Iterator[Found]:
    """Return each two pieces of work of one kind, with the same party at the same level, at the same time.

    An active effort without a shown end lasts at least until today; it says no more where an activity of that effort is
    found already. A view may lack that end, or that an activity is part of the other work: then the finding is the
    team's alone.
    """
    every = dict(_at_one_time(seen))
    yield from (Unchecked(each, missing) for pair in every for each, missing in _bare(*pair))
    pairs = {pair: how for pair, how in every.items() if not any(_bare(*pair))}
    certain = {pair for pair in pairs if relation(*(work_time(seen.view, one) for one in pair)) == "together"}
    told = {frozenset((_whole(one) or one, _whole(other) or other)) for one, other in certain}
    for (one, other), how in pairs.items():
        if (one, other) in certain:
            yield _doubled(seen, one, other, "absence" if _may_be_part(one, other) else None)
        elif how == "together" and frozenset((one, other)) not in told:
            yield _doubled(seen, one, other, "absence")
        elif how == "untold" and frozenset((one, other)) not in told:
            yield from (Unchecked(each, missing) for each in (one, other) if (missing := missing_ends(each)))


def _at_one_time(seen: Vantage) -> Iterator[tuple[tuple[Node, Node], Relation]]:
    """Return each two alike pieces of work that are not certainly apart in time, which is asked first: most are."""
    works = [*seen.view.root.assessment.efforts, *seen.view.root.planning.activities]
    times = {one: lasting(seen.view, one) for one in works}
    for one, other in _of_one_kind(works):
        how = relation(times[one], times[other])
        if how != "apart" and _may_be_alike(one, other):
            yield (one, other), how


def _of_one_kind(works: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Return each two pieces of work that are, or may be, of one kind: one whose kind is not shown may be of any."""
    kinds: dict[str, list[Node]] = defaultdict(list)
    for one in works:
        kinds[kind_of(one)].append(one)
    untold = kinds.pop(_NO_KIND, [])
    for group in (*kinds.values(), untold):
        yield from combinations(group, 2)
    yield from ((one, other) for one in untold for group in kinds.values() for other in group)


def _may_be_alike(one: Node, other: Node) -> bool:
    """Return whether two pieces of work, neither part of the other, have, or may have, some same parties and levels."""
    is_apart = other != _whole(one) and one != _whole(other)
    return is_apart and all(
        _shared(name, one, other) or not (getattr(one, name) and getattr(other, name)) for name in _PLACES
    )


def _bare(one: Node, other: Node) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Return each of two pieces of work that lacks its kind, or where it works, with the names of what is lacking."""
    for each in (one, other):
        missing = () if kind_of(each) else (name_of_kind(each),)
        if missing := (*missing, *(name for name in _PLACES if not getattr(each, name))):
            yield each, missing


def _may_be_part(one: Node, other: Node) -> bool:
    """Return whether one may be part of the other: of an activity and an effort a view may not show it."""
    shown = inside(one).fields.keys() | inside(other).fields.keys()
    return inside(one).kind is not inside(other).kind and "part_of" not in shown


def _shared(name: str, one: Node, other: Node) -> tuple[Node | Leaf, ...]:
    theirs = list(getattr(other, name))
    return tuple(each for each in getattr(one, name) if each in theirs)


def _doubled(seen: Vantage, one: Node, other: Node, basis: Basis | None) -> Finding:
    dates = tuple(end for end in (*ends_of(one), *ends_of(other), *days_ahead(seen.view, one, other)) if end)
    values: dict[str, Value] = {"one": one, "other": other, "kind": kind_leaf(one) or 0, "dates": dates}
    values |= {"parties": _shared("parties", one, other), "levels": _shared("level", one, other)}
    return Finding((one, other), values, basis=basis, is_past=any(has_ended(seen.view, each) for each in (one, other)))


def _whole(work: Node) -> Node | None:
    """Return the effort that an activity is part of, or None."""
    part_of = inside(work).fields.get("part_of")
    return part_of if isinstance(part_of, Node) else None


def on_paper(seen: Vantage) -> Iterator[Found]:
    """Return each gap that is left to work which does not reach it now, or that nothing covers."""
    declined = [one.gap for one in seen.view.root.conception.gaps_declined]
    for one in seen.coverage.gaps:
        covers = (*one.covers, *one.others)
        against = [each for each in covers if each.levels or each.parties or each.state or each.ended or each.begins]
        grave: Severity | None = None if str(one.gap.priority or "") == "high" else "low"
        values: dict[str, Value] = {"gap": one.gap, "priority": one.gap.priority or 0}
        if one.outcome in ("contradicted", "untold") and against:
            form, named = _worst_form(against)
            values |= {"work": tuple(cover.work for cover in named), "all_work": tuple(each.work for each in against)}
            yield Finding((one.gap,), values, "low" if form == "planned" else grave, form=form)
        elif one.outcome == "unnamed" and one.gap not in declined:
            yield Finding((one.gap,), values, grave, form="nobody")
        elif one.outcome == "untold":
            yield from _untold(seen, one)


def _worst_form(against: list[Cover]) -> tuple[str, list[Cover]]:
    """Return what is said of work that does not reach a gap, with the work that it is said of.

    Only the efforts that a gap names are said to cover it; an activity takes it up. What is only still to begin is
    neither wrong nor to be taken out.
    """
    amiss = [one for one in against if one.levels or one.parties or one.state or one.ended]
    if not amiss:
        return "planned", against
    efforts = [one for one in amiss if one.kind == "effort"]
    return ("paper", efforts) if efforts else ("taken_up", amiss)


def _untold(seen: Vantage, one: CoveredGap) -> Iterator[Unchecked]:
    """Return what is missing to tell whether a gap is covered: of the gap, else of the work that is named."""
    if missing := tuple(name for name in _PLACES if not getattr(one.gap, name)):
        yield Unchecked(one.gap, missing)
        return
    for work in (cover.work for cover in (*one.covers, *one.others)):
        bare = tuple(name for name in _PLACES if not getattr(work, name))
        is_untold = is_at_work(seen.view, work) is None
        when = missing_ends(work) if is_untold else ()
        if bare or when:
            yield Unchecked(work, (*bare, *when))
        elif is_untold:
            yield Unchecked(seen.view.root.case, ("date_of_information",))


def one_sided(seen: Vantage) -> Iterator[Found]:
    """Return each party that no work reaches, and each activity with far more people of one party than of another."""
    yield from _left_out(seen)
    for activity in seen.view.root.planning.activities:
        share, values = share_of(activity), {"activity": activity, "times": UNBALANCED}
        if share and share.least > UNBALANCED:
            is_past = has_ended(seen.view, activity)
            grave: Severity | None = "low" if seen.is_over or is_past else None
            yield Finding((activity,), values, grave, form="uneven", is_past=is_past)
        elif share and share.most > UNBALANCED:
            yield Unchecked(activity, ("participants.per_party",))


def _left_out(seen: Vantage) -> Iterator[Found]:
    """Return each party that no work reaches; information where it is unknown how much of a society there is.

    Work that has ended reaches nobody; in a case that is over it counts at any time. A meeting ahead reaches a party.
    """
    works = [*seen.view.root.assessment.efforts, *seen.view.root.planning.activities]
    if not works:
        yield from no_work(seen)
        return
    if not seen.view.root.assessment.parties:
        yield lacking(seen, "assessment.parties")
    ended = [one for one in works if has_ended(seen.view, one)]
    going_on = [one for one in works if one not in ended]
    reached = {*parties_ahead(seen.view), *(party for one in going_on for party in one.parties)}
    for party in (one for one in seen.view.root.assessment.parties if one not in reached):
        yield from _unreached(seen, party, ended, [one for one in going_on if not one.parties])


def _unreached(seen: Vantage, party: Node, ended: list[Node], silent: list[Node]) -> Iterator[Found]:
    """Return that no work reaches a party, or the work that goes on and does not say whom it reaches."""
    if silent:
        yield from (Unchecked(one, ("parties",)) for one in silent)
        return
    is_known = is_shown(seen.view.root.assessment.feasibility.civil_society) and not seen.is_over
    was = tuple(one for one in ended if party in list(one.parties))
    values: dict[str, Value] = {"party": party, **({"ended": was} if was else {})}
    yield Finding((party,), values, None if is_known else "low", form="ended" if was else "sentence")


def no_work(seen: Vantage) -> Iterator[Unchecked]:
    """Return that a view shows no work at all, unless it says why there is none."""
    if seen.view.root.assessment and not has_reason(seen.view.root.assessment.efforts):
        yield lacking(seen, "assessment.efforts")
