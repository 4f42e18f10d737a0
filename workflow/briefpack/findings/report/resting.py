"""Resting: a row of the report remembers which values of the case it rests on, so that `explain` names their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from briefpack.case.content import Path


@dataclass(frozen=True, kw_only=True)
class Resting:
    """A row and the paths of the values that it rests on; `told_by` names the field that tells them, its first."""

    told_by: ClassVar[str] = "what"
    rests_on: tuple[Path, ...] = field(default=(), repr=False)

    def tells(self, name: str) -> Iterator[Path]:
        """Return the paths of the values in the case that the field of this name reveals."""
        yield from self.rests_on if name == self.told_by else ()
