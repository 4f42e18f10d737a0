"""`unknown` typed where a text goes: an open question for whoever may see it, and said where it can be none."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, complaints, pack_for

from briefpack.disclosure.questions import questions
from briefpack.disclosure.select import select
from briefpack.handbook import Audience

SHARED = "sensitivity: shared\n"


@pytest.mark.parametrize(
    ("stem", "text", "question"),
    [
        ("assessment", "decision: {value: go, rationale: unknown}", "What is the reason for going ahead"),
        ("assessment", "decision: {value: go, rationale: Unknown.}", "What is the reason for going ahead"),
        (
            "assessment",
            "efforts: [{id: e, name: Lake talks, result: {value: unknown, cite: [S]}}]",
            "Lake talks: What has this effort achieved",
        ),
        (
            "assessment",
            "ripeness: {judgement: ripe, because: unknown}",
            "What is the reason for this judgement of the moment?",
        ),
        ("assessment", "status: ready\ntrack_i: {lead: unknown}", "How do the official talks stand"),
        ("assessment", "decision: {value: go, rationale: UNKNOWN}", "What is the reason for going ahead"),
        ("assessment", "decision: {value: go, rationale: unknown;}", "What is the reason for going ahead"),
        ("assessment", "decision: {value: go, rationale: ' unknown '}", "What is the reason for going ahead"),
        ("assessment", "decision: {value: go, rationale: '\"Unknown\"'}", "What is the reason for going ahead"),
        ("evaluation", "open_questions: [unknown, When do they meet?]", "What do the evaluators ask the reader?"),
        ("coordination", "summary: unknown", "How do the two tracks stand to each other?"),
    ],
)
@pytest.mark.parametrize("audience", PACKS)
def test_a_text_that_is_unknown_is_asked_and_not_printed(
    tmp_path: Path, audience: Audience, stem: str, text: str, question: str
) -> None:
    """The pack asks, and nowhere holds the word."""
    pack = pack_for(
        case_of(tmp_path, LEAST + "sources: [{key: S, citation: A}]\n", **{stem: f"{SHARED}{text}\n"}), audience
    )
    about, colon, asked = question.rpartition(": ")
    # A question is a bullet, or one of a paragraph of questions for the same people; no other name is in between.
    begun = r"^(?:- |\*\*[^*\n]+:\*\* (?:.* )?\*?)" + re.escape(about + colon.strip())
    assert re.search(rf"{begun}(?:[^:\n]|\n  )*{re.escape(asked)}", pack, re.MULTILINE)
    assert "nknown" not in pack


def test_a_list_keeps_what_is_known(tmp_path: Path) -> None:
    """One unknown of several asks its question; the others are printed."""
    pack = pack_for(case_of(tmp_path, evaluation=f"{SHARED}open_questions: [unknown, When do they meet?]\n"), "track-i")
    assert "- When do they meet?" in pack


def test_who_may_not_see_the_field_is_not_told_that_nobody_knows(tmp_path: Path) -> None:
    """An unknown that is closed to a reader opens no question that the reader would not have been asked anyway."""
    text = f"{SHARED}ripeness: {{judgement: ripe, because: {{value: unknown, sensitivity: track_i_only}}}}\n"
    case = case_of(tmp_path, assessment=text)
    asked = {audience: {one.key for one in questions(select(case, audience))} for audience in PACKS}
    assert "assessment.ripeness.because" in asked["track-i"]
    assert "assessment.ripeness.because" not in asked["track-ii"]


def test_a_closed_unknown_is_no_term_to_look_for(tmp_path: Path) -> None:
    """The word in an open text is not taken for a withheld one."""
    text = f"{SHARED}conflict: {{summary: The number is unknown.}}\nopen_questions: {{value: [unknown], sensitivity: track_i_only}}\n"
    assert [line for line in complaints(tmp_path, assessment=text) if "unknown" in line or "X01" in line] == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"case": LEAST.replace("River Talks", "unknown")},
            "case.yaml:3:8: error: 'unknown' says nothing here, and this cannot",
        ),
        (
            {"assessment": SHARED + "parties: [{id: unknown, name: Mill}]"},
            "assessment.yaml:2:16: error: 'unknown' cannot be an id",
        ),
        (
            {"assessment": SHARED + "parties: [{id: mill, name: unknown}]"},
            "assessment.yaml:2:28: error: 'unknown' says nothing here, and",
        ),
        (
            {"assessment": SHARED + "owner: unknown"},
            "assessment.yaml:2:8: error: 'unknown' is not the id of any actor: where nobody knows, leave it out",
        ),
        (
            {"coordination": SHARED + "messages: [{text: We meet, topic: unknown}]"},
            "coordination.yaml:2:35: error: 'unknown' cannot be an id",
        ),
        (
            {"case": LEAST + "place: {value: A bridge, confidence: low, confidence_because: unknown}"},
            "case.yaml:4:63: error: 'unknown' says nothing here: write",
        ),
        (
            {"case": LEAST + "sources: [{key: S, type: book, title: Unknown, authors: [{family: unknown}]}]"},
            "case.yaml:4:39: warning: 'unknown' would be printed as a word",
        ),
    ],
)
def test_where_unknown_can_be_no_question_check_says_which(tmp_path: Path, files: dict[str, str], said: str) -> None:
    """What a thing is called, an id and a reason are errors; a source is printed as it is written."""
    assert any(line.startswith(said) for line in complaints(tmp_path, **files))


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"assessment": "efforts: [{id: e, name: N, convenor: unknown}]"},
            ["'unknown' is not the id of any actor: where nobody knows"],
        ),
        (
            {"assessment": "efforts: [{id: unison, name: N}]\ngaps: [{id: g, description: x, covered_by: [unknown]}]"},
            ["'unknown' is not the id of any effort: where nobody knows"],
        ),
        ({"assessment": "feasibility: {public_mood: unknown}"}, ["where nobody knows, write [unknown]"]),
        ({"evaluation": "open_questions: Unknown."}, ["where nobody knows, write [unknown]"]),
        (
            {"assessment": "gaps: [{id: g, description: x, parties: unknown}]"},
            ["where nobody knows, leave the key out"],
        ),
        ({"assessment": "conflict: {summary: UNKNOWN}"}, []),
    ],
)
def test_unknown_where_it_is_no_text_says_what_to_write(tmp_path: Path, files: dict[str, str], said: list[str]) -> None:
    """No id that looks like it is proposed, and no acronym seen in it."""
    told = complaints(tmp_path, **{stem: f"{SHARED}{text}\n" for stem, text in files.items()})
    told = [line for line in told if "no reader sees this" not in line]
    assert len(told) == len(said)
    assert all(part in line for part, line in zip(said, told, strict=True))
