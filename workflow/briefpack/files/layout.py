"""Layout: on which page each heading of a Word pack stands, as LibreOffice lays it out."""

from __future__ import annotations

import logging
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

NO_LAYOUT = "LibreOffice (soffice) is not installed here, so the contents are written without page numbers"

LONGEST = 180
"""LibreOffice may take so many seconds for one pack."""


def can_lay_out() -> bool:
    """Return whether LibreOffice is on this machine."""
    return shutil.which("soffice") is not None


def heading_pages(document: bytes) -> list[tuple[str, int]]:
    """Return the headings of a .docx in their order, each with its page counted from 1; none if it cannot be laid out.

    LibreOffice works in a folder of its own, which is removed again, and shares nothing with one that already runs.
    """
    with TemporaryDirectory() as folder:
        (Path(folder) / "pack.docx").write_bytes(document)
        command = ["soffice", f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless"]
        try:
            subprocess.run(
                [*command, "--convert-to", "pdf", "--outdir", folder, str(Path(folder) / "pack.docx")],
                check=True,
                capture_output=True,
                timeout=LONGEST,
            )
            laid_out = (Path(folder) / "pack.pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            return []
    return list(_outline(laid_out))


def _outline(laid_out: bytes) -> Iterator[tuple[str, int]]:
    """Return the titles of a PDF's outline, each with its page."""
    from pypdf import PdfReader
    from pypdf.generic import Destination

    # A desk officer can do nothing about what a PDF library thinks of LibreOffice's PDF.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(BytesIO(laid_out))

    def below(entries: Iterable[object]) -> Iterator[tuple[str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from below(entry)
            elif isinstance(entry, Destination):
                page = reader.get_destination_page_number(entry)
                yield str(entry.title), 0 if page is None else page + 1

    return below(reader.outline)
