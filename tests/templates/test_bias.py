"""Bias: what organisers say of themselves stays marked unless somebody who is known to be another bears it out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, pack_for

MARK = "[ᵒ]"
GRADED = "grade: independent_analysis"
OWN = "type: report, grade: organisers_account, authors: [{organisation: The Hill Team}]"
PRAISE = "summary: {value: We alone ended the war., cite: [O, E]}\n"
ACTORS = "actors: [{id: ht_vale, name: Vale Mediators, kind: team}]\nacronyms: [{short: VM, long: Vale Mediators}]\n"


def is_marked(folder: Path, other: str, own: str = OWN, more: str = "", **files: str) -> bool:
    """Return whether officials read that praise with two sources is self-reported."""
    sources = f"sources:\n  - {{key: O, title: Our story, {own}}}\n  - {{key: E, title: Another, {other}}}\n"
    return MARK in pack_for(case_of(folder, case=LEAST + PRAISE + more + sources, **files), "track-i")


@pytest.mark.parametrize(
    "other",
    [
        f"type: book, {GRADED}, authors: [{{family: Other}}]",
        f"type: report, {GRADED}, authors: [{{organisation: River Institute}}]",
        "type: dataset, grade: dataset, authors: [{organisation: Team of the Dale University}]",
        "type: treaty, grade: primary_text, authors: [{organisation: Ministry of Roads}], publisher: State Press",
        f"type: chapter, {GRADED}, authors: [{{family: Ng, given: H.}}], container_title: Wars and their ends",
        f"type: web_page, {GRADED}, authors: [{{family: Other}}], url: https://lakes.example/on-the-hill-team",
    ],
)
def test_evidence_of_others_lifts_the_mark_of_praise(tmp_path: Path, other: str) -> None:
    """Words that many bodies share do not make them one, nor does what a source is about."""
    assert not is_marked(tmp_path, other)


@pytest.mark.parametrize(
    "name",
    [
        "The Hill Team",
        "Hill Team (HT)",
        "HT",
        "THE HILL TEAM",
        "hill-team",
        "HillTeam",
        "H\u00edll T\u00e9am",
        "Hil Team",
        "Hills Team",
        "Hill Team's office in Vienna",
        "Secretariat of the Hill Teams",
        "\u0425\u0438\u043b\u043b",
        "H\u0456ll Team",
        "\u2014",
        "unknown",
        "Anonymous",
        "Vale Mediators",
        "VM",
        "Vale (VM)",
        "ht_vale",
    ],
)
@pytest.mark.parametrize("at", ["authors", "editors", "translators"])
def test_a_name_that_may_be_the_organisers_keeps_the_mark(tmp_path: Path, name: str, at: str) -> None:
    """Other letters, cases, articles, initials, acronyms and ids of the team are still the team, and so is nobody."""
    other = {"authors": [f'{{organisation: "{name}"}}']}
    if at != "authors":
        other = {"authors": ["{family: Other}"], at: other["authors"]}
    people = ", ".join(f"{key}: [{', '.join(some)}]" for key, some in other.items())
    assert is_marked(tmp_path, f"type: book, {GRADED}, {people}", more=ACTORS)


@pytest.mark.parametrize(
    "other",
    [
        f"type: book, {GRADED}",
        "type: book, grade: tertiary, authors: [{organisation: Book}]",
        "type: book, grade: press, authors: [{family: Other}]",
        "type: book, authors: [{family: Other}]",
        f"type: book, {GRADED}, authors: [{{family: Other}}, {{organisation: Hill Team}}]",
        f"type: book, {GRADED}, authors: [{{family: Other}}], sensitivity: team_only",
        f"type: book, {GRADED}, authors: [{{family: Other}}], publisher: Hill Team Press",
        f"type: chapter, {GRADED}, authors: [{{family: Other}}], container_title: Notes from the Hill Team",
        f"type: chapter, {GRADED}, authors: [{{family: Other}}], collection_title: Hill papers",
        f"type: web_page, {GRADED}, authors: [{{family: Other}}], url: https://www.hillteam.example/news",
    ],
)
def test_what_is_not_known_to_be_of_others_keeps_the_mark(tmp_path: Path, other: str) -> None:
    """An encyclopaedia, a source of nobody known, not shown, or brought out by the organisers bears nothing out."""
    assert is_marked(tmp_path, other)


@pytest.mark.parametrize(
    "own",
    [
        "grade: organisers_account, type: report, authors: [{family: Miller, given: A.}], publisher: Hill Team",
        "grade: organisers_account, type: report",
        "grade: organisers_account, type: report, editors: [{organisation: Hill Team}]",
        "grade: organisers_account, short: Hill Team 2024",
        "grade: organisers_account, type: report, authors: [{family: Hill, given: B.}]",
    ],
)
def test_whose_account_it_is_is_read_wherever_it_says_so(tmp_path: Path, own: str) -> None:
    """An account of nobody known is nobody's to bear out."""
    assert is_marked(tmp_path, f"type: report, {GRADED}, authors: [{{organisation: Hill Team}}]", own)


