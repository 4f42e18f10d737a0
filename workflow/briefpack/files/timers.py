"""Timers: stops the timers that would keep a finished build waiting."""

from __future__ import annotations

import threading


def cancel_timers_at_the_end() -> None:
    """Cancel every timer that still waits as soon as the main thread of this process ends, however it ends.

    To limit how many jobs start in a time, Snakemake sets timers. Its process would wait for the last of them although
    no job is left to start.
    """
    threading.Thread(target=_cancel_timers, daemon=True).start()


def _cancel_timers() -> None:
    threading.main_thread().join()
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.cancel()
