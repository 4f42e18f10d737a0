"""Shared: what several cases draw on: the same bodies as funders or convenors, the same places, the same days.

Each is compared by what the coordinators of both cases see. Names and places are the same where their words are, as the
gate compares words: capitals, accents and signs do not count. Days are the same where the dates leave no other
possibility. Nothing here is about a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from briefpack.case.source import Source
from briefpack.disclosure.inside import inside
from briefpack.disclosure.view import Leaf, Node
from briefpack.findings.case_register.member import Member
from briefpack.gate.words import words_of
from briefpack.stages.coverage.times import LONGEST_COMPARED, Time, ends_of, one_time, relation, time_of
from briefpack.text.escaping import escaped, on_one_line

#: What is compared, by the words of its name: its name, and how each case draws on it.
_Found = Mapping[tuple[str, ...], tuple[str, dict[int, list[str]]]]


@dataclass(frozen=True)
class Use:
    """How one case draws on something: the case, and as what, or for which work."""

    case: str
    what: str


@dataclass(frozen=True)
class Shared:
    """Something that several cases draw on: what it is called, and how each of them does."""

    name: str
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class Meeting:
    """Something of one case and something of another that certainly take place on a common day, with their dates."""

    one: Use
    other: Use


def bodies(members: Sequence[Member]) -> Iterator[Shared]:
    """Return each office or organisation that funds or convenes in several cases; a person is never among them."""
    yield from _shared(members, (_of_bodies(one) for one in members))


def _of_bodies(member: Member) -> Iterator[tuple[str, str]]:
    """Return each body that funds a case or convenes an effort in it, and as what."""
    say, root = member.catalogue.say, member.view.root
    for one in root.conception.funding.sources:
        if one.actor and member.is_compared(one.actor):
            share = one.share and member.catalogue.number(round(one.share.value * 100))
            yield str(one.actor.name), say("register.pays_share", share=share) if share else say("register.pays")
    for one in root.assessment.efforts:
        if one.convenor and member.is_compared(one.convenor):
            yield str(one.convenor.name), say("register.convenes", work=member.names.of(inside(one).path))


def places(members: Sequence[Member]) -> Iterator[Shared]:
    """Return each place that several cases name, as far as their coordinators may know it."""
    yield from _shared(members, (_of_places(one) for one in members))


def _of_places(member: Member) -> Iterator[tuple[str, str]]:
    """Return each place that a case names, and for what."""
    for item in member.view.items:
        for leaf in item.fields.values() if item.kind is not Source else ():
            if isinstance(leaf, Leaf) and leaf.shape.names_place:
                is_whole = item.path == ("case",)
                yield str(leaf), member.catalogue.say("register.whole") if is_whole else member.names.of(item.path)


def _shared(members: Sequence[Member], found: Iterable[Iterable[tuple[str, str]]]) -> Iterator[Shared]:
    """Return what several of some cases draw on, by name; `found` has for each case what it draws on, and as what."""
    every: dict[tuple[str, ...], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    called: dict[tuple[str, ...], str] = {}
    for number, of_case in enumerate(found):
        for name, what in of_case:
            called.setdefault(words_of(name), name)
            every[words_of(name)][number].append(what)
    for words, uses in sorted(every.items()):
        if words and len(uses) > 1:
            told = (Use(members[one].title, "; ".join(dict.fromkeys(uses[one]))) for one in sorted(uses))
            yield Shared(escaped(on_one_line(called[words])), tuple(told))


def meetings(members: Sequence[Member]) -> tuple[tuple[Meeting, ...], int]:
    """Return what takes place on a common day in two cases and is not over, in order, and how much else is over.

    It is over where the newest date of information of the cases is certainly later. What takes longer than a month is
    not compared: that it shares a day with something says nothing.
    """
    days = [one_time(one.view.root.case.date_of_information) for one in members]
    today = max((day.begins[0] for day in days if day), default=None)
    dated = [[one for one in _dated(member) if one[0].days <= LONGEST_COMPARED] for member in members]
    pairs = (pair for one, other in combinations(dated, 2) for pair in product(one, other))
    together = [pair for pair in pairs if relation(pair[0][0], pair[1][0]) == "together"]
    coming = [pair for pair in together if today is None or min(time.ends[1] for time, _ in pair) >= today]
    ordered = sorted(coming, key=lambda pair: max(time.begins[0] for time, _ in pair))
    return tuple(Meeting(one, other) for (_, one), (_, other) in ordered), len(together) - len(coming)


def _dated(member: Member) -> Iterator[tuple[Time, Use]]:
    """Return what a case tells the days of, and when it is: sessions, rounds, and work without a dated session.

    Of what has no end shown the first day alone is compared: on that it certainly takes place.
    """
    for item, begins, ends in _with_dates(member):
        time = time_of(begins, ends or begins)
        if time is not None:
            when = member.catalogue.interval(begins.value if begins else None, ends.value if ends else None)
            what = member.names.of(inside(item).path)
            yield time, Use(member.title, member.catalogue.say("register.dated", what=what, when=when))


def _with_dates(member: Member) -> Iterator[tuple[Node, Leaf, Leaf]]:
    root = member.view.root
    met = [one for one in root.implementation.sessions if one.date]
    yield from ((one, one.date, one.date) for one in met)
    yield from ((one, getattr(one, "from"), one.to) for one in root.coordination.track_i_rounds)
    held = [one.activity for one in met]
    for one in (*root.assessment.efforts, *root.planning.activities):
        if one not in held:
            yield (one, *ends_of(one))
