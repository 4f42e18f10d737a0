"""Batching: the cases of a batch packed one after another, each in a process of its own that this one forks.

This process loads the package and the house style, which is most of the cost of starting. It opens no case and no
registry, so that a child begins with nothing of the case before it. If a child is killed or fails, the others go on.
Where a system cannot fork, each case gets a new process of Python.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from briefpack.files.batches import REGISTER_KEY, Batch, failed_mark, log_of, new_log, packed_mark
from briefpack.files.writing import write_all
from briefpack.problems import Place, Problem, Refusal

Task = Callable[[str], int]
_KEPT = "the process that packs a batch opens no case: every later child would hold what it read"
_ALONE = "the process that started this job has ended, so no more of its cases are packed: build again"


def pack_batch(batch: Batch, build: Task, starter: int) -> list[str]:
    """Pack each case of a batch, and return those whose packs could not be made; each has a log of its own.

    `starter` is the process that started this one. When it ends, the build takes this job for ended too and counts no
    more of its packs: Refusal is raised before the next case.
    """
    _keep_from(_folders_of(batch))
    return [case for case in _awaited(batch, starter) if not _is_packed(batch, case, build)]


def renewed(batch: Batch, file: Path) -> bool:
    """Make the register of a batch's organisation, if it is due, and return whether that is in order.

    This takes a new process: this one opens no case, and a register needs several at once. `file` is that of the batch.
    """
    if not batch.is_register_due:
        return True
    at = (Path(batch.outputs), batch.organisation, REGISTER_KEY)
    with new_log(log_of(*at)) as log:
        command = [sys.executable, "-m", "briefpack", "register", "--batch", str(file)]
        is_made = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False).returncode == 0
    if not is_made:
        write_all({failed_mark(*at): b""})
    return is_made


def _awaited(batch: Batch, starter: int) -> Iterator[str]:
    """Return the cases of a batch for as long as the process that started this one lives."""
    for case in batch.cases:
        if os.getppid() != starter:
            raise Refusal([Problem(Place(batch.outputs), _ALONE)])
        yield case


def _folders_of(batch: Batch) -> frozenset[Path]:
    """Return the folders in which cases lie, as they are named and as links resolve."""
    inputs = Path(batch.inputs)
    return frozenset(place for folder in (inputs, *map(inputs.joinpath, batch.cases)) for place in _places(folder))


def _places(path: Path) -> tuple[Path, Path]:
    return Path(os.path.abspath(path)), path.resolve()  # noqa: PTH100 - resolve() follows links


def _keep_from(folders: frozenset[Path]) -> None:
    """Make this process, but not its children, fail if it opens anything in these folders."""
    parent = os.getpid()

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and os.getpid() == parent:
            for place in _places(Path(str(arguments[0]))):
                if not folders.isdisjoint((place, *place.parents)):
                    raise PermissionError(_KEPT)

    sys.addaudithook(refuse)


def _is_packed(batch: Batch, case: str, build: Task) -> bool:
    """Pack a case, leave a mark that says how that ended, and return whether it was packed."""
    at = (Path(batch.outputs), batch.organisation, case)
    run = _forked if hasattr(os, "fork") else _started
    is_packed = run(batch, case, log_of(*at), build) == 0
    write_all({(packed_mark if is_packed else failed_mark)(*at): b""})
    return is_packed


def _forked(_: Batch, case: str, log: Path, build: Task) -> int:
    """Run the build of a case in a child of this process, and return its exit status."""
    gc.freeze()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 1
    try:
        _told_to(log)
        status = build(case)
    except BaseException:
        # A child must never go on with its parent's work: it writes the failure into its log, and ends.
        sys.excepthook(*sys.exc_info())
    finally:
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _told_to(log: Path) -> None:
    """Send all that this process prints to a log."""
    with new_log(log) as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)


def _started(batch: Batch, case: str, log: Path, _: Task) -> int:
    """Run the build of a case in a new process of Python, and return its exit status."""
    command = [sys.executable, "-m", "briefpack", "build", str(Path(batch.inputs, case))]
    command += ["--templates", batch.templates, "--organisation", batch.organisation, "--outputs", batch.outputs]
    command += ["--audience", *batch.audiences, "--language", *batch.languages_of(case)]
    command += ["--page-numbers", batch.page_numbers]
    command += ["--made-from", batch.cases[case], batch.shared]
    with new_log(log) as file:
        return subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, check=False).returncode
