"""The bench of scale: prints what libraries of many cases cost beside its goals, and fails where one is missed.

Every figure is a ratio of processor time on this machine in this run, but for the memory. A build is everything on:
Word and Markdown with pictures, gate and inspection, for one organisation. Run it with `make bench-scale`; N and LARGE
name other numbers of cases than 200 and 2,000, of which the second takes half an hour. Processor time is the kernel's,
that of all children among it.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from growth import write_growth
from library import ROOT, write_library

SMALL, LARGE = int(os.environ.get("N", "200")), int(os.environ.get("LARGE", "2000"))
Command = Sequence[str | Path]


@dataclass
class Bench:
    """A folder for what is built, the floor of any build, and the figures so far that missed their goal."""

    folder: Path
    floor: float = 0.0
    missed: list[str] = field(default_factory=list)

    def tell(self, what: str, figure: float, goal: float, detail: str, unit: str = "") -> None:
        """Print a figure beside its goal, and keep it where it misses it."""
        print(f"{what:52} {figure:8.2f}{unit} (goal {goal:g}{unit}; {detail})", flush=True)
        if figure > goal:
            self.missed.append(what)

    def build(self, inputs: Path, *options: str, organisation: str = "default") -> list[str | Path]:
        """Return the command that builds English packs of a library for one organisation, or for each; no report."""
        outputs = self.folder / f"outputs of {inputs.name}"
        chosen = [f"organisation={organisation}"] if organisation else []
        return [
            sys.executable,
            "-m",
            "snakemake",
            "--config",
            f"inputs={inputs}",
            f"outputs={outputs}",
            "audience=[track-i,track-ii]",
            "language=en",
            *chosen,
            *options,
        ]

    def is_built(self, inputs: Path, organisation: str, case: str) -> bool:
        """Return whether a build made packs of a case for an organisation."""
        return (self.folder / f"outputs of {inputs.name}" / organisation / case).is_dir()

    def packs(self, inputs: Path) -> list[Path]:
        """Return the Markdown of every pack of a library that was built."""
        return sorted((self.folder / f"outputs of {inputs.name}").glob("default/*/*.md"))


def main() -> None:
    """Print each figure beside its goal, and end in an error where one is missed."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name))
        bench.floor = _floor(bench)
        # What only the first command after an edit of the package does, it does here.
        _spent(_pack(bench, ROOT / "inputs" / "inter-tajik-dialogue"))
        _shipped(bench)
        _growth(bench)
        cold = _small(bench)
        _large(bench, cold)
    if bench.missed:
        sys.exit(f"missed: {', '.join(bench.missed)}")


def _floor(bench: Bench) -> float:
    """Return what a bare `snakemake` of a one-line Snakefile costs, the second time."""
    empty = bench.folder / "floor"
    empty.mkdir()
    (empty / "Snakefile").write_text("rule nothing:\n", encoding="utf-8")
    first, second = (_spent([sys.executable, "-m", "snakemake", "--cores", "all"], empty)[0] for _ in range(2))
    print(f"the floor: {second:.2f} s ({first:.2f} s the first time)", flush=True)
    return second


def _shipped(bench: Bench) -> None:
    """Print what a bare build of the shipped cases costs beside the same packs one by one."""
    inputs = ROOT / "inputs"
    cases = sorted(path.parent for path in inputs.glob("*/case.yaml"))
    houses = sorted(path.parent.name for path in (ROOT / "templates").glob("*/organisation.yaml"))
    whole, _ = _spent(bench.build(inputs, organisation=""))
    # An organisation builds the cases that it and they choose: only what was built is packed alone.
    built = [(case, house) for house in houses for case in cases if bench.is_built(inputs, house, case.name)]
    alone = sum(_spent(_pack(bench, case, house))[0] for case, house in built)
    ratio = whole / (alone + bench.floor)
    bench.tell("bare build, to the packs one by one and the floor", ratio, 1.1, f"{whole:.1f} s against {alone:.1f} s")


