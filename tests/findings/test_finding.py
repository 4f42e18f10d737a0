"""Finding: what counts as an answer in a view, and how what is found or missing is listed."""

from __future__ import annotations

import pytest
from tests.building import case_from, wording

from briefpack.disclosure.view import Node
from briefpack.disclosure.views import Views
from briefpack.findings.finding import has_reason, is_answered, is_shown
from briefpack.findings.worded import listed

_CASE = {"sensitivity": "shared", "id": "river-talks", "title": "River Talks"}


def _change(**fields: object) -> Node:
    """Return a change of plan, in the coordinator's view, of which a case says these things."""
    changes = {"sensitivity": "shared", "adaptations": [{"what_changed": "The aim", **fields}]}
    case = case_from({"case": _CASE, "implementation": changes})
    assert case
    changed: Node = Views(case).of("coordinator").root.implementation.adaptations[0]
    return changed


def test_that_something_is_not_so_is_an_answer() -> None:
    """A rule that asks whether something is told is told it; what is absent tells nothing."""
    no, yes, absent = _change(told_track_i="false"), _change(told_track_i="true"), _change()
    assert is_shown(no.told_track_i)
    assert is_answered(no.told_track_i)
    assert is_shown(yes.told_track_i)
    assert not is_shown(absent.told_track_i)
    assert not is_answered(absent.told_track_i)


def test_what_does_not_apply_is_answered_and_not_shown() -> None:
    """A reason stands in the place of an answer."""
    change = _change(told_track_i={"does_not_apply": "It concerns the room alone."})
    assert not is_shown(change.told_track_i)
    assert is_answered(change.told_track_i)


def test_a_list_may_say_why_it_is_empty_or_does_not_apply() -> None:
    """Where it says neither, nothing is told."""
    for reason in ("none_because", "does_not_apply"):
        value = {"value": [], reason: "Nobody pays."} if reason == "none_because" else {reason: "Nobody pays."}
        case = case_from({"case": _CASE, "conception": {"sensitivity": "shared", "linkages": value}})
        assert case
        assert has_reason(Views(case).of("coordinator").root.conception.linkages)
    assert not has_reason(_change().old)


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["a gap", "the parties"], "a gap and the parties"),
        (
            ["an approach, or a reason for none", "a list", "a plan"],
            "an approach, or a reason for none; a list; a plan",
        ),
        (["an approach, or a reason for none"], "an approach, or a reason for none"),
    ],
)
def test_semicolons_stand_between_what_holds_a_comma(texts: list[str], told: str) -> None:
    """So that a reader sees where each thing ends."""
    assert listed(texts, wording()) == told
