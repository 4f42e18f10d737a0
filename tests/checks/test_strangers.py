"""Strangers: a text that names somebody by the pattern of an organisation stops that organisation's packs."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, own_templates, tell, write_case

Capture = pytest.CaptureFixture[str]
PATTERN = "[A-Z][a-z]+ [A-Z][a-z]+"
SAID = "error: this text holds what the organisation's name_pattern takes for a person's name: write the role instead"
CASE = LEAST + (
    "place: Upper Valley\n"
    "handling: {publicly_known: [Anna Ironside]}\n"
    "actors:\n"
    "  - {id: guild, name: Millers Guild, kind: other}\n"
    "  - {id: lead, name: Lead Facilitator, kind: individual}\n"
    "  - {id: other, name: Net Mender}\n"
    "acronyms: [{short: RO, long: River Office}]\n"
    "sources: [{key: S1, type: book, title: Water Rights, note: As Nuelle Threnby said., authors: [{family: Slim, given: Hugo}]}]\n"
)


def ours(parent: Path, pattern: str | None) -> Path:
    """Return a template library with an organisation that has this pattern, in line 2."""
    line = f"name_pattern: '{pattern}'\n" if pattern is not None else ""
    return own_templates(parent, {"organisation.yaml": f"name: Ours\n{line}"})


def checked(parent: Path, capsys: Capture, text: str, pattern: str | None = PATTERN) -> list[str]:
    """Return what a check for the organisation says about a text in line 12 of case.yaml."""
    folder = write_case(parent, case=f"{CASE}summary: {text}\n")
    told = tell(capsys, "check", folder, "--organisation", "ours", "--templates", ours(parent, pattern))
    return [line.removeprefix(f"{folder}/") for line in told.problems if line.startswith(f"{folder}/case.yaml:12:")]


@pytest.mark.parametrize(
    "text",
    ["Yesterday Tamsel Orrelby came.", "The Tamsel Orrelby", "Millers Tamsel", "'Tamsel\n\n  Orrelby'", "Tamsel\u00a0Orrelby", "Lead Facilitator", "Net Mender", "Nuelle Threnby"],
)  # fmt: skip
def test_what_looks_like_a_name_is_told_with_its_place(tmp_path: Path, capsys: Capture, text: str) -> None:
    """Also across white space and behind another capital; the name is not repeated. A role is no exception, nor is who has no
    kind, nor the note to a source."""
    told = checked(tmp_path, capsys, text)
    assert len(told) == 1
    assert told[0].startswith(f"case.yaml:12:10: {SAID}")
    assert "Orrelby" not in told[0]


@pytest.mark.parametrize(
    "text",
    ["The River Talks went on.", "In Upper Valley.", "The Millers Guild came.", "A River Office paper.", "Water Rights says so.", "As Hugo Slim wrote.", "Anna Ironside opened it.", "nobody At all"],
)  # fmt: skip
def test_what_the_case_knows_as_something_else_is_no_name(tmp_path: Path, capsys: Capture, text: str) -> None:
    """Places, bodies, acronyms, sources and those who are publicly known may stand in any text."""
    assert checked(tmp_path, capsys, text) == []


def test_it_is_off_by_default(tmp_path: Path, capsys: Capture) -> None:
    """No organisation that says nothing looks for names, and neither does a check that names none."""
    assert checked(tmp_path, capsys, "Tamsel Orrelby", None) == []
    assert tell(capsys, "check", tmp_path / "river-talks").status == 0


def test_no_pack_of_that_organisation_is_made(tmp_path: Path, capsys: Capture) -> None:
    """Another organisation's pack of the same case is."""
    actor = "actors: [{id: lead, name: Lead}]\n"
    folder = write_case(tmp_path, case=f"{LEAST}{actor}summary: Tamsel Orrelby came.\n")
    library, out = ours(tmp_path, PATTERN), tmp_path / "out"
    told = tell(capsys, "pack", folder, "--templates", library, "--organisation", "ours", "--into", out)
    assert told.status == 1
    assert f"{folder}/case.yaml:5:10: {SAID}" in told.err
    assert not out.exists()
    assert tell(capsys, "pack", folder, "--into", out).status == 0


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("[A-Z", "this is not a regular expression"),
        ("(a+)+b", "a group may not be repeated"),
        ("(?:a|a)*b", "a group may not be repeated"),
        ("([A-Z][a-z]+){2}", "a group may not be repeated"),
        ("(?=A)B", "of the groups that begin with"),
        (r"(A)\1", "a pattern may not refer back"),
        ("a+a+a+a+a+b", "more than 4 repetitions"),
        ("A" * 121, "the pattern is longer than 120 characters"),
        ("A*", "the pattern matches even an empty text"),
    ],
)
def test_a_pattern_that_is_wrong_or_could_run_away_is_refused_at_its_line(
    tmp_path: Path, capsys: Capture, pattern: str, said: str
) -> None:
    """Its own line in organisation.yaml is told, for a check and for a pack."""
    folder, library = write_case(tmp_path, case=LEAST), ours(tmp_path, pattern)
    for order in (("check", folder), ("pack", folder, "--into", tmp_path / "out")):
        told = tell(capsys, *order, "--organisation", "ours", "--templates", library)
        assert told.status == 1
        assert told.problems[0].startswith(f"{library}/ours/organisation.yaml:2:15: error: {said}")


@pytest.mark.parametrize("pattern", [r"[A-Z]\w+(?: [A-Z]\w+)?", r"[A-Z]\. [A-Z][a-z]+", r"(Mr|Ms) [A-Z][(?+*]?\w"])
def test_patterns_that_cannot_run_away_are_taken(tmp_path: Path, capsys: Capture, pattern: str) -> None:
    """Optional groups, escaped signs and sets of signs are fine."""
    folder = write_case(tmp_path, case=LEAST)
    assert tell(capsys, "check", folder, "--organisation", "ours", "--templates", ours(tmp_path, pattern)).status in (
        0,
        1,
    )
    assert "organisation.yaml" not in tell(capsys, "check", folder).err


def test_an_organisation_that_is_not_there_is_told(tmp_path: Path, capsys: Capture) -> None:
    """A misspelt name looks for nothing, so it is refused with the nearest."""
    folder = write_case(tmp_path, case=CASE)
    told = tell(capsys, "check", folder, "--organisation", "defualt", "--templates", TEMPLATES)
    assert told.status == 1
    assert "there is no organisation 'defualt' (did you mean 'default'?)" in told.err
