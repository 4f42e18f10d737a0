"""Progress: shows how far a build is while somebody waits for it."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from briefpack.files.terminal import Forgiving, tell

if TYPE_CHECKING:
    from rich.console import Console

#: After so many seconds a build counts as long; seconds between two updates, on a terminal and elsewhere.
_LONG, _LOOK, _LINE = 3.0, 1.0, 30.0
#: The values of `TERM` with which only lines can be printed.
_DUMB = ("", "dumb", "unknown")

#: Returns how many cases are done, and how many of them failed; called at each look.
Count = Callable[[], tuple[int, int]]


class Progress:
    """Shows on standard error how many cases of a long build are done, failed and left, and how long it will take.

    On a terminal this is one line with a bar, which disappears when the build is over; elsewhere it is a plain line now
    and then. It is loaded and shown only if a build is long, so that a short one costs nothing more.
    """

    def __init__(self, total: int, count: Count, *, long: float = _LONG, line: float = _LINE) -> None:
        self._total, self._count, self._long, self._line = total, count, long, line
        self._begun, self._is_over = time.monotonic(), threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._console: Console | None = None

    def start(self) -> None:
        """Begin to show progress while this process goes on."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, and restore the terminal; calling this twice, or before `start`, does no harm."""
        self._is_over.set()
        if self._thread.is_alive():
            self._thread.join()

    def tell(self, text: str) -> None:
        """Print text on standard error, above the bar if there is one, without cutting long lines."""
        if self._console:
            self._console.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False, end="")
        else:
            tell(text)

    def _run(self) -> None:
        if self._is_over.wait(self._long):
            return
        if sys.stderr.isatty() and os.environ.get("TERM", "") not in _DUMB:
            self._show_bar()
        else:
            self._tell_lines()

    def _tell_lines(self) -> None:
        told = time.monotonic()
        while not self._is_over.wait(min(_LOOK, self._line)):
            done, failed = self._count()
            now = time.monotonic()
            if now >= told + self._line:
                told = now
                left = f", {time_left(now - self._begun, done, self._total)} left" if done else ""
                tell(f"{self._said(done, failed)}{left}\n")

    def _show_bar(self) -> None:
        # This takes a quarter of a second, and only in long builds.
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn(), TextColumn("left"))
        console = self._console = Console(file=Forgiving(sys.stderr))  # type: ignore[arg-type]
        show = partial(Bar, console=console, refresh_per_second=1, transient=True)
        with show(*columns, redirect_stdout=False, redirect_stderr=False) as bar:
            task = bar.add_task("", total=self._total)
            while True:
                done, failed = self._count()
                bar.update(task, completed=done, description=self._said(done, failed))
                if self._is_over.wait(_LOOK):
                    return

    def _said(self, done: int, failed: int) -> str:
        return f"{done} of {self._total} cases done, {failed} failed, {self._total - done} left to do"


def time_left(spent: float, done: int, total: int) -> timedelta:
    """Return how long the cases that are left will take, if each takes as long as those done in so many seconds."""
    return timedelta(seconds=round(spent / done * (total - done)))
