"""Roles: one body in seats that should be apart, and a side without its contact (C01, C02, C13, C20).

Source: handbook map, section 4 (C01, C02, C13, C20). Findings speak of offices and organisations, never of a person; of
people they know numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefpack.disclosure.view import Node
from briefpack.findings.finding import (
    Finding,
    Found,
    Unchecked,
    Value,
    Vantage,
    Worded,
    has_reason,
    is_shown,
    lacking,
)
from briefpack.findings.offices import is_office
from briefpack.findings.seated import Seated
from briefpack.handbook import PACK_AUDIENCES, yaml_word


def both_sides(seen: Vantage) -> Iterator[Found]:
    """Return that people have seats on both sides, by kinds of seat; it matters less where both sides know of it."""
    about, seats = seen.view.root.case, seen.seated
    if seats is None:
        yield Unchecked(about, ("registry",))
        return
    if not seats.is_whole:
        yield Unchecked(about, ("alias",))
    if seats.undeclared.people:
        form = "mixed" if seats.declared.people else "undeclared"
        yield Finding((about,), _kinds(seats), form=form, is_urgent=True)
    elif seats.declared.people:
        yield Finding((about,), _kinds(seats), "low", form="declared")


def _kinds(seats: Seated) -> dict[str, Value]:
    """Return the kinds of seat for the sentence, and what an answer lapses with: never how many have a seat.

    The sentence does not say which of them both sides know of: that could tell whose they are.
    """
    told = sorted({*seats.undeclared.kinds, *seats.declared.kinds})
    kinds = tuple(Worded(f"report.seat_{kind}") for kind in told) or Worded("findings.C01.kinds_untold")
    both = {"undeclared": min(seats.undeclared.people, 1), "declared": min(seats.declared.people, 1)}
    return {"stamp": seats.stamp, "kinds": kinds, **both}


def many_at_once(seen: Vantage, most: int) -> Iterator[Found]:
    """Return that people lead so many pieces of work, or more, at the same time."""
    about = seen.view.root.case
    if seen.seated is None:
        yield Unchecked(about, ("registry",))
        return
    if not seen.seated.is_whole:
        yield Unchecked(about, ("alias",))
    if any(certain >= most for certain, _ in seen.seated.at_once):
        yield Finding((about,), {"most": most, "stamp": seen.seated.stamp})
    elif any(perhaps >= most for _, perhaps in seen.seated.at_once):
        yield Unchecked(about, seen.seated.undated)


def liaison(seen: Vantage) -> Iterator[Found]:
    """Return a contact who alone stands for both sides, and each side for which no contact is shown.

    Both rest on what a view lacks: another contact of a side. A contact whose side is not told may be that one.
    """
    liaisons = seen.view.root.coordination.liaisons
    if not liaisons and not has_reason(liaisons) and not seen.is_over:
        yield lacking(seen, "coordination.liaisons")
    if sideless := [one for one in liaisons if not one.track]:
        yield from (Unchecked(one, ("track",)) for one in sideless)
        return
    named = list(liaisons)
    for one, other in combinations(named, 2):
        is_alone = bool(one.actor) and all(each.actor == one.actor for each in named)
        if is_alone and str(one.track) != str(other.track):
            yield Finding((one, other), {"actor": one.actor}, form="both" if is_office(one.actor) else "same")
    for audience in PACK_AUDIENCES:
        if named and not seen.is_over and not any(str(one.track) == yaml_word(audience) for one in named):
            coordination = seen.view.root.coordination
            yield Finding((coordination,), {"side": Worded(f"audience.{audience}")}, form="none")


def funder(seen: Vantage, percent: int) -> Iterator[Found]:
    """Return each funder that pays so many per cent or more, and each that is a government, a partner who funds too."""
    conception = seen.view.root.conception
    funding = conception.funding
    if conception and not (funding.sources or funding.does_not_apply or has_reason(funding.sources)):
        yield lacking(seen, "conception.funding.sources")
    for one in funding.sources:
        if one.actor and not one.share:
            yield Unchecked(one, ("share",))
        elif one.actor and round(one.share.value * 100, 6) >= percent:
            values: dict[str, Value] = {"funder": one.actor, "share": round(one.share.value * 100)}
            is_government = str(one.actor.kind or "") == "government"
            values |= {"kind": one.actor.kind} if is_government else {}
            form = "share_government" if is_government else "share" if is_office(one.actor) else "source"
            yield Finding((one,), values, form=form)
    yield from _governments(seen)


def _governments(seen: Vantage) -> Iterator[Found]:
    """Return each government that funds, once: as a source, or as a partner whose role that is."""
    conception = seen.view.root.conception
    paid: dict[Node, list[Node]] = {}
    for one in conception.funding.sources:
        if one.actor:
            paid.setdefault(one.actor, []).append(one)
    for one in conception.partners:
        if one.actor and str(one.role or "") == "funder":
            paid.setdefault(one.actor, []).append(one)
        elif one.actor and one.actor not in paid and not one.role and str(one.actor.kind or "") == "government":
            yield Unchecked(one, ("role",))
    for actor, sources in paid.items():
        if not is_shown(actor.kind):
            yield Unchecked(actor, ("kind",))
        elif str(actor.kind) == "government":
            values: dict[str, Value] = {"funder": actor, "kind": actor.kind, "sources": tuple(sources)}
            yield Finding((actor,), values, "low", form="government")
