"""Marks: nobody but a government classifies, and the two schemes that are offered have the words they have."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, complaints


@pytest.mark.parametrize(
    "caveat",
    [
        "Top secret",
        "SECRET",
        "Official-Sensitive",
        "For readers cleared NOFORN",
        "OFFICIAL",
        "RESTREINT UE",
        "LIMITE",
        "UK eyes only",
        "TLP:WHITE",
    ],
)
def test_a_word_of_a_government_in_a_caveat_is_an_error(tmp_path: Path, caveat: str) -> None:
    """It is told at its place with the words that may be used."""
    told = complaints(tmp_path, f"{LEAST}handling: {{mark: confidential, caveat: '{caveat}'}}\n")
    told = [line for line in told if "acronym" not in line]
    assert len(told) == 1
    assert told[0].startswith("case.yaml:4:40: error: this reads like a classification by a government")
    assert "strictly_confidential" in told[0]
    assert "amber_strict" in told[0]


@pytest.mark.parametrize(
    "caveat", ["Exercise - built from public sources", "Not for officials", "Kept secret by all", "In limited numbers"]
)
def test_plain_words_in_a_caveat_are_fine(tmp_path: Path, caveat: str) -> None:
    """A sentence may speak of officials and secrets."""
    assert complaints(tmp_path, f"{LEAST}handling: {{mark: confidential, caveat: '{caveat}'}}\n") == []


@pytest.mark.parametrize("where", ["handling: {mark: secret}", "place: {value: Here, mark: official_sensitive}"])
def test_a_mark_of_another_scheme_is_an_error(tmp_path: Path, where: str) -> None:
    """The marks that there are stand in the message."""
    told = complaints(tmp_path, f"{LEAST}{where}\n")
    assert len(told) == 1
    assert "unclassified, confidential, strictly_confidential" in told[0]
