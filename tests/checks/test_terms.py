"""Terms: what the registry protects is told where a reader would meet it, and what a case allows needs a reason."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import INPUTS, LEAST, TEMPLATES, complaints, shipped_packs, tell, write_case

from briefpack.gate.surfaces import Finished, texts
from briefpack.gate.words import words_of
from briefpack.packs.wordings import read_printed

CASE = LEAST + "date_of_information: 2024-03-01\nactors: [{id: lead, name: Lead, alias: heron}]\n"
LIAISON = "liaisons: [{actor: lead, track: track_ii}]\n"
REGISTRY = """
people:
  heron:
    name: Tamsel Orrelby
    affiliations: [Third Watch, NUJ]
    other_seats: [Adviser to the Ministry]
    consent: {what: Role, audiences: [track_i, track_ii]}
"""
REMEDY = "write it otherwise, or, where it is an ordinary word, allow it in handling.allowed_terms of case.yaml"


def told(parent: Path, *lines: str) -> list[str]:
    """Return what is said about a case with these lines from line 6 on."""
    case = CASE + "".join(f"{line}\n" for line in lines)
    return complaints(parent, case, coordination=LIAISON, registry=REGISTRY)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("A grey heron stood there.", "an alias", "word 3"),
        ("HÉRON", "an alias", "word 1"),
        ("A man of the third  watch.", "an affiliation", "words 5 to 6"),
        ("T h i r d Watch", "an affiliation", "words 1 to 6"),
        ("Seen with the nuj.", "an affiliation of fewer than 4 letters", "word 4"),
        ("An adviser to the ministry.", "a seat", "words 2 to 5"),
    ],
)
def test_a_protected_term_in_an_open_text_is_an_error_with_its_place(
    tmp_path: Path, text: str, kind: str, words: str
) -> None:
    """Each reader who would get it is named, and which words of the text, the term is not."""
    assert [line for line in told(tmp_path, f"summary: {text}") if "acronym" not in line] == [
        f"case.yaml:6:10: error: this text, which {audience} gets, holds {kind} from the registry, in {words}: {REMEDY}"
        for audience in ("track-i", "track-ii")
    ]


@pytest.mark.parametrize("text", ["Он из Речной Стражи.", "Речную стражу видели."])
def test_a_body_is_told_in_the_forms_of_its_language(tmp_path: Path, text: str) -> None:
    """Nobody names one in Russian without declining it."""
    registry = REGISTRY.replace("Third Watch", "Речная Стража")
    found = complaints(tmp_path, CASE + f"summary: {text}\n", coordination=LIAISON, registry=registry)
    assert len([line for line in found if "holds an affiliation from the registry" in line]) == 2


def test_only_readers_who_get_the_text_count(tmp_path: Path) -> None:
    """What the team alone reads may hold an alias."""
    assert told(tmp_path / "1", "summary: {value: A heron., sensitivity: team_only}") == []
    (line,) = told(tmp_path / "2", "summary: {value: A heron., sensitivity: track_i_only}")
    assert "which track-i gets" in line


def test_a_body_that_a_reader_is_openly_told_of_gives_nobody_away(tmp_path: Path) -> None:
    """Where the case names it to the same reader as what it is, it is an ordinary word there; an alias never is."""
    body = "acronyms: [{short: x, long: Third Watch}]"
    assert told(tmp_path / "1", "summary: The Third Watch came to x.", body) == []
    assert len(told(tmp_path / "2", "summary: A heron, x.", "acronyms: [{short: x, long: heron}]")) == 4


@pytest.mark.parametrize("text", ["The herons.", "Third watches", "Ministry advisers", "nujab"])
def test_other_words_are_no_terms(tmp_path: Path, text: str) -> None:
    """Terms are whole words."""
    assert told(tmp_path, f"summary: {text}") == []


def test_an_allowed_term_is_not_told_and_reaches_the_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An ordinary word is allowed by the case, and neither the check nor the gate stops it."""
    allowed = "handling: {mark: unclassified, allowed_terms: [{term: Heron, because: A bird., by: Head}]}\n"
    case = f"{CASE}{allowed}summary: A grey heron stood there.\n"
    assert complaints(tmp_path / "1", case, coordination=LIAISON, registry=REGISTRY) == []
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
        (["handling: {allowed_terms: [{term: 10 May, because: A street., by: Head}]}", "place: Street of 10 May", "period: {from: {value: 1993-05-10, sensitivity: team_only}}"], False),
        (["handling: {allowed_terms: [{term: 11 May, because: A street., by: Head}]}", "period: {from: {value: 1993-05-10, sensitivity: team_only}}"], True),
    ],
    ids=["nothing", "an alias", "half a name", "a part", "a withheld text", "an open text", "a day", "another day"],
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


ORDINARY = "packs always print this in their fixed words, so that none could be released: "
CHANCE = "this has so few letters that it stands in texts by chance: write it in a longer form, or "
ALLOW = "allow it in handling.allowed_terms of case.yaml, with a reason; then packs are not searched for it"


