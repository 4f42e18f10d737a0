"""Intake: a case folder read and checked; apart from the pipeline, so that a check need not load what makes packs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefpack import checks
from briefpack.case.content import Case
from briefpack.case.registry import Registry, Sealed
from briefpack.checks import alike, confidences, consent, likelihoods, people, retyped, strangers, terms
from briefpack.disclosure.select import select
from briefpack.disclosure.view import View
from briefpack.files.cases import read_documents, same_id
from briefpack.files.catalogues import read_catalogues
from briefpack.files.comments import read_comments
from briefpack.files.ordinary_words import ordinary_words
from briefpack.files.registries import Opened, open_registry
from briefpack.files.writing import read_bytes
from briefpack.gate.people import undecided
from briefpack.gate.printed import form_texts, printed_row
from briefpack.gate.searching import Searchable
from briefpack.gate.terms import fixed_row
from briefpack.gate.wanted import AlwaysPrinted
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.house.organisation import BASE
from briefpack.house.wording import Catalogue
from briefpack.problems import DISCLOSURE, Place, Problem, Refusal, Severity, errors
from briefpack.reading.check import check

STYLE = "style.docx"
_MET = (
    "the words or the name_pattern of a house style meet what this case says or its registry protects: 'briefpack "
    "check' with this folder and the organisation says where, and what to do"
)


@dataclass(frozen=True)
class PackWording:
    """How packs are worded: the catalogue of their house style, and what those of any house style hold."""

    catalogue: Catalogue
    fixed: Searchable


@dataclass(frozen=True)
class CheckedCase:
    """A case without an error, what each reader of its packs would see, and its warnings."""

    case: Case
    views: Mapping[Audience, View]
    warnings: Sequence[Problem]


def read_case(folder: Path) -> tuple[Case, list[Problem]]:
    """Return the case in a folder and its warnings; raise Refusal with every problem where it has an error.

    The registry is not read: `check_case` compares with it what a build makes packs of.
    """
    return _refused(*_read(folder))


def disclosed_case(folder: Path) -> tuple[Case, list[Problem]]:
    """Return the case in a folder whatever the rules of disclosure say, and each error by one of these.

    Raise Refusal where some of it cannot be made out. A reference that leads nowhere, or an id that two items have,
    leaves open what is withheld.
    """
    case, problems = _read(folder)
    broken = [problem for problem in errors(problems) if problem.rule in DISCLOSURE]
    if case is None or not case.is_whole or len(broken) < len(errors(problems)):
        raise Refusal(problems)
    return case, broken


def readable_case(folder: Path) -> Case | None:
    """Return the case in a folder whatever the rules of disclosure say, or None where some of it cannot be made out."""
    try:
        return disclosed_case(folder)[0]
    except Refusal:
        return None


def read_wording(templates: Path, organisation: str | None, language: str) -> PackWording:
    """Return how packs of a house style are worded in a language; raise Refusal where that is wrong."""
    catalogue, base = read_catalogues(templates, organisation, language)
    # What an organisation says in words of its own excuses nothing: it could be what a reader must not see.
    return PackWording(catalogue, fixed_row(base, form_texts(read_bytes(templates / BASE / STYLE))))


def read_printed(templates: Path, organisation: str | None, language: str) -> AlwaysPrinted:
    """Return what every pack of a house style prints in a language; raise Refusal where its wording is wrong."""
    wording = read_wording(templates, organisation, language)
    own, base = templates / (organisation or BASE) / STYLE, templates / BASE / STYLE
    everything = printed_row(wording.catalogue, read_bytes(own if own.is_file() else base))
    return AlwaysPrinted(wording.fixed, everything, wording.catalogue)


def check_case(
    folder: Path,
    sealed: Severity = "warning",
    name_pattern: str | None = None,
    printed: Sequence[AlwaysPrinted] = (),
    *,
    in_a_build: bool = False,
) -> CheckedCase:
    """Return the case in a folder, its people compared with the sealed registry; raise Refusal with every problem else.

    `sealed` says how much it matters that the registry cannot be opened: everything else is checked all the same.
    `name_pattern` is an organisation's, for names that are not in the registry; `printed` is what its packs say anyway,
    in each language. What is given holds nothing of the registry. What a house style's own words and pattern meet in a
    case is told `in_a_build` in one line: whoever writes a house style and reads logs could ask with each of them.
    """
    case, problems = _read(folder)
    sound = case if case is not None and case.is_whole and not errors(problems) else None
    opened = open_registry(folder)
    problems += opened.problems
    if isinstance(opened.registry, Sealed):
        problems.append(replace(opened.registry.problem, severity=sealed))
    if case is not None and not isinstance(opened.registry, Sealed) and not errors(opened.problems):
        common = common_words(printed)
        problems += people.problems(case, opened.registry, opened.places, common)
        if opened.registry:
            problems += people.in_comments(case, opened.registry, read_comments(folder), common)
            problems += terms.by_chance(case, opened.registry, opened.places)
    if case is not None:
        met = list(_met(case, opened, name_pattern, printed))
        problems += _in_one_line(folder, met) if in_a_build else met
    views = {audience: select(sound, audience) for audience in PACK_AUDIENCES} if sound else {}
    if sound:
        problems += _between_readers(sound, views, opened, printed)
    case, warnings = _refused(case, list(dict.fromkeys(problems)))
    return CheckedCase(case, views, warnings)


def _met(case: Case, opened: Opened, name_pattern: str | None, printed: Sequence[AlwaysPrinted]) -> Iterator[Problem]:
    """Return what the words and the pattern of a house style meet in the texts of a case and in its registry."""
    yield from strangers.problems(case, name_pattern)
    common = common_words(printed)
    for one in printed:
        if isinstance(opened.registry, Registry) and not errors(opened.problems):
            yield from terms.in_every_pack(case, opened.registry, opened.places, one, common)
        yield from likelihoods.problems(case, one.catalogue)
        yield from confidences.problems(case, one.catalogue)


def _in_one_line(folder: Path, met: Sequence[Problem]) -> list[Problem]:
    """Return one problem for all that keeps a house style from a case, however much and whatever it is.

    A warning would be one more answer to whoever guesses, and is told by `check`.
    """
    return [Problem(Place(str(folder)), _MET)] if errors(met) else []


def ordinary_texts(folder: Path, languages: Sequence[str]) -> Iterator[str]:
    """Return for each person of a registry what to put into it of each text in which a name may be the ordinary word.

    Raises:
        Refusal: the case or the registry cannot be read.
    """
    case, problems = _read(folder)
    opened = open_registry(folder)
    sealed = [opened.registry.problem] if isinstance(opened.registry, Sealed) else []
    if case is None or errors(opened.problems) or sealed:
        raise Refusal([*(problems if case is None else ()), *opened.problems, *sealed])
    common = ordinary_words(languages)
    for alias, person in opened.registry.people.items() if isinstance(opened.registry, Registry) else ():
        found = [f"      - {{field: {field}, digest: '{digest}'}}" for field, digest in undecided(case, person, common)]
        if found:
            yield f"{opened.places['people', alias, 'name']}: where the ordinary word is meant, under this person:"
            yield from ("    ordinary_in:", *found)


def common_words(printed: Sequence[AlwaysPrinted]) -> frozenset[str]:
    """Return the words that are common in every language that packs are in."""
    return ordinary_words(one.locale.language for one in printed)


def _between_readers(
    case: Case, views: Mapping[Audience, View], opened: Opened, printed: Sequence[AlwaysPrinted]
) -> Iterator[Problem]:
    """Return what is wrong with what each reader of a whole case gets, beside what is withheld from the same reader."""
    yield from checks.problems_of_views(case, views)
    for view in views.values():
        for one in printed or (None,):
            yield from retyped.problems(case, view, one)
    yield from alike.problems(case, views.values(), printed[0] if printed else None)
    if isinstance(opened.registry, Registry):
        yield from consent.problems(case, opened.registry, list(views.values()))
        yield from terms.problems(case, opened.registry, views.values())
    if case.content.case.allowances and not isinstance(opened.registry, Sealed):
        yield from terms.idle(case, opened.registry, select(case, "team"), list(views.values()), printed)


def _read(folder: Path) -> tuple[Case | None, list[Problem]]:
    """Return the case in a folder, or what can be read of it, and every problem."""
    documents, problems = read_documents(folder)
    checked = check(documents)
    problems += checked.problems
    if checked.case is not None:
        problems += checks.problems(checked.case)
    if "case" in documents:
        problems += same_id(folder, documents["case"])
    return checked.case, problems


def _refused(case: Case | None, problems: list[Problem]) -> tuple[Case, list[Problem]]:
    """Return a case and its warnings; raise Refusal where there is an error among its problems."""
    if case is None or errors(problems):
        raise Refusal(problems)
    return case, problems
