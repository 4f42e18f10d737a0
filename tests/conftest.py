"""What all tests share: the root, templates compiled and wording read once, and nothing kept of them on the disk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import jinja2
import pytest

from briefpack.files import catalogues
from briefpack.files.documents import Document
from briefpack.problems import Problem
from briefpack.stages.render.trail import FollowedEnvironment


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def _nothing_kept() -> Iterator[None]:
    """Keep no compiled templates: most lie in folders that are gone after a test, and would be kept for nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)
        yield


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Compile each template of packs once in a process, wherever it lies: that takes longer than a small pack itself.

    What compiles a template is the same for all packs; no test changes it but those of `Compiled`, on Jinja's own.
    """
    codes: dict[tuple[str, str | None], CodeType] = {}
    compile_anew = jinja2.Environment.compile

    def compiled(self: jinja2.Environment, source: str, name: str | None = None, filename: str | None = None) -> object:
        if type(self) in {jinja2.Environment, FollowedEnvironment}:
            return compile_anew(self, source, name, filename)
        if (source, name) not in codes:
            codes[source, name] = compile_anew(self, source, name, filename)
        return _lying_at(filename or "<template>", codes[source, name])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compiled)
        yield


@pytest.fixture(scope="session", autouse=True)
def _worded_once() -> Iterator[None]:
    """Read a file of wording once in a process for as long as it holds the same: each pack reads it, and checks it."""
    documents: dict[tuple[Path, Path, bytes], tuple[Document | None, list[Problem]]] = {}
    read_anew = catalogues.read_document

    def read(path: Path, root: Path) -> tuple[Document | None, list[Problem]]:
        key = path, root, path.read_bytes() if path.is_file() else b""
        if key not in documents:
            documents[key] = read_anew(path, root)
        return documents[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogues, "read_document", read)
        yield


def _lying_at(file: str, code: CodeType) -> CodeType:
    """Return code as it would be, had it been compiled from this file."""
    if code.co_filename == file:
        return code
    inner = [_lying_at(file, one) if isinstance(one, CodeType) else one for one in code.co_consts]
    return code.replace(co_filename=file, co_consts=tuple(inner))
