"""Registries: the sealed registry.yaml of a case, read for the checks that may see it and for nothing else."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from briefpack.case.explain import explain
from briefpack.case.registry import Registry
from briefpack.files.documents import read_document
from briefpack.problems import Problem


def read_registry(folder: Path) -> tuple[Registry | None, list[Problem]]:
    """Give the registry of a case folder, or None where it has none; and every problem with it."""
    path = folder / "registry.yaml"
    if not path.is_file():
        return None, []
    document, problems = read_document(path, ())
    if document is None:
        return None, problems
    try:
        return Registry.model_validate(document.data), problems
    except ValidationError as fault:
        return None, [*problems, *explain(fault, Registry, document.places)]
