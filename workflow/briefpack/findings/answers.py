"""Answers: whether what a case answers to a finding holds today, and why an answer that does not hold does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from briefpack.disclosure.view import Node, View
from briefpack.findings import RULES, Judged
from briefpack.findings.fingerprint import fingerprint
from briefpack.stages.coverage.times import one_time

#: The most days for which an answer to a finding holds.
LONGEST_ANSWER = 180
#: Why an answer does not hold: nobody can tell what day it is, it is decided later than today, it reaches too far, its
#: last day has passed, another finding of the same rule stands, or none does.
Cause = Literal["undated", "early", "long", "passed", "changed", "gone"]
CAUSES: Sequence[Cause] = get_args(Cause)


@dataclass(frozen=True)
class Lapsed:
    """An answer that does not hold, and why.

    `sentence` is that of the finding it names, empty where that stands no more; `rule` is empty where there is no such.
    """

    answer: Node
    cause: Cause
    sentence: str
    rule: str


def holds(answer: Node, view: View) -> bool:
    """Return whether an answer to a finding holds today: from its day until its last, at most 180 days after that."""
    return _misfit(answer, view) is None


def answer_in(one: Judged, view: View) -> Node | None:
    """Return the answer to a finding of a view that this view holds and that holds today, or None."""
    named = fingerprint(one, view)
    answers = (each for each in view.root.coordination.answered_findings if str(each.finding) == named)
    return next((each for each in answers if holds(each, view)), None)


def lapsed(answer: Node, view: View, standing: Mapping[str, str] = MappingProxyType({})) -> Lapsed:
    """Return why an answer does not hold; `standing` are the sentences of all findings, by fingerprint."""
    named = str(answer.finding)
    rule, rules = named.partition("-")[0], {one.partition("-")[0] for one in standing}
    cause = _misfit(answer, view) or ("changed" if rule in rules else "gone")
    return Lapsed(answer, cause, standing.get(named, ""), rule if rule in RULES else "")


def _misfit(answer: Node, view: View) -> Cause | None:
    """Return what keeps an answer from holding today, whatever it answers; None where nothing does."""
    today = one_time(view.root.case.date_of_information)
    if today is None or not answer.decided or not answer.until:
        return "undated"
    first, last = answer.decided.value.start.first, answer.until.value.end.last
    if (last - first).days > LONGEST_ANSWER:
        return "long"
    if first > today.ends[1]:
        return "early"
    return "passed" if today.begins[0] > last else None
