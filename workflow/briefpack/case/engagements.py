"""Engagements: the meetings that officials go to, and the sessions that convenors run, each with what its brief tells.

Source: briefing conventions of foreign ministries (what is it for, how long, interpreters, what will they raise, who
keeps the record) and of facilitated dialogue; the fields are this project's own design.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from briefpack.case.amounts import Count
from briefpack.case.dates import Date
from briefpack.case.expected import AskedAmong
from briefpack.case.fields import (
    ActivityRef,
    Asked,
    AskedTrackI,
    AskedTrackII,
    Id,
    Item,
    NamesPlace,
    NeverTrackI,
    NeverTrackII,
    NotInReport,
    PartyRef,
    Text,
    TrackIIOnly,
    TrackIOnly,
    WhileRunning,
)
from briefpack.case.intervention import Raised, Recommendation, Risk
from briefpack.case.words import CardKind

CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"
#: A time of day where something is held, as in 09:30.
Clock = Annotated[str, StringConstraints(pattern=CLOCK)]
#: What a session should have an answer to before it is held.
EXPECTED: tuple[CardKind, ...] = ("leak", "walkout", "violence", "talks_shift")


class Attendee(Item):
    """Somebody in the room, by role: never by name; what that person does there."""

    headline = "role"
    role: Text
    party: PartyRef | None = None
    part: Text | None = None


class LikelyLine(Item):
    """What the others will probably say, and what is answered."""

    headline = "line"
    line: Text
    answer: Text | None = None


class MeetingOption(Recommendation):
    """A choice for the meeting; `timing` says when it is due."""

    timing: Text | None = None


class RunItem(Item):
    """One part of the day: when it begins, how many minutes it takes, what is done and who leads it."""

    headline = "what"
    at: Clock | None = None
    minutes: Count | None = None
    what: Text
    lead: Text | None = None


class SaidOutside(Item):
    """What is said outside the room, and by whom."""

    headline = "what"
    what: Text
    by: Text | None = None


class PassedOn(Item):
    """What leaves the room, to whom, and with whose consent."""

    headline = "what"
    what: Text
    to: Text | None = None
    consent: Text | None = None


class Homecoming(Item):
    """What participants may meet with at home after the session, and what is done about it."""

    headline = "pressure"
    pressure: Text
    support: Text | None = None


class Card(Item):
    """What is done at once if one thing happens, and who does it; `kind` is what sort of thing it is."""

    headline = "trigger"
    kind: CardKind | None = None
    trigger: Text
    response: Text | None = None
    who: Text | None = None


class Engagement(Item):
    """What a meeting of officials and a session of convenors have in common.

    `minutes` is how long it lasts, `decided_by` who takes the decision, and `changed` what is new since they last met.
    """

    headline = "title"
    id: Id
    title: Text
    date: Date | None = None
    starts: Clock | None = None
    minutes: Count | None = None
    place: Annotated[Text | None, NamesPlace()] = None
    ours: tuple[Attendee, ...] | None = None
    theirs: tuple[Attendee, ...] | None = None
    interpreter: Text | None = None
    press: Text | None = None
    record_keeper: Text | None = None
    known_to: Annotated[Asked[Text], WhileRunning()] = None
    why_now: Text | None = None
    changed: tuple[Text, ...] | None = None
    not_to_raise: Annotated[Asked[tuple[Text, ...]], WhileRunning()] = None
    listen_for: tuple[Text, ...] | None = None
    decision: Text | None = None
    decided_by: Text | None = None
    decide_by: Date | None = None
    contact: Annotated[Asked[Text], WhileRunning()] = None


class OfficialMeeting(Engagement):
    """A meeting that officials go to: what it is for, what to say and to answer, and what is to be decided.

    `if_nothing_is_done` tells what follows if nothing is decided; `risks` are those of the month after the meeting, and
    `unofficial_work` says in one sentence where the work of the other track stands.
    """

    purpose: Annotated[AskedTrackI[Text], WhileRunning()] = None
    bottom_line: Annotated[AskedTrackI[Text], WhileRunning()] = None
    if_nothing_is_done: Annotated[AskedTrackI[Text], WhileRunning()] = None
    options: Annotated[AskedTrackI[tuple[MeetingOption, ...]], WhileRunning(), AskedAmong("recommended", ("true",))] = (
        None
    )
    points: Annotated[AskedTrackI[tuple[Text, ...]], WhileRunning()] = None
    likely_lines: tuple[LikelyLine, ...] | None = None
    if_raised: tuple[Raised, ...] | None = None
    press_line: Text | None = None
    risks: tuple[Risk, ...] | None = None
    unofficial_work: Text | None = None


class ConvenedSession(Engagement):
    """A session that convenors run: its aims, the run of the day, what leaves the room, and what to do if it fails.

    `admitted` says who may be in the room and who may not.
    """

    activity: ActivityRef | None = None
    admitted: Text | None = None
    aims: Annotated[AskedTrackII[tuple[Text, ...]], WhileRunning()] = None
    run: Annotated[AskedTrackII[tuple[RunItem, ...]], WhileRunning()] = None
    opened_by: Text | None = None
    opening_words: Text | None = None
    ground_rules: tuple[Text, ...] | None = None
    recorded: Text | None = None
    said_outside: tuple[SaidOutside, ...] | None = None
    passed_on: tuple[PassedOn, ...] | None = None
    reentry: Annotated[tuple[Homecoming, ...] | None, NotInReport()] = None
    contingencies: Annotated[
        AskedTrackII[tuple[Card, ...]], WhileRunning(), AskedAmong("kind", EXPECTED, all_say=True)
    ] = None
    protection: Annotated[tuple[Text, ...] | None, NotInReport()] = None
    paid_by: Annotated[AskedTrackII[Text], WhileRunning()] = None
    success: Annotated[AskedTrackII[Text], WhileRunning()] = None
    day_after: Annotated[AskedTrackII[tuple[Text, ...]], WhileRunning()] = None
    debrief: tuple[Text, ...] | None = None


class Engagements(Item):
    """Everything engagements.yaml may hold. Neither side ever sees the other's, whatever is said at them."""

    track_i: Annotated[tuple[OfficialMeeting, ...] | None, TrackIOnly, NeverTrackII] = None
    track_ii: Annotated[tuple[ConvenedSession, ...] | None, TrackIIOnly, NeverTrackI] = None
