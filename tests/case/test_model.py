"""The model: every field that the handbook map asks for exists, with its words, and says who is asked for it."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, TEN_LINES, case_of, complaints, tell, write_case

from briefpack.case import words
from briefpack.case.content import FILES, Content
from briefpack.case.fields import Item
from briefpack.case.schema import FieldShape, fields_of
from briefpack.disclosure.questions import questions
from briefpack.disclosure.select import select
from briefpack.handbook import PHASE_NAMES, PHASES, READINESS, SENSITIVITIES

#: The fields of the handbook map, section 2, by phase; `?` marks what may be left out without a question, `ii` what
#: only convenors are asked for. What the model calls by another name stands behind `=`.
HANDBOOK = """
* status as_of owner next_review? open_questions? changes_since_last?
* readiness readiness.id readiness.state readiness.evidence? readiness.owner?
assessment conflict.name conflict.summary conflict.escalation_stage
assessment parties parties.id parties.name parties.kind parties.public_position parties.interests? parties.needs_fears?
assessment parties.willing parties.spoiler_potential? parties.contact_status
assessment legal_review? legal_review.jurisdiction legal_review.question legal_review.cleared legal_review.by?
assessment legal_review.date issues issues.id issues.title issues.kind
assessment efforts efforts.id efforts.name efforts.track efforts.convenor efforts.from efforts.to? efforts.state
assessment efforts.level efforts.activity_type? efforts.parties efforts.result efforts.lesson?
assessment gaps gaps.id gaps.description gaps.level gaps.parties gaps.covered_by? gaps.priority
assessment feasibility.civil_society feasibility.civil_liberties feasibility.public_mood? feasibility.participant_risk
assessment ripeness.judgement ripeness.stalemate ripeness.way_out ripeness.spokespersons
assessment track_i.phase track_i.lead track_i.next_round? intervenor.identity intervenor.acceptable_to
assessment decision.value decision.rationale
conception desired_change.who desired_change.from desired_change.to desired_change.by
conception gaps_addressed gaps_declined? gaps_declined.gap gaps_declined.reason leadership_levels rpp.who rpp.level
conception theory_of_change.if theory_of_change.then theory_of_change.because theory_of_change.assumptions
conception theory_of_change.assumptions.text theory_of_change.assumptions.tested_by theory_of_change.assumptions.state
conception theory_family? scale_up scale_up.mode scale_up.mechanism scale_up.audience scale_up.target? scale_up.by
conception scale_up.owner linkages? linkages.from_quadrant linkages.to_quadrant linkages.mechanism linkages.activity?
conception track_i_relation.function track_i_relation.timing track_i_relation.awareness track_i_relation.liaison
conception partners? partners.actor partners.role partners.agreed? funding.sources funding.sources.actor
conception funding.sources.share? funding.sources.visible? funding.until? funding.gap?
conception do_no_harm do_no_harm.risk do_no_harm.who_bears_it do_no_harm.mitigation
conception exit.trigger exit.handover_to exit.obligations?
conception evaluation_frame.purpose evaluation_frame.baseline evaluation_frame.indicators
planning activities activities.id activities.title activities.purpose activities.type activities.addresses
planning activities.track activities.timing activities.level activities.window.start activities.window.end
planning activities.window.published? activities.venue.country activities.venue.setting? activities.venue.neutral?
planning activities.participants.count activities.participants.per_party activities.participants.invited_as
planning activities.participants.selection_criteria activities.participants.inclusion.women
planning activities.participants.inclusion.youth? activities.facilitators activities.facilitators.actor
planning activities.facilitators.affiliation_to_parties? activities.ground_rules activities.confidentiality
planning activities.attribution_max activities.record activities.media.policy activities.media.spokesperson?
planning activities.media.holding_line activities.agenda? activities.agenda.block activities.agenda.aim?
planning activities.agenda.minutes? activities.dialogue_stage? activities.transfer.audience
planning activities.transfer.content_kind activities.transfer.carrier activities.transfer.when
planning activities.transfer.consent activities.reentry.expected_pressure activities.reentry.support
planning activities.safety.risks activities.safety.measures activities.safety.evacuation activities.budget.amount?
planning activities.budget.currency? activities.budget.funded? activities.contingencies
planning activities.contingencies.trigger activities.contingencies.response
implementation sessions sessions.activity sessions.date sessions.attended_per_party? sessions.agreed_summary
implementation sessions.attribution trust trust.between trust.level trust.trend trust.measures? participant_risks
implementation participant_risks.group participant_risks.harm_if_exposed participant_risks.limit
implementation participant_risks.residual adaptations adaptations.date adaptations.what_changed adaptations.old?
implementation adaptations.new? adaptations.reason adaptations.told_track_i group_issues? group_issues.kind
implementation group_issues.handling? obstacles obstacles.kind obstacles.description obstacles.action obstacles.owner
implementation obstacles.state power_gaps power_gaps.between? power_gaps.form power_gaps.measure media_log?
implementation media_log.date media_log.outlet? media_log.event media_log.holding_line_kept? coordination_log
implementation coordination_log.date coordination_log.with=with_actor coordination_log.direction coordination_log.kind
implementation coordination_log.content_ref=content outputs? outputs.id outputs.kind outputs.text outputs.attribution
implementation outputs.consent outputs.release_to outputs.embargo.until? outputs.embargo.event? incidents?
implementation incidents.date? incidents.kind incidents.response?
evaluation follow_ups follow_ups.action follow_ups.responsible follow_ups.due follow_ups.deliverable
evaluation follow_ups.resources? follow_ups.state contact_plan contact_plan.kind contact_plan.frequency
evaluation contact_plan.owner reentry_reports? reentry_reports.group reentry_reports.pressure?
evaluation reentry_reports.support_given? reentry_reports.outcome? institutions? institutions.name
evaluation institutions.purpose? institutions.state scale_up_progress scale_up_progress.ref=scale_up
evaluation scale_up_progress.reached scale_up_progress.evidence evaluation.purpose evaluation.evaluator
evaluation evaluation.timing? evaluation.indicators evaluation.indicators.ref=indicator evaluation.indicators.baseline?
evaluation evaluation.indicators.target evaluation.indicators.actual evaluation.indicators.source?
evaluation evaluation.indicators.confidence? evaluation.criteria evaluation.criteria.criterion
evaluation evaluation.criteria.finding evaluation.criteria.evidence evaluation.assumptions
evaluation evaluation.assumptions.ref=assumption evaluation.assumptions.held evaluation.transfer
evaluation evaluation.transfer.output? evaluation.transfer.to evaluation.transfer.received evaluation.transfer.used
evaluation evaluation.unintended evaluation.unintended.effect evaluation.unintended.affects evaluation.unintended.sign
evaluation evaluation.lessons evaluation.lessons.text evaluation.lessons.kind evaluation.lessons.share_with?
evaluation next.decision next.rationale next.handover_to?
"""

#: The enumerations of the handbook map, each with the field of the model that has it.
ENUMERATIONS = {
    "assessment.track_i.phase": "none pre_negotiation negotiation stalled agreement_signed post_agreement collapsed",
    "assessment.conflict.escalation_stage": "discussion polarization segregation destruction unknown",
    "assessment.ripeness.judgement": "unripe ripening ripe past unknown",
    "assessment.ripeness.stalemate": "present partial absent unknown",
    "assessment.parties.kind": "state armed_group political_movement community diaspora external_power other",
    "assessment.parties.willing": "unwilling ambivalent willing unknown",
    "assessment.parties.spoiler_potential": "none low medium high unknown",
    "assessment.parties.contact_status": "unrestricted restricted prohibited unknown",
    "assessment.issues.kind": "interest identity security justice recognition governance resource",
    "assessment.efforts.track": "i i_5 ii iii",
    "assessment.efforts.state": "active dormant ended",
    "assessment.gaps.level": "top middle grassroots",
    "assessment.gaps.priority": "low medium high",
    "assessment.feasibility.civil_society": "absent weak moderate strong unknown",
    "assessment.feasibility.civil_liberties": "severely_restricted restricted tolerated open unknown",
    "assessment.feasibility.public_mood": "content_with_status_quo despairing war_weary hopeful",
    "assessment.feasibility.participant_risk": "low medium high unacceptable unknown",
    "assessment.intervenor.identity": "insider outsider mixed",
    "assessment.intervenor.acceptable_to": "accepted conditional rejected unknown",
    "assessment.decision.value": "go go_modified wait no_go",
    "assessment.status": "not_started in_progress ready blocked done revisited",
    "assessment.readiness.state": "met unmet unknown not_applicable",
    "conception.rpp.who": "more_people key_people",
    "conception.rpp.level": "individual socio_political",
    "conception.theory_of_change.assumptions.state": "holds fails unknown",
    "conception.theory_family": "healthy_relationships individual_change reduce_capacity_for_violence "
    "root_causes_justice institutions political_elites grassroots_mobilization economics public_attitudes culture_of_peace",
    "conception.scale_up.mode": "geographic audience both policy_transfer none",
    "conception.track_i_relation.function": "prepare ripen unblock generate_options train_negotiators "
    "build_constituency consolidate independent",
    "conception.track_i_relation.timing": "before_track_i parallel_to_track_i during_stall after_agreement",
    "conception.track_i_relation.awareness": "unaware informed consulted endorsed requested",
    "conception.partners.role": "co_convenor host funder expert local_partner liaison",
    "planning.activities.type": "training intergroup_dialogue problem_solving_workshop peace_education joint_project "
    "back_channel leader_discussion sustained_dialogue people_to_people media_programme expert_commission "
    "trauma_healing shuttle capacity_support_to_track_i",
    "planning.activities.participants.invited_as": "personal_capacity informal_delegate official_delegate",
    "planning.activities.confidentiality": "on_record chatham_house not_for_attribution closed_existence_known deniable",
    "planning.activities.attribution_max": "none group affiliation named",
    "planning.activities.record": "none agreed_summary_only rapporteur_unattributed full",
    "planning.activities.media.policy": "silence joint_statement_only open",
    "planning.activities.dialogue_stage": "deciding_to_engage mapping probing scenario_building acting_together",
    "planning.activities.transfer.carrier": "participants facilitator both written_memorandum",
    "implementation.trust.between": "parties party_intervenor",
    "implementation.trust.level": "low medium high unknown",
    "implementation.trust.trend": "up flat down unknown",
    "implementation.group_issues.kind": "dominance walkout venting factional_split absentee facilitator_challenge",
    "implementation.obstacles.kind": "political security legal logistical financial spoiler",
    "implementation.power_gaps.form": "language numbers information expertise status coercion",
    "implementation.coordination_log.kind": "information joint_analysis joint_planning resource handover deconfliction",
    "implementation.outputs.kind": "option joint_memorandum relationship skill commitment statement",
    "implementation.incidents.kind": "leak threat arrest violence breach_of_rules",
    "evaluation.follow_ups.state": "planned started done slipped dropped",
    "evaluation.contact_plan.kind": "message call visit follow_up_meeting joint_project",
    "evaluation.evaluation.purpose": "learning accountability both",
    "evaluation.evaluation.evaluator": "internal external mixed",
    "evaluation.evaluation.timing": "baseline midterm continuous final ex_post",
    "evaluation.evaluation.transfer.used": "adopted adapted considered ignored unknown",
    "evaluation.evaluation.lessons.kind": "success failure",
    "evaluation.next.decision": "continue revise hand_over pause close",
}

#: Judgements of which the answer may be that nobody knows.
JUDGEMENTS = [
    path for path in ENUMERATIONS if path.rsplit(".", 1)[1] in {"phase", "escalation_stage", "judgement", "willing"}
]
ROWS = [
    (phase if phase != "*" else name, field)
    for row in HANDBOOK.split("\n")
    if row
    for phase, *fields in [row.split()]
    for field in fields
    for name in (PHASE_NAMES if phase == "*" else (phase,))
]


def shape_at(path: str) -> FieldShape:
    """Return the field of the model at a dotted path."""
    item: type[Item] | None = Content
    shape = None
    for name in path.split("."):
        assert item is not None, path
        assert name in fields_of(item), path
        shape = fields_of(item)[name]
        item = shape.item
    assert shape is not None
    return shape


@pytest.mark.parametrize(("phase", "field"), ROWS, ids=[f"{phase}.{field}" for phase, field in ROWS])
def test_every_field_of_the_handbook_map_exists_and_asks_whom_it_should(phase: str, field: str) -> None:
    """What a practitioner should answer is asked for when it is left out, or cannot be left out; the rest is not."""
    name = field.rstrip("?").split("=")[-1]
    if "=" in field:
        name = f"{field.split('=')[0].rsplit('.', 1)[0]}.{name}"
    shape = shape_at(f"{phase}.{name}")
    closed_to_packs = shape.closure == "team_only"
    assert bool(shape.required or shape.asked or closed_to_packs) is not field.endswith("?") or closed_to_packs


#: Words of this project's own, which stand after those of the map.
OWN_WORDS = {
    "planning.activities.type": ("mediated_talks", "monitoring"),
    "coordination.public_lines.stance": ("denies",),
}


@pytest.mark.parametrize(("path", "expected"), ENUMERATIONS.items(), ids=ENUMERATIONS)
def test_every_enumeration_has_the_words_of_the_handbook_map(path: str, expected: str) -> None:
    """In their order; beside them only `unknown`, where a judgement may have no answer yet."""
    known = [word for word in shape_at(path).words if word not in OWN_WORDS.get(path, ())]
    assert [word for word in known if word != "unknown" or "unknown" in expected.split()] == expected.split()


@pytest.mark.parametrize("path", JUDGEMENTS)
def test_a_judgement_may_be_unknown(path: str) -> None:
    """`unknown` is a legal answer."""
    assert "unknown" in shape_at(path).words


def test_no_word_reads_as_a_truth_value() -> None:
    """No key and no word is a bare yes, no, on or off, which YAML 1.1 would turn into a truth value."""
    every = {
        word for name, value in vars(words).items() if name[0].isupper() for word in getattr(value, "__args__", ())
    }
    assert len(every) > 200
    assert not every & {"yes", "no", "on", "off", "y", "n", "true", "false"}


def test_the_phases_are_the_handbooks_steps_in_order() -> None:
    """Five phases with the step number and title that each stands for; coordination is no phase."""
    assert [(phase.name, phase.step) for phase in PHASES] == list(zip(FILES[1:6], range(1, 6), strict=True))
    assert ("case", *PHASE_NAMES, "coordination", "engagements") == FILES
    assert set(READINESS) == set(PHASE_NAMES)
    assert SENSITIVITIES == ("public", "shared", "track_i_only", "track_ii_only", "team_only")


def test_any_value_can_carry_what_is_said_about_it(tmp_path: Path) -> None:
    """Sources, other readings, likelihood, confidence with its reason, and verification stay with the value."""
    case = f"""{LEAST}likelihood_scale: phia
