"""Implementation: sessions, trust, risks, adaptations, obstacles, power gaps, contacts with track I, and outputs.

Source: handbook step 4, *Conduct Track II Activities*, whose opening names these topics in this order.
"""

from __future__ import annotations

from typing import Annotated

from briefpack.case.amounts import Count
from briefpack.case.consent import Consent
from briefpack.case.dates import Date, PlainDate
from briefpack.case.fields import (
    ActivityRef,
    ActorRef,
    Asked,
    AskedTeam,
    AskedTrackII,
    Attributes,
    Bool,
    Id,
    Item,
    NotInReport,
    OfPeople,
    OwnSide,
    PartyRef,
    TaskRef,
    TeamOnly,
    Text,
    TrackIIOnly,
    WhileRunning,
)
from briefpack.case.phase import PhaseItem
from briefpack.case.words import (
    Attribution,
    Direction,
    EmbargoEvent,
    GroupIssueKind,
    IncidentKind,
    LogKind,
    ObstacleKind,
    ObstacleState,
    OutputKind,
    PowerForm,
    ReleaseTo,
    Trend,
    TrustBetween,
    TrustLevel,
)

#: Kinds of output that cannot be handed over, since they stay with the people who have them.
NOT_CARRIED: tuple[OutputKind, ...] = ("relationship", "skill")


class Session(Item):
    """One meeting of an activity; its summary is the agreed text and nothing else."""

    headline = "activity"
    called = "title"
    activity: ActivityRef
    title: Text | None = None
    date: Asked[Date] = None
    attended_per_party: Annotated[dict[PartyRef, Count] | None, OwnSide, OfPeople()] = None
    agreed_summary: AskedTrackII[Text] = None
    attribution: AskedTeam[Attribution] = None


class Trust(Item):
    """How far people trust each other or the intervenor; stays with the team until opened."""

    headline = "between"
    between: Annotated[Asked[TrustBetween], WhileRunning()] = None
    level: Annotated[Asked[TrustLevel], WhileRunning()] = None
    trend: Annotated[Asked[Trend], WhileRunning()] = None
    measures: tuple[Text, ...] | None = None


class ParticipantRisk(Item):
    """What could happen to a group (never a person) if it is exposed, and what limits the damage."""

    headline = "group"
    group: Text
    harm_if_exposed: AskedTrackII[Text] = None
    limit: AskedTrackII[Text] = None
    residual: Annotated[AskedTeam[TrustLevel], WhileRunning()] = None


class Adaptation(Item):
    """A change of aim or plan on the way."""

    headline = "what_changed"
    date: Asked[Date] = None
    what_changed: Text
    old: Text | None = None
    new: Text | None = None
    reason: AskedTrackII[Text] = None
    told_track_i: AskedTrackII[Bool] = None


class GroupIssue(Item):
    """A people problem in the room and how it was handled."""

    headline = "kind"
    kind: GroupIssueKind
    handling: Text | None = None


class Obstacle(Item):
    """Something in the way, what is done about it, and by whom."""

    headline = "description"
    kind: AskedTeam[ObstacleKind] = None
    description: Text
    action: AskedTrackII[Text] = None
    owner: Annotated[AskedTeam[ActorRef], WhileRunning()] = None
    state: AskedTrackII[ObstacleState] = None


class PowerGap(Item):
    """An inequality between parties in the room and what evens it out."""

    headline = "form"
    between: tuple[PartyRef, ...] | None = None
    form: PowerForm
    measure: AskedTrackII[Text] = None


class MediaEvent(Item):
    """Something the press did or learned."""

    headline = "event"
    date: AskedTrackII[Date] = None
    outlet: Text | None = None
    event: Text
    holding_line_kept: Bool | None = None


class Contact(Item):
    """One contact with track I or another team: which way it went, and what it was about.

    `same_as` names the ask, commitment, follow-up or log entry that is the same thing, due on the same day.
    """

    headline = "content"
    collection = "task"
    id: Id | None = None
    same_as: TaskRef | None = None
    date: AskedTrackII[Date] = None
    with_actor: AskedTeam[ActorRef] = None
    direction: AskedTrackII[Direction] = None
    kind: AskedTeam[LogKind] = None
    content: Text
    answered: Bool | None = None


class Embargo(Item):
    """Until when, or until which event, an output stays inside."""

    until: PlainDate | None = None
    event: EmbargoEvent | None = None


class Output(Item):
    """Something an activity produced that may travel.

    Packs print who said it (`said_by`), the organisation (`affiliation`) and the side (`side`) only as closely as both
    its own `attribution` and the rules of its activity allow, and nothing if one of these two is not given.
    """

    headline = "text"
    collection = "output"
    id: Id
    kind: AskedTrackII[OutputKind] = None
    text: Text
    activity: ActivityRef | None = None
    date: Date | None = None
    attribution: AskedTeam[Attribution] = None
    said_by: Annotated[ActorRef | None, Attributes("named")] = None
    affiliation: Annotated[ActorRef | None, Attributes("affiliation")] = None
    side: Annotated[PartyRef | None, Attributes("group")] = None
    consent: Asked[Consent] = None
    release_to: AskedTeam[tuple[ReleaseTo, ...]] = None
    embargo: Embargo | None = None


class Incident(Item):
    """Something that went wrong and the response; stays with the team until opened."""

    headline = "kind"
    date: Date | None = None
    kind: IncidentKind
    response: Text | None = None


class Implementation(PhaseItem):
    """Everything implementation.yaml may hold."""

    phase = "implementation"

    sessions: Asked[tuple[Session, ...]] = None
    trust: Annotated[Asked[tuple[Trust, ...]], TeamOnly, WhileRunning(), NotInReport()] = None
    participant_risks: AskedTrackII[tuple[ParticipantRisk, ...]] = None
    adaptations: Asked[tuple[Adaptation, ...]] = None
    group_issues: Annotated[tuple[GroupIssue, ...] | None, TrackIIOnly] = None
    obstacles: Asked[tuple[Obstacle, ...]] = None
    power_gaps: AskedTrackII[tuple[PowerGap, ...]] = None
    media_log: tuple[MediaEvent, ...] | None = None
    coordination_log: Asked[tuple[Contact, ...]] = None
    outputs: tuple[Output, ...] | None = None
    incidents: Annotated[tuple[Incident, ...] | None, TeamOnly] = None
