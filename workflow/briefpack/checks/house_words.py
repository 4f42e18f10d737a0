"""House words: what the checks that compare a case with a house style are given, and nothing of any registry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.gate.wanted import AlwaysPrinted
from briefpack.handbook import RELEASED_TO, Audience


@dataclass(frozen=True)
class HouseWords:
    """An organisation's pattern for names of people, and what all its packs print, in each language they are in.

    `readers` are those for whom something is made: a case can keep the letterhead from each.
    """

    name_pattern: str | None = None
    printed: Sequence[AlwaysPrinted] = ()
    readers: Sequence[Audience] = RELEASED_TO
