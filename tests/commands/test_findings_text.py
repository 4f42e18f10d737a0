"""The text of `check --findings`: in order and wrapped, each finding with its place, its owner and its remedy."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from tests.building import INPUTS, tell

CASE = INPUTS / "crossed-lines"
LONGEST = 100


def printed(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the lines that are printed of a case that breaks every rule."""
    return tell(capsys, "check", "--quiet", "--findings", CASE).out.splitlines()


def test_the_gravest_stand_first_and_those_alike_in_the_order_of_the_files(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """So somebody who reads the first lines has read what matters, and finds the places one after another."""
    form = re.compile(r"(.*):(\d+):(\d+): finding C\d\d-[0-9a-f]{8} \((high|medium|low)\)")
    found = [match.groups() for line in printed(capsys) if (match := form.fullmatch(line))]
    assert len(found) > 20
    keys = [(("high", "medium", "low").index(rank), file, int(line), int(column)) for file, line, column, rank in found]
    assert keys == sorted(keys)


def test_sentence_remedy_and_what_may_be_said_stand_below_their_place_and_fit_a_window(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Only the line with the place may be longer; where nothing may be said to either side, that is one line."""
    lines = printed(capsys)
    assert [line for line in lines if line.startswith("  ") and len(line) > LONGEST] == []
    starts = [number for number, line in enumerate(lines) if ": finding C" in line]
    for start, end in pairwise(starts):
        texts = [line for line in lines[start + 1 : end] if re.match(r"  \S", line)]
        assert texts[1].startswith(("  Whoever ", "  The coordinator between the tracks: "))
        said = [text.split(":")[0] for text in texts[2:]]
        assert said in (
            ["  To either side"],
            ["  To track I (officials)", "  To track II (facilitators and convenors)"],
        )
