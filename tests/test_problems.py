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
