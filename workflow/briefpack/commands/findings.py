"""Findings on the command line: what does not fit between the tracks, for the team or for machines.

The text names what a side may not see. A document for editors and CI quotes nothing of a case: there a finding is its
rule, its place, who acts and what to do. It has no fingerprint either, from which whoever guesses what was hidden could
learn that the guess is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from briefpack.case.content import Case
from briefpack.disclosure.inside import inside
from briefpack.findings import RULES
from briefpack.findings.telling import Telling, Told
from briefpack.house.rule_changes import Severity
from briefpack.house.wording import Catalogue
from briefpack.problems import Problem
from briefpack.problems import Severity as Level

#: The exit status where a finding is more than information.
FOUND = 3
#: What each rule on findings is, for a document that names the rules of what it holds.
RULE_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        name: f"Something between the tracks does not fit: rule {name} of the list in workflow/briefpack/README.md"
        for name in RULES
    }
)
_LEVELS: Mapping[Severity, Level] = MappingProxyType({"high": "error", "medium": "warning", "low": "note"})
_LAPSED = (
    "its finding is gone or has changed, its last day has passed, or that is more than 180 days on: take it out, or "
    "answer the finding that is printed now"
)
_IN_TEXT = "; 'check --findings' without --format says what it is"


def status_of(telling: Telling) -> int:
    """Return the exit status that findings have."""
    return FOUND if any(one.severity != "low" for one in telling.findings) else 0


def print_findings(folder: Path, case: Case, telling: Telling, catalogue: Catalogue) -> None:
    """Print the findings of a case with what may be said to each side, and what could not be checked."""
    for one in telling.findings:
        place = case.place(one.places[0])
        print(f"{place}: finding {one.fingerprint} ({one.severity}): {one.sentence} {one.owner}: {one.remedy}")
        _print_said(one, catalogue)
        if one.changed:
            print(f"  {one.changed}")
    _print_others(case, telling, catalogue)
    print(f"{folder}: {catalogue.say('findings.count', count=len(telling.findings))}")


def _print_said(one: Told, catalogue: Catalogue) -> None:
    for audience, sentence in one.said.items():
        print(f"  to {catalogue.say(f'audience.{audience}')}: {sentence or catalogue.say('findings.unsaid')}")


def _print_others(case: Case, telling: Telling, catalogue: Catalogue) -> None:
    for one, answer in telling.answered:
        print(f"{case.place(one.places[0])}: answered {one.fingerprint}: {answer.because} (until {answer.until})")
        _print_said(one, catalogue)
    for answer in telling.lapsed:
        print(f"{case.place(inside(answer).path)}: this answer holds no longer: {_LAPSED}")
    for rule, path, missing in telling.unchecked:
        print(f"{case.place(path)}: not checked {rule}: {', '.join(missing)} not given, or not exactly")
    for rule, words in telling.changes:
        print(f"{rule}: {words}")


def as_problems(case: Case, telling: Telling) -> Iterator[Problem]:
    """Return the findings of a case, and the answers that hold no longer, for a document that quotes no case."""
    for one in telling.findings:
        others = "".join(f"; with {case.place(path)}" for path in one.places[1:])
        message = f"{one.owner}: {one.remedy.removesuffix('.')}{others}{_IN_TEXT}"
        yield Problem(case.place(one.places[0]), message, _LEVELS[one.severity], one.rule)
    for answer in telling.lapsed:
        rule = str(answer.finding).partition("-")[0]
        yield Problem(case.place(inside(answer).path), f"this answer holds no longer: {_LAPSED}", "note", rule)
