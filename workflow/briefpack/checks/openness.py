"""Openness: an audience that may not see the title of a case gets no pack of it; a report is for those named alone.

No pack of a real case is released under the name of an organisation that does not exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefpack.case.content import Case
from briefpack.case.handling import Distribution
from briefpack.case.schema import fields_of
from briefpack.gate.words import words_of
from briefpack.handbook import CLEARED, CLOSED, PACK_AUDIENCES, Audience
from briefpack.problems import Problem

_DISTRIBUTION = ("case", "handling", "distribution")
_UNNAMED = (
    "this case does not say who gets the coordinator's report, so there is none: name them under "
    "'coordinator:' in handling.distribution of case.yaml, as in 'coordinator: [Head of the liaison office]'"
)
_NOT_OWN = (
    "whoever is named here does not get the coordinator's report of this case, so it enters no register of theirs: "
    "name them under 'coordinator' too, or take them out here"
)
_OTHERS = (
    "the register of this organisation goes to others, so this case does not enter it: name all recipients of "
    "'register' in its organisation.yaml here and under 'coordinator', or take this out"
)
_REAL = (
    "the organisation '{organisation}' is invented, and no real case is released under its name: build with your own; "
    "if nothing in this case is real, write 'invented: true' under handling"
)
_REMEDY = "write 'sensitivity: shared' (or public) at the top of case.yaml, or at the title"


def problems(case: Case) -> Iterator[Problem]:
    """Return an error where no audience may see the title, and a warning where one of the two may not.

    Of a register it warns where it is opened to somebody who does not get the report of the case.
    """
    yield from _not_own(case)
    if not case.is_whole:
        return
    shut = [audience for audience in PACK_AUDIENCES if not may_have_pack(case, audience)]
    place = case.place(("case", "title"))
    if len(shut) == len(PACK_AUDIENCES):
        yield Problem(place, f"the title is closed to every reader, so there is no pack to make: {_REMEDY}")
    elif shut:
        yield Problem(place, f"the title is closed to {shut[0]}, who gets no pack of this case", "warning")


def _not_own(case: Case) -> Iterator[Problem]:
    """Return a warning for each recipient of a register who does not get the report of this case."""
    for number, one in enumerate(case.value((*_DISTRIBUTION, "register")) or ()):
        if words_of(one) in _named(case, "register") - _named(case, "coordinator"):
            yield Problem(case.place((*_DISTRIBUTION, "register", number)), _NOT_OWN, "warning")


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
    return bool(_named(case, "coordinator"))


def enters_register(case: Case, recipients: Iterable[Mapping[str, str]]) -> bool:
    """Return whether a case enters the register of an organisation: by naming each recipient as its own, twice.

    They get its coordinator's report, which holds what the register tells of it, and it is open to their register.
    """
    wanted = [{words_of(text) for text in one.values()} for one in recipients]
    named = [_named(case, field) for field in ("coordinator", "register")]
    return bool(wanted) and not any(one.isdisjoint(each) for one in wanted for each in named)


def misfit_of_register(case: Case, recipients: Iterable[Mapping[str, str]]) -> Iterator[Problem]:
    """Return a warning where a case is open to a register, and that of an organisation goes to others."""
    if recipients and _named(case, "register") and not enters_register(case, recipients):
        yield Problem(case.place((*_DISTRIBUTION, "register")), _OTHERS, "warning")


def _named(case: Case, field: str) -> set[tuple[str, ...]]:
    """Return the words of each recipient that a case names in its distribution, in any language; of no unknown one."""
    shape = fields_of(Distribution)[field]
    named = (one for one in case.value((*_DISTRIBUTION, field)) or () if not shape.is_unknown(one))
    return {words_of(text) for one in named for text in (one, *case.versions.get(" ".join(one.split()), ()))}


def no_report(case: Case) -> Problem:
    """Return the problem of a report that was asked for and is for nobody."""
    return Problem(case.place(_DISTRIBUTION), _UNNAMED)


def real_under_invented(case: Case, organisation: str) -> Problem | None:
    """Return the problem of a case that an invented organisation would release, unless it is said to be invented."""
    handling = case.content.case.handling
    if handling and handling.invented:
        return None
    return Problem(case.place(("case", "handling")), _REAL.format(organisation=organisation))
