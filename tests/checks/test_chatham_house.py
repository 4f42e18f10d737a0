"""Chatham House: a text that tells in words who was there, or for whom, is told before it is in a pack."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, complaints

CASE = LEAST + (
    "date_of_information: 2024-03-01\n"
    "handling: {allowed_terms: [{term: Tide Table, because: A newspaper, by: Head}]}\n"
    "actors:\n"
    "  - {id: south, name: Co-facilitator from the south bank, kind: individual}\n"
    "  - {id: circle, name: Net-menders' Circle, kind: non_governmental_organisation}\n"
    "  - {id: office, name: Harbour Office, kind: government}\n"
    "  - {id: host, name: Host, kind: individual, alias: heron, sensitivity: team_only}\n"
)
REGISTRY = "people:\n  heron: {name: Tamsel Orrelby, affiliations: [Net-menders' Circle, Tide Table], other_seats: [Harbour Office]}\n"
ALONE = "people:\n  heron: {name: Tamsel Orrelby}\n"
FACILITATOR = "X03: this text, which {} gets, holds the name of a facilitator under the Chatham House Rule"
BODY = "this text of a meeting under the Chatham House Rule names a body of the case"
MEETING = "X03: this text, which {} gets of a meeting under the Chatham House Rule, holds an affiliation or a seat"


def told(
    parent: Path, text: str, where: str = "summary", regime: str = "chatham_house", registry: str = ALONE
) -> set[str]:
    """Return what is said about a text of a meeting, or of what came of it, without its place."""
    purpose = f", purpose: '{text}'" if where == "purpose" else ""
    activity = f"{{id: a, title: A, track: ii, confidentiality: {regime}, facilitators: [{{actor: south}}]{purpose}}}"
    made = {
        "summary": f"sessions: [{{activity: a, agreed_summary: '{text}'}}]\n",
        "closed": f"sessions: [{{activity: a, agreed_summary: {{value: '{text}', sensitivity: team_only}}}}]\n",
        "output": f"outputs: [{{id: o, text: '{text}', activity: a, release_to: [track_i], consent: Given}}]\n",
        "apart": f"media_log: [{{event: '{text}'}}]\n",
    }
    files = {"planning": f"activities: [{activity}]\n", "implementation": made.get(where, "status: done\n")}
    if where == "message":
        files["coordination"] = f"messages: [{{text: '{text}', activity: a}}]\n"
    found = complaints(parent, CASE, registry=registry, **files)
    return {line.split(": ", 1)[1] for line in found if "Chatham House Rule" in line}


def said(*starts: str, among: set[str]) -> bool:
    """Return whether each of these begins one thing that was said, and nothing else was."""
    return len(among) == len(starts) and all(any(one.startswith(start) for one in among) for start in starts)


@pytest.mark.parametrize("where", ["summary", "output", "purpose", "message"])
def test_a_text_that_names_a_facilitator_is_an_error_for_each_reader(tmp_path: Path, where: str) -> None:
    """However it is written; in the meeting's own fields, and in all that came of it."""
    found = told(tmp_path, "The co-facilitator from the South bank said so.", where)
    assert said(*(f"error: {FACILITATOR.format(one)}" for one in ("track-i", "track-ii")), among=found)


@pytest.mark.parametrize("where", ["summary", "output"])
def test_what_was_said_and_names_a_body_is_warned_of(tmp_path: Path, where: str) -> None:
    """It may tell for whom somebody spoke; that a government is spoken of is nothing."""
    assert said(f"warning: {BODY}", among=told(tmp_path, "A member of the Net-menders Circle said so.", where))
    assert told(tmp_path, "The Harbour Office should answer.", where) == set()


@pytest.mark.parametrize("text", ["A member of the Net-menders Circle said so.", "Somebody of the harbour office."])
def test_an_affiliation_is_an_error_even_where_the_body_is_openly_named(tmp_path: Path, text: str) -> None:
    """Elsewhere such a body gives nobody away; of such a meeting it tells who was there."""
    errors = {line for line in told(tmp_path, text, registry=REGISTRY) if line.startswith("error")}
    assert said(*(f"error: {MEETING.format(one)}" for one in ("track-i", "track-ii")), among=errors)


@pytest.mark.parametrize(
    ("text", "where", "regime"),
    [
        ("Both banks agree.", "summary", "chatham_house"),
        ("As the Tide Table wrote.", "summary", "chatham_house"),
        ("The co-facilitator from the south bank said so.", "closed", "chatham_house"),
        ("The co-facilitator from the south bank said so.", "apart", "chatham_house"),
        ("The co-facilitator from the south bank said so.", "summary", "on_record"),
    ],
)
def test_what_tells_nothing_is_not_told(tmp_path: Path, text: str, where: str, regime: str) -> None:
    """A term that the case allows, a text that no reader gets, one of something else, and another regime."""
    assert told(tmp_path, text, where, regime, REGISTRY) == set()
