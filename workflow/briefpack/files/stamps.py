"""Stamps: the empty files with which Snakemake dates a folder that it made, out of place in a folder for people."""

from __future__ import annotations

from pathlib import Path

_STAMP = ".snakemake_timestamp"


def remove_stamps(outputs: Path) -> None:
    """Take the stamps out of the released folders of pictures; Snakemake goes by the folder's own date without one."""
    for stamp in outputs.glob(f"*/*/*.media/{_STAMP}"):
        stamp.unlink(missing_ok=True)
