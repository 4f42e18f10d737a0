"""Report: all that the report to the coordinator between the tracks is made from, worked out of one case.

Everything in it comes from the coordinator's own view, which lacks what no report may hold. The two sides' views are
looked at only to tell who knows of what, and what may be said to whom. What a coordinator asks first decides the order:
what to act on, what comes next, who knows what, whose turn it is, what was promised, where nobody works.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from briefpack.case.content import Path, is_within
from briefpack.case.dates import PartialDate
from briefpack.case.implementation import NOT_CARRIED
from briefpack.disclosure.inside import Inside, inside
from briefpack.disclosure.view import Leaf, Node, View
from briefpack.disclosure.views import Views
from briefpack.findings import Change
from briefpack.findings.telling import Told, tell
from briefpack.handbook import PACK_AUDIENCES
from briefpack.house.wording import Catalogue
from briefpack.stages.coverage import Coverage, coverage
from briefpack.stages.coverage.times import LONGEST_COMPARED, one_time

#: The most findings that a coordinator is asked to act on at once, and the days that the report looks ahead.
MOST_TO_ACT_ON = 5
DAYS_AHEAD = 60
#: The fields that hold a day on which something falls, or is due.
DATES = frozenset({"from", "to", "start", "end", "date", "by", "due", "until", "next_review", "when", "review"})
_NO_EVENTS = frozenset({("case", "sources"), ("case", "timeline"), ("case", "over")})
#: The lists of what a side may or may not know of.
KNOWN = frozenset(
    {
        *("assessment.efforts", "planning.activities", "implementation.sessions", "implementation.outputs"),
        *("coordination.track_i_rounds", "coordination.calendar", "coordination.commitments", "coordination.messages"),
    }
)


@dataclass(frozen=True)
class Coming:
    """Something on a day to come: the date, what falls on it, and the field that holds the date."""

    date: Leaf
    what: Node
    field: str


@dataclass(frozen=True)
class Known:
    """An item, and how much of it each side sees: `whole`, `part`, `existence` or `nothing`."""

    item: Node
    track_i: str
    track_ii: str


@dataclass(frozen=True)
class NotChecked:
    """What a rule could not judge: the rule, the item, and the fields that are missing."""

    rule: str
    item: Node
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Report(Coverage):
    """What the report is made from, beside the coverage that packs have too.

    `known` holds what one side at least does not see whole, and `whole` counts the rest. `ideas` are the outputs that
    can be handed over, `topics` what is said on each topic, and `untold` the changes of aim that track I was not told.
    """

    to_act_on: tuple[Told, ...]
    to_know: tuple[Told, ...]
    coming: tuple[Coming, ...]
    known: tuple[Known, ...]
    whole: int
    ideas: tuple[Node, ...]
    topics: Mapping[str, tuple[Node, ...]]
    untold: tuple[Node, ...]
    unchecked: tuple[NotChecked, ...]


def report(views: Views, catalogue: Catalogue, changes: Mapping[str, Change]) -> Report:
    """Return what the report of a case is made from, in the words of a catalogue."""
    view = views.of("coordinator")
    telling, known = tell(views, catalogue, changes), list(_known(views))
    partly = tuple(one for one in known if {one.track_i, one.track_ii} != {"whole"})
    items = {one.path: Node(one) for one in view.items}
    return Report(
        **vars(coverage(view)),
        to_act_on=telling.findings[:MOST_TO_ACT_ON],
        to_know=telling.findings[MOST_TO_ACT_ON:],
        coming=tuple(sorted(_coming(view, items), key=lambda one: one.date.value.sort_key)),
        known=partly,
        whole=len(known) - len(partly),
        ideas=tuple(one for one in view.root.implementation.outputs if str(one.kind or "") not in NOT_CARRIED),
        topics=_topics(view),
        untold=tuple(one for one in view.root.implementation.adaptations if one.told_track_i == False),  # noqa: E712
        unchecked=tuple(NotChecked(rule, items[path], missing) for rule, path, missing in telling.unchecked),
    )


def _coming(view: View, items: Mapping[Path, Node]) -> Iterator[Coming]:
    """Return each date within the days ahead that is known to the month at least."""
    today = one_time(view.root.case.date_of_information)
    for one in view.items if today else ():
        for name, leaf in one.fields.items():
            if name in DATES and isinstance(leaf, Leaf) and isinstance(leaf.value, PartialDate) and today:
                first, last = leaf.value.start.first, leaf.value.end.last
                ahead = today.begins[0] <= last and first <= today.ends[1] + timedelta(DAYS_AHEAD)
                if ahead and last - first <= timedelta(LONGEST_COMPARED) and one.path[:2] not in _NO_EVENTS:
                    yield Coming(leaf, _named(items, one.path), name)


def _named(items: Mapping[Path, Node], path: Path) -> Node:
    """Return the item at a path, or the nearest around it that has a name."""
    around = (items[path[:length]] for length in range(len(path), 0, -1) if path[:length] in items)
    return next(node for node in around if inside(node).kind.headline or len(inside(node).path) == 1)


def _known(views: Views) -> Iterator[Known]:
    """Return each item of a list that has a name of its own, with how much of it each side sees."""
    own = {one.path: one for one in views.of("coordinator").items}
    for path, one in own.items():
        if ".".join(step for step in path if isinstance(step, str)) in KNOWN:
            outcomes = [_outcome(one, views.of(audience)) for audience in PACK_AUDIENCES]
            yield Known(Node(one), outcomes[0], outcomes[1])


def _outcome(one: Inside, view: View) -> str:
    """Return how much of an item a side sees, measured by the values that its coordinator sees."""
    if one.path not in view.places:
        return "nothing"
    shown = {leaf.path: leaf.value for leaf in view.leaves if is_within(leaf.path, one.path)}
    whole = {leaf.path: leaf.value for leaf in one.leaves()}
    if whole.items() <= shown.items():
        return "whole"
    names = {(*one.path, "id"), (*one.path, one.kind.headline)}
    return "existence" if shown.keys() <= names else "part"


def _topics(view: View) -> Mapping[str, tuple[Node, ...]]:
    """Return by topic all that is said on it, to the sides and in public; what has no topic is under an empty one."""
    said: dict[str, list[Node]] = {}
    for one in (*view.root.coordination.messages, *view.root.coordination.public_lines):
        said.setdefault(str(one.topic or ""), []).append(one)
    return MappingProxyType({topic: tuple(found) for topic, found in sorted(said.items())})
