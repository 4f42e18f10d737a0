"""Coordination: how the efforts of both tracks support each other, in all five phases.

Source: the handbook's summary treats mutual support as a theme of its own; steps 1 and 4 name who does what and
coordination with track I and other track II teams. The fields are this project's own design.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefpack.case.consent import Consent
from briefpack.case.dates import Date, PlainDate
from briefpack.case.fields import (
    ActivityRef,
    ActorRef,
    Asked,
    AskedTeam,
    Attributes,
    Bool,
    FindingId,
    Id,
    Item,
    NeverTrackII,
    NotInReport,
    OutputRef,
    PartyRef,
    TaskRef,
    TeamOnly,
    Text,
    TrackIIOnly,
    TrackIOnly,
    WhileRunning,
)
from briefpack.case.topics import OnTopic
from briefpack.case.words import Attribution, CalendarKind, CommitmentState, EffectKind, PackAudience, Stance, Used


class Round(Item):
    """A round of the official talks; of one day where `to` is the day of `from`, open where no `to` is shown.

    `topics` are those of messages and lines on which it bears.
    """

    headline = "title"
    collection = "round"
    id: Id
    title: Text
    from_: Asked[Date] = Field(None, alias="from")
    to: Date | None = None
    exclusive: Bool | None = None
    topics: Annotated[tuple[Id, ...] | None, TeamOnly, OnTopic()] = None


class CalendarEntry(Item):
    """A day that both tracks should know: an election, an anniversary, a holiday."""

    headline = "title"
    title: Text
    date: Asked[Date] = None
    kind: CalendarKind | None = None


class Liaison(Item):
    """The named contact on one side."""

    headline = "actor"
    track: Asked[PackAudience] = None
    actor: ActorRef


class InformationFlow(Item):
    """What one track tells the other, how and when; `topic` is one of messages and public lines."""

    headline = "what"
    what: Text
    topic: Annotated[Id | None, OnTopic()] = None
    from_: Asked[PackAudience] = Field(None, alias="from")
    to: Asked[PackAudience] = None
    how: Asked[Text] = None
    when: Text | None = None


class HandedOver(Item):
    """Something that really went from one track to the other: through whom, with whose consent, what became of it.

    No pack shows it to a reader who is not shown its output. `topic` is one of messages and public lines.
    """

    headline = "what"
    falls_with_given = frozenset({"output"})
    what: Text
    topic: Annotated[Id | None, OnTopic()] = None
    output: OutputRef | None = None
    from_: PackAudience | None = Field(None, alias="from")
    to: PackAudience | None = None
    by: ActorRef | None = None
    how: Text | None = None
    consent: Consent | None = None
    handed_over: Date | None = None
    acknowledged: Date | None = None
    answered: Date | None = None
    used: Used | None = None


class MandateToSide(Item):
    """What the coordination may tell one side, what it must, and the topics of which this side is told nothing.

    The topics are those of messages, of lines and of what is handed over; they stay with the team.
    """

    may: tuple[Text, ...] | None = None
    must: tuple[Text, ...] | None = None
    may_not: Annotated[tuple[Id, ...] | None, TeamOnly, OnTopic()] = None


class Mandate(Item):
    """Who gave the coordination between the tracks its mandate, since when, for what, and when that is reviewed.

    What may and must be told to a side is for that side, until the author opens it.
    """

    by: tuple[ActorRef, ...] | None = None
    since: Date | None = None
    to_track_i: Annotated[MandateToSide | None, TrackIOnly] = None
    to_track_ii: Annotated[MandateToSide | None, TrackIIOnly] = None
    reviewed: Date | None = None
    next_review: Date | None = None


class Commitment(Item):
    """What one track owes the other, since when and until when, and whether it was kept.

    `same_as` names the ask, commitment, follow-up or log entry that is the same thing, due on the same day.
    """

    headline = "what"
    collection = "task"
    id: Id | None = None
    same_as: TaskRef | None = None
    by: Asked[PackAudience] = None
    what: Text
    promised: Date | None = None
    due: Date | None = None
    state: Asked[CommitmentState] = None


class Message(Item):
    """Something said to an audience on a topic, and the stance it takes; attributed as an output is."""

    headline = "text"
    topic: Annotated[AskedTeam[Id], OnTopic()] = None
    stance: Asked[Stance] = None
    audience: Asked[PackAudience] = None
    date: Date | None = None
    text: Text
    commits: Bool | None = None
    commits_others: Bool | None = None
    activity: ActivityRef | None = None
    attribution: Attribution | None = None
    said_by: Annotated[ActorRef | None, Attributes("named")] = None
    affiliation: Annotated[ActorRef | None, Attributes("affiliation")] = None
    side: Annotated[PartyRef | None, Attributes("group")] = None
    consent: Consent | None = None


class PublicLine(Item):
    """The line both tracks have agreed to take in public."""

    headline = "text"
    topic: Annotated[AskedTeam[Id], OnTopic()] = None
    stance: Stance | None = None
    text: Text


class Effect(Item):
    """How one track's work helped, missed or hurt the other's."""

    headline = "text"
    kind: Asked[EffectKind] = None
    text: Text


class FindingAnswer(Item):
    """What was decided on a finding between the tracks: which, why, by whom, when, and until when at most.

    `finding` is what `check --findings` prints of it; the answer lapses when what decided the finding changes. It holds
    for at most 180 days from the day on which it was `decided`.
    """

    headline = "finding"
    finding: FindingId
    because: Text
    by: Text
    decided: PlainDate
    until: PlainDate


class Coordination(Item):
    """Everything coordination.yaml may hold."""

    summary: Text | None = None
    mandate: Mandate | None = None
    track_i_rounds: Asked[tuple[Round, ...]] = None
    calendar: tuple[CalendarEntry, ...] | None = None
    liaisons: Annotated[Asked[tuple[Liaison, ...]], WhileRunning()] = None
    information_flow: Asked[tuple[InformationFlow, ...]] = None
    transfers: tuple[HandedOver, ...] | None = None
    commitments: tuple[Commitment, ...] | None = None
    messages: tuple[Message, ...] | None = None
    public_lines: tuple[PublicLine, ...] | None = None
    effects: tuple[Effect, ...] | None = None
    answered_findings: Annotated[tuple[FindingAnswer, ...] | None, TeamOnly] = None
    red_lines: Annotated[tuple[Text, ...] | None, TrackIOnly, NeverTrackII, NotInReport()] = None
    instructions: Annotated[tuple[Text, ...] | None, TrackIOnly, NeverTrackII, NotInReport()] = None
    sequencing: Annotated[tuple[Text, ...] | None, TrackIOnly, NeverTrackII, NotInReport()] = None
