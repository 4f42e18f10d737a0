"""Parting: spreads the events of a timeline over as few pages as possible."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from briefpack.case.dates import PartialDate
from briefpack.disclosure.inside import name_of
from briefpack.disclosure.view import Node
from briefpack.house.wording import Catalogue
from briefpack.pictures.canvas import TALLEST
from briefpack.pictures.chronology import DatedEvent, Kind, Timeline
from briefpack.pictures.timeline import timeline_height, timeline_places
from briefpack.stages.draw.saying import TRACKS, filled, in_short, track_of
from briefpack.stages.draw.sourcing import Sourcing

LANES = (*TRACKS, "context", "implementation")
#: A part of the events: the position of its first event, and the position after its last one.
Span = tuple[int, int]


class Chronology:
    """The events of a view in order. Each is worded once and each part laid out once, however many parts are tried."""

    def __init__(
        self, events: Sequence[Node], catalogue: Catalogue, sourcing: Sourcing, today: PartialDate | None = None
    ) -> None:
        self.today = today
        self.events, self.catalogue, self.sourcing = events, catalogue, sourcing
        self.borne = [sourcing.behind(event, event.date) for event in events]
        self.tracks = [track_of(event) for event in events]
        self.dates: list[PartialDate] = [event.date.value for event in events]
        self._parts: dict[Span, Timeline] = {}
        self._drawn: dict[tuple[int, int, bool], DatedEvent] = {}

    def parted(self) -> list[Span]:
        """Return the fewest parts that each fit on a page."""
        stands = timeline_places(self.part((0, len(self.events))))
        places = [stands[entry] for entry in self._entries((0, len(self.events)))]
        cuts = _Cuts([date.drawn[0].year for date in self.dates], places)

        def cut(count: int, share: float) -> list[Span]:
            return list(pairwise(cuts.at(count, share)))

        def fits(spans: Iterable[Span]) -> bool:
            return all(timeline_height(self.part(span)) <= TALLEST for span in spans)

        return filled(cut, fits, len(self.events))

    def part(self, span: Span) -> Timeline:
        """Return the values from which a part is drawn; events that look the same to its reader are drawn once."""
        if span not in self._parts:
            drawn = _timeline(self._lanes(span), self._entries(span), self.catalogue)
            self._parts[span] = replace(drawn, today=self._today(span))
        return self._parts[span]

    def _today(self, span: Span) -> tuple[date, str] | None:
        """Return the day as of which things are told, with its words, if a part has events before and after it."""
        dates = self.dates[slice(*span)]
        day = self.today.drawn[1] if self.today else date.max
        if self.today is None or not min(one.drawn[0] for one in dates) <= day < max(one.drawn[1] for one in dates):
            return None
        return day, self.catalogue.say("pictures.now_day", date=self.catalogue.date(self.today))

    def _lanes(self, span: Span) -> list[str]:
        """Return the lane of track I first, then those of the other tracks that have events."""
        tracks = {"i", *self.tracks[slice(*span)]}
        return [lane for lane in LANES if lane in tracks]

    def _entries(self, span: Span) -> Iterator[DatedEvent]:
        """Return each event as it is drawn; the first one of a year also says the year."""
        lanes = {track: number for number, track in enumerate(self._lanes(span))}
        dated: set[int] = set()
        for place in range(*span):
            lane = lanes[self.tracks[place]]
            year = self.dates[place].drawn[0].year
            yield self._entry(place, lane, year not in dated)
            dated.add(year)

    def _entry(self, place: int, lane: int, with_year: bool) -> DatedEvent:
        key = (place, lane, with_year)
        if key not in self._drawn:
            date = self.dates[place]
            said = in_short(date, self.catalogue, with_year=with_year)
            borne = self.borne[place]
            behind = self.sourcing.keys(borne), self.sourcing.letters(borne)
            self._drawn[key] = DatedEvent(lane, *date.drawn, kind_of(date), said, name_of(self.events[place]), *behind)
        return self._drawn[key]


class _Cuts:
    """Finds where to cut the events into parts by year and height: between two years if that is near enough."""

    def __init__(self, years: Sequence[int], places: Sequence[float]) -> None:
        self.years, self.places = years, places
        self.inside = sorted(range(1, len(years)), key=lambda place: places[place])
        self.heights = [places[place] for place in self.inside]

    def at(self, count: int, share: float) -> list[int]:
        """Return the first position, those between so many parts of about that share of the height, and the last."""
        part = (max(self.places) - min(self.places)) * share
        cuts = {0, len(self.years)}
        for number in range(1, count):
            even, by_number = min(self.places) + number * part, int(number * share * len(self.years))
            cuts.add(min(self._near(even, part), key=functools.partial(self._distance, even, by_number, part)))
        return sorted(cuts)

    def _near(self, even: float, part: float) -> list[int]:
        """Return in order the positions that can be nearest to a height; all others are further away in any case."""
        after = bisect.bisect_left(self.heights, even)
        nearest = min(abs(one - even) for one in self.heights[max(0, after - 1) : after + 1]) + part / 2
        first = bisect.bisect_left(self.heights, even - nearest)
        return sorted(self.inside[first : bisect.bisect_right(self.heights, even + nearest)])

    def _distance(self, even: float, by_number: int, part: float, place: int) -> tuple[float, int]:
        # A cut within a year must be nearer by half a part than one between years.
        within = part / 2 if self.years[place] == self.years[place - 1] else 0
        return abs(self.places[place] - even) + within, abs(place - by_number)


def _timeline(lanes: Iterable[str], entries: Iterable[DatedEvent], catalogue: Catalogue) -> Timeline:
    marks: tuple[tuple[Kind, str], ...] = (
        ("day", catalogue.say("pictures.day")),
        ("month", catalogue.say("pictures.month")),
        ("year", catalogue.say("pictures.year")),
        ("about", catalogue.say("pictures.about")),
        ("interval", catalogue.say("pictures.interval")),
    )
    names = (catalogue.capital(catalogue.word("track", lane)) for lane in lanes)
    return Timeline(tuple(names), tuple(dict.fromkeys(entries)), marks)


def kind_of(date: PartialDate) -> Kind:
    """Return how precisely a date is known, which chooses its mark."""
    if date.is_interval:
        return "interval"
    return "about" if date.is_qualified else date.start.precision
