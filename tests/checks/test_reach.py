"""What reaches nobody is told: every item that its author opened and that something else keeps out of every pack."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, SHIPPED, complaints, shipped

from briefpack.checks import problems_of_views
from briefpack.handbook import PACK_AUDIENCES
from briefpack.stages.select import select

SECRET = "activities: [{id: a, title: A, track: ii, confidentiality: deniable, sensitivity: SAID}]\n"
UNREACHED = "warning: no reader sees this, though"


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"planning": SECRET.replace("SAID", "track_i_only")}, "planning.yaml:1:14"),
        (
            {
                "planning": "activities: [{id: a, title: A, track: ii, sensitivity: team_only}]\n",
                "implementation": "sessions: [{activity: a, title: Opening}]\n",
            },
            "implementation.yaml:1:12",
        ),
        (
            {
                "planning": "activities: [{id: a, title: A, track: i, sensitivity: track_i_only}]\n",
                "implementation": "sessions: [{activity: a, title: Opening, sensitivity: track_ii_only}]\n",
            },
            "implementation.yaml:1:12",
        ),
        (
            {"implementation": "outputs: [{id: o, text: T, release_to: [track_i], embargo: {until: 2030}}]\n"},
            "implementation.yaml:1:11",
        ),
        (
            {
                "case": LEAST + "actors: [{id: desk, name: Desk, sensitivity: team_only}]\n",
                "coordination": "liaisons: [{actor: desk, track: track_ii}]\n",
            },
            "coordination.yaml:1:12",
        ),
    ],
    ids=["a rule of existence", "a withheld activity", "readers that do not meet", "an embargo", "a withheld actor"],
)
def test_what_is_opened_and_in_nobodys_pack_is_a_warning(tmp_path: Path, files: dict[str, str], place: str) -> None:
    """It is told once, at the outermost item, whatever it is that keeps it out."""
    told = [line for line in complaints(tmp_path, **files) if UNREACHED in line]
    assert [line.split(": ")[0] for line in told] == [place]


@pytest.mark.parametrize(
    "files",
    [
        {"planning": SECRET.replace("SAID", "track_ii_only")},
        {"planning": SECRET.replace("SAID", "team_only")},
        {"planning": "activities: [{id: a, title: {value: A, sensitivity: team_only}, track: ii}]\n"},
        {
            "coordination": "red_lines: [No dam]\n",
            "planning": "activities: [{id: a, title: A, safety: {risks: [R]}}]\n",
        },
    ],
    ids=["its own side sees it", "closed", "its title is closed", "closed by default"],
)
def test_what_is_seen_or_was_closed_by_its_author_is_not_told(tmp_path: Path, files: dict[str, str]) -> None:
    """A warning that is always there would be read by nobody."""
    assert [line for line in complaints(tmp_path, **files) if UNREACHED in line] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_all_that_a_shipped_case_opens_reaches_somebody(name: str) -> None:
    """The shipped cases are examples to follow."""
    case = shipped(name)
    told = problems_of_views(case, {audience: select(case, audience) for audience in PACK_AUDIENCES})
    assert [str(problem) for problem in told if UNREACHED in str(problem)] == []
