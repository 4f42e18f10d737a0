"""In packs: what the report says that a side's own pack asks or tells stands in that pack as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from tests.building import INPUTS, PACKS, case_from, markdown_of, plain_data, shipped, wording
from tests.findings.tables import edited

from briefpack.case.content import Case
from briefpack.disclosure.views import Views
from briefpack.findings.in_packs import with_packs
from briefpack.findings.telling import Told, tell
from briefpack.handbook import Audience

CASES = sorted(folder.name for folder in INPUTS.iterdir() if (folder / "case.yaml").is_file())
_BEFORE = wording().say("findings.in_loose_ends", said="")
_LOOSE = re.compile(r"^(“.*”) \W not stated here: (.*)\.$")


def told(case: Case) -> list[Told]:
    """Return the findings of a case, with what the packs tell of each."""
    views = Views(case)
    return list(with_packs(tell(views, wording()), views, wording()).findings)


def _plain(markdown: str) -> str:
    return re.sub(r"\[\^[^\]]*\]|\\(?=[^\w\s])", "", markdown)


def _holds(pack: str, said: str, finding: Told) -> bool:
    """Return whether a pack, without its notes, has what is said of it."""
    if said == wording().say("findings.in_open_questions"):
        asked = {"C14": "coordination_log", "C18": "gaps_addressed", "C29": "transfers.used"}[finding.rule]
        keys = (key for key in wording().texts if key.startswith("questions.") and key.endswith(f".{asked}"))
        return any(wording().say(key) in pack for key in keys)
    loose = _LOOSE.match(said.removeprefix(_BEFORE))
    if not said.startswith(_BEFORE) or not loose:
        return f"- {said}\n" in pack
    lines = re.findall(r"^- \*\*Loose end:\*\* (.*)$", pack, re.MULTILINE)
    return any(loose[1] in line and line.endswith(f" not stated here: {loose[2]}.") for line in lines)


def _said(findings: list[Told]) -> Iterator[tuple[Told, Audience, str]]:
    return ((one, audience, said) for one in findings for audience, said in one.in_pack.items())


@pytest.mark.parametrize("name", CASES)
def test_what_the_report_says_of_a_pack_stands_in_that_pack(name: str) -> None:
    """Of every shipped case, in the packs of both sides."""
    case = shipped(name)
    packs = {audience: _plain(markdown_of(Views(case).of(audience))) for audience in PACKS}
    found = list(_said(told(case)))
    assert found or Views(case).of("team").root.case.over
    assert [(one.sentence, audience) for one, audience, said in found if not _holds(packs[audience], said, one)] == []


_WAYS: Mapping[str, tuple[dict[str, Any], set[str]]] = {
    "no consent": ({}, {"track-i", "track-ii"}),
    "a consent that neither sees": (
        {"consent": {"sensitivity": "team_only", "who": "All", "when": "2026-05-01"}},
        {"track-i", "track-ii"},
    ),
    "a consent of which nobody knows how": (
        {"consent": {"who": "All who met", "when": "2026-05-01"}},
        {"track-i", "track-ii"},
    ),
    "a thing that officials do not see": ({"sensitivity": "track_ii_only"}, {"track-ii"}),
    "a day that neither sees": (
        {"handed_over": {"value": "2026-06-01", "sensitivity": "team_only"}},
        {"track-i", "track-ii"},
    ),
}


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("is_over", [False, True])
def test_what_went_without_consent_and_is_a_loose_end_of_a_pack_is_told_as_such(way: str, *, is_over: bool) -> None:
    """Whatever the reason, and also where the case is over; of what its pack lacks a side is told nothing."""
    change, sides = _WAYS[way]
    gone = {"what": "Notes on the sluice", "from": "track_ii", "to": "track_i", "by": "desk", "how": "by hand"}
    transfers = [{**gone, "handed_over": "2026-06-01", **change}]
    case = case_from(
        {
            "case": {
                "sensitivity": "shared",
                "id": "river-talks",
                "title": "River Talks",
                "date_of_information": "2026-06-20",
                "actors": [{"id": "desk", "name": "Desk"}],
                **({"over": {"since": "2026-06-10"}} if is_over else {}),
            },
            "coordination": {"sensitivity": "shared", "transfers": transfers},
        }
    )
    assert case is not None
    (found,) = [one for one in told(case) if one.rule == "C11"]
    assert {*found.in_pack} == sides
    for audience in PACKS:
        pack = _plain(markdown_of(Views(case).of(audience)))
        assert ("Notes on the sluice" in pack) == (audience in sides)
        assert audience not in sides or _holds(pack, found.in_pack[audience], found)


def test_an_open_question_about_another_thing_is_not_said_to_be_the_same() -> None:
    """The use of one thing is among the open questions; of the other the pack asks apart."""
    case = case_from(edited(plain_data("crossed-lines"), {"coordination.transfers.1.used": "unknown"}))
    assert case is not None
    (found,) = [one for one in told(case) if one.rule == "C29"]
    for audience in PACKS:
        pack = _plain(markdown_of(Views(case).of(audience)))
        assert wording().say("questions.coordination.transfers.used") in pack
        assert "A plan of the canals" in found.in_pack[audience]
        assert _holds(pack, found.in_pack[audience], found)
