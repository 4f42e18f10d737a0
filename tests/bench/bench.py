"""The bench: prints how long things take compared with each other on this machine, and how much memory they need.

Typesetting in process is compared with pandoc on the same Markdown, a full build with a build that has nothing to do.
Ratios are printed because they say the same on every machine; run it with `make bench`. Builds run as they do for
somebody who has built before, with what Python and Jinja keep compiled; the very first of all is told beside them.
"""

from __future__ import annotations

import contextlib
import io
import json
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
from typing import Any
from unittest.mock import patch

from growth import write_growth
from packings import bench_briefs, bench_houses, bench_languages, bench_report
from tests.building import copied_case, make_packs, read_case

from briefpack.disclosure import views
from briefpack.disclosure.select import select
from briefpack.files.catalogues import read_catalogue
from briefpack.gate import verdict
from briefpack.handbook import PACK_AUDIENCES
from briefpack.house.colours import BASE_COLOURS
from briefpack.packs import releasing
from briefpack.packs.orders import Order
from briefpack.packs.packing import packed
from briefpack.pictures.design import drawing_of
from briefpack.pictures.timeline_layout import laid_out
from briefpack.stages import release
from briefpack.stages.coverage import coverage
from briefpack.stages.draw import draw
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
        bench_builds(outputs)
        markdown = outputs / "default" / "0" / PACK
        # A command begins with the memory of this process, so it is measured before that grows.
        bench_memory(outputs)
        bench_growth(outputs)
        bench_typesetting(markdown, outputs / "pandoc.docx")
        bench_release()
        bench_gate()
        bench_report()
        bench_briefs(outputs)
        bench_languages(copied_case(outputs / "in-english-alone"))
        bench_houses()
        bench_drawing()


def bench_builds(outputs: Path) -> None:
    """Print how long full builds take, as multiples of a build that has nothing to do."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with patch.dict(os.environ, {**environment, "PYTHONPYCACHEPREFIX": str(outputs / "compiled")}, clear=True):
        first = _seconds(lambda: _run(_snakemake(outputs / "first")))
        print(f"the first build of all, every organisation: {first:.2f} s")
        _tell_build("every organisation", outputs / "all", [])
        _tell_build("organisation=default", outputs / "default", ["organisation=default"])


def _tell_build(name: str, outputs: Path, options: Sequence[str]) -> None:
    def seconds(number: int) -> float:
        return _seconds(lambda: _run([*_snakemake(outputs / str(number)), *options]))

    full, idle = (statistics.median([seconds(number) for number in range(REPEATS)]) for _ in range(2))
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
    """Return the files of the pictures of a pack."""
    return sorted(markdown.with_suffix(".media").iterdir())


def bench_release() -> None:
    """Print how long the finished files of one pack take to inspect, and how long they take the gate."""
    order = Order(ROOT / "inputs" / CASE, ROOT / "templates", "default", ("track-ii",), ("en",))
    given: list[tuple[Any, ...]] = []
    with patch.object(releasing, "release", lambda *arguments: given.append(arguments) or {}):
        make_packs(order)
    ((name, _, finished, sought, *_),) = given
    size = len(dict(_parts(finished.files))["word/document.xml"]) // 1000
    for what, goal, call in (
        ("inspection of one pack", "50 ms", lambda: release.inspected(finished.files)),
        ("the gate over one pack", "75 ms", lambda: (verdict.prove(finished), verdict.leaks(finished, sought))),
    ):
        first, *later = (_seconds(call) for _ in range(REPEATS + 1))
        usual = f"{statistics.median(later) * 1000:.0f} ms"
        _tell(what, usual, goal, f"{first * 1000:.0f} ms at first; {name}: document.xml of {size} kB")


def bench_gate() -> None:
    """Print the share of select and the gate in the build of a case's packs, each in a process of its own, as built."""
    for case in ("inter-tajik-dialogue", "harbour-talks"):
        shares = [json.loads(_said([sys.executable, __file__, "--gate", case])) for _ in range(3)]
        share, guards, whole = sorted(shares)[1]
        detail = f"{guards:.3f} s of {whole:.3f} s, {case}"
        _tell("select and the gate, of a build", f"{share:.2f} of it", "0.15", detail)


def tell_gate(case: str) -> None:
    """Print the share of select and the gate in all that this process did to make the packs of a case."""
    spent: list[float] = []

    def timed(module: Any, name: str) -> Any:
        own = getattr(module, name)

        def call(*arguments: Any) -> Any:
            start = time.process_time()
            given = own(*arguments)
            spent.append(time.process_time() - start)
            return given

        return patch.object(module, name, call)

    guards = ((views, "select"), (releasing, "sought"), (release, "prove"), (release, "leaks"))
    with contextlib.ExitStack() as stack:
        for module, name in guards:
            stack.enter_context(timed(module, name))
        order = Order(ROOT / "inputs" / case, ROOT / "templates", "default", PACK_AUDIENCES, ("en",))
        packed(order, Path(), None, lambda _: None)
    # As in a build the process has begun with Python and with what the command line imports.
    print(json.dumps([sum(spent) / time.process_time(), sum(spent), time.process_time()]))


def _said(command: Sequence[str | Path]) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


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
            for remembering in (laid_out, drawing_of):
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


def bench_growth(folder: Path) -> None:
    """Print what five times as many events, actors and activities cost a check and packs, in time and memory."""
    small, large = (write_growth(folder / f"growth-{events}", events) for events in (1_000, 5_000))
    for name, options in (("check", ["--quiet"]), ("pack", ["--into", folder / "growth"])):
        command = [sys.executable, "-m", "briefpack", name, "--templates", ROOT / "templates", *options]
        (before, _), (after, peak) = (_cost([*command, case]) for case in (small, large))
        detail = f"{after:.1f} s against {before:.1f} s"
        _tell(f"{name} of five times as much", f"{after / before:.1f} of the time", "8.0", detail)
        detail = "with 2,000 actors and 500 activities"
        _tell(f"memory of {name} of 5,000 events", f"{peak:.0f} MB", "400 MB", detail)


def bench_memory(folder: Path) -> None:
    """Print the most memory that any process of each command holds at once."""
    case, spoken = ROOT / "inputs" / CASE, ROOT / "inputs" / "harbour-talks"
    briefpack: list[str | Path] = [sys.executable, "-m", "briefpack"]
    into: list[str | Path] = ["--templates", ROOT / "templates", "--into", folder / "memory-packs"]
    commands: Sequence[tuple[str, list[str | Path], str]] = (
        ("check", [*briefpack, "check", case, "--quiet"], CASE),
        ("pack", [*briefpack, "pack", case, *into], f"{CASE}, in two languages"),
        ("pack", [*briefpack, "pack", spoken, *into], "harbour-talks, in three languages"),
        ("snakemake", _snakemake(folder / "memory"), "every case and organisation"),
    )
    for name, command, what in commands:
        _tell(f"memory of {name}", f"{_cost(command)[1]:.0f} MB", "250 MB", what)


def _snakemake(outputs: Path) -> list[str | Path]:
    return [sys.executable, "-m", "snakemake", "--config", f"outputs={outputs}"]


def _run(command: Sequence[str | Path]) -> None:
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _cost(command: Sequence[str | Path]) -> tuple[float, float]:
    """Return the processor time of a command and all that it starts, and the most megabytes that one of them held."""
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command} failed")
    peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return usage.ru_utime + usage.ru_stime, peak


def _tell(what: str, measured: str, goal: str, detail: str) -> None:
    print(f"{what:38} {measured:22} (goal {goal}; {detail})")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--gate", name]:
            tell_gate(name)
        case _:
            main()
