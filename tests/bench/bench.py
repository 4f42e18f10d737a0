"""The bench: prints how long things take compared with each other on this machine, and how much memory they need.

Typesetting in process is compared with pandoc on the same Markdown, a full build with a build that has nothing to do.
Ratios are printed because they say the same on every machine; run it with `make bench`.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from briefpack.stages.typeset import typeset

ROOT = Path(__file__).resolve().parents[2]
CASE = "inter-tajik-dialogue"
PACK = f"default/{CASE}/{CASE}.track-ii.en.md"
REPEATS = 7


def main() -> None:
    """Print every measurement, the build first, since the others use its packs."""
    with tempfile.TemporaryDirectory() as folder:
        outputs = Path(folder)
        bench_build("every organisation", outputs / "all", [])
        bench_build("organisation=default", outputs / "default", ["organisation=default"])
        markdown = outputs / "default" / PACK
        bench_typesetting(markdown, outputs / "pandoc.docx")
        bench_memory(markdown, outputs)


def bench_build(name: str, outputs: Path, options: Sequence[str]) -> None:
    """Print how long a full build takes, as a multiple of a build that has nothing to do."""
    build = [*_snakemake(outputs), *options]
    full = _seconds(lambda: _run(build))
    idle = statistics.median(_seconds(lambda: _run(build)) for _ in range(3))
    _tell(f"full build, {name}", f"{full / idle:.1f} of an idle one", "3.0", f"{full:.2f} s against {idle:.2f} s")


def bench_typesetting(markdown: Path, target: Path) -> None:
    """Print how long typesetting in process takes, the first time and after, as a share of pandoc's time."""
    text, style = markdown.read_bytes().decode("utf-8"), (ROOT / "templates" / "base" / "style.docx").read_bytes()
    first, *later = (_seconds(lambda: typeset(text, style)) for _ in range(REPEATS + 1))
    usual = statistics.median(later)
    if shutil.which("pandoc") is None:
        print(f"typesetting: {first:.3f} s at first, then {usual:.3f} s; no pandoc here: make bench-tools installs it")
        return
    pandoc = statistics.median(_seconds(lambda: _run(["pandoc", markdown, "-o", target])) for _ in range(3))
    _tell("typesetting, at first", f"{first / pandoc:.2f} of pandoc", "0.25", f"{first:.3f} s against {pandoc:.3f} s")
    _tell("typesetting, then", f"{usual / pandoc:.2f} of pandoc", "0.25", f"{usual:.3f} s against {pandoc:.3f} s")


def bench_memory(markdown: Path, folder: Path) -> None:
    """Print the most memory that each command holds at once, without that of the commands it starts."""
    case = ROOT / "inputs" / CASE
    pack = ["pack", case, "--into", folder / "memory-packs"]
    commands: dict[str, list[str | Path]] = {
        "check": [sys.executable, "-m", "briefpack", "check", case, "--quiet"],
        "pack": [sys.executable, "-m", "briefpack", *map(str, pack), "--templates", ROOT / "templates"],
        "snakemake": _snakemake(folder / "memory"),
    }
    for name, command in commands.items():
        _tell(f"memory of {name}", f"{_peak_megabytes(command):.0f} MB", "250 MB", markdown.stem)


def _snakemake(outputs: Path) -> list[str | Path]:
    return [sys.executable, "-m", "snakemake", "--config", f"outputs={outputs}"]


def _run(command: Sequence[str | Path]) -> None:
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _peak_megabytes(command: Sequence[str | Path]) -> float:
    """Give the peak of one process, as the system counts it for a child that was waited for."""
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command} failed")
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _tell(what: str, measured: str, goal: str, detail: str) -> None:
    print(f"{what:38} {measured:22} (goal {goal}; {detail})")


if __name__ == "__main__":
    main()
