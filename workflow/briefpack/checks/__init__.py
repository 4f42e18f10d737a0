"""What must hold across the files of a case, across its phases and across both tracks: one module a family."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from briefpack.case.content import Case
from briefpack.checks import (
    answers,
    brevity,
    chatham_house,
    clearance,
    contradictions,
    counts,
    dates,
    disclosure,
    exactness,
    existence,
    glossary,
    judgements,
    lists,
    marks,
    opened,
    openness,
    partial,
    participation,
    reach,
    references,
    said,
    small_numbers,
    sources,
    unknown,
    unread,
)
from briefpack.disclosure.view import View
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
        "participation": participation.problems,
        "sources": sources.problems,
        "disclosure": disclosure.problems,
        "marks": marks.problems,
        "answers": answers.problems,
        "unknown": unknown.problems,
        "said": said.problems,
    }
)


def problems(case: Case) -> list[Problem]:
    """Return every problem that every family finds in a case, whole or not."""
    return sorted({problem for family in FAMILIES.values() for problem in family(case)})


def problems_of_views(case: Case, views: Mapping[Audience, View]) -> list[Problem]:
    """Return every problem of what the readers of a case would see, each alone and both together."""
    alone = (clearance.problems, exactness.problems, small_numbers.problems, chatham_house.problems)
    together = (
        disclosure.problems_of_views,
        lists.problems_of_views,
        counts.between_packs,
        counts.untold,
        marks.problems_of_views,
        reach.problems_of_views,
        unread.problems_of_views,
        opened.problems_of_views,
        partial.problems_of_views,
        contradictions.problems_of_views,
    )
    # Whom a view is for is who will get it, whatever it says itself.
    asked = [replace(view, audience=audience) for audience, view in views.items()]
    found = {problem for family in alone for view in asked for problem in family(case, view)}
    return sorted(found.union(*(family(case, views) for family in together)))
