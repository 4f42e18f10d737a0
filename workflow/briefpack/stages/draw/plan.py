"""The plan: when each activity runs, beside the rounds of the official talks.

It has the sessions that convenors have ahead with their activity, for whoever is shown them. For the coordinator it has
all meetings that either side has ahead: with their activity, or in a row of the side.
And all else of the days ahead that the report's table tells, in a row of what falls on a day and one of what is due.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from briefpack.case.content import field_of
from briefpack.case.dates import PartialDate
from briefpack.disclosure.bearing import Bearing, BorneOut
from briefpack.disclosure.inside import inside, name_of
from briefpack.disclosure.view import Node, View
from briefpack.house.wording import Catalogue
from briefpack.pictures.design import drawing_of, height_of
from briefpack.pictures.manner import Manner
from briefpack.pictures.picture import Picture
from briefpack.pictures.plan import PlanDesign
from briefpack.pictures.schedule import MOST_ROUNDS, ActivityRow, Plan, TalksRound, extent
from briefpack.stages.draw.saying import fitting, from_today, in_parts, joined, sentences
from briefpack.stages.draw.sourcing import Sourcing, signs_of
from briefpack.stages.draw.timing import ends_of, named_days, time_between, told_as_of, window_of

#: The most meetings whose days are named one by one.
_MOST_DAYS = 4
#: What has its time in a row of its own, or in a band: activities and rounds.
_IN_OTHER_ROWS = frozenset(
    {f"planning.activities.window.{end}" for end in ("start", "end")}
    | {f"coordination.track_i_rounds.{end}" for end in ("from", "to")}
)
#: What is said of a day on which something takes place, begins or ends; the others are days by which something is due.
_FALLS = frozenset({"date", "begins", "ends", "next_round"})


@dataclass(frozen=True, eq=False)
class _PlanLine:
    """A row before it is drawn: its name, from when to when it runs, the days of its meetings, and rounds beside it.

    A row of other days has `days` alone, each from its first to its last.
    """

    name: str
    window: tuple[PartialDate | None, PartialDate | None]
    meetings: tuple[PartialDate, ...]
    beside: int
    days: tuple[tuple[PartialDate, PartialDate], ...] = ()


def plan_pictures(
    view: View, catalogue: Catalogue, manner: Manner, computed: Any, bearing: Bearing | None = None
) -> Iterator[Picture]:
    """Return the plan of a view; empty if it shows no activity or no time."""
    rounds = sorted(view.root.coordination.track_i_rounds, key=_begins)
    lines = list(_lines(view, computed, catalogue))
    rows = {one: _row(one, catalogue) for one in lines}
    sourcing = Sourcing(bearing, catalogue)
    borne = {one: sourcing.behind(one, getattr(one, "from"), one.to) for one in rounds}
    drawn_rounds = {one: _round(one, borne[one], sourcing, catalogue) for one in rounds}
    named = {one: sourcing.said(drawn_rounds[one].name, borne[one]) for one in rounds}
    plan = _plan(tuple(rows.values()), tuple(drawn_rounds.values()), told_as_of(view, catalogue), catalogue)
    # A picture of days alone would say no more than their table.
    if not plan.times or all(one.days for one in lines):
        return
    planned = from_today(plan.today_said if plan.is_ahead else "", catalogue)
    whole = replace(plan, ticks=tuple(named_days(*extent(plan.times), catalogue)))

    def part(some: Sequence[_PlanLine]) -> Plan:
        mine = tuple(rows[one] for one in some)
        return replace(whole, rows=mine, rounds=_rounds_near(mine, whole.rounds))

    parts = [
        (
            drawing_of(PlanDesign, part(some), manner),
            sentences([_alternative(some, named, catalogue), planned]),
            _caption(len(rounds), catalogue),
        )
        for some in fitting(lines, lambda some: height_of(PlanDesign, part(some), manner))
    ]
    for picture in in_parts("plan", parts, catalogue):
        yield replace(picture, signs=signs_of(borne.values()), is_sourced=any(one.cites for one in borne.values()))


def _begins(one: Node) -> date:
    """Return when a round begins or ends, as far as is known; rounds are numbered in the order of time."""
    time = time_between(*ends_of(one))
    return time.first if time else date.max


def _rounds_near(rows: Iterable[ActivityRow], rounds: tuple[TalksRound, ...]) -> tuple[TalksRound, ...]:
    """Return the rounds beside these rows: all of them, or if they are too many for a page, those at the same time."""
    times = [time for row in rows for time in (row.time, *row.meetings, *row.days) if time]
    if len(rounds) <= MOST_ROUNDS:
        return rounds
    return tuple(
        one for one in rounds if one.time and any(one.time.first <= t.last and t.first <= one.time.last for t in times)
    )


def _plan(
    rows: tuple[ActivityRow, ...], rounds: tuple[TalksRound, ...], day: PartialDate | None, catalogue: Catalogue
) -> Plan:
    """Return the values from which a plan is drawn, without the days along its edge."""
    times = [row.time for row in rows] + [one.time for one in rounds]
    known = [time for time in times if time] + [meeting for row in rows for meeting in (*row.meetings, *row.days)]
    return Plan(
        rows=rows,
        rounds=rounds,
        times=tuple(known),
        ticks=(),
        today=day.drawn[1] if day else date.max,
        today_said=catalogue.say("pictures.now_day", date=catalogue.date(day)) if day else "",
        undated=catalogue.say("pictures.undated"),
        sure=catalogue.say("pictures.sure"),
        planned=catalogue.say("pictures.planned"),
        possible=catalogue.say("pictures.possible"),
        endless=catalogue.say("pictures.endless"),
        meeting=catalogue.say("pictures.meeting"),
        day=catalogue.say("pictures.other_day"),
        official=catalogue.say("pictures.official"),
        exclusive=catalogue.say("pictures.exclusive"),
    )


def _lines(view: View, computed: Any, catalogue: Catalogue) -> Iterator[_PlanLine]:
    """Return each activity with its meetings, then the other meetings ahead of each side."""
    ahead = _ahead(view, catalogue)
    dated = [*view.root.implementation.sessions, *(one for every in ahead.values() for one in every)]
    met: dict[Node, set[Node]] = defaultdict(set)
    for overlap in computed.comparison.together:
        met[overlap.activity].update(overlap.rounds)
    for one in view.root.planning.activities:
        days = dict.fromkeys(each.date.value for each in dated if _activity(each) == one and each.date)
        yield _PlanLine(name_of(one), window_of(one), tuple(days), len(met[one]))
    for key, every in ahead.items():
        days = dict.fromkeys(each.date.value for each in every if not _activity(each))
        if days:
            yield _PlanLine(catalogue.say(key), (None, None), tuple(days), 0)
    if view.audience == "coordinator":
        drawn = {inside(each).path for each in dated}
        yield from _other_days([one for one in (*computed.coming, *computed.later) if one.path not in drawn], catalogue)


def _other_days(coming: Sequence[Any], catalogue: Catalogue) -> Iterator[_PlanLine]:
    """Return rows of the days ahead that stand in no other: first what falls on a day, then what is due on one."""
    rest = [one for one in coming if field_of(one.date.path) not in _IN_OTHER_ROWS]
    for key, is_due in (("pictures.days_ahead", False), ("pictures.days_due", True)):
        mine = [one for one in rest if (one.says not in _FALLS) == is_due]
        days = dict.fromkeys((one.date.value, (one.last or one.date).value) for one in mine)
        if days:
            yield _PlanLine(catalogue.say(key), (None, None), (), 0, tuple(days))


def _ahead(view: View, catalogue: Catalogue) -> Mapping[str, Sequence[Node]]:
    """Return the meetings that each side has ahead; those of no activity for the coordinator alone.

    A side has its own of these in its briefs.
    """
    day, both = told_as_of(view, catalogue), view.root.engagements
    if day is None:
        return {}
    every = {"pictures.ahead_track_i": both.track_i, "pictures.ahead_track_ii": both.track_ii}
    today = day.start.first
    is_told = view.audience == "coordinator"
    return {
        key: [one for one in some if one.date and one.date.value.end.last >= today and (is_told or _activity(one))]
        for key, some in every.items()
    }


def _activity(meeting: Node) -> Node | None:
    """Return the activity that a meeting is part of, or None where none is shown."""
    fields = inside(meeting).fields
    return fields.get("activity") or None


def _caption(rounds: int, catalogue: Catalogue) -> str:
    """Return the caption of a part: what is seen, with all rounds or with those at the same time."""
    if not rounds:
        return catalogue.say("pictures.plan_caption_alone")
    return catalogue.say("pictures.plan_caption" if rounds <= MOST_ROUNDS else "pictures.plan_caption_near")


def _row(line: _PlanLine, catalogue: Catalogue) -> ActivityRow:
    return ActivityRow(
        line.name,
        catalogue.say("pictures.beside", count=line.beside) if line.beside else "",
        time_between(*line.window),
        tuple(stretch for day in line.meetings if (stretch := time_between(day, day))),
        tuple(stretch for first, last in line.days if (stretch := time_between(first, last))),
    )


def _round(one: Node, borne: BorneOut, sourcing: Sourcing, catalogue: Catalogue) -> TalksRound:
    start, end = ends_of(one)
    behind = sourcing.keys(borne), sourcing.letters(borne)
    is_exclusive = one.exclusive == True  # noqa: E712 - compares the value of the leaf
    if not start and not end:
        return TalksRound(catalogue.say("pictures.round_undated", title=name_of(one)), None, is_exclusive, *behind)
    name = catalogue.say("pictures.round", title=name_of(one), date=catalogue.interval(start, end))
    return TalksRound(name, time_between(start, end), is_exclusive, *behind)


def _in_words(line: _PlanLine, catalogue: Catalogue) -> str:
    """Return when an activity runs and when it meets: each day, or if there are many, the first and the last."""
    days = sorted(line.meetings, key=lambda day: day.sort_key)
    many = len(days) > _MOST_DAYS
    dates = catalogue.interval(days[0], days[-1]) if many else catalogue.list([catalogue.date(day) for day in days])
    met = catalogue.say("pictures.meetings_held", count=len(days), dates=dates) if days else ""
    others = catalogue.list([catalogue.interval(*one) for one in line.days])
    return joined(";", (catalogue.interval(*line.window), met, others), catalogue)


def _alternative(lines: Sequence[_PlanLine], rounds: Mapping[Node, str], catalogue: Catalogue) -> str:
    """Return the alternative text: the time of each activity with the rounds that overlap, and all rounds as told."""
    said = []
    for line in lines:
        when, count = _in_words(line, catalogue), line.beside
        dated = "pictures.activity_beside" if count else "pictures.activity_dated"
        key = dated if when else "pictures.activity_undated"
        said.append(catalogue.say(key, activity=line.name, period=when, count=count))
    said += [_rounds_in_words(rounds, catalogue)] if rounds else [catalogue.say("pictures.no_rounds")]
    return sentences(said)


def _rounds_in_words(rounds: Mapping[Node, str], catalogue: Catalogue) -> str:
    """Return each round with its time; if they are too many for the picture, when the first and the last begin."""
    if len(rounds) <= MOST_ROUNDS:
        named = joined(";", rounds.values(), catalogue)
        return catalogue.say("pictures.rounds_told", count=len(rounds), rounds=named)
    starts = sorted((start for start, _ in map(ends_of, rounds) if start), key=lambda day: day.sort_key)
    if not starts:
        return ""
    first, last = catalogue.date(starts[0]), catalogue.date(starts[-1])
    return catalogue.say("pictures.rounds_between", count=len(starts), first=first, last=last)
