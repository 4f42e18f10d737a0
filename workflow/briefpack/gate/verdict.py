"""Verdict: what the gate says of finished files: each place with a term in it, and whether it can be trusted to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from briefpack.gate.canaries import seeded, ways
from briefpack.gate.searching import Searchable
from briefpack.gate.surfaces import BESIDE, FILE_NAMES, FOLDERS, Finished, SurfaceText, plain_name, texts
from briefpack.gate.term import Term
from briefpack.gate.terms import OF_NAMES, Sought
from briefpack.gate.wanted import words_at
from briefpack.pack_files import is_report, kind_of
from briefpack.problems import Place, Problem

_NOT_RELEASED = "the {} is not released"
_REFUSED = (
    "this pack, or one that is made with it, holds what its reader must not see, so none of them is released: run "
    "'briefpack explain' with the folder of the case to see which, what and where"
)
_REFUSED_REPORT = (
    "the report of this case holds what its recipients must not see, so it is not released, and keeps no pack from its "
    "readers: run 'briefpack explain' with the folder of the case to see what and where"
)
_WHERE = "look for it in the case, the templates, the wording and organisation.yaml"
#: Where else people should look, for finds on some surfaces.
_LOOK = {
    FILE_NAMES: "look at the names of the organisation's folder and of what is in it",
    BESIDE: "look at it, and at the names of the case and of the organisation",
}
_ALLOW = "in handling.allowed_terms of case.yaml"
_NAME = f"write the role in its place; where it is an ordinary word, list it {_ALLOW}"
_TERM = f"remove it there, or allow the term {_ALLOW}"


@dataclass(frozen=True)
class Leak:
    """One term that stands in a text of finished files, and in which piece of it, counted from 1."""

    text: SurfaceText
    term: Term
    piece: int


@dataclass(frozen=True)
class Proof:
    """The surfaces in which a canary was put, and those of them in which it was found again."""

    seeded: tuple[str, ...]
    found: tuple[str, ...]

    def problems(self, name: str) -> list[Problem]:
        """Return a problem for each surface that the gate did not read, or nothing where it read them all."""
        unread = [surface for surface in self.seeded if surface not in self.found]
        message = f"the gate could not prove itself: {{}}: {_not_released(name)}"
        return [
            Problem(Place(name), message.format(surface), rule="X01")
            for surface in unread or ([] if self.seeded else ["none"])
        ]


def prove(finished: Finished) -> Proof:
    """Read a copy of finished files with a canary on every surface, and return on which surfaces it was found.

    Canaries are looked for by the very search that decides on a release. Where that misses a word in any of the ways in
    which it looks, it has seen nothing.
    """
    copy, canaries = seeded(finished)
    text, terms = ways()
    if {leak.term for leak in _found([SurfaceText("", "", (text,))], terms)} != {*terms}:
        return Proof(tuple(canaries), ())
    found = {
        leak.text.surface
        for leak in leaks(copy, Sought(tuple(canaries.values())))
        if canaries.get(leak.text.surface) == leak.term
    }
    return Proof(tuple(canaries), tuple(surface for surface in canaries if surface in found))


def leaks(finished: Finished, sought: Sought) -> list[Leak]:
    """Return each place of finished files that holds what is looked for, the first in each text.

    Where a project lies is for its user to say, and tells of no case: a single word in the path to it is no find.
    """
    found = _found(list(texts(finished)), sought.terms)
    return [leak for leak in found if leak.text.surface != FOLDERS or _is_of_two_words(leak.term)]


def _is_of_two_words(term: Term) -> bool:
    """Return whether a term is more than a word, with or without an initial."""
    return len(term.words) > 1 or (term.near is not None and len(term.near.letters) > 1)


def _found(every: Sequence[SurfaceText], terms: Iterable[Term]) -> list[Leak]:
    # Most packs hold nothing, so one search of everything comes before the search for the place.
    row = Searchable(piece for text in every for piece in text.pieces)
    found = row.holds(terms)
    if not found:
        return []
    ends = list(accumulate((len(text.pieces) for text in every), initial=0))
    return [
        leak
        for text, (first, last) in zip(every, pairwise(ends), strict=True)
        for leak in _leaks(text, row.are_near(found, first, last))
    ]


def refused(name: str, leaks: Sequence[Leak]) -> list[Problem]:
    """Return the one line for the log of a pack with finds, whatever they are; nothing without a find.

    Otherwise somebody who writes a house style and reads logs could find out line by line what is withheld.
    """
    terms = {leak.term for leak in leaks}
    return (
        [
            Problem(
                Place(_discreet(name, tuple(terms), "a pack whose name must not be printed")),
                refusal_of(name),
                rule="X01",
            )
        ]
        if leaks
        else []
    )


def refusal_of(name: str) -> str:
    """Return what is said of a pack or report, by its name, that is refused for what the gate found."""
    return _REFUSED_REPORT if is_report(name) else _REFUSED


def told(leaks: Sequence[Leak]) -> list[Problem]:
    """Return one problem for each find in each file, for the author of the case: its place and kind, never the term."""
    terms = list(dict.fromkeys(leak.term for leak in leaks))
    problems: dict[tuple[str, str], Problem] = {}
    for leak in leaks:
        text = leak.text
        problems.setdefault((text.file, leak.term.origin), _problem(leak, terms))
    return list(problems.values())


def allowances_used(finished: Finished, sought: Sought) -> int:
    """Return how many of the terms that the case allows stand in finished files themselves."""
    if not sought.allowed:
        return 0
    pieces = (piece for text in texts(replace(finished, beside={}, folders={})) for piece in text.pieces)
    return len(Searchable(pieces).holds(sought.allowed))


def _leaks(text: SurfaceText, terms: Sequence[Term]) -> Iterator[Leak]:
    row = Searchable(text.pieces if terms else ())
    for term in terms:
        start = row.find(term)
        if start is not None:
            yield Leak(text, term, row.piece(start))


def _discreet(name: str, terms: Sequence[Term], instead: str) -> str:
    """Return a name, or other words if the name itself holds a term."""
    return instead if Searchable([plain_name(name)]).holds(terms) else name


def _problem(leak: Leak, terms: Sequence[Term]) -> Problem:
    text = leak.text
    part, file = (_discreet(name, terms, "a file whose name must not be printed") for name in (text.part, text.file))
    origin = _discreet(leak.term.origin, terms, "what is withheld")
    counted = f"{text.counted} {leak.piece}" if text.counted else ""
    where = ", ".join(filter(None, (part, text.surface, counted, _words(leak), _under(leak, terms))))
    message = f"{where} holds {origin}, which this reader must not see: {_remedy(leak)}; {_not_released(text.file)}"
    return Problem(Place(file, leak.piece if text.counted == "line" else 1), message, rule="X01")


def _words(leak: Leak) -> str:
    """Return which words of its line a find is, by number, or nothing where it goes on in the next one."""
    line = leak.text.pieces[leak.piece - 1]
    return words_at(line, leak.term) if leak.text.counted and Searchable([line]).find(leak.term) is not None else ""


def _under(leak: Leak, terms: Sequence[Term]) -> str:
    """Return the heading that a find in Markdown stands under: nobody can open the file, but its sections are known."""
    is_markdown = leak.text.counted == "line"
    before = leak.text.pieces[: leak.piece - 1] if is_markdown else ()
    heading = next((line.lstrip("# ") for line in reversed(before) if line.startswith("#")), "")
    return f"under the heading “{heading}”" if heading and not Searchable([heading]).holds(terms) else ""


def _not_released(name: str) -> str:
    """Return that the document is not released to which a file of this name belongs."""
    return _NOT_RELEASED.format(kind_of(name.rpartition("/")[2]))


def _remedy(leak: Leak) -> str:
    surface = leak.text.surface
    if surface == FOLDERS:
        return "give that folder, or the one it lies in, another name"
    return f"{_LOOK.get(surface, _WHERE)}, and {_NAME if leak.term.origin in OF_NAMES else _TERM}"
