"""Checking: a case held against its rules, its people, its views and the house style that packs are made in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefpack import checks
from briefpack.case.registry import OpenedRegistry, Registry, Sealed
from briefpack.checks.audiences import Audiences
from briefpack.checks.house_words import HouseWords
from briefpack.checks.openness import real_under_invented
from briefpack.checks.registered import Registered
from briefpack.disclosure.views import Views
from briefpack.files.comments import read_comments
from briefpack.files.ordinary_words import ordinary_words
from briefpack.files.registries import open_registry
from briefpack.gate.people import undecided
from briefpack.gate.wanted import AlwaysPrinted
from briefpack.handbook import RELEASED_TO, Audience
from briefpack.packs.house_styles import HouseStyle
from briefpack.packs.intake import Intake, take_in
from briefpack.packs.orders import Order
from briefpack.packs.wordings import read_printed
from briefpack.problems import Place, Problem, Refusal, Severity, errors

_MET = (
    "the wording or the name_pattern of a house style matches what this case says or its registry protects: run "
    "'briefpack check' with this folder and the organisation to see where, and what to do"
)


@dataclass(frozen=True)
class CheckedCase:
    """A case without an error: the view of each audience, and its warnings.

    `views` are in the first language that was checked, `others` in each of them.
    """

    views: Views
    warnings: Sequence[Problem]
    others: Mapping[str, Views] = field(default_factory=dict)

    def in_language(self, language: str) -> Views:
        """Return the views of the case in one of the languages that were checked."""
        return self.others[language] if self.others else self.views


def check_case(
    intake: Intake,
    opened: OpenedRegistry,
    sealed: Severity = "warning",
    name_pattern: str | None = None,
    printed: Sequence[AlwaysPrinted] = (),
    *,
    readers: Sequence[Audience] = RELEASED_TO,
    in_a_build: bool = False,
) -> CheckedCase:
    """Return a case whose people were compared with the sealed registry; raise Refusal if anything is wrong.

    `sealed` is the severity of a registry that cannot be opened; everything else is checked all the same.
    `readers` are those for whom something is made.
    `name_pattern` is an organisation's, for names that are not in the registry. `printed` is what every pack of the
    house style prints, in each language in which the case is checked; without any, it is checked in its first. What is
    returned holds nothing of the registry. `in_a_build` tells in
    one line that words or the pattern of the house style match the case: a line for each match would let somebody who
    writes a house style and reads the logs find out what the case holds, guess by guess.
    """
    problems = [*intake.problems, *opened.problems]
    if isinstance(opened.registry, Sealed):
        problems.append(replace(opened.registry.problem, severity=sealed))
    registered = _registered(intake.folder, opened)
    found: dict[str, Views | None] = {}
    for language in dict.fromkeys(one.catalogue.language for one in printed) or (intake.language,):
        if intake.languages and language not in intake.languages:
            problems.append(intake.not_in(language))
            continue
        one = intake.nearest(language)
        found[language] = one.disclosed
        own = [each for each in printed if each.catalogue.language == language]
        here = replace(registered, common=common_words(own)) if registered else None
        problems += _problems(one, HouseWords(name_pattern, own, readers), here, in_a_build=in_a_build)
    views = {language: one for language, one in found.items() if one}
    if len(views) < len(found) or errors(problems):
        raise Refusal(problems)
    first, *_ = views.values()
    return CheckedCase(first, list(dict.fromkeys(problems)), views)


def _problems(
    intake: Intake, house: HouseWords, registered: Registered | None, *, in_a_build: bool
) -> Iterator[Problem]:
    """Return what is wrong with a case in one language, with its views, with its people, and beside a house style."""
    yield from intake.problems
    if intake.case is None:
        return
    views = intake.sound
    audiences = Audiences(views.for_packs, house.printed, lambda: views.of("team")) if views else Audiences({})
    met = checks.problems_of_house(intake.case, house, registered)
    yield from _in_one_line(intake.folder, met) if in_a_build else met
    yield from checks.problems_of_views(intake.case, audiences) if views else ()
    yield from checks.problems_of_people(intake.case, audiences, registered) if registered else ()


def checked_case(
    order: Order,
    intake: Intake,
    opened: OpenedRegistry,
    houses: Sequence[HouseStyle],
    misfits: Sequence[Problem],
    *,
    in_a_build: bool = False,
) -> CheckedCase:
    """Return the case of an order, checked; raise Refusal with what is wrong with it and with its house style.

    If the house style is wrong, that of the base stands in for it: without any, the checks would take words of the
    wording for withheld ones. If that is wrong too, only the `misfits` are reported. In a build, an invented
    organisation has no real case.
    """
    try:
        printed = [read_printed(order.templates, None, language) for language in order.languages if misfits]
    except Refusal:
        raise Refusal(misfits) from None
    printed += [house.printed for house in houses]
    pattern = houses[0].settings.name_pattern if houses else None
    try:
        # No pack may be released that was not compared with the registry.
        checked = check_case(intake, opened, "error", pattern, printed, readers=order.audiences, in_a_build=in_a_build)
    except Refusal as refusal:
        raise Refusal([*misfits, *refusal.problems]) from None
    unsent = _unsent(order, intake, houses) if in_a_build else []
    if misfits or unsent:
        raise Refusal([*misfits, *unsent, *checked.warnings])
    return checked


def _unsent(order: Order, intake: Intake, houses: Sequence[HouseStyle]) -> list[Problem]:
    """Return the problem of a case that no such organisation sends, if it is one."""
    is_invented = any(house.settings.invented for house in houses)
    found = real_under_invented(intake.case, order.organisation) if is_invented and intake.case else None
    return [replace(found, rule="openness")] if found else []


def _registered(folder: Path, opened: OpenedRegistry) -> Registered | None:
    """Return the registry with which people are compared, or None if it is sealed or wrong."""
    registry = opened.registry
    if isinstance(registry, Sealed) or errors(opened.problems):
        return None
    return Registered(registry, opened.places, tuple(read_comments(folder)) if registry else ())


def _in_one_line(folder: Path, met: Sequence[Problem]) -> list[Problem]:
    """Return one problem for all errors that a house style causes in a case; none if there is no error.

    Warnings are left to `check`: here each would be one more answer for somebody who guesses.
    """
    return [Problem(Place(str(folder)), _MET, rule="house_style")] if errors(met) else []


def common_words(printed: Sequence[AlwaysPrinted]) -> frozenset[str]:
    """Return the words that are common in every language that packs are in."""
    return ordinary_words(one.locale.language for one in printed)


def ordinary_texts(folder: Path, languages: Sequence[str] | None) -> Iterator[str]:
    """Return the lines to add to a registry for each person whose name may be an ordinary word in some texts.

    `languages` are those of the packs; without any, all in which the case is written.

    Raises:
        Refusal: the case or the registry cannot be read.
    """
    intake, opened = take_in(folder), open_registry(folder)
    sealed = [opened.registry.problem] if isinstance(opened.registry, Sealed) else []
    if intake.case is None or errors(opened.problems) or sealed:
        raise Refusal([*(intake.problems if intake.case is None else ()), *opened.problems, *sealed])
    lists = [ordinary_words([one.replace("_", "-").partition("-")[0]]) for one in languages or intake.languages]
    for alias, person in opened.registry.people.items() if isinstance(opened.registry, Registry) else ():
        texts = dict.fromkeys(one for common in lists for one in undecided(intake.case, person, common))
        found = [f"      - {{field: {field}, digest: '{digest}'}}" for field, digest in texts]
        if found:
            yield f"{opened.places['people', alias, 'name']}: where the ordinary word is meant, under this person:"
            yield from ("    ordinary_in:", *found)
