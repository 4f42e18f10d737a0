"""Sparse cases: whatever is missing or withheld, a pack is made, and it says in a line what is not there."""

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
    """Give each heading that is followed by one of the same or a higher level, a rule, or the end."""
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
    assert "No dated events are given in this pack." in text
    assert "No parties are given in this pack." in text


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize("phase", PHASE_NAMES)
def test_a_phase_of_one_line_has_no_empty_heading(tmp_path: Path, phase: str, audience: Audience) -> None:
    """A phase that has only a status is a heading, its step and its status."""
    text = pack_for(case_of(tmp_path, **{phase: "status: in_progress\n"}), audience)
    assert empty_headings(text) == []
    assert "Status: in progress." in text


def paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Give the path of everything in a case, the innermost last."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(one for key, value in inner for one in paths(value, (*path, key)))]


def thinned(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Give a case from which some things are taken out and some closed, here and there."""
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


@pytest.mark.parametrize("name", SHIPPED)
def test_whatever_is_taken_out_of_a_case_or_closed_in_it_a_pack_is_made(name: str) -> None:
    """A hundred thinned cases, of which those that are still cases have packs for both readers, without gaps."""
    chance, made = random.Random(name), 0
    data = plain_data(name)
    for _ in range(100):
        case = case_from(thinned(data, chance))
        if case is None or errors(checks.problems(case)):
            continue
        for audience in PACKS:
            text = pack_for(case, audience)
            assert empty_headings(text) == []
            assert not re.search(r"^- *$|^- [;,:]|:\*\* [;,]|\(\)|, ,|; ;", text, re.MULTILINE)
            made += 1
    assert made > 20
