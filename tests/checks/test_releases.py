"""Releases: what a case records of versions that were given out fits its own version and date, and one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of, complaints

from briefpack.disclosure.select import select
from briefpack.handbook import PACK_AUDIENCES

HEAD = LEAST + "version: '1.2'\ndate_of_information: 2024-03-01\nreleases:\n  track_i:\n"


def told(parent: Path, *entries: str) -> list[str]:
    """Return what is said of these releases to officials, without the place."""
    case = HEAD + "".join(f"    - {{{entry}}}\n" for entry in entries)
    return [line.partition("warning: ")[2].partition(":")[0] for line in complaints(parent, case)]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (["version: '1.2', date: 2024-03-01"], []),
        (["version: '1.1', date: 2024-02-01", "version: '1.2', date: 2024-03-01"], []),
        (["version: '1.10', date: 2024-02-01"], ["this version is later than that of the case"]),
        (["version: v2, date: 2024-02-01"], ["this version is later than that of the case"]),
        (["version: draft for the minister, date: 2024-02-01"], []),
        (["version: '1.2.0', date: 2024-02-01"], []),
        (["version: '1.1', date: 2024-03-02"], ["this release is dated after the date of information"]),
        (["version: '1.1', date: 2024-03"], []),
        (
            ["version: '1.1', date: 2024-01-01", "version: '1.1.0', date: 2024-02-01"],
            ["this reader is said to have been given this version before"],
        ),
        (
            ["version: '1.1', date: 2024-01-01", "version: '1.0', date: 2024-02-01"],
            ["a later version than this is dated before it"],
        ),
    ],
)
def test_a_release_that_cannot_be_is_a_warning(tmp_path: Path, entries: list[str], said: list[str]) -> None:
    """Versions are compared as numbers, dates as far as they are known; what is neither is left alone."""
    assert told(tmp_path, *entries) == said


def test_the_same_version_on_one_day_to_both_readers_is_no_warning(tmp_path: Path) -> None:
    """It is the rule, and says nothing of the case to either."""
    entry = "[{version: '1.1', date: 2024-02-01, changed: [TEXT]}]"
    case = LEAST + f"releases: {{track_i: {entry}, track_ii: {entry}, coordinator: {entry}}}\n"
    for number, reader in enumerate(("Days are told", "Rooms are told", "Both are told")):
        case = case.replace("TEXT", f"{reader} {number}", 1)
    assert complaints(tmp_path, case) == []


def test_a_reader_sees_its_own_releases_and_never_those_of_another(tmp_path: Path) -> None:
    """Whoever opens them to another is refused, with what to remove."""
    readers = ("track_i", "track_ii", "coordinator")
    entries = {reader: f"[{{version: '1.1', date: 2024-02-01, changed: [For {reader}]}}]" for reader in readers}
    opened = ", ".join(f"{reader}: {{value: {entry}, sensitivity: public}}" for reader, entry in entries.items())
    found = complaints(tmp_path / "opened", LEAST + f"releases: {{{opened}}}\n")
    assert len([line for line in found if "X02" in line and "may never see this field" in line]) == 4
    plain = ", ".join(f"{reader}: {entry}" for reader, entry in entries.items())
    case = case_of(tmp_path / "plain", case=LEAST + f"releases: {{{plain}}}\n")
    seen = {audience: select(case, audience) for audience in (*PACK_AUDIENCES, "coordinator")}
    texts = {audience: {str(leaf) for leaf in view.leaves if "For" in str(leaf)} for audience, view in seen.items()}
    assert texts == {
        "track-i": {"For track_i"},
        "track-ii": {"For track_ii"},
        "coordinator": {"For track_i", "For track_ii", "For coordinator"},
    }
