"""Unread: what is open to one reader alone, in a field that only the other reader's pack prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefpack.case.content import Case, Path
from briefpack.case.printed import OF_ONE, is_printed
from briefpack.case.view import View
from briefpack.case.withheld import leaves
from briefpack.handbook import PACK_AUDIENCES, Audience
from briefpack.problems import Problem

_MESSAGE = (
    "only {reader} may see this, and no pack of theirs prints this field: open it to the other track, or say it in a "
    "field that their pack has"
)
_READERS: Mapping[Audience, str] = {"track-i": "track I", "track-ii": "track II"}


def problems_of_views(case: Case, views: Mapping[Audience, View]) -> Iterator[Problem]:
    """Give a warning, once for each field of an item, where its one reader's pack does not print it."""
    shown = {audience: {leaf.path for leaf in leaves(view.root)} for audience, view in views.items()}
    for audience in PACK_AUDIENCES:
        others = {path for other, paths in shown.items() if other != audience for path in paths}
        alone = shown.get(audience, set()) - others if set(PACK_AUDIENCES) <= views.keys() else set()
        unread = {_chosen(case, path) for path in alone if not is_printed(_field(path), audience)}
        message = _MESSAGE.format(reader=_READERS[audience])
        yield from (Problem(case.place(path), message, "warning") for path in unread if path)


def _chosen(case: Case, path: Path) -> Path | None:
    """Give where its author chose the reader; None where that is for an item of which the pack prints the rest."""
    around = (path[:length] for length in range(len(_top(path)), len(path) + 1))
    return next((one for one in around if (said := case.annotations.get(one)) and said.sensitivity), None)


def _field(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _top(path: Path) -> Path:
    """Give where the outermost field stands that only the other reader's pack prints."""
    every = frozenset[str]().union(*OF_ONE.values())
    return next(path[:length] for length in range(1, len(path) + 1) if _field(path[:length]) in every)
