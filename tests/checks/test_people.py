"""People: aliases and the registry lead to each other, no text names anybody, and nobody is shown past a consent."""

# Tables of what is written and what is said read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import INPUTS, LEAST, Told, complaints, copied_case, problems_of, tell, write_case

ACTOR = "actors: [{id: lead, name: Lead, alias: heron}]\n"
CONSENT = "consent: {what: Role, audiences: [track_i, track_ii]}"
PERSON = f"people:\n  heron: {{name: Tamsel Orrelby, {CONSENT}}}\n"
DATED = LEAST + "date_of_information: 2024-03-01\n"

LIAISON = "liaisons: [{actor: lead, track: track_ii}]\n"

Capture = pytest.CaptureFixture[str]


def told_of(parent: Path, case: str, said: str = "", **files: str) -> list[str]:
    """Return what is said about a case whose actor is somebody's liaison, and so in packs; `said` is said of that."""
    return complaints(parent, case, coordination=LIAISON.replace("}]", f"{said}}}]"), **files)


def test_the_shipped_registry_fits_its_case() -> None:
    """Every alias leads to a person and back, and nobody is named or shown beyond what was agreed."""
    told = [str(problem) for problem in problems_of(INPUTS / "harbour-talks")]
    assert [line for line in told if "registry" in line or "consent of" in line or "agree" in line] == []


# Aliases


def test_a_person_whom_nothing_leads_to_is_told_at_the_line(tmp_path: Path) -> None:
    """An alias used nowhere is an error at its place in the registry, and is not repeated."""
    registry = PERSON + f"  gull: {{name: Anna Ironside, {CONSENT}}}\n"
    assert told_of(tmp_path, DATED + ACTOR, registry=registry) == [
        "registry.yaml:3:3: error: no actor of the case has this alias: give it to the actor it stands for, or remove the person"
    ]


def test_without_all_actors_nobody_is_called_unused(tmp_path: Path) -> None:
    """Where an actor could not be read, the alias may have been in it."""
    actors = "actors: [Lead]\n"
    told = told_of(tmp_path, DATED + actors, registry=PERSON)
    assert told
    assert not any(line.startswith("registry.yaml") for line in told)


# Names


@pytest.mark.parametrize(
    "text",
    ["Tamsel Orrelby", "TAMSEL  ÖRRELBY", "Tamsel-Orrelby", "T a m s e l Orrelby", "Tam/sel Orrelby's", "Тамзель Оррелби", "تمسل اورلبی", "Orr"],
)  # fmt: skip
@pytest.mark.parametrize("sensitivity", ["public", "team_only"])
def test_a_name_in_any_spelling_is_an_error_in_any_text(tmp_path: Path, text: str, sensitivity: str) -> None:
    """Also where only the team reads it: what is in a text may be pasted into another."""
    person = f"people:\n  heron: {{name: Tamsel Orrelby, spellings: [Тамзель Оррелби, تمسل اورلبي, Orr], {CONSENT}}}\n"
    case = f"{DATED}{ACTOR}summary: {{value: Said by {text} today., sensitivity: {sensitivity}}}\n"
    told = [line for line in told_of(tmp_path, case, registry=person) if "acronym" not in line]
    first, last = 3, 2 + len(text.split())
    words = f"word {first}" if first == last else f"words {first} to {last}"
    assert told == [
        f"case.yaml:6:10: error: this text holds the name of a person in registry.yaml, in {words}: write the role instead; where it is an ordinary word, list it in handling.allowed_terms of case.yaml"
    ]


@pytest.mark.parametrize("text", ["Orrelbyan ways", "Tamsin Orreby", "The horror", "Orrery"])
def test_other_words_are_no_names(tmp_path: Path, text: str) -> None:
    """A name inside another word, or nearly spelt, is no find."""
    person = f"people:\n  heron: {{name: Tamsel Orrelby, spellings: [Orr], {CONSENT}}}\n"
    assert told_of(tmp_path, f"{DATED}{ACTOR}summary: {text}\n", registry=person) == []


