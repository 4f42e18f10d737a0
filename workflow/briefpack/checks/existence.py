"""Existence: what only its own side may know of needs a side, and what became of an output the output, to be seen."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, Path, items
from briefpack.case.disclosure import activities, is_nobodys_secret, own_audience, says_two_sides
from briefpack.case.evaluation import TransferFinding
from briefpack.case.fields import Item
from briefpack.case.implementation import Output
from briefpack.case.planning import Activity
from briefpack.problems import Problem

_ACTIVITY = (
    "X02: no reader sees this activity, for its existence is closed and nothing says whose it is: write 'belongs_to: "
    "track_i' or 'belongs_to: track_ii'"
)
_TWO_SIDES = "X02: this belongs to one side and its track is the other's: take 'belongs_to' away, or change the track"
_OUTPUT = "no reader sees this output, for nothing says whose it is: name its 'activity', or whom it is released to"
_FINDING = "no reader sees this finding, for it may tell of an output that is withheld: name its 'output'"


def problems(case: Case) -> Iterator[Problem]:
    """Give what is wrong at each activity, output and finding that is held back from the readers of both tracks."""
    for path, item in items(case.content):
        yield from _unseen(case, path, item)


def _unseen(case: Case, path: Path, item: Item) -> Iterator[Problem]:
    if isinstance(item, Activity) and is_nobodys_secret(item):
        yield Problem(case.place(path), _ACTIVITY)
    if isinstance(item, Activity) and says_two_sides(item):
        yield Problem(case.place((*path, "belongs_to")), _TWO_SIDES)
    if isinstance(item, Output) and not item.release_to and case.is_whole:
        activity = activities(case.content).get(item.activity or "")
        if activity is None or own_audience(activity) is None:
            yield Problem(case.place(path), _OUTPUT, "warning")
    if isinstance(item, TransferFinding) and item.output is None:
        yield Problem(case.place(path), _FINDING, "warning")
