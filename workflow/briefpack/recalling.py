"""Recalling: what was released before is read once more by the case of today, before anything takes its place.

A case that was reclassified makes the last released pack one that would be refused now. No build can call back what
people have: it says so, and leaves a note that the index shows until somebody deletes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefpack.files.recalls import Recall, add_recall, note_of, released_files
from briefpack.pipeline import Order, leaks_today
from briefpack.problems import Place, Problem


def recalled(order: Order, released: Path, recalls: Path) -> list[Problem]:
    """Note every pack of an order in the folder `released` that holds what its reader must not see now.

    Gives one warning a pack. Nothing is noted of a pack that was never released, or that is as it may be.

    Raises:
        Refusal: the case or its registry cannot be read, or a note cannot be written; then nothing may be released.
    """
    return list(_recalled(order, released, recalls))


def _recalled(order: Order, released: Path, recalls: Path) -> Iterator[Problem]:
    for language in order.languages:
        for audience in order.audiences:
            pack = f"{order.case.name}.{audience}.{language}"
            files = released_files(released, pack)
            if files and leaks_today(order, audience, language, files):
                recall = add_recall(note_of(recalls, order.organisation, pack), pack, files)
                yield Problem(Place(str(released / pack)), _message(recall), "warning")


def _message(recall: Recall) -> str:
    what = f"the pack released {', '.join(recall.versions)} is to be recalled: its reader must not see all of it now"
    return f"{what}; call it back from everyone who has it, then delete {recall.note}"
