"""Unknowns: what nobody knows of one thing is told in one go, and what is asked of several things is asked once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.building import PACKS, case_of, pack_for, read_case, wording
from tests.full import OWNERS, write_full_case

from briefpack.case.schema import FieldShape
from briefpack.disclosure.questions import _can_be_unknown

#: Words that say of one value that nobody knows it.
UNKNOWN = re.compile(r"not known", re.IGNORECASE)
#: What has to be known for a case to have no error.
KEPT = ("consent", "attribution", "distribution")


def unknown(path: str, shape: FieldShape) -> Any:
    """Return the answer that nobody knows, for each field that takes it."""
    if shape.required or shape.form != "leaf" or any(one in path for one in KEPT):
        return None
    is_open = "unknown" in shape.words or (not shape.words and _can_be_unknown(OWNERS[path], shape, path))
    return "unknown" if is_open else None


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Return both packs of a case in which nobody knows anything that can be unknown."""
    case, _ = read_case(write_full_case(tmp_path_factory.mktemp("unknown"), 0, unknown))
    return tuple(pack_for(case, audience) for audience in PACKS)


def test_no_item_says_more_than_once_that_something_is_not_known(packs: tuple[str, ...]) -> None:
    """Several unknown values of one thing stand by name behind the words."""
    assert any(UNKNOWN.search(pack) for pack in packs)
    assert [line for pack in packs for line in pack.splitlines() if len(UNKNOWN.findall(line)) > 1] == []


def test_signs_of_ripeness_that_nobody_knows_stand_together(packs: tuple[str, ...]) -> None:
    """They stand behind those that are known."""
    assert "**Signs of ripeness:** not known: stalemate, way out and people who can speak" in packs[1]


def test_an_assumption_of_which_nobody_knows_whether_it_held_says_so(tmp_path: Path) -> None:
    """Under a heading that asks whether it held, the bare assumption would read as a yes."""
    conception = "sensitivity: shared\ntheory_of_change: {assumptions: [{id: a, text: Ideas are taken up}]}\n"
    found = "sensitivity: shared\nevaluation: {assumptions: [{assumption: a, held: unknown, evidence: No text}]}\n"
    pack = pack_for(case_of(tmp_path, conception=conception, evaluation=found), "track-ii")
    said = pack.partition("### Did the assumptions hold?\n\n")[2].partition("\n")[0]
    assert said.startswith("- Ideas are taken up")
    assert "(not known)" in said


def test_nobody_is_asked_for_a_consent_that_what_came_out_already_has(tmp_path: Path) -> None:
    """The outputs of an activity carry it; without it on each of them the question for the transfer stays."""
    planning = "sensitivity: shared\nactivities: [{id: hall, title: Hall, track: ii, transfer: {audience: track_i}}]\n"
    output = "sensitivity: shared\noutputs: [{{id: rota, text: A rota, activity: hall{}}}]\n"
    asked = [
        "Hall: Have those concerned agreed"
        in _flat(pack_for(case_of(tmp_path / name, planning=planning, **files), "track-ii"))
        for name, files in (
            ("without", {"implementation": output.format("")}),
            ("with", {"implementation": output.format(", consent: {who: All, how: in writing, when: 2024-01}")}),
        )
    ]
    assert asked == [True, False]


def _flat(text: str) -> str:
    return re.sub(r"[*“”]", "", text)


def test_a_step_of_a_finished_case_has_no_day_on_which_it_would_seem_to_be_done(tmp_path: Path) -> None:
    """The day is that of writing; of a case that goes on it says how old the state is."""
    phase = "sensitivity: shared\nas_of: 2026-11-01\nstatus: {}\n"
    over = "sensitivity: shared\nid: river-talks\ntitle: River Talks\nover: {since: 2005, because: They agreed.}\n"
    steps = [
        pack_for(case_of(tmp_path / str(number), implementation=phase.format(status), **case), "track-ii")
        .partition("Step 4: Implementation\n\n")[2]
        .partition("\n")[0]
        for number, (status, case) in enumerate(
            (("done", {}), ("done", {"case": over}), ("in_progress", {"case": over}))
        )
    ]
    assert ["2026" in step for step in steps] == [True, False, False]
    assert ["Status:" in step for step in steps] == [True, False, True]


TEAM = """\
sensitivity: shared
parties:
  - {id: p1, name: Millers and fishers}
  - {id: p2, name: Herders}
  - {id: p3, name: Ferrymen}
intervenor:
  identity: unknown
  acceptable_to: {p1: unknown, p2: accepted, p3: unknown}
"""


def test_parties_of_which_acceptance_is_not_known_are_named_in_one_go(tmp_path: Path) -> None:
    """Whoever else they are, the words for it are said once."""
    pack = pack_for(case_of(tmp_path, assessment=TEAM), "track-ii")
    team = "**The team:** not known whether it comes from inside or outside; accepted by: Herders; "
    assert f"{team}not known whether accepted by: Millers and fishers, and Ferrymen" in pack


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["Herders", "Ferrymen"], "Herders and Ferrymen"),
        (["Millers and fishers", "Herders"], "Millers and fishers, and Herders"),
        (["Herders", "Ferrymen", "Millers and fishers"], "Herders, Ferrymen, and Millers and fishers"),
        (["Millers and fishers"], "Millers and fishers"),
    ],
)
def test_a_list_with_a_name_that_holds_and_says_where_the_next_begins(given: list[str], told: str) -> None:
    """A reader aloud would else hear one name more."""
    assert wording().list(given) == told


SESSIONS = """\
sensitivity: shared
activities:
  - {id: a1, title: Evenings, type: training, belongs_to: track_ii, track: ii}
"""
HELD = """\
sensitivity: shared
sessions:
  - {activity: a1, title: First evening, date: 2024-01}
  - {activity: a1, title: Second evening, date: 2024-02}
"""


def test_the_same_question_about_several_things_is_asked_once(tmp_path: Path) -> None:
    """What it is about stands before it, each in quotes."""
    case = case_of(tmp_path, planning=SESSIONS, implementation=HELD)
    pack = pack_for(case, "track-ii").partition("### Not answered in this pack")[2]
    asked = "What summary of this meeting did those present agree?"
    assert pack.count(asked) == 1
    assert f"For each of “First evening” and “Second evening”: {asked}" in pack


def test_a_long_list_of_what_the_same_is_asked_of_stands_below_the_question(tmp_path: Path) -> None:
    """Long names before a question would hide it."""
    long = HELD.replace("First", "First of the very long and often put off").replace(
        "Second", "Second of the very long and often put off and held in the mill of the lower valley with its"
    )
    case = case_of(tmp_path, planning=SESSIONS, implementation=long)
    pack = pack_for(case, "track-ii").partition("### Not answered in this pack")[2]
    assert "agree?\n  - First of the very long" in pack


OUTPUTS = """\
sensitivity: shared
outputs:
  - id: wells
    text: A list of wells
    kind: option
    attribution: none
    release_to: [track_i, track_ii]
    consent:
      how: none needed
      who: {does_not_apply: It names nobody.}
      when: {does_not_apply: It names nobody.}
"""


def test_a_reason_that_holds_for_several_questions_of_one_thing_is_told_once(tmp_path: Path) -> None:
    """The questions stand before it, one after the other."""
    pack = pack_for(case_of(tmp_path, implementation=OUTPUTS), "track-ii")
    told = pack.partition("**Does not apply:**")[2].partition("\n")[0]
    assert told.count("It names nobody.") == 1
    assert told.count("?") == 2
