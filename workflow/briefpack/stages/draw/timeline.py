"""The timeline: every dated event of a view, on its track, as precisely as its date is known."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from briefpack.case.dates import PartialDate
from briefpack.disclosure.bearing import Bearing
from briefpack.disclosure.inside import name_of
from briefpack.disclosure.view import Node, View
from briefpack.house.wording import Catalogue
from briefpack.pictures.design import drawing_of
from briefpack.pictures.manner import Manner
from briefpack.pictures.picture import Picture
from briefpack.pictures.timeline import TimelineDesign, is_cut
from briefpack.stages.draw.parting import LANES, Chronology
from briefpack.stages.draw.saying import from_today, in_parts, sentence, sentences, track_of
from briefpack.stages.draw.sourcing import Sourcing, signs_of
from briefpack.stages.draw.timing import told_as_of

#: The most years that are named if they tie; more would say little.
_MOST_NAMED = 3
#: Words that leave a date open to one side.
_OPEN: frozenset[str | None] = frozenset({"before", "after"})


def timeline_pictures(
    view: View, catalogue: Catalogue, manner: Manner, _: Any, bearing: Bearing | None = None
) -> Iterator[Picture]:
    """Return the timeline of a view as one picture, or as several if its words fill more than a page."""
    events = sorted(view.root.case.timeline, key=lambda event: event.date.value.sort_key)
    if not events:
        return
    sourcing = Sourcing(bearing, catalogue)
    chronology, parts, cut = Chronology(events, catalogue, sourcing, told_as_of(view, catalogue)), [], set()
    spans = chronology.parted()
    for number, span in enumerate(spans):
        drawn, mine, borne = chronology.part(span), events[slice(*span)], chronology.borne[slice(*span)]
        told = [
            _event(event, sourcing.said(name_of(event), one), catalogue) for event, one in zip(mine, borne, strict=True)
        ]
        planned = from_today(drawn.today[1] if drawn.today else "", catalogue)
        cut |= {number} if is_cut(drawn) else set()
        parts.append(
            (
                drawing_of(TimelineDesign, drawn, manner),
                sentences([_alternative(mine, events, told, catalogue), planned]),
                _caption(mine, number in cut, catalogue),
            )
        )
    for number, picture in enumerate(in_parts("timeline", parts, catalogue)):
        first, end = spans[number]
        borne = chronology.borne[first:end]
        is_sourced = any(one.cites for one in borne)
        is_whole, signs = number not in cut, signs_of(borne)
        yield replace(picture, is_whole=is_whole, things=end - first, signs=signs, is_sourced=is_sourced)


def _caption(events: Sequence[Node], is_cut: bool, catalogue: Catalogue) -> str:
    said = catalogue.say("pictures.timeline_caption", period=_period(events, catalogue))
    return sentences([said, catalogue.say("pictures.words_cut") if is_cut else ""])


def _period(events: Sequence[Node], catalogue: Catalogue) -> str:
    last = max(events, key=lambda event: event.date.value.drawn[1])
    return catalogue.interval(events[0].date.value, last.date.value)


def _counts(events: Sequence[Node], catalogue: Catalogue) -> str:
    """Return how many events each track has."""
    counted = Counter(track_of(event) for event in events)
    return catalogue.list(
        catalogue.say("pictures.events_on", count=counted[lane], track=catalogue.word("track", lane))
        for lane in LANES
        if counted[lane]
    )


def _alternative(events: Sequence[Node], every: Sequence[Node], told: Sequence[str], catalogue: Catalogue) -> str:
    """Return the alternative text: how many events there are, and each of them as it is `told`.

    It says all that the picture says, since the pack has no table of the same events. The fullest years and the
    quietest time are those of the whole timeline. So only the first of several pictures says them.
    """
    whole = _of_all(every, catalogue) if events[0] is every[0] else ()
    if whole and len(events) < len(every):
        whole = [catalogue.say("pictures.all_parts", said=" ".join(filter(None, whole)))]
    said = [
        catalogue.say("pictures.timeline_alternative", period=_period(events, catalogue)),
        catalogue.capital(_counts(events, catalogue)) + ".",
        *whole,
        *told,
    ]
    return sentences(said)


def _event(event: Node, said: str, catalogue: Catalogue) -> str:
    """Return an event as a sentence with its date and its track."""
    track, date = catalogue.word("track", track_of(event)), catalogue.capital(catalogue.date(event.date.value))
    return sentence(catalogue.say("pictures.timeline_event", date=date, track=track, event=said))


def _of_all(events: Sequence[Node], catalogue: Catalogue) -> list[str]:
    return [_fullest(events, catalogue), *(_quiet(events, track, catalogue) for track in ("i", "ii"))]


def _fullest(events: Sequence[Node], catalogue: Catalogue) -> str:
    """Return the years with most events, if other years have fewer and events of an unsure year cannot change that.

    An event counts for the year in which it begins.
    """
    starts = [event.date.value.start for event in events]
    years = Counter(one.first.year for one in starts if one.first.year == one.last.year)
    most = max(years.values(), default=0)
    fullest = sorted(year for year in years if years[year] == most)
    others = [years[year] for year in years if years[year] < most]
    unsure = len(starts) - sum(years.values())
    if not others or len(fullest) > _MOST_NAMED or (unsure and most <= max(others) + unsure):
        return ""
    if len(fullest) > 1:
        return catalogue.say("pictures.fullest_years", years=catalogue.list(map(str, fullest)), count=most)
    return catalogue.say("pictures.fullest_year", year=fullest[0], count=most)


def _possible(date: PartialDate) -> tuple[datetime.date, datetime.date]:
    return date.start.first, date.end.last


def _sure_days(pair: tuple[PartialDate, PartialDate]) -> int:
    return (pair[1].start.first - pair[0].end.last).days


def _most_days(pair: tuple[PartialDate, PartialDate]) -> int:
    return (pair[1].start.last - pair[0].end.first).days


def _quiet(events: Sequence[Node], track: str, catalogue: Catalogue) -> str:
    """Return the words for the longest time in which a track has no event, or that it has no event at all.

    Return an empty text if a date is open to one side, or if inexact dates could make another time longer.
    """
    dates = sorted((event.date.value for event in events if track_of(event) == track), key=_possible)
    named = catalogue.word("track", track)
    if not dates:
        return catalogue.say("pictures.no_events", track=named)
    ends = [dates[0]]
    for date in dates[1:]:
        ends.append(max(ends[-1], date, key=lambda one: one.end.last))
    pairs = [(before, after) for before, (_, after) in zip(ends, pairwise(dates), strict=False)]
    if not pairs or any({one.start.qualifier, one.end.qualifier} & _OPEN for one in dates):
        return ""
    longest = max(pairs, key=_sure_days)
    before, after = longest
    if _sure_days(longest) <= 0 or any(_most_days(pair) > _sure_days(longest) for pair in pairs if pair is not longest):
        return ""
    between = catalogue.interval(PartialDate(before.end, before.end, ""), PartialDate(after.start, after.start, ""))
    return catalogue.say("pictures.quiet", track=named, period=between)
