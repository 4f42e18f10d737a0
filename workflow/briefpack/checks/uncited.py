"""Uncited: facts for which nobody has named a source, so that they can be told from those that have one."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case, Path
from briefpack.case.facts import is_fact
from briefpack.disclosure.clearance import NOTHING_SAID
from briefpack.problems import Problem

_UNCITED = "no source is named for this: add 'cite', or say how sure it is ('likelihood' or 'confidence')"


def problems(case: Case) -> Iterator[Problem]:
    """Return a warning at each fact without a source of its own or of anything around it; judgements need none."""
    for found in case.every_value:
        is_open = is_fact(found.path, found.shape, found.value) and not _is_judged(case, found.path)
        if is_open and not _is_cited(case, found.path):
            yield Problem(case.place(found.path), _UNCITED, "warning")


def _is_cited(case: Case, path: Path) -> bool:
    return any(case.annotations.get(path[:length], NOTHING_SAID).cite for length in range(2, len(path) + 1))


def _is_judged(case: Case, path: Path) -> bool:
    said = case.annotations.get(path, NOTHING_SAID)
    return bool(said.likelihood or said.confidence)
