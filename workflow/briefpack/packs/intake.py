"""Intake: a case folder, read once for all that a job does with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefpack import checks
from briefpack.case.content import Case
from briefpack.disclosure.views import Views
from briefpack.files.cases import read_documents, same_id
from briefpack.problems import DISCLOSURE, Problem, Refusal, errors, under
from briefpack.reading.check import check


@dataclass(frozen=True)
class Intake:
    """What a case folder holds: the case, or what of it can be read, and every problem found in reading it."""

    folder: Path
    case: Case | None
    problems: tuple[Problem, ...]

    @property
    def broken(self) -> list[Problem]:
        """Return each error by a rule of disclosure."""
        return [problem for problem in errors(self.problems) if problem.rule in DISCLOSURE]

    @cached_property
    def disclosed(self) -> Views | None:
        """Return the views of the case even if it breaks rules of disclosure, or None where parts cannot be read.

        With a reference that leads nowhere, or an id that two items have, nobody can tell what is withheld.
        """
        if self.case is None or not self.case.is_whole or len(self.broken) < len(errors(self.problems)):
            return None
        return Views(self.case)

    @property
    def sound(self) -> Views | None:
        """Return the views of the case where it has no error, or None."""
        return self.disclosed if not errors(self.problems) else None


def take_in(folder: Path) -> Intake:
    """Return what a case folder holds; the registry is not read."""
    documents, found = read_documents(folder)
    checked = check(documents)
    problems = [*under("case_folder", found), *under("model", checked.problems)]
    if checked.case is not None:
        problems += checks.problems(checked.case)
    if "case" in documents:
        problems += under("case_folder", same_id(folder, documents["case"]))
    return Intake(folder, checked.case, tuple(problems))


def disclosed_case(folder: Path) -> tuple[Views, list[Problem]]:
    """Return the views of the case in a folder, and each error by a rule of disclosure.

    Raises:
        Refusal: nobody can tell what is withheld.
    """
    intake = take_in(folder)
    if intake.disclosed is None:
        raise Refusal(intake.problems)
    return intake.disclosed, intake.broken
