"""Terminal: what a person reads on the terminal, which may have gone away."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any, TextIO


def tell(text: str, stream: TextIO | None = None) -> None:
    """Print text; if nobody reads any more (`| head`), go on without an error and print nothing more."""
    stream = stream or sys.stderr
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        hush(stream)


def hush(stream: TextIO) -> None:
    """Discard what waits in a stream and whatever is still printed to it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Forgiving:
    """A stream that goes on without an error when nobody reads it any more; else like the stream behind it."""

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
