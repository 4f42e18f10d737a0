"""Hidden files: what systems and editors leave behind under a dot is nothing to a case or a house style."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, TEN_LINES, tell, write_case

from briefpack.files.citation_styles import unknown_style
from briefpack.files.library import open_library
from briefpack.files.templates import read_templates
from briefpack.problems import Place

LEFT_BEHIND = ("._case.yaml", ".#case.yaml", ".case.yaml.swp.yaml", "._registry.yaml.age", ".notes.yml", ".draft.age")


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_what_a_system_leaves_behind_in_a_case_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """A Mac's `._case.yaml` holds bytes, and Emacs's `.#case.yaml` is a link that leads nowhere."""
    case = write_case(tmp_path, case=TEN_LINES)
    before = open_library({"inputs": tmp_path, "templates": TEMPLATES}).documents_of
    (case / name).write_bytes(b"\x00\x05\x16\x07\xff # Nadia")
    told = tell(capsys, "check", case, "--quiet")
    assert told.status == 0, told.err
    assert name not in told.err
    assert open_library({"inputs": tmp_path, "templates": TEMPLATES}).documents_of == before


def test_a_dangling_link_of_an_editor_is_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Emacs locks a file with a link to whoever edits it, in a case and in a house style."""
    case, templates = write_case(tmp_path, case=TEN_LINES), tmp_path / "templates"
    (case / ".#case.yaml").symlink_to("desk@office.1234:5678")
    shutil.copytree(TEMPLATES, templates)
    (templates / "default" / ".#planning.md.j2").symlink_to("/nowhere/desk@office.1234:5678")
    assert tell(capsys, "pack", case, "--templates", templates, "--into", tmp_path / "packs").status == 0


@pytest.mark.parametrize(
    ("name", "severity"),
    [(".evaluation.yaml", "warning"), (".registry.yaml", "error"), (".registry.yaml.age", "error")],
)
def test_a_file_of_a_case_that_only_a_dot_hides_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, severity: str
) -> None:
    """A registry that nobody reads is people whom nothing looks for."""
    case = write_case(tmp_path, case=LEAST)
    before = open_library({"inputs": tmp_path, "templates": TEMPLATES}).documents_of
    (case / name).write_text("status: draft\n", encoding="utf-8")
    (line,) = [line for line in tell(capsys, "check", case).problems if name in line]
    right = name.removeprefix(".")
    assert line.endswith(
        f"{severity}: this file is hidden, so it is not read: rename it to {right}, or move it out of the case"
    )
    assert open_library({"inputs": tmp_path, "templates": TEMPLATES}).documents_of != before


def test_hidden_files_of_a_house_style_are_no_templates_and_no_styles(tmp_path: Path) -> None:
    """A Mac's `._` files of templates and citation styles hold bytes that are no text."""
    shutil.copytree(TEMPLATES, tmp_path, dirs_exist_ok=True)
    for name in ("._planning.md.j2", "._own.csl", "track-i/._case-in-brief.md.j2", ".git/x.md.j2"):
        (tmp_path / "default" / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / "default" / name).write_bytes(b"\x00\xff")
    assert read_templates(tmp_path, "default").sources == read_templates(TEMPLATES, "default").sources
    assert "._own" not in str(unknown_style(tmp_path / "default", "none", Place("a")))
