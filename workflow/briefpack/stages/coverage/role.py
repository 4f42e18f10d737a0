"""Role: what track II is to the official talks at this phase, and what it does here, as far as one view shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from briefpack.case.content import Path
from briefpack.case.words import ActivityType
from briefpack.disclosure.inside import inside
from briefpack.disclosure.questions import is_over
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.stages.coverage.gaps import CoveredGap, has_ended
from briefpack.stages.coverage.theory import (
    AGAINST,
    BEARS_ON,
    FITS,
    LEAST,
    NAMED,
    READ,
    STATEMENTS,
    TIME_OF,
    Time,
    Topic,
)


@dataclass(frozen=True)
class Statement:
    """A statement of theory: `key` of its wording, what it is about, its source, and how much of that was read.

    `works` are those that it bears on here: by their kinds, which is our reading, or all where no kinds are listed.
    """

    key: str
    topic: Topic
    source: str
    read: str
    works: tuple[Node, ...]

    def tells(self, name: str) -> Iterator[Path]:
        """Return the paths of the values in the case that the field of this name reveals."""
        yield from _kinds_told(self.works if name == "works" else ())


@dataclass(frozen=True)
class Kind:
    """A kind of activity: its word, whether a source names it for this time, whether it fits, and who uses it here.

    `officials` are the efforts and activities of track I, or of a track that is not shown, that are of this kind.
    """

    word: str
    is_named: bool
    fits: bool
    works: tuple[Node, ...]
    officials: tuple[Node, ...]

    def tells(self, name: str) -> Iterator[Path]:
        """Return the paths of the values in the case that the field of this name reveals."""
        yield from _kinds_told({"works": self.works, "officials": self.officials}.get(name, ()))


@dataclass(frozen=True)
class OnlyHere:
    """A gap for which unofficial work alone is named, and that work.

    It `is_met` if the view shows it covered, `is_over` if the view shows all of the work at an end or at rest.
    """

    gap: Node
    works: tuple[Node, ...]
    is_met: bool
    is_over: bool


@dataclass(frozen=True)
class Role:
    """What track II is to one reader: the time, what theory says of it, the works, the gaps only they meet, the kinds.

    `when` is the word in the case that tells the time, None where none does.
    `works` are the efforts and activities that the view shows to be on a track other than I. `ended` are those of them
    that it shows to be at an end or at rest, which come last; `current` are the others, what is denied behind them, or,
    without any, all of them.
    `left` are the gaps that it shows covered by work in which no officials sit. `unsorted` are those works whose kind
    it does not show. `open_gaps` are the gaps for which no work is named, the ones of high priority first.
    `against` are the values that speak against going ahead: the decision, the risk and the stage.
    """

    time: str
    when: Leaf | None
    statements: tuple[Statement, ...]
    works: tuple[Node, ...]
    ended: tuple[Node, ...]
    current: tuple[Node, ...]
    unsorted: tuple[Node, ...]
    gaps: tuple[OnlyHere, ...]
    left: tuple[OnlyHere, ...]
    open_gaps: tuple[Node, ...]
    kinds: tuple[Kind, ...]
    against: tuple[Leaf, ...]


def role_of(view: View, gaps: tuple[CoveredGap, ...]) -> Role:
    """Return the role of track II as a view shows it; `gaps` are those of its coverage."""
    found = [*view.root.planning.activities, *view.root.assessment.efforts]
    every = [one for one in found if _is_unofficial(one) and not _is_told_already(one)]
    ended = tuple(one for one in every if has_ended(view, one))
    going, (time, when) = _going(view, every, ended), _time(view)
    works, current, only_here = (*going, *ended), going or ended, tuple(_only_here(view, gaps))
    return Role(
        time,
        when,
        tuple(_statements(time, works, current)),
        works,
        ended,
        current,
        tuple(one for one in works if not _kind(one)),
        only_here,
        tuple(one for one in only_here if one.is_met and not _with_officials(one.works)),
        tuple(sorted((one.gap for one in gaps if not _named(one)), key=_is_less_pressing)),
        tuple(_kinds(time, works, [one for one in found if not _is_unofficial(one)])),
        tuple(_against(view)),
    )


def _going(view: View, every: Iterable[Node], ended: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the work that goes on; what is denied stands last, since lists name the first alone."""
    denied = [one for one in view.root.planning.activities if str(one.confidentiality or "") == "deniable"]
    return tuple(sorted((one for one in every if one not in ended), key=lambda one: one in denied))


