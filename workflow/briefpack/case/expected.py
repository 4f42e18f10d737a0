"""Expected: what a list should hold at the least, so that what lacks is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AskedAmong:
    """A list in which each of these values of a field should stand at one item at least, or it is asked for.

    Where `all_say`, nothing is asked while an item lacks the field, since that one may be the answer.
    """

    field: str
    values: tuple[str, ...]
    all_say: bool = False
