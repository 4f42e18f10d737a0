"""Open questions: none is put to a reader who is told the answer elsewhere, or may never be told it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of

from briefpack.disclosure.questions import questions
from briefpack.disclosure.select import select

FACILITATORS = "planning.activities.facilitators"
STATE = "conception.theory_of_change.assumptions.state"
ROOM = "sensitivity: shared\nactivities:\n  - {id: one, title: One, track: ii, confidentiality: %s%s}\n"
CASE = f"{LEAST}actors: [{{id: hall, name: Town hall}}]\n"
TWO = "[{id: guards, text: Guards listen}, {id: rain, text: It rains}]"
TAKEN = f"sensitivity: shared\ntheory_of_change: {{assumptions: {TWO}}}\n"
JUDGED = "sensitivity: shared\nevaluation:\n  assumptions: [{assumption: guards, held: %s}]\n"


def asked(folder: Path, key: str, **files: str) -> list[str]:
    """Return what convenors are asked by one question: what each is about."""
    view = select(case_of(folder, case=CASE, **files), "track-ii")
    return [str(one.about) for one in questions(view) if one.key == key]


@pytest.mark.parametrize("given", ["", ", facilitators: [{actor: hall, affiliation_to_parties: Pays them}]"])
def test_who_was_in_a_room_under_the_chatham_house_rule_is_asked_of_nobody(tmp_path: Path, given: str) -> None:
    """No pack ever tells it, so the question could not end; whether it was answered decides nothing."""
    assert asked(tmp_path / "ruled", FACILITATORS, planning=ROOM % ("chatham_house", given)) == []


def test_who_facilitates_is_asked_under_any_other_rule(tmp_path: Path) -> None:
    """There a pack would tell the answer."""
    assert asked(tmp_path / "open", FACILITATORS, planning=ROOM % ("on_record", "")) == ["One"]


def test_an_assumption_that_the_evaluation_judged_is_not_asked_of(tmp_path: Path) -> None:
    """The answer stands in another file; of one that nobody judged it is asked as before."""
    assert asked(tmp_path / "told", STATE, conception=TAKEN, evaluation=JUDGED % "partly") == ["It rains"]


@pytest.mark.parametrize(
    "judged", [JUDGED % "{value: partly, sensitivity: team_only}", JUDGED.replace("shared", "track_i_only") % "partly"]
)
def test_an_assumption_whose_judgement_a_reader_may_not_see_is_asked_of_that_reader(
    tmp_path: Path, judged: str
) -> None:
    """What is withheld moves no question."""
    assert asked(tmp_path / "closed", STATE, conception=TAKEN, evaluation=judged) == ["Guards listen", "It rains"]


def test_an_assumption_of_which_the_evaluation_knows_no_answer_is_asked_of(tmp_path: Path) -> None:
    """That nobody knows whether it held is no judgement."""
    found = asked(tmp_path / "open", STATE, conception=TAKEN, evaluation=JUDGED % "unknown")
    assert found == ["Guards listen", "It rains"]


def test_a_rule_that_is_hidden_from_a_reader_ends_no_question(tmp_path: Path) -> None:
    """That it is not asked would tell which rule it is."""
    hidden = ROOM % ("{value: chatham_house, sensitivity: team_only}", "")
    assert asked(tmp_path / "hidden", FACILITATORS, planning=hidden) == ["One"]
