"""Retyped: a text that a reader gets does not hold what the same reader must not see elsewhere in the case.

Source: this project's own design. Selecting withholds values, not what somebody wrote out again in another field. What
is told here at its place, the gate would find in the finished pack.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.case.view import View
from briefpack.checks.wanted import Printed, retyped
from briefpack.problems import Problem

_REMEDY = "take it out, open that one, or allow the term in handling.allowed_terms"


def problems(case: Case, view: View, printed: Printed | None = None) -> Iterator[Problem]:
    """Give an error at each text of a view that holds a withheld name, place, day, id, or text of three words and more.

    A value that equals one the reader sees is no such thing; nor is what the wording of packs says. No message holds
    either text.
    """
    for here, there in retyped(case, view, printed):
        withheld = f"X01: this text holds what is withheld from {view.audience} at {case.place(there)}"
        yield Problem(case.place(here), f"{withheld}: {_REMEDY}")
