"""The bench: prints how long things take compared with each other on this machine, and how much memory they need.

Typesetting in process is compared with pandoc on the same Markdown, a full build with a build that has nothing to do.
Ratios are printed because they say the same on every machine; run it with `make bench`.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from briefpack.case.withheld import withheld_texts
from briefpack.checks.coverage import coverage
from briefpack.colours import BASE_COLOURS
from briefpack.files.organisations import read_catalogue
from briefpack.intake import read_case
from briefpack.pictures.coverage import draw_coverage
from briefpack.pictures.parties import draw_parties
from briefpack.pictures.plan import draw_plan
from briefpack.pictures.timeline import draw_timeline
from briefpack.pictures.timeline_layout import laid_out
from briefpack.pipeline import Order, make_packs
from briefpack.stages.draw import draw
from briefpack.stages.release import read_back
from briefpack.stages.select import select
from briefpack.stages.typeset import typeset

ROOT = Path(__file__).resolve().parents[2]
CASE = "inter-tajik-dialogue"
PACK = f"default/{CASE}/{CASE}.track-ii.en.md"
REPEATS = 7
#: A picture and its caption in the Markdown of a pack.
_FIGURE = re.compile(r"^!\[.*\n\n\*\*.*\n\n", re.MULTILINE)


def main() -> None:
    """Print every measurement, the build first, since the others use its packs."""
    with tempfile.TemporaryDirectory() as folder:
        outputs = Path(folder)
        bench_build("every organisation", outputs / "all", [])
        bench_build("organisation=default", outputs / "default", ["organisation=default"])
        markdown = outputs / "default" / PACK
        # A command begins with the memory of this process, so it is measured before that grows.
        bench_memory(markdown, outputs)
        bench_typesetting(markdown, outputs / "pandoc.docx")
        bench_release()
        bench_drawing()


def bench_build(name: str, outputs: Path, options: Sequence[str]) -> None:
    """Print how long a full build takes, as a multiple of a build that has nothing to do."""
    build = [*_snakemake(outputs), *options]
    full = _seconds(lambda: _run(build))
    idle = statistics.median(_seconds(lambda: _run(build)) for _ in range(3))
    _tell(f"full build, {name}", f"{full / idle:.1f} of an idle one", "3.0", f"{full:.2f} s against {idle:.2f} s")


def bench_typesetting(markdown: Path, target: Path) -> None:
    """Print how long typesetting in process takes, without and with pictures, as a share of pandoc's time."""
    text, style = markdown.read_bytes().decode("utf-8"), (ROOT / "templates" / "base" / "style.docx").read_bytes()
    pictures = {path.relative_to(markdown.parent).as_posix(): path.read_bytes() for path in _media(markdown)}
    bare = markdown.with_name("bare.md")
    bare.write_bytes(_FIGURE.sub("", text).encode())
    for name, source, shown, goal in (
        ("typesetting", bare, {}, "0.25"),
        ("typesetting with pictures", markdown, pictures, "1.00"),
    ):
        words = source.read_bytes().decode("utf-8")
        first, *later = (_seconds(lambda: typeset(words, style, pictures=shown)) for _ in range(REPEATS + 1))  # noqa: B023
        usual = statistics.median(later)
        if shutil.which("pandoc") is None:
            print(f"{name}: {first:.3f} s at first, then {usual:.3f} s; no pandoc here: make bench-tools installs it")
            continue
        command = ["pandoc", source, "--resource-path", markdown.parent, "-o", target]
        pandoc = statistics.median(_seconds(lambda: _run(command)) for _ in range(3))  # noqa: B023
        _tell(f"{name}, at first", f"{first / pandoc:.2f} of pandoc", goal, f"{first:.3f} s against {pandoc:.3f} s")
        _tell(f"{name}, then", f"{usual / pandoc:.2f} of pandoc", goal, f"{usual:.3f} s against {pandoc:.3f} s")


def _media(markdown: Path) -> list[Path]:
    """Give the files of the pictures of a pack."""
    return sorted(markdown.with_suffix(".media").iterdir())


def bench_release() -> None:
    """Print how long the finished files of one pack take to read back, for withheld texts and all that is inspected."""
    case, _ = read_case(ROOT / "inputs" / CASE)
    files = make_packs(Order(ROOT / "inputs" / CASE, ROOT / "templates", "default", ("track-ii",), ("en",)))
    withheld = withheld_texts(select(case, "team"), select(case, "track-ii"))
    first, *later = (_seconds(lambda: read_back(files, withheld)) for _ in range(REPEATS + 1))
    size = max(len(data) for name, data in _parts(files) if name == "word/document.xml") // 1000
    usual = f"{statistics.median(later) * 1000:.0f} ms"
    _tell("release checks of one pack", usual, "50 ms", f"{first * 1000:.0f} ms at first; document.xml of {size} kB")


def _parts(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name in (name for name in files if name.endswith(".docx")):
        with zipfile.ZipFile(io.BytesIO(files[name])) as package:
            yield from ((part, package.read(part)) for part in package.namelist())


def bench_drawing() -> None:
    """Print how long the pictures of one pack take to draw, the first time and after, as a share of making the pack."""
    case, _ = read_case(ROOT / "inputs" / CASE)
    wording = read_catalogue(ROOT / "templates", "default", "en")
    view = select(case, "track-ii")
    computed = coverage(view)

    def afresh(call: Callable[[], object]) -> Callable[[], object]:
        def called() -> None:
            for remembering in (laid_out, draw_timeline, draw_parties, draw_coverage, draw_plan):
                remembering.cache_clear()
            call()

        return called

    drawing = afresh(lambda: draw(view, wording, BASE_COLOURS, computed))
    order = Order(ROOT / "inputs" / CASE, ROOT / "templates", "default", ("track-ii",), ("en",))
    first, *later = (_seconds(drawing) for _ in range(REPEATS + 1))
    usual = statistics.median(later)
    whole = statistics.median(_seconds(afresh(lambda: make_packs(order))) for _ in range(3))
    _tell("drawing, of the making of a pack", f"{usual / whole:.2f} of it", "0.33", f"{usual:.3f} s of {whole:.3f} s")
    print(f"{'drawing, at first':38} {first:.3f} s, with loading the typeface")


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
