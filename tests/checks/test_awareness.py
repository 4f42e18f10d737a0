"""Awareness: who reads that he does not know of the work has just been told."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, complaints, pack_for, read_case, write_case

CASE = LEAST + "date_of_information: 2024-03-01\n"
OVER = CASE + "over: {since: 2024-02}\n"
#: Each place of the model at which it is said what officials know.
PLACES = {
    "conception": "track_i_relation: {awareness: UNAWARE}\n",
    "conception.yaml": "track_i_relations: [{awareness: UNAWARE}]\n",
    "assessment": "efforts: [{id: e, name: Boats, track_i_relations: [{awareness: UNAWARE}]}]\n",
    "planning": (
        "activities: [{id: a, title: Hall, track_i_relations: [{awareness: UNAWARE, sensitivity: shared}]}]\n"
    ),
}
HIDDEN = "{value: unaware, sensitivity: track_ii_only}"


def told(tmp_path: Path, place: str, said: str = "unaware", case: str = CASE) -> list[str]:
    """Return the warnings of one place; where there is none, officials do not read it either."""
    stem = place.removesuffix(".yaml")
    text = PLACES[place].replace("UNAWARE", said)
    files = {"case": case, stem: f"sensitivity: shared\n{text}"}
    found = [line for line in complaints(tmp_path, **files) if "do not know of the work" in line]
    pack = pack_for(read_case(write_case(tmp_path, **files))[0], "track-i")
    assert ("officials do not know of the work" in pack.lower()) == bool(found)
    return found


@pytest.mark.parametrize("place", PLACES)
def test_officials_who_would_read_that_they_do_not_know_are_a_warning(tmp_path: Path, place: str) -> None:
    """At its line, with what to write instead."""
    (line,) = told(tmp_path, place)
    assert line.startswith(f"{place.removesuffix('.yaml')}.yaml:2:")
    assert "'sensitivity: track_ii_only'" in line


@pytest.mark.parametrize("place", PLACES)
def test_what_they_do_not_read_or_know_is_no_warning(tmp_path: Path, place: str) -> None:
    """Withheld from them, another word, or a case that is over, of which it is history."""
    assert told(tmp_path / "hidden", place, HIDDEN) == []
    assert told(tmp_path / "informed", place, "informed") == []
    assert told(tmp_path / "over", place, case=OVER) == []


@pytest.mark.parametrize(("end", "count"), [("2023", 0), ("2024", 1), ("2024-05", 1)])
def test_a_time_that_is_past_is_history_too(tmp_path: Path, end: str, count: int) -> None:
    """Only one that has certainly ended."""
    text = f"sensitivity: shared\ntrack_i_relations: [{{from: 2022, to: {end}, awareness: unaware}}]\n"
    found = complaints(tmp_path, case=CASE, conception=text)
    assert len([line for line in found if "do not know of the work" in line]) == count
