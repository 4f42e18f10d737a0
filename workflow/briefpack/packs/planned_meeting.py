"""Planned meeting: which engagement of a case a form is of, by the title, day and hour that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from babel import Locale

from briefpack.case.engagement_parts import CLOCK
from briefpack.case.engagements import ConvenedSession, OfficialMeeting
from briefpack.forms.written_days import DayReader, exact_day

#: What stands between the day and the hour on a form.
_BETWEEN = " · "


@dataclass(frozen=True)
class PlannedMeeting:
    """The engagement that a form is of, and the day for which that was planned; None for what is not certain."""

    engagement: OfficialMeeting | ConvenedSession | None
    day: date | None


def planned_meeting(
    printed: Iterable[str], every: Sequence[OfficialMeeting | ConvenedSession], locale: Locale
) -> PlannedMeeting:  # fmt: skip
    """Return the meeting that a form is of, by the paragraphs that it prints and the engagements of its reader.

    A meeting that has another day or hour by now may be another one: that of the form may have been taken out.
    """
    texts = list(printed)
    found = [one for one in every if any(" ".join(one.title.split()) in text for text in texts)]
    longest = max((len(one.title) for one in found), default=0)
    pieces = [piece for text in texts for piece in text.split(_BETWEEN)]
    days = [day for day in map(exact_day, map(DayReader(locale).read, pieces)) if day][:1]
    hours = [piece for piece in pieces if re.match(CLOCK, piece)][:1]
    found = [one for one in found if len(one.title) == longest and _may_be(one, days, hours)]
    planned = {_day(one) for one in found}
    day = days[0] if days else planned.pop() if len(planned) == 1 else None
    return PlannedMeeting(found[0] if len(found) == 1 else None, day)


def _may_be(one: OfficialMeeting | ConvenedSession, days: Sequence[date], hours: Sequence[str]) -> bool:
    """Return whether a meeting may be the one that is planned for some day and hour."""
    day = _day(one)
    return (not days or day is None or day in days) and (not hours or one.starts is None or one.starts in hours)


def _day(one: OfficialMeeting | ConvenedSession) -> date | None:
    return exact_day(one.date.text) if one.date else None
