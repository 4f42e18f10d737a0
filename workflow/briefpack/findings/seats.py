"""Seats: who of the sealed registry has which seats, counted; only numbers and kinds of seats leave this module.

Source: handbook map, section 4 (C01, C02). It takes the opened registry as the checks of people do; nothing that makes
a pack takes what it returns.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import get_args

from briefpack.case.content import Path
from briefpack.case.registry import OpenedRegistry, Person, Registry
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Node, View
from briefpack.disclosure.views import Views
from briefpack.findings.filled import filled_seats, unfilled_kinds
from briefpack.findings.finding import missing_ends
from briefpack.findings.seated import Double, Kind, Outcome, Seated
from briefpack.stages.coverage.ahead import lasting
from briefpack.stages.coverage.times import Time
from briefpack.text.normalising import folded

_KINDS: tuple[Kind, ...] = get_args(Kind)
#: How many digits of a digest stand for the whole registry.
_DIGITS = 12


@dataclass
class _Held:
    """What one person holds: kinds of seats by side, the pieces of work, and whether both sides know of all seats.

    `actors` are those behind whom the person stands in the case, and `hidden` seats some that one side is not shown.
    """

    seats: dict[str, set[Kind]] = field(default_factory=lambda: defaultdict(set))
    work: list[Time | None] = field(default_factory=list)
    actors: set[Path] = field(default_factory=set)
    hidden: bool = False
    elsewhere: bool = False
    is_registered: bool = True

    @property
    def is_declared(self) -> bool:
        """Return whether both sides know of all seats: the registry says so, or the packs of both show them."""
        return self.is_registered or not (self.elsewhere or self.hidden or len(self.actors) > 1)

    @property
    def is_double(self) -> bool:
        """Return whether the person has a seat on both sides, one of them perhaps outside the case."""
        return bool(self.seats["track_ii"]) and bool(self.seats["track_i"] or self.elsewhere)

    @property
    def kinds(self) -> set[Kind]:
        """Return the kinds of seats of the person in the case."""
        return self.seats["track_i"] | self.seats["track_ii"]

    def add(self, person: Person, parties: Collection[str]) -> None:
        """Add what the registry says of the person.

        Who takes part is listed nowhere by name: somebody of a party without another seat here is taken to do so.
        """
        self.elsewhere = self.elsewhere or bool(person.other_seats)
        self.is_registered = self.is_registered and person.seats_declared
        if person.party in parties and not self.kinds:
            self.seats["track_ii"].add("participant")


def seated(views: Views, opened: OpenedRegistry) -> Seated | None:
    """Return what the registry tells of the seats in the team's view; None if it is missing or cannot be opened.

    What is told of a kind of seat that one person alone has would tell whose it is, so nothing is.
    """
    registry = opened.readable
    if registry is None:
        return None
    filled = list(filled_seats(views.of("team")))
    held = _held(views, registry, filled)
    holders = Counter(kind for one in held for kind in one.kinds)
    complete = _complete_kinds(filled, unfilled_kinds(views.of("team")), registry)
    outcomes = {kind: _outcome(kind, held, holders[kind], is_complete=kind in complete) for kind in _KINDS}
    told = {kind for kind in outcomes if holders[kind] > 1}
    double = [one for one in held if one.is_double]
    at_once = tuple(sorted(_most_at_once(one.work) for one in held))
    return Seated(
        outcomes,
        _numbered([one for one in double if one.is_declared], told),
        _numbered([one for one in double if not one.is_declared], told),
        at_once,
        tuple(sorted(set(_undated(views.of("team"), registry)))),
        _stamp(registry, double, at_once),
        _is_whole(filled, registry, held),
    )


def _complete_kinds(
    filled: Iterable[tuple[Kind, str, Node]], unfilled: Collection[Kind], registry: Registry
) -> Collection[Kind]:
    """Return each kind of seat that all work shows to be filled, each by somebody in the registry."""
    named: dict[Kind, list[bool]] = defaultdict(list)
    for kind, _, actor in filled:
        named[kind].append(str(actor.alias or "") in registry.people)
    return {kind for kind, each in named.items() if all(each) and kind not in unfilled}


def _stamp(registry: Registry, double: Iterable[_Held], at_once: Sequence[tuple[int, int]]) -> int:
    """Return a number that changes with the registry and with the seats of its people.

    It tells of neither to anybody who does not have the whole registry.
    """
    seats = [sorted((side, kind) for side, kinds in one.seats.items() for kind in kinds) for one in double]
    text = repr((registry.model_dump_json(warnings=False), seats, at_once))
    return int(sha256(text.encode()).hexdigest()[:_DIGITS], 16)


def _numbered(people: Sequence[_Held], told: Collection[Kind]) -> Double:
    return Double(len(people), Counter(kind for one in people for kind in one.kinds if kind in told))


def _held(views: Views, registry: Registry, filled: Iterable[tuple[Kind, str, Node]]) -> Sequence[_Held]:
    """Return what each person holds; one who is in the registry under two aliases is one person."""
    names = {alias: folded(person.name) for alias, person in registry.people.items()}
    people: dict[str, _Held] = {name: _Held() for name in names.values()}
    view, shown = views.of("team"), [_seats_in(one) for one in views.for_packs.values()]
    for kind, side, actor in filled:
        if name := names.get(str(actor.alias or "")):
            people[name].seats[side].add(kind)
            people[name].actors.add(inside(actor).path)
            people[name].hidden |= not all((kind, side, inside(actor).path) in seats for seats in shown)
    parties = {str(party.id) for party in view.root.assessment.parties}
    for person in registry.people.values():
        people[folded(person.name)].add(person, parties)
    for work, actors in _work(view):
        for name in {names.get(str(actor.alias or "")) for actor in actors if actor} - {None}:
            people[str(name)].work.append(lasting(view, work))
    return list(people.values())


def _seats_in(view: View) -> set[tuple[Kind, str, Path]]:
    return {(kind, side, inside(actor).path) for kind, side, actor in filled_seats(view)}


def _outcome(kind: Kind, held: Iterable[_Held], holders: int, *, is_complete: bool) -> Outcome:
    """Return whether those with a kind of seat are on both sides; unchecked unless each of them is in the registry.

    So is a kind that one person alone has: a word of its own for that would tell that there is one.
    """
    if holders == 1:
        return "unchecked"
    if any(kind in one.kinds for one in held if one.is_double):
        return "some"
    return "none" if is_complete else "unchecked"


def _is_whole(filled: Iterable[tuple[Kind, str, Node]], registry: Registry, held: Iterable[_Held]) -> bool:
    """Return whether somebody of the registry has a seat, and so has each individual who fills one."""
    people = (actor for _, _, actor in filled if str(actor.kind or "") == "individual")
    return any(one.kinds for one in held) and all(str(one.alias or "") in registry.people for one in people)


def _work(view: View) -> Iterator[tuple[Node, Sequence[Node]]]:
    """Return each piece of work with the actors who lead it; an activity stands for the effort that it is part of."""
    activities = list(view.root.planning.activities)
    for one in activities:
        yield one, (*(each.actor for each in one.facilitators), one.media.spokesperson)
    parts = [one.part_of for one in activities if one.part_of]
    for one in view.root.assessment.efforts:
        if one not in parts and str(one.state or "") not in ("ended", "dormant"):
            yield one, (one.convenor,)


def _undated(view: View, registry: Registry) -> Iterator[str]:
    """Return the names of the fields for which it cannot be told when work of people in the registry begins or ends."""
    for one, actors in _work(view):
        if any(str(actor.alias or "") in registry.people for actor in actors if actor):
            lasts = str(inside(one).fields.get("state")) == "active" and not one.to and getattr(one, "from")
            yield from (name for name in missing_ends(one) if not (lasts and name == "to"))


def _most_at_once(work: Sequence[Time | None]) -> tuple[int, int]:
    """Return how many pieces of work certainly run on one day, at the most, and how many perhaps do."""
    dated = [time for time in work if time]
    # The most run together on the first day of one of them.
    certain = _most((one.begins[1], one.ends[0]) for one in dated)
    perhaps = _most((one.begins[0], one.ends[1]) for one in dated)
    return certain, perhaps + len(work) - len(dated)


def _most(times: Iterable[tuple[date, date]]) -> int:
    every = list(times)
    return max((sum(first <= day <= last for first, last in every) for day, _ in every), default=0)
