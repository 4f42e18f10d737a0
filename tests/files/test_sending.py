"""Sending: what an organisation that does not send every case gets packs of, and what is said of a word amiss."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefpack.desk.index import index_page
from briefpack.files.library import open_library
from briefpack.files.states import states
from briefpack.problems import Refusal

FILES = (
    "inputs/harbour/case.yaml",
    "inputs/river/case.yaml",
    "templates/base/wording/en.yaml",
    "templates/default/organisation.yaml",
    "templates/second/organisation.yaml",
)
SECOND_SENDS_RIVER = "sends:\n  second: [river]\n"
PAIRS = (("default", "harbour"), ("default", "river"), ("second", "river"))


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a library of two cases and two organisations, of which the second sends one case."""
    monkeypatch.chdir(tmp_path)
    for name in FILES:
        _put(name)
    _put("inputs/config.yaml", SECOND_SENDS_RIVER)


def _put(name: str, text: str = "") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _refused(config: dict[str, object]) -> list[str]:
    with pytest.raises(Refusal) as refusal:
        open_library(config)
    return list(map(str, refusal.value.problems))


def test_an_organisation_that_is_not_named_sends_every_case() -> None:
    """What is said of one says nothing of another, and without the key all send all."""
    assert open_library({}).pairs == PAIRS
    _put("inputs/config.yaml")
    assert open_library({}).pairs == (*PAIRS[:2], ("second", "harbour"), PAIRS[2])


@pytest.mark.parametrize(
    ("settings", "sends_all"),
    [
        ("invented: true\n", False),
        ("# A made-up office.\nname: 'Office'\ninvented: true # always\nfindings: {C03: {severity: low}}\n", False),
        ("invented: false\n", True),
        ("name: An invented: true office\n", True),
        ("name: Invented\nunit: {invented: true}\n", True),
        ("invented: [true\n", True),
    ],
)
def test_an_invented_organisation_sends_only_what_it_is_told_to(settings: str, sends_all: bool) -> None:
    """In a folder of cases of one's own nobody thinks of the examples; settings that are wrong are told elsewhere."""
    _put("inputs/config.yaml")
    _put("templates/second/organisation.yaml", settings)
    assert open_library({}).pairs == ((*PAIRS[:2], ("second", "harbour"), PAIRS[2]) if sends_all else PAIRS[:2])
    _put("inputs/config.yaml", SECOND_SENDS_RIVER)
    assert open_library({}).pairs == PAIRS


def test_one_case_needs_no_brackets() -> None:
    """A word is a list of one, as in the other settings."""
    _put("inputs/config.yaml", "sends: {second: river}\n")
    assert open_library({}).pairs == PAIRS


@pytest.mark.parametrize(
    ("config", "pairs", "lost"),
    [
        ({"organisation": "second"}, PAIRS[2:], ()),
        ({"cases": "harbour"}, PAIRS[:1], ()),
        ({"cases": "river"}, PAIRS[1:], ()),
        ({"cases": "harbour,river", "organisation": "second"}, PAIRS[2:], ("harbour",)),
    ],
)
def test_a_narrowed_build_keeps_to_what_is_sent(
    config: dict[str, object], pairs: tuple[tuple[str, str], ...], lost: tuple[str, ...]
) -> None:
    """A case that was asked for by name and is not sent is told of; what an organisation sends is what it is asked."""
    found = open_library(config)
    assert found.pairs == pairs
    assert [line.split(":")[0] for line in found.warnings] == [f"no pack is made of {case}" for case in lost]


def test_a_case_that_no_organisation_sends_is_told_of() -> None:
    """It would be in no pack and on no page, and nobody would know."""
    _put("inputs/config.yaml", "sends: {second: [river], default: [river]}\n")
    (told,) = open_library({}).warnings
    assert told == ("no pack is made of harbour: no organisation that is asked for sends it ('sends' in config.yaml)")


def test_a_build_that_would_send_nothing_is_refused() -> None:
    """It is no build without work: what was asked for is not sent."""
    assert _refused({"cases": "harbour", "organisation": "second"}) == [
        "inputs/config.yaml:1:1: error: no organisation that is asked for sends a case that is asked for: see 'sends' "
        "in this file"
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sends: {second: [rivre]}\n", "1:18: error: there is no case 'rivre' (did you mean 'river'?): choose from "),
        ("sends: {secnd: [river]}\n", "1:9: error: there is no organisation 'secnd' (did you mean 'second'?): choose"),
        ("sends: {second: []}\n", "1:9: error: nothing is named here: name one or more of harbour, river, or leave"),
        ("sends: {second: {river: harbour}}\n", "1:17: error: a word or a list of words is expected here"),
        ("sends: [river]\n", "1:8: error: keys are expected here: write for example 'sends: {default:"),
        ("sends:\n  second: river\n  second: harbour\n", "3:3: error: the key 'second' is repeated: keep one"),
        ("sends:\n", "1:7: error: keys are expected here"),
        ("sends:\n  second: river #harbour\n", "2:17: error: everything from ' #' on is read as a comment"),
        ("send: [river]\n", "1:1: error: there is no setting 'send' (did you mean 'sends'?): choose from cases,"),
    ],
)
def test_a_mistake_in_what_is_sent_is_refused_with_its_place(text: str, line: str) -> None:
    """The line has the place of the word, what is nearest and what exists."""
    _put("inputs/config.yaml", text)
    assert _refused({"organisation": "default"})[0].startswith(f"inputs/config.yaml:{line}")


def test_what_lies_there_of_a_case_that_is_not_sent_any_more_is_told() -> None:
    """In one line, with the folders to delete, in a narrowed build too; an empty folder or a sent case is nothing."""
    _put("outputs/second/river/river.track-i.en.md")
    Path("outputs/second/harbour").mkdir(parents=True)
    assert open_library({}).warnings == ()
    _put("outputs/second/harbour/harbour.track-i.en.md")
    _put("outputs/team-only/second/harbour.team.en.md.age")
    for config in ({}, {"organisation": "default"}):
        (told,) = open_library(config).warnings
        assert told.startswith("outputs/second/harbour, outputs/team-only/second/harbour.team.*: packs or reports of ")
        assert "delete them" in told


def test_the_index_has_no_row_for_what_is_not_sent() -> None:
    """A pack from before is listed as no longer asked for; a case that nobody sends has no row."""
    _put("outputs/second/harbour/harbour.track-i.en.md")
    page = index_page(open_library({}))
    rows = re.findall(r'data-o="(\w+)" data-r="track-i"', page)
    assert rows == ["default", "default", "second"]
    assert "<p>6 packs are not built.</p>" in page
    assert "<li>no longer asked for, and not built again: outputs/second/harbour/harbour.track-i.en</li>" in page
    _put("inputs/config.yaml", "sends: {second: [river], default: [river]}\n")
    assert set(re.findall(r'<th scope="row">(\w+)', index_page(open_library({})))) == {"river"}


def test_states_are_of_what_is_sent() -> None:
    """A build is not behind with a pack that nobody sends."""
    names = {name.rpartition("/")[0] for name in states(open_library({}))}
    assert names == {"/".join(pair) for pair in PAIRS}
