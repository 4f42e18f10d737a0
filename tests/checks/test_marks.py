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
        "GEHEIM",
        "Très Secret",
        "TRES SECRET",
        "CONFIDENTIEL DEFENSE",
        "Confidentiel Défense",
        "EU Restricted",
        "For official use only",
        "Controlled Unclassified Information",
        "(S//NF)",
        "(TS//SI/TK) in part",
        "Paragraph 2 (U//FOUO)",
        "(TS)",
        "TOP_SECRET",
        "Streng geheim",
        "Confidentiel UE",
        "F.O.U.O.",
        "\u0421\u0415\u041a\u0420\u0415\u0422\u041d\u041e",
        "Secret",
        "UK Secret",
        "Restricted",
        "Top\u00a0secret",
        "Exercise - restricted",
        "Protected · exercise",
        "UK_SECRET",
        "Top\u2011Secret",
        "[UK Secret]",
        "Secret!",
        "Handle as UK Secret",
        "UK Secret Exercise",
        "EU Confidential",
        "\uff33\uff25\uff23\uff32\uff25\uff34",
        "S E C R E T",
        "\u0421\u0435\u043a\u0440\u0435\u0442\u043d\u043e",
        "NATO",
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
    "caveat",
    [
        "Exercise - built from public sources",
        "Not for officials",
        "Kept secret by all",
        "In limited numbers",
        "Kept geheim",
        "Towns (S) and (C) on the map",
        "Restricted circulation",
        "Protected witnesses took part",
        "Restricted, do not copy",
        "For the team only; protected",
        "Mission in Malta, official",
        "Orcon Ltd",
    ],
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


LIMITLESS = "this mark sets no limit, but the pack of "


@pytest.mark.parametrize(
    ("handling", "summary", "told"),
    [
        ("mark: unclassified, tlp: clear", "value: S, sensitivity: track_i_only", ["5:18 track-i", "5:37 track-i"]),
        ("mark: unclassified, tlp: clear", "value: S, sensitivity: track_ii_only", ["5:18 track-ii", "5:37 track-ii"]),
        ("mark: unclassified, tlp: green", "value: S, sensitivity: track_i_only", ["5:18 track-i"]),
        ("mark: confidential, tlp: clear", "value: S, sensitivity: track_i_only", ["5:37 track-i"]),
        ("mark: confidential, tlp: amber", "value: S, sensitivity: track_i_only", []),
        ("mark: unclassified, tlp: clear", "value: S, sensitivity: team_only", []),
        ("mark: unclassified, tlp: clear", "value: S, sensitivity: shared", []),
        ("mark: unclassified, tlp: clear", "value: S, sensitivity: track_i_only, mark: confidential, tlp: red", []),
    ],
)
def test_a_mark_without_a_limit_on_what_the_other_track_must_not_see_is_warned_of(
    tmp_path: Path, handling: str, summary: str, told: list[str]
) -> None:
    """At the mark, unless the pack is marked higher for what it holds; a front page of one track alone is nothing."""
    front_pages = "front_pages: {track_i: {purpose: To know}, track_ii: {purpose: To meet}}\n"
    found = complaints(tmp_path, f"{LEAST}{front_pages}handling: {{{handling}}}\nsummary: {{{summary}}}\n")
    warned = [line for line in found if LIMITLESS in line]
    assert all(" warning: " in line for line in warned)
    places = [f"{line.split(':')[1]}:{line.split(':')[2]} {line.split(LIMITLESS)[1].split()[0]}" for line in warned]
    assert places == told


def test_a_case_without_a_mark_is_handled_at_the_highest_and_not_warned_of(tmp_path: Path) -> None:
    """The low mark of one value does not lower what nobody marked."""
    summary = "summary: {value: S, sensitivity: track_i_only, mark: unclassified, tlp: clear}\n"
    assert not [line for line in complaints(tmp_path, LEAST + summary) if LIMITLESS in line]
