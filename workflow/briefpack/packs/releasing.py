"""Releasing: the finished packs of a case put before the gate, all of them or none."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.case.content import Case
from briefpack.case.registry import Registry
from briefpack.files.ordinary_words import ordinary_words
from briefpack.gate.terms import Sought, sought
from briefpack.gate.verdict import REFUSED
from briefpack.packs.making import Made
from briefpack.problems import Place, Problem, Refusal
from briefpack.stages.release import Leaking, explained, release


def released(case: Case, registry: Registry | None, made: Sequence[Made]) -> dict[str, bytes]:
    """Return the files of every pack by name; raise Refusal with all that keeps any of them from being released.

    The packs of a case come together or not at all, so that what its readers share is never of two dates.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    is_leaking = False
    for pack in made:
        try:
            files |= release(pack.name, pack.view.audience, pack.finished, _sought(case, pack, registry))
        except Refusal as refusal:
            problems += pack.place(refusal.problems)
            is_leaking = is_leaking or isinstance(refusal, Leaking)
    if is_leaking:
        # Whoever prints one guess in each pack would get as many answers as there are packs.
        problems += [Problem(Place(pack.name), REFUSED, rule="X01") for pack in made]
    if problems:
        raise Refusal(problems)
    return files


def finds(case: Case, registry: Registry | None, made: Sequence[Made]) -> list[Problem]:
    """Return for the author of a case all that the gate finds in its packs, with place and field."""
    return [
        problem
        for pack in made
        for problem in explained(pack.name, pack.view.audience, pack.finished, _sought(case, pack, registry))
    ]


def _sought(case: Case, pack: Made, registry: Registry | None) -> Sought:
    common = ordinary_words([pack.catalogue.locale.language])
    return sought(case, pack.view, registry, pack.fixed, pack.catalogue, common)