def test_those_who_facilitate_and_partners_bear_nothing_out(tmp_path: Path) -> None:
    """What a claim praises is the work of all who carry it."""
    actors = "actors: [{id: a, name: Lake Circle}, {id: b, name: Dale House}]\n"
    planning = """\
        sensitivity: shared
        activities: [{id: t, title: T, track: ii, confidentiality: on_record, facilitators: [{actor: a}]}]
        """
    files = {"planning": planning, "conception": "sensitivity: shared\npartners: [{actor: b}]\n"}
    for name in ("Lake Circle", "House of the Dale"):
        other = f"type: book, {GRADED}, authors: [{{organisation: {name}}}]"
        assert is_marked(tmp_path / name, other, more=actors, **files)
        assert not is_marked(tmp_path / f"{name} without", other, more=actors)


@pytest.mark.parametrize(
    ("name", "is_theirs"),
    [
        ("River Talks", True),
        ("Secretariat of the River Talks", True),
        ("RT", True),
        ("Lake Round Table", True),
        ("Office of the Long Table", True),
        ("River Studies Unit", False),
        ("Talks Press", False),
    ],
)
def test_the_work_itself_bears_nothing_out(tmp_path: Path, name: str, is_theirs: bool) -> None:
    """A text by the process that is praised is no other's; one word of what it is called does not make it that."""
    planning = """\
        sensitivity: shared
        activities: [{id: t, title: Long Table, track: ii, confidentiality: on_record, part_of: past}]
        """
    assessment = "sensitivity: shared\nefforts: [{id: past, name: Lake Round Table}]\n"
    other = f"type: book, {GRADED}, authors: [{{organisation: {name}}}]"
    assert is_marked(tmp_path, other, planning=planning, assessment=assessment) is is_theirs


@pytest.mark.parametrize("audience", PACKS)
def test_another_reading_carries_the_mark_of_its_own_sources(tmp_path: Path, audience: str) -> None:
    """Each reading is marked by what it rests on, wherever in the same remark it stands."""
    sources = f"sources:\n  - {{key: O, title: Story, {OWN}}}\n  - {{key: E, title: B, {GRADED}, type: book, %s}}\n"
    readings = "other_readings: [{value: Ten, cite: [O]}, {value: Nine, cite: [E]}, {value: Six, cite: [O, E]}]"
    summary = f"summary: {{value: Two came., cite: [E], {readings}}}\n"
    for authors, last in (("authors: [{family: Other}]", ""), ("authors: [{organisation: HT}]", f" {MARK}")):
        case = case_of(tmp_path / authors[:20], case=LEAST + summary + sources % authors)
        differ = f"(*sources differ:* Ten[^O] {MARK}; Nine[^E]; Six[^O][^E]{last})"
        assert f"Two came.[^E] {differ}" in pack_for(case, audience)  # type: ignore[arg-type]
