"""Problem: one thing wrong, where it stands, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

Severity = Literal["error", "warning"]
Rule = Literal["X01", "X02", "X03", "X04", "X05", "X06", "X07"]
#: What each rule of disclosure forbids, in a few words.
DISCLOSURE: Mapping[str, str] = MappingProxyType(
    {
        "X01": "A text or a finished pack holds what its reader must not see",
        "X02": "A reader would see what is closed to that reader",
        "X03": "Something is attributed, or shown of a person, without consent",
        "X04": "A reader would see something before its embargo is over",
        "X05": "A number of people is so small that it tells who they are",
        "X06": "The packs of both tracks differ in what they share",
        "X07": "An activity meets a party whom one may not freely meet",
    }
)
#: What each rule that has an id forbids, in a few words: the one table of them.
RULES: Mapping[str, str] = DISCLOSURE


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file: its path as the user gave it, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """One message for a person: `place: severity: message`, the message saying what is wrong and what to do.

    `rule` is the id of the rule that is broken, where it has one, and is printed before the message.
    """

    place: Place
    message: str
    severity: Severity = "error"
    rule: Rule | None = None

    @property
    def text(self) -> str:
        """Return the message behind the id of its rule."""
        return f"{self.rule}: {self.message}" if self.rule else self.message

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.text}"

    def __lt__(self, other: Problem) -> bool:
        return (self.place, self.text, self.severity) < (other.place, other.text, other.severity)


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
