"""The architecture: who imports whom, and how long modules and functions may be."""

from __future__ import annotations

import ast
import configparser
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
    "Only the packs, the commands and the desk know files": ("stages/release", "briefpack.files.writing"),
    "The Word modules know no case": ("word/xml", "briefpack.case.dates"),
    "What inspects finished files shares nothing with what writes them": ("inspection/names", "briefpack.word.xml"),
    "What searches finished files shares nothing with what writes Word": ("gate/words", "briefpack.word.xml"),
    "Pictures are drawn from plain values": ("pictures/scale", "briefpack.case.dates"),
    "Only the pictures know the drawing libraries and their typefaces": ("stages/draw/saying", "PIL"),
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
    contracts = configparser.ConfigParser()
    contracts.read(root / ".importlinter", encoding="utf-8")
    named = [section["name"] for name, section in contracts.items() if name.startswith("importlinter:contract:")]
    assert sorted(named) == sorted(BREACHES)


def test_a_room_that_no_contract_knows_is_refused(copy: Path) -> None:
    """A new room, or a module beside the rooms, is given its place among the others first."""
    (copy / "briefpack" / "archive").mkdir()
    (copy / "briefpack" / "archive" / "__init__.py").touch()
    assert _broken_contracts(copy) == {"Rooms know the rooms below them alone"}


@pytest.mark.parametrize("imported", ["briefpack.house.colours", "briefpack.text.escaping", "briefpack.pictures.png"])
def test_what_inspects_finished_files_takes_nothing_from_what_is_used_to_write_them(copy: Path, imported: str) -> None:
    """A fault in what both used would be seen by neither."""
    path = copy / "briefpack" / "inspection" / "names.py"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nimport {imported}\n", encoding="utf-8")
    assert _broken_contracts(copy) == {"What inspects finished files shares nothing with what writes them"}


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
        if _opens(node)
    }
    assert "files/digests.py" in openers
    # Pillow opens a picture that is in memory by a function of this name.
    others = {"word/base_style.py", "commands/custody.py", "packs/batching.py", "pictures/decoding.py"}
    assert {name for name in openers if not name.startswith("files/")} == others


@pytest.mark.parametrize(
    ("source", "opens"),
    [
        ("open('a')", True),
        ("read = Path.read_text", True),
        ("io.FileIO('a')", True),
        ("Path('a').unlink()", True),
        ("from builtins import open as see", True),
        ("from shutil import copy", True),
        ("import subprocess", True),
        ("ZipFile('a.zip')", True),
        ("ZipFile(io.BytesIO(data))", False),
        ("ZipFile(finished, 'w')", False),
        ("os.open('/dev/null', 0)", False),
        ("Image.open(io.BytesIO(data))", True),
    ],
)
def test_whatever_opens_a_file_is_told_from_what_does_not(source: str, opens: bool) -> None:
    """Also where it has another name, is not called yet, or lets another program do it."""
    assert any(map(_opens, ast.walk(ast.parse(source)))) is opens


#: What opens, makes or takes away a file under whatever name, and modules that do nothing else.
_OPENING = frozenset(
    {"open", "read_text", "read_bytes", "write_text", "write_bytes", "FileIO"}
    | {"unlink", "touch", "mkdir", "rmdir", "symlink_to", "hardlink_to"}
)
_OPENING_MODULES = frozenset({"shutil", "subprocess", "tempfile", "glob", "mmap", "sqlite3", "socket"})


def _opens(node: ast.AST) -> bool:
    """Tell whether a piece of a module opens a file, names what does, or imports a module that is there for it.

    `os.open` is none of them: the command line falls silent with it when its reader has gone.
    """
    if isinstance(node, ast.Import):
        return any(one.name.partition(".")[0] in _OPENING_MODULES for one in node.names)
    if isinstance(node, ast.ImportFrom):
        is_own = str(node.module).startswith("briefpack.")
        return node.module in _OPENING_MODULES or (not is_own and any(one.name in _OPENING for one in node.names))
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "ZipFile":
        return bool(node.args) and isinstance(node.args[0], ast.Constant)
    if isinstance(node, ast.Attribute):
        return node.attr in _OPENING and ast.unparse(node) != "os.open"
    return isinstance(node, ast.Name) and node.id == "open"


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


def _listed(readme: str) -> list[list[str]]:
    """Return what the blocks of code in a README list, line by line: the first word of each."""
    blocks = re.findall(r"(?:^ {4}\S.*\n)+", readme, re.MULTILINE)
    return [[line.split()[0] for line in block.splitlines()] for block in blocks]


def test_the_readme_of_the_package_lists_its_rooms_and_the_modules_of_packs(root: Path) -> None:
    """Whoever looks for a line's room finds each of them there, and none that is gone."""
    package = root / "workflow" / "briefpack"
    rooms, packs = _listed((package / "README.md").read_text(encoding="utf-8"))[:2]
    folders = [f"{one.parent.name}/" for one in package.glob("*/__init__.py")]
    assert sorted(rooms) == sorted([*folders, *(one.name for one in package.glob("[!_]*.py")), "__main__.py"])
    assert sorted(packs) == sorted(one.name for one in package.glob("packs/[!_]*.py"))
