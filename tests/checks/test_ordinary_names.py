"""Ordinary names: the author says of a text in which a name is the word, and an edit of the text asks again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, Told, tell, write_case

Capture = pytest.CaptureFixture[str]

CASE = LEAST + "date_of_information: 2024-03-01\nactors: [{{id: lead, name: Lead, alias: heron}}]\nsummary: {summary}\n"
REGISTRY = """\
people:
  heron:
    name: Zora Power
    spellings: [Power]
    consent: {what: Role, audiences: [track_i, track_ii]}
"""
MAYBE = "where a capital letter proves nothing"


def checked(capsys: Capture, parent: Path, summary: str, more: str = "") -> Told:
    """Return what check says of a case with this summary."""
    liaison = "liaisons: [{actor: lead, track: track_ii}]\n"
    folder = write_case(parent, case=CASE.format(summary=summary), coordination=liaison, registry=REGISTRY + more)
    return tell(capsys, "check", folder, "--quiet")


def test_the_word_in_small_letters_is_no_find_and_no_warning(tmp_path: Path, capsys: Capture) -> None:
    """Neither check nor the gate takes it for the person."""
    assert checked(capsys, tmp_path, "They share power over water.").problems == []
    packed = tell(capsys, "pack", tmp_path / "river-talks", "--templates", TEMPLATES, "--into", tmp_path / "packs")
    assert (packed.status, packed.problems) == (0, [])


@pytest.mark.parametrize("summary", ["Seen with Power there.", "Seen with dr power there.", "Met zora, called power."])
def test_the_name_is_an_error_by_which_words_it_is(tmp_path: Path, capsys: Capture, summary: str) -> None:
    """A capital in the middle of a sentence, a title, and another part of the name say who is meant."""
    told = checked(capsys, tmp_path, summary)
    assert told.status == 1
    assert "holds the name of a person in registry.yaml, in word" in told.err
    assert MAYBE not in told.err
    assert "ower" not in told.err


def test_where_the_capital_proves_nothing_the_author_decides_for_that_text(tmp_path: Path, capsys: Capture) -> None:
    """What is to be written is printed; the text passes with it, check and gate; another text asks again."""
    told = checked(capsys, tmp_path, "Power is cut at dusk.")
    assert told.status == 1
    assert MAYBE in told.err
    printed = tell(capsys, "ordinary", tmp_path / "river-talks").out
    line = r"      - \{field: case.summary, digest: '\w{16}'\}"
    assert re.search(rf"registry.yaml:3:\d+: .*\n    ordinary_in:\n{line}\n", printed)
    allowance = printed.partition("\n")[2]
    assert checked(capsys, tmp_path, "Power is cut at dusk.", allowance).problems == []
    none = f"{tmp_path}/river-talks: no text needs such a line in the registry\n"
    assert tell(capsys, "ordinary", tmp_path / "river-talks").out == none
    packed = tell(capsys, "pack", tmp_path / "river-talks", "--templates", TEMPLATES, "--into", tmp_path / "packs")
    assert (packed.status, packed.problems) == (0, [])
    edited = checked(capsys, tmp_path, "Power is cut at dawn.", allowance)
    assert edited.status == 1
    assert MAYBE in edited.err
    assert "registry.yaml:7:9: warning: no text of the case matches this digest any more" in edited.err


def test_what_is_allowed_in_one_text_is_a_find_in_every_other(tmp_path: Path, capsys: Capture) -> None:
    """A template that begins a sentence of its own with the name is refused."""
    checked(capsys, tmp_path, "Power is cut at dusk.")
    allowance = tell(capsys, "ordinary", tmp_path / "river-talks").out.partition("\n")[2]
    both = checked(capsys, tmp_path, "Power is cut at dusk.\nplace: Power was there", allowance)
    assert f"{tmp_path}/river-talks/case.yaml:7:8: error" in both.err
    assert "case.yaml:6:10: error" not in both.err


def test_a_text_all_in_capitals_proves_nothing_either(tmp_path: Path, capsys: Capture) -> None:
    """Its author is asked."""
    assert MAYBE in checked(capsys, tmp_path, "WATER AND POWER FOR ALL").err


def test_of_a_case_in_arabic_the_lines_to_add_are_printed_too(tmp_path: Path, capsys: Capture) -> None:
    """There every place is asked about, in the language of the case; what is allowed passes the check."""
    summary = "languages: [ar]\ndate_of_information: 2024-03-01\nsummary: عاد نور الكهرباء ليلا\n"
    actors = "actors: [{id: lead, name: الوسيط, alias: heron}]\n"
    people = "people: {{heron: {{name: نور, {}consent: {{what: Role, audiences: [track_i]}}}}}}\n"
    folder = write_case(tmp_path, case=LEAST.format() + summary + actors, registry=people.format(""))
    assert MAYBE in tell(capsys, "check", folder, "--quiet").err
    (line,) = re.findall(r"\{field: case.summary, digest: '\w{16}'\}", tell(capsys, "ordinary", folder).out)
    (folder / "registry.yaml").write_text(people.format(f"ordinary_in: [{line}], "), encoding="utf-8")
    assert MAYBE not in tell(capsys, "check", folder, "--quiet").err
