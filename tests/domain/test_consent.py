"""Consent: who, how and when, each with a reader of its own; a plain text of before is how."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501
from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.building import LEAST, case_of, complaints, pack_for

from briefpack.disclosure.inside import inside
from briefpack.disclosure.select import select

PLANNING = """\
sensitivity: shared
activities: [{id: hall, title: Hall, track: ii, confidentiality: on_record}]
"""
OUTPUT = "sensitivity: shared\noutputs: [{{id: o, text: A rota, activity: hall, release_to: [track_i], attribution: none, consent: {consent}}}]\n"


def pack(parent: Path, consent: str) -> str:
    """Return the pack that officials get of a case with one output and this consent."""
    given = {"planning": PLANNING, "implementation": OUTPUT.format(consent=consent)}
    return pack_for(case_of(parent, **given), "track-i")


@pytest.mark.parametrize(
    ("consent", "said"),
    [
        (
            "{who: All delegates, how: in writing, when: 2024-02}",
            "A rota. **Consent:** All delegates, in writing (February 2024)",
        ),
        ("{who: {value: All delegates, sensitivity: team_only}, how: in writing}", "A rota. **Consent:** in writing"),
        ("By word of mouth", "A rota. **Consent:** By word of mouth"),
        ("{value: Said by nine in the old school, coarsen: By word of mouth}", "A rota. **Consent:** By word of mouth"),
        ("{value: By word of mouth, sensitivity: team_only}", "A rota"),
        ("{value: {how: in writing, who: All}, sensitivity: team_only}", "A rota"),
        ("{how: in writing, who: All, sensitivity: team_only}", "A rota"),
    ],
)
def test_each_part_of_a_consent_has_its_reader(tmp_path: Path, consent: str, said: str) -> None:
    """What is said about a plain text holds for it still: who may see it, and which words stand for it."""
    text = pack(tmp_path, consent)
    assert f"- **What came out of it:** {said}\n" in text
    assert "old school" not in text


@pytest.mark.parametrize("consent", ["By word of mouth", "{value: By word of mouth, sensitivity: team_only}"])
def test_a_plain_text_is_warned_of_where_it_stands(tmp_path: Path, consent: str) -> None:
    """It is read as how, and the line says what to write instead."""
    column = OUTPUT.format(consent=consent).splitlines()[1].index(consent) + 1
    expected = (
        f"implementation.yaml:2:{column}: warning: a consent says who agreed, how and when, but this was read as 'how'"
    )
    told = complaints(tmp_path, planning=PLANNING, implementation=OUTPUT.format(consent=consent))
    assert [line for line in told if line.startswith(expected)] == [line for line in told if "consent" in line]
    assert len(told) == 1


@pytest.mark.parametrize("missing", ["who", "how", "when"])
def test_what_a_consent_does_not_say_is_an_open_question(tmp_path: Path, missing: str) -> None:
    """Each part by itself."""
    parts = {"who": "All", "how": "in writing", "when": "2024-02"}
    consent = ", ".join(f"{name}: {value}" for name, value in parts.items() if name != missing)
    given = {
        "planning": PLANNING,
        "coordination": f"messages: [{{text: Yes, activity: hall, consent: {{{consent}}}}}]\n",
    }
    view = select(case_of(tmp_path, **given), "track-ii")
    assert sorted({"who", "how", "when"} - inside(view.root.coordination.messages[0].consent).fields.keys()) == [
        missing
    ]
    question = {
        "who": "Who has agreed that this may be said?",
        "how": "Was it agreed that this may be said, and in what form?",
        "when": "When was it agreed that this may be said?",
    }
    pack = pack_for(case_of(tmp_path / "again", case=LEAST, **given), "track-ii")
    asked = re.search(r"(?<=[?:*] )\*?Yes:.*", pack)
    assert asked
    assert [one for one in question.values() if one in asked[0]] == [question[missing]]
