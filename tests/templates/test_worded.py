"""Worded: what a pack says of values in its own words is true for its reader, and reads as a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, pack_for

from briefpack.handbook import Audience

_SOURCES = """\
sources:
  - {key: O, title: Our story, type: report, grade: organisers_account, authors: [{organisation: The Team}]}
  - {key: E, title: Another, type: book, grade: independent_analysis, authors: [{family: Other}]}
"""


def pack_with(parent: Path, audience: Audience = "track-ii", case: str = "", **files: str) -> str:
    """Give the pack of a small case with these lines in its files."""
    opened = {name: f"sensitivity: shared\n{text}\n" for name, text in files.items()}
    return pack_for(case_of(parent, case=LEAST + case, **opened), audience)


@pytest.mark.parametrize("audience", PACKS)
def test_what_nobody_knows_to_have_arrived_is_not_said_to_have_arrived(tmp_path: Path, audience: Audience) -> None:
    """Whoever reads it may be the other track; and that something was passed on is all that is known."""
    consent = "consent: {who: All, how: Aloud}, release_to: [track_i, track_ii]"
    output = f"outputs: [{{id: map, text: A map, kind: statement, {consent}}}]"
    finding = "evaluation: {transfer: [{content: A map of the wells, output: map, to: track_i, received: unknown}]}"
    pack = pack_with(tmp_path, audience, implementation=output, evaluation=finding)
    line = next(line for line in pack.splitlines() if "A map of the wells" in line)
    assert "to track I:" in line.replace("To", "to").replace("**", "")
    assert "the other track" not in pack.split("## Annex")[0]
    assert "reached" not in pack.split("## Annex")[0]


@pytest.mark.parametrize(("source", "is_marked"), [("O", True), ("E", False)])
def test_another_reading_by_the_organisers_is_marked_as_theirs(tmp_path: Path, source: str, is_marked: bool) -> None:
    """A second number from the same people is no second witness."""
    summary = f"summary: {{value: Ten met., cite: [E], other_readings: [{{value: Twelve met, cite: [{source}]}}]}}\n"
    pack = pack_with(tmp_path, case=summary + _SOURCES)
    note = f"(*sources differ:* Twelve met[^{source}]{' *(self-reported)*' if is_marked else ''})"
    assert note in pack


@pytest.mark.parametrize(
    ("word", "said"),
    [("partly_verified", "*(checked in part)*"), ("recall", "*(from recall, not checked)*"), ("verified", None)],
)
def test_how_far_a_value_was_checked_is_not_said_to_be_recalled(tmp_path: Path, word: str, said: str | None) -> None:
    """What was looked up in part was not remembered."""
    pack = pack_with(tmp_path, case=f"summary: {{value: They met, verification: {word}}}\n")
    line = next(line for line in pack.splitlines() if line.startswith("They met"))
    assert line == f"They met {said}" if said else line == "They met"
