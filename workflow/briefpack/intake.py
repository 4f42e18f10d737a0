"""Intake: a case folder read and checked; apart from the pipeline, so that a check need not load what makes packs."""

from __future__ import annotations

from pathlib import Path

from briefpack import checks
from briefpack.case.content import Case
from briefpack.checks import people, retyped
from briefpack.files.cases import read_documents, same_id
from briefpack.files.registries import read_registry
from briefpack.handbook import PACK_AUDIENCES
from briefpack.problems import Problem, Refusal, errors
from briefpack.stages.check import check
from briefpack.stages.select import select


def read_case(folder: Path) -> tuple[Case, list[Problem]]:
    """Give the case in a folder and its warnings; raise Refusal with every problem where it has an error.

    The registry is not read: what makes packs calls this.
    """
    return _refused(*_read(folder))


def check_case(folder: Path) -> tuple[Case, list[Problem]]:
    """Give the case in a folder and its warnings, its people compared with the sealed registry; else raise Refusal."""
    case, problems = _read(folder)
    registry, found = read_registry(folder)
    if case is not None and not errors(found):
        found += people.problems(case, registry)
    if case is not None and case.is_whole and not errors(problems):
        everything = select(case, "team")
        for audience in PACK_AUDIENCES:
            found += retyped.problems(case, everything, select(case, audience))
    return _refused(case, [*problems, *found])


def _read(folder: Path) -> tuple[Case | None, list[Problem]]:
    """Give the case in a folder, or what can be read of it, and every problem."""
    documents, problems = read_documents(folder)
    checked = check(documents)
    problems += checked.problems
    if checked.case is not None:
        problems += checks.problems(checked.case)
    if "case" in documents:
        problems += same_id(folder, documents["case"])
    return checked.case, problems


def _refused(case: Case | None, problems: list[Problem]) -> tuple[Case, list[Problem]]:
    """Give a case and its warnings; raise Refusal where there is an error among its problems."""
    if case is None or errors(problems):
        raise Refusal(problems)
    return case, problems
