"""Tallies: the findings of several cases by rule: how many of each weight, in which cases, and how old they are.

A finding is as old as the last of the dates that it rests on, counted back from the date of information of its case.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefpack.disclosure.view import Leaf
from briefpack.findings.telling import Telling, Told
from briefpack.house.rule_changes import Severity
from briefpack.house.wording import Catalogue
from briefpack.stages.coverage.times import Time

#: How old a finding is: so many days, still to come, or not told by any date.
Age = int | Literal["coming", "undated"]


@dataclass(frozen=True)
class Tally:
    """What one rule found in all cases: how many findings of each weight, in which cases, and how old they are."""

    rule: str
    high: int
    medium: int
    low: int
    cases: tuple[str, ...]
    age: str


def tallies(told: Sequence[tuple[str, Time | None, Telling]], catalogue: Catalogue) -> Iterator[Tally]:
    """Return a tally of each rule that found something, the gravest first.

    `told` has of each case its letter, its date of information, and its findings; those that it answers do not count.
    """
    found: dict[str, list[tuple[str, Told, Age]]] = defaultdict(list)
    for letter, today, telling in told:
        for one in telling.whole:
            found[one.rule].append((letter, one, age_of(one, today)))
    every = [_tally(rule, ones, catalogue) for rule, ones in sorted(found.items())]
    return iter(sorted(every, key=lambda one: (-one.high, -one.medium, -one.low)))


def _tally(rule: str, found: Sequence[tuple[str, Told, Age]], catalogue: Catalogue) -> Tally:
    weights: Counter[Severity] = Counter(one.severity for _, one, _ in found)
    cases = Counter(letter for letter, _, _ in found)
    return Tally(
        catalogue.say(f"findings.{rule}.name"),
        weights["high"],
        weights["medium"],
        weights["low"],
        tuple(catalogue.say("register.counted", case=letter, count=count) for letter, count in cases.items()),
        _in_words([age for _, _, age in found], catalogue),
    )


def age_of(one: Told, today: Time | None) -> Age:
    """Return how many days before the date of information the last of the dates lies that a finding rests on.

    A date that is not known to the day counts by the last day that it leaves possible.
    """
    last = max(one.dates, key=_end, default=None)
    if last is None or today is None:
        return "undated"
    return "coming" if last.value.start.first > today.ends[1] else max(0, (today.begins[0] - _end(last)).days)


def _end(leaf: Leaf) -> date:
    last: date = leaf.value.end.last
    return last


def _in_words(ages: Sequence[Age], catalogue: Catalogue) -> str:
    """Return the ages of findings: from the least to the most days, and how many have none; empty if none has one."""
    days = sorted(age for age in ages if isinstance(age, int))
    said: list[str] = []
    if days and days[0] != days[-1]:
        said.append(catalogue.say("register.ages", least=catalogue.number(days[0]), most=days[-1], count=days[-1]))
    elif days:
        said.append(catalogue.say("report.days", count=days[0]))
    for kind in ("coming", "undated"):
        count = ages.count(kind)
        if count and (said or kind == "coming"):
            said.append(catalogue.say(f"register.age_{kind}", count=count))
    return "; ".join(said)
