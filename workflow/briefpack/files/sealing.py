"""Sealing: bytes encrypted with age for some keys, and opened again, only in memory, with a person's own key.

Only this module knows pyrage and the key. What pyrage says is never passed on: it could quote what it was given.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyrage  # type: ignore[import-untyped]
from pyrage import ssh, x25519

from briefpack.files.texts import text_of
from briefpack.problems import Place, Problem, Refusal

#: The environment variable that names the file with the key; the file itself stays where it is.
IDENTITY = "BRIEFPACK_AGE_IDENTITY"
_SSH = "ssh-"
_SSH_IDENTITY = "-----BEGIN"


class NotOpened(Exception):  # noqa: N818 - a state to be told, not a fault
    """Raised if sealed bytes cannot be opened; it says in one sentence why, and what to do."""


def opened(content: bytes, secret: str = "") -> bytes:
    """Return what sealed bytes hold; raise NotOpened if they cannot be opened.

    The key is `secret` if it is given, else the one in the file that the environment names.
    """
    identities = list(_keys(secret.encode())) if secret else _identities()
    try:
        return bytes(pyrage.decrypt(content, identities))
    except pyrage.DecryptError:
        message = f"the key in the file that {IDENTITY} names does not open this registry, or the registry is damaged"
        raise NotOpened(f"{message}: name the file of a key it was sealed for, or have it sealed for yours") from None


def new_key() -> tuple[str, str]:
    """Return a new key as the content of an identity file, and its public half."""
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    return f"# public key: {public}\n{identity}\n", public


def sealed(content: bytes, keys: Sequence[str]) -> bytes:
    """Return bytes sealed for each of some public keys (`age1...` or `ssh-...`); raise Refusal if one is not valid.

    Encryption makes the result differ each time: sealed bytes can only be compared by opening them.
    """
    return bytes(pyrage.encrypt(content, [_recipient(position, key) for position, key in enumerate(keys, start=1)]))


def _recipient(position: int, key: str) -> x25519.Recipient | ssh.Recipient:
    """Return a public key in the type of pyrage. No message repeats what was typed: it could be a secret key."""
    try:
        return ssh.Recipient.from_str(key) if key.startswith(_SSH) else x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        message = (
            f"key {position} is not a public key of age: one begins with 'age1' (or 'ssh-'), and age-keygen prints it"
        )
        raise Refusal([Problem(Place("--to"), message)]) from None


def _identities() -> list[x25519.Identity | ssh.Identity]:
    named = os.environ.get(IDENTITY)
    if not named:
        raise NotOpened(f"{IDENTITY} is not set: let it name the file that holds your key")
    try:
        found = list(_keys(Path(named).expanduser().read_bytes()))
    except OSError as fault:
        reason = fault.strerror or "unreadable"
        raise NotOpened(f"the file that {IDENTITY} names cannot be read ({reason}): correct the variable") from None
    except (pyrage.IdentityError, UnicodeDecodeError):
        found = []
    if not found:
        remedy = "name a file made by age-keygen, or an SSH key without a passphrase"
        raise NotOpened(f"the file that {IDENTITY} names does not hold a usable key: {remedy}")
    return found


def _keys(content: bytes) -> Iterator[x25519.Identity | ssh.Identity]:
    """Return the keys of an identity file: one SSH key, or a key a line, with comments and empty lines between."""
    text = text_of(content)
    if text.lstrip().startswith(_SSH_IDENTITY):
        yield ssh.Identity.from_buffer(text.encode())
        return
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield x25519.Identity.from_str(line.strip())
