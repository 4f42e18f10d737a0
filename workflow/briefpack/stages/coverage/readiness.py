"""Readiness: of each phase which points are open, unproven or not in a view, and whether the phase is ready.

A phase is ready where every point that applies is met with evidence; a point that is not known or that the case lacks
counts as not ready. A view that does not hold every point, or not the evidence of one that is met, cannot tell what is
withheld from what was never given: its reader is told of points, and never of the whole. Source: handbook map,
section 2 (readiness of each step).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Node, View
from briefpack.handbook import OF_BOTH_SIDES, PHASE_NAMES, READINESS


@dataclass(frozen=True)
class PhaseReadiness:
    """One phase: `is_ready`, None where the view cannot tell, and the ids of points that keep it from being so.

    `missing` are not in the view, `unstated` have no state in it, `unproven` are met without evidence there; `unmet`
    are not met, or not known. `met` counts those that are met with evidence.
    """

    phase: str
    is_ready: bool | None
    missing: tuple[str, ...]
    unstated: tuple[str, ...]
    unproven: tuple[str, ...]
    unmet: tuple[str, ...]
    met: int

    @property
    def applying(self) -> int:
        """Return how many points of the phase apply, those that are not in the view among them."""
        return self.met + len((*self.missing, *self.unstated, *self.unproven, *self.unmet))


def readiness(view: View) -> Iterator[PhaseReadiness]:
    """Return each phase of which a view shows a point; a case that is over is ready for nothing more."""
    for name in PHASE_NAMES if not is_over(view) else ():
        points = list(getattr(view.root, name).readiness)
        if points:
            yield _of(name, points, sees_all=view.audience in OF_BOTH_SIDES)


def _of(name: str, points: list[Node], *, sees_all: bool) -> PhaseReadiness:
    states = {str(one.id): str(one.state or "") for one in points}
    missing = tuple(one for one in READINESS[name] if one not in states)
    unstated = tuple(one for one, state in states.items() if not state)
    unproven = tuple(str(one.id) for one in points if str(one.state or "") == "met" and not one.evidence)
    unmet = tuple(one for one, state in states.items() if state in ("unmet", "unknown"))
    untold = (*missing, *unstated, *unproven)
    is_ready = None if untold and not sees_all else not (untold or unmet)
    met = sum(state == "met" for state in states.values()) - len(unproven)
    return PhaseReadiness(name, is_ready, missing, unstated, unproven, unmet, met)
