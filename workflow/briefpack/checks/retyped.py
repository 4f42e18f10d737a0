"""Retyped: a text that a reader gets does not hold what the same reader must not see elsewhere in the case.

Source: this project's own design. Selecting withholds values, not what somebody wrote out again in another field. What
is told here at its place, the gate would find in the finished pack.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, Path
from briefpack.case.view import View
from briefpack.checks.wanted import Printed, retyped
from briefpack.problems import Problem

#: What stands in more texts than these is told of once, where it is withheld.
_MANY = 3
_REMEDY = "take it out, open that one, or allow the term in handling.allowed_terms"


def problems(case: Case, view: View, printed: Printed | None = None) -> Iterator[Problem]:
    """Give an error at each text of a view that holds a withheld name, place, day, id, or text of three words and more.

    A value that equals one the reader sees is no such thing; nor is what the wording of packs says. No message holds
    either text.
    """
    found: dict[Path, list[tuple[Path, str]]] = {}
    for here, there, words in retyped(case, view, printed):
        found.setdefault(there, []).append((here, words))
    for there, every in found.items():
        if len(every) > _MANY:
            yield Problem(case.place(there), _common(case, view, every))
            continue
        withheld = f"X01: this text holds what is withheld from {view.audience} at {case.place(there)}"
        yield from (Problem(case.place(here), f"{withheld}, in {words} of it: {_REMEDY}") for here, words in every)


def _common(case: Case, view: View, every: list[tuple[Path, str]]) -> str:
    """Give what is said at a value that stands in many texts: it is hardly one that somebody typed again."""
    first, words = min((case.place(here), words) for here, words in every)
    return (
        f"X01: {len(every)} texts that {view.audience} gets hold what is withheld here, the first at {first} "
        f"in {words}: "
        f"if it is an ordinary word, allow it in handling.allowed_terms; else take it out there, or open this"
    )