def test_half_a_name_is_a_warning(tmp_path: Path) -> None:
    """A family name may mean another, so it stops nothing."""
    told = told_of(tmp_path, f"{DATED}{ACTOR}summary: As Orrelby said.\n", registry=PERSON)
    assert len(told) == 1
    assert told[0].startswith(
        "case.yaml:6:10: warning: this text holds a part of the name of a person in registry.yaml"
    )


def test_a_name_that_the_case_allows_is_not_told(tmp_path: Path) -> None:
    """It is an ordinary word by the case's own word, with reason and name."""
    allowed = "handling: {allowed_terms: [{term: heron bay, because: A place., by: Head}, {term: Heron, because: A bird., by: Head}]}\n"
    person = f"people:\n  heron: {{name: Heron Bay, {CONSENT}}}\n"
    assert told_of(tmp_path, f"{DATED}{ACTOR}{allowed}summary: At Heron Bay.\n", registry=person) == []


@pytest.mark.parametrize(
    "text", ["Orrelby, Tamsel", "Tamsel K. Orrelby", "T. Orrelby", "the Orrelbys, Tamsel above all"]
)
def test_a_name_turned_round_or_cut_to_its_initial_is_an_error(tmp_path: Path, text: str) -> None:
    """Nobody has to list such spellings."""
    told = told_of(tmp_path, f"{DATED}{ACTOR}summary: As {text} said.\n", registry=PERSON)
    assert [line.partition(" in registry")[0] for line in told] == [
        "case.yaml:6:10: error: this text holds the name of a person"
    ]


@pytest.mark.parametrize(
    ("comment", "lines"),
    [
        ("# Tamsel Orrelby said so", [6]),
        ("version: '1' # after T. Orrelby", [6]),
        ("# told by Tamsel\n# Orrelby", [6]),
        ("# nobody\n# ORRELBY, TAMSEL", [7]),
        ("# told by Tamsel alone", []),
        ("version: 'T#Orrelby'", []),
    ],
)
def test_a_name_in_a_comment_is_an_error_at_its_line(tmp_path: Path, comment: str, lines: list[int]) -> None:
    """The files of a case lie in clear beside a registry that may be sealed."""
    told = [line for line in told_of(tmp_path, f"{DATED}{ACTOR}{comment}\n", registry=PERSON) if "comment" in line]
    assert [int(line.split(":")[1]) for line in told] == lines
    assert all("error: a comment holds the name of a person in registry.yaml: write the role" in line for line in told)


def test_the_comments_of_the_registry_are_its_own(tmp_path: Path) -> None:
    """They are sealed with it."""
    assert told_of(tmp_path, DATED + ACTOR, registry=f"{PERSON}# Tamsel Orrelby\n") == []


# Consent


@pytest.mark.parametrize(
    ("date", "consent", "actor", "said"),
    [
        ("2024-03-01", "audiences: [track_i, track_ii], until: 2024-02-28", "", "error: X03: the consent of the person behind this role has run out"),
        ("2024-03", "audiences: [track_i, track_ii], until: 2024-03-30", "", "error: X03: the consent of the person behind this role has run out"),
        ("2024-03-01", "audiences: [track_ii]", "", "error: X03: the person behind this role did not agree to be shown to track-i: "),
        ("2024-03-01", "audiences: [track_i]", ", sensitivity: track_ii_only", "error: X03: the person behind this role did not agree to be shown to track-ii: "),
        (None, "audiences: [track_i, track_ii], until: 2024-03-31", "", "error: X03: without a date_of_information nobody can tell"),
        ("2024-03-01", None, "", "error: X03: the person behind this role did not agree to be shown to track-i and track-ii: "),
        ("2024-03-01", "until: 2030", ", sensitivity: track_ii_only", "error: X03: the person behind this role did not agree to be shown to track-ii: "),
    ],
)  # fmt: skip
def test_a_role_shown_beyond_its_consent_is_told_at_the_actor(
    tmp_path: Path, date: str | None, consent: str | None, actor: str, said: str
) -> None:
    """The place is the actor's, in the case; neither alias nor name is said."""
    case = LEAST + (f"date_of_information: {date}\n" if date else "version: '1'\n")
    case += f"actors: [{{id: lead, name: Lead, alias: heron{actor}}}]\n"
    agreed = f", consent: {{what: Role, {consent}}}" if consent else ""
    told = told_of(tmp_path, case, registry=f"people:\n  heron: {{name: Tamsel Orrelby{agreed}}}\n")
    assert len(told) == 1
    assert told[0].startswith(f"case.yaml:5:10: {said}")
    assert not any(word in told[0] for word in ("heron", "Tamsel", "Orrelby"))


