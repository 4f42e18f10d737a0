"""The families of checks: what must hold across the files of a case."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, complaints

TEAM = LEAST + "actors: [{id: team, name: Team}]\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"assessment": "owner: team\n"}, "assessment.yaml:1:8: error: there is no actor with this id: the case lists no actor yet"),
        ({"case": LEAST + "place: {value: x, cite: [S1]}\n"}, "case.yaml:4:26: error: there is no source with this key: add it to 'sources' in case.yaml"),
        ({"assessment": "intervenor: {acceptable_to: {mill: accepted}}\n"}, "assessment.yaml:1:30: error: there is no party"),
        ({"planning": "activities: [{id: a, title: A, participants: {per_party: {mill: 3}}}]\n"}, "planning.yaml:1:59: error: there is no party"),
        ({"evaluation": "evaluation: {indicators: [{indicator: i}]}\n"}, "evaluation.yaml:1:39: error: there is no indicator"),
        ({"evaluation": "scale_up_progress: [{scale_up: s}]\n"}, "evaluation.yaml:1:32: error: there is no scale up"),
        (
            {"assessment": "parties: [{id: mill, name: A}]\nissues: [{id: mill, title: A}]\ngaps: [{id: g, description: A}, {id: g, description: B}]\n"},
            "assessment.yaml:3:38: error: this gap id is already used at ",
        ),
        ({"case": LEAST + "sources: [{key: S1, citation: A}, {key: S1, citation: B}]\n"}, "case.yaml:4:41: error: this source id is already used"),
        ({"case": LEAST + "place: {value: x, likelihood: likely}\n"}, "case.yaml:4:31: error: a likelihood needs a scale"),
        (
            {"case": LEAST + "likelihood_scale: phia\nplace: {value: x, likelihood: very_likely}\n"},
            "case.yaml:5:31: error: not a word of the scale phia",
        ),
        (
            {"assessment": "issues: {value: [{id: b, title: B}], none_because: Nobody asked}\n"},
            "assessment.yaml:1:52: error: 'none_because' gives the reason for an empty list",
        ),
        (
            {"case": LEAST + "actors: [{id: a, name: A}, {id: b, name: B}]\n", "conception": "funding: {sources: [{actor: a, share: 0.9}, {actor: b, share: 0.9}]}\n"},
            "conception.yaml:1:20: warning: the shares of these sources add up to 180 per cent",
        ),
        ({"assessment": "readiness: [{id: exit_written}]\n"}, "assessment.yaml:1:18: error: not a readiness point of assessment"),
        (
            {"assessment": "efforts: [{id: e, name: E, from: 1995-02, to: 1995-01}]\n"},
            "assessment.yaml:1:47: error: this ends before it starts",
        ),
        (
            {"planning": "activities: [{id: a, title: A, track: ii, window: {start: 2024-02-10, end: 2024-02-01}}]\n"},
            "planning.yaml:1:76: error: this ends before it starts",
        ),
        (
            {"assessment": "parties: [{id: p, name: P}, {id: q, name: Q}]\n", "planning": "activities: [{id: a, title: A, parties: [q], participants: {per_party: {q: 4, p: 5}}}]\n"},
            "planning.yaml:1:82: warning: this party is counted here, but not named under 'parties'",
        ),
        (
            {"assessment": "efforts: [{id: e, name: Lake talks}]\n", "planning": "activities: [{id: a, title: Lake Talks}, {id: b, title: Lake talks, part_of: e}]\n"},
            "planning.yaml:1:29: warning: an effort in assessment.yaml has the same name",
        ),
        (
            {"assessment": "efforts: [{id: e, name: E, level: [top]}]\n", "planning": "activities: [{id: a, title: A, part_of: e, level: [top, middle]}]\n"},
            "planning.yaml:1:57: warning: the effort that this is part of does not name this level",
        ),
        (
            {"assessment": "parties: [{id: p, name: P}, {id: q, name: Q}]\nefforts: [{id: e, name: E, parties: [q]}]\n", "planning": "activities: [{id: a, title: A, part_of: e, parties: [{value: p, sensitivity: team_only}, q]}]\n"},
            "planning.yaml:1:54: warning: the effort that this is part of does not name this party",
        ),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told_where_it_stands(tmp_path: Path, files: dict[str, str], said: str) -> None:
    """One line with place and remedy, and no other."""
    told = complaints(tmp_path, **files)
    assert len(told) == 1
    assert told[0].startswith(said)


@pytest.mark.parametrize(
    "files",
    [
        {"case": TEAM, "assessment": "owner: team\n"},
        {"assessment": "parties: [{id: same, name: A}]\nissues: [{id: same, title: A}]\n"},
        {"assessment": "efforts: [{id: e, name: E, from: 1995-02, to: 1995}]\n"},
        {"case": LEAST + "place: XIV and IV\n"},
        {"case": LEAST + "place: The UNMOT base\nacronyms: [{short: UNMOT, long: A mission}]\n"},
        {"case": LEAST + "sources: [{key: SRC, citation: ABC}]\nplace: {value: x, cite: [SRC]}\n"},
        {"case": LEAST + "front_pages: {track_i: {points_to_make: [a, b, c, d, e, f, g, h]}}\n"},
        {"planning": "activities: [{id: a, title: A, track: ii, budget: {amount: 5, currency: EUR}}]\n"},
        {
            "case": LEAST + "actors: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n",
            "conception": "funding: {sources: [{actor: a, share: 0.1}, {actor: b, share: 0.3}, {actor: c, share: 0.6}]}\n",
        },
        {"planning": "activities: [{id: a, title: A, confidentiality: deniable, track: ii}]\n"},
        {
            "planning": "activities: [{id: a, title: A, track: iii, belongs_to: track_ii, confidentiality: deniable, release_to: [track_i]}]\n"
        },
    ],
)
def test_what_holds_is_not_told(tmp_path: Path, files: dict[str, str]) -> None:
    """One id in two collections, dates that could be in order, Roman numerals, currencies, eight points, shares of the whole and known existence are fine."""
    assert complaints(tmp_path, **files) == []


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("place: The UNMOT base\n", "case.yaml:4:8: warning: this text uses an acronym"),
        (
            "place: {value: x, confidence: low, confidence_because: So says UNMOT}\n",
            "case.yaml:4:56: warning: this text uses",
        ),
        (
            "front_pages: {track_i: {points_to_make: [a, b, c, d, e, f, g, h, i]}}\n",
            "case.yaml:4:41: warning: 9 points to make",
        ),
        (
            f"front_pages: {{track_i: {{points_to_make: [{'a' * 200}]}}}}\n",
            "case.yaml:4:42: warning: a point of 200 characters",
        ),
    ],
)
def test_what_could_be_better_is_a_warning(tmp_path: Path, case: str, said: str) -> None:
    """It is told with its place and stops nothing."""
    told = complaints(tmp_path, case=LEAST + case)
    assert len(told) == 1
    assert told[0].startswith(said)


@pytest.mark.parametrize(
    ("activity", "hint"),
    [
        ("track: ii, confidentiality: on_record", " (did you mean 'quiet_line'?)"),
        ("track: ii, confidentiality: deniable", ""),
        ("sensitivity: track_ii_only", ""),
        ("sensitivity: team_only", ""),
    ],
)
def test_a_hint_names_no_id_that_is_closed_to_a_reader(tmp_path: Path, activity: str, hint: str) -> None:
    """Who reads a log of problems may be of one track, or of none."""
    planning = f"activities: [{{id: quiet_line, title: A, {activity}}}]\n"
    told = complaints(tmp_path, TEAM, planning=planning, implementation="sessions: [{activity: quiet_lime}]\n")
    told = [line for line in told if " error: " in line]
    assert told == [
        f"implementation.yaml:1:23: error: there is no activity with this id: add it, or correct the id{hint}"
    ]


@pytest.mark.parametrize("regime", ["deniable", "closed_existence_known"])
@pytest.mark.parametrize("said", ["", "track: i_5, ", "track: iii, ", "track: i_5, release_to: [track_ii], "])
def test_a_secret_that_nobody_is_said_to_have_is_an_error(tmp_path: Path, regime: str, said: str) -> None:
    """Neither the track nor a release says whose it is, and a guess could show it to the wrong side."""
    told = complaints(tmp_path, planning=f"activities: [{{id: a, title: A, {said}confidentiality: {regime}}}]\n")
    assert len(told) == 1
    assert told[0].startswith("planning.yaml:1:14: error: X02: no reader sees this activity")


@pytest.mark.parametrize(("track", "side"), [("i", "track_ii"), ("ii", "track_i")])
def test_an_activity_of_two_sides_is_an_error(tmp_path: Path, track: str, side: str) -> None:
    """Its track says one side and the author the other: one of them is wrong."""
    told = complaints(tmp_path, planning=f"activities: [{{id: a, title: A, track: {track}, belongs_to: {side}}}]\n")
    assert len(told) == 1
    assert "error: X02: 'belongs_to' names one side" in told[0]


def test_a_title_closed_to_one_reader_is_a_warning_and_to_both_an_error(tmp_path: Path) -> None:
    """A case may be for one track alone."""
    one = complaints(tmp_path / "1", case=LEAST.replace("shared", "track_i_only"))
    both = complaints(tmp_path / "2", case=LEAST.replace("shared", "team_only"))
    assert [line.split(": ")[1] for line in (*one, *both)] == ["warning", "error"]
    assert "closed to track-ii, who gets no pack" in one[0]
