"""Validity: what Word and the Open XML SDK would find wrong with a file, as a list of complaints."""

from __future__ import annotations

from briefpack.inspection.inspecting import faults_of_form
from briefpack.inspection.package import open_package


def complaints(content: bytes) -> list[str]:
    """Return what is wrong with the form of a .docx, nothing if it is valid."""
    package, faults = open_package(content)
    return [str(fault) for fault in (faults if package is None else faults_of_form(package))]
