"""Existence: what only its own track may know of needs a track, and what became of an output the output, to be seen."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, Path, items
from briefpack.case.disclosure import activities, secret_activities
from briefpack.case.evaluation import TransferFinding
from briefpack.case.fields import Item
from briefpack.case.implementation import Output
from briefpack.case.planning import Activity
from briefpack.handbook import PACK_AUDIENCES
from briefpack.problems import Problem

_ACTIVITY = "no reader sees this activity, for its existence is closed to the other track: name its track"
_OUTPUT = "no reader sees this output, for nothing says whose it is: name its 'activity', or whom it is released to"
_FINDING = "no reader sees this finding, for it may tell of an output that is withheld: name its 'output'"


def problems(case: Case) -> Iterator[Problem]:
    """Give a warning at each activity, output and finding that is held back from the readers of both tracks."""
    secret = [secret_activities(case.content, audience) for audience in PACK_AUDIENCES]
    for path, item in items(case.content):
        yield from _unseen(case, path, item, set.intersection(*secret))


def _unseen(case: Case, path: Path, item: Item, secret: set[str]) -> Iterator[Problem]:
    if isinstance(item, Activity) and item.id in secret:
        yield Problem(case.place(path), _ACTIVITY, "warning")
    if isinstance(item, Output) and not item.release_to and case.is_whole:
        activity = activities(case.content).get(item.activity or "")
        if activity is None or activity.track is None:
            yield Problem(case.place(path), _OUTPUT, "warning")
    if isinstance(item, TransferFinding) and item.output is None:
        yield Problem(case.place(path), _FINDING, "warning")
