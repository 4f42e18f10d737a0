"""The words of a topic: once, for a topic that something is on, and in every language of the case."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, complaints

LINE = "sensitivity: shared\npublic_lines: [{topic: fence, stance: silent, text: It stands.}]\n"


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("{id: fence, words: a}, {id: fence, words: b}", "4:38: error: this topic has words above: keep one entry"),
        (
            "{id: fences, words: a}",
            "4:15: warning: nothing in this case is on this topic (did you mean 'fence'?): delete the entry, or give "
            "its id to what is on it",
        ),
    ],
)
def test_words_that_nothing_needs_are_told_at_their_place(tmp_path: Path, listed: str, said: str) -> None:
    """Words twice would hide one another; an id that is misspelt would leave its topic without words."""
    told = complaints(tmp_path, LEAST + f"topics: [{listed}]\n", coordination=LINE)
    assert [line.rpartition("case.yaml:")[2] for line in told if "this topic" in line] == [said]


def test_words_for_what_readers_are_shown_or_only_the_team_sees_are_no_warning(tmp_path: Path) -> None:
    """The coordinator's report prints topics that no pack has."""
    mandate = LINE + "mandate: {to_track_i: {may_not: [tolls]}}\n"
    topics = "topics: [{id: fence, words: the fence}, {id: tolls, words: tolls}]\n"
    told = complaints(tmp_path, LEAST + topics, coordination=mandate)
    assert not [line for line in told if "case.yaml:4:" in line]
