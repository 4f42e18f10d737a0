"""Capitals: the first letter of a line in languages that have capitals of their own, or none."""

from __future__ import annotations

import pytest

from briefpack.text.capitals import capital, small


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("iki \u0131rmak", "tr", "İki \u0131rmak"),
        ("\u0131rmak", "tr", "Irmak"),
        ("iki", "en", "Iki"),
        ("étape", "fr", "Étape"),
        ("შეხვედრა", "ka", "შეხვედრა"),
        ("会谈", "zh", "会谈"),
        ("", "en", ""),
    ],
)
def test_a_line_begins_with_a_capital_of_its_language(text: str, language: str, told: str) -> None:
    """Turkish keeps the dot of its i, and Georgian has no capitals within other letters."""
    assert capital(text, language) == told


@pytest.mark.parametrize(
    ("text", "language", "told"), [("İki", "tr", "iki"), ("Irmak", "tr", "\u0131rmak"), ("It", "en", "it")]
)
def test_a_word_within_a_sentence_is_small_in_its_language(text: str, language: str, told: str) -> None:
    """Turkish has two letters where others have one."""
    assert small(text, language) == told
