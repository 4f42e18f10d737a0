"""Assessment: parties, issues, efforts, gaps, feasibility and ripeness.

Source: handbook step 1, *Assess the Track II Environment*; contact law after its note 3; needs and fears, Burton and
Kelman; escalation stages, Fisher and Keashly; ripeness, Zartman.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from briefpack.case.dates import Date
from briefpack.case.fields import (
    ActorRef,
    Asked,
    AskedTeam,
    AskedTrackII,
    Bool,
    EffortRef,
    Id,
    Item,
    NotInReport,
    PartyRef,
    TeamOnly,
    Text,
    WhileRunning,
)
from briefpack.case.phase import PhaseItem
from briefpack.case.relation import RelationPeriod
from briefpack.case.words import (
    Acceptance,
    ActivityType,
    Amount,
    CivilLiberties,
    CivilSociety,
    ContactStatus,
    Decision,
    EffortState,
    EscalationStage,
    IntervenorIdentity,
    IssueKind,
    LeadershipLevel,
    ParticipantRisk,
    PartyKind,
    Presence,
    Priority,
    PublicMood,
    Ripeness,
    Track,
    TrackIPhase,
    Willingness,
)


class Conflict(Item):
    """The conflict in a name, a summary and its escalation stage."""

    name: AskedTeam[Text] = None
    summary: Asked[Text] = None
    escalation_stage: Asked[EscalationStage] = None


class Party(Item):
    """A party to the conflict: what it says (position) apart from why (interests, needs and fears)."""

    headline = "name"
    collection = "party"
    id: Id
    name: Text
    kind: Asked[PartyKind] = None
    public_faces: tuple[Text, ...] | None = None
    public_position: Asked[Text] = None
    interests: Annotated[tuple[Text, ...] | None, TeamOnly, NotInReport()] = None
    needs_fears: Annotated[tuple[Text, ...] | None, TeamOnly, NotInReport()] = None
    willing: Annotated[Asked[Willingness], WhileRunning()] = None
    spoiler_potential: Annotated[Amount | None, TeamOnly, WhileRunning()] = None
    contact_status: Annotated[Asked[ContactStatus], WhileRunning()] = None


class LegalReview(Item):
    """Whether contact with a restricted or prohibited party has been cleared, and by whom."""

    jurisdiction: AskedTeam[Text] = None
    question: Asked[Text] = None
    cleared: Asked[Bool] = None
    by: Text | None = None
    date: AskedTeam[Date] = None


class Issue(Item):
    """One thing the conflict is about."""

    headline = "title"
    collection = "issue"
    id: Id
    title: Text
    kind: AskedTrackII[IssueKind] = None
    summary: Text | None = None


class Effort(Item):
    """A peacemaking effort already under way or past: the map of who does what."""

    headline = "name"
    collection = "effort"
    id: Id
    name: Text
    track: Asked[Track] = None
    convenor: AskedTeam[ActorRef] = None
    from_: AskedTeam[Date] = Field(None, alias="from")
    to: Date | None = None
    state: Asked[EffortState] = None
    level: Asked[tuple[LeadershipLevel, ...]] = None
    activity_type: ActivityType | None = None
    track_i_relations: tuple[RelationPeriod, ...] | None = None
    parties: Asked[tuple[PartyRef, ...]] = None
    result: Asked[Text] = None
    lesson: Text | None = None


class Gap(Item):
    """Something useful that nobody, or nobody enough, is doing."""

    headline = "description"
    collection = "gap"
    id: Id
    description: Text
    level: Asked[LeadershipLevel] = None
    parties: Asked[tuple[PartyRef, ...]] = None
    covered_by: tuple[EffortRef, ...] | None = None
    priority: Annotated[Asked[Priority], WhileRunning()] = None


class Feasibility(Item):
    """Whether there is society, freedom and safety enough for track II."""

    civil_society: Annotated[AskedTrackII[CivilSociety], WhileRunning()] = None
    civil_liberties: Annotated[AskedTrackII[CivilLiberties], WhileRunning()] = None
    public_mood: Annotated[tuple[PublicMood, ...] | None, WhileRunning()] = None
    participant_risk: Annotated[AskedTrackII[ParticipantRisk], WhileRunning()] = None


class RipenessJudgement(Item):
    """Whether the parties feel a stalemate, see a way out, and have someone who can speak for them."""

    judgement: Annotated[Asked[Ripeness], WhileRunning()] = None
    stalemate: Annotated[AskedTrackII[Presence], WhileRunning()] = None
    way_out: Annotated[AskedTrackII[Presence], WhileRunning()] = None
    spokespersons: Annotated[AskedTrackII[Presence], WhileRunning()] = None
    because: Text | None = None


class TrackI(Item):
    """Where the official talks stand."""

    phase: Asked[TrackIPhase] = None
    lead: Asked[Text] = None
    next_round: Date | None = None


class Intervenor(Item):
    """Who we are to the parties."""

    identity: AskedTrackII[IntervenorIdentity] = None
    acceptable_to: Annotated[AskedTrackII[dict[PartyRef, Acceptance]], WhileRunning()] = None


class DecisionToEngage(Item):
    """The decision the assessment ends in."""

    value: Annotated[Asked[Decision], WhileRunning()] = None
    rationale: Asked[Text] = None

    @model_validator(mode="before")
    @classmethod
    def _bare_word(cls, given: object) -> object:
        """Read `decision: go` as `decision: {value: go}`; the annotated form looks the same as the latter."""
        return {"value": given} if isinstance(given, str) else given


class Assessment(PhaseItem):
    """Everything assessment.yaml may hold."""

    phase = "assessment"

    conflict: Asked[Conflict] = None
    parties: Asked[tuple[Party, ...]] = None
    legal_review: LegalReview | None = None
    issues: AskedTrackII[tuple[Issue, ...]] = None
    efforts: Asked[tuple[Effort, ...]] = None
    gaps: Asked[tuple[Gap, ...]] = None
    feasibility: Annotated[AskedTrackII[Feasibility], WhileRunning()] = None
    ripeness: Annotated[Asked[RipenessJudgement], WhileRunning()] = None
    track_i: Asked[TrackI] = None
    intervenor: AskedTrackII[Intervenor] = None
    decision: Annotated[Asked[DecisionToEngage], WhileRunning()] = None
