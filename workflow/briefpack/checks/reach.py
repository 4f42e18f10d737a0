"""Reach: what its author opened to a reader and is in nobody's pack, whichever rule or reference keeps it out.

A silent absence looks like a pack that has nothing to say; this project's own design.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.clearance import never, sensitivities
from briefpack.case.content import Case, Path, items
from briefpack.case.fields import Item
from briefpack.case.schema import fields_of
from briefpack.case.telling import places
from briefpack.case.view import View
from briefpack.checks import existence
from briefpack.handbook import CLEARED, PACK_AUDIENCES, Audience
from briefpack.problems import Problem

_UNREACHED = (
    "no reader sees this, though its sensitivity opens it: a rule, or a reference that is withheld, keeps it out; "
    "open what it refers to, mend the rule, or close it"
)


def problems_of_views(case: Case, views: Mapping[Audience, View]) -> Iterator[Problem]:
    """Give a warning at each outermost item that is opened and in no view, unless another check tells it."""
    if not set(PACK_AUDIENCES) <= views.keys():
        return
    shown = {path for view in views.values() for path, _ in places(view.root)}
    told = {problem.place for problem in existence.problems(case)}
    lost: set[Path] = set()
    for path, item in items(case.content):
        if path in shown or any(path[:length] in lost for length in range(len(path))):
            continue
        if _opened(case, path, item):
            lost.add(path)
            if case.place(path) not in told:
                yield Problem(case.place(path), _UNREACHED, "warning")


def _opened(case: Case, path: Path, item: Item) -> bool:
    """Say whether there is a reader to whom all that an item cannot be without is open."""
    kind = type(item)
    needed = {kind.headline} | {shape.name for shape in fields_of(kind).values() if shape.required}
    places_of_needed = [(*path, name) for name in needed if name]
    return bool(places_of_needed) and any(
        all(_is_open(case, place, audience) for place in places_of_needed) for audience in PACK_AUDIENCES
    )


def _is_open(case: Case, path: Path, audience: Audience) -> bool:
    return audience not in never(path) and audience in CLEARED[sensitivities(case, path)[1]]