def checked(parent: Path, capsys: pytest.CaptureFixture[str], registry: str, more: str = "") -> list[str]:
    """Return what `check` says of a registry, without the folder it is in."""
    folder = write_case(parent, case=CASE + more, registry=registry)
    problems = tell(capsys, "check", "--quiet", folder).problems
    return [line.removeprefix(f"{folder}/") for line in problems if "registry.yaml" in line.partition(": ")[0]]


@pytest.mark.parametrize(
    ("field", "term", "said"),
    [
        ("spellings", "Bo", CHANCE),
        ("affiliations", "UN", CHANCE),
        ("other_seats", "EU", CHANCE),
        ("spellings", "May", ORDINARY),
        ("spellings", "Strong", ORDINARY),
        ("spellings", "Page", ORDINARY),
        ("spellings", "Note", ORDINARY),
        ("spellings", "Track", ORDINARY),
        ("affiliations", "Contents", ORDINARY),
        ("other_seats", "Numpages", ORDINARY),
    ],
)
def test_a_term_that_would_be_found_in_any_pack_is_an_error_in_the_registry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], field: str, term: str, said: str
) -> None:
    """It is told when the case is checked, at its place and without the term; an allowance settles it."""
    consent = "consent: {audiences: [track_i, track_ii]}"
    registry = f"people:\n  heron:\n    name: Tamsel Orrelby\n    {consent}\n    {field}: [{term}]\n"
    told = checked(tmp_path / "1", capsys, registry)
    assert told == [f"registry.yaml:5:{len(field) + 8}: error: {said}{ALLOW}"]
    allowed = f"handling: {{mark: confidential, allowed_terms: [{{term: {term}, because: A word., by: Head}}]}}\n"
    assert checked(tmp_path / "2", capsys, registry, allowed) == []


def test_an_alias_and_a_name_are_looked_at_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both stand at their own places."""
    told = checked(tmp_path, capsys, "people:\n  track:\n    name: Page\n")
    assert [line for line in told if "in their fixed words" in line] == [
        f"registry.yaml:2:3: error: {ORDINARY}{ALLOW}",
        f"registry.yaml:3:11: error: {ORDINARY}{ALLOW}",
    ]


def test_two_letters_of_a_script_without_an_alphabet_are_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Chinese name has no more."""
    registry = "people: {heron: {name: Tamsel Orrelby, spellings: [安娜], consent: {audiences: [track_i, track_ii]}}}\n"
    assert checked(tmp_path, capsys, registry) == []


def test_a_term_in_any_entry_of_a_list_is_told(tmp_path: Path) -> None:
    """Not in the last of them alone."""
    said = told(tmp_path, "gaps_in_evidence: [What the heron saw., Who came back.]")
    assert len([line for line in said if "holds an alias" in line]) == 2


def test_what_every_pack_holds_is_known_to_the_check() -> None:
    """But for letters and numbers, no word of a finished pack comes from anywhere but its case and what is known."""
    known = set(read_printed(TEMPLATES, None, "en").everything.words)
    case = {word for path in (INPUTS / "harbour-talks").glob("*.yaml") for word in words_of(path.read_text("utf-8"))}
    pieces = [piece for text in texts(Finished(shipped_packs("harbour-talks"))) for piece in text.pieces]
    words = {word for piece in pieces for word in words_of(piece) if word.isalpha() and len(word) > 1}
    # Fields cut their results in other places than at words.
    rest = {word for word in words - known - case if not word.endswith(("annex", "coordination"))}
    assert len(words) > 1000
    assert rest == set()


@pytest.mark.parametrize(
    ("text", "allowed", "is_lifted"),
    [
        ("on 14 Feb. they came", "14 February", True),
        ("on 14 Feb. they came", "2024-02-14", True),
        ("on the fourteenth of February", "14 Feb.", True),
        ("on 14 February 2024 they came", "14 February 2024", True),
        ("on 14.2.2024 they came", "14 February 2024", True),
        ("on 14 February 2024 they came", "14 February", False),
        ("on 14.2.2024 they came", "15 February 2024", False),
    ],
)
def test_a_day_that_is_allowed_is_allowed_in_all_forms_that_tell_no_more(
    tmp_path: Path, text: str, allowed: str, is_lifted: bool
) -> None:
    """What is allowed without its year is not allowed with it; no allowance that lifts something is called idle."""
    case = (
        f"{LEAST}timeline: [{{date: {{value: 2024-02-14, sensitivity: team_only}}, track: i, event: They met.}}, "
        f"{{date: 2020-01-02, track: i, event: '{text}'}}]\n"
        f"handling: {{mark: confidential, allowed_terms: [{{term: {allowed}, because: A word., by: Head}}]}}\n"
    )
    said = complaints(tmp_path, case)
    assert any("X01" in line for line in said) is not is_lifted
    assert any("this allows nothing" in line for line in said) is (allowed.startswith("15"))