def _time(view: View) -> tuple[Time, Leaf | None]:
    relation, phase = view.root.conception.track_i_relation, view.root.assessment.track_i.phase
    timings = [relation.timing, *(one.timing for one in reversed([*view.root.conception.track_i_relations]))]
    words = [one for one in (*(timings if is_over(view) else ()), phase) if one]
    return next(((TIME_OF[str(word)], word) for word in words if str(word) in TIME_OF), ("untold", None))


def _statements(time: Time, works: tuple[Node, ...], current: tuple[Node, ...]) -> Iterator[Statement]:
    """Return what theory says of a time; where no work is shown that it could be held against, the least of it."""
    told: Counter[Topic] = Counter()
    for key, topic, source, times in STATEMENTS:
        if time in times and (works or told[topic] < LEAST[topic]):
            told[topic] += 1
            kinds = BEARS_ON.get(key)
            among = works if topic == "can" else current
            here = tuple(one for one in among if not kinds or str(_kind(one) or "") in kinds)
            yield Statement(key, topic, source, READ[source], here)


def _is_unofficial(work: Node) -> bool:
    """Return whether work is shown to be on a track other than I; work whose track is not shown is not said to be."""
    return str(work.track or "i") != "i"


def _with_officials(works: Iterable[Node]) -> bool:
    """Return whether any of some works is shown to be on track 1.5, where officials sit."""
    return any(str(work.track) == "i_5" for work in works)


def _is_told_already(work: Node) -> bool:
    """Return whether an activity is told with the effort that it is part of, since they are of one kind."""
    whole: Any = work.part_of if inside(work).kind.collection == "activity" else None
    return bool(whole) and _is_unofficial(whole) and str(_kind(whole) or "") == str(_kind(work) or "")


def _kind_field(work: Node) -> str:
    return "activity_type" if inside(work).kind.collection == "effort" else "type"


def _kinds_told(works: tuple[Node, ...]) -> Iterator[Path]:
    return ((*inside(one).path, _kind_field(one)) for one in works)


def _kind(work: Node) -> Any:
    return getattr(work, _kind_field(work))


def _kinds(time: Time, works: Iterable[Node], officials: Iterable[Node]) -> Iterator[Kind]:
    for word in get_args(ActivityType):
        used, theirs = (tuple(one for one in some if str(_kind(one) or "") == word) for some in (works, officials))
        yield Kind(word, word in NAMED[time], word in FITS[time], used, theirs)


def _named(gap: CoveredGap) -> tuple[Node, ...]:
    return tuple(cover.work for cover in (*gap.covers, *gap.others))


def _is_less_pressing(gap: Node) -> bool:
    return str(gap.priority or "") != "high"


def _against(view: View) -> Iterator[Leaf]:
    """Return the values that speak against going ahead. Source: handbook map, section 2, step 1."""
    assessment = view.root.assessment
    told = (assessment.decision.value, assessment.feasibility.participant_risk, assessment.conflict.escalation_stage)
    yield from (one for one in told if str(one or "") in AGAINST)


def _only_here(view: View, gaps: tuple[CoveredGap, ...]) -> Iterator[OnlyHere]:
    """Return each gap for which work is named, all of it shown to be unofficial."""
    for one in gaps:
        named = _named(one)
        if named and all(_is_unofficial(work) for work in named):
            is_over = all(has_ended(view, work) for work in named)
            yield OnlyHere(one.gap, named, one.outcome == "covered", is_over)
