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
    are not met, `unknown` are not known. The phase `is_empty` where it has no point at all. `met` counts those that are
    met with evidence.
    """

    phase: str
    is_ready: bool | None
    missing: tuple[str, ...]
    unstated: tuple[str, ...]
    unproven: tuple[str, ...]
    unmet: tuple[str, ...]
    unknown: tuple[str, ...]
    is_empty: bool
    met: int

    @property
    def applying(self) -> int:
        """Return how many points of the phase apply, those that are not in the view among them."""
        return self.met + len((*self.missing, *self.unstated, *self.unproven, *self.unmet, *self.unknown))


def readiness(view: View) -> Iterator[PhaseReadiness]:
    """Return each phase of which a view shows a point, and for the team each that has a file.

    A case that is over is ready for nothing more.
    """
    sees_all = view.audience in OF_BOTH_SIDES
    for name in PHASE_NAMES if not is_over(view) else ():
        phase = getattr(view.root, name)
        points = list(phase.readiness)
        if points or (sees_all and phase and not phase.readiness.none_because and not phase.readiness.does_not_apply):
            yield _of(name, points, sees_all=sees_all)


def _of(name: str, points: list[Node], *, sees_all: bool) -> PhaseReadiness:
    states = {str(one.id): str(one.state or "") for one in points}
    missing = tuple(one for one in READINESS[name] if one not in states)
    unstated = tuple(one for one, state in states.items() if not state)
    unproven = tuple(str(one.id) for one in points if str(one.state or "") == "met" and not one.evidence)
    unmet, unknown = (tuple(one for one, said in states.items() if said == word) for word in ("unmet", "unknown"))
    untold = (*missing, *unstated, *unproven)
    is_ready = None if untold and not sees_all else not (untold or unmet or unknown)
    met = sum(state == "met" for state in states.values()) - len(unproven)
    return PhaseReadiness(name, is_ready, missing, unstated, unproven, unmet, unknown, not points, met)
