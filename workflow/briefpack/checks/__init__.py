"""What must hold of a case: one module a check, and each of them in one of the tables below.

Whoever checks a case runs each table with one call; nothing else calls a check. Each table says what its checks are
given, so that none gets more than it needs; only the checks of people get the registry. A problem carries the name of
its check in the table, unless it breaks a rule of disclosure: then it carries the id of that rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from briefpack.case.content import Case
from briefpack.checks import (
    aliases,
    alike,
    answers,
    attendance,
    awareness,
    brevity,
    chatham_house,
    clearance,
    confidences,
    consent,
    contradictions,
    counts,
    dates,
    disclosure,
    engagement_days,
    exactness,
    existence,
    glossary,
    judgements,
    likelihoods,
    lists,
    marks,
    opened,
    openness,
    options,
    partial,
    participation,
    people,
    reach,
    references,
    releases,
    retyped,
    runs,
    said,
    small_numbers,
    sources,
    spellings,
    strangers,
    terms,
    topics,
    translations,
    unknown,
    unread,
    windows,
)
from briefpack.checks.audiences import Audiences
from briefpack.checks.house_words import HouseWords
from briefpack.checks.registered import Registered
from briefpack.problems import Problem, under

#: Of a case, whole or not.
CASE_CHECKS: Mapping[str, Callable[[Case], Iterator[Problem]]] = MappingProxyType(
    {
        "references": references.problems,
        "dates": dates.problems,
        "windows": windows.problems,
        "engagement_days": engagement_days.problems,
        "runs": runs.problems,
        "attendance": attendance.problems,
        "releases": releases.problems,
        "judgements": judgements.problems,
        "lists": lists.problems,
        "glossary": glossary.problems,
        "openness": openness.problems,
        "existence": existence.problems,
        "brevity": brevity.problems,
        "options": options.problems,
        "participation": participation.problems,
        "sources": sources.problems,
        "disclosure": disclosure.problems,
        "marks": marks.problems,
        "answers": answers.problems,
        "unknown": unknown.problems,
        "said": said.problems,
        "aliases": aliases.problems,
        "topics": topics.problems,
    }
)
#: Of a case, and the words and the name pattern of a house style.
HOUSE_CHECKS: Mapping[str, Callable[[Case, HouseWords], Iterator[Problem]]] = MappingProxyType(
    {
        "strangers": strangers.problems,
        "likelihoods": likelihoods.problems,
        "confidences": confidences.problems,
    }
)
#: Of the views of a case without an error: each alone, and all together.
VIEW_CHECKS: Mapping[str, Callable[[Case, Audiences], Iterator[Problem]]] = MappingProxyType(
    {
        "clearance": clearance.problems,
        "exactness": exactness.problems,
        "windows": windows.problems_of_views,
        "small_numbers": small_numbers.problems,
        "chatham_house": chatham_house.problems,
        "disclosure": disclosure.problems_of_views,
        "lists": lists.problems_of_views,
        "counts": counts.between_packs,
        "untold_counts": counts.untold,
        "marks": marks.problems_of_views,
        "reach": reach.problems,
        "unread": unread.problems,
        "opened": opened.problems,
        "partial": partial.problems,
        "contradictions": contradictions.problems,
        "retyped": retyped.problems,
        "alike": alike.problems,
        "awareness": awareness.problems,
        "translations": translations.problems,
    }
)
#: Of a case, its views and the people of its registry; a case with an error has no views yet.
PEOPLE_CHECKS: Mapping[str, Callable[[Case, Audiences, Registered], Iterator[Problem]]] = MappingProxyType(
    {
        "people": people.problems,
        "comments": people.in_comments,
        "chance": terms.by_chance,
        "consent": consent.problems,
        "terms": terms.problems,
        "allowances": terms.idle,
    }
)
#: Of the people of a registry and the words of a house style.
PEOPLE_IN_HOUSE_CHECKS: Mapping[str, Callable[[Case, HouseWords, Registered], Iterator[Problem]]] = MappingProxyType(
    {"fixed_words": terms.in_every_pack, "spellings": spellings.problems}
)


def problems(case: Case) -> list[Problem]:
    """Return every problem of a case, whole or not."""
    return _sorted(under(name, check(case)) for name, check in CASE_CHECKS.items())


def problems_of_house(case: Case, house: HouseWords, registered: Registered | None) -> list[Problem]:
    """Return a problem where a house style's words or pattern match something in a case or its open registry."""
    found = [under(name, check(case, house)) for name, check in HOUSE_CHECKS.items()]
    if registered is not None:
        every = PEOPLE_IN_HOUSE_CHECKS.items()
        found += [under(name, check(case, house, registered)) for name, check in every]
    return _sorted(found)


def problems_of_views(case: Case, audiences: Audiences) -> list[Problem]:
    """Return every problem of the views of a case without an error."""
    return _sorted(under(name, check(case, audiences)) for name, check in VIEW_CHECKS.items())


def problems_of_people(case: Case, audiences: Audiences, registered: Registered) -> list[Problem]:
    """Return what a case and its files must not say of people, to everybody or to one audience."""
    return _sorted(under(name, check(case, audiences, registered)) for name, check in PEOPLE_CHECKS.items())


def _sorted(found: Iterable[Iterable[Problem]]) -> list[Problem]:
    return sorted({problem for one in found for problem in one})
