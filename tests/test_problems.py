"""Problems: a hint names the nearest word, and never one that would open a value to the other track."""

from __future__ import annotations

from typing import get_args

import pytest

from briefpack.handbook import Sensitivity
from briefpack.problems import near_miss

WORDS = get_args(Sensitivity)


@pytest.mark.parametrize(
    "spelt",
    ["track_2_only", "track2_only", "track_two_only", "Track II only", "Track_II_Only", "trackii_only", "ii_only"],
)
def test_a_sensitivity_misspelt_for_track_ii_is_never_taken_for_track_i(spelt: str) -> None:
    """Letters are nearer to the other track's word; what is meant is not."""
    assert near_miss(spelt, WORDS) == " (did you mean 'track_ii_only'?)"


@pytest.mark.parametrize(
    ("spelt", "hint"), [("track_i_onyl", "track_i_only"), ("shraed", "shared"), ("team-only", "team_only")]
)
def test_any_other_word_has_the_nearest_for_a_hint(spelt: str, hint: str) -> None:
    """A slip of the finger is told with the word that was meant."""
    assert near_miss(spelt, WORDS) == f" (did you mean '{hint}'?)"


def test_a_word_of_no_known_track_has_no_hint_of_another() -> None:
    """Nothing is better than the wrong track."""
    assert near_miss("track_iii_only", ["track_i_only", "track_ii_only"]) == ""


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("likely", ["remote_chance", "unlikely", "highly_likely", "likely_or_probable"], "likely_or_probable"),
        ("likely", ["unlikely", "almost_certain"], ""),
        ("met", ["unmet", "partly"], ""),
        ("unmet", ["met"], ""),
        ("not_ready", ["ready"], ""),
        ("active", ["inactive"], ""),
        ("unwiling", ["willing", "unwilling"], "unwilling"),
        ("AMBER", ["red", "amber", "green"], "amber"),
        ("AMBER", ["amber", "amber_strict"], "amber"),
        ("amber+strict", ["amber", "amber_strict"], "amber_strict"),
        ("In Progress", ["in_progress", "blocked"], "in_progress"),
        ("unknwon", ["high", "unknown"], "unknown"),
    ],
)
def test_a_hint_never_reverses_what_was_meant(word: str, known: list[str], hint: str) -> None:
    """A word is nearer to its contrary than to what was meant; capitals and spaces are not what makes it wrong."""
    assert near_miss(word, known) == (f" (did you mean '{hint}'?)" if hint else "")


def test_no_hint_is_looked_for_where_a_word_is_longer_than_any_known() -> None:
    """A text read as a word would be compared letter by letter with all that are known."""
    assert near_miss("amber" * 30, ["amber" * 30 + "s"]) == ""
