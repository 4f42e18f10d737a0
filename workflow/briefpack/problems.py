"""Problem: one thing wrong, where it stands, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

#: A problem of a case or of a file is one of the first two; `note` is a finding that is only information.
Severity = Literal["error", "warning", "note"]
#: What each rule of disclosure forbids, in a few words; its id is printed before a message.
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
#: What else can be wrong, by who finds it: what reads files, a check of `checks/`, the inspection of a Word pack.
_FOUND: Mapping[str, str] = MappingProxyType(
    {
        "command": "What was typed cannot be done, or a file cannot be used",
        "yaml": "A file is not YAML, or YAML reads it in another way than its author meant",
        "case_folder": "A file of a case is missing, has a wrong name, or nothing reads it",
        "model": "A value, a key or an item is not one that the field takes",
        "registry": "The sealed registry cannot be opened, or holds what it must not",
        "house_style": "A file of a house style is missing, has a wrong name, or cannot be used",
        "pages": "A document takes more pages than its reader is promised",
        "letters": "A picture needs a character that no font here has",
        "released": "A pack that was released shows what its reader may not see today, or cannot be compared",
        "references": "An id leads nowhere, or two items have the same one",
        "dates": "Something ends before it begins",
        "windows": "A coarse time leaves out days that it stands for, or a session tells what a window withholds",
        "engagement_days": "An engagement is past, or its decision has a day that cannot be, two days or no ask",
        "runs": "A part of a session's run is out of order, overlaps another, or is outside the session",
        "attendance": "Somebody who leads, acts or agrees at a session is not there, or is of a party of other work",
        "releases": "A recorded release does not fit the version or the date of the case, or another release",
        "judgements": "A likelihood has no scale, or is not a word of it",
        "lists": "A list, its total or its shares, or the reason why it is empty do not agree",
        "glossary": "An acronym is not spelt out",
        "openness": "A reader may not see the title of the case, and so gets no pack",
        "existence": "Something that only its own side may see does not say whose it is",
        "brevity": "A point to make is too long, or there are too many",
        "options": "More than one of the options that stand together is recommended",
        "participation": "A party that an activity counts is not among those that it names",
        "sources": "A source lacks a field, or says the same in two ways",
        "disclosure": "A rule of disclosure in a case contradicts another one, cannot be applied, or has no effect",
        "marks": "A text reads like a handling mark, or marks do not agree",
        "answers": "The answers of a case contradict each other",
        "unknown": "The word 'unknown' stands where it cannot mean an open question",
        "said": "No pack prints what is said about a value",
        "aliases": "An actor with an alias is called an office",
        "topics": "A topic has words twice, or nothing is on a topic that has words",
        "strangers": "A text names somebody who is not in the registry",
        "likelihoods": "A text and its 'likelihood' both say how likely something is",
        "confidences": "A text and its 'confidence' both say how sure one is",
        "clearance": "A view holds what is closed to its reader",
        "exactness": "A view is more exact than the case allows",
        "small_numbers": "A view holds a number of people that is too small",
        "chatham_house": "A text tells who was in a meeting under the Chatham House Rule",
        "counts": "Both packs together tell a number that one of them withholds",
        "untold_counts": "No pack gives another reading of a number of people that it shows",
        "reach": "What is open to a reader is in no pack",
        "unread": "What is open to one reader is printed for the other alone",
        "opened": "A reader sees what was closed by default before",
        "partial": "A reader sees a part of a list, which reads like the whole",
        "contradictions": "A pack judges one thing in two ways",
        "retyped": "A text holds what is withheld elsewhere",
        "alike": "A value is withheld in one place and shown in another",
        "awareness": "A pack for officials says that they do not know of the work",
        "translations": "A text is missing in a language of the case, or a file of translations is wrong",
        "languages": "A case is not in the language that is asked for, or there is no wording for one of its languages",
        "people": "An alias is missing in the case or in the registry, or a text holds a name of the registry",
        "comments": "A name of the registry is in a comment",
        "chance": "A term of the registry is so short that it stands in texts by chance",
        "consent": "A role is shown without the consent of the person behind it",
        "terms": "A text holds a word of the registry",
        "allowances": "A term that the case allows has no effect",
        "fixed_words": "The fixed words of packs hold a term of the registry",
        "spellings": "A name of the registry may not be found in packs of a language",
        "uncited": "No source is named for a fact",
        "form": "A Word pack is not valid, not accessible, or tells more than it should",
        "heading_level": "A heading leaves out a level",
        "empty_heading": "A heading is empty",
        "empty_paragraph": "A paragraph is empty",
        "vague_link": "A link does not say where it leads",
        "misleading_link": "A link shows one address and leads to another",
    }
)
#: What each rule forbids, in a few words: the one table of them. A check in a table of `checks/` is a rule by its name.
RULES: Mapping[str, str] = MappingProxyType({**DISCLOSURE, **_FOUND})


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file: its path as the user gave it, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, eq=False)
class Problem:
    """One message for a person: `place: severity: message`, the message saying what is wrong and what to do.

    `rule` is an id of RULES; one of disclosure is printed before the message. Two problems that read the same are one.
    """

    place: Place
    message: str
    severity: Severity = "error"
    rule: str | None = None

    @property
    def text(self) -> str:
        """Return the message, behind the id of its rule where that is one of disclosure."""
        return f"{self.rule}: {self.message}" if self.rule in DISCLOSURE else self.message

    @property
    def _told(self) -> tuple[Place, str, Severity]:
        return self.place, self.text, self.severity

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.text}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and self._told == other._told

    def __hash__(self) -> int:
        return hash(self._told)

    def __lt__(self, other: Problem) -> bool:
        return self._told < other._told


class Refusal(Exception):  # noqa: N818 - it is a refusal to go on, and is caught and printed by the command line alone
    """Raised when work cannot go on; carries every problem found, never a traceback for the user."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class TemplateMistake(Exception):  # noqa: N818 - said to a template author, who makes mistakes rather than errors
    """Something a template asked for that it cannot have."""


def under(rule: str, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems under a rule, but for those that have one already."""
    return [problem if problem.rule else replace(problem, rule=rule) for problem in problems]


@contextmanager
def refused_under(rule: str) -> Iterator[None]:
    """Put under a rule whatever is refused meanwhile and has none; also for use as a decorator of functions."""
    try:
        yield
    except Refusal as refusal:
        refusal.problems = tuple(under(rule, refusal.problems))
        raise


def as_errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems that all stop the work, as in a house style, which is made once and read by every case."""
    return [replace(problem, severity="error") for problem in problems]


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop the work."""
    return [problem for problem in problems if problem.severity == "error"]
