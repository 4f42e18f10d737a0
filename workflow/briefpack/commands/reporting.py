"""Reporting: prints problems, says whose fault an unusable file is, and returns the exit status of a command."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from briefpack.files.terminal import hush
from briefpack.problems import Place, Problem, Refusal, under

_PACKAGE, _INPUTS = Path(__file__).resolve().parents[1], Path("inputs")
_NOT_YOURS = (
    "this file of briefpack or of the system cannot be used: {fault}. Nothing that you gave is wrong: look whether "
    "the disk is full, install briefpack anew, and report it if that does not help"
)

#: The rule of what nobody found in a file: what was typed, what the system says of a file, what changed meanwhile.
OTHERWISE = "command"
Tell = Callable[[Sequence[Problem]], object]
#: So many problems are printed at once; the others are counted.
MOST_TOLD = 200
#: The exit status, as in shells, of a command that was stopped from the keyboard.
_STOPPED = 130


def guarded(run: Callable[[], int], given: Iterable[Any], tell: Tell | None = None) -> int:
    """Run something, and return its exit status: 1 if it is refused, 130 if somebody stopped it.

    `given` is what was typed for it, paths among it. `tell` takes the problems; without it they are printed.
    """
    tell = tell or tell_problems
    try:
        status = run()
        sys.stdout.flush()
    except Refusal as refusal:
        tell(under(OTHERWISE, refusal.problems))
        return 1
    except KeyboardInterrupt:
        return _STOPPED
    except BrokenPipeError:
        # The program that reads our output has closed it, as `| head` does: nothing is wrong, and nobody reads more.
        hush(sys.stdout)
        return 0
    except OSError as fault:
        # A fault that names no file is not the mistake of whoever typed the command.
        if fault.filename is None:
            raise
        tell(under(OTHERWISE, [unusable(fault, given)]))
        return 1
    return status


def tell_problems(problems: Sequence[Problem]) -> None:
    """Print problems in the order of their places, errors before warnings where there are too many for a person."""
    by_weight = sorted(problems, key=lambda problem: problem.severity != "error")
    for problem in sorted(by_weight[:MOST_TOLD]):
        print(problem, file=sys.stderr)
    if len(problems) > MOST_TOLD:
        left = Counter(problem.severity for problem in by_weight[MOST_TOLD:])
        counted = " and ".join(f"{count} {severity}s" for severity, count in sorted(left.items()))
        print(f"and {counted} more: correct those above, then check again", file=sys.stderr)


def unusable(fault: OSError, given: Iterable[Any]) -> Problem:
    """Return as a problem that the system cannot use a file.

    `given` is what was typed, paths among it. A file that is not among them and not below them is briefpack's own, or
    one that it made for itself: then the message says that whoever typed the command has done nothing wrong.
    """
    file = os.fsdecode(fault.filename) if isinstance(fault.filename, str | bytes) else str(fault.filename)
    folders = [_INPUTS, *_paths(given)]
    is_given = _lies_in(file, folders) and not _lies_in(file, [_PACKAGE])
    message = f"this cannot be used: {fault.strerror}" if is_given else _NOT_YOURS.format(fault=fault.strerror)
    return Problem(Place(file), message)


def _paths(given: Iterable[Any]) -> Iterator[Path]:
    for one in given:
        yield from (each for each in (one if isinstance(one, list) else [one]) if isinstance(each, Path))


def _lies_in(file: str, folders: Iterable[Path]) -> bool:
    """Return whether a path is one of these or lies below one; links are not followed."""
    return any(Path(file).absolute().is_relative_to(folder.absolute()) for folder in folders)
