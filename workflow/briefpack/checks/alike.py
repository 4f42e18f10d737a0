"""Alike: a value that is withheld from an audience in one place and shown in another, which the gate allows.

Source: this project's own design. This is only a warning, because an audience may know a thing in one context and not
in another: that somebody exists, but not that they were there. Whole headlines, names, places and days are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefpack.case.content import Case
from briefpack.checks.audiences import Audiences
from briefpack.checks.engagement_days import held_days
from briefpack.gate.wanted import Alike, alike
from briefpack.handbook import Audience
from briefpack.problems import Place, Problem

_SHOWN = (
    "this value is withheld from {audiences} here, but shown to {them} at {shown} (found in {count} places): close "
    "it there, open it here, or leave it if the reader may know it"
)


@dataclass
class _Likeness:
    """Where one value is withheld, from whom, and where it is shown to them."""

    audiences: dict[Audience, None] = field(default_factory=dict)
    withheld: set[Place] = field(default_factory=set)
    shown: set[Place] = field(default_factory=set)


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return a warning for each value that an audience is shown in one place only; no message holds the value."""
    every: dict[Alike, dict[Audience, _Likeness]] = {}
    # The day of an engagement that was held is to be taken out, which is told by itself.
    held = held_days(case)
    printed = audiences.printed[0] if audiences.printed else None
    for view in audiences.each:
        for value, here, there in alike(case, view, printed):
            if here in held:
                continue
            found = every.setdefault(value, {}).setdefault(view.audience, _Likeness({view.audience: None}))
            found.withheld.add(case.place_typed(here))
            found.shown |= {case.place_typed(path) for path in there}
    joined = [one for each in every.values() for one in _of_readers(list(each.values()))]
    yield from map(_warning, _by_place(joined))


def _of_readers(every: list[_Likeness]) -> Iterable[_Likeness]:
    """Return as one what is withheld from several readers alike, unless one is shown what is withheld from another."""
    whole = _Likeness()
    for one in every:
        whole.audiences |= one.audiences
        whole.withheld |= one.withheld
        whole.shown |= one.shown
    return [whole] if whole.withheld.isdisjoint(whole.shown) else every


def _by_place(every: Iterable[_Likeness]) -> Iterable[_Likeness]:
    """Return as one all that is withheld at one place from the same audiences, such as both ends of an interval."""
    found: dict[tuple[Place, tuple[Audience, ...]], _Likeness] = {}
    for one in every:
        same = found.setdefault((min(one.withheld), tuple(one.audiences)), one)
        same.withheld |= one.withheld
        same.shown |= one.shown
    return found.values()


def _warning(found: _Likeness) -> Problem:
    message = _SHOWN.format(
        audiences=" and ".join(found.audiences),
        them="them" if len(found.audiences) > 1 else "it",
        shown=min(found.shown),
        count=len(found.withheld | found.shown),
    )
    return Problem(min(found.withheld), message, "warning")
