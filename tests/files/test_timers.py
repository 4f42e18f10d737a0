"""Timers: a finished build does not wait."""

from __future__ import annotations

import threading

from briefpack.files.timers import cancel_timers


def test_waiting_timers_are_cancelled_and_other_threads_are_not() -> None:
    """After the call no timer is left that would hold the process; a thread at work goes on."""
    fired, go_on = threading.Event(), threading.Event()
    timer, worker = threading.Timer(60, fired.set), threading.Thread(target=go_on.wait)
    timer.start()
    worker.start()
    cancel_timers()
    timer.join(timeout=30)
    assert not timer.is_alive()
    assert not fired.is_set()
    assert worker.is_alive()
    go_on.set()
    worker.join()
