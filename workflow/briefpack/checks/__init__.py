"""What must hold across the files of a case, across its phases and across both tracks: one module a family."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from briefpack.case.content import Case
from briefpack.case.view import View
from briefpack.checks import (
    brevity,
    counts,
    dates,
    disclosure,
    existence,
    glossary,
    judgements,
    lists,
    marks,
    openness,
    references,
    sources,
)
from briefpack.handbook import Audience
from briefpack.problems import Problem

Family = Callable[[Case], Iterator[Problem]]

FAMILIES: MappingProxyType[str, Family] = MappingProxyType(
    {
        "references": references.problems,
        "dates": dates.problems,
        "judgements": judgements.problems,
        "lists": lists.problems,
        "glossary": glossary.problems,
        "openness": openness.problems,
        "existence": existence.problems,
        "brevity": brevity.problems,
        "sources": sources.problems,
        "disclosure": disclosure.problems,
        "marks": marks.problems,
    }
)


def problems(case: Case) -> list[Problem]:
    """Give every problem that every family finds in a case, whole or not."""
    return sorted({problem for family in FAMILIES.values() for problem in family(case)})


def problems_of_views(case: Case, views: Mapping[Audience, View]) -> list[Problem]:
    """Give every problem of what the readers of a case would see, each alone and both together."""
    return sorted({*disclosure.problems_of_views(case, views), *counts.between_packs(case, views)})