sources: [{{key: S1, citation: One}}, {{key: S2, citation: Two}}]
summary:
  value: It may hold.
  cite: [S1]
  verification: partly_verified
  other_readings: [{{value: It will not., cite: [S2]}}]
  likelihood: realistic_possibility
  confidence: low
  confidence_because: Two soundings only.
"""
    leaf = select(case_of(tmp_path, case), "track-i").root.case.summary
    said = leaf.about
    assert str(leaf) == "It may hold."
    assert (said.likelihood, said.confidence, said.confidence_because) == (
        "realistic_possibility",
        "low",
        "Two soundings only.",
    )
    assert said.verification == "partly_verified"
    assert [str(source.key) for source in leaf.about.sources] == ["S1"]
    assert [(str(read.value), [str(one.source.key) for one in read.cites]) for read in leaf.about.readings] == [
        ("It will not.", ["S2"])
    ]


def test_only_ids_titles_and_what_a_reference_needs_are_required(tmp_path: Path) -> None:
    """Everything else may wait: three lines are a case."""
    assert complaints(tmp_path) == []
    assert complaints(tmp_path, case="sensitivity: shared\n") == [
        "case.yaml:1:1: error: the key 'id' is missing: add it",
        "case.yaml:1:1: error: the key 'title' is missing: add it",
    ]


def test_a_case_of_ten_lines_passes_and_its_questions_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is left out is asked for, line by line, and the last line says how many there are."""
    told = tell(capsys, "check", write_case(tmp_path, case=TEN_LINES))
    lines = told.out.splitlines()
    assert (told.status, told.err) == (0, "")
    assert lines[-1] == f"{tmp_path}/river-talks: {len(lines) - 1} questions are open"
    assert all(": question: " in line for line in lines[:-1])
    assert len(lines) > 3


