"""Where the two tracks stand: what was last, what is next and what is under way, as of the day a view is told of.

In a case that is over it is where they stood at its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from briefpack.case.dates import PartialDate
from briefpack.disclosure.view import View
from briefpack.house.wording import Catalogue
from briefpack.pictures.design import drawing_of, height_of
from briefpack.pictures.manner import Manner
from briefpack.pictures.now import HIGHEST, NowDesign
from briefpack.pictures.picture import Picture
from briefpack.pictures.schedule import Stretch
from briefpack.pictures.standing import Course, Happening, Lane, Standing
from briefpack.stages.draw.happenings import courses, official, unofficial
from briefpack.stages.draw.saying import in_parts, joined, sentences, word_of
from briefpack.stages.draw.timing import named_days

#: How many rounds and meetings are named on either side of the line.
_NAMED = 2
#: How much work has a bar, and how many lines a name, in the order in which they are tried.
_ROOMS = ((4, 3), (3, 3), (2, 3), (1, 3), (1, 2), (0, 2), (0, 1))
#: The least time on either side of the day, and the most that work under way adds to it.
_LEAST, _MOST = timedelta(45), timedelta(270)
#: The least share of the time before the day that the time after it has, and the other way round: words need room.
_SHARE = 0.62
#: How much longer the time shown is than what stands in it.
_ROOM = 1.04
#: The share of the time of a case that is over which is shown after its end.
_BEYOND = 0.06
#: What is said of a track without anything that has a date, and without anything to come.
_NONE = ("pictures.now_no_talks", "pictures.now_no_meetings")
_NONE_NEXT = ("pictures.now_no_next_talks", "pictures.now_no_next_meeting")
#: What is named in words on one side of the day: a date and a name each.
_Named = tuple[tuple[str, str], ...]


def now_pictures(view: View, catalogue: Catalogue, manner: Manner, computed: Any) -> Iterator[Picture]:
    """Return the picture of a view that tells a day, and something that has a date or is under way; otherwise none."""
    day = view.root.case.over.since if catalogue.is_past else view.root.case.date_of_information
    if not day:
        return
    works = tuple(courses(computed, day.value, catalogue))
    lanes = (tuple(official(view, catalogue)), tuple(unofficial(view, catalogue)))
    if not any((*lanes, works)):
        return
    if catalogue.is_past:
        works = _since(lanes, works, day.value.drawn[1])
    telling = _Telling(day.value, lanes, works, _phase(view, catalogue), catalogue)
    tried = (telling.standing(*room) for room in _ROOMS)
    low = (one for one in tried if height_of(NowDesign, one, manner) <= HIGHEST)
    standing = next(low, telling.standing(*_ROOMS[-1]))
    drawing, caption = drawing_of(NowDesign, standing, manner), _caption(standing, day.value, catalogue)
    yield from in_parts("now", [(drawing, telling.alternative(standing), caption)], catalogue)


def _caption(standing: Standing, day: PartialDate, catalogue: Catalogue) -> str:
    """Return the caption: what is seen, and what each mark is that is used."""
    kinds = {one.kind for one in standing.marked}
    bars = [course.time for lane in standing.lanes for course in lane.courses if course.time]
    used = {
        "pictures.now_rounds": "round" in kinds,
        "pictures.now_meetings": "meeting" in kinds,
        "pictures.now_works": bool(bars),
        "pictures.now_endless": any(time.endless for time in bars),
    }
    said = catalogue.say("pictures.now_caption", date=catalogue.date(day))
    return sentences([said, *(catalogue.say(key) for key, is_used in used.items() if is_used)])


def _since(lanes: Iterable[Sequence[Happening]], works: tuple[Course, ...], end: date) -> tuple[Course, ...]:
    """Return the work from the first round or meeting to the end of a case that is over; from any time without them."""
    first = min((one.time.first for lane in lanes for one in lane), default=date.min)
    return tuple(one for one in works if one.time and one.time.last >= first and one.time.first <= end)


def _phase(view: View, catalogue: Catalogue) -> str:
    phase = view.root.assessment.track_i.phase
    return catalogue.capital(word_of(phase, catalogue)) if phase and not phase.is_unknown else ""


@dataclass(frozen=True)
class _Telling:
    """All that one picture tells: the day, what happens on either track, unofficial work, the phase of the talks."""

    day: PartialDate
    lanes: tuple[tuple[Happening, ...], tuple[Happening, ...]]
    works: tuple[Course, ...]
    phase: str
    catalogue: Catalogue

    @property
    def today(self) -> date:
        """Return the day at which the line stands: the last one that is meant."""
        return self.day.drawn[1]

    def standing(self, most: int, lines: int) -> Standing:
        """Return the values from which the picture is drawn, with so much work and lines of a name at most."""
        first, last = self._past_window() if self.catalogue.is_past else self._window()
        more = len(self.works) - most
        left_out = self.catalogue.say("pictures.more_work", count=more) if more > 0 else ""
        return Standing(
            lanes=(self._lane(0, self.phase, (), "", lines), self._lane(1, "", self._drawn(most), left_out, lines)),
            day=self.today,
            said=self.catalogue.say("pictures.now_day", date=self.catalogue.date(self.day)),
            past="" if self.catalogue.is_past else self.catalogue.say("pictures.now_filled"),
            planned=self.catalogue.say("pictures.planned"),
            possible=self.catalogue.say("pictures.possible"),
            first=first,
            last=last,
            ticks=tuple(named_days(first, last, self.catalogue)),
        )

    def _drawn(self, most: int) -> tuple[Course, ...]:
        """Return so much work at most, of a case that is over up to its end."""
        some = self.works[:most]
        if not self.catalogue.is_past:
            return some
        return tuple(replace(one, time=self._ended(one.time)) for one in some if one.time)

    def _lane(self, number: int, stands: str, works: tuple[Course, ...], more: str, lines: int) -> Lane:
        say = self.catalogue.say
        return Lane(
            name=say(("pictures.official_lane", "pictures.unofficial_lane")[number]),
            stands=stands,
            past=self._past(number),
            coming=self._coming(number),
            last=self._last(number),
            next=self._next(number),
            courses=works,
            undated=say("pictures.undated"),
            more=more,
            most=lines,
        )

    def _past(self, number: int) -> tuple[Happening, ...]:
        """Return what has certainly begun by the day, in order."""
        mine = [one for one in self.lanes[number] if one.time.sure_from <= self.today]
        if self.catalogue.is_past:
            mine = [replace(one, time=self._ended(one.time)) for one in mine]
        return tuple(sorted(mine, key=lambda one: (one.time.last, one.time.first)))

    def _ended(self, time: Stretch) -> Stretch:
        """Return a time in a case that is over up to its end at most: nothing is shown after that."""
        if time.last < self.today:
            return time
        endless = None if time.endless == "after" else time.endless
        return replace(time, last=self.today, sure_to=min(time.sure_to, self.today), endless=endless)

    def _coming(self, number: int) -> tuple[Happening, ...]:
        """Return what comes later, the nearest first; nothing in a case that is over."""
        mine = [one for one in self.lanes[number] if one.time.sure_from > self.today and not self.catalogue.is_past]
        return tuple(sorted(mine, key=lambda one: (one.time.first, one.time.last)))

    def _last(self, number: int) -> _Named:
        """Return what was last in words, all of the same time, or of a case that is over that none is shown."""
        past = self._past(number)
        latest = _different(one for one in past if one.time == past[-1].time)[-_NAMED:]
        if not latest:
            return (("", self.catalogue.say(_NONE[number])),) if self.catalogue.is_past else ()
        going = latest[0].time.sure_to >= self.today and not self.catalogue.is_past
        last = "pictures.now_last_listed" if self._goes_on(number, latest[0]) else "pictures.now_last"
        return self._named(latest, "pictures.now_going" if going else last)

    def _goes_on(self, number: int, latest: Happening) -> bool:
        """Return whether work of a case that is over may have gone on after the last of its meetings that is listed."""
        works = self.works if number and self.catalogue.is_past else ()
        times = [one.time for one in works if one.time]
        return any(time.endless == "after" or time.last > latest.time.last for time in times)

    def _next(self, number: int) -> _Named:
        """Return what comes next in words, or of a case that is not over that none is shown."""
        say, coming = self.catalogue.say, _different(self._coming(number))[:_NAMED]
        if not coming:
            return () if self.catalogue.is_past else (("", say(_NONE_NEXT[number])),)
        return self._named(coming, "pictures.now_about" if coming[0].time.first <= self.today else "pictures.now_next")

    def _named(self, some: Sequence[Happening], lead: str) -> _Named:
        """Return dates and names, the first date behind the word for what they are."""
        first = (self.catalogue.say(lead, date=some[0].when), some[0].name)
        return (first, *((one.when, one.name) for one in some[1:]))

    def _window(self) -> tuple[date, date]:
        """Return the time to show: from what was last on either track to what is named as next, and around the day."""
        named = [one.time for number in (0, 1) for one in (*self._past(number)[-1:], *self._coming(number)[:_NAMED])]
        works = [one.time for one in self.works if one.time]
        before = max([_LEAST, *(self.today - time.first for time in named)])
        before = max([before, *(min(self.today - time.first, _MOST) for time in works)])
        after = max([_LEAST, *(time.last - self.today for time in named)])
        after = max([after, *(min(time.last - self.today, _MOST) for time in works)])
        first = _earlier(self.today, max(before * _ROOM, after * _SHARE))
        return first, _later(self.today, max(after * _ROOM, before * _SHARE))

    def _past_window(self) -> tuple[date, date]:
        """Return the whole time of a case that is over, and a little beyond its end."""
        times = [one.time for number in (0, 1) for one in self._past(number)]
        times = times or [one.time for one in self.works if one.time]
        before = max([_LEAST, *(self.today - time.first for time in times)])
        return _earlier(self.today, before * _ROOM), _later(self.today, before * _BEYOND)

    def alternative(self, standing: Standing) -> str:
        """Return the alternative text: of each track where it stands, what was last and what is next, and its work."""
        say = self.catalogue.say
        works = [f"{one.name} ({one.when})" if one.when else one.name for one in self.works]
        earlier, before = (self._earlier(lane, standing) for lane in standing.lanes)
        official = [self.phase, *self._in_words(0), earlier]
        under_way = say("pictures.works_under_way", works=joined(";", works, self.catalogue)) if works else ""
        unofficial = [under_way, *self._in_words(1), before]
        said = [say("pictures.now_alternative", date=self.catalogue.date(self.day))]
        for number, parts in enumerate((official, unofficial)):
            name = say(("pictures.official_lane", "pictures.unofficial_lane")[number])
            said.append(say("pictures.now_track", track=name, said=". ".join(filter(None, parts)).rstrip(".")))
        return sentences(said)

    def _in_words(self, number: int) -> list[str]:
        both = (self._last(number), self._next(number))
        return [joined(";", (joined(",", one, self.catalogue) for one in named), self.catalogue) for named in both]

    def _earlier(self, lane: Lane, standing: Standing) -> str:
        """Return how many marks a lane has that no words name."""
        count = sum(one in standing.marked for one in (*lane.past, *lane.coming)) - sum(
            any(when.endswith(one.when) and name == one.name for when, name in (*lane.last, *lane.next))
            for one in standing.marked
            if one in lane.past or one in lane.coming
        )
        return self.catalogue.say("pictures.now_more_marks", count=count) if count else ""


def _different(some: Iterable[Happening]) -> list[Happening]:
    """Return what happens in order, without what has the date and the name of another."""
    return list({(one.when, one.name): one for one in some}.values())


def _earlier(day: date, by: timedelta) -> date:
    return day - min(by, day - date.min)


def _later(day: date, by: timedelta) -> date:
    return day + min(by, date.max - day)
