"""Terms: what the registry protects is told where a reader would meet it, and what a case allows needs a reason."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, complaints, tell, write_case

CASE = LEAST + "date_of_information: 2024-03-01\nactors: [{id: lead, name: Lead, alias: heron}]\n"
REGISTRY = """
people:
  heron:
    name: Tamsel Orrelby
    affiliations: [Third Watch, NUJ]
    other_seats: [Adviser to the Ministry]
    consent: {what: Role, until: 2025-12-31}
"""
REMEDY = "write it otherwise, or, where it is an ordinary word, allow it in handling.allowed_terms of case.yaml"


def told(parent: Path, *lines: str) -> list[str]:
    """Give what is said about a case with these lines from line 6 on."""
    return complaints(parent, CASE + "".join(f"{line}\n" for line in lines), registry=REGISTRY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A grey heron stood there.", "an alias"),
        ("HÉRON", "an alias"),
        ("A man of the third  watch.", "an affiliation"),
        ("T h i r d Watch", "an affiliation"),
        ("Seen with the nuj.", "an affiliation of fewer than 4 letters"),
        ("An adviser to the ministry.", "a seat"),
    ],
)
def test_a_protected_term_in_an_open_text_is_an_error_with_its_place(tmp_path: Path, text: str, kind: str) -> None:
    """Each reader who would get it is named, the term is not."""
    assert [line for line in told(tmp_path, f"summary: {text}") if "acronym" not in line] == [
        f"case.yaml:6:10: error: this text, which {audience} gets, holds {kind} from the registry: {REMEDY}"
        for audience in ("track-i", "track-ii")
    ]


def test_only_readers_who_get_the_text_count(tmp_path: Path) -> None:
    """What the team alone reads may hold an alias."""
    assert told(tmp_path / "1", "summary: {value: A heron., sensitivity: team_only}") == []
    (line,) = told(tmp_path / "2", "summary: {value: A heron., sensitivity: track_i_only}")
    assert "which track-i gets" in line


def test_a_body_that_a_reader_is_openly_told_of_gives_nobody_away(tmp_path: Path) -> None:
    """Where the case names it to the same reader as what it is, it is an ordinary word there; an alias never is."""
    body = "acronyms: [{short: x, long: Third Watch}]"
    assert told(tmp_path / "1", "summary: The Third Watch came.", body) == []
    assert len(told(tmp_path / "2", "summary: A heron.", "acronyms: [{short: x, long: heron}]")) == 4


@pytest.mark.parametrize("text", ["The herons.", "Third watches", "Ministry advisers", "nujab"])
def test_other_words_are_no_terms(tmp_path: Path, text: str) -> None:
    """Terms are whole words."""
    assert told(tmp_path, f"summary: {text}") == []


def test_an_allowed_term_is_not_told_and_reaches_the_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An ordinary word is allowed by the case, and neither the check nor the gate stops it."""
    allowed = "handling: {mark: unclassified, allowed_terms: [{term: Heron, because: A bird., by: Head}]}\n"
    case = f"{CASE}{allowed}summary: A grey heron stood there.\n"
    assert complaints(tmp_path / "1", case, registry=REGISTRY) == []
    folder, out = write_case(tmp_path, case=case, registry=REGISTRY), tmp_path / "out"
    assert tell(capsys, "pack", folder, "--into", out).status == 0
    assert "A grey heron stood there." in (out / "river-talks.track-i.en.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "warned"),
    [
        (["handling: {allowed_terms: [{term: stork, because: A bird., by: Head}]}"], True),
        (["handling: {allowed_terms: [{term: heron, because: A bird., by: Head}]}"], False),
        (["handling: {allowed_terms: [{term: orrelby, because: A town., by: Head}]}"], False),
        (["handling: {allowed_terms: [{term: watch, because: A clock., by: Head}]}"], False),
        (["handling: {allowed_terms: [{term: stork, because: A bird., by: Head}]}", "summary: {value: A stork., sensitivity: track_i_only}"], False),
        (["handling: {allowed_terms: [{term: stork, because: A bird., by: Head}]}", "summary: A stork."], True),
    ],
    ids=["nothing", "an alias", "half a name", "a part", "a withheld text", "an open text"],
)  # fmt: skip
def test_an_allowance_that_allows_nothing_is_a_warning(tmp_path: Path, lines: list[str], warned: bool) -> None:
    """It is told at its place, and not where it stands for something that is protected or withheld."""
    said = [line for line in told(tmp_path, *lines) if "allows nothing" in line]
    assert [line.split(" this ")[0] for line in said] == ["case.yaml:6:28: warning:"] * warned


@pytest.mark.parametrize("missing", ["term", "because", "by"])
def test_an_allowance_without_reason_or_name_is_an_error(tmp_path: Path, missing: str) -> None:
    """Somebody answers for each of them."""
    given = {"term": "heron", "because": "A bird.", "by": "Head"}
    fields = ", ".join(f"{key}: {value}" for key, value in given.items() if key != missing)
    said = told(tmp_path, f"handling: {{allowed_terms: [{{{fields}}}]}}")
    assert f"case.yaml:6:28: error: the key '{missing}' is missing: add it" in said


def test_no_reader_gets_the_allowances(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They would list what is protected."""
    allowed = "handling: {mark: unclassified, allowed_terms: [{term: third watch, because: Zanzibar., by: Quixote}]}\n"
    folder, out = write_case(tmp_path, case=CASE + allowed, registry=REGISTRY), tmp_path / "out"
    assert tell(capsys, "pack", folder, "--into", out).status == 0
    made = [path.read_bytes().lower() for path in out.rglob("*") if path.suffix in {".md", ".json"}]
    assert len(made) == 4
    assert not any(word in text for text in made for word in (b"third watch", b"zanzibar", b"quixote"))
