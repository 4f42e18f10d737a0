"""Registries: reads the sealed registry of a case, only for the checks and the gate.

`registry.yaml` is read as it is. `registry.yaml.age` is opened in memory: its clear text is never written anywhere, and
problems hold nothing of it but places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from briefpack.case.registry import OpenedRegistry, Registry, Sealed
from briefpack.files.documents import Document, parse_document, read_document
from briefpack.files.sealing import NotOpened, opened, sealed
from briefpack.files.sources import CLEAR, ENCRYPTED
from briefpack.files.texts import text_of
from briefpack.files.writing import read_bytes
from briefpack.problems import Place, Problem, Refusal, errors, under
from briefpack.reading.explain import explain

#: What begins the line of a sealed registry that says for which public keys it is sealed.
_FOR = "# sealed for: "
_NO_KEYS = (
    "this registry does not say for which keys it is sealed, so the coordinator's report cannot be sealed for them: "
    "seal it again with 'briefpack seal', which notes them in it"
)
_UNTIL_THEN = (
    "until this registry is opened, texts are not searched for its people, and no pack of the case is released"
)


def open_registry(folder: Path) -> OpenedRegistry:
    """Return the registry of a case folder with its places and every problem, for the checks that compare people."""
    found = _opened(folder)
    return replace(found, problems=tuple(under("registry", found.problems)))


def _opened(folder: Path) -> OpenedRegistry:
    clear, encrypted = folder / CLEAR, folder / ENCRYPTED
    if clear.is_file() and encrypted.is_file():
        message = f"{CLEAR} lies beside it, but a case has only one of the two: delete the one that is out of date"
        return OpenedRegistry(problems=(Problem(Place(str(encrypted)), message),))
    if clear.is_file():
        return _registry(*read_document(clear, ()))
    if not encrypted.is_file():
        return OpenedRegistry()
    try:
        text = text_of(opened(read_bytes(encrypted)))
    except NotOpened as fault:
        return OpenedRegistry(Sealed(Problem(Place(str(encrypted)), f"{fault}; {_UNTIL_THEN}", rule="registry")))
    except UnicodeDecodeError:
        return OpenedRegistry(
            problems=(Problem(Place(str(encrypted)), "its content is not UTF-8 text: seal it again"),)
        )
    except Refusal as refusal:
        return OpenedRegistry(problems=refusal.problems)
    return _registry(*parse_document(text, str(encrypted), ()))


def seal_registry(clear: Path, keys: Sequence[str]) -> tuple[Path, bytes]:
    """Return a registry sealed for some public keys, which are noted in it, and where it belongs: beside the clear one.

    Raises:
        Refusal: the file is not a case's registry.yaml, or has errors, or a key is not valid.
    """
    if clear.name != CLEAR:
        raise Refusal([Problem(Place(str(clear)), f"only a case's {CLEAR} is sealed: name that file")])
    found = _registry(*read_document(clear, ()))
    if errors(found.problems):
        raise Refusal(found.problems)
    return clear.with_name(ENCRYPTED), sealed(with_keys(read_bytes(clear), keys), keys)


def with_keys(content: bytes, keys: Sequence[str]) -> bytes:
    """Return a registry whose last line says for which public keys it is sealed, in place of an older such line.

    A report that joins what both sides said in confidence is sealed for the same keys; age does not tell them.
    """
    kept = b"".join(line for line in content.splitlines(keepends=True) if not line.startswith(_FOR.encode()))
    # What stands behind an SSH key is a comment, often with somebody's name.
    named = ", ".join(" ".join(key.split()[:2]) for key in keys)
    return kept + (b"" if kept.endswith(b"\n") else b"\n") + f"{_FOR}{named}\n".encode()


def keys_of_registry(folder: Path) -> tuple[str, ...] | None:
    """Return the public keys that the registry of a case folder is sealed for, or None where it is not encrypted.

    Raises:
        Refusal: it cannot be opened, or does not say them.
    """
    encrypted = folder / ENCRYPTED
    if not encrypted.is_file():
        return None
    try:
        lines = text_of(opened(read_bytes(encrypted)), "replace").splitlines()
    except NotOpened as fault:
        raise Refusal([Problem(Place(str(encrypted)), str(fault), rule="registry")]) from None
    noted = [line.removeprefix(_FOR) for line in lines if line.startswith(_FOR)]
    if not noted:
        raise Refusal([Problem(Place(str(encrypted)), _NO_KEYS, rule="registry")])
    return tuple(noted[-1].split(", "))


def _registry(document: Document | None, problems: list[Problem]) -> OpenedRegistry:
    if document is None:
        return OpenedRegistry(problems=tuple(problems))
    registry = None
    try:
        registry = Registry.model_validate(document.data)
    except ValidationError as fault:
        problems = [*problems, *explain(fault, Registry, document.places)]
    return OpenedRegistry(registry, document.places, tuple(problems))
