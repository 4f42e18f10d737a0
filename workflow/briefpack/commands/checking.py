"""Checking: the command that prints every problem and open question of cases."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from briefpack.case.content import Case
from briefpack.case.registry import OpenedRegistry
from briefpack.checks import uncited
from briefpack.checks.openness import misfit_of_register, names_coordinators, real_under_invented
from briefpack.checks.translations import incomplete
from briefpack.commands.findings import FOUND, RULE_TEXTS, as_problems, print_findings, status_of
from briefpack.commands.formats import FORMATS, relative
from briefpack.commands.inquiry import worded_questions
from briefpack.commands.reporting import Tell, guarded, tell_problems
from briefpack.disclosure.views import Views
from briefpack.files.case_languages import worded
from briefpack.files.catalogues import read_catalogue
from briefpack.files.choices import case_names, organisation_names
from briefpack.files.registries import open_registry
from briefpack.files.senders import made_in
from briefpack.findings.seats import seated
from briefpack.findings.telling import Telling
from briefpack.findings.telling import tell as tell_findings
from briefpack.house.organisation import OrganisationSettings
from briefpack.house.wording import Catalogue
from briefpack.packs.checking import CheckedCase, check_case
from briefpack.packs.history import moved
from briefpack.packs.house_styles import read_house_style, read_settings
from briefpack.packs.intake import Intake, take_in
from briefpack.packs.lengths import Lengths
from briefpack.packs.recalling import recalled, recalled_reports
from briefpack.packs.wordings import Wordings, read_printed
from briefpack.problems import RULES, Place, Problem, Refusal, errors, under

_INPUTS = Path("inputs")
#: The language of the wording that checks read; packs can be in other languages.
_LANGUAGE = "en"
_NO_WORDING = "packs have no wording in '{}' yet, so none is made in it: see templates/README.md, 'Another language'"
_NONE_MADE = "; without 'languages', packs are made in English, with these texts as they are"
_OF_ITS_OWN = "the base has no wording in '{}', so packs in it are of {} alone: check them with --organisation"
_NO_OUTPUTS = "there is no such folder, so nothing is compared with what was released: check the path"


def check(options: argparse.Namespace) -> int:
    """Print the problems and open questions of each case; if one cannot be checked, the others still are."""
    return _checked(options, tell_problems) if options.format == "text" else _documented(options)


def _documented(options: argparse.Namespace) -> int:
    """Print the problems of every case as one document, even if the check cannot be finished."""
    found: list[Problem] = []
    near = {"cases": list(map(relative, options.cases)), "templates": relative(options.templates), "quiet": True}
    near |= {"outputs": options.outputs and relative(options.outputs)}
    status = None
    try:
        asked = argparse.Namespace(**{**vars(options), **near})
        status = guarded(lambda: _checked(asked, found.extend), vars(asked).values(), found.extend)
    finally:
        rules = {**RULES, **RULE_TEXTS} if options.findings else RULES
        print(FORMATS[options.format](found, is_finished=status in (0, 1, FOUND), rules=rules))
    return status


def _checked(options: argparse.Namespace, tell: Tell) -> int:
    """Print the problems of each case, and its open questions if they are asked for."""
    folders = options.cases or _every_case()
    settings, faults = _house(options.templates, options.organisation)
    tell(faults)
    status = 1 if faults else 0
    changes, pattern = (settings.findings, settings.name_pattern) if settings else ({}, None)
    printed = cache(partial(read_printed, options.templates, None if faults else options.organisation))
    asks = read_catalogue(options.templates, None, _LANGUAGE)
    lengths = Lengths(options.templates, options.organisation) if not faults else None
    tell(_no_outputs(options.outputs))
    for folder in folders:
        try:
            intake, opened = take_in(folder), open_registry(folder)
            status = _told(tell, _compared(options, intake, opened)) or status
            spoken = worded(intake.languages, options.templates, options.organisation)
            words = [*map(printed, _built(options, folder, spoken))]
            checked = check_case(intake, opened, name_pattern=pattern, printed=words)
            of_languages = [*_unworded(intake, spoken, options.templates), *_lacking_in_report(checked, spoken)]
            status = 1 if errors(of_languages) else status
        except Refusal as refusal:
            tell(refusal.problems)
            status = 1
            # A path that leads to no case has no questions.
            if not options.quiet and (folder / "case.yaml").is_file():
                print(f"{folder}: open questions are listed once no error is left")
            continue
        tell([*of_languages, *checked.warnings])
        tell(list(under("openness", _of_organisation(checked.views.case, settings, options.organisation))))
        if options.sources:
            tell(under("uncited", uncited.problems(checked.views.case)))
        if options.findings:
            found = tell_findings(checked.views, asks, changes, seated(checked.views, opened))
            tell(_findings_told(options, folder, checked.views.case, found, asks))
            status = status or status_of(found)
        del opened  # What makes packs does not meet the registry.
        status = _told(tell, lengths.problems(intake) if lengths else []) or status
        if not options.quiet:
            _tell_questions(folder, checked.views, asks)
    return status


def _built(options: argparse.Namespace, folder: Path, spoken: Sequence[str]) -> Sequence[str]:
    """Return those languages of a case in which packs are built: it needs no words in others."""
    if options.organisation is None:
        return spoken
    try:
        made = {language for _, language in made_in(folder, options.templates, options.organisation)}
    except Refusal:
        # What is wrong with the settings of a build is told where pages are judged.
        return spoken
    return [one for one in spoken if one in made]


def _told(tell: Tell, problems: Sequence[Problem]) -> int:
    """Tell problems, and return 1 where one of them is an error."""
    tell(problems)
    return 1 if errors(problems) else 0


def _unworded(intake: Intake, spoken: Collection[str], templates: Path) -> list[Problem]:
    """Return a warning where a case is written in a language that packs have no wording in, or some have alone."""
    place = intake.case.place(("case", "languages")) if intake.case else Place(str(intake.folder / "case.yaml"))
    found = []
    for language in intake.languages:
        having = [name for name in organisation_names(templates) if worded([language], templates, name)]
        if language not in spoken:
            more = "" if spoken else _NONE_MADE
            said = _OF_ITS_OWN.format(language, ", ".join(having)) if having else _NO_WORDING.format(language) + more
            found.append(Problem(place, said, "warning"))
    return under("languages", found)


def _lacking_in_report(checked: CheckedCase, spoken: Iterable[str]) -> list[Problem]:
    """Return each text of the coordinator's report of a case that is missing in one of its languages."""
    if not names_coordinators(checked.views.case):
        return []
    return under("translations", (one for name in spoken for one in incomplete(checked.in_language(name))))


