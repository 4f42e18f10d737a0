"""Surroundings: what a build writes of packs beside them, before it does: the index, the logs, Snakemake's own records.

Snakemake notes of a job its command and the names of its files, in its logs, in `.snakemake` and in the report made of
that. All of it is known when the job runs, so the gate can read it before a pack is released and not when it is too
late.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from briefpack.files.index import rows_of
from briefpack.files.library import documents_of
from briefpack.files.writing import read_bytes

_RECORDS = ".snakemake"
_KINDS = ("docx", "md", "manifest.json", "media")


def surroundings(
    case: Path, organisation: str, readers: Sequence[tuple[str, str]], outputs: Path, command: Iterable[str]
) -> dict[str, bytes]:
    """Give what a build writes of the packs of a case in one house style, by where it writes it.

    `case` is the folder of the case, `readers` are those of its packs by audience and language, and `command` is what
    makes them. The log of the check, which came before, is read as it is.
    """
    packs = [outputs / organisation / case.name / f"{case.name}.{'.'.join(reader)}" for reader in readers]
    log = outputs / ".logs" / "check" / f"{case.name}.txt"
    found = {
        str(outputs / "index.html"): rows_of(case.name, organisation, readers).encode(),
        _RECORDS: "\n".join(_recorded(case, packs, command)).encode(),
    }
    return found | ({str(log): read_bytes(log)} if log.is_file() else {})


def _recorded(case: Path, packs: Iterable[Path], command: Iterable[str]) -> Iterator[str]:
    """Give what Snakemake notes of the jobs of a pack: where it runs, its command, and what goes in and out."""
    yield str(Path.cwd())
    yield from command
    yield from map(str, documents_of(case))
    yield from (f"{pack}.{kind}" for pack in packs for kind in _KINDS)
