"""Unread: what is open to one audience alone, in a field that only the other audience's pack prints.

That comes about where the author chose the audience, and where a field is by default for the side whose activity it is.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from briefpack.case.content import Case, Path, field_of, is_within
from briefpack.checks.audiences import Audiences
from briefpack.disclosure.clearance import words_at
from briefpack.disclosure.inside import inside
from briefpack.disclosure.printed import OF_ONE, is_printed
from briefpack.disclosure.view import Items, Node, View
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.problems import Problem

_MESSAGE = (
    "only {audience} may see this, and no pack of theirs prints this field: open it to the other track, or say it in a "
    "field that their pack has"
)
_CALLED: Mapping[Audience, str] = {"track-i": "track I", "track-ii": "track II"}


def problems(case: Case, audiences: Audiences) -> Iterator[Problem]:
    """Return one warning for each field of an item that is open to one audience whose pack does not print it."""
    shown = {audience: set(_places(case, view)) for audience, view in audiences.views.items()}
    for audience in PACK_AUDIENCES:
        others = {path for other, paths in shown.items() if other != audience for path in paths}
        alone = shown.get(audience, set()) - others if set(PACK_AUDIENCES) <= audiences.views.keys() else set()
        unread = {_chosen(case, path) for path in alone if not is_printed(field_of(path), audience)}
        message = _MESSAGE.format(audience=_CALLED[audience])
        yield from (Problem(case.place(path), message, "warning") for path in unread if path)


def _places(case: Case, view: View) -> Iterator[Path]:
    """Return the place of each value that is shown, and of each reference to something that is shown."""
    yield from (leaf.path for leaf in view.leaves)
    for item in view.items:
        for name, value in item.fields.items():
            listed = value if isinstance(value, Items) else (value,)
            shown = [inside(inner) for inner in listed if isinstance(inner, Node)]
            named = {str(inner.fields.get("id")) for inner in shown if not is_within(inner.path, item.path)}
            if named:
                yield from _named_at(case, (*item.path, name), named)


def _named_at(case: Case, path: Path, named: Container[str]) -> Iterator[Path]:
    given = case.value(path)
    if isinstance(given, tuple):
        yield from ((*path, index) for index, name in enumerate(given) if name in named)
    else:
        yield path


def _chosen(case: Case, path: Path) -> Path | None:
    """Return where the audience was chosen; None if it was chosen for an item whose other fields the pack prints."""
    around = (path[:length] for length in range(len(_top(path)), len(path) + 1))
    words = ((one, words_at(case, one)[1]) for one in around)
    return next((one for one, word in words if word.path == one and word.by in ("said", "own_side")), None)


def _top(path: Path) -> Path:
    """Return the place of the outermost field that only the other audience's pack prints."""
    every = frozenset[str]().union(*OF_ONE.values())
    return next(path[:length] for length in range(1, len(path) + 1) if field_of(path[:length]) in every)