def _house(templates: Path, organisation: str | None) -> tuple[OrganisationSettings | None, list[Problem]]:
    """Return the settings of an organisation, or all that is wrong in its files: its cases are checked all the same.

    Raises Refusal where there is no such organisation.
    """
    if organisation is None:
        return None, []
    try:
        settings = read_settings(templates, organisation)
        read_printed(templates, organisation, _LANGUAGE)
    except Refusal as refusal:
        if not (templates / organisation / "organisation.yaml").is_file():
            raise
        problems = list(refusal.problems)
    else:
        return settings, []
    try:
        read_house_style(templates, organisation, _LANGUAGE)
    except Refusal as refusal:
        problems = list(refusal.problems)
    return None, problems


def _of_organisation(case: Case, settings: OrganisationSettings | None, organisation: str) -> Iterator[Problem]:
    """Return a warning where an organisation does not release a case, or its register goes to others."""
    real = real_under_invented(case, organisation) if settings and settings.invented else None
    if real:
        yield replace(real, severity="warning")
    yield from misfit_of_register(case, settings.register_.recipients if settings and settings.register_ else ())


def _findings_told(
    options: argparse.Namespace, folder: Path, case: Case, found: Telling, asks: Catalogue
) -> list[Problem]:
    """Return findings as problems for a document, or print them for a person and return nothing."""
    if options.format != "text":
        return list(as_problems(case, found))
    print_findings(folder, case, found, asks)
    return []


def _no_outputs(outputs: Path | None) -> list[Problem]:
    """Return a warning where there is no such folder of outputs as was named."""
    is_missing = outputs is not None and not outputs.is_dir()
    return under("command", [Problem(Place(str(outputs)), _NO_OUTPUTS, "warning")] if is_missing else [])


def _compared(options: argparse.Namespace, intake: Intake, opened: OpenedRegistry) -> list[Problem]:
    """Return the problems of the released packs of a case, if a folder of outputs was named."""
    if not options.outputs or not options.outputs.is_dir():
        return []
    wordings = Wordings(options.templates, {})
    compared_with = (intake, opened, wordings, options.outputs)
    return [*recalled(*compared_with), *recalled_reports(*compared_with), *moved(intake, options.outputs)]


def _every_case() -> list[Path]:
    """Return the cases of the folder `inputs` where the command is given; raise Refusal where there are none."""
    folders = [_INPUTS / name for name in case_names(_INPUTS)] if _INPUTS.is_dir() else []
    if not folders:
        raise Refusal([Problem(Place(str(_INPUTS)), "there is no case here: name the case folders to be checked")])
    return folders


def _tell_questions(folder: Path, views: Views, catalogue: Catalogue) -> None:
    asked, summary = worded_questions(views, catalogue)
    for place, text in asked:
        print(f"{place}: question: {text}")
    print(f"{folder}: {summary}")
