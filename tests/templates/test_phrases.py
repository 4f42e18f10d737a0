"""Phrases: a value behind a label or a bracket reads as one, and nothing stands for what nobody was asked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.building import PACKS
from tests.templates.test_plain_labels import pack_with, under

from briefpack.handbook import Audience

_OVER = "over: {since: 2020, because: It ended.}\n"
_ACTORS = "actors: [{id: elders, name: Elders, role: Mediators}]\n"
_SOURCES = "sources: [{key: O, title: Our story, type: report, grade: independent_analysis}]\n"
_READINGS = "[{value: Twelve met, cite: [O]}, {value: The Board counted, cite: [O]}]"
_SUMMARY = f"summary: {{value: Ten met, cite: [O], other_readings: {_READINGS}}}\n"


@pytest.mark.parametrize(
    ("audience", "files", "line"),
    [
        ("track-i", {"evaluation": "next: {decision: close}"}, "- **What comes next:** closing the work"),
        (
            "track-ii",
            {"evaluation": "next: {decision: unknown, rationale: Money ends, handover_to: elders}"},
            "**What comes next:** what was decided is not known. Money ends. Handover to: Elders.",
        ),
        (
            "track-i",
            {"evaluation": "next: {decision: hand_over, handover_to: elders}"},
            "- **What comes next:** handing the work over. Handover to: Elders.",
        ),
        (
            "track-ii",
            {"conception": "scale_up: [{mechanism: Radio, mode: geographic, owner: elders, by: 2026}]"},
            "- Radio (to new places; owner: Elders; by 2026)",
        ),
        (
            "track-ii",
            {
                "conception": "linkages: [{mechanism: Tea, activity: a}]",
                "planning": "activities: [{id: a, title: Mill}]",
            },
            "- Tea. **Activity:** Mill",
        ),
        (
            "track-ii",
            {"conception": "funding: {sources: {value: [], none_because: Nobody paid.}, until: 2026}"},
            "- None known: Nobody paid.",
        ),
        (
            "track-ii",
            {"conception": "exit: {handover_to: elders, obligations: [Hand over the minutes, Burn the notes]}"},
            "Handover to: Elders. Obligations: Hand over the minutes; Burn the notes",
        ),
        (
            "track-ii",
            {"evaluation": "contact_plan: [{kind: call, frequency: Once a week, owner: elders}]"},
            "- **Call**: Once a week (owner: Elders)",
        ),
        (
            "track-ii",
            {"assessment": "readiness: [{id: gap_named, state: met, evidence: Two are, owner: elders}]"},
            "- In place: at least one gap, with the need behind it. Two are. **Owner:** Elders.",
        ),
        (
            "track-i",
            {"implementation": "adaptations: [{what_changed: The house, new: A barn}]"},
            "- **Changes on the way:** The house (after: A barn)",
        ),
        (
            "track-i",
            {"assessment": "gaps: [{id: g, description: No boats, level: top}]"},
            "- **Gap 1:** No boats (top level). No work on it is shown here.",
        ),
        (
            "track-ii",
            {"implementation": "obstacles: [{description: Ice, kind: security, action: Wait, owner: elders}]"},
            "- Ice (security). **Action:** Wait. **Owner:** Elders",
        ),
        (
            "track-ii",
            {"implementation": "adaptations: [{what_changed: The house, told_track_i: false, reason: Ice}]"},
            "- The house (officials not told). **Reason:** Ice",
        ),
        (
            "track-ii",
            {
                "conception": "theory_of_change: {assumptions: [{id: a, text: Ice holds}]}",
                "evaluation": "evaluation: {assumptions: [{assumption: a, held: held, evidence: A winter}]}",
            },
            "- Ice holds (held). **Evidence:** A winter",
        ),
    ],
)
def test_a_value_behind_a_label_or_a_bracket_says_what_it_is_and_where_it_begins(
    tmp_path: Path, audience: Audience, files: Mapping[str, str], line: str
) -> None:
    """Each reads as a phrase or has a label of its own, and a stop before the next."""
    assert line in pack_with(tmp_path, audience, _ACTORS, **files).splitlines()


def test_a_role_of_a_church_is_no_body_and_rival_readings_stand_apart(tmp_path: Path) -> None:
    """One who holds an office is no body; and readings, each a sentence of its own, run on with semicolons."""
    actors = "actors: [{id: e, name: Archbishop, kind: religious, role: Host}]\n"
    efforts = "efforts: [{id: l, name: Lake talks, convenor: e}]"
    pack = pack_with(tmp_path, "track-ii", actors + _SOURCES + _SUMMARY, assessment=efforts)
    assert "**Others in this case:** **Archbishop** (religious): Host" in pack
    assert "(*sources differ:* Twelve met[^O]; The Board counted[^O])" in pack


@pytest.mark.parametrize(
    ("by", "line"),
    [
        (", by: 2025-07-01", "1. A note. **By Tuesday, 1 July 2025 (summer recess).**"),
        ("", "1. A note. *For: summer recess.*"),
    ],
)
def test_the_occasion_of_what_is_asked_is_told_as_one(tmp_path: Path, by: str, line: str) -> None:
    """A word or two in italics would be a fragment."""
    front_pages = f"front_pages: {{track_i: {{asks: [{{ask: A note{by}, occasion: summer recess}}]}}}}\n"
    assert f"> {line}" in pack_with(tmp_path, "track-i", front_pages).splitlines()


_ASKED = ("No points to make", "What is asked of you is", "What is needed of you is")


def test_no_pack_says_that_there_is_nothing_of_what_nobody_was_asked(tmp_path: Path) -> None:
    """A running case owes what it is asked for; one that is over has neither the sentence nor an empty heading."""
    runs, over = ("\n".join(pack_with(tmp_path / f"c{len(one)}", who, one) for who in PACKS) for one in ("", _OVER))
    assert [one for one in _ASKED if one not in runs] == []
    assert "Framing the conversation" not in runs
    left = ("What we ask of you", "What is needed", "What to say", "Framing the conversation")
    assert [one for one in (*_ASKED, *left) if one in over] == []


def test_a_section_with_no_points_keeps_its_heading_for_what_else_it_has(tmp_path: Path) -> None:
    """Risks and reasons stand under it in a case that is over, too."""
    points = "points_to_make: {value: [], none_because: All is said.}"
    front_pages = f"front_pages: {{track_i: {{{points}}}, track_ii: {{risks: [{{risk: Ice}}]}}}}\n"
    assert "None known: All is said." in under(
        pack_with(tmp_path / "i", "track-i", _OVER + front_pages), "What to say, options and risks"
    )
    second = pack_with(tmp_path / "ii", "track-ii", _OVER + front_pages)
    assert second.index("## Framing the conversation") < second.index("### Risks\n\n- Ice")
