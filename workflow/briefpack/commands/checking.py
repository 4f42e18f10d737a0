"""Checking: the command that prints every problem and open question of cases."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from briefpack.case.registry import OpenedRegistry
from briefpack.checks import uncited
from briefpack.commands.formats import FORMATS, relative
from briefpack.commands.inquiry import worded_questions
from briefpack.commands.reporting import Tell, guarded, tell_problems
from briefpack.disclosure.inside import inside
from briefpack.disclosure.views import Views
from briefpack.files.catalogues import read_catalogue
from briefpack.files.choices import case_names
from briefpack.files.registries import open_registry
from briefpack.findings.telling import tell as tell_findings
from briefpack.house.rule_changes import RuleChange
from briefpack.house.wording import Catalogue
from briefpack.packs.checking import check_case
from briefpack.packs.history import moved
from briefpack.packs.house_styles import read_settings
from briefpack.packs.intake import Intake, take_in
from briefpack.packs.recalling import recalled
from briefpack.packs.wordings import Wordings, read_printed
from briefpack.problems import Place, Problem, Refusal, errors, under

_INPUTS = Path("inputs")
_LAPSED = (
    "its finding is gone or has changed, its last day has passed, or that is more than 180 days on: take it out, or "
    "answer the finding that is printed now"
)
#: The exit status where a finding is more than information.
_FOUND = 3
#: The language of the wording that checks read; packs can be in other languages.
_LANGUAGE = "en"


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
        print(FORMATS[options.format](found, is_finished=status in (0, 1)))
    return status


def _checked(options: argparse.Namespace, tell: Tell) -> int:
    """Print the problems of each case, and its open questions if they are asked for."""
    status = 0
    folders = options.cases or _every_case()
    settings = read_settings(options.templates, options.organisation) if options.organisation else None
    printed = read_printed(options.templates, options.organisation, _LANGUAGE)
    asks = read_catalogue(options.templates, None, _LANGUAGE)
    for folder in folders:
        try:
            intake, opened = take_in(folder), open_registry(folder)
            before = _compared(options, intake, opened)
            tell(before)
            status = 1 if errors(before) else status
            checked = check_case(
                intake, opened, name_pattern=settings.name_pattern if settings else None, printed=[printed]
            )
        except Refusal as refusal:
            tell(refusal.problems)
            status = 1
            if not options.quiet:
                print(f"{folder}: open questions are listed once no error is left")
            continue
        tell(checked.warnings)
        if options.sources:
            tell(under("uncited", uncited.problems(checked.views.case)))
        if options.findings:
            status = status or _tell_findings(folder, checked.views, asks, settings.findings if settings else {})
        if not options.quiet:
            _tell_questions(folder, checked.views, asks)
    return status


def _compared(options: argparse.Namespace, intake: Intake, opened: OpenedRegistry) -> list[Problem]:
    """Return the problems of the released packs of a case, if a folder of outputs was named."""
    if not options.outputs or not options.outputs.is_dir():
        return []
    wordings = Wordings(options.templates, {})
    return [*recalled(intake, opened, wordings, options.outputs), *moved(intake, options.outputs)]


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


def _tell_findings(folder: Path, views: Views, catalogue: Catalogue, changes: Mapping[str, RuleChange]) -> int:
    """Print the findings of a case with what may be said to each side, and return the exit status that they have."""
    telling = tell_findings(views, catalogue, changes)
    for one in telling.findings:
        place = views.case.place(one.places[0])
        print(f"{place}: finding {one.fingerprint} ({one.severity}): {one.sentence} {one.owner}: {one.remedy}")
        for audience, sentence in one.said.items():
            print(f"  to {catalogue.say(f'audience.{audience}')}: {sentence or catalogue.say('findings.unsaid')}")
        if one.changed:
            print(f"  {one.changed}")
    for one, answer in telling.answered:
        print(f"{views.case.place(one.places[0])}: answered {one.fingerprint}: {answer.because} (until {answer.until})")
    for answer in telling.lapsed:
        print(f"{views.case.place(inside(answer).path)}: this answer holds no longer: {_LAPSED}")
    for rule, path, missing in telling.unchecked:
        print(f"{views.case.place(path)}: not checked {rule}: {', '.join(missing)} not given")
    for rule, words in telling.changes:
        print(f"{rule}: {words}")
    print(f"{folder}: {catalogue.say('findings.count', count=len(telling.findings))}")
    return _FOUND if any(one.severity != "low" for one in telling.findings) else 0
