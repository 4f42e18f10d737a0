"""The command line of briefpack: briefing packs for track I and track II from structured YAML."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

from briefpack.commands import run
from briefpack.commands.arguments import parser
from briefpack.commands.faults import tell_fault
from briefpack.commands.reporting import guarded


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, and return the exit status: 0, 1 where something was refused, or 130 where it was stopped."""
    options = parser().parse_args(arguments)
    return guarded(lambda: run(options), vars(options).values())


def command() -> NoReturn:
    """Run the command of this process, and end the process; a fault of ours is told without the words of a case."""
    sys.excepthook = tell_fault
    # Looking for garbage is a tenth of a command's time, and of use in a large case only, with so many more objects.
    gc.freeze()
    gc.set_threshold(200_000, 5, 5)
    result = main()
    gc.freeze()
    sys.exit(result)


if __name__ == "__main__":
    command()
