"""One case in which everything is wrong that can be, beside the exact list of what must be said about it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.building import tell

CASE = Path(__file__).parent / "very_wrong"
EXPECTED = (CASE / "expected.txt").read_text(encoding="utf-8").splitlines()


def test_everything_wrong_with_a_case_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line has place, what is wrong and what to do, in the order of files; questions wait until none is left."""
    shutil.copytree(CASE, tmp_path / "very_wrong")
    monkeypatch.chdir(tmp_path)
    told = tell(capsys, "check", "very_wrong")
    assert told.problems == EXPECTED
    assert (told.status, told.out) == (1, "very_wrong: open questions are listed once no error is left\n")
