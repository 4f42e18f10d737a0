"""What all tests share: the project's root, and a project that was built once."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the project's folder."""
    return Path(__file__).resolve().parents[1]
