"""Faults: what is printed where briefpack itself is at fault, for those who will mend it.

The message of an exception can quote a case, and what is printed ends up in logs. So the traceback is printed without
the message.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from types import TracebackType

_REPORT = (
    "briefpack: this is a fault of briefpack, and of nothing that you gave it. Please report it with the lines above: "
    "they quote the code of briefpack, and nothing of your files."
)


def tell_fault(_: type[BaseException], fault: BaseException, __: TracebackType | None) -> None:
    """Print where briefpack failed, and ask for a report; for `sys.excepthook`."""
    print(*_lines(fault), _REPORT, sep="\n", file=sys.stderr)


def _lines(fault: BaseException) -> Iterator[str]:
    """Return the traceback of an exception, after those of its causes, with its class but without its message."""
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if before is not None:
        yield from _lines(before)
        yield "which led to:"
    yield "Traceback (most recent call last):"
    yield from "".join(traceback.format_tb(fault.__traceback__)).splitlines()
    yield type(fault).__qualname__
