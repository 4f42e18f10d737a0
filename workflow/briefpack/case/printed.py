"""Printed: which fields the packs of one audience have and those of the other do not, by the templates of the base.

Officials get what they decide on; how the work is run is for those who run it. A test compares this with the packs.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefpack.case.content import Path
from briefpack.handbook import Audience

#: Fields, with all below them, that only the packs of this audience print.
OF_ONE: Mapping[Audience, frozenset[str]] = {
    "track-i": frozenset({"case.handling.distribution.track_i", "case.briefs.track_i"}),
    "track-ii": frozenset(
        """
        case.handling.distribution.track_ii case.briefs.track_ii assessment.owner assessment.changes_since_last
        assessment.readiness assessment.issues assessment.efforts.convenor assessment.efforts.activity_type
        assessment.efforts.lesson assessment.feasibility assessment.ripeness.stalemate assessment.ripeness.way_out
        assessment.ripeness.spokespersons assessment.intervenor conception.owner conception.changes_since_last
        conception.readiness conception.gaps_addressed conception.gaps_declined conception.leadership_levels
        conception.rpp conception.theory_of_change conception.theory_family conception.scale_up conception.linkages
        conception.partners conception.funding conception.do_no_harm.who_bears_it conception.do_no_harm.mitigation
        conception.exit conception.evaluation_frame planning.owner planning.changes_since_last planning.readiness
        planning.activities.venue planning.activities.participants.selection_criteria
        planning.activities.facilitators planning.activities.ground_rules planning.activities.record
        planning.activities.agenda planning.activities.reentry planning.activities.safety planning.activities.budget
        planning.activities.contingencies implementation.owner implementation.changes_since_last
        implementation.readiness implementation.sessions.attended_per_party implementation.sessions.agreed_summary
        implementation.trust implementation.participant_risks implementation.adaptations.reason
        implementation.adaptations.told_track_i implementation.group_issues implementation.obstacles.kind
        implementation.obstacles.owner implementation.power_gaps implementation.media_log
        implementation.coordination_log.with_actor implementation.coordination_log.direction
        implementation.coordination_log.kind implementation.coordination_log.answered implementation.outputs.kind
        implementation.incidents evaluation.owner evaluation.changes_since_last evaluation.readiness
        evaluation.follow_ups.deliverable evaluation.follow_ups.resources evaluation.contact_plan
        evaluation.reentry_reports evaluation.institutions.purpose evaluation.institutions.state
        evaluation.institutions.date evaluation.scale_up_progress evaluation.evaluation.indicators
        evaluation.evaluation.criteria evaluation.evaluation.assumptions
        evaluation.evaluation.unintended.affects evaluation.evaluation.unintended.sign evaluation.next.handover_to
        """.split()  # noqa: SIM905 - a table of many paths, read more easily so
    ),
}


def field_of(path: Path) -> str:
    """Give the field that stands at a place, such as `assessment.efforts.lesson`."""
    return ".".join(step for step in path if isinstance(step, str))


def is_printed(field: str, audience: Audience) -> bool:
    """Say whether the packs of an audience have a field, such as `assessment.efforts.lesson`; the team's has all."""
    steps = field.split(".")
    around = {".".join(steps[:length]) for length in range(1, len(steps) + 1)}
    return audience == "team" or not any(around & fields for other, fields in OF_ONE.items() if other != audience)
