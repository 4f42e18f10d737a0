"""Printed: which fields the packs of one audience have and those of the other do not, by the templates of the base.

Officials get what they decide on; how the work is run is for those who run it. A test compares this with the packs.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefpack.case.content import Path, field_of
from briefpack.handbook import OF_BOTH_SIDES, Audience

#: Fields that only the packs of this audience print, with everything below them.
OF_ONE: Mapping[Audience, frozenset[str]] = {
    "coordinator": frozenset(
        {
            "case.handling.distribution.coordinator",
            "case.handling.distribution.register",
            "case.releases.coordinator",
            "coordination.information_flow.topic",
            "coordination.mandate.to_track_i.may_not",
            "coordination.mandate.to_track_ii.may_not",
            "coordination.track_i_rounds.topics",
            "engagements.track_i.topics",
            "engagements.track_ii.topics",
        }
    ),
    "track-i": frozenset(
        {
            "case.handling.distribution.track_i",
            "case.front_pages.track_i",
            "case.releases.track_i",
            "engagements.track_i",
        }
    ),
    "track-ii": frozenset(
        """
        case.handling.distribution.track_ii case.front_pages.track_ii case.releases.track_ii engagements.track_ii
        assessment.owner assessment.changes_since_last
        assessment.readiness assessment.issues assessment.efforts.convenor
        assessment.efforts.lesson assessment.feasibility assessment.ripeness.stalemate assessment.ripeness.way_out
        assessment.ripeness.spokespersons assessment.intervenor conception.owner conception.changes_since_last
        conception.readiness conception.gaps_addressed conception.gaps_declined conception.leadership_levels
        conception.rpp conception.theory_of_change conception.theory_family conception.scale_up conception.linkages
        conception.partners conception.funding conception.do_no_harm.who_bears_it conception.do_no_harm.mitigation
        conception.exit conception.evaluation_frame planning.owner planning.changes_since_last planning.readiness
        planning.activities.topics planning.activities.venue planning.activities.participants.selection_criteria
        planning.activities.facilitators planning.activities.ground_rules planning.activities.record
        planning.activities.agenda planning.activities.reentry planning.activities.safety planning.activities.budget
        planning.activities.contingencies implementation.owner implementation.changes_since_last
        implementation.readiness implementation.sessions.attended_per_party implementation.sessions.agreed_summary
        implementation.trust implementation.participant_risks implementation.adaptations.reason
        implementation.adaptations.told_track_i implementation.group_issues implementation.obstacles.kind
        implementation.power_gaps implementation.media_log
        implementation.outputs.kind
        implementation.incidents evaluation.owner evaluation.changes_since_last evaluation.readiness
        evaluation.follow_ups.deliverable evaluation.follow_ups.resources evaluation.contact_plan
        evaluation.reentry_reports evaluation.institutions.purpose
        evaluation.scale_up_progress evaluation.evaluation.indicators
        evaluation.evaluation.criteria evaluation.evaluation.assumptions
        evaluation.evaluation.unintended.affects evaluation.evaluation.unintended.sign
        """.split()  # noqa: SIM905 - a table of many paths, read more easily so
    ),
}
#: Fields at which no pack prints what is said of them: names for references, furniture of the file, and what packs
#: tell by a rule rather than in words. A test compares them with a pack of every field.
UNPRINTED: frozenset[str] = frozenset(
    """
    case case.id case.title case.handling case.handling.mark case.handling.tlp case.handling.caveat
    case.handling.distribution case.handling.distribution.coordinator case.handling.distribution.register
    case.releases case.releases.track_i case.releases.track_ii case.releases.coordinator
    case.releases.coordinator.version case.releases.coordinator.date case.releases.coordinator.changed
    case.handling.smallest_count case.handling.coarsen case.handling.coarsen.confidentiality
    case.handling.coarsen.dates case.handling.coarsen.venues case.handling.allowed_terms
    case.handling.allowed_terms.term case.handling.allowed_terms.because case.handling.allowed_terms.by
    case.handling.publicly_known case.handling.no_letterhead case.handling.invented case.languages
    case.likelihood_scale
    case.front_pages case.front_pages.track_i
    case.front_pages.track_i.asks case.front_pages.track_i.if_raised
    case.front_pages.track_ii
    case.actors.id case.actors.alias case.acronyms case.acronyms.short case.acronyms.long case.topics case.topics.id
    case.topics.words case.sources case.sources.key
    case.sources.citation case.sources.type case.sources.authors case.sources.authors.family case.sources.authors.given
    case.sources.authors.organisation case.sources.editors case.sources.editors.family case.sources.editors.given
    case.sources.editors.organisation case.sources.translators case.sources.translators.family
    case.sources.translators.given case.sources.translators.organisation case.sources.issued
    case.sources.issued_in_words case.sources.title case.sources.container_title case.sources.collection_title
    case.sources.collection_number case.sources.edition case.sources.version case.sources.volume case.sources.issue
    case.sources.pages case.sources.genre case.sources.number case.sources.event case.sources.publisher
    case.sources.place case.sources.doi case.sources.url case.sources.accessed case.sources.short case.sources.note
    case.sources.grade assessment assessment.open_questions assessment.parties.id assessment.issues.id
    assessment.efforts.id assessment.efforts.level assessment.gaps.id assessment.gaps.parties assessment.gaps.covered_by
    assessment.feasibility conception conception.open_questions conception.theory_of_change.assumptions.id
    conception.scale_up.id conception.partners.agreed conception.evaluation_frame.indicators.id planning
    planning.open_questions planning.activities.id planning.activities.belongs_to planning.activities.window.coarse
    planning.activities.release_to implementation
    implementation.open_questions implementation.sessions.attribution
    implementation.outputs.id implementation.outputs.activity
    implementation.outputs.attribution implementation.outputs.release_to implementation.outputs.embargo
    implementation.outputs.embargo.until implementation.outputs.embargo.event evaluation evaluation.open_questions
    evaluation.evaluation.criteria.criterion evaluation.evaluation.transfer.output
    evaluation.evaluation.lessons.share_with coordination coordination.track_i_rounds.id
    coordination.track_i_rounds.exclusive coordination.track_i_rounds.topics coordination.transfers.output
    coordination.commitments.by
    coordination.mandate.to_track_i.may_not coordination.mandate.to_track_ii.may_not coordination.transfers.topic
    coordination.information_flow.topic
    coordination.messages.topic planning.activities.media.topic case.front_pages.track_i.if_raised.topic
    case.front_pages.track_i.press_topic
    coordination.messages.activity coordination.messages.attribution coordination.public_lines.topic
    coordination.effects.kind coordination.answered_findings.finding
    case.front_pages.track_i.asks.id case.front_pages.track_i.asks.same_as case.front_pages.track_ii.needs.id
    case.front_pages.track_ii.needs.same_as coordination.commitments.id coordination.commitments.same_as
    evaluation.follow_ups.id evaluation.follow_ups.same_as implementation.coordination_log.id
    implementation.coordination_log.same_as
    engagements engagements.track_ii.contingencies.kind engagements.track_i.id engagements.track_i.if_raised
    engagements.track_i.if_raised.topic engagements.track_i.press_topic
    engagements.track_i.same_as engagements.track_i.topics engagements.track_ii.id engagements.track_ii.same_as
    engagements.track_ii.topics engagements.track_ii.passed_on.output
    """.split()  # noqa: SIM905 - a table of many paths, read more easily so
)
#: Lists of which packs print the annotations of each value, but not those of the list.
OF_EACH_ALONE: frozenset[str] = frozenset(
    """
    assessment.open_questions assessment.gaps.covered_by conception.open_questions planning.open_questions
    implementation.open_questions evaluation.open_questions
    """.split()  # noqa: SIM905 - as above
)


def is_printed(field: str, audience: Audience) -> bool:
    """Return whether the packs of an audience have a field, such as `assessment.efforts.lesson`; the team's has all."""
    steps = field.split(".")
    around = {".".join(steps[:length]) for length in range(1, len(steps) + 1)}
    return audience in OF_BOTH_SIDES or not any(
        around & fields for other, fields in OF_ONE.items() if other != audience
    )


def says_nothing_of(path: Path) -> bool:
    """Return whether no pack prints what is said of what stands at a place: of a list, or of a value in it."""
    is_in_a_list = isinstance(path[-1] if path else "", int)
    return field_of(path) in UNPRINTED and not (is_in_a_list and field_of(path) in OF_EACH_ALONE)
