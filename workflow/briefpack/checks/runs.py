"""Runs: the parts of a session's run follow one another, and all of them are within the time of the session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpack.case.amounts import least, most
from briefpack.case.content import Case, Path
from briefpack.case.engagement_parts import RunItem
from briefpack.case.engagements import ConvenedSession
from briefpack.problems import Problem

_UNORDERED = "this begins before the part above it: put the parts in the order of the day, or correct the time"
_OVERLAPS = (
    "this begins before the part above it is over: correct 'at' or 'minutes', or give parts that run side by side the "
    "same 'at'"
)
_EARLY = "this begins before the session does: correct 'at' here, or 'starts' of the session"
_LATE = "this ends after the session does: correct it here, or 'starts' or 'minutes' of the session"
_LONG = "the parts together take longer than the session: shorten them, or correct 'minutes' of the session"
_HOUR, _DAY = 60, 24 * 60


@dataclass(frozen=True)
class _Span:
    """From when to when something lasts, in minutes from midnight; it certainly ends no earlier than `end`."""

    begins: int
    end: int


def problems(case: Case) -> Iterator[Problem]:
    """Return each part of a run that is out of order, overlaps the one before, or is outside its session."""
    for path, item in case.every_item.items():
        if isinstance(item, ConvenedSession) and item.run:
            spans = [_span(one, item) for one in item.run]
            yield from _order(case, (*path, "run"), spans)
            yield from _bounds(case, (*path, "run"), item, spans)


def _span(one: RunItem, session: ConvenedSession) -> _Span | None:
    """Return when a part of a run is; a session that goes on after midnight has parts on the next day."""
    if one.at is None:
        return None
    begins, starts = _minute(one.at), _minute(session.starts or "00:00")
    is_overnight = session.starts is not None and starts + most(session.minutes or 0) > _DAY
    begins += _DAY if is_overnight and begins < starts + most(session.minutes or 0) - _DAY else 0
    return _Span(begins, begins + least(one.minutes or 0))


def _minute(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * _HOUR + int(minutes)


def _order(case: Case, path: Path, spans: Sequence[_Span | None]) -> Iterator[Problem]:
    """Return each part that begins before the one above it, or before that is over unless both begin together."""
    begins = ends = 0
    for number, span in enumerate(spans):
        if span is None:
            continue
        place = case.place((*path, number, "at"))
        if span.begins < begins:
            yield Problem(place, _UNORDERED, "warning")
        elif begins < span.begins < ends:
            yield Problem(place, _OVERLAPS, "warning")
        begins, ends = max(begins, span.begins), max(ends, span.end)


def _bounds(case: Case, path: Path, session: ConvenedSession, spans: Sequence[_Span | None]) -> Iterator[Problem]:
    """Return each part outside the time of the session; of parts without a time, that they take too long together."""
    timed = {number: span for number, span in enumerate(spans) if span is not None}
    first = min((span.begins for span in timed.values()), default=0)
    starts = first if session.starts is None else _minute(session.starts)
    ends = starts + most(session.minutes) if session.minutes is not None else None
    for number, span in timed.items():
        if span.begins < starts:
            yield Problem(case.place((*path, number, "at")), _EARLY, "warning")
        elif ends is not None and span.end > ends:
            yield Problem(case.place((*path, number)), _LATE, "warning")
    lasting = sum(least(one.minutes or 0) for one in session.run or ())
    if not timed and session.minutes is not None and lasting > most(session.minutes):
        yield Problem(case.place(path), _LONG, "warning")
