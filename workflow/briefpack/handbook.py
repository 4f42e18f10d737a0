"""The handbook's frame: phases with their steps, audiences, sensitivities and readiness points.

Source: Burgess, H. and Burgess, G., *Conducting Track II Peacemaking*, United States Institute of Peace: the five
steps are the handbook's. Mapping them to phase names, the two audiences, the sensitivities and the readiness
points is this project's own design.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

Audience = Literal["track-i", "track-ii", "coordinator", "team"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
#: The audiences that get a pack. The coordinator between the tracks gets a report, and nobody the team's own view.
PACK_AUDIENCES: tuple[Audience, ...] = ("track-i", "track-ii")
#: The audiences that something is released to.
RELEASED_TO: tuple[Audience, ...] = (*PACK_AUDIENCES, "coordinator")
#: The audiences to which every sensitivity is open. Some fields stay with the team, whatever is said at them.
OF_BOTH_SIDES: frozenset[Audience] = frozenset({"coordinator", "team"})
#: The audience that owns what is on a track. Officials and others both run lines on 1.5, and III is neither's.
AUDIENCE_OF_TRACK: MappingProxyType[str, Audience] = MappingProxyType({"i": "track-i", "ii": "track-ii"})

Sensitivity = Literal["public", "shared", "track_i_only", "track_ii_only", "team_only"]
SENSITIVITIES: tuple[Sensitivity, ...] = get_args(Sensitivity)
CLOSED: Sensitivity = "team_only"


@dataclass(frozen=True)
class Phase:
    """One phase of an intervention: its name, and the number of the handbook step that it stands for.

    The title of that step is in the wording, under `steps` and the name.
    """

    name: str
    step: int


PHASES: tuple[Phase, ...] = (
    Phase("assessment", 1),
    Phase("conception", 2),
    Phase("planning", 3),
    Phase("implementation", 4),
    Phase("evaluation", 5),
)
PHASE_NAMES: tuple[str, ...] = tuple(phase.name for phase in PHASES)

#: Who may see what: the audiences each sensitivity is open to.
CLEARED: MappingProxyType[Sensitivity, frozenset[Audience]] = MappingProxyType(
    {
        "public": OF_BOTH_SIDES | {"track-i", "track-ii"},
        "shared": OF_BOTH_SIDES | {"track-i", "track-ii"},
        "track_i_only": OF_BOTH_SIDES | {"track-i"},
        "track_ii_only": OF_BOTH_SIDES | {"track-ii"},
        "team_only": OF_BOTH_SIDES,
    }
)

#: What should be true before a phase is called ready. Own wording; the questions behind them are the handbook's topics.
READINESS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "assessment": (
            "parties_and_efforts_listed",
            "gap_named",
            "feasibility_judged",
            "legal_position_settled",
            "intervenor_standing_known",
            "track_i_contacted",
            "participant_risk_judged",
            "decision_recorded",
        ),
        "conception": (
            "change_specific",
            "assumptions_stated",
            "scale_up_owned",
            "level_and_quadrant_chosen",
            "timing_stated",
            "liaison_named",
            "baseline_taken",
            "exit_written",
        ),
        "planning": (
            "activities_tied_to_gaps",
            "numbers_balanced",
            "capacity_explicit",
            "rules_accepted",
            "track_i_informed",
            "transfer_designed",
            "reentry_designed",
            "holding_line_agreed",
            "facilitators_accepted",
            "funding_secured",
            "contingencies_ready",
            "evaluation_ready",
        ),
        "implementation": (
            "risk_reviewed",
            "rules_restated",
            "team_briefed",
            "calendar_checked",
            "holding_line_current",
            "aims_reconfirmed",
            "notes_owned",
            "summary_agreed",
        ),
        "evaluation": (
            "follow_ups_agreed",
            "contact_rhythm_set",
            "reentry_support_named",
            "baselines_carried",
            "documentation_safe",
            "failures_recorded",
            "evaluation_owned",
            "next_decided",
        ),
    }
)


def yaml_word(audience: Audience) -> str:
    """Return what a field calls an audience in YAML, such as `track_i` for `track-i`."""
    return audience.replace("-", "_")


#: The audience by what a field calls it.
AUDIENCE_OF_WORD: MappingProxyType[str, Audience] = MappingProxyType({yaml_word(one): one for one in AUDIENCES})


def stricter(first: Sensitivity, second: Sensitivity) -> Sensitivity:
    """Return the sensitivity that only those see who may see both."""
    both = CLEARED[first] & CLEARED[second]
    return next(word for word in SENSITIVITIES[1:] if CLEARED[word] == both) if first != second else first
