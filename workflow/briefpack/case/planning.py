"""Planning: the activities, each with people, rules, record, transfer, re-entry, safety and contingencies.

Source: handbook step 3, *Design the Process* (the family of processes); agenda blocks after Kelman; dialogue stages,
Saunders; the rest is professional practice as this project reads it.
"""

from __future__ import annotations

from typing import Annotated

from briefpack.case.amounts import Count
from briefpack.case.consent import Consent
from briefpack.case.dates import Date
from briefpack.case.fields import (
    ActorRef,
    Asked,
    AskedTeam,
    AskedTrackII,
    Bool,
    Counts,
    EffortRef,
    GapRef,
    Id,
    Item,
    NamesPlace,
    NotInReport,
    OfPeople,
    OwnSide,
    PartyRef,
    ShownWith,
    TeamOnly,
    TellsWhere,
    TellsWhoWasThere,
    Text,
    WhileRunning,
)
from briefpack.case.phase import PhaseItem
from briefpack.case.relation import RelationPeriod
from briefpack.case.topics import OnTopic
from briefpack.case.words import (
    ActivityType,
    Attribution,
    Carrier,
    Confidentiality,
    DialogueStage,
    InvitedAs,
    LeadershipLevel,
    MediaPolicy,
    PackAudience,
    Record,
    ReleaseTo,
    Stance,
    Timing,
    Track,
)


class Window(Item):
    """When an activity runs; exact days are for the side whose activity it is until the author opens them."""

    start: Annotated[Asked[Date], OwnSide] = None
    end: Annotated[Asked[Date], OwnSide] = None
    coarse: Date | None = None
    published: Bool | None = None


class Venue(Item):
    """Where an activity is held; the precise place stays with the team until the author opens it."""

    country: Annotated[AskedTrackII[Text], NamesPlace()] = None
    setting: Annotated[Text | None, TellsWhere()] = None
    neutral: Bool | None = None
    place: Annotated[Text | None, TeamOnly, NamesPlace(), TellsWhere(), NotInReport()] = None


class Inclusion(Item):
    """How many of those taking part are women, and how many are young."""

    women: Annotated[AskedTrackII[Count], OfPeople()] = None
    youth: Annotated[Count | None, OfPeople()] = None


class Participants(Item):
    """Who takes part, in numbers and capacities only; names live in the sealed registry."""

    count: Annotated[Asked[Count], Counts("per_party"), OfPeople()] = None
    per_party: Annotated[AskedTrackII[dict[PartyRef, Count]], OfPeople()] = None
    invited_as: Asked[InvitedAs] = None
    selection_criteria: Annotated[AskedTrackII[tuple[Text, ...]], OwnSide] = None
    inclusion: Annotated[AskedTrackII[Inclusion], ShownWith("count")] = None


class Facilitator(Item):
    """Someone who facilitates, and any tie to a party."""

    headline = "actor"
    actor: ActorRef
    affiliation_to_parties: Text | None = None


class Media(Item):
    """What is said to the press, by whom; `topic` and `stance` are those of the holding line."""

    policy: Asked[MediaPolicy] = None
    spokesperson: ActorRef | None = None
    holding_line: Asked[Text] = None
    topic: Annotated[Id | None, OnTopic()] = None
    stance: Stance | None = None


class AgendaBlock(Item):
    """One block of an agenda, its aim, and its length in minutes."""

    headline = "block"
    block: Text
    aim: Text | None = None
    minutes: Count | None = None


class Transfer(Item):
    """How ideas are to travel from an activity: to whom, as what, carried by whom, when, and with whose consent.

    That consent is to the plan. Each output that leaves needs its own.
    """

    audience: AskedTeam[PackAudience] = None
    recipient: Asked[ActorRef] = None
    content_kind: Asked[Text] = None
    carrier: Asked[Carrier] = None
    when: Asked[Date] = None
    consent: Asked[Consent] = None


class Reentry(Item):
    """What people face at home afterwards, and what helps them."""

    expected_pressure: Annotated[AskedTrackII[Text], WhileRunning()] = None
    support: Annotated[AskedTrackII[tuple[Text, ...]], WhileRunning()] = None


class Safety(Item):
    """Risks to people in the room and what is done about them; stays with the team until opened."""

    risks: Annotated[AskedTeam[tuple[Text, ...]], WhileRunning()] = None
    measures: Annotated[AskedTeam[tuple[Text, ...]], WhileRunning()] = None
    evacuation: Annotated[AskedTeam[Text], WhileRunning()] = None


class Budget(Item):
    """What an activity costs, in whole units of its currency."""

    amount: Count | None = None
    currency: Text | None = None
    funded: Bool | None = None


class Contingency(Item):
    """What is done if something goes wrong."""

    headline = "trigger"
    trigger: Text
    response: Annotated[AskedTrackII[Text], WhileRunning()] = None


class Activity(Item):
    """One activity of the process; `part_of` names the effort of the assessment that it is part of, if any.

    A pack counts an effort and its activities once, by the level and the parties that the effort itself names.

    `topics` are those of messages and public lines on which its work bears.

    `belongs_to` says whose activity it is if its track does not: I and II have their own; 1.5 and III are nobody's.
    """

    headline = "title"
    collection = "activity"
    id: Id
    title: Text
    purpose: Asked[Text] = None
    type: Asked[ActivityType] = None
    addresses: Asked[tuple[GapRef, ...]] = None
    topics: Annotated[tuple[Id, ...] | None, TeamOnly, OnTopic()] = None
    part_of: EffortRef | None = None
    track: Asked[Track] = None
    belongs_to: PackAudience | None = None
    timing: Asked[Timing] = None
    track_i_relations: Annotated[tuple[RelationPeriod, ...] | None, OwnSide] = None
    level: Asked[tuple[LeadershipLevel, ...]] = None
    parties: Asked[tuple[PartyRef, ...]] = None
    window: Asked[Window] = None
    venue: AskedTrackII[Venue] = None
    participants: Asked[Participants] = None
    facilitators: Annotated[AskedTrackII[tuple[Facilitator, ...]], TellsWhoWasThere()] = None
    ground_rules: AskedTrackII[tuple[Text, ...]] = None
    confidentiality: Asked[Confidentiality] = None
    release_to: tuple[ReleaseTo, ...] | None = None
    attribution_max: Asked[Attribution] = None
    record: AskedTrackII[Record] = None
    media: Asked[Media] = None
    agenda: Annotated[tuple[AgendaBlock, ...] | None, OwnSide] = None
    dialogue_stage: DialogueStage | None = None
    transfer: Asked[Transfer] = None
    reentry: Annotated[AskedTrackII[Reentry], WhileRunning(), NotInReport()] = None
    safety: Annotated[AskedTeam[Safety], TeamOnly, WhileRunning(), NotInReport()] = None
    budget: Annotated[Budget | None, OwnSide] = None
    contingencies: Annotated[AskedTrackII[tuple[Contingency, ...]], OwnSide, WhileRunning()] = None


class Planning(PhaseItem):
    """Everything planning.yaml may hold."""

    phase = "planning"

    activities: Asked[tuple[Activity, ...]] = None
