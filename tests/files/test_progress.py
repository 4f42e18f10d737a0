"""Progress: what is shown of a long build on a terminal and elsewhere, and that a short one shows nothing."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys

import pytest

from briefpack.files.progress import time_left

SHOWS = """
import time
from briefpack.files.progress import Progress
progress = Progress(10, lambda: (4, 1), long={long}, line=0.2)
progress.start()
time.sleep({takes})
progress.tell("inputs/a/case.yaml:5:1: error: [unknown] key " + "x" * 200 + "\\n")
progress.stop()
print("loaded" if "rich" in __import__("sys").modules else "bare")
"""
SAID = "4 of 10 cases done, 1 failed, 6 left to do"


def _on_a_terminal(code: str, **variables: str) -> str:
    """Return all that a process writes to a terminal."""
    ours, its = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120", **variables}
    run = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=its, stderr=its)
    os.close(its)
    seen = b""
    while True:
        try:
            read = os.read(ours, 4096)
        except OSError:  # Linux says so where nobody has the other end any more.
            break
        if not read:
            break
        seen += read
    assert run.wait() == 0, seen
    return seen.decode()


def test_a_terminal_has_a_bar_that_is_gone_at_the_end() -> None:
    """With the cases done, failed and left, and what is told meanwhile on a line of its own."""
    seen = _on_a_terminal(SHOWS.format(long=0.1, takes=1.5))
    assert SAID in seen
    assert "\r\x1b[2Kinputs/a/case.yaml:5:1: error: [unknown] key " + "x" * 200 + "\r\n" in seen
    assert seen.rindex("\x1b[2K") > seen.rindex(SAID)
    assert "\x1b[?25h" in seen


def test_no_colour_where_none_is_wanted() -> None:
    """NO_COLOR is respected; with colours, the bar has some."""
    coloured, plain = (_on_a_terminal(SHOWS.format(long=0.1, takes=0.5), **more) for more in ({}, {"NO_COLOR": "1"}))
    assert re.search(r"\x1b\[[39]\d", coloured)
    assert not re.search(r"\x1b\[[39]\d", plain)


def test_the_bar_is_as_long_as_the_share_of_cases_that_are_done() -> None:
    """Four of ten cases are done: so are sixteen of forty signs."""
    seen = _on_a_terminal(SHOWS.format(long=0.1, takes=0.5), NO_COLOR="1")
    assert {len(bar) for bar in re.findall("━+", seen)} == {16}, seen


@pytest.mark.parametrize("terminal", ["dumb", ""])
def test_a_terminal_that_can_only_print_lines_gets_lines(terminal: str) -> None:
    """As does a file or a pipe."""
    seen = _on_a_terminal(SHOWS.format(long=0.1, takes=1.5), TERM=terminal)
    assert f"{SAID}, 0:00:" in seen
    assert "\x1b" not in seen


def test_a_pipe_gets_plain_lines() -> None:
    """No control character is in them, and each ends."""
    run = subprocess.run([sys.executable, "-c", SHOWS.format(long=0.1, takes=1.5)], capture_output=True, check=True)
    lines = run.stderr.decode().splitlines()
    *told, _ = lines
    assert told
    assert all(re.fullmatch(rf"{SAID}, \d:\d\d:\d\d left", line) for line in told)
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize(
    ("spent", "done", "total", "left"), [(60, 4, 10, "0:01:30"), (60, 10, 10, "0:00:00"), (3600, 1, 3, "2:00:00")]
)
def test_what_is_left_takes_as_long_a_case_as_what_is_done(spent: float, done: int, total: int, left: str) -> None:
    """Worked out from the time spent so far."""
    assert str(time_left(spent, done, total)) == left


def test_a_short_build_shows_nothing_and_loads_nothing() -> None:
    """It costs what it did."""
    assert SAID not in (seen := _on_a_terminal(SHOWS.format(long=60, takes=0.3)))
    assert seen.endswith("bare\r\n")
