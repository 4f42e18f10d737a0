"""Problem: one thing wrong, where it stands, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file: its path as the user gave it, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One message for a person: `place: severity: message`, the message saying what is wrong and what to do."""

    place: Place
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message}"


class Refusal(Exception):  # noqa: N818 - it is a refusal to go on, and is caught and printed by the command line alone
    """Raised when work cannot go on; carries every problem found, never a traceback for the user."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class TemplateMistake(Exception):  # noqa: N818 - said to a template author, who makes mistakes rather than errors
    """Something a template asked for that it cannot have."""


def as_errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems that all stop the work, as in a house style, which is made once and read by every case."""
    return [replace(problem, severity="error") for problem in problems]


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop the work."""
    return [problem for problem in problems if problem.severity == "error"]
