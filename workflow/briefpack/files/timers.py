"""Timers: what would hold a finished build up."""

from __future__ import annotations

import threading


def cancel_timers() -> None:
    """Cancel every waiting timer of this process, for a build that is over.

    To limit how many jobs start in a second, Snakemake sets timers that look again a second later, and its process
    waits for the last of them although nothing is left to start.
    """
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.cancel()
