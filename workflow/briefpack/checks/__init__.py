"""What must hold across the files of a case, across its phases and across both tracks: one module a family."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from briefpack.case.content import Case
from briefpack.checks import brevity, dates, glossary, judgements, lists, openness, references
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
        "brevity": brevity.problems,
    }
)


def problems(case: Case, lossy: bool = False) -> list[Problem]:
    """Give every problem that every family finds in a case.

    `lossy` leaves references out: in a case read only in part they would seem to lead nowhere.
    """
    families = [family for name, family in FAMILIES.items() if not (lossy and name == "references")]
    return sorted({problem for family in families for problem in family(case)})
