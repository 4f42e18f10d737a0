"""States: whether each pack of a library is up to date, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from briefpack import pack_files
from briefpack.files.library import Library
from briefpack.files.receipts import Receipt, damage, has_failed, read_receipt, receipt_file, why_stale

State = Literal["current", "older", "altered", "kept", "missing"]

#: The sign of each state, its words in a row, and its words in the summary of one pack and of several.
WORDS: dict[State, tuple[str, str, str, str]] = {
    "current": ("●", "up to date", "is up to date", "are up to date"),
    "older": (
        "◔",
        "older than what it is made from: build again",
        "is older than what it is made from",
        "are older than what they are made from",
    ),
    "altered": (
        "◔",
        "not as a build left it: build again",
        "is not as a build left it",
        "are not as a build left them",
    ),
    "kept": (
        "◐",
        "last good pack kept; the newest build failed",
        "is kept from before a build that failed",
        "are kept from before a build that failed",
    ),
    "missing": ("○", "not built", "is not built", "are not built"),
}


def state_of(library: Library, organisation: str, case: str, pack: str, receipt: Receipt | None) -> State:
    """Return the state of a pack or report: its files compared with its receipt, and what it is made from."""
    return state_by(library.outputs, organisation, case, pack, receipt, library.made_from(organisation, case))


def state_by(outputs: Path, organisation: str, case: str, pack: str, receipt: Receipt | None, today: str) -> State:
    """Return the state of a pack in some outputs, by its receipt and the digest of what it is made from `today`."""
    folder = outputs / pack_files.folder_of(organisation, case, pack)
    if receipt is None or damage(folder, receipt):
        is_there = all((folder / f"{pack}{kind}").is_file() for kind in pack_files.KINDS)
        return "altered" if is_there else "missing"
    if receipt.made_from == today:
        return "current"
    return "kept" if has_failed(outputs, organisation, pack, today) else "older"


def states(library: Library) -> dict[str, State]:
    """Return the state of every pack that a library asks for, by its path, such as `default/alpha/alpha.track-i.en`."""
    return {
        f"{organisation}/{case}/{pack}": state_of(
            library, organisation, case, pack, read_receipt(library.outputs / receipt_file(organisation, pack))
        )
        for organisation, case in library.pairs
        for pack in library.packs(organisation, case)
    }


def are_current(library: Library, organisation: str, case: str) -> bool:
    """Return whether every pack that a library asks for of a case is as a build from its files of today leaves it."""
    today = library.made_from(organisation, case)
    return not any(
        why_stale(library.outputs, organisation, case, pack, today) for pack in library.packs(organisation, case)
    )


def summary(found: Iterable[State]) -> str:
    """Return one sentence: how many packs are in which state, such as `3 packs are up to date and 1 is not built.`"""
    all_states = list(found)
    if not all_states:
        return "No pack is asked for."
    counts = [(all_states.count(state), one, several) for state, (_, _, one, several) in WORDS.items()]
    first, *more = [(str(count), one if count == 1 else several) for count, one, several in counts if count]
    parts = [f"{first[0]} {'pack' if first[0] == '1' else 'packs'} {first[1]}", *map(" ".join, more)]
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]])) + "."
