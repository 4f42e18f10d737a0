"""Claimed: what the case says of readiness, beside what the data can work out of the same points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Literal

from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Node, View
from briefpack.findings.readiness import COUNTERPARTS

WorkedOut = Literal["true", "false", "untold"]
#: What the data tell where they say the same as these words of the case.
_SAME: Mapping[str, WorkedOut] = MappingProxyType({"met": "true", "unmet": "false"})


@dataclass(frozen=True)
class Claimed:
    """A readiness point that the data can tell of: its phase and id, the point if the case has it, what they tell."""

    phase: str
    id: str
    point: Node | None
    worked_out: WorkedOut

    @property
    def is_agreed(self) -> bool:
        """Return whether the case says of the point what its data tell."""
        claim = str(self.point.state or "") if self.point else ""
        return _SAME.get(claim) == self.worked_out


def claimed(view: View) -> Iterator[Claimed]:
    """Return each point of a phase with readiness that the data can tell of; of a case that is over none."""
    for name, counterparts in COUNTERPARTS.items() if not is_over(view) else ():
        points = {str(one.id): one for one in getattr(view.root, name).readiness}
        for key, worked_out in counterparts.items() if points else ():
            told: dict[bool | None, WorkedOut] = {True: "true", False: "false", None: "untold"}
            yield Claimed(name, key, points.get(key), told[worked_out(view).is_so])


def agreed(every: Iterable[Claimed]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return by phase the points of which the case and its data say the same."""
    for phase, points in groupby((one for one in every if one.is_agreed), key=lambda one: one.phase):
        yield phase, tuple(one.id for one in points)
