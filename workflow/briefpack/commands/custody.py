"""Custody: a registry is sealed for those who may open it, and opened again to be read or changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefpack.files.registries import seal_registry, with_keys
from briefpack.files.sealing import IDENTITY, NotOpened, new_key, opened
from briefpack.files.texts import text_of
from briefpack.files.writing import read_bytes, write_all, write_secret
from briefpack.problems import Place, Problem, Refusal

_COMMITTED = "if this file was ever committed, its history still holds it: see inputs/README.md"


def seal(clear: Path, keys: list[str], key_file: Path | None = None, *, remove: bool = False) -> list[str]:
    """Seal a registry for some public keys, and for a new one whose secret half is put into `key_file`.

    Return lines to print for whoever sealed it. The clear file is removed only if that was asked for, and only after
    the new key has opened the sealed file: a slip in a key must not cost the registry.

    Raises:
        Refusal: no key is named, the registry has errors, a key is not valid, or a file cannot be written.
    """
    if key_file and _history(key_file):
        message = "this folder is under version control, and a key in its history opens the registry: keep it elsewhere"
        raise Refusal([Problem(Place(str(key_file)), message)])
    secret, public = new_key() if key_file else ("", "")
    every = [*keys, public] if public else keys
    if not every:
        raise Refusal([Problem(Place("--to"), "nobody could open it: name a public key, or make one with --new-key")])
    target, content = seal_registry(clear, every)
    if key_file:
        write_secret(key_file, secret)
    write_all({target: content})
    made = f"{key_file}: your key, for public key {public}: let {IDENTITY} name this file, and keep a copy elsewhere"
    told = [*([made] if key_file else []), f"{target}: sealed for {len(every)}"]
    told += [_after(clear, content, every, secret, remove)]
    return [*told, f"{clear}: {_COMMITTED}"] if _history(clear) else told


def _history(file: Path) -> bool:
    """Return whether a file lies where git keeps the history of every file."""
    return any((folder / ".git").exists() for folder in file.resolve().parents)


def _after(clear: Path, content: bytes, keys: Sequence[str], secret: str, remove: bool) -> str:
    """Remove the clear file if that was asked for and is safe, and return what is left to do with it."""
    if not remove:
        return f"{clear}: delete this file now; while both lie here, no pack of the case is built"
    try:
        if opened(content, secret) != with_keys(read_bytes(clear), keys):
            raise NotOpened("it changed meanwhile")
    except NotOpened as fault:
        message = f"the registry is sealed, but this file was left here to be safe: {fault}"
        raise Refusal([Problem(Place(str(clear)), message)]) from None
    clear.unlink()
    return f"{clear}: removed; a backup or the disk may still hold it"


def unseal(encrypted: Path) -> str:
    """Return the clear text of a sealed registry; raise Refusal where no key of this user opens it."""
    return text_of(unsealed(encrypted), "replace")


def unsealed(encrypted: Path) -> bytes:
    """Return what a sealed registry or report holds; raise Refusal where no key of this user opens it."""
    try:
        return opened(read_bytes(encrypted))
    except NotOpened as fault:
        raise Refusal([Problem(Place(str(encrypted)), str(fault))]) from None
