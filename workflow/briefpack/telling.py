"""Telling: what a person reads on the terminal, which may have gone away."""

from __future__ import annotations

import os
import sys
from typing import TextIO


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
