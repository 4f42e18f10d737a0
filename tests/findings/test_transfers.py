"""Transfers: who is shown what went between the tracks, whose turn it is then, and what is a loose end no longer."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.building import case_from, wording

from briefpack.case.content import Case
from briefpack.disclosure.view import Leaf
from briefpack.disclosure.views import Views
from briefpack.findings.report.ideas import ideas
from briefpack.findings.report.naming import names_in
from briefpack.handbook import Audience
from briefpack.stages.coverage import coverage

_CASE: dict[str, Any] = {
    "case": {
        "sensitivity": "shared",
        "id": "river-talks",
        "title": "River Talks",
        "date_of_information": "2024-06-30",
        "actors": [{"id": "desk", "name": "Desk"}],
    },
    "planning": {"sensitivity": "shared", "activities": [{"id": "hall", "title": "Hall", "track": "ii"}]},
    "implementation": {
        "sensitivity": "shared",
        "outputs": [
            {"id": "rota", "text": "A rota", "activity": "hall", "kind": "option", "release_to": ["track_i"]},
            {"id": "draft", "text": "A draft", "activity": "hall", "kind": "option"},
        ],
    },
}
_CONSENT = {"who": "All who met", "how": "in writing", "when": "2024-05-01"}
_READERS: tuple[Audience, ...] = ("track-i", "track-ii")


def _with(*transfers: dict[str, Any]) -> Case:
    documents = copy.deepcopy(_CASE)
    documents["coordination"] = {"sensitivity": "shared", "transfers": list(transfers)}
    case = case_from(documents)
    assert case is not None
    return case


def test_what_went_over_is_shown_only_to_those_who_are_shown_its_output() -> None:
    """One that names no output is as open as it says itself."""
    views = Views(_with({"what": "Draft", "output": "draft"}, {"what": "Rota", "output": "rota"}, {"what": "Dates"}))
    shown = {
        audience: [str(one.what) for one in views.of(audience).root.coordination.transfers] for audience in _READERS
    }
    assert shown == {"track-i": ["Rota", "Dates"], "track-ii": ["Draft", "Rota", "Dates"]}


@pytest.mark.parametrize(
    ("told", "step", "since"),
    [
        ({"handed_over": "2024-05-20"}, "handed_over", "2024-05-20"),
        ({"handed_over": "2024-05-20", "acknowledged": "2024-05-22"}, "acknowledged", "2024-05-22"),
        ({"acknowledged": "2024-05-22", "answered": "2024-06-02"}, "answered", "2024-06-02"),
        ({"answered": "2024-06-02", "used": "adapted"}, "used", None),
        ({"answered": "2024-06-02", "used": "unknown"}, "answered", "2024-06-02"),
    ],
)
@pytest.mark.parametrize("output", [{"output": "rota"}, {}])
def test_the_report_tells_whose_turn_it_is_by_what_is_recorded(
    told: dict[str, str], step: str, since: str | None, output: dict[str, str]
) -> None:
    """The furthest step that a record tells, with its date; of an output, and of what went over without one."""
    view = Views(_with({"what": "The rota", "to": "track_i", **output, **told})).of("coordinator")
    found = list(ideas(view, names_in(view, wording())))
    idea = next(one for one in found if one.what == ("A rota" if output else "The rota"))
    last = idea.way[-1].date
    assert (idea.step, last and str(last)) == (step, since)
    assert [str(one) for one in idea.meant_for if isinstance(one, Leaf)] == ["track_i"]
    assert len(found) == 2 + (not output)


def test_what_is_recorded_of_its_way_is_no_loose_end() -> None:
    """To whom, through whom, when and with whose consent something went is as good as a plan of it."""
    of_rota = {"what": "The rota", "output": "rota", "to": "track_i", "by": "desk", "handed_over": "2024-05-20"}
    missing = [
        [end.missing for end in coverage(Views(_with(*gone)).of("track-ii")).handovers if end.missing]
        for gone in ([], [of_rota], [{**of_rota, "consent": _CONSENT}])
    ]
    assert missing == [[("recipient", "carrier", "date", "consent")], [("consent",)], []]


def test_what_refers_to_itself_is_seen_once() -> None:
    """A commitment that is said to be the same as itself is one item, and not inside itself."""
    commitment = {"id": "reply", "what": "A reply", "same_as": "reply"}
    case = case_from({**_CASE, "coordination": {"sensitivity": "shared", "commitments": [commitment]}})
    assert case is not None
    items = [one.path for one in Views(case).of("track-i").items]
    assert items.count(("coordination", "commitments", 0)) == 1
