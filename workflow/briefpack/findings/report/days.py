"""Days: what falls on the days ahead, or is due on one of them, and which side sees the date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from briefpack.case.content import Path, field_of
from briefpack.case.dates import PartialDate
from briefpack.case.once import once
from briefpack.disclosure.inside import Inside
from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.view import Leaf, View
from briefpack.disclosure.views import Views
from briefpack.findings.report.naming import Called
from briefpack.findings.same import same_days
from briefpack.handbook import PACK_AUDIENCES, PHASE_NAMES, Audience
from briefpack.stages.coverage.times import LONGEST_COMPARED, one_time

#: The days that the report looks ahead.
DAYS_AHEAD = 60
#: The fields that hold a day on which something falls, or is due.
DATES = frozenset(
    {"from", "to", "start", "end", "date", "by", "decide_by", "due", "until", "next_review", "next_round", "when"}
)
#: The fields that begin a time, each with the one that ends it.
_ENDS = {"from": "to", "start": "end"}
#: The fields that end a time.
ENDS = frozenset(_ENDS.values())
_ROUNDS = ("coordination", "track_i_rounds")
#: Who sees a day, by the word for that.
_SEERS: Mapping[str, frozenset[Audience]] = MappingProxyType(
    {"both": frozenset(PACK_AUDIENCES), "nobody": frozenset(), **{one: frozenset({one}) for one in PACK_AUDIENCES}}
)
#: What each side sees: each value by where it stands in the case.
Shown = Mapping[Audience, Mapping[Path, object]]
#: What holds dates of what was written, judged or given, and none on which something of either track falls.
_NO_EVENTS = frozenset(
    {"case.sources", "case.timeline", "case.over", "case.releases", "coordination.answered_findings"}
    | {f"{phase}.readiness" for phase in PHASE_NAMES}
    | {"assessment.legal_review"}
    | {f"{around}.track_i_relations" for around in ("assessment.efforts", "conception", "planning.activities")}
)
#: What is said of a day, by the last two steps of its field, else by the last.
SAID: Mapping[str, str] = MappingProxyType(
    {
        "asks.by": "asked",
        "needs.by": "asked",
        "desired_change.by": "change",
        "scale_up.by": "step",
        "funding.until": "money",
        "embargo.until": "embargo",
        "transfer.when": "handing_over",
        "consent.when": "consent",
        "follow_ups.due": "due",
        "commitments.due": "due",
        "track_i.next_round": "next_round",
        "mandate.next_review": "mandate",
        "next_review": "review",
        "decide_by": "decision",
        "from": "begins",
        "start": "begins",
        "to": "ends",
        "end": "ends",
        "date": "date",
    }
)


@dataclass(frozen=True)
class Coming:
    """Something to come: its day, and its last where it has more, the item, what it is called, and what is said of it.

    `says` is one of the values of `SAID`; of what has a beginning and an end it is `date`: both are told.
    `seen_by` says who sees the day, and of a time both its days: `both`, `track-i`, `track-ii` or `nobody` but the
    coordinator. `less_exactly` says who sees something of it, but less; it is empty where nobody does.
    """

    date: Leaf
    last: Leaf | None
    path: Path
    what: str
    says: str
    seen_by: str
    less_exactly: str


def coming(views: Views, names: Called) -> tuple[Coming, ...]:
    """Return each date of the days ahead that is known to the month at least, in order.

    A next round of the talks that is listed among the rounds is told once, and so is a day of things that are the same.
    """
    view = views.of("coordinator")
    today = one_time(view.root.case.date_of_information)
    if today is None:
        return ()
    reach = (today.begins[0], today.ends[1] + timedelta(DAYS_AHEAD))
    shown = {one: _printed(views.of(one)) for one in PACK_AUDIENCES}
    found = (one for item in view.items if is_event(item.path) for one in _of_item(item, shown, names))
    near = [one for one in found if one.date.value.start.first <= reach[1] and reach[0] <= one.date.value.end.last]
    rounds = {one.date.value for one in near if one.path[:2] == _ROUNDS}
    told = [one for one in near if one.says != "next_round" or one.date.value not in rounds]
    return tuple(sorted(_once(told, same_days(view)), key=lambda one: one.date.value.sort_key))


def days_to_come(view: View, places: Iterable[Path]) -> Iterator[Leaf]:
    """Return each date of the days ahead at these places, or below them, that a view shows and its packs print."""
    today, reach = one_time(view.root.case.date_of_information), timedelta(DAYS_AHEAD)
    for path, leaf in _event_days(view) if today else ():
        is_there = any(path[: len(place)] == place for place in places)
        if is_there and today and today.ends[1] < leaf.value.start.first <= today.ends[1] + reach:
            yield leaf


@once
def _event_days(view: View) -> tuple[tuple[Path, Leaf], ...]:
    """Return each date on which something falls, or is due, with the place of its item."""
    items = ((item.path, item.fields) for item in view.items if is_event(item.path))
    dates = ((path, leaf) for path, fields in items for name, leaf in fields.items() if name in DATES)
    return tuple((at, one) for at, one in dates if _is_short(one) and is_printed(field_of(one.path), view.audience))


def _once(told: Sequence[Coming], same: Mapping[Path, frozenset[Path]]) -> Iterator[Coming]:
    """Return what is told, but for a day on which another tells of the same thing to all who see it.

    A decision that is taken on the day of its own meeting is told by that.
    """
    for number, one in enumerate(told):
        alike = [
            (position, _SEERS[other.seen_by])
            for position, other in enumerate(told)
            if other.date.value == one.date.value
            and (other.date.path in same.get(one.date.path, ()) or (one.says == "decision" and other.path == one.path))
        ]
        own = _SEERS[one.seen_by]
        if not any(seers > own or (seers == own and at < number) for at, seers in alike):
            yield one


def is_event(path: Path) -> bool:
    """Return whether dates at a place are days on which something falls, or is due."""
    field = field_of(path)
    return not any(field == one or field.startswith(f"{one}.") for one in _NO_EVENTS)


def _printed(view: View) -> Mapping[Path, object]:
    """Return each value that a side's view shows and its packs print."""
    return {leaf.path: leaf.value for leaf in view.leaves if is_printed(field_of(leaf.path), view.audience)}


