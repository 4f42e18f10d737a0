"""Attendance: who leads, acts or agrees at a session is in its room."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import complaints

THERE = "ours: [{role: First convenor}, {role: Vet of the college}], theirs: [{role: Nine herders, party: herders}]"
PARTIES = "sensitivity: shared\nparties: [{id: herders, name: Anwen herders}, {id: farmers, name: Terrace farmers}]\n"


@pytest.mark.parametrize("who", ["Chair of the day", "The duty desk"])
@pytest.mark.parametrize(
    "session", ["opened_by: WHO", "run: [{what: A, lead: WHO}]", "contingencies: [{kind: leak, trigger: A, who: WHO}]"]
)
def test_somebody_who_is_not_there_is_told(tmp_path: Path, session: str, who: str) -> None:
    """On the day nobody looks up who was meant."""
    told = complained(tmp_path, f"{THERE}, {session.replace('WHO', who)}")
    assert ["names nobody under 'ours' or 'theirs': name a role" in line for line in told] == [True]


@pytest.mark.parametrize(
    "who",
    [
        "First convenor",
        "the convenors, in turn",
        "Vet",
        "Oldest herder",
        "Anwen elder",
        "All",
        "unknown",
        "Todas, por escrito",
        "Каждый",
    ],
)
@pytest.mark.parametrize("session", ["run: [{what: A, lead: WHO}]", "passed_on: [{what: A, consent: WHO}]"])
def test_somebody_who_is_there_is_not_told(tmp_path: Path, session: str, who: str) -> None:
    """A part of the role is enough, and so is a word for everybody."""
    assert complained(tmp_path, f"{THERE}, {session.replace('WHO', repr(who))}") == []


def test_a_consent_of_nobody_there_is_told(tmp_path: Path) -> None:
    """What leaves the room leaves it with the consent of those who were in it, or of nobody."""
    told = complained(tmp_path, f"{THERE}, passed_on: [{{what: The map, consent: The two ministries}}]")
    assert ["who could agree" in line for line in told] == [True]
    assert complained(tmp_path, f"{THERE}, passed_on: [{{what: The map, consent: Not asked yet}}]") == []


def test_where_it_is_not_said_who_is_there_nothing_is_told(tmp_path: Path) -> None:
    """Whoever is named may be among them."""
    assert complained(tmp_path, "run: [{what: A, lead: Chair of the day}]") == []


def test_a_party_in_the_room_that_its_activity_does_not_name_is_told(tmp_path: Path) -> None:
    """The pack would tell the activity without it, and the brief with it."""
    planning = "sensitivity: shared\nactivities: [{id: table, title: Table, track: ii, parties: [PARTY]}]\n"
    session = f"activity: table, {THERE}"
    told = complained(tmp_path, session, planning=planning.replace("PARTY", "farmers"))
    assert ["does not name this party" in line for line in told] == [True]
    assert complained(tmp_path, session, planning=planning.replace("PARTY", "farmers, herders")) == []


def complained(folder: Path, session: str, **files: str) -> list[str]:
    """Return what is told of who is at a session."""
    engagements = f"sensitivity: shared\ntrack_ii:\n  - {{id: day, title: Day, {session}}}\n"
    told = complaints(folder, assessment=PARTIES, engagements=engagements, **files)
    return [line for line in told if "names nobody" in line or "does not name this party" in line]
