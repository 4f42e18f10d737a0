"""Faults: where briefpack itself fails, it says so, asks for a report, and quotes nothing of a case."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, NoReturn

import pytest
from tests.building import LEAST, own_templates, tell, write_case

from briefpack.commands.faults import tell_fault
from briefpack.disclosure import select
from briefpack.packs import making
from briefpack.stages import draw
from briefpack.stages.render import tracing

SECRET = "the seventh lantern"
#: Where a slip is planted: in the module, and the name there.
PLACES: dict[str, tuple[Any, str]] = {
    "select": (select, "_Selection"),
    "what draws pictures": (draw, "Manner"),
    "tracing": (tracing, "_numbered"),
    "what typesets": (making, "word_of"),
}


def fails(*_: Any, **__: Any) -> NoReturn:
    """Fail as a slip of ours does, with a text of the case in its hand."""
    raise ValueError(SECRET)


@pytest.mark.parametrize("where", PLACES)
def test_a_slip_in_what_makes_packs_is_told_as_no_mistake_of_anybody(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It comes up whole, also where a template is wrong at the same time and its line is looked for."""
    files = {"parts/cover.md.j2": "# Cover\n<br>\n"} if where == "tracing" else {}
    order = ("--templates", own_templates(tmp_path, files), "--organisation", "ours", "--into", tmp_path / "out")
    case = write_case(tmp_path, case=LEAST)
    assert "Traceback" not in tell(capsys, "pack", case, *order).err
    monkeypatch.setattr(*PLACES[where], fails)
    with pytest.raises(ValueError, match=SECRET):
        tell(capsys, "pack", case, *order)
    assert capsys.readouterr().err == ""


def test_a_fault_is_told_with_its_lines_and_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    """What led to it is told too; an exception can quote a case, and logs are read by many."""
    try:
        try:
            fails()
        except ValueError as first:
            raise KeyError(SECRET) from first
    except KeyError as fault:
        tell_fault(KeyError, fault, None)
    told = capsys.readouterr().err
    assert SECRET not in told
    assert told.index("ValueError") < told.index("which led to:") < told.index("KeyError")
    assert "in fails" in told
    assert "Please report it" in told.splitlines()[-1]


@pytest.mark.parametrize("way", ["python -m briefpack", "briefpack"])
def test_whoever_types_a_command_is_told_so(way: str, root: Path, tmp_path: Path) -> None:
    """The command line prints a fault of its own in that way, and fails, by either name that it has."""
    case = write_case(tmp_path, case=LEAST)
    module, function = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["scripts"][
        "briefpack"
    ].split(":")
    script = f"from {module} import {function}; sys.exit({function}())"
    planted = f"""if True:
        import runpy, sys
        from briefpack.commands import checking
        def check_case(*_, **__):
            raise ValueError({SECRET!r})
        checking.check_case = check_case
        sys.argv = ["briefpack", "check", {str(case)!r}]
        {script if way == "briefpack" else 'runpy.run_module("briefpack", run_name="__main__")'}
    """
    run = subprocess.run([sys.executable, "-c", planted], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "Traceback (most recent call last):" in run.stderr
    assert "Please report it" in run.stderr
    assert SECRET not in run.stderr.replace(f"raise ValueError({SECRET!r})", "")
