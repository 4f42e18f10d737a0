"""What must hold across the files of a case, across its phases and across both tracks: one module a family."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from briefpack.case.content import Case
from briefpack.checks import brevity, dates, existence, glossary, judgements, lists, openness, references, sources
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
    }
)


def problems(case: Case) -> list[Problem]:
    """Give every problem that every family finds in a case, whole or not."""
    return sorted({problem for family in FAMILIES.values() for problem in family(case)})
