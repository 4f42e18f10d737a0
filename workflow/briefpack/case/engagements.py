"""Engagements: the meetings that officials go to, and the sessions that convenors run, each with what its brief tells.

Source: briefing conventions of foreign ministries (what is it for, how long, interpreters, what will they raise, who
keeps the record) and of facilitated dialogue; the fields are this project's own design.
"""

from __future__ import annotations

from typing import Annotated

from briefpack.case.amounts import Count
from briefpack.case.dates import Date
from briefpack.case.engagement_parts import (
    Attendee,
    Card,
    Clock,
    Homecoming,
    LikelyLine,
    MeetingOption,
    PassedOn,
    RunItem,
    SaidOutside,
)
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
    TaskRef,
    Text,
    TrackIIOnly,
    TrackIOnly,
    WhileRunning,
)
from briefpack.case.intervention import Answer, Risk
from briefpack.case.topics import OnTopic
from briefpack.case.words import CardKind, Stance

#: What a session should have an answer to before it is held.
EXPECTED: tuple[CardKind, ...] = ("leak", "walkout", "violence", "talks_shift")


class Engagement(Item):
    """What a meeting of officials and a session of convenors have in common.

    * `id`: what the files call it; no pack prints it.
    * `title`: what it is called, as the heading of its brief.
    * `date`: the day on which it is held.
    * `starts`: when it begins, on the clock of the place.
    * `minutes`: how long it lasts.
    * `place`: where it is held, as exactly as its readers may know.
    * `ours`: who goes or works for this side.
    * `theirs`: who else is in the room.
    * `interpreter`: who interprets, and whether that is settled.
    * `press`: what the press is told or may see.
    * `record_keeper`: who keeps the record, and where it goes.
    * `known_to`: who else knows of it.
    * `topics`: those of messages and lines on which it bears; no pack prints them.
    * `why_now`: why it cannot wait.
    * `changed`: what is new since both last met.
    * `not_to_raise`: subjects that this side leaves alone.
    * `listen_for`: what would be worth hearing; the record form has a line for each.
    * `decision`: what is to be decided.
    * `decided_by`: who decides it.
    * `decide_by`: the day by which it is decided.
    * `same_as`: the ask of this side's front page that the meeting serves; it is told before what is decided.
    * `contact`: whom to call.
    """

    headline = "title"
    id: Id
    title: Text
    date: Annotated[Asked[Date], WhileRunning()] = None
    starts: Annotated[Asked[Clock], WhileRunning()] = None
    minutes: Count | None = None
    place: Annotated[Asked[Text], NamesPlace(), WhileRunning()] = None
    ours: tuple[Attendee, ...] | None = None
    theirs: tuple[Attendee, ...] | None = None
    interpreter: Text | None = None
    press: Text | None = None
    record_keeper: Text | None = None
    known_to: Annotated[Asked[Text], WhileRunning()] = None
    topics: Annotated[tuple[Id, ...] | None, OnTopic()] = None
    why_now: Text | None = None
    changed: tuple[Text, ...] | None = None
    not_to_raise: Annotated[Asked[tuple[Text, ...]], WhileRunning()] = None
    listen_for: tuple[Text, ...] | None = None
    decision: Text | None = None
    decided_by: Text | None = None
    decide_by: Date | None = None
    same_as: TaskRef | None = None
    contact: Annotated[Asked[Text], WhileRunning()] = None


class OfficialMeeting(Engagement):
    """A meeting that officials go to: what it is for, what to say and to answer, and what is to be decided.

    * `purpose`: what the meeting is for, in one sentence.
    * `bottom_line`: what its reader has to know if nothing else.
    * `if_nothing_is_done`: what follows if nothing is decided.
    * `options`: the choices, one of them recommended.
    * `points`: what to say, in words that can be spoken.
    * `likely_lines`: what the others will say, and what is answered.
    * `if_raised`: what to say if a subject is raised, on which topic that is, and how the answer stands.
    * `press_line`: what the press is told afterwards.
    * `press_topic`: the topic of the press line.
    * `press_stance`: how the press line stands on its topic.
    * `risks`: what may go wrong in the month after the meeting.
    * `unofficial_work`: where the work of the other track stands, in one sentence.
    """

    why_now: Annotated[AskedTrackI[Text], WhileRunning()] = None
    purpose: Annotated[AskedTrackI[Text], WhileRunning()] = None
    bottom_line: Annotated[AskedTrackI[Text], WhileRunning()] = None
    if_nothing_is_done: Annotated[AskedTrackI[Text], WhileRunning()] = None
    options: Annotated[AskedTrackI[tuple[MeetingOption, ...]], WhileRunning(), AskedAmong("recommended", ("true",))] = (
        None
    )
    points: Annotated[AskedTrackI[tuple[Text, ...]], WhileRunning()] = None
    likely_lines: Annotated[AskedTrackI[tuple[LikelyLine, ...]], WhileRunning()] = None
    if_raised: tuple[Answer, ...] | None = None
    press_line: Text | None = None
    press_topic: Annotated[Id | None, OnTopic()] = None
    press_stance: Stance | None = None
    risks: Annotated[AskedTrackI[tuple[Risk, ...]], WhileRunning()] = None
    unofficial_work: Annotated[AskedTrackI[Text], WhileRunning()] = None


class ConvenedSession(Engagement):
    """A session that convenors run: its aims, the run of the day, what leaves the room, and what to do if it fails.

    * `activity`: the activity of planning.yaml that it is part of.
    * `admitted`: who may be in the room, and who may not.
    * `aims`: what the session is to achieve.
    * `run`: the parts of the day, in order.
    * `opened_by`: who opens, and how.
    * `opening_words`: the words themselves.
    * `ground_rules`: the rules of the room.
    * `recorded`: what is written down, and what becomes of it.
    * `said_outside`: what is said outside, and by whom.
    * `passed_on`: what leaves the room, to whom and with whose consent.
    * `reentry`: what participants meet with at home, and what is done about it.
    * `contingencies`: what is done if it leaks, somebody walks out, violence breaks out or the talks shift.
    * `protection`: what keeps people safe on the day.
    * `paid_by`: who pays for what.
    * `success`: how one can tell that it went well.
    * `day_after`: what is done the day after.
    * `debrief`: what the team asks itself afterwards.
    """

    activity: ActivityRef | None = None
    admitted: Annotated[AskedTrackII[Text], WhileRunning()] = None
    aims: Annotated[AskedTrackII[tuple[Text, ...]], WhileRunning()] = None
    run: Annotated[AskedTrackII[tuple[RunItem, ...]], WhileRunning()] = None
    opened_by: Annotated[AskedTrackII[Text], WhileRunning()] = None
    opening_words: Text | None = None
    ground_rules: Annotated[AskedTrackII[tuple[Text, ...]], WhileRunning()] = None
    recorded: Annotated[AskedTrackII[Text], WhileRunning()] = None
    said_outside: Annotated[AskedTrackII[tuple[SaidOutside, ...]], WhileRunning()] = None
    passed_on: Annotated[AskedTrackII[tuple[PassedOn, ...]], WhileRunning()] = None
    reentry: Annotated[AskedTrackII[tuple[Homecoming, ...]], WhileRunning(), NotInReport()] = None
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
