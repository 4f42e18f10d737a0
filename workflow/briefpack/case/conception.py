"""Conception: the desired change, the level of work, the theory of change, partners, money and exit.

Source: handbook step 2, *Develop a Strategic Plan*; leadership levels, Lederach; who, level, quadrant and linkage, CDA
*Reflecting on Peace Practice*; theory families, Church and Shouldice.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefpack.case.dates import Date
from briefpack.case.fields import (
    ActivityRef,
    ActorRef,
    Asked,
    AskedTeam,
    AskedTrackII,
    Bool,
    GapRef,
    Id,
    Item,
    Text,
    TrackIIOnly,
    WhileRunning,
)
from briefpack.case.phase import PhaseItem
from briefpack.case.relation import RelationPeriod
from briefpack.case.words import (
    AssumptionState,
    Awareness,
    EvaluationPurpose,
    Function,
    LeadershipLevel,
    PartnerRole,
    RppLevel,
    RppWho,
    ScaleUpMode,
    TheoryFamily,
    Timing,
)


class DesiredChange(Item):
    """The change aimed at: whose, from what, to what, by when."""

    who: Asked[Text] = None
    from_: Asked[Text] = Field(None, alias="from")
    to: Asked[Text] = None
    by: Asked[Date] = None


class GapDeclined(Item):
    """A gap that is left to others, with the reason."""

    headline = "gap"
    gap: GapRef
    reason: AskedTrackII[Text] = None


class Quadrant(Item):
    """Whom the work reaches and at which level of change."""

    who: AskedTrackII[tuple[RppWho, ...]] = None
    level: AskedTrackII[tuple[RppLevel, ...]] = None


class Assumption(Item):
    """Something the theory of change takes for granted, and how it is tested."""

    headline = "text"
    collection = "assumption"
    id: Id | None = None
    text: Text
    tested_by: AskedTrackII[Text] = None
    state: Annotated[AskedTrackII[AssumptionState], WhileRunning()] = None


class TheoryOfChange(Item):
    """If we do this, then that follows, because of this."""

    if_: AskedTrackII[Text] = Field(None, alias="if")
    then: AskedTrackII[Text] = None
    because: AskedTrackII[Text] = None
    assumptions: AskedTrackII[tuple[Assumption, ...]] = None


class ScaleUp(Item):
    """How the effect is meant to spread beyond those in the room."""

    headline = "mechanism"
    collection = "scale_up"
    id: Id | None = None
    mode: AskedTeam[ScaleUpMode] = None
    mechanism: Text
    audience: AskedTrackII[Text] = None
    target: Text | None = None
    by: AskedTrackII[Date] = None
    owner: AskedTeam[ActorRef] = None


class Linkage(Item):
    """How change in one quadrant is meant to reach another."""

    headline = "mechanism"
    from_quadrant: AskedTrackII[Text] = None
    to_quadrant: AskedTrackII[Text] = None
    mechanism: Text
    activity: ActivityRef | None = None


class TrackIRelation(Item):
    """What the work is to the official talks, when it happens, and how much officials know."""

    function: Asked[Function] = None
    timing: Asked[Timing] = None
    awareness: Asked[Awareness] = None
    liaison: Asked[ActorRef] = None


class Partner(Item):
    """An organisation that works with the team."""

    headline = "actor"
    actor: ActorRef
    role: AskedTrackII[PartnerRole] = None
    agreed: Bool | None = None


class FundingSource(Item):
    """Who pays which share; closed to track II readers until the author opens it."""

    headline = "actor"
    actor: ActorRef
    share: Annotated[float, Field(ge=0, le=1)] | None = None
    visible: Bool | None = None


class Funding(Item):
    """Who pays, until when, and what is missing."""

    sources: Annotated[AskedTrackII[tuple[FundingSource, ...]], TrackIIOnly] = None
    until: Date | None = None
    gap: Text | None = None


class Harm(Item):
    """A harm the work itself could do (CDA *Do No Harm*)."""

    headline = "risk"
    risk: Text
    who_bears_it: AskedTrackII[Text] = None
    mitigation: AskedTrackII[Text] = None


class Exit(Item):
    """How the team leaves."""

    trigger: Annotated[AskedTrackII[Text], WhileRunning()] = None
    handover_to: Annotated[AskedTrackII[ActorRef], WhileRunning()] = None
    obligations: tuple[Text, ...] | None = None


class PlannedIndicator(Item):
    """A measure of the change, chosen before the work begins."""

    headline = "title"
    collection = "indicator"
    id: Id
    title: Text
    baseline: AskedTrackII[Text] = None


class EvaluationFrame(Item):
    """What success will be measured against, set before the work begins."""

    purpose: AskedTeam[EvaluationPurpose] = None
    baseline: AskedTrackII[Text] = None
    indicators: AskedTrackII[tuple[PlannedIndicator, ...]] = None


class Conception(PhaseItem):
    """Everything conception.yaml may hold."""

    phase = "conception"

    desired_change: Asked[DesiredChange] = None
    gaps_addressed: AskedTrackII[tuple[GapRef, ...]] = None
    gaps_declined: tuple[GapDeclined, ...] | None = None
    leadership_levels: AskedTrackII[tuple[LeadershipLevel, ...]] = None
    rpp: AskedTrackII[Quadrant] = None
    theory_of_change: AskedTrackII[TheoryOfChange] = None
    theory_family: TheoryFamily | None = None
    scale_up: AskedTrackII[tuple[ScaleUp, ...]] = None
    linkages: tuple[Linkage, ...] | None = None
    track_i_relation: Asked[TrackIRelation] = None
    track_i_relations: tuple[RelationPeriod, ...] | None = None
    partners: tuple[Partner, ...] | None = None
    funding: AskedTrackII[Funding] = None
    do_no_harm: Asked[tuple[Harm, ...]] = None
    exit: Annotated[AskedTrackII[Exit], WhileRunning()] = None
    evaluation_frame: AskedTrackII[EvaluationFrame] = None
