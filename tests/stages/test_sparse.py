"""Sparse cases: whatever is missing or withheld, a pack is made, and it says in a line what is not there."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import copy
import random
import re
from pathlib import Path
from typing import Any

import pytest
from tests.building import LEAST, PACKS, SHIPPED, TEN_LINES, case_from, case_of, pack_for, plain_data

from briefpack import checks
from briefpack.handbook import PHASE_NAMES, Audience
from briefpack.problems import errors

HEADING = re.compile(r"^(#+) ", re.MULTILINE)
WORDS = ("team_only", "track_i_only", "track_ii_only")


def empty_headings(text: str) -> list[str]:
    """Return each heading that is followed by one of the same or a higher level, a rule, or the end."""
    lines = [line for line in text.split("\n") if line]
    found = []
    for line, after in zip(lines, [*lines[1:], "# The end"], strict=True):
        mine, other = HEADING.match(line), HEADING.match(after)
        if mine and (after == "---" or (other and len(other[1]) <= len(mine[1]))):
            found.append(line)
    return found


@pytest.mark.parametrize("case", [LEAST, TEN_LINES], ids=["three lines", "ten lines"])
@pytest.mark.parametrize("audience", PACKS)
def test_a_case_of_few_lines_has_a_pack_without_an_empty_heading(tmp_path: Path, case: str, audience: Audience) -> None:
    """What is not there yet is said in one line; nothing is left open under a heading."""
    text = pack_for(case_of(tmp_path, case), audience)
    assert empty_headings(text) == []
    assert text.count("Nothing on this phase is given in this pack.") == len(PHASE_NAMES)
    assert [name for name in ("Timeline of both tracks", "Glossary", "Sources\n") if name in text] == []
    assert "No parties are given in this pack." in text


@pytest.mark.parametrize(
    ("audience", "files", "said"),
    [
        ("track-i", {"assessment": "decision: {value: go, rationale: Begin small}\n"}, "- **Decision:** go ahead. Begin small\n"),
        ("track-i", {"assessment": "decision: {rationale: Begin small}\n"}, "- **Decision:** Begin small\n"),
        ("track-i", {"case": LEAST + "period: {from: 2024-01}\n"}, "**Period:** from January 2024\n"),
        ("track-i", {}, "## What we ask of you\n\nWhat is asked of you is not stated on this first page.\n"),
        ("track-ii", {}, "## What is needed\n\nWhat is needed of you is not stated on this first page.\n"),
        ("track-i", {}, "See [Annex D: Open questions](#annex-d-open-questions)."),
        (
            "track-ii",
            {"conception": "funding: {until: 2024, gap: Paid until June only.}\n"},
            "### Funding\n\n- Until 2024\n- Gap: Paid until June only.\n",
        ),
        (
            "track-ii",
            {"conception": "do_no_harm: [{risk: They lose face, who_bears_it: Heads, mitigation: Silence}]\n"},
            "They lose face. **Borne by:** Heads. **Mitigation:** Silence\n",
        ),
        (
            "track-ii",
            {"conception": "do_no_harm: [{risk: They lose face., mitigation: Silence}]\n"},
            "They lose face. **Mitigation:** Silence\n",
        ),
        (
            "track-ii",
            {"implementation": "participant_risks: [{group: Heads, harm_if_exposed: Loss, limit: Silence}]\n"},
            "- **Heads**: Loss. **Limited by:** Silence\n",
        ),
        (
            "track-i",
            {"coordination": "red_lines: [None below]\ninstructions: [Wait]\neffects: [{text: x}]\n"},
            "\n\n### Officials' red lines\n\n- None below\n\n",
        ),
        (
            "track-i",
            {"assessment": "parties: [{id: p, name: P}]\nefforts: [{id: a, name: A, parties: [p]}, {id: b, name: B, parties: [p]}]\n"},
            "\n\nNo level or no list of parties given here: A; B\n\n",
        ),
    ],
)  # fmt: skip
def test_what_is_given_is_said_in_whole_sentences(
    tmp_path: Path, audience: Audience, files: dict[str, str], said: str
) -> None:
    """Texts that follow each other are parted once, with or without a full stop of their own."""
    assert said in pack_for(case_of(tmp_path, **files), audience)


def test_a_transfer_of_which_only_the_audience_is_known_has_no_line(tmp_path: Path) -> None:
    """Nothing but `to track I` would be said; with a carrier there is something to say."""
    only, more = ("{audience: track_i}", "{audience: track_i, carrier: both}")
    activities = f"activities: [{{id: a, title: A, transfer: {only}}}, {{id: b, title: B, transfer: {more}}}]\n"
    text = pack_for(case_of(tmp_path, planning=activities), "track-i")
    assert "- **How ideas travel:** B \N{EN DASH} to track I, through the participants and the facilitator" in text
    assert "| How ideas travel | " not in text


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize("phase", PHASE_NAMES)
def test_a_phase_of_one_line_has_no_empty_heading(tmp_path: Path, phase: str, audience: Audience) -> None:
    """A phase that has only a status is a heading, its step and its status."""
    text = pack_for(case_of(tmp_path, **{phase: "status: in_progress\n"}), audience)
    assert empty_headings(text) == []
    assert "Status: in progress [ᶜ]." in text


def paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of everything in a case, the innermost last."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(one for key, value in inner for one in paths(value, (*path, key)))]


def thinned(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return a case from which some things are taken out and some closed, here and there."""
    thin = copy.deepcopy(data)
    every = [path for path in paths(thin) if len(path) > 1 and path[1:] not in (("id",), ("title",), ("sensitivity",))]
    share = chance.choice([0.004, 0.02, 0.06])
    for path in sorted(chance.sample(every, max(1, int(len(every) * share))), key=str, reverse=True):
        inner: Any = thin
        for step in path[:-1]:
            inner = inner[step]
        value = inner[path[-1]]
        if chance.random() < 0.4 and isinstance(inner, dict) and path[-1] not in ("value", "cite", "other_readings"):
            word = chance.choice(WORDS)
            closed = isinstance(value, str) and path[-1] not in (
                "sensitivity",
                "verification",
                "likelihood",
                "confidence",
            )
            inner[path[-1]] = {"value": value, "sensitivity": word} if closed else value
        elif isinstance(inner, dict) and path[-1] not in ("id", "key", "value", "cite"):
            del inner[path[-1]]
    return thin


@pytest.mark.long
@pytest.mark.parametrize("name", SHIPPED)
def test_whatever_is_taken_out_of_a_case_or_closed_in_it_a_pack_is_made(name: str) -> None:
    """A hundred and fifty thinned cases, of which those that are still cases have packs for both readers, without gaps."""
    chance, made = random.Random(name), 0
    data = plain_data(name)
    for _ in range(150):
        case = case_from(thinned(data, chance))
        if case is None or errors(checks.problems(case)):
            continue
        for audience in PACKS:
            text = pack_for(case, audience)
            assert empty_headings(text) == []
            assert not re.search(r"^- *$|^- [;,:]|:\*\* [;,]|\(\)|, ,|; ;", text, re.MULTILINE)
            made += 1
    assert made > 20
