"""Together: findings that another finding of the same view tells, so that one thing is told once.

What is told so is looked for in each view by itself: nothing that only others see takes a finding from a reader. A
finding tells none that is graver, or it would sink into it; where two tell of each other, the graver one tells of both.
What the case answers stands by itself: an answer holds for what it names and for nothing that came to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import get_args

from briefpack.case.content import Path
from briefpack.disclosure.view import Node
from briefpack.findings import Judged
from briefpack.house.rule_changes import Severity

_Tells = Callable[[Judged, Judged], bool]


def _of_the_same(one: Judged, other: Judged) -> bool:
    return set(one.finding.places) == set(other.finding.places)


def _milder_than_the_same(one: Judged, other: Judged) -> bool:
    return _of_the_same(one, other) and _weight(other) < _weight(one)


def _of_its_funder(one: Judged, other: Judged) -> bool:
    return one is not other and one.finding.about == (other.finding.values.get("funder"),)


def _of_a_person(one: Judged, _: Judged) -> bool:
    contact = one.finding.values.get("actor")
    return isinstance(contact, Node) and str(contact.kind or "") == "individual"


#: Of a rule the rule that tells as much, and of which of its findings. One slip in a date makes one thing have two
#: dates, and a contact who is a person has two seats.
_TOLD_BY: Mapping[str, tuple[str, _Tells]] = MappingProxyType(
    {
        "C06": ("C18", _milder_than_the_same),
        "C13": ("C01", _of_a_person),
        "C18": ("C06", _of_the_same),
        "C20": ("C20", _of_its_funder),
        "C24": ("C23", _of_the_same),
    }
)
#: The rules of which the finding that tells them says all that they say, in a sentence and a remedy of their own.
ADDED = frozenset({"C06", "C13"})


def told_elsewhere(findings: Iterable[Judged]) -> Mapping[tuple[str, tuple[Path, ...]], Judged]:
    """Return by its key each finding that another one of the same view, as grave or graver, tells, with that one.

    `findings` are those that the case does not answer.
    """
    every = list(findings)
    found: dict[tuple[str, tuple[Path, ...]], Judged] = {}
    for one in every:
        rule, tells = _TOLD_BY.get(one.rule, ("", _of_the_same))
        graver = (each for each in every if each.rule == rule and _weight(each) <= _weight(one))
        if other := next((each for each in graver if tells(one, each)), None):
            found[one.key] = other
    return found


def _weight(one: Judged) -> int:
    return get_args(Severity).index(one.severity)
