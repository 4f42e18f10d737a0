"""Writing: puts finished files in their place in one step, all of them or none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from glob import escape
from pathlib import Path

from briefpack.documents import beside
from briefpack.pack_files import MANIFEST
from briefpack.problems import Place, Problem, Refusal


def write_all(files: Mapping[Path, bytes], media: Iterable[Path] = ()) -> None:
    """Write every file beside its place first, then move all of them there; raise Refusal if that fails.

    In the folders `media`, pictures that are not among the files are deleted.
    """
    folders = [path for path in files if path.is_dir()]
    if folders:
        message = "the file cannot be written: a folder has its name; move that away"
        raise Refusal(Problem(Place(str(path)), message) for path in folders)
    drafts = {path: path.with_name(f".{path.name}.{os.getpid()}.draft") for path in files}
    try:
        for path, data in files.items():
            with written(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                drafts[path].write_bytes(data)
        for path, draft in drafts.items():
            with written(path):
                draft.replace(path)
        for old in (picture for folder in media for picture in folder.glob("*.png") if picture not in files):
            with written(old):
                old.unlink()
    finally:
        for draft in drafts.values():
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)


@contextlib.contextmanager
def written(path: Path, then: str = "") -> Iterator[None]:
    """Raise Refusal with the name of the file if it cannot be written; `then` ends the message.

    If the disk is full, the system's own error does not name the file.
    """
    try:
        yield
    except OSError as fault:
        message = f"the file cannot be written: {fault.strerror}{then}"
        raise Refusal([Problem(Place(str(path)), message)]) from None


def write_secret(path: Path, text: str) -> None:
    """Write a new file that only its owner may read; raise Refusal if it exists already or cannot be written."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise Refusal([Problem(Place(str(path)), "this file is there already: choose another name")]) from None
    except OSError as fault:
        raise Refusal([Problem(Place(str(path)), f"the file cannot be written: {fault.strerror}")]) from None


def take_away(path: Path) -> None:
    """Delete a file, if it is there, and its folder, if that is then empty; raise Refusal where it cannot be done."""
    with written(path):
        path.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        path.parent.rmdir()


def take_away_called_off(files: Iterable[Path]) -> None:
    """Delete each brief and form beside written packs that is none of their files; raise Refusal if one stays."""
    written_now = set(files)
    for path in (one for one in written_now if one.name.endswith(MANIFEST)):
        for stem in beside(path.name.removesuffix(MANIFEST)):
            for old in path.parent.glob(f"{escape(stem)}*"):
                if old not in written_now:
                    take_away(old)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raise Refusal where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Refusal([Problem(Place(str(path)), f"the file cannot be read: {fault.strerror}")]) from None
