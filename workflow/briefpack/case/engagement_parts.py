"""Engagement parts: who is in the room, what is said, how the day runs, and what is done if it goes wrong."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from briefpack.case.amounts import Count
from briefpack.case.fields import Item, OutputRef, PartyRef, Text
from briefpack.case.intervention import Recommendation
from briefpack.case.words import CardKind

CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"
#: A time of day where something is held, as in 09:30.
Clock = Annotated[str, StringConstraints(pattern=CLOCK)]


class Attendee(Item):
    """Somebody in the room, by role: never by name.

    * `role`: who that is, or how many of whom.
    * `party`: the party that this person comes from.
    * `part`: what this person does there, such as who leads or who may not commit the others.
    """

    headline = "role"
    role: Text
    party: PartyRef | None = None
    part: Text | None = None


class LikelyLine(Item):
    """What the others will probably say, and what is answered.

    * `line`: what they say, in their words.
    * `answer`: what our side answers, in words that can be spoken.
    """

    headline = "line"
    line: Text
    answer: Text | None = None


class MeetingOption(Recommendation):
    """A choice for the meeting, as on the front page.

    * `timing`: when this choice is due, or lapses.
    """

    timing: Text | None = None


class RunItem(Item):
    """One part of the day.

    * `at`: when it begins; parts that run side by side begin at the same time.
    * `minutes`: how long it takes.
    * `what`: what is done.
    * `lead`: who leads it, by the role under `ours` or `theirs`.
    """

    headline = "what"
    at: Clock | None = None
    minutes: Count | None = None
    what: Text
    lead: Text | None = None


class SaidOutside(Item):
    """What is said outside the room.

    * `what`: the words, or what they may be about.
    * `by`: who may say it.
    """

    headline = "what"
    what: Text
    by: Text | None = None


class PassedOn(Item):
    """What leaves the room.

    * `what`: the paper, the picture or the word that leaves.
    * `to`: who gets it.
    * `consent`: who agreed to that, and how; or that nobody was asked yet.
    * `output`: the output that this is, where it was made before; a consent that it has is not asked for again.
    """

    headline = "what"
    what: Text
    to: Text | None = None
    consent: Text | None = None
    output: OutputRef | None = None


class Homecoming(Item):
    """What participants may meet with at home after the session.

    * `pressure`: what may be said or done to them there.
    * `support`: what is done about it.
    """

    headline = "pressure"
    pressure: Text
    support: Text | None = None


class Card(Item):
    """What is done at once if one thing happens.

    * `kind`: what sort of thing it is.
    * `trigger`: what happens.
    * `response`: what is done at once.
    * `who`: who does it, by the role under `ours` or `theirs`.
    """

    headline = "trigger"
    kind: CardKind | None = None
    trigger: Text
    response: Text | None = None
    who: Text | None = None
