"""Timers: a finished build does not wait."""

from __future__ import annotations

import subprocess
import sys

import pytest

SETS_A_TIMER = """
import threading
from briefpack.files.timers import cancel_timers_at_the_end

cancel_timers_at_the_end()
threading.Timer(3600, print).start()
threading.Thread(target=lambda: (threading.main_thread().join(), print("worked on"))).start()
{end}
"""


@pytest.mark.parametrize("end", ["", "raise SystemExit(0)", "1 / 0"], ids=["done", "left", "broken"])
def test_a_process_that_ends_waits_for_no_timer(end: str) -> None:
    """However it ends; a thread at work is waited for."""
    command = [sys.executable, "-c", SETS_A_TIMER.format(end=end)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.stdout == "worked on\n", run.stderr
