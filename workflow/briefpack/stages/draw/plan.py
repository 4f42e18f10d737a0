"""The plan: when each activity runs, beside the rounds of the official talks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from briefpack.case.dates import PartialDate
from briefpack.disclosure.bearing import Bearing, BorneOut
from briefpack.disclosure.inside import name_of
from briefpack.disclosure.view import Node, View
from briefpack.house.wording import Catalogue
from briefpack.pictures.inks import Inks
from briefpack.pictures.picture import Picture
from briefpack.pictures.plan import draw_plan, plan_height
from briefpack.pictures.schedule import MOST_ROUNDS, ActivityRow, Plan, TalksRound, extent
from briefpack.stages.draw.saying import fitting, from_today, in_parts, sentences
from briefpack.stages.draw.sourcing import Sourcing, signs_of
from briefpack.stages.draw.timing import ends_of, named_days, time_between, told_as_of, window_of

#: The most meetings whose days are named one by one.
_MOST_DAYS = 4


def plan_pictures(
    view: View, catalogue: Catalogue, inks: Inks, computed: Any, bearing: Bearing | None = None
) -> Iterator[Picture]:
    """Return the plan of a view; empty if it shows no activity or no time."""
    activities = list(view.root.planning.activities)
    rounds = sorted(view.root.coordination.track_i_rounds, key=_begins)
    beside = _beside(activities, computed)
    meetings = _meetings(view.root.implementation.sessions)
    rows = {one: _row(one, len(beside[one]), meetings[one], catalogue) for one in activities}
    sourcing = Sourcing(bearing, catalogue)
    borne = {one: sourcing.behind(one, getattr(one, "from"), one.to) for one in rounds}
    drawn_rounds = {one: _round(one, borne[one], sourcing, catalogue) for one in rounds}
    named = {one: sourcing.said(drawn_rounds[one].name, borne[one]) for one in rounds}
    plan = _plan(tuple(rows.values()), tuple(drawn_rounds.values()), told_as_of(view, catalogue), catalogue)
    if not rows or not plan.times:
        return
    planned = from_today(plan.today_said if plan.is_ahead else "", catalogue)
    whole = replace(plan, ticks=tuple(named_days(*extent(plan.times), catalogue)))

    def part(some: Sequence[Node]) -> Plan:
        mine = tuple(rows[one] for one in some)
        return replace(whole, rows=mine, rounds=_rounds_near(mine, whole.rounds))

    def times(some: Sequence[Node]) -> dict[Node, str]:
        return {one: _in_words(one, meetings[one], catalogue) for one in some}

    parts = [
        (
            draw_plan(drawn, inks),
            sentences([_alternative(times(some), named, beside, catalogue), planned]),
            _caption(len(rounds), catalogue),
        )
        for some in fitting(activities, lambda some: plan_height(part(some), inks))
        if (drawn := part(some))
    ]
    for picture in in_parts("plan", parts, catalogue):
        yield replace(picture, signs=signs_of(borne.values()), is_sourced=any(one.cites for one in borne.values()))


def _begins(one: Node) -> date:
    """Return when a round begins or ends, as far as is known; rounds are numbered in the order of time."""
    time = time_between(*ends_of(one))
    return time.first if time else date.max


def _rounds_near(rows: Iterable[ActivityRow], rounds: tuple[TalksRound, ...]) -> tuple[TalksRound, ...]:
    """Return the rounds beside these rows: all of them, or if they are too many for a page, those at the same time."""
    times = [time for row in rows for time in (row.time, *row.meetings) if time]
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
    known = [time for time in times if time] + [meeting for row in rows for meeting in row.meetings]
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
        official=catalogue.say("pictures.official"),
        exclusive=catalogue.say("pictures.exclusive"),
    )


def _beside(activities: Iterable[Node], computed: Any) -> dict[Node, Sequence[Node]]:
    """Return for each activity the rounds that certainly overlap with it."""
    met: dict[Node, dict[Node, None]] = {one: {} for one in activities}
    for overlap in computed.comparison.together:
        met.setdefault(overlap.activity, {}).update(dict.fromkeys(overlap.rounds))
    return {activity: list(rounds) for activity, rounds in met.items()}


def _meetings(sessions: Iterable[Node]) -> Mapping[Node, list[PartialDate]]:
    """Return for each activity the dates of its sessions."""
    dates: dict[Node, list[PartialDate]] = defaultdict(list)
    for one in sessions:
        if one.activity and one.date:
            dates[one.activity].append(one.date.value)
    return dates


def _caption(rounds: int, catalogue: Catalogue) -> str:
    """Return the caption of a part: what is seen, with all rounds or with those at the same time."""
    if not rounds:
        return catalogue.say("pictures.plan_caption_alone")
    return catalogue.say("pictures.plan_caption" if rounds <= MOST_ROUNDS else "pictures.plan_caption_near")


def _row(activity: Node, beside: int, mine: Sequence[PartialDate], catalogue: Catalogue) -> ActivityRow:
    start, end = window_of(activity)
    return ActivityRow(
        name_of(activity),
        catalogue.say("pictures.beside", count=beside) if beside else "",
        time_between(start, end),
        tuple(stretch for day in mine if (stretch := time_between(day, day))),
    )


def _round(one: Node, borne: BorneOut, sourcing: Sourcing, catalogue: Catalogue) -> TalksRound:
    start, end = ends_of(one)
    behind = sourcing.keys(borne), sourcing.letters(borne)
    is_exclusive = one.exclusive == True  # noqa: E712 - compares the value of the leaf
    if not start and not end:
        return TalksRound(catalogue.say("pictures.round_undated", title=name_of(one)), None, is_exclusive, *behind)
    name = catalogue.say("pictures.round", title=name_of(one), date=catalogue.interval(start, end))
    return TalksRound(name, time_between(start, end), is_exclusive, *behind)


def _in_words(activity: Node, held: Sequence[PartialDate], catalogue: Catalogue) -> str:
    """Return when an activity runs and when it met: each day, or if there are many, the first and the last."""
    days = sorted(held, key=lambda day: day.sort_key)
    many = len(days) > _MOST_DAYS
    dates = catalogue.interval(days[0], days[-1]) if many else catalogue.list([catalogue.date(day) for day in days])
    met = catalogue.say("pictures.meetings_held", count=len(days), dates=dates) if days else ""
    return "; ".join(part for part in (catalogue.interval(*window_of(activity)), met) if part)


def _alternative(
    times: Mapping[Node, str],
    rounds: Mapping[Node, str],
    beside: dict[Node, Sequence[Node]],
    catalogue: Catalogue,
) -> str:
    """Return the alternative text: the time of each activity with the rounds that overlap, and all rounds as told."""
    said = []
    for activity, when in times.items():
        count = len(beside[activity])
        dated = "pictures.activity_beside" if count else "pictures.activity_dated"
        key = dated if when else "pictures.activity_undated"
        said.append(catalogue.say(key, activity=name_of(activity), period=when, count=count))
    said += [_rounds_in_words(rounds, catalogue)] if rounds else [catalogue.say("pictures.no_rounds")]
    return sentences(said)


def _rounds_in_words(rounds: Mapping[Node, str], catalogue: Catalogue) -> str:
    """Return each round with its time; if they are too many for the picture, when the first and the last begin."""
    if len(rounds) <= MOST_ROUNDS:
        named = "; ".join(rounds.values())
        return catalogue.say("pictures.rounds_told", count=len(rounds), rounds=named)
    starts = sorted((start for start, _ in map(ends_of, rounds) if start), key=lambda day: day.sort_key)
    if not starts:
        return ""
    first, last = catalogue.date(starts[0]), catalogue.date(starts[-1])
    return catalogue.say("pictures.rounds_between", count=len(starts), first=first, last=last)