def _growth(bench: Bench) -> None:
    """Print what one case of 1,000 events costs beside the Tajik case."""
    large = write_growth(bench.folder / "growth", 1_000)
    spent, _ = _spent(_pack(bench, large))
    usual, _ = _spent(_pack(bench, ROOT / "inputs" / "inter-tajik-dialogue"))
    bench.tell("a case of 1,000 events, to the Tajik case", spent / usual, 4, f"{spent:.1f} s against {usual:.1f} s")


def _small(bench: Bench) -> float:
    """Print what a cold build and one edit cost; return the processor time of the cold build for one case."""
    inputs = bench.folder / "small"
    cases = write_library(inputs, SMALL)
    cold, _ = _spent(bench.build(inputs))
    pandoc = _pandoc(bench.packs(inputs), bench.folder / "pandoc.docx")
    bench.tell(f"cold build of {SMALL} cases, to pandoc", cold / pandoc, 1.0, f"{cold:.0f} s against {pandoc:.0f} s")
    edited = cases[1] / "case.yaml"
    before = edited.read_text(encoding="utf-8")
    edited.write_text(before.replace('version: "0.4"', 'version: "0.5"'), encoding="utf-8")
    spent, _ = _spent(bench.build(inputs))
    least = bench.floor + _spent(_pack(bench, cases[1]))[0]
    bench.tell("one case edited, to the floor and one pack", spent / least, 1.3, f"{spent:.1f} s against {least:.1f} s")
    return cold / SMALL


def _large(bench: Bench, cold: float) -> None:
    """Print what a case, an idle build and the memory cost in a large library."""
    inputs = bench.folder / "large"
    write_library(inputs, LARGE)
    spent, peak = _spent(bench.build(inputs))
    each = spent / LARGE
    bench.tell(f"a case of {LARGE}, to one of {SMALL}", each / cold, 1.25, f"{each:.2f} s against {cold:.2f} s")
    idle, idle_peak = _spent(bench.build(inputs))
    bench.tell(f"nothing to do in {LARGE} cases, to the floor", idle / bench.floor, 3, f"{idle:.1f} s")
    bench.tell("peak memory of any process", max(peak, idle_peak), 300, f"{LARGE} cases", " MB")


def _pack(bench: Bench, case: Path, house: str = "default") -> Command:
    into = [
        "--language",
        "en",
        "--templates",
        ROOT / "templates",
        "--organisation",
        house,
        "--into",
        bench.folder / "alone" / house,
    ]
    return [sys.executable, "-m", "briefpack", "pack", case, *into]


def _pandoc(packs: Iterable[Path], target: Path) -> float:
    """Return the processor time of pandoc for each of these packs, a process each; none without pandoc is an error."""
    if shutil.which("pandoc") is None:
        sys.exit("no pandoc here: make bench-tools installs it")
    return sum(_spent(["pandoc", pack, "--resource-path", pack.parent, "-o", target])[0] for pack in packs)


def _spent(command: Command, folder: Path = ROOT) -> tuple[float, float]:
    """Return the processor seconds of a command and all it starts, and the most megabytes that one of them held."""
    own = [sys.executable, __file__, "--spend", *map(str, command)]
    said = subprocess.run(own, cwd=folder, capture_output=True, text=True, check=False)
    if said.returncode:
        sys.exit(f"{command} failed:\n{said.stdout[-2000:]}{said.stderr[-2000:]}")
    seconds, megabytes = map(float, said.stdout.rsplit("\n", 2)[-2].split())
    return seconds, megabytes


def spend(command: Command) -> None:
    """Run a command and print what it and all that it starts took; in a process of its own, so that nothing adds up."""
    ended = subprocess.run(command, check=False)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    print(f"\n{used.ru_utime + used.ru_stime} {used.ru_maxrss / unit}")
    sys.exit(ended.returncode)


if __name__ == "__main__":
    spend(sys.argv[2:]) if sys.argv[1:2] == ["--spend"] else main()
