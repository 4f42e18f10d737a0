"""Engagement days: an engagement is ahead, and its decision has one day, which is not past and no later than it is."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, Path, identity
from briefpack.case.dates import PartialDate, is_before
from briefpack.case.engagements import Engagement, OfficialMeeting
from briefpack.case.intervention import Ask
from briefpack.problems import Problem

_HELD = (
    "this is before the date of information, and a brief prepares for what is ahead: put what came of it into "
    "implementation.yaml and take it out here, or correct one of the two dates"
)
_LATE = (
    "this is after the engagement at which the decision is wanted: name its day or an earlier one, or write what is "
    "decided later as an ask of the front page"
)
_PAST = "this is before the date of information, but the engagement is not: name a day to come"
_TWO_DAYS = (
    "this and 'by' of the ask that the decision is ('same_as') are two days of one thing: leave 'decide_by' out, and "
    "the brief tells the day of the ask; or correct one of the two"
)
_NO_ASK = (
    "this is no ask of the front page of this side: name the 'id' of one of its 'asks' (track I) or 'needs' (track II) "
    "or leave 'same_as' out"
)


def problems(case: Case) -> Iterator[Problem]:
    """Return each engagement that was held, and each decision at one with an impossible day, two days or no ask."""
    today = None if case.content.case.over else case.content.case.date_of_information
    known = {identity(item) for item in case.every_item.values() if type(item).collection == Ask.collection}
    for path, item in case.every_item.items():
        if isinstance(item, Engagement):
            ask = _ask(case, item)
            # An id that nothing has is told by the check of references.
            if item.same_as and item.same_as in known and ask is None:
                yield Problem(case.place((*path, "same_as")), _NO_ASK)
            yield from _days(case, path, item, ask, today)


def held_days(case: Case) -> frozenset[Path]:
    """Return where the day stands of each engagement that was held; what it should be instead is told there."""
    today = None if case.content.case.over else case.content.case.date_of_information
    engagements = ((path, one) for path, one in case.every_item.items() if isinstance(one, Engagement))
    return frozenset((*path, "date") for path, one in engagements if is_before(one.date, today))


def _days(case: Case, path: Path, item: Engagement, ask: Ask | None, today: PartialDate | None) -> Iterator[Problem]:
    if is_before(item.date, today):
        yield Problem(case.place((*path, "date")), _HELD, "warning")
        return
    asked = ask.by if ask else None
    decided, place = item.decide_by or asked, (*path, "decide_by" if item.decide_by else "same_as")
    if is_before(item.date, decided):
        yield Problem(case.place(place), _LATE, "warning")
    if is_before(decided, today):
        yield Problem(case.place(place), _PAST, "warning")
    if is_before(item.decide_by, asked) or is_before(asked, item.decide_by):
        yield Problem(case.place((*path, "decide_by")), _TWO_DAYS)


def _ask(case: Case, item: Engagement) -> Ask | None:
    """Return the ask of its own side's front page that the decision of an engagement is."""
    pages = case.content.case.front_pages
    officials, convenors = pages and pages.track_i, pages and pages.track_ii
    asks = (officials and officials.asks) if isinstance(item, OfficialMeeting) else (convenors and convenors.needs)
    return next((one for one in asks or () if item.same_as and one.id == item.same_as), None)
