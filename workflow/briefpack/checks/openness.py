"""Openness: an audience that may not see the title of a case gets no pack of it; a report is for those named alone."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.case.intervention import Distribution
from briefpack.case.schema import fields_of
from briefpack.handbook import CLEARED, CLOSED, PACK_AUDIENCES, Audience
from briefpack.problems import Problem

_DISTRIBUTION = ("case", "handling", "distribution")
_UNNAMED = (
    "this case does not say who gets the coordinator's report, so there is none: name them under "
    "'coordinator:' in handling.distribution of case.yaml, as in 'coordinator: [Head of the liaison office]'"
)
_REMEDY = "write 'sensitivity: shared' (or public) at the top of case.yaml, or at the title"


def problems(case: Case) -> Iterator[Problem]:
    """Return an error where no audience may see the title, and a warning where one of the two may not."""
    if not case.is_whole:
        return
    shut = [audience for audience in PACK_AUDIENCES if not may_have_pack(case, audience)]
    place = case.place(("case", "title"))
    if len(shut) == len(PACK_AUDIENCES):
        yield Problem(place, f"the title is closed to every reader, so there is no pack to make: {_REMEDY}")
    elif shut:
        yield Problem(place, f"the title is closed to {shut[0]}, who gets no pack of this case", "warning")


def may_have_pack(case: Case, audience: Audience) -> bool:
    """Return whether an audience may see the title of a case."""
    said = (case.annotations.get(path) for path in (("case", "title"), ("case",)))
    words = (annotation.sensitivity for annotation in said if annotation)
    return audience in CLEARED[next((word for word in words if word), CLOSED)]


def no_pack(case: Case, audience: Audience) -> Problem:
    """Return the problem of a pack that was asked for and cannot be made."""
    remedy = f"{_REMEDY}, or build without {audience}"
    return Problem(case.place(("case", "title")), f"the title is closed to {audience}, so it gets no pack: {remedy}")


def names_coordinators(case: Case) -> bool:
    """Return whether a case names who gets the report that only the coordinators between the tracks may have."""
    named = case.value((*_DISTRIBUTION, "coordinator")) or ()
    return any(not fields_of(Distribution)["coordinator"].is_unknown(one) for one in named)


def no_report(case: Case) -> Problem:
    """Return the problem of a report that was asked for and is for nobody."""
    return Problem(case.place(_DISTRIBUTION), _UNNAMED)
