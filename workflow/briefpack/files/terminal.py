"""Telling: what a person reads on the terminal, which may have gone away."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any, TextIO


def tell(text: str, stream: TextIO | None = None) -> None:
    """Print text; where nobody reads any more (`| head`), that is no fault, and nothing more is printed there."""
    stream = stream or sys.stderr
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        hush(stream)


def hush(stream: TextIO) -> None:
    """Have all that is still printed to a stream go nowhere, and what waits there too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Forgiving:
    """A stream for which it is no fault that nobody reads it any more; all else is as of the stream behind it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Print text."""
        tell(text, self._stream)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def forgive(logger: logging.Logger) -> None:
    """Have what a logger prints cause no failure where nobody reads it any more: Snakemake would end the build."""
    for handler in logger.handlers:
        if isinstance(handler, logging.StreamHandler) and not isinstance(handler, logging.FileHandler):
            handler.setStream(Forgiving(handler.stream))
