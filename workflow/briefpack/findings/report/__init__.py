"""Report: all that the report to the coordinator between the tracks is made from, worked out of one case.

Everything in it comes from the coordinator's own view, which lacks what no report may hold. The two sides' views are
looked at only to tell who knows of what, and what may be said to whom. What a coordinator asks first decides the order:
what to act on, what comes next, who knows what, whose turn it is, what was promised, where nobody works.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefpack.case.content import Path
from briefpack.case.dates import PartialDate
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.disclosure.views import Views
from briefpack.findings.answers import Lapsed
from briefpack.findings.in_packs import with_packs
from briefpack.findings.report.claimed import Claimed, agreed, claimed
from briefpack.findings.report.days import ENDS, Coming, coming
from briefpack.findings.report.given import VersionsHeld, given
from briefpack.findings.report.ideas import Idea, ideas
from briefpack.findings.report.knowledge import Knowledge, known
from briefpack.findings.report.naming import Called, names_in
from briefpack.findings.report.works import Seat, Underway, seats, seats_of_people, underway
from briefpack.findings.seated import Seated
from briefpack.findings.speech import Said, said
from briefpack.findings.telling import Telling, Told, tell
from briefpack.handbook import PACK_AUDIENCES, PHASE_NAMES
from briefpack.house.rule_changes import RuleChange
from briefpack.house.wording import Catalogue
from briefpack.stages.coverage import Coverage, coverage
from briefpack.stages.coverage.times import Time, one_time
from briefpack.text.escaping import escaped

#: The most findings that a coordinator is asked to act on at once.
MOST_TO_ACT_ON = 5
#: The second page has room for the joint calendar beside so many days to come, where each activity counts as two.
_MOST_WITH_CALENDAR = 18


@dataclass(frozen=True)
class Matter:
    """A finding as the report prints it, in Markdown; what may not be said to a side is empty.

    `before` is the first day to come among the dates of what the finding is about; it is None for what `is_urgent`,
    which is to be settled at once. `in_pack_i` and `in_pack_ii` are what a side's own pack asks or tells of the same
    where nothing more may be said to it. `changed` says what the organisation changes of its rule, and why; it is empty
    where it changes nothing. `items` bear the finding out.
    """

    sentence: str
    severity: str
    owner: str
    remedy: str
    to_track_i: str
    to_track_ii: str
    in_pack_i: str
    in_pack_ii: str
    before: Leaf | None
    changed: str
    items: tuple[Node | Leaf, ...]
    is_urgent: bool = False


@dataclass(frozen=True)
class Answered:
    """A finding that the case answers, in Markdown, the answer, and what may be said to each side all the same.

    What decides whether an answer holds may be hidden from a side, so what may be said does not depend on it.
    """

    sentence: str
    answer: Node
    to_track_i: str
    to_track_ii: str
    in_pack_i: str
    in_pack_ii: str


@dataclass(frozen=True)
class Age:
    """A file of the case, the date as of which it tells, and how many days before the date of information that is."""

    file: str
    as_of: Leaf
    days: int


@dataclass(frozen=True)
class NotChecked:
    """What could not be judged: the item, the rules that could not, and the fields that are missing."""

    what: str
    rules: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Report(Coverage):
    """What the report is made from, beside the coverage that packs have too.

    `known` holds what one side at least does not see whole, and `whole` counts the rest. `untold` are the changes of
    aim that track I was not told of. `agreed` are the points of readiness of which the case and its data say the same,
    by phase, and `claimed` the others. `changes` are those that the organisation makes of rules that found nothing.
    `judgements` counts what rules could not judge: of one thing several rules may tell.
    `has_room` says that the two pages hold the joint calendar too.
    """

    to_act_on: tuple[Matter, ...]
    to_know: tuple[Matter, ...]
    answered: tuple[Answered, ...]
    lapsed: tuple[Lapsed, ...]
    coming: tuple[Coming, ...]
    known: tuple[Knowledge, ...]
    whole: int
    ideas: tuple[Idea, ...]
    underway: Underway
    seats: tuple[Seat, ...]
    people: tuple[Seat, ...]
    said: tuple[Said, ...]
    given: tuple[VersionsHeld, ...]
    ages: tuple[Age, ...]
    agreed: tuple[tuple[str, tuple[str, ...]], ...]
    claimed: tuple[Claimed, ...]
    untold: tuple[Node, ...]
    unchecked: tuple[NotChecked, ...]
    judgements: int
    changes: tuple[tuple[str, str], ...]
    has_room: bool


def report(
    views: Views,
    catalogue: Catalogue,
    changes: Mapping[str, RuleChange] = MappingProxyType({}),
    seated: Seated | None = None,
) -> Report:
    """Return what the report of a case is made from, in the words of a catalogue."""
    view = views.of("coordinator")
    telling = with_packs(tell(views, catalogue, changes, seated), views, catalogue, changes)
    names, today, covered = names_in(view, catalogue), one_time(view.root.case.date_of_information), coverage(view)
    points_told = tuple(claimed(view))
    ahead = coming(views, names)
    points = tuple(_point(one, ahead, today) for one in telling.findings)
    every = tuple(known(views, names))
    partly = tuple(one for one in every if {one.track_i, one.track_ii} != {"whole"})
    return Report(
        **vars(covered),
        to_act_on=points[:MOST_TO_ACT_ON],
        to_know=points[MOST_TO_ACT_ON:],
        answered=tuple(_answered(one, answer) for one, answer in telling.answered),
        lapsed=tuple(replace(one, sentence=escaped(one.sentence)) for one in telling.lapsed),
        coming=ahead,
        known=partly,
        whole=len(every) - len(partly),
        ideas=tuple(ideas(view, names, _unsettled(telling))),
        underway=underway(view, covered.works, names),
        seats=tuple(seats(view)),
        people=tuple(seats_of_people(seated)),
        said=said(view),
        given=tuple(given(view)),
        ages=tuple(_ages(view, today)),
        agreed=tuple(agreed(points_told)),
        claimed=tuple(one for one in points_told if not one.is_agreed),
        untold=tuple(one for one in view.root.implementation.adaptations if one.told_track_i == False),  # noqa: E712
        unchecked=tuple(_unchecked(telling, names)),
        judgements=len(telling.unchecked),
        changes=tuple((rule, escaped(words)) for rule, words in telling.changes),
        has_room=len(ahead) + 2 * len(tuple(view.root.planning.activities)) <= _MOST_WITH_CALENDAR,
    )


def _point(told: Told, ahead: Sequence[Coming], today: Time | None) -> Matter:
    return Matter(
        escaped(told.sentence),
        told.severity,
        escaped(told.owner),
        escaped(told.remedy),
        to_track_i=escaped(told.said.get("track-i") or ""),
        to_track_ii=escaped(told.said.get("track-ii") or ""),
        in_pack_i=escaped(told.in_pack.get("track-i", "")),
        in_pack_ii=escaped(told.in_pack.get("track-ii", "")),
        before=None if told.is_past or told.is_urgent else _first_to_come(told, ahead, today),
        changed=escaped(told.changed),
        items=told.items,
        is_urgent=told.is_urgent,
    )


def _answered(told: Told, answer: Node) -> Answered:
    to_track_i, to_track_ii = (escaped(told.said.get(audience) or "") for audience in PACK_AUDIENCES)
    in_packs = (escaped(told.in_pack.get(audience, "")) for audience in PACK_AUDIENCES)
    return Answered(escaped(told.sentence), answer, to_track_i, to_track_ii, *in_packs)


def _first_to_come(told: Told, ahead: Sequence[Coming], today: Time | None) -> Leaf | None:
    """Return the first date certainly still to come of those that a finding rests on, or of the items it is about.

    The end of what should not run, or not as it does, is no day to act by.
    """
    own = [one.date for one in ahead if any(one.path[: len(place)] == place for place in told.places if len(place) > 1)]
    dates = (one for one in (*told.dates, *own) if isinstance(one.value, PartialDate) and one.path[-1] not in ENDS)
    to_come = [one for one in dates if today and one.value.start.first > today.ends[1]]
    return min(to_come, key=lambda one: one.value.sort_key, default=None)


def _unsettled(telling: Telling) -> frozenset[Path]:
    """Return the places of what went over and needs its consent settled at once."""
    return frozenset(place for one in telling.findings if one.rule == "C11" and one.is_urgent for place in one.places)


def _ages(view: View, today: Time | None) -> Iterator[Age]:
    """Return for each phase how old it is, the oldest first, as far as that is known."""
    files = ((name, getattr(view.root, name).as_of) for name in PHASE_NAMES)
    told = [Age(name, as_of, (today.begins[0] - as_of.value.end.last).days) for name, as_of in files if as_of and today]
    return iter(sorted(told, key=lambda one: -one.days))


def _unchecked(telling: Telling, names: Called) -> Iterator[NotChecked]:
    """Return what could not be judged, once for each item and what is missing there, whatever the rule."""
    rules: dict[tuple[Path, tuple[str, ...]], list[str]] = defaultdict(list)
    for rule, path, missing in telling.unchecked:
        rules[path, missing].append(rule)
    for (path, missing), those in rules.items():
        yield NotChecked(names.of(path), tuple(those), tuple(dict.fromkeys(map(names.field, missing))))
