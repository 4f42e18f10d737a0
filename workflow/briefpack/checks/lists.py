"""Lists: a reason for an empty list stands at one, totals and shares match, readiness points are their phase's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefpack.case.amounts import Amount, adds_up
from briefpack.case.conception import Funding
from briefpack.case.content import ABOUT, Case, Path
from briefpack.case.phase import PhaseItem
from briefpack.case.schema import fields_of
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.inside import Inside
from briefpack.handbook import PHASE_NAMES, READINESS
from briefpack.problems import Problem
from briefpack.text.near_miss import near_miss

_TOTAL = (
    "the numbers of '{parts}' do not add up to this total, so readers who see them are not shown the total: "
    "{remedy}; or write {{value: ..., sensitivity: shared}} here to show the total in their place"
)
_TOO_FEW = "add the number that is missing"
_TOO_MANY = "correct the total, or the number that is too large"
_TOO_MUCH = (
    "the shares of these sources add up to {percent} per cent, which is more than the whole: correct one of them, "
    "or name each source once"
)
#: All of the money, in per cent, and how many digits of a share count.
_WHOLE, _DIGITS = 100, 6
_EXACT = "numbers with 'about' never add up for certain, so write exact ones if you have them"


def problems(case: Case) -> Iterator[Problem]:
    """Return each reason at a list with items, each unknown readiness point, and shares of more than the whole."""
    yield from _shares(case)
    for found in case.every_value:
        annotation = case.annotations.get(found.path)
        if annotation and annotation.none_because and found.value:
            place = case.place((*found.path, ABOUT, "none_because"))
            yield Problem(place, "'none_because' gives the reason for an empty list ([]): delete it, or the items")
    for phase in PHASE_NAMES:
        item: PhaseItem | None = getattr(case.content, phase)
        for position, point in enumerate((item.readiness or ()) if item else ()):
            if point.id not in READINESS[phase]:
                place = case.place((phase, "readiness", position, "id"))
                hint = near_miss(point.id, READINESS[phase]) or f": choose from {', '.join(READINESS[phase])}"
                yield Problem(place, f"not a readiness point of {phase}{hint}")


def _shares(case: Case) -> Iterator[Problem]:
    """Return a warning at the sources of money whose shares are more than the whole; that some is missing is not."""
    for path, item in case.every_item.items():
        sources = item.sources or () if isinstance(item, Funding) else ()
        percent = round(sum(one.share or 0 for one in sources) * 100, _DIGITS)
        if percent > _WHOLE:
            message = _TOO_MUCH.format(percent=f"{percent:g}")
            yield Problem(case.place((*path, "sources")), message, "warning")


def problems_of_views(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return a warning at each total that is withheld from an audience because the parts shown do not add up to it.

    Where no part is shown, for whatever reason, the total stands by itself, and there is no warning.
    """
    lost = {path for view in audiences.each for item in view.items for path in _lost_totals(item)}
    for path, item in case.every_item.items():
        for shape in fields_of(type(item)).values():
            total = getattr(item, shape.attribute) if shape.counts else None
            said = case.annotations.get((*path, shape.name))
            if total is None or (*path, shape.name) not in lost or (said and said.sensitivity):
                continue
            parts = getattr(item, str(shape.counts))
            if not adds_up(total, list(parts.values())):
                message = _TOTAL.format(parts=shape.counts, remedy=_remedy(total, list(parts.values())))
                yield Problem(case.place((*path, shape.name)), message, "warning")


def _remedy(total: Amount, parts: Sequence[Amount]) -> str:
    exact = [one for one in (total, *parts) if isinstance(one, int)]
    if len(exact) <= len(parts):
        return _EXACT
    return _TOO_FEW if sum(exact[1:]) < exact[0] else _TOO_MANY


def _lost_totals(item: Inside) -> Iterator[Path]:
    for shape in fields_of(item.kind).values():
        if shape.counts and shape.counts in item.fields and shape.name not in item.fields:
            yield (*item.path, shape.name)
