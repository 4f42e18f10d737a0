"""Packings: prints what one way of packing a case costs as a multiple of another.

Each packing is a process of its own, as in a build, and the two take turns, so that a busy machine slows both alike.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefpack.handbook import PACK_AUDIENCES, RELEASED_TO, Audience
from briefpack.packs.orders import Order
from briefpack.packs.packing import packed

ROOT = Path(__file__).resolve().parents[2]
HARBOUR = ROOT / "inputs" / "harbour-talks"
REPEATS = 7


@dataclass(frozen=True)
class Packing:
    """What is made of a case: for whom, in whose house style, in which language."""

    case: Path
    audiences: Sequence[Audience] = PACK_AUDIENCES
    organisation: str = "default"
    language: str = "en"

    def spent(self) -> float:
        """Return the processor time of a process that makes this and does nothing else."""
        command = [sys.executable, __file__, self.case, self.organisation, self.language, *self.audiences]
        return float(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)

    def make(self) -> None:
        """Make this as a build does, and keep nothing."""
        order = Order(self.case, ROOT / "templates", self.organisation, tuple(self.audiences), (self.language,))
        packed(order, Path(), None, lambda _: None)


def bench_report() -> None:
    """Print what the packs and the report of a case cost as a multiple of its packs."""
    for name in ("harbour-talks", "crossed-lines"):
        packs = Packing(ROOT / "inputs" / name)
        _tell("packs with a report", packs, replace(packs, audiences=RELEASED_TO), "1.30", name)


def bench_briefs(folder: Path) -> None:
    """Print what packs with the documents of meetings cost as a multiple of the packs of a case without meetings."""
    plain = shutil.copytree(HARBOUR, folder / "without-meetings" / HARBOUR.name)
    (plain / "engagements.yaml").unlink()
    _tell("packs with their briefs", Packing(plain), Packing(HARBOUR), "1.25", HARBOUR.name)


def bench_languages(alone: Path) -> None:
    """Print what packs cost in Arabic, and in English beside other languages; `alone` is the case without these."""
    english = Packing(HARBOUR)
    _tell("packs in Arabic", english, replace(english, language="ar"), "1.30", HARBOUR.name)
    _tell("packs in English beside others", Packing(alone), english, "1.00", HARBOUR.name)


def bench_houses() -> None:
    """Print what packs cost in the house style of each other organisation that is shipped."""
    base = Packing(HARBOUR)
    for house in sorted(path.parent.name for path in ROOT.glob("templates/*/organisation.yaml")):
        if house != base.organisation:
            _tell(f"packs of {house}", base, replace(base, organisation=house), "1.00", HARBOUR.name)


def _tell(what: str, plain: Packing, other: Packing, goal: str, case: str) -> None:
    """Print one packing as a multiple of another."""
    turns = [(plain.spent(), other.spent()) for _ in range(REPEATS)]
    less, more = (statistics.median(spent) for spent in zip(*turns, strict=True))
    print(f"{what:38} {f'{more / less:.2f} of plain packs':22} (goal {goal}; {more:.2f} s of {less:.2f} s, {case})")


if __name__ == "__main__":
    folder, house, tongue, *readers = sys.argv[1:]
    Packing(Path(folder), [one for one in RELEASED_TO if one in readers], house, tongue).make()
    print(time.process_time())
