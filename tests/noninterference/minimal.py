"""Minimal: a case in which an audience can tell of a mutation, made as small as it can be while it still can."""

from __future__ import annotations

from collections.abc import Callable

from tests.noninterference.mutating import delete
from tests.noninterference.references import mended
from tests.noninterference.tree import Given, Way

#: Whether an audience can tell one case from another.
Telling = Callable[[Given, Given], bool]


def smallest(case: Given, mutant: Given, can_tell: Telling) -> tuple[Given, Given]:
    """Give a case and its mutant without all that is not needed to tell them apart."""
    done: set[Way] = set()
    while True:
        ways = [way for way, _ in case.below() if way and way not in done]
        for way in ways:
            done.add(way)
            smaller = _without(case, way), _without(mutant, way)
            if smaller[0] and smaller[1] and can_tell(smaller[0], smaller[1]):
                case, mutant = smaller[0], smaller[1]
                done.clear()
                break
        else:
            return case, mutant


def _without(case: Given, way: Way) -> Given | None:
    """Give a case without a value, or None where it has none there."""
    copy = case.copied()
    try:
        delete(copy, way)
    except (KeyError, IndexError, TypeError):
        return None
    return mended(copy)
