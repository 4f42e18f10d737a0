"""Evaluation: follow-up, contact, re-entry, institutions, scale-up, findings, lessons and what comes next.

Source: handbook step 5, *Undertake Follow-up Activities and Evaluation*; criteria, CDA *Reflecting on Peace Practice*.
"""

from __future__ import annotations

from typing import Annotated

from briefpack.case.dates import Date
from briefpack.case.fields import (
    ActorRef,
    Asked,
    AskedTeam,
    AskedTrackII,
    AssumptionRef,
    Id,
    IndicatorRef,
    Item,
    NotInReport,
    OnlyFor,
    OutputRef,
    ScaleUpRef,
    TaskRef,
    TeamOnly,
    Text,
    WhileRunning,
)
from briefpack.case.phase import PhaseItem
from briefpack.case.words import (
    Confidence,
    ContactKind,
    Continuation,
    Criterion,
    EvaluationPurpose,
    EvaluationTiming,
    Evaluator,
    FollowUpState,
    Held,
    InstitutionState,
    LessonKind,
    PackAudience,
    Sign,
    Used,
)


class FollowUp(Item):
    """Something to be done after people disperse: by whom, undertaken when, due when, with what deliverable.

    `same_as` names the ask, commitment, follow-up or log entry that is the same thing, due on the same day.
    """

    headline = "action"
    collection = "task"
    id: Id | None = None
    same_as: TaskRef | None = None
    action: Text
    responsible: Annotated[Asked[ActorRef], WhileRunning()] = None
    undertaken: Date | None = None
    due: Annotated[Asked[Date], WhileRunning()] = None
    deliverable: AskedTrackII[Text] = None
    resources: Text | None = None
    state: Asked[FollowUpState] = None


class ContactPlan(Item):
    """How people stay in touch."""

    headline = "kind"
    kind: ContactKind
    frequency: Annotated[AskedTrackII[Text], WhileRunning()] = None
    owner: Annotated[AskedTrackII[ActorRef], WhileRunning()] = None


class ReentryReport(Item):
    """What a group met at home; unattributed, and stays with the team."""

    headline = "group"
    group: Text
    pressure: Text | None = None
    support_given: Text | None = None
    outcome: Text | None = None


class Institution(Item):
    """A body that keeps the effect alive."""

    headline = "name"
    name: Text
    purpose: Text | None = None
    state: AskedTrackII[InstitutionState] = None
    date: Date | None = None


class ScaleUpProgress(Item):
    """How far a planned spread has come."""

    headline = "scale_up"
    scale_up: ScaleUpRef
    reached: AskedTrackII[Text] = None
    evidence: AskedTeam[Text] = None


class Indicator(Item):
    """The result of a measure named in conception: its target and actual value, in words or numbers."""

    headline = "indicator"
    indicator: IndicatorRef
    baseline: Text | None = None
    target: AskedTrackII[Text] = None
    actual: AskedTrackII[Text] = None
    source: Text | None = None
    confidence: Confidence | None = None


class CriterionFinding(Item):
    """A finding against one criterion of effectiveness."""

    headline = "finding"
    criterion: AskedTrackII[Criterion] = None
    finding: Text
    evidence: AskedTrackII[Text] = None


class AssumptionFinding(Item):
    """Whether an assumption of the theory of change held."""

    headline = "assumption"
    assumption: AssumptionRef
    held: AskedTrackII[Held] = None
    evidence: Text | None = None


class TransferFinding(Item):
    """What became of an output: where it went, whether it arrived, whether it was used."""

    headline = "content"
    falls_with = frozenset({"output"})
    content: Text
    output: OutputRef | None = None
    to: AskedTeam[PackAudience] = None
    received: Asked[Text] = None
    used: Asked[Used] = None


class Unintended(Item):
    """An effect nobody planned."""

    headline = "effect"
    effect: Text
    affects: AskedTeam[Text] = None
    sign: AskedTrackII[Sign] = None


class Lesson(Item):
    """Something learned, from success or from failure."""

    headline = "text"
    text: Text
    kind: Asked[LessonKind] = None
    share_with: Annotated[tuple[PackAudience, ...] | None, OnlyFor()] = None


class Findings(Item):
    """The evaluation itself."""

    purpose: AskedTrackII[EvaluationPurpose] = None
    evaluator: AskedTrackII[Evaluator] = None
    timing: tuple[EvaluationTiming, ...] | None = None
    indicators: AskedTrackII[tuple[Indicator, ...]] = None
    criteria: AskedTrackII[tuple[CriterionFinding, ...]] = None
    assumptions: AskedTrackII[tuple[AssumptionFinding, ...]] = None
    transfer: Asked[tuple[TransferFinding, ...]] = None
    unintended: Asked[tuple[Unintended, ...]] = None
    lessons: Asked[tuple[Lesson, ...]] = None


class Next(Item):
    """What happens after the evaluation."""

    decision: Annotated[Asked[Continuation], WhileRunning()] = None
    rationale: Asked[Text] = None
    handover_to: ActorRef | None = None


class Evaluation(PhaseItem):
    """Everything evaluation.yaml may hold."""

    phase = "evaluation"

    follow_ups: Annotated[Asked[tuple[FollowUp, ...]], WhileRunning()] = None
    contact_plan: Annotated[AskedTrackII[tuple[ContactPlan, ...]], WhileRunning()] = None
    reentry_reports: Annotated[tuple[ReentryReport, ...] | None, TeamOnly, NotInReport()] = None
    institutions: tuple[Institution, ...] | None = None
    scale_up_progress: AskedTrackII[tuple[ScaleUpProgress, ...]] = None
    evaluation: Asked[Findings] = None
    next: Annotated[Asked[Next], WhileRunning()] = None
