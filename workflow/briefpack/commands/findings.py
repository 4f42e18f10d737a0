"""Findings on the command line: what does not fit between the tracks, for the team or for machines.

The text names what a side may not see. A document for editors and CI quotes nothing of a case: there a finding is its
rule, its place, who acts and what to do. It has no fingerprint either, from which whoever guesses what was hidden could
learn that the guess is right.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from briefpack.case.content import Case
from briefpack.disclosure.inside import inside
from briefpack.findings import RULES
from briefpack.findings.answers import Cause
from briefpack.findings.missing import OF_NO_FIELD, missing_in_words
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
_LAPSED: Mapping[Cause, str] = MappingProxyType(
    {
        "undated": (
            "nobody can tell whether this answer holds, since the case has no date_of_information, which counts as "
            "today: write it in case.yaml"
        ),
        "early": "this answer does not hold yet: it is decided after the date_of_information, which counts as today",
        "long": (
            "this answer holds on no day: its last is more than 180 days after it was decided: correct 'until', or "
            "decide anew"
        ),
        "passed": (
            "this answer holds no longer: its last day has passed: take it out, and answer the finding anew where it "
            "is printed still"
        ),
        "changed": (
            "this answer holds no longer: what it answered has changed or is gone, and other findings of its rule are "
            "printed now: take it out, or answer one of those"
        ),
        "gone": "this answer holds no longer: nothing of its rule is found any more: take it out",
    }
)
#: The most letters of a line that a person reads.
_WIDTH = 100
_IN_TEXT = "; 'check --findings' without --format says what it is"


def status_of(telling: Telling) -> int:
    """Return the exit status that findings have."""
    return FOUND if any(one.severity != "low" for one in telling.findings) else 0


def print_findings(folder: Path, case: Case, telling: Telling, catalogue: Catalogue) -> None:
    """Print the findings of a case, the gravest first, with what may be said to each side, and what was not checked."""
    ranks = get_args(Severity)
    for one in sorted(telling.findings, key=lambda one: (ranks.index(one.severity), case.place(one.places[0]))):
        print(f"{case.place(one.places[0])}: finding {one.fingerprint} ({one.severity})")
        _print_lines(one.sentence, f"{one.owner}: {one.remedy}", *_said(one, catalogue), one.changed)
    _print_others(case, telling, catalogue)
    counts = {"answered": len(telling.answered), "not checked": len(telling.unchecked)}
    told = [catalogue.say("findings.count", count=len(telling.findings))]
    print(f"{folder}: {', '.join(told + [f'{count} {what}' for what, count in counts.items() if count])}")


def _print_lines(*texts: str) -> None:
    """Print texts below the line that they belong to, each wrapped."""
    for text in filter(None, texts):
        wrapped = textwrap.wrap(
            text, _WIDTH, break_long_words=False, break_on_hyphens=False, initial_indent="  ", subsequent_indent="    "
        )
        print("\n".join(wrapped))


def _said(one: Told, catalogue: Catalogue) -> Iterator[str]:
    """Return what may be said to each side, in one line where that is nothing to either."""
    unsaid = catalogue.say("findings.unsaid")
    if not any(one.said.values()):
        yield f"{catalogue.say('report.to_either')}: {unsaid}"
        return
    for audience, sentence in one.said.items():
        yield f"{catalogue.say('report.to', audience=catalogue.say(f'audience.{audience}'))}: {sentence or unsaid}"


def _print_others(case: Case, telling: Telling, catalogue: Catalogue) -> None:
    for one, answer in telling.answered:
        print(f"{case.place(one.places[0])}: answered {one.fingerprint} (until {answer.until})")
        _print_lines(str(answer.because), *_said(one, catalogue))
    for lapsed in telling.lapsed:
        print(f"{case.place(inside(lapsed.answer).path)}: {_LAPSED[lapsed.cause]}")
    for place, rule, missing in sorted(
        {(case.place(path), rule, missing) for rule, path, missing in telling.unchecked}
    ):
        print(f"{place}: not checked {rule}: {_missing(rule, missing, catalogue)}")
    for rule, words in telling.changes:
        print(f"{rule}: {words}")


def _missing(rule: str, fields: tuple[str, ...], catalogue: Catalogue) -> str:
    """Return in words why something could not be judged: what the case lacks, or does not give exactly."""
    if fields == ("registry",):
        return "there is no registry"
    told = [missing_in_words(rule, name, catalogue) + ("" if name in OF_NO_FIELD else f" ({name})") for name in fields]
    return f"not given, or not exactly enough: {catalogue.list(told)}"


def as_problems(case: Case, telling: Telling) -> Iterator[Problem]:
    """Return the findings of a case, and the answers that hold no longer, for a document that quotes no case."""
    for one in telling.findings:
        others = "".join(f"; with {case.place(path)}" for path in one.places[1:])
        message = f"{one.owner}: {one.remedy.removesuffix('.')}{others}{_IN_TEXT}"
        yield Problem(case.place(one.places[0]), message, _LEVELS[one.severity], one.rule)
    for lapsed in telling.lapsed:
        rule = str(lapsed.answer.finding).partition("-")[0]
        yield Problem(case.place(inside(lapsed.answer).path), _LAPSED[lapsed.cause], "note", rule)
