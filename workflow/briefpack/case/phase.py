"""What every phase says of itself: its status, date, owner, readiness, and questions the authors leave open."""

from __future__ import annotations

from typing import Annotated, ClassVar

from briefpack.case.dates import Date, PlainDate
from briefpack.case.fields import ActorRef, Asked, AskedTrackII, Id, Item, Text, WhileRunning
from briefpack.case.words import ReadinessState, Status


class Readiness(Item):
    """One readiness point of a phase; `id` is one of those of its phase, which `check` lists where it is not."""

    headline = "id"
    id: Id
    state: Annotated[AskedTrackII[ReadinessState], WhileRunning()] = None
    evidence: Text | None = None
    owner: ActorRef | None = None
    date: Date | None = None


class PhaseItem(Item):
    """The part that all five phases share (handbook map, section 2.0)."""

    phase: ClassVar[str]

    status: Asked[Status] = None
    as_of: Asked[PlainDate] = None
    owner: Annotated[AskedTrackII[ActorRef], WhileRunning()] = None
    next_review: Date | None = None
    changes_since_last: tuple[Text, ...] | None = None
    open_questions: tuple[Text, ...] | None = None
    readiness: Annotated[AskedTrackII[tuple[Readiness, ...]], WhileRunning()] = None
