"""The intervention itself: who, where, when, handling, the front page of each pack and the timeline.

Source: briefing conventions (order, furniture, marks) as recorded in `.github/decisions/`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefpack.case.dates import Date, PlainDate
from briefpack.case.fields import (
    ActorRef,
    Asked,
    AskedTeam,
    AskedTrackI,
    AskedTrackII,
    Bool,
    CaseId,
    Id,
    Item,
    NamesPlace,
    NotInReport,
    TaskRef,
    TeamOnly,
    Text,
    TrackIIOnly,
    TrackIOnly,
    WhileRunning,
)
from briefpack.case.handling import AllowedTerm, Handling
from briefpack.case.languages import AsItIs, LanguageCode
from briefpack.case.releases import VersionsGiven
from briefpack.case.source import Source
from briefpack.case.topics import OnTopic, TopicWords
from briefpack.case.words import (
    ActorKind,
    LikelihoodScale,
    Stance,
    TimelineTrack,
)


class Period(Item):
    """From when to when the intervention runs."""

    from_: Asked[Date] = Field(None, alias="from")
    to: Date | None = None


class Over(Item):
    """Since when and why the case is over; then nobody is asked what only a running case can answer."""

    since: Date
    because: Text | None = None


class Actor(Item):
    """An organisation or role that does something in the case; a person's name belongs in the sealed registry."""

    headline = "name"
    collection = "actor"
    id: Id
    name: Text
    kind: ActorKind | None = None
    role: Text | None = None
    alias: Annotated[Id | None, TeamOnly, NotInReport()] = None


class Acronym(Item):
    """A short form and what it stands for."""

    headline = "short"
    short: Text
    long: Text


class Event(Item):
    """One dated event of the timeline, on its track."""

    headline = "event"
    date: Date
    track: TimelineTrack
    event: Text


class Ask(Item):
    """One thing asked of the reader, with the day on which it was asked and the day it is needed.

    `same_as` names the ask, commitment, follow-up or log entry that is the same thing, due on the same day.
    """

    headline = "ask"
    collection = "task"
    id: Id | None = None
    same_as: TaskRef | None = None
    ask: Text
    of: Text | None = None
    asked: Date | None = None
    by: Date | None = None
    occasion: Text | None = None


class Answer(Item):
    """What to say if a subject is raised, on which topic that is, and how the answer stands."""

    headline = "raised"
    raised: Text
    answer: Text
    topic: Annotated[Id | None, OnTopic()] = None
    stance: Stance | None = None


class Recommendation(Item):
    """A choice put to the reader, with what speaks for and against it and the harm it could do.

    `recommended` marks the one, of those that stand together, that is put to the reader.
    """

    headline = "option"
    option: Text
    recommended: Bool | None = None
    for_: Asked[Text] = Field(None, alias="for")
    against: Asked[Text] = None
    harm: Asked[Text] = None


class Risk(Item):
    """Something that may go wrong, its owner and what would show it coming."""

    headline = "risk"
    risk: Text
    mitigation: Asked[Text] = None
    owner: ActorRef | None = None
    trigger: Text | None = None


class TrackIFrontPage(Item):
    """What officials read first: purpose, bottom line, asks; then what to say."""

    purpose: AskedTrackI[Text] = None
    bottom_line: AskedTrackI[Text] = None
    asks: Annotated[AskedTrackI[tuple[Ask, ...]], WhileRunning()] = None
    points_to_make: Annotated[AskedTrackI[tuple[Text, ...]], WhileRunning()] = None
    if_raised: tuple[Answer, ...] | None = None
    press_line: Text | None = None
    press_topic: Annotated[Id | None, OnTopic()] = None
    press_stance: Stance | None = None
    options: tuple[Recommendation, ...] | None = None
    risks: tuple[Risk, ...] | None = None


class TrackIIFrontPage(Item):
    """What convenors read first: purpose, ground rules, consent, what is needed; then what to ask."""

    purpose: AskedTrackII[Text] = None
    ground_rules: AskedTrackII[tuple[Text, ...]] = None
    consent_status: AskedTrackII[Text] = None
    needs: Annotated[AskedTrackII[tuple[Ask, ...]], WhileRunning()] = None
    framing_questions: tuple[Text, ...] | None = None
    risks: tuple[Risk, ...] | None = None


class FrontPages(Item):
    """The front page of each audience's pack; each is for that audience alone."""

    track_i: Annotated[AskedTrackI[TrackIFrontPage], TrackIOnly] = None
    track_ii: Annotated[AskedTrackII[TrackIIFrontPage], TrackIIOnly] = None


class Intervention(Item):
    """Everything case.yaml may hold; `languages` are those of its texts, the first that of the plain ones."""

    id: CaseId
    languages: Annotated[tuple[LanguageCode, ...] | None, Field(min_length=1)] = None
    title: Text
    summary: Asked[Text] = None
    place: Annotated[AskedTeam[Text], NamesPlace()] = None
    period: Asked[Period] = None
    over: Over | None = None
    version: Annotated[Asked[Text], AsItIs()] = None
    date_of_information: Asked[PlainDate] = None
    releases: VersionsGiven | None = None
    handling: Asked[Handling] = None
    likelihood_scale: LikelihoodScale | None = None
    front_pages: Asked[FrontPages] = None
    actors: tuple[Actor, ...] | None = None
    acronyms: tuple[Acronym, ...] | None = None
    topics: tuple[TopicWords, ...] | None = None
    timeline: Asked[tuple[Event, ...]] = None
    sources: tuple[Source, ...] | None = None
    gaps_in_evidence: tuple[Text, ...] | None = None

    @property
    def allowances(self) -> tuple[AllowedTerm, ...]:
        """Return the protected terms that packs may hold."""
        return (self.handling.allowed_terms or ()) if self.handling else ()
