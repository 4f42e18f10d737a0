"""Intake: a case folder, read once for all that a job does with it, and once more for each further language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from briefpack import checks
from briefpack.case.content import Case
from briefpack.disclosure.views import Views
from briefpack.files.cases import read_documents, read_translations, same_id
from briefpack.problems import DISCLOSURE, Place, Problem, Refusal, errors, under
from briefpack.reading.check import check
from briefpack.reading.standing_apart import standing_apart
from briefpack.text.languages import USUAL, languages_of

_NOT_IN = "this case is not in '{language}': add it to 'languages' of case.yaml, or leave it out ('{known}')"


@dataclass(frozen=True)
class Intake:
    """What a case folder holds: the case, or what of it can be read, and every problem found in reading it.

    The case reads in one `language` of its `languages`, the first where no other is asked for. Where nobody can tell
    what these are, there are none.
    """

    folder: Path
    case: Case | None
    problems: tuple[Problem, ...]
    languages: Sequence[str] = (USUAL,)
    language: str = USUAL
    _read: Callable[[str], Intake] | None = None
    _others: dict[str, Intake] = field(default_factory=dict)

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

    def in_language(self, language: str) -> Intake:
        """Return the case as it reads in one of its languages, read when that is first asked for.

        A text that it lacks is that of the first language, and its path is in `case.untranslated`.

        Raises:
            Refusal: the case does not list this language.
        """
        if language == self.language:
            return self
        if language not in self.languages or not self._read:
            raise Refusal([self.not_in(language)])
        if language not in self._others:
            self._others[language] = replace(self._read(language), _read=self._read)
        return self._others[language]

    def nearest(self, language: str) -> Intake:
        """Return the case in a language, or as it is where it does not list that, for what was released before."""
        return self.in_language(language) if language in self.languages else self

    def not_in(self, language: str) -> Problem:
        """Return the problem of a case that does not list a language."""
        place = Place(str(self.folder / "case.yaml"))
        if self.case is not None and ("case", "languages") in self.case.places:
            place = self.case.place(("case", "languages"))
        return Problem(place, _NOT_IN.format(language=language, known=", ".join(self.languages)), rule="languages")


def take_in(folder: Path) -> Intake:
    """Return what a case folder holds, as it reads in the first of its languages; the registry is not read."""
    documents, found = read_documents(folder)
    data = documents["case"].data if "case" in documents else None
    # Of a case.yaml that cannot be read nobody knows the languages.
    languages = languages_of(data) if data is not None else ()
    texts, wrong = read_translations(folder) if data is not None else ({}, [])
    apart, misfits = standing_apart(texts, languages)
    found_first = [*under("case_folder", found), *under("translations", [*wrong, *misfits])]
    named = same_id(folder, documents["case"]) if "case" in documents else []

    def read(language: str = USUAL) -> Intake:
        checked = check(documents, apart, language)
        problems = [*found_first, *under("model", checked.problems)]
        problems += checks.problems(checked.case) if checked.case is not None else []
        problems += under("case_folder", named)
        return Intake(folder, checked.case, tuple(problems), languages, language)

    first = read(*languages[:1])
    # What was read of the files is kept only where it is to be read once more.
    return replace(first, _read=read) if len(languages) > 1 else first


def disclosed_case(folder: Path, language: str | None = None) -> tuple[Views, list[Problem]]:
    """Return the views of the case in a folder, in its first language or this one, and each error of disclosure.

    Raises:
        Refusal: nobody can tell what is withheld, or the case is not in this language.
    """
    intake = take_in(folder)
    intake = intake.in_language(language) if language else intake
    if intake.disclosed is None:
        raise Refusal(intake.problems)
    return intake.disclosed, intake.broken
