"""What the brief for an engagement ahead asks for: each answer that its reader will need in the room."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of

from briefpack.disclosure.questions import questions
from briefpack.disclosure.select import select
from briefpack.handbook import Audience

SIDES: dict[str, Audience] = {"track_i": "track-i", "track_ii": "track-ii"}
OPTIONS = "options: [{option: Wait, recommended: true}, {option: Ask}]"
CARDS = "contingencies: [%s]"
KINDS = ("leak", "walkout", "violence", "talks_shift")
#: By side, what answers each question.
ANSWERS = {
    "track_i": {
        "known_to": "known_to: Nobody else",
        "contact": "contact: The desk",
        "if_nothing_is_done": "if_nothing_is_done: It floods",
        "not_to_raise": "not_to_raise: [Old debts]",
        "options": OPTIONS,
        "options.recommended.true": OPTIONS,
    },
    "track_ii": {
        "known_to": "known_to: Nobody else",
        "contact": "contact: The hall",
        "paid_by": "paid_by: A fund",
        "not_to_raise": "not_to_raise: [Old debts]",
        "success": "success: All stay",
        "day_after": "day_after: [Call each]",
        "contingencies": "contingencies: {does_not_apply: One hour by telephone}",
        **{
            f"contingencies.kind.{kind}": CARDS % ", ".join(f"{{kind: {one}, trigger: It happens}}" for one in KINDS)
            for kind in KINDS
        },
    },
}
EVERY = [(side, name) for side, answers in ANSWERS.items() for name in answers]


def asked(folder: Path, side: str, more: str = "", case: str = "date_of_information: 2024-03-01\n") -> set[str]:
    """Return the fields that the reader of one engagement is asked for."""
    folder.mkdir(exist_ok=True)
    engagements = f"sensitivity: shared\n{side}:\n  - id: one\n    title: One\n{more}"
    view = select(case_of(folder, case=LEAST + case, engagements=engagements), SIDES[side])
    return {one.key.removeprefix(f"engagements.{side}.") for one in questions(view) if one.file == "engagements"}


def unanswered(name: str) -> str:
    """Return what is written where an answer is looked for inside a list: a list that lacks it."""
    if name.startswith("options."):
        return "    options: [{option: Wait}, {option: Ask, recommended: false}]\n"
    if name.startswith("contingencies.kind."):
        rest = (one for one in KINDS if not name.endswith(one))
        return f"    {CARDS % ', '.join(f'{{kind: {one}, trigger: It happens}}' for one in rest)}\n"
    return ""


@pytest.mark.parametrize(("side", "name"), EVERY)
def test_an_answer_that_a_brief_lacks_is_asked_for_and_one_that_it_has_is_not(
    tmp_path: Path, side: str, name: str
) -> None:
    """Taking any of them out of a brief is never silent."""
    assert name in asked(tmp_path / "without", side, unanswered(name))
    assert name not in asked(tmp_path / "with", side, f"    {ANSWERS[side][name]}\n")


@pytest.mark.parametrize(
    ("case", "more"),
    [
        ("date_of_information: 2024-03-01\nover: {since: 2024}\n", ""),
        ("date_of_information: 2024-03-01\n", "    date: 2024-02-28\n"),
    ],
)
@pytest.mark.parametrize("side", SIDES)
def test_nothing_is_asked_of_an_engagement_that_was_held_or_of_a_case_that_is_over(
    tmp_path: Path, side: str, case: str, more: str
) -> None:
    """A brief for a day that is gone prepares nobody."""
    assert asked(tmp_path, side, more, case) == set()


def test_a_reason_in_place_of_a_recommendation_is_an_answer(tmp_path: Path) -> None:
    """An office may put options to its minister and recommend none."""
    more = "    options: [{option: Wait, recommended: {does_not_apply: The envoy decides alone}}]\n"
    assert "options.recommended.true" not in asked(tmp_path, "track_i", more)


def test_a_contingency_that_does_not_say_its_kind_may_be_any_of_them(tmp_path: Path) -> None:
    """A brief that answers all four in words does not ask for them below."""
    more = "    contingencies: [{kind: leak, trigger: A list leaks}, {trigger: Somebody leaves}]\n"
    assert [one for one in asked(tmp_path, "track_ii", more) if one.startswith("contingencies")] == []
