"""Layout: Word documents as LibreOffice lays them out, as PDF files and as the text of each page."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import pytest

Name = TypeVar("Name", bound=str)


def as_pdf(documents: Mapping[Name, bytes], folder: Path, how: str = "pdf") -> dict[Name, Path]:
    """Return Word documents by name as PDF files, all of them made in one run of LibreOffice."""
    if not (shutil.which("soffice") and shutil.which("pdftotext")):
        pytest.skip("pages need LibreOffice and poppler: make documents-tools")
    assert documents, "LibreOffice waits for ever where it is given no file"
    files = {name: folder / f"{name}.docx" for name in documents}
    for name, file in files.items():
        file.write_bytes(documents[name])
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", own, "--headless", "--convert-to", how, "--outdir", folder, *files.values()]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {name: folder / f"{name}.pdf" for name in documents}


def page_texts(documents: Mapping[Name, bytes], folder: Path) -> dict[Name, list[str]]:
    """Return the text of each page of Word documents by name."""
    found: dict[Name, list[str]] = {}
    for name, pdf in as_pdf(documents, folder).items():
        told = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True)
        found[name] = told.stdout.decode("utf-8").split("\f")
    return found
