"""Batches: the stale cases of one house style that one job of a build packs, and the file that lists them for the job.

A batch lasts as long as its build: each build decides anew which cases are stale, by the receipts of their packs. So
adding, removing or breaking a case never makes its neighbours stale.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO

from briefpack.files.writing import read_bytes, write_all
from briefpack.problems import Place, Problem, Refusal

#: The most cases in a job, unless another number was asked for; starting a job costs a second.
MOST = 40
#: The folder of the outputs that holds the log of each case, by organisation.
LOGS = ".logs"
#: The folder of the outputs in which a build notes what it has done; it lasts as long as the build.
MARKS = ".marks"
#: What stands in locks, marks, logs and staged files of a register in place of the name of a case; no case has it.
REGISTER_KEY = ".register"
_NO_BATCH = "this is no batch that a build has written down: run 'snakemake', which writes one for each of its jobs"


@dataclass(frozen=True)
class Batch:
    """The cases that a job packs for one organisation, and for whom; folders are named as the build was given them.

    `shared` is the digest of what all packs of the house style are made from. `cases` has the digest of what its packs
    are made from, for each case. The job that ends last makes the organisation's register too, if that is stale:
    `register` has the same digests of the cases that may enter it, else it is None; `packed` are all cases of this
    build, which come before it. `written_in` has for each case those of the `languages` that its packs are made in.
    """

    inputs: str
    templates: str
    outputs: str
    organisation: str
    audiences: Sequence[str]
    languages: Sequence[str]
    page_numbers: str
    shared: str
    cases: Mapping[str, str]
    register: Mapping[str, str] | None = None
    packed: Sequence[str] = ()
    written_in: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def languages_of(self, case: str) -> tuple[str, ...]:
        """Return in which languages the packs of a case are made."""
        return tuple(self.written_in.get(case, self.languages))

    @property
    def is_register_due(self) -> bool:
        """Return whether a register is to be made, and every case of the build has been packed or has failed."""
        at = (Path(self.outputs), self.organisation)
        marks = ((packed_mark(*at, case), failed_mark(*at, case)) for case in self.packed)
        return self.register is not None and all(any(mark.exists() for mark in both) for both in marks)

    @property
    def logs(self) -> list[Path]:
        """Return the logs of the cases, and of the register that may come after them."""
        others = () if self.register is None else (REGISTER_KEY,)
        return [log_of(Path(self.outputs), self.organisation, one) for one in (*self.cases, *others)]

    def write(self, file: Path) -> None:
        """Write the batch where its job will read it."""
        write_all({file: json.dumps(asdict(self), indent=1).encode()})


def read_batch(file: Path) -> Batch:
    """Return the batch in a file that `Batch.write` wrote; raise Refusal for any other file."""
    try:
        return Batch(**json.loads(read_bytes(file)))
    except (ValueError, TypeError, RecursionError):
        raise Refusal([Problem(Place(str(file)), _NO_BATCH)]) from None


def dealt(cases: Sequence[str], cores: int, most: int = MOST) -> Iterator[Sequence[str]]:
    """Return cases as batches of at most so many each, and as many batches as keep every core at work.

    The cases are dealt out one by one: neighbours are often alike, so all batches then take about as long.
    """
    batches = -(-len(cases) // most)
    batches = min(len(cases), -(-batches // cores) * cores)
    return (cases[first::batches] for first in range(batches))


def log_of(outputs: Path, organisation: str, case: str) -> Path:
    """Return where the log of a case of a batch is written."""
    return outputs / LOGS / organisation / f"{case}.txt"


def new_log(log: Path) -> BinaryIO:
    """Return a log opened for writing, with nothing in it."""
    log.parent.mkdir(parents=True, exist_ok=True)
    return log.open("wb")


def failed_mark(outputs: Path, organisation: str, case: str) -> Path:
    """Return the file that is there once this build could not make the packs of a case."""
    return outputs / MARKS / "failed" / organisation / case


def packed_mark(outputs: Path, organisation: str, case: str) -> Path:
    """Return the file that is there once this build has released the packs of a case."""
    return outputs / MARKS / "packed" / organisation / case


def files_beside(pattern: Path) -> list[Path]:
    """Return the marks of one kind that are there, whatever the organisation."""
    return [mark for mark in pattern.parent.parent.glob("*/*") if not mark.name.startswith(".")]
