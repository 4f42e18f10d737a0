"""Terminal: prints for a person, whose terminal may have been closed."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any, TextIO


def tell(text: str, stream: TextIO | None = None) -> None:
    """Print text; if nobody reads any more, as after `| head`, go on without an error and print nothing more."""
    stream = stream or sys.stderr
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        hush(stream)


def hush(stream: TextIO) -> None:
    """Discard what a stream still holds, and whatever is printed to it later."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Forgiving:
    """A stream that raises no error when nobody reads it any more; otherwise it is like the stream behind it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Print text."""
        tell(text, self._stream)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def forgive(logger: logging.Logger) -> None:
    """Keep a logger from failing when nobody reads its output any more: Snakemake would end the build."""
    for handler in logger.handlers:
        if isinstance(handler, logging.StreamHandler) and not isinstance(handler, logging.FileHandler):
            handler.setStream(Forgiving(handler.stream))
