"""Verdict: what the gate says of finished files: each place with a term in it, and whether it can be trusted to see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefpack.gate.canaries import seeded
from briefpack.gate.searching import Row, Term
from briefpack.gate.surfaces import Finished, Text, texts
from briefpack.gate.terms import Sought
from briefpack.problems import Place, Problem

_NOT_RELEASED = "the pack is not released"
_REMEDY = f"{_NOT_RELEASED}; take it out there, or allow the term in handling.allowed_terms of case.yaml"


@dataclass(frozen=True)
class Proof:
    """The surfaces in which a canary was put, and those of them in which it was found again."""

    seeded: tuple[str, ...]
    found: tuple[str, ...]

    def problems(self, name: str) -> list[Problem]:
        """Give a problem for each surface that the gate did not read, or nothing where it read them all."""
        unread = [surface for surface in self.seeded if surface not in self.found]
        message = f"X01: the gate could not prove itself: {{}}: {_NOT_RELEASED}"
        return [
            Problem(Place(name), message.format(surface)) for surface in unread or ([] if self.seeded else ["none"])
        ]


def prove(finished: Finished) -> Proof:
    """Read a copy of finished files with a canary on every surface, and give on which surfaces it was seen."""
    copy, canaries = seeded(finished)
    found = set()
    for text in texts(copy):
        canary = canaries.get(text.surface)
        if canary and text.surface not in found and Row(text.pieces).find(canary) is not None:
            found.add(text.surface)
    return Proof(tuple(canaries), tuple(surface for surface in canaries if surface in found))


def leaks(finished: Finished, sought: Sought) -> list[Problem]:
    """Give a problem for each place of finished files that holds what is looked for: rule and place, never the term."""
    every = list(texts(finished))
    # Most packs hold nothing: one search through all there is comes before any for the place.
    found = Row(piece for text in every for piece in text.pieces).holds(sought.terms)
    return list(dict.fromkeys(problem for text in every for problem in _leaks(text, found))) if found else []


def allowances_used(finished: Finished, sought: Sought) -> int:
    """Give how many of the terms that the case allows stand in finished files."""
    if not sought.allowed:
        return 0
    return len(Row(piece for text in texts(finished) for piece in text.pieces).holds(sought.allowed))


def _leaks(text: Text, terms: Sequence[Term]) -> Iterator[Problem]:
    row = Row(text.pieces)
    file, _, part = (_discreet(name, terms) for name in text.place.partition(", "))
    for term in terms:
        start = row.find(term)
        if start is not None:
            piece = row.piece(start)
            yield Problem(Place(file, piece if text.counted == "line" else 1), _message(text, part, piece, term))


def _discreet(name: str, terms: Sequence[Term]) -> str:
    """Give the name of a file or part, or what to call it where the name itself holds what is looked for."""
    return "a file whose name cannot be told" if Row([name]).holds(terms) else name


def _message(text: Text, part: str, piece: int, term: Term) -> str:
    where = ", ".join(filter(None, (part, text.surface, f"{text.counted} {piece}" if text.counted else "")))
    return f"X01: {where} holds {term.origin}, which this reader must not see: {_REMEDY}"
