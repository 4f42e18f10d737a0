"""Locks: one build in an outputs folder, told by whom; gone with its owner; no traceback where none can be had."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from briefpack.files.locks import lock_case, lock_outputs
from briefpack.problems import Refusal

HOLDER = """
import sys, time
from pathlib import Path
from briefpack.files.locks import lock_outputs
lock = lock_outputs(Path(sys.argv[1]))
print("locked", flush=True)
time.sleep(600)
"""


def test_a_second_build_is_told_who_has_the_outputs_until_that_one_dies(tmp_path: Path) -> None:
    """Process, machine and start; after its death, however sudden, the outputs are free."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout
    assert holder.stdout.readline() == "locked\n"
    for _ in range(2):
        with pytest.raises(Refusal) as refused:
            lock_outputs(tmp_path)
        begun = r"begun 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}"
        told = rf"process {holder.pid} on {re.escape(socket.gethostname())}, {begun}"
        assert re.search(rf"error: another build is writing here \({told}\): wait until it ends$", str(refused.value))
    holder.kill()
    holder.wait()
    holder.stdout.close()
    assert lock_outputs(tmp_path).is_locked


def test_cases_and_house_styles_are_locked_each_by_itself(tmp_path: Path) -> None:
    """The same one is not given twice; another one is."""
    with lock_case(tmp_path, "default", "river", patience=0):
        with pytest.raises(Refusal, match="another process is still packing this case"):
            lock_case(tmp_path, "default", "river", patience=0)
        with lock_case(tmp_path, "second", "river", patience=0) as lock:
            assert lock is not None


def test_outputs_that_cannot_be_written_are_one_line(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "outputs").write_text("no folder")
    with pytest.raises(Refusal, match=r"build\.lock:1:1: error: nothing can be written here: Not a directory"):
        lock_outputs(tmp_path / "outputs")
