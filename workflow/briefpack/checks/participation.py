"""Participation: parties that an activity counts but does not name, and the effort that it is part of."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.assessment import Effort
from briefpack.case.content import Case, Path
from briefpack.case.implementation import NOT_CARRIED
from briefpack.case.planning import Activity
from briefpack.problems import Problem
from briefpack.text.normalising import folded

_COUNTED = (
    "this party is counted here, but not named under 'parties': name it there too, because packs list who takes "
    "part from there"
)
_HANDED = (
    "this output is for the other track, but names no activity: name its 'activity', whose 'transfer' has "
    "'recipient' and 'carrier'"
)
_MORE = (
    "the effort that this is part of does not name {what}: name it there too, or packs count it as work beside "
    "the effort"
)
_SAME = (
    "an effort in assessment.yaml has the same name: if the two are one, write 'part_of' here, so that it is "
    "counted once"
)


def problems(case: Case) -> Iterator[Problem]:
    """Return each party that is counted but not named, and references that activities and outputs lack."""
    yield from _of_no_activity(case)
    efforts = (case.content.assessment.efforts if case.content.assessment else None) or ()
    names, by_id = {folded(effort.name) for effort in efforts}, {effort.id: effort for effort in efforts}
    for position, activity in enumerate(case.content.activities.values()):
        path = ("planning", "activities", position)
        if folded(activity.title) in names and not activity.part_of:
            yield Problem(case.place((*path, "title")), _SAME, "warning")
        if activity.part_of in by_id:
            yield from _beyond(case, path, activity, by_id[activity.part_of])
    yield from _counted(case)


def _of_no_activity(case: Case) -> Iterator[Problem]:
    """Return each output that is for the other track and names no activity, which alone says who hands it over."""
    implementation = case.content.implementation
    for position, output in enumerate((implementation.outputs if implementation else None) or ()):
        is_handed = "track_i" in (output.release_to or ()) and output.kind not in NOT_CARRIED
        if is_handed and output.activity is None:
            yield Problem(case.place(("implementation", "outputs", position)), _HANDED, "warning")


def _counted(case: Case) -> Iterator[Problem]:
    """Return each party of the case that an activity counts and does not name."""
    assessment = case.content.assessment
    known = {party.id for party in (assessment.parties if assessment else None) or ()}
    for position, activity in enumerate(case.content.activities.values()):
        counted = (activity.participants.per_party if activity.participants else None) or {}
        for party in (counted.keys() & known) - set(activity.parties or ()):
            path = ("planning", "activities", position, "participants", "per_party", party)
            yield Problem(case.place(path), _COUNTED, "warning")


def _beyond(case: Case, path: Path, activity: Activity, effort: Effort) -> Iterator[Problem]:
    """Return each level and party of an activity that the effort it is part of does not name: packs tell both by it."""
    for name in ("level", "parties"):
        known = getattr(effort, name) or ()
        for position, one in enumerate(getattr(activity, name) or ()):
            if one not in known and one != "unknown":
                what = "this level" if name == "level" else "this party"
                yield Problem(case.place((*path, name, position)), _MORE.format(what=what), "warning")
