"""Intervals: what lasts is printed with its beginning and its end, as far as a reader is shown both."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.building import LEAST, case_of, pack_for

ROUNDS = """\
sensitivity: shared
track_i_rounds:
  - {id: long, title: Long round, from: 1991, to: 1992}
  - {id: weir, title: Weir round, from: 1992-03-02, to: 1992-03-05}
  - {id: one_day, title: Signing, from: 1992-03-09}
  - {id: open, title: Half told, to: {value: 1992-04, sensitivity: team_only}, from: {value: 1992-04, sensitivity: team_only}}
  - {id: ended, title: Told by its end, from: {value: 1992-05, sensitivity: team_only}, to: 1992-06}
"""


def test_a_round_is_printed_with_its_first_and_its_last_day(tmp_path: Path) -> None:
    """Of one whose end is not given, as of one whose end is withheld, only the beginning is told; nothing is guessed."""
    text = pack_for(case_of(tmp_path, coordination=ROUNDS), "track-ii")
    assert re.search(r"^- Long round \(1991.{1,3}1992\)$", text, re.MULTILINE)
    assert re.search(r"^- Weir round \(2.{1,3}5 March 1992\)$", text, re.MULTILINE)
    assert "- Signing (from 9 March 1992)\n" in text
    assert "- Half told\n" in text
    assert "- Told by its end (until June 1992)\n" in text


@pytest.mark.parametrize(
    ("window", "said"),
    [
        ("start: {value: 1992-05, sensitivity: shared}, end: {value: 1993-07, sensitivity: shared}", "May 1992.{1,3}July 1993"),
        ("start: {value: 1992-05, sensitivity: shared}, end: {value: 1992-05, sensitivity: shared}", "May 1992"),
        ("start: {value: 1992-05, sensitivity: shared}, end: {value: 1993-07, sensitivity: team_only}", "from May 1992"),
        ("start: 1992-05, end: {value: 1993-07, sensitivity: shared}", "until July 1993"),
        ("start: 1992-05, end: 1993-07, coarse: 1992/1993", "1992.{1,3}1993"),
        ("start: 1992-05, end: 1993-07", ""),
    ],
)  # fmt: skip
def test_an_end_that_a_reader_is_not_shown_is_left_open(tmp_path: Path, window: str, said: str) -> None:
    """An activity shown with its beginning alone is not said to be over with it."""
    planning = f"sensitivity: shared\nactivities: [{{id: a, title: Hearings, window: {{{window}}}}}]\n"
    text = pack_for(case_of(tmp_path, planning=planning), "track-i")
    shown = rf": {said}" if said else ""
    assert re.search(rf"^- \*\*Hearings\*\*{shown}$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("period", "said"), [("{from: 2023-02, to: 2024-01}", "February 2023.{1,3}January 2024"), ("{from: 2023}", "from 2023")]
)  # fmt: skip
def test_the_cover_gives_the_whole_period(tmp_path: Path, period: str, said: str) -> None:
    """That the work still goes on is not said of one whose end is not shown."""
    text = pack_for(case_of(tmp_path, case=f"{LEAST}period: {period}\n"), "track-ii")
    assert re.search(rf"^\*\*Period:\*\* {said}$", text, re.MULTILINE)


CITED = """\
sensitivity: shared
efforts:
  - id: ferry
    name: Ferry talks
    from: {value: 1991-02, cite: [{key: S1, at: "page 3"}]}
    to: {value: 1992-06, cite: [{key: S2, at: "page 9"}]}
  - {id: mill, name: Mill talks, from: {value: 1991-02, cite: [S1]}, to: {value: 1992-06, cite: [S1]}}
  - {id: weir, name: Weir talks, from: {value: 1991-02, cite: [S1]}, to: {value: 1991-02, cite: [S2]}}
"""
SOURCES = (
    LEAST
    + """\
sources:
  - {key: S1, citation: River report, grade: press, verification: verified}
  - {key: S2, citation: Weir report, grade: press, verification: verified}
"""
)


def test_each_end_of_an_interval_bears_its_own_source(tmp_path: Path) -> None:
    """Nobody is credited with the date of another; what both ends rest on stands once, behind them."""
    text = pack_for(case_of(tmp_path, SOURCES, assessment=CITED), "track-ii")
    assert "- **Ferry talks** (February 1991[^S1/1] to June 1992[^S2/1])" in text
    assert re.search(r"^- \*\*Mill talks\*\* \(February 1991.{1,3}June 1992\[\^S1\]\)", text, re.MULTILINE)
    assert "- **Weir talks** (February 1991[^S1][^S2])" in text
