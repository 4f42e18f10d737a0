"""Report: all that the report to the coordinator between the tracks is made from, worked out of one case.

Everything in it comes from the coordinator's own view, which lacks what no report may hold. The two sides' views are
looked at only to tell who knows of what, and what may be said to whom. What a coordinator asks first decides the order:
what to act on, what comes next, who knows what, whose turn it is, what was promised, where nobody works.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefpack.case.content import Path
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.disclosure.views import Views
from briefpack.findings.answers import Lapsed
from briefpack.findings.missing import missing_in_words
from briefpack.findings.own import own_findings
from briefpack.findings.report.claimed import Claimed, agreed, claimed
from briefpack.findings.report.days import Coming, coming
from briefpack.findings.report.given import VersionsHeld, given
from briefpack.findings.report.ideas import Idea, ideas
from briefpack.findings.report.knowledge import Knowledge, known
from briefpack.findings.report.matters import Matter, matter_of, matters
from briefpack.findings.report.naming import Called, names_in
from briefpack.findings.report.resting import Resting
from briefpack.findings.report.room import MOST_TO_ACT_ON, Room
from briefpack.findings.report.works import Seat, Underway, seats, seats_of_people, underway
from briefpack.findings.seated import Seated
from briefpack.findings.speech import Said, said
from briefpack.findings.telling import Telling, tell
from briefpack.handbook import PACK_AUDIENCES, PHASE_NAMES, Audience
from briefpack.house.rule_changes import RuleChange
from briefpack.house.wording import Catalogue
from briefpack.stages.coverage import Coverage, coverage
from briefpack.stages.coverage.times import Time, one_time
from briefpack.text.escaping import escaped


@dataclass(frozen=True)
class Answered:
    """A finding that the case answers, the answer, and whether its owner's pack holds none, and asks what it asked.

    What decides whether an answer holds may be hidden from a side, so what it may be told does not depend on it.
    """

    matter: Matter
    answer: Node
    is_open: bool


@dataclass(frozen=True)
class Age:
    """A file of the case, the date as of which it tells, and how many days before the date of information that is."""

    file: str
    as_of: Leaf
    days: int


@dataclass(frozen=True)
class NotChecked(Resting):
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
    `room` says how much of this the two pages hold: `to_know` are the findings, and `later` the days ahead, for which
    they have none. `asked` has what the pack of each side asks about what lies between the tracks, made from that
    side's own view alone.
    """

    to_act_on: tuple[Matter, ...]
    to_know: tuple[Matter, ...]
    answered: tuple[Answered, ...]
    lapsed: tuple[Lapsed, ...]
    coming: tuple[Coming, ...]
    later: tuple[Coming, ...]
    asked: tuple[tuple[Audience, tuple[str, ...]], ...]
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
    room: Room


def with_room(whole: Report, room: Room) -> Report:
    """Return a report of which the two pages hold so much; the rest is in annexes."""
    points, ahead = (*whole.to_act_on, *whole.to_know), (*whole.coming, *whole.later)
    return replace(
        whole,
        to_act_on=points[: room.findings],
        to_know=points[room.findings :],
        coming=ahead[: room.days],
        later=ahead[room.days :],
        room=room,
    )


def report(
    views: Views,
    catalogue: Catalogue,
    changes: Mapping[str, RuleChange] = MappingProxyType({}),
    seated: Seated | None = None,
) -> Report:
    """Return what the report of a case is made from, in the words of a catalogue, as if its pages held all of it."""
    view = views.of("coordinator")
    telling = tell(views, catalogue, changes, seated)
    names, today, covered = names_in(view, catalogue), one_time(view.root.case.date_of_information), coverage(view)
    points_told, ahead = tuple(claimed(view)), coming(views, names)
    points = matters(telling.findings, views)
    partly, whole = _known(views, names)
    return Report(
        **vars(covered),
        to_act_on=points[:MOST_TO_ACT_ON],
        to_know=points[MOST_TO_ACT_ON:],
        answered=tuple(Answered(matter_of(one, views), answer, one.is_open) for one, answer in telling.answered),
        lapsed=tuple(replace(one, sentence=escaped(one.sentence)) for one in telling.lapsed),
        coming=ahead,
        later=(),
        asked=tuple((one, own_findings(views.of(one), catalogue, changes).asked) for one in PACK_AUDIENCES),
        known=partly,
        whole=whole,
        ideas=tuple(ideas(view, names, _unsettled(telling))),
        underway=underway(covered.works, names),
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
        room=Room(min(len(points), MOST_TO_ACT_ON), len(ahead), calendar=True, standing=True),
    )


def _known(views: Views, names: Called) -> tuple[tuple[Knowledge, ...], int]:
    """Return what one side at least does not see whole, and how much both see whole."""
    every = tuple(known(views, names))
    partly = tuple(one for one in every if {one.track_i, one.track_ii} != {"whole"})
    return partly, len(every) - len(partly)


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
        words = (missing_in_words(those[0], name, names.catalogue) for name in missing)
        yield NotChecked(names.of(path), tuple(those), tuple(dict.fromkeys(words)), rests_on=(path,))
