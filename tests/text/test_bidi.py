"""Bidi: the direction of each character is that of the Unicode algorithm, and so is the order on a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefpack.text.bidi import base_level, is_left_to_right, kinds, levels, levels_of_line, visual_runs

ORDERS = Path(__file__).with_name("bidi_orders.txt").read_text(encoding="utf-8").splitlines()[1:]
AHEAD = "\u0627\u0644\u0645\u064a\u0646\u0627\u0621"
"""An Arabic word."""


def _order(text: str, base: int) -> list[int]:
    """Return the places of the characters of a line from left to right."""
    runs = visual_runs(levels_of_line(text, levels(text, base), base))
    forward = [(run, range(run.start, run.end)) for run in runs]
    return [place for run, places in forward for place in (reversed(places) if run.level % 2 else places)]


def test_lines_are_ordered_as_another_program_orders_them() -> None:
    """Three hundred lines drawn by lot, of letters, marks, numbers and signs, stand as unicode-bidi sets them."""
    assert len(ORDERS) == 300
    for line in ORDERS:
        base, characters, places = line.split(";")
        text = "".join(chr(int(code, 16)) for code in characters.split())
        assert _order(text, int(base)) == list(map(int, places.split())), line


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        pytest.param("abc (12)", 0, "L" * 8, id="left to right alone"),
        pytest.param(f"{AHEAD} (Berth 7)", 1, "R" * 9 + "L" * 7 + "R", id="brackets around Latin words"),
        pytest.param(f"{AHEAD} 12%", 1, "R" * 8 + "A" * 2 + "R", id="a number after Arabic"),
        pytest.param("\u05d0 12%", 1, "RR" + "E" * 3, id="a number after Hebrew"),
        pytest.param(f"see {AHEAD} 7, 8", 0, "L" * 4 + "R" * 8 + "ARRA", id="Arabic in English"),
    ],
)
def test_a_character_is_set_as_the_algorithm_says(text: str, base: int, expected: str) -> None:
    """Of each character it is told whether it is of left-to-right text, of right-to-left text, or a number in that."""
    assert "".join(kind[0] for kind in kinds(text, base)) == expected


def test_a_paragraph_takes_the_direction_of_its_first_letter() -> None:
    """Numbers and signs say nothing of the direction; without a letter it runs from left to right."""
    assert base_level(f"12 ({AHEAD}) abc") == 1
    assert base_level(f"12 (abc) {AHEAD}") == 0
    assert base_level("12 (3)") == 0


def test_unseen_characters_go_with_what_stands_before_them() -> None:
    """A character of no width divides no run, whatever it asks for."""
    assert levels(f"{AHEAD}\u202aabc\u202c", 1) == [1] * 8 + [2] * 4
    assert levels("\u2067abc", 1) == [1, 2, 2, 2]


def test_the_end_of_a_line_goes_with_its_paragraph() -> None:
    """Spaces that end a line, or stand before a tab, keep the level of the paragraph."""
    text = "abc \tdef  "
    assert levels_of_line(text, levels(text, 1), 1) == [2, 2, 2, 1, 1, 2, 2, 2, 1, 1]


def test_no_more_than_63_open_brackets_are_matched() -> None:
    """What is nested more deeply is no pair, as the algorithm says."""
    for depth, inner in ((63, 2), (64, 1)):
        text = "a" + "(" * depth + "b" + ")" * depth
        assert levels(text, 1)[-1] == inner


@pytest.mark.parametrize(
    "text", ["caf\u00e9 12%", "\u4e2d\u6587", "\u043c\u0438\u0440", "\u0939\u093f\u0928\u094d\u0926\u0940"]
)
def test_scripts_from_left_to_right_need_no_rules(text: str) -> None:
    """Latin, Cyrillic, Chinese and Devanagari run from left to right."""
    assert is_left_to_right(text)
    assert not is_left_to_right(text + AHEAD)
