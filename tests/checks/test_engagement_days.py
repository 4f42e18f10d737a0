"""Engagement days: a meeting that was held, and a decision with an impossible day or with two, are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, complaints

TODAY = f"{LEAST}date_of_information: 2024-03-10\n"
ASKED = f"{TODAY}front_pages: {{track_i: {{asks: [{{id: letter, ask: A letter, by: 2024-03-18}}, {{ask: Tea}}]}}}}\n"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("date: 2024-03-09", "prepares for what is ahead"),
        ("date: 2024-03-20, decide_by: 2024-03-21", "after the engagement"),
        ("date: 2024-03-20, decide_by: 2024-03-09", "name a day to come"),
        ("decide_by: 2024-03-09", "name a day to come"),
        ("date: 2024-03, decide_by: 2024-04-01", "after the engagement"),
    ],
)
def test_a_day_that_cannot_be_is_warned_of(tmp_path: Path, days: str, words: str) -> None:
    """A brief that prepares for yesterday, or asks too late, helps nobody."""
    told = complained(tmp_path, TODAY, days)
    assert [words in line and "warning" in line for line in told] == [True]


@pytest.mark.parametrize(
    "days",
    [
        "date: 2024-03-10",
        "date: 2024-03",
        "date: 2024-03-20, decide_by: 2024-03-20",
        "date: 2024-03, decide_by: 2024-03-30",
    ],
)
def test_a_day_that_may_be_right_is_not_told(tmp_path: Path, days: str) -> None:
    """What is known to the month alone may be any of its days."""
    assert complained(tmp_path, TODAY, days) == []


def test_the_engagements_of_a_case_that_is_over_were_held(tmp_path: Path) -> None:
    """There nothing is ahead, and nobody reads them so."""
    assert (
        complained(tmp_path, f"{TODAY}over: {{since: 2024-03-01}}\n", "date: 2024-02-09, decide_by: 2024-02-08") == []
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("date: 2024-03-20, same_as: letter", None),
        ("date: 2024-03-20, same_as: letter, decide_by: 2024-03-18", None),
        ("date: 2024-03-20, same_as: letter, decide_by: 2024-03-20", "two days of one thing"),
        ("date: 2024-03-15, same_as: letter", "after the engagement"),
    ],
)
def test_a_decision_that_is_an_ask_of_the_front_page_has_its_day(tmp_path: Path, days: str, words: str | None) -> None:
    """Page one, the brief and the report tell one date for one thing."""
    told = complained(tmp_path, ASKED, days)
    assert [words in line for line in told if words] == [True] * bool(words)
    assert bool(told) == bool(words)


def test_a_decision_is_an_ask_of_its_own_side(tmp_path: Path) -> None:
    """A brief would tell one side what the other is asked."""
    told = complained(tmp_path, ASKED, "same_as: letter", side="track_ii")
    assert ["no ask of the front page of this side" in line and "error" in line for line in told] == [True]


def test_an_id_that_nothing_has_is_told_once(tmp_path: Path) -> None:
    """That there is no such thing says all; what it should be is told in words that the READMEs use."""
    told = complained(tmp_path, ASKED, "same_as: lettre")
    assert ["there is no ask, commitment, follow-up or log entry with this id" in line for line in told] == [True]


def complained(folder: Path, case: str, days: str, side: str = "track_i") -> list[str]:
    """Return what is told of the days of an engagement."""
    told = complaints(
        folder, case=case, engagements=f"sensitivity: shared\n{side}:\n  - {{id: call, title: Call, {days}}}\n"
    )
    words = (
        "what is ahead",
        "after the engagement",
        "name a day to come",
        "two days of one thing",
        "no ask of the front",
        "with this id",
    )
    return [line for line in told if "engagements.yaml:3:" in line and any(one in line for one in words)]
