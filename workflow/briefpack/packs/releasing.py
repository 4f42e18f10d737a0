"""Releasing: the gate examines the finished packs of a case; all of them are released, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefpack.case.content import Case
from briefpack.case.registry import Registry
from briefpack.disclosure.views import Views
from briefpack.files.ordinary_words import ordinary_words
from briefpack.gate.terms import Sought, sought
from briefpack.gate.verdict import refusal_of
from briefpack.packs.making import Made
from briefpack.problems import Place, Problem, Refusal
from briefpack.stages.release import Leaking, explained, release

#: Gives a case as it reads in a language.
ViewsIn = Callable[[str], Views]


def released(views: ViewsIn, registry: Registry | None, made: Sequence[Made]) -> dict[str, bytes]:
    """Return the files of every pack by name; raise Refusal with all that keeps any of them from being released.

    Either all packs of a case are released or none, so that its audiences always have versions of the same day.
    `views` gives the case in the language of a pack.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    is_leaking = False
    for pack in made:
        try:
            wanted = sought_in(views(pack.catalogue.language).case, pack, registry)
            files |= release(pack.name, pack.view.audience, pack.finished, wanted, pack.letterhead)
        except Refusal as refusal:
            problems += pack.place(refusal.problems)
            is_leaking = is_leaking or isinstance(refusal, Leaking)
    if is_leaking:
        # Every pack gets this line, whichever leaks: who prints a guess in each must not get an answer to each.
        problems += [Problem(Place(pack.name), refusal_of(pack.name), rule="X01") for pack in made]
    if problems:
        raise Refusal(problems)
    return files


def finds(views: ViewsIn, registry: Registry | None, made: Sequence[Made]) -> list[Problem]:
    """Return all that the gate finds in the packs of a case, with place and field, for the author of the case."""
    return [
        problem
        for pack in made
        for wanted in [sought_in(views(pack.catalogue.language).case, pack, registry)]
        for problem in explained(pack.name, pack.view.audience, pack.finished, wanted)
    ]


def sought_in(case: Case, pack: Made, registry: Registry | None) -> Sought:
    """Return what is looked for in the files of a pack: all that its view lacks of the case, and people."""
    common = ordinary_words([pack.catalogue.locale.language])
    return sought(case, pack.view, registry, pack.fixed, pack.catalogue, common)