@pytest.mark.parametrize(
    ("consent", "actor"),
    [
        ("audiences: [track_i, track_ii], until: 2034-03-01", ""),
        ("audiences: [track_i, track_ii], until: 2034-03", ""),
        ("until: 2020", ", sensitivity: team_only"),
        ("audiences: [track_i]", ", sensitivity: track_i_only"),
        ("audiences: [track_i, track_ii]", ""),
    ],
)
def test_a_role_shown_as_agreed_is_not_told(tmp_path: Path, consent: str, actor: str) -> None:
    """The last day counts, and a role that no reader sees needs no consent."""
    case = f"{DATED}actors: [{{id: lead, name: Lead, alias: heron{actor}}}]\n"
    registry = f"people:\n  heron: {{name: Tamsel Orrelby, consent: {{what: Role, {consent}}}}}\n"
    assert told_of(tmp_path, case, actor, registry=registry) == []


# A sensitivity


@pytest.mark.parametrize(
    ("word", "meant"), [("track_i_onyl", "track_i_only"), ("Shared", "shared"), ("teamonly", "team_only"), ("restricted", None)]
)  # fmt: skip
def test_a_misspelt_sensitivity_is_an_error_with_the_nearest(
    tmp_path: Path, capsys: Capture, word: str, meant: str | None
) -> None:
    """No pack is made, so the value stays closed; what was meant is proposed where it can be told."""
    folder = copied_case(tmp_path)
    assessment = folder / "assessment.yaml"
    lines = len(assessment.read_text(encoding="utf-8").splitlines())
    with assessment.open("a", encoding="utf-8") as file:
        file.write(f"decision_to_engage: {{decision: engage, sensitivity: {word}}}\n")
    told = tell(capsys, "pack", folder, "--into", tmp_path / "out")
    hint = f" (did you mean '{meant}'?)" if meant else ""
    said = f":{lines + 1}:53: error: not an allowed value{hint}: public, shared, track_i_only, "
    assert told.status == 1
    assert any(said in line for line in told.problems)
    assert not (tmp_path / "out").exists()


def test_a_longer_word_that_a_case_allows_is_no_name(tmp_path: Path) -> None:
    """A name is found with an ending, but not in a word that is allowed, and that allowance is no idle one."""
    person = f"people:\n  heron: {{name: Tamsel Orrelby, spellings: [Orrelb], {CONSENT}}}\n"
    case = DATED + ACTOR + "summary: They met by the Orrelbies.\n"
    assert any("holds the name" in line for line in told_of(tmp_path / "first", case, registry=person))
    allowed = "handling: {allowed_terms: [{term: Orrelbies, because: A family of mills, by: Lead}]}\n"
    assert told_of(tmp_path / "second", case + allowed, registry=person) == []


