"""Telling: what a view says about what it withholds, and its handling mark; both follow from rules and what is shown.

Source: TLP 2.0 and ST/SGB/2007/6 (a document is marked as the highest of what it contains); this project's own design
for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Literal, get_args

from briefpack.case.content import Case, Path
from briefpack.case.fields import ID, Annotation
from briefpack.case.schema import fields_of
from briefpack.case.words import Mark, Tlp
from briefpack.disclosure.clearance import never, sensitivities
from briefpack.disclosure.view import Leaf, Node
from briefpack.handbook import CLEARED, Audience

Scheme = Literal["mark", "tlp"]
SCHEMES: Mapping[Scheme, tuple[str, ...]] = {"mark": get_args(Mark), "tlp": get_args(Tlp)}


def highest(case: Case, shown: Collection[Path], scheme: Scheme) -> str | None:
    """Return the highest mark of a scheme at anything that is shown, or around it; None if there is no mark."""
    said = {path: word for path, about in case.annotations.items() if (word := getattr(about, scheme))}
    lengths = {len(path) for path in said}
    around = {path[:length] for path in shown for length in lengths if length <= len(path)}
    return max((word for path, word in said.items() if path in around), key=SCHEMES[scheme].index, default=None)


def higher(scheme: Scheme, first: str | None, second: str | None) -> str | None:
    """Return the higher of two marks of a scheme, either of which may be missing."""
    return max((word for word in (first, second) if word), key=SCHEMES[scheme].index, default=None)


def withheld_here(
    case: Case, audience: Audience, shown: Collection[Path], held: Collection[Path], actor: Callable[[str], Node | None]
) -> dict[str, tuple[Leaf | Node | None, ...]]:
    """Return, by file, whom to ask about what is withheld and announced: each once, or None for nobody.

    An audience is told if it may see what is around the place. `held` are the places of outputs that wait for their
    release; `actor` returns an actor that is shown. Nothing here depends on what stands at the place.
    """
    found: dict[str, dict[str, Leaf | Node | None]] = {}
    for path, about in case.annotations.items():
        if about.say_withheld and is_told(case, path, audience, shown, held):
            ask = _ask(about, path, actor)
            found.setdefault(str(path[0]), {})[_sorted_by(ask)] = ask
    return {file: tuple(asks[key] for key in sorted(asks)) for file, asks in found.items()}


def is_told(case: Case, path: Path, audience: Audience, shown: Collection[Path], held: Collection[Path]) -> bool:
    """Return whether an audience is told that something is withheld at a place: it is, if it sees what is around it.

    Of a field that it may never see it is told nothing, whatever is said there.
    `shown` are the places of items that are seen, `held` those of outputs that wait for their release.
    """
    around, own = sensitivities(case, path)
    inside = (path[:length] for length in range(1, len(path)) if isinstance(path[length - 1], int))
    if audience in never(path) or audience not in CLEARED[around] or not all(item in shown for item in inside):
        return False
    return path in held or audience not in CLEARED[own]


def _ask(about: Annotation, path: Path, actor: Callable[[str], Node | None]) -> Leaf | Node | None:
    if about.ask is None:
        return None
    if re.fullmatch(ID, about.ask):
        return actor(about.ask)
    return Leaf(about.ask, fields_of(Annotation)["ask"], path=path)


def _sorted_by(ask: Leaf | Node | None) -> str:
    return "" if ask is None else str(ask if isinstance(ask, Leaf) else ask.name)
