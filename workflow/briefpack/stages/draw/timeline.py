"""The timeline: every dated event a reader may see, on its track, as precisely as its date is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefpack.case.dates import PartialDate
from briefpack.case.picture import Picture
from briefpack.case.view import Node, View
from briefpack.case.wording import Catalogue
from briefpack.pictures.inks import Inks
from briefpack.pictures.timeline import Entry, Kind, Timeline, draw_timeline
from briefpack.stages.draw.saying import (
    TRACKS,
    capital,
    in_parts,
    in_short,
    interval,
    name_of,
    sentences,
    track_of,
)

_LANES = (*TRACKS, "context", "implementation")
#: More events than this go on several pictures, so that each has words that can be read.
_MOST = 60


def timeline_pictures(view: View, catalogue: Catalogue, inks: Inks) -> Iterator[Picture]:
    """Give the timeline of a view as one picture, or as several where there are many events."""
    events = sorted(view.root.case.timeline, key=lambda event: event.date.value.sort_key)
    count = -(-len(events) // _MOST)
    cuts = [number * len(events) // max(1, count) for number in range(count + 1)]
    some = [events[start:end] for start, end in pairwise(cuts)]
    parts = [
        (draw_timeline(_timeline(part, catalogue), inks), _alternative(part, catalogue), _caption(part, catalogue))
        for part in some
    ]
    yield from in_parts("timeline", parts, catalogue)


def _timeline(events: Sequence[Node], catalogue: Catalogue) -> Timeline:
    """Give what is drawn: the lane of track I first, then those of the other tracks that have events."""
    lanes = [lane for lane in _LANES if lane == "i" or any(track_of(event) == lane for event in events)]
    dated: set[tuple[bool, int]] = set()
    entries = []
    for event in events:
        lane, when = lanes.index(track_of(event)), event.date.value
        # The first event of a year on its side of the picture says which year it is.
        known = (lane > 0, when.start.first.year)
        said = in_short(when, catalogue, with_year=known not in dated)
        dated.add(known)
        entries.append(Entry(lane, when.start.first, when.end.last, _kind(when), said, name_of(event)))
    marks: tuple[tuple[Kind, str], ...] = (
        ("day", catalogue.say("pictures.day")),
        ("month", catalogue.say("pictures.month")),
        ("year", catalogue.say("pictures.year")),
        ("interval", catalogue.say("pictures.interval")),
    )
    names = (capital(catalogue.word("track", lane)) for lane in lanes)
    return Timeline(tuple(names), tuple(dict.fromkeys(entries)), marks)


def _kind(date: PartialDate) -> Kind:
    return "interval" if date.is_interval else date.start.precision


def _caption(events: Sequence[Node], catalogue: Catalogue) -> str:
    period = _period(events, catalogue)
    return catalogue.say("pictures.timeline_caption", period=period, counts=_counts(events, catalogue))


def _period(events: Sequence[Node], catalogue: Catalogue) -> str:
    last = max(events, key=lambda event: event.date.value.end.last)
    return interval(events[0].date.value, last.date.value, catalogue)


def _counts(events: Sequence[Node], catalogue: Catalogue) -> str:
    """Give how many events each track has."""
    counted = Counter(track_of(event) for event in events)
    return catalogue.list(
        catalogue.say("pictures.events_on", count=counted[lane], track=catalogue.word("track", lane))
        for lane in _LANES
        if counted[lane]
    )


def _alternative(events: Sequence[Node], catalogue: Catalogue) -> str:
    """Give what the picture shows at a glance: how many, when most, where nothing, and how precise the dates are."""
    years = Counter(event.date.value.start.first.year for event in events)
    fullest = max(years, key=lambda year: (years[year], -year))
    kinds = Counter(_kind(event.date.value) for event in events)
    said = [
        catalogue.say("pictures.timeline_alternative", period=_period(events, catalogue)),
        capital(_counts(events, catalogue)) + ".",
        catalogue.say("pictures.fullest_year", year=fullest, count=years[fullest]) if len(years) > 1 else "",
        *(_quiet(events, track, catalogue) for track in ("i", "ii")),
        catalogue.say(
            "pictures.precision",
            days=kinds["day"],
            months=kinds["month"],
            years=kinds["year"],
            intervals=kinds["interval"],
        ),
        catalogue.say("pictures.timeline_table"),
    ]
    return sentences(said)


def _quiet(events: Sequence[Node], track: str, catalogue: Catalogue) -> str:
    """Give the longest time in which a track has no event, or that it has none at all."""
    dates = [event.date.value for event in events if track_of(event) == track]
    named = catalogue.word("track", track)
    if not dates:
        return catalogue.say("pictures.no_events", track=named)
    ends = [dates[0]]
    for date in dates[1:]:
        ends.append(max(ends[-1], date, key=lambda one: one.end.last))
    pairs = [(before, after) for before, (_, after) in zip(ends, pairwise(dates), strict=False)]
    if not pairs:
        return ""
    before, after = max(pairs, key=lambda pair: pair[1].start.first - pair[0].end.last)
    if after.start.first <= before.end.last:
        return ""
    between = interval(PartialDate(before.end, before.end, ""), PartialDate(after.start, after.start, ""), catalogue)
    return catalogue.say("pictures.quiet", track=named, period=between)
