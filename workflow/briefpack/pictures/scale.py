"""Scale: the position of a day on a picture, with more room for fuller years if that is asked for."""

from __future__ import annotations

import bisect
import heapq
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Scale:
    """Days on a line: `days` in order, as ordinals, and their places in millimetres; the scale is even in between."""

    days: tuple[int, ...]
    places: tuple[float, ...]

    def place(self, day: int) -> float:
        """Return the place of the beginning of a day, given as an ordinal."""
        after = min(max(bisect.bisect_right(self.days, day), 1), len(self.days) - 1)
        first, last = self.days[after - 1], self.days[after]
        share = (day - first) / (last - first)
        return self.places[after - 1] + share * (self.places[after] - self.places[after - 1])

    def span(self, first: date, last: date) -> tuple[float, float]:
        """Return the places where a span of days begins and ends, including its last day."""
        return self.place(first.toordinal()), self.place(last.toordinal() + 1)


@dataclass(frozen=True)
class Band:
    """One year of a scale, or several years without an event, with the room of each of its equal parts."""

    first: int
    last: int
    heights: tuple[float, ...]

    @property
    def days(self) -> tuple[date, date]:
        """Return the first and the last day of the band."""
        return date(self.first, 1, 1), date(self.last, 12, 31)


def even(first: date, last: date, start: float, end: float) -> Scale:
    """Return a scale on which every day has the same room."""
    return Scale((first.toordinal(), last.toordinal() + 1), (start, end))


def stacked(bands: Sequence[Band], start: float) -> Scale:
    """Return a scale on which each part of a year has the room it asks for; parts must be whole months."""
    parts = [
        (date(band.first, 1 + 12 * part // len(band.heights), 1), height)
        for band in bands
        for part, height in enumerate(band.heights)
    ]
    edges = itertools.accumulate((height for _, height in parts), initial=start)
    days = [day.toordinal() for day, _ in parts]
    return Scale((*days, bands[-1].days[1].toordinal() + 1), tuple(edges))


def bands_of(years: Mapping[int, tuple[float, ...]], empty: float) -> tuple[Band, ...]:
    """Return the bands of years with the room of their parts.

    Years missing between them share a band of room `empty`.
    """
    bands: list[Band] = []
    for year in sorted(years):
        if bands and year > bands[-1].last + 1:
            bands.append(Band(bands[-1].last + 1, year - 1, (empty,)))
        bands.append(Band(year, year, years[year]))
    return tuple(bands)


def pressed(bands: Sequence[Band], room: float, most: float) -> tuple[Band, ...]:
    """Return bands reduced to fit a room, if none has to lose more than a share `most` of its own room."""
    total = sum(height for band in bands for height in band.heights)
    if room >= total or room < total * (1 - most):
        return tuple(bands)
    return tuple(replace(band, heights=tuple(one * room / total for one in band.heights)) for band in bands)


def spread(wanted: Sequence[float], sizes: Sequence[float], start: float, end: float) -> list[float]:
    """Return the middles of things of these sizes, as near as possible to those wanted, so that none overlap.

    The order stays. Neighbours that would overlap move together by the same distance (pool adjacent violators).
    """
    offsets, total = [], 0.0
    for size in sizes:
        offsets.append(total + size / 2)
        total += size
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        pools.append((place - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean, count), (other, more) = pools[-2:]
            pools[-2:] = [((mean * count + other * more) / (count + more), count + more)]
    free = [mean for mean, count in pools for _ in range(count)]
    room = max(start, end - total)
    return [offset + min(max(mean, start), room) for mean, offset in zip(free, offsets, strict=True)]


def columns(spans: Iterable[tuple[float, float]]) -> list[int]:
    """Return a column for each of these spans, which are in order of their beginning, so that none overlap."""
    taken: list[tuple[float, int]] = []
    free: list[int] = []
    chosen = []
    for first, last in spans:
        while taken and taken[0][0] <= first:
            heapq.heappush(free, heapq.heappop(taken)[1])
        # If no column is free, a new one follows.
        column = heapq.heappop(free) if free else len(taken)
        heapq.heappush(taken, (last, column))
        chosen.append(column)
    return chosen
