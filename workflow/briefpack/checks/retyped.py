"""Retyped: a text that an audience gets does not hold what the same audience must not see elsewhere in the case.

Source: this project's own design. Selecting withholds values, not what somebody wrote out again in another field. The
gate would find it in the finished pack; this check reports it where it stands in the case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.content import ABOUT, Case, Path, field_of
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.view import View
from briefpack.disclosure.withheld import FEWEST_WORDS, Kind
from briefpack.gate.wanted import AlwaysPrinted, PlacedTexts, retyped
from briefpack.problems import Problem

#: A value in more texts than these is reported once, at the place where it is withheld.
_MANY = 3
#: What a message calls each kind of value.
_KINDS: Mapping[Kind, str] = {
    "date": "a day",
    "id": "an id",
    "name": "the name of something that is absent",
    "place": "a place",
    "text": f"a text of {FEWEST_WORDS} words or more",
}
_REMEDY = "remove it, open the withheld value, or allow the term in handling.allowed_terms"


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return an error at each text of a view that holds a withheld name, place, day, id, or three words or more.

    A value that equals one which the audience sees does not count, nor does what the wording of packs says. No message
    holds either text.
    """
    for view in audiences.each:
        for printed in audiences.printed or (None,):
            yield from _of_view(case, view, printed, audiences.texts(view))


def _of_view(case: Case, view: View, printed: AlwaysPrinted | None, texts: PlacedTexts) -> Iterator[Problem]:
    found: dict[tuple[Path, Kind], list[tuple[Path, str]]] = {}
    for here, lacking, words in retyped(case, view, printed, texts):
        found.setdefault((lacking.path, lacking.kind), []).append((here, words))
    for (there, kind), every in found.items():
        field = field_of(tuple(step for step in there if step != ABOUT))
        what = f"{_KINDS[kind]} ('{field}')"
        if len(every) > _MANY:
            yield Problem(case.place(there), _common(case, view, every, what), rule="X01")
            continue
        withheld = f"this text holds what is withheld from {view.audience} at {case.place(there)}, {what}"
        for here, words in every:
            yield Problem(case.place(here), f"{withheld}, in {words} of it: {_REMEDY}", rule="X01")


def _common(case: Case, view: View, every: list[tuple[Path, str]], what: str) -> str:
    """Return the problem at a value that many texts hold: it is probably an ordinary word."""
    first, words = min((case.place(here), words) for here, words in every)
    return (
        f"{len(every)} texts that {view.audience} gets hold what is withheld here, {what}, the first at {first} in "
        f"{words}: if it is an ordinary word, allow it in handling.allowed_terms; else remove it there, or open this"
    )
