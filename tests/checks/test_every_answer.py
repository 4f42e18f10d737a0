"""Every answer: that a question does not apply, or that nobody knows, may stand at any field and breaks no command.

Each turn gives the answer in some fields of a full case, never in one within another; all turns together, in each.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from tests.building import PACKS, TEMPLATES, check_case, pack_for
from tests.full import OWNERS, full_documents, write_full_case

from briefpack.case.schema import FieldShape, fields_of
from briefpack.commands.readers import told
from briefpack.disclosure.views import Views
from briefpack.problems import Refusal

ANSWERS: dict[str, Any] = {"does not apply": {"does_not_apply": "Nobody travelled."}, "unknown": "unknown"}
TURNS = range(5)
#: What a full case has no items of.
UNSET = ("case.handling.coarsen.", "case.handling.allowed_terms.", "implementation.outputs.embargo.")
#: What other fields of a full case need, and what excludes others of it.
NEEDED = (".consent", ".how", ".citation", ".type", ".family", ".organisation", ".issued_in_words")
FIELDS = {path: fields_of(owner)[path.rpartition(".")[2]] for path, owner in OWNERS.items() if "." in path}


def turn_of(path: str) -> int:
    """Return the turn in which a field has the answer: another one than those of the fields around it."""
    around = {turn_of(path[:end]) for end, sign in enumerate(path) if sign == "." and path[:end] in FIELDS}
    free = [turn for turn in TURNS if turn not in around]
    return free[list(fields_of(OWNERS[path])).index(FIELDS[path].name) % len(free)]


def is_taken(path: str, answer: str) -> bool:
    """Return whether a field takes an answer, and nothing else in a full case needs what stands there."""
    shape = FIELDS[path]
    is_needed = shape.required or shape.name == OWNERS[path].headline or path.endswith((".id", *NEEDED))
    if is_needed or any(owner.collection for inside, owner in OWNERS.items() if inside.startswith(f"{path}.")):
        return False
    return answer == "does not apply" or shape.is_text or (shape.form != "mapping" and "unknown" in shape.words)


def choosing(answer: str, turn: int, *, taken: bool) -> tuple[set[str], Any]:
    """Return what puts an answer into the fields of a turn, and which these turn out to be."""
    met: set[str] = set()

    def choose(path: str, shape: FieldShape) -> Any:
        if turn_of(path) != turn or is_taken(path, answer) != taken:
            return None
        met.add(path)
        is_word_in_list = answer == "unknown" and taken and shape.form == "leaves"
        return [ANSWERS[answer]] if is_word_in_list else deepcopy(ANSWERS[answer])

    return met, choose


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_turns_reach_every_field(answer: str) -> None:
    """What is tried below is tried everywhere."""
    reached = set()
    for turn in TURNS:
        for taken in (True, False):
            met, choose = choosing(answer, turn, taken=taken)
            full_documents(0, choose)
            reached |= met
    unset = {path for path in FIELDS if path.startswith(UNSET)}
    assert set(FIELDS) - reached == unset


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("answer", ANSWERS)
def test_no_answer_at_a_field_that_takes_it_breaks_a_check_a_look_at_the_readers_or_a_pack(
    tmp_path: Path, answer: str, turn: int
) -> None:
    """Its author is told what is shown, and gets both packs."""
    _, choose = choosing(answer, turn, taken=True)
    case = check_case(write_full_case(tmp_path, 0, choose)).views.case
    assert list(told(Views(case), TEMPLATES, None, None))
    for audience in PACKS:
        assert ("Nobody travelled." in pack_for(case, audience)) == (answer == "does not apply")


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_at_a_field_that_takes_none_is_refused_at_its_line(tmp_path: Path, answer: str, turn: int) -> None:
    """It is a mistake like any other."""
    _, choose = choosing(answer, turn, taken=False)
    with pytest.raises(Refusal) as refused:
        check_case(write_full_case(tmp_path, 0, choose))
    assert all(problem.place.line for problem in refused.value.problems)