def _of_item(item: Inside, shown: Shown, names: Called) -> Iterator[Coming]:
    dates = {name: leaf for name, leaf in item.fields.items() if name in DATES and _is_short(leaf)}
    for name, leaf in dates.items():
        begun = next((first for first, last in _ENDS.items() if last == name), "")
        if begun not in dates:
            last = dates.get(_ENDS.get(name, ""))
            says, last_day = "date" if last else said_of(leaf.path), None if last == leaf else last
            yield Coming(leaf, last_day, item.path, names.of(item.path), says, *_seen_by(shown, (leaf, last or leaf)))


def said_of(path: Path) -> str:
    """Return what is said of the day at a place."""
    around, name = field_of(path).split(".")[-2:]
    return SAID.get(f"{around}.{name}") or SAID[name]


def _is_short(value: object) -> bool:
    """Return whether this is a date that is known to the month at least."""
    if not isinstance(value, Leaf) or not isinstance(value.value, PartialDate):
        return False
    return value.value.end.last - value.value.start.first <= timedelta(LONGEST_COMPARED)


def _seen_by(shown: Shown, dates: tuple[Leaf, Leaf]) -> tuple[str, str]:
    """Return who sees these dates as they are, and who sees less of them; there an empty text is nobody."""
    seers = {side: [leaf.value == values.get(leaf.path) for leaf in dates] for side, values in shown.items()}
    exactly = [side for side, is_seen in seers.items() if all(is_seen)]
    partly = [one for one in shown if one not in exactly and any(leaf.path in shown[one] for leaf in dates)]
    return _named(exactly) or "nobody", _named(partly)


def _named(sides: list[Audience]) -> str:
    return "both" if len(sides) > 1 else "".join(sides)
