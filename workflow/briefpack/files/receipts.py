"""Receipts: what each released pack was made from, and its files as they were released.

Each pack has its own receipt, so that a build for one audience changes nothing of another's. A failure is noted
beside it. A case without a report has a receipt for it that names no file: nothing is to be made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from os import stat
from pathlib import Path
from typing import Any, NamedTuple

from briefpack import pack_files
from briefpack.files.writing import write_all
from briefpack.problems import Refusal

#: The folder of the outputs for receipts, by organisation.
FOLDER = ".receipts"


class Stamp(NamedTuple):
    """A released file: its size, when it was written, in nanoseconds, and the digest of its bytes."""

    size: int
    written: int
    digest: str


@dataclass(frozen=True)
class Receipt:
    """What a released pack was made from, and the stamp of each of its files by its name beside the pack.

    `shown` is what the index may say of the pack.
    """

    made_from: str
    files: Mapping[str, Stamp]
    shown: Mapping[str, Any] = field(default_factory=dict)

    def data(self) -> bytes:
        """Return the receipt as it is written."""
        told = {"made_from": self.made_from, "files": self.files, "shown": self.shown}
        return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()


def receipt_file(organisation: str, pack: str) -> Path:
    """Return the place of the receipt of a pack within the outputs."""
    return Path(FOLDER, organisation, f"{pack}.json")


def read_receipt(file: Path) -> Receipt | None:
    """Return a receipt, or None if there is none or it cannot be read: then its pack is made again."""
    try:
        told = json.loads(file.read_bytes())
        stamps = {str(name): Stamp(*one) for name, one in told["files"].items()}
        return Receipt(str(told["made_from"]), stamps, dict(told.get("shown", {})))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def stamp_of(file: Path, data: bytes) -> Stamp:
    """Return the stamp of a file that was just written with these bytes; moving it does not change it."""
    return Stamp(len(data), file.stat().st_mtime_ns, sha256(data).hexdigest())


def damage(folder: Path, receipt: Receipt) -> str:
    """Return in words what happened to a released file in a folder since its receipt was written, or nothing."""
    for name, stamp in receipt.files.items():
        try:
            # Each build looks at every file of every pack; making a `Path` of each would double the cost.
            found = stat(f"{folder}/{name}")  # noqa: PTH116
            if (found.st_size, found.st_mtime_ns) == stamp[:2]:
                continue
            if found.st_size != stamp.size or sha256((folder / name).read_bytes()).hexdigest() != stamp.digest:
                return f"{name} was altered"
        except OSError:
            return f"{name} is missing"
    return ""


def why_stale(outputs: Path, organisation: str, case: str, pack: str, made_from: str) -> str:
    """Return in words why a pack must be made again from sources with this digest, or nothing if it is up to date."""
    receipt = read_receipt(outputs / receipt_file(organisation, pack))
    if receipt is None:
        return "never built"
    if receipt.made_from != made_from:
        return "what it is made from has changed"
    return damage(outputs / pack_files.folder_of(organisation, case, pack), receipt)


def note_failure(outputs: Path, organisation: str, packs: Iterable[str], made_from: str) -> None:
    """Note, if the disk allows it, that packs could not be made from sources with this digest; the index shows that."""
    with suppress(Refusal):
        write_all({_failure(outputs, organisation, pack): f"{made_from}\n".encode() for pack in packs})


def has_failed(outputs: Path, organisation: str, pack: str, made_from: str) -> bool:
    """Return whether the newest build that failed to make a pack used sources with this digest."""
    try:
        return _failure(outputs, organisation, pack).read_text(encoding="utf-8").strip() == made_from
    except (OSError, ValueError):
        return False


def _failure(outputs: Path, organisation: str, pack: str) -> Path:
    return (outputs / receipt_file(organisation, pack)).with_suffix(".failed.txt")