@pytest.mark.parametrize("audience", PACKS)
def test_unknown_is_an_open_question(tmp_path: Path, audience: str) -> None:
    """A judgement that nobody can make is asked, not answered with no."""
    case = case_of(tmp_path, assessment="ripeness: {judgement: unknown, stalemate: absent}\n")
    asked = {question.key for question in questions(select(case, audience))}  # type: ignore[arg-type]
    assert "assessment.ripeness.judgement" in asked
    assert "assessment.ripeness.stalemate" not in asked
    assert ("assessment.ripeness.way_out" in asked) == (audience == "track-ii")


def test_an_empty_list_with_its_reason_is_an_answer(tmp_path: Path) -> None:
    """None, with why, is not the same as not answered."""
    reason = "outputs: []\nadaptations: {value: [], none_because: The plan held.}\n"
    root = select(case_of(tmp_path, implementation=f"status: done\n{reason}"), "track-i").root
    assert str(root.implementation.adaptations.none_because) == "The plan held."
    asked = {
        question.key
        for question in questions(select(case_of(tmp_path, implementation=f"status: done\n{reason}"), "track-i"))
    }
    assert "implementation.adaptations" not in asked
    assert "implementation.obstacles" in asked


def test_a_reader_is_asked_nothing_that_is_kept_from_that_reader(tmp_path: Path) -> None:
    """Officials are not asked for the theory of change, nor anyone for what stays with the team."""
    files = {"conception": "status: done\n", "planning": "activities: [{id: a, title: A}]\n"}
    case = case_of(tmp_path, **files)
    asked = {audience: {question.key for question in questions(select(case, audience))} for audience in PACKS}
    assert "conception.theory_of_change" in asked["track-ii"] - asked["track-i"]
    assert "planning.activities.safety" not in asked["track-i"] | asked["track-ii"]
    assert "planning.activities.safety" in {question.key for question in questions(select(case, "team"))}


def test_no_plugin_of_another_package_sees_the_values_of_a_case(tmp_path: Path) -> None:
    """A package that offers Pydantic a plugin is not asked for it, and the case is checked as without it."""
    information = tmp_path / "listener-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: listener\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text("[pydantic]\nlistener = listener:plugin\n")
    (tmp_path / "listener.py").write_text("from pathlib import Path\nPath(__file__).with_name('heard').touch()\n")
    folder = write_case(tmp_path, case=TEN_LINES)
    where = os.pathsep.join([str(tmp_path), *sys.path])
    command = [sys.executable, "-m", "briefpack", "check", str(folder)]
    environment = {**os.environ, "PYTHONPATH": where, "PYDANTIC_DISABLE_PLUGINS": ""}
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert not (tmp_path / "heard").exists()