#: A registered name in a script that parts no words by spaces, a longer public word that holds it, and a text in which
#: the word's letters stand by chance around the name.
UNSPACED = {
    "Chinese": ("王明", "王明珠江", "王明。珠江很长"),
    "Thai": ("สมชัย", "สมชัยนคร", "สมชัย นครใหญ่"),
    "Thai, with tone marks": ("น้ำใจ", "น้ำใจธารา", "น้ำใจ ธาราไหล"),
    "Japanese": ("たむら", "たむらまち", "たむら、まちへ行く"),
    "Khmer": ("សុខា", "សុខាភិបាល", "សុខា។ ភិបាល"),
    "Burmese": ("သန်းမောင်", "သန်းမောင်တောင်", "သန်းမောင်။ တောင်"),
    "Lao": ("ສົມໃຈ", "ສົມໃຈເມືອງ", "ສົມໃຈ ເມືອງ"),
    "Latin, of many letters": ("Orrelbystonehaugh", "Orrelbystonehaughshire", "Orrelbystonehaugh. Shire"),
}


@pytest.mark.parametrize(("known", "longer", "by_chance"), UNSPACED.values(), ids=UNSPACED.keys())
def test_a_longer_word_that_a_case_allows_is_no_name_in_a_script_without_spaces(
    tmp_path: Path, known: str, longer: str, by_chance: str
) -> None:
    """The word is one where it is written without a break; the name beside it, or alone, is found as before."""
    person = f"people:\n  heron: {{name: Tamsel Orrelby, spellings: [{known}], {CONSENT}}}\n"
    allowed = f"handling: {{allowed_terms: [{{term: {longer}, because: A town., by: Lead}}]}}\n"

    def said(text: str, handling: str, folder: str) -> list[str]:
        return told_of(tmp_path / folder, f"{DATED}{ACTOR}summary: {text}\n{handling}", registry=person)

    assert any("holds the name" in line for line in said(longer, "", "unallowed"))
    assert said(f"({longer})", allowed, "allowed") == []
    for number, text in enumerate((f"{longer} {known}", known, by_chance, f"{known}x")):
        assert any("holds the name" in line for line in said(text, allowed, f"found-{number}"))


@pytest.mark.parametrize("term", ["Orrelby Hall", "สมชัย นคร", "the mill of heron"])
def test_an_allowance_that_leaves_the_name_in_it_protected_says_so(tmp_path: Path, term: str) -> None:
    """Words apart are no longer word, in any script; the message says what to allow."""
    person = f"people:\n  heron: {{name: Tamsel Orrelby, spellings: [Orrelby, สมชัย], {CONSENT}}}\n"
    allowed = f"handling: {{allowed_terms: [{{term: {term}, because: A town., by: Lead}}]}}\n"
    line = told_of(tmp_path, DATED + ACTOR + allowed, registry=person)[0]
    assert "warning: this phrase holds a protected term but does not allow it" in line
    assert "allow the one word that holds it, as it is written there, or the term itself" in line


def test_a_pack_is_made_with_longer_words_that_a_case_allows_in_a_script_without_spaces(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The gate and the checks agree, on names, their parts and bodies; where one of these stands alone there is none."""
    person = f"people:\n  heron: {{name: 欧阳明山, spellings: [Ouyang Mingshan], affiliations: [白沙], {CONSENT}}}\n"
    words = ("白沙湾", "欧阳明山路")
    allowed = "".join(f"{{term: {word}, because: A place., by: Lead}}, " for word in words)
    handling = f"handling: {{mark: confidential, allowed_terms: [{allowed}]}}\n"

    def built(text: str) -> Told:
        case = write_case(
            tmp_path, case=f"{DATED}{ACTOR}summary: {text}\n{handling}", coordination=LIAISON, registry=person
        )
        return tell(capsys, "pack", case, "--into", tmp_path / "packs")

    told = built("\u3001".join(words))
    assert (told.status, told.problems) == (0, [])
    for alone in ("白沙", "欧阳明山"):
        assert built("\u3001".join((*words, alone))).status == 1
