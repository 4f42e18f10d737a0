"""Existence: what only its own side may know of must have a side, and what became of an output must name it."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, Path, walk
from briefpack.case.evaluation import TransferFinding
from briefpack.case.fields import Item
from briefpack.case.implementation import Output
from briefpack.case.planning import Activity
from briefpack.disclosure.clearance import words_at
from briefpack.disclosure.rules import activity_named, is_nobodys_secret, own_audience, says_two_sides
from briefpack.handbook import CLOSED
from briefpack.problems import Problem

_ACTIVITY = (
    "no reader sees this activity, because its existence is closed and nothing says whose it is: write "
    "'belongs_to: track_i' or 'belongs_to: track_ii'"
)
_TWO_SIDES = "'belongs_to' names one side, but the track is the other side's: remove 'belongs_to', or change the track"
_OUTPUT = "no reader sees this output, because nothing says whose it is: name its 'activity', or write 'release_to'"
_FIELDS = (
    "no reader sees {count} of these fields (the first is at {place}), because they are only for the side whose "
    "activity it is, and nothing says whose it is: write 'track' or 'belongs_to' at the activity, or a "
    "'sensitivity' at each field"
)
_FINDING = "no reader sees this finding, because it may reveal an output that is withheld: name its 'output'"


def problems(case: Case) -> Iterator[Problem]:
    """Return a problem at each activity, output and finding that neither audience sees."""
    for path, item in case.every_item.items():
        yield from _unseen(case, path, item)


def _unseen(case: Case, path: Path, item: Item) -> Iterator[Problem]:
    if isinstance(item, Activity) and is_nobodys_secret(item):
        yield Problem(case.place(path), _ACTIVITY, rule="X02")
    if isinstance(item, Activity) and says_two_sides(item):
        yield Problem(case.place((*path, "belongs_to")), _TWO_SIDES, rule="X02")
    activity = case.content.activities.get(activity_named(item) or "")
    if isinstance(item, Output) and not item.release_to and case.is_whole:
        is_opened = words_at(case, (*path, "text"))[1].sensitivity != CLOSED
        if is_opened and (activity is None or own_audience(activity) is None):
            yield Problem(case.place(path), _OUTPUT, "warning")
    if activity and own_audience(activity) is None and not is_nobodys_secret(activity):
        yield from _fields_of_no_side(case, path, item)
    if isinstance(item, TransferFinding) and item.output is None:
        yield Problem(case.place(path), _FINDING, "warning")


def _fields_of_no_side(case: Case, path: Path, item: Item) -> Iterator[Problem]:
    """Return a warning where an activity of no side, or a session of one, holds what only its own side would see."""
    words = [words_at(case, found.path) for found in walk(item, path) if not isinstance(found.value, tuple | Item)]
    closed = {own.path for _, own in words if own.by == "own_side" and own.path}
    opened = sorted(one for one in closed if words_at(case, one)[0].sensitivity != CLOSED)
    if opened:
        yield Problem(case.place(path), _FIELDS.format(count=len(opened), place=case.place(opened[0])), "warning")
