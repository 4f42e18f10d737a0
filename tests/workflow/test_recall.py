"""Recall and release in a real build: a pack of before that leaks is told of and shown; a pack comes whole or not."""

from __future__ import annotations

import re

import pytest
from project import Project

pytestmark = pytest.mark.long

ALPHA = "inputs/alpha/case.yaml"
OPEN = "summary: They met in the old granary by night.\n"
CLOSED = "summary: {value: They met in the old granary by night., sensitivity: track_ii_only}\n"
NOTES = tuple(f"outputs/.recalls/{name}/alpha.track-i.en.json" for name in ("default", "second"))
PACK = "default/alpha/alpha.track-i.en"


def _append(project: Project, text: str) -> None:
    path = project.path(ALPHA)
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _replace(project: Project, old: str, new: str) -> None:
    path = project.path(ALPHA)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def opened(project: Project) -> Project:
    """Return a project whose packs were released with a text for all."""
    _append(project, OPEN + "version: '1'\n")
    assert project.snakemake().status == 0
    return project


def test_a_reclassified_case_has_its_released_packs_recalled(opened: Project) -> None:
    """The build that closes the text succeeds, says which packs to call back, and the index shows them until told."""
    _replace(opened, OPEN, CLOSED)
    run = opened.snakemake()
    assert run.status == 0, run.printed
    told = [line for line in run.printed.splitlines() if "is to be recalled" in line]
    assert [line.partition(":")[0] for line in sorted(told)] == [
        f"outputs/{PACK}",
        f"outputs/{PACK.replace('default', 'second', 1)}",
    ]
    assert "granary" not in run.printed
    assert b"granary" not in opened.packs()[f"{PACK}.md"]
    for _ in range(2):
        assert "2 packs released before are to be recalled." in opened.index()
        assert opened.index().count("■ to be recalled: the pack released as version 1;") == 2
        assert "granary" not in opened.index()
        assert opened.snakemake().status == 0
    for note in NOTES:
        opened.path(note).unlink()
    assert opened.snakemake().status == 0
    assert "recalled" not in opened.index()


NARROWED = {
    "the first organisation": ("--config", "organisation=default"),
    "the second organisation": ("--config", "organisation=second"),
    "one reader": ("--config", "organisation=second", "audience=track-ii"),
}


@pytest.mark.parametrize("arguments", NARROWED.values(), ids=NARROWED.keys())
def test_a_build_of_some_packs_recalls_those_of_all(arguments: tuple[str, ...], opened: Project) -> None:
    """Whatever is asked for, each leaking pack is told of once and noted; those not built are shown as older."""
    _replace(opened, OPEN, CLOSED)
    run = opened.snakemake(*arguments)
    assert run.status == 0, run.printed
    told = [line.partition(":")[0] for line in run.printed.splitlines() if "is to be recalled" in line]
    assert sorted(told) == [f"outputs/{PACK}", f"outputs/{PACK.replace('default', 'second', 1)}"]
    assert all(opened.path(note).is_file() for note in NOTES)
    assert "older than what" in opened.index()


def test_a_leaking_pack_that_cannot_be_replaced_is_recalled_and_not_handed_on(opened: Project) -> None:
    """Where the new build is refused, the last good pack is no good: the index shows that and links to it no more."""
    _replace(opened, OPEN, CLOSED)
    opened.path("templates/default/pack.md.j2").write_text("{{ no_such_name }}\n", encoding="utf-8")
    for _ in range(2):
        assert opened.snakemake().status != 0
        rows = re.findall(r'<tr data-o="default" data-r="track-i".*</tr>', opened.index())
        (row,) = [row for row in rows if "to be recalled" in row and "for officials" in row]
        assert "last good pack kept" in row
        assert "href" not in row
    opened.path("templates/default/pack.md.j2").unlink()
    assert opened.snakemake().status == 0
    assert b"granary" not in opened.packs()[f"{PACK}.md"]


LATE = "people: {heron: {name: Old Granary, consent: {what: The role, audiences: [track_i, track_ii]}}}\n"
LOPSIDED = "status: {value: done, sensitivity: track_i_only}\nas_of: 2024\n"


def test_where_one_recall_cannot_be_noted_the_others_are_and_no_pack_of_the_case_is_released(opened: Project) -> None:
    """Fail closed: a note that nobody can read holds back the packs of every organisation, and is told of once."""
    good = opened.packs()
    opened.path(NOTES[0]).parent.mkdir(parents=True, exist_ok=True)
    opened.path(NOTES[0]).write_text("garbage", encoding="utf-8")
    _replace(opened, OPEN, CLOSED)
    run = opened.snakemake()
    assert run.status != 0
    assert run.printed.count(f"{NOTES[0]}:1:1: error: this note on packs to be recalled cannot be read") == 1
    assert run.printed.count("is to be recalled") == 1
    assert opened.path(NOTES[1]).is_file()
    assert opened.changed(good) == []


@pytest.mark.parametrize(
    ("found", "file", "wrong", "recalled"),
    [
        (CLOSED, "planning.yaml", "nonsense: x\n", 0),
        (CLOSED, "assessment.yaml", LOPSIDED, 2),
        (OPEN, "registry.yaml", LATE, 4),
    ],
    ids=["a case that cannot be read", "a case that breaks a rule", "a name found late"],
)
def test_what_was_released_of_a_case_with_errors_is_recalled_too(
    opened: Project, found: str, file: str, wrong: str, recalled: int
) -> None:
    """Closing something, or naming a person, is often what brings the errors: nobody waits for those to be mended."""
    _replace(opened, OPEN, found)
    opened.path(f"inputs/alpha/{file}").write_text(wrong, encoding="utf-8")
    run = opened.snakemake()
    assert run.status != 0
    assert "granary" not in run.printed.lower()
    assert run.printed.count("is to be recalled") == recalled
    assert ("could not be compared" in run.printed) == (recalled == 0)
    if recalled:
        rows = re.findall(r'<tr data-o="default".*', opened.index())
        (row,) = [row for row in rows if "to be recalled" in row and "for officials" in row]
        assert "href" not in row
