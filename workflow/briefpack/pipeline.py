"""The pipeline: files joined to stages, for the command line to call.

    documents -> check -> select -> render -> typeset -> release

Each function gives its result and the problems met, or raises Refusal where nothing further can be done.
"""

from __future__ import annotations

from pathlib import Path

from briefpack import checks
from briefpack.case.content import Case
from briefpack.checks import people
from briefpack.case.view import View
from briefpack.checks.coverage import coverage
from briefpack.files.cases import read_documents, same_id
from briefpack.files.organisations import read_catalogue, read_organisation
from briefpack.files.registries import read_registry
from briefpack.files.templates import read_templates
from briefpack.handbook import Audience
from briefpack.problems import Problem, Refusal, errors
from briefpack.stages.check import check
from briefpack.stages.render import render
from briefpack.stages.select import select


def read_case(folder: Path) -> tuple[Case, list[Problem]]:
    """Give the case in a folder and its warnings; raise Refusal with every problem where it has an error.

    The registry is not read: what makes packs calls this.
    """
    documents, problems = read_documents(folder)
    checked = check(documents)
    problems += checked.problems
    if checked.case is not None:
        problems += checks.problems(checked.case, checked.lossy)
        if "case" in documents:
            problems += same_id(folder, documents["case"])
    if checked.case is None or errors(problems):
        raise Refusal(problems)
    return checked.case, problems


def markdown_pack(view: View, templates: Path, organisation: str, language: str) -> str:
    """Give the Markdown pack of a view in an organisation's style; raise Refusal where its templates are wrong."""
    settings = read_organisation(templates, organisation)
    catalogue = read_catalogue(templates, organisation, language)
    return render(view, read_templates(templates, organisation), settings, catalogue, coverage(view))


def check_case(folder: Path) -> tuple[Case, list[Problem]]:
    """Give the case in a folder and its warnings, its people compared with the sealed registry; else raise Refusal."""
    registry, problems = read_registry(folder)
    try:
        case, found = read_case(folder)
    except Refusal as refusal:
        raise Refusal([*problems, *refusal.problems]) from None
    problems += [*found, *people.problems(case, registry)]
    if errors(problems):
        raise Refusal(problems)
    return case, problems
