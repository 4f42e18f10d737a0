"""Surroundings: what a build will write beside its packs: in the index, in logs and in Snakemake's records.

Snakemake writes the command of a job and the names of its files into its logs, into `.snakemake` and into the report
that it makes of them. All that differs there between cases is known when the job runs. So the gate can read it before
a pack is released.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefpack.files.batches import LOGS


@dataclass(frozen=True)
class Surroundings:
    """What is written beside packs, by where it is, and the folders that the build works in, by what they are for."""

    written: Mapping[str, bytes]
    folders: Mapping[str, str]


def surroundings(
    case: Path,
    templates: Path,
    organisation: str,
    outputs: Path,
    said: Iterable[str],
    told: Iterable[object],
) -> Surroundings:
    """Return what a build writes about the packs of a case in one house style.

    The gate reads the names of the packs with the packs. `said` is what the index says of them, and `told` what the
    job has printed into its log so far.
    """
    written = {
        "index.html": "\n".join(said).encode(),
        f"{LOGS}/{organisation}/{case.name}.txt": "\n".join(map(str, told)).encode(),
    }
    folders = {"inputs": case.parent, "templates": templates, "outputs": outputs, "the project": Path.cwd()}
    return Surroundings(written, {what: str(folder) for what, folder in folders.items()})
