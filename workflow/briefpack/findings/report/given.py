"""Given: which version each reader was given, how old that is, and what the author says was new in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefpack.disclosure.view import Leaf, Node, View
from briefpack.handbook import RELEASED_TO, Audience, yaml_word
from briefpack.stages.coverage.times import Time, one_time


@dataclass(frozen=True)
class VersionHeld:
    """A version that a reader was given; how many days before the date of information, as far as both are known.

    `is_own` says that it is the version of the case itself.
    """

    version: Leaf
    date: Leaf
    days: int | None
    is_own: bool
    changed: tuple[Leaf, ...]


@dataclass(frozen=True)
class VersionsHeld:
    """A reader, and the versions that the case records of it, the newest first; none where none is recorded."""

    audience: Audience
    versions: tuple[VersionHeld, ...]


def given(view: View) -> Iterator[VersionsHeld]:
    """Return for each reader the versions that the case records, and nothing of a case that records none."""
    case, today = view.root.case, one_time(view.root.case.date_of_information)
    for audience in RELEASED_TO if case.releases else ():
        every = list(getattr(case.releases, yaml_word(audience)))
        newest_first = sorted(every, key=lambda one: one.date.value.sort_key, reverse=True)
        yield VersionsHeld(audience, tuple(_given(one, str(case.version or ""), today) for one in newest_first))


def _given(one: Node, own: str, today: Time | None) -> VersionHeld:
    last = one.date.value.end.last
    days = (today.begins[0] - last).days if today and last <= today.begins[0] else None
    return VersionHeld(one.version, one.date, days, str(one.version) == own, tuple(one.changed))
