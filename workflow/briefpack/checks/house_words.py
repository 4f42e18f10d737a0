"""House words: what the checks that compare a case with a house style are given, and nothing of any registry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.gate.wanted import AlwaysPrinted


@dataclass(frozen=True)
class HouseWords:
    """An organisation's pattern for names of people, and what all its packs print, in each language they are in."""

    name_pattern: str | None = None
    printed: Sequence[AlwaysPrinted] = ()
