"""The architecture: who imports whom, and how long modules and functions may be."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST_MODULE = 250
LONGEST_FUNCTION = 40
MOST_DECISIONS = 20


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """Return a folder with a copy of the package and of the contracts."""
    shutil.copytree(
        root / "workflow" / "briefpack", tmp_path / "briefpack", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy2(root / ".importlinter", tmp_path / ".importlinter")
    return tmp_path


def _broken_contracts(folder: Path) -> set[str]:
    """Return the names of the contracts that the package in a folder breaks."""
    finished = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert re.search(r"^Contracts: \d+ kept", finished.stdout, re.MULTILINE), finished.stdout
    return set(re.findall(r"^(.*\S) BROKEN(?: \(.*\))?$", finished.stdout, re.MULTILINE))


def test_every_contract_is_kept(copy: Path) -> None:
    """The package as it is breaks no contract of .importlinter."""
    assert _broken_contracts(copy) == set()


BREACHES = {
    "Rooms know the rooms below them alone": ("problems", "briefpack.case.content"),
    "Stages do not import each other": ("stages/typeset", "briefpack.stages.release"),
    "Only the packs and the commands know files": ("stages/release", "briefpack.files.writing"),
    "The Word modules stand on the handbook and the problems alone": ("word/xml", "briefpack.case.dates"),
    "What inspects finished files shares nothing with what writes them": ("inspection/names", "briefpack.word.xml"),
    "Pictures are drawn from plain values": ("pictures/scale", "briefpack.case.dates"),
    "Only the pictures know the drawing library and its typeface": ("stages/draw/saying", "PIL"),
    "Only the Word modules and the typesetting know python-docx": ("packs/making", "docx"),
    "Only the citations know citeproc": ("files/citation_styles", "citeproc"),
    "Only the rendering knows Jinja": ("files/templates", "jinja2"),
    "The sealed registry is known where it is compared, and nowhere else": (
        "disclosure/select",
        "briefpack.case.registry",
    ),
    "What makes packs reaches neither the registry nor its key, even through others": (
        "house/wording",
        "briefpack.case.registry",
    ),
    "Only the sealing knows the encryption, and only those who may open a registry know the sealing": (
        "commands/inquiry",
        "briefpack.files.registries",
    ),
    "What the Snakefile imports on every call stays light": ("files/digests", "pydantic"),
}


@pytest.mark.parametrize(("contract", "breach"), BREACHES.items(), ids=BREACHES.keys())
def test_a_contract_is_broken_by_one_bad_import(copy: Path, contract: str, breach: tuple[str, str]) -> None:
    """Each contract sees the one import it is there to forbid."""
    module, imported = breach
    path = copy / "briefpack" / f"{module}.py"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nimport {imported}\n", encoding="utf-8")
    assert contract in _broken_contracts(copy)


def test_every_contract_has_its_breach(root: Path) -> None:
    """No contract is declared that was never seen broken."""
    lines = (root / ".importlinter").read_text(encoding="utf-8").splitlines()
    assert {line.removeprefix("name = ") for line in lines if line.startswith("name = ")} == set(BREACHES)


def _modules(root: Path) -> list[Path]:
    return sorted((root / "workflow" / "briefpack").rglob("*.py"))


def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _functions(source: str) -> Iterator[tuple[int, str, int]]:
    """Return the line of each function of a module, its name, and how many lines it takes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_modules_stay_short(root: Path) -> None:
    """No module is so long that it cannot be read in one go."""
    modules = _modules(root)
    lengths = {path.relative_to(root).as_posix(): len(_source(path).splitlines()) for path in modules}
    assert len(lengths) == len(modules) > 100
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_functions_stay_short(root: Path) -> None:
    """No function is so long that it does more than one thing."""
    lengths = {
        f"{path.relative_to(root).as_posix()}:{line} {name}": length
        for path in _modules(root)
        for line, name, length in _functions(_source(path))
    }
    assert len(lengths) > 1_000
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_functions_decide_few_things(root: Path) -> None:
    """No function has so many branches, loops, conditions and comprehensions that nobody can follow it.

    Ruff counts statements alone (`C901`), and so takes a function of comprehensions for a simple one.
    """
    decisions = {
        f"{path.relative_to(root).as_posix()}:{node.lineno} {node.name}": _decisions(node)
        for path in _modules(root)
        for node in ast.walk(ast.parse(_source(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: count for name, count in decisions.items() if count > MOST_DECISIONS} == {}


def test_every_decision_of_a_function_is_counted() -> None:
    """A branch, a loop, a condition, an operand more, a comprehension and each case of a match count one each."""
    source = """
    def seven(given):
        if given and given[0]:
            return [one for one in given if one]
        match given:
            case []:
                return 1 if given else 2
    """
    assert _decisions(ast.parse(textwrap.dedent(source)).body[0]) == 7


def _decisions(function: ast.stmt) -> int:
    """Return how many ways a function takes, counted with the operators and comprehensions in its expressions."""
    branches = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)
    count = 1
    for node in ast.walk(function):
        count += isinstance(node, branches)
        count += len(node.values) - 1 if isinstance(node, ast.BoolOp) else 0
        count += 1 + len(node.ifs) if isinstance(node, ast.comprehension) else 0
    return count


def test_only_files_opens_files(root: Path) -> None:
    """Modules outside `files` are given what they work on; the base document's own maker is the one exception."""
    package = root / "workflow" / "briefpack"
    openers = {
        path.relative_to(package).as_posix()
        for path in _modules(root)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _opens(node.func)
    }
    assert "files/digests.py" in openers
    assert {name for name in openers if not name.startswith("files/")} == {"word/base_style.py"}


def _opens(function: ast.expr) -> bool:
    """Tell whether a call opens a file: `open(...)`, or a path's own `open`, `read_...` or `write_...`.

    `os.open` is none of them: the command line falls silent with it when its reader has gone.
    """
    opening = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
    if isinstance(function, ast.Name):
        return function.id == "open"
    return isinstance(function, ast.Attribute) and function.attr in opening and ast.unparse(function) != "os.open"


def test_no_class_name_stands_twice(root: Path) -> None:
    """One word means one thing in the package, also among classes that a module keeps to itself."""
    places: dict[str, list[str]] = {}
    for path in _modules(root):
        for node in ast.walk(ast.parse(_source(path))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(f"{path.relative_to(root).as_posix()}:{node.lineno}")
    assert len(places) > 300
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_the_kinds_of_file_of_a_pack_stand_once(root: Path) -> None:
    """What only files of packs are called stands in `pack_files.py`, so that a new kind is written in one place."""
    told_apart = {".manifest.json", "manifest.json", ".media"}
    repeats = {
        f"{path.relative_to(root).as_posix()}:{node.lineno}"
        for path in _modules(root)
        for node in ast.walk(ast.parse(_source(path)))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in told_apart
    }
    assert {place.partition(":")[0] for place in repeats} == {"workflow/briefpack/pack_files.py"}
