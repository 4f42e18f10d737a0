"""Locks: one build at a time in an outputs folder, and one job at a time for a case.

The operating system releases a lock when its owner ends, however it ends; so no lock is ever left behind.
"""

from __future__ import annotations

import os
import socket
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from briefpack.files.writing import read_bytes, write_all
from briefpack.problems import Place, Problem, Refusal

FOLDER = ".locks"
#: How many seconds a job waits for one that outlived its build.
_PATIENCE = 600
_ORPHAN = "another process is still packing this case: wait until it ends, and build again"


def lock_outputs(outputs: Path) -> FileLock:
    """Take the lock on an outputs folder and return it; it holds as long as the returned lock lives.

    Raises:
        Refusal: another build has it, and the message says whose; or nothing can be written there.
    """
    owner = outputs / FOLDER / "build.txt"
    lock = _taken(
        outputs / FOLDER / "build.lock", 0, f"another build is writing here{_said(owner)}: wait until it ends"
    )
    begun = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S %z")
    write_all({owner: f"process {os.getpid()} on {socket.gethostname()}, begun {begun}\n".encode()})
    return lock


def lock_case(outputs: Path, organisation: str, case: str, patience: int = _PATIENCE) -> FileLock:
    """Take the lock on the packs of a case in one house style and return it; raise Refusal where another has it."""
    return _taken(outputs / FOLDER / organisation / f"{case}.lock", patience, _ORPHAN)


def _taken(path: Path, patience: int, otherwise: str) -> FileLock:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=patience)
        lock.acquire()
    except Timeout:
        raise Refusal([Problem(Place(str(path)), otherwise)]) from None
    except (OSError, NotImplementedError) as fault:
        message = f"nothing can be written here: {getattr(fault, 'strerror', None) or fault}"
        raise Refusal([Problem(Place(str(path)), message)]) from None
    return lock


def _said(owner: Path) -> str:
    """Return who has a lock, as that process noted, or nothing."""
    try:
        return f" ({read_bytes(owner).decode('utf-8', 'replace').strip()})"
    except Refusal:
        return ""
