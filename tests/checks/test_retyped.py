"""Retyped: what is withheld from a reader and typed again into a text that the reader gets is an error at that text."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import INPUTS, LEAST, PACKS, TEMPLATES, complaints, gated_alone, own_templates, tell, write_case

from briefpack.packs.orders import Order
from briefpack.problems import Refusal

PLACE = "Old mill behind the chapel"
REMEDY = "remove it, open the withheld value, or allow the term in handling.allowed_terms"


@pytest.mark.parametrize(
    ("purpose", "places"),
    [
        (f"Meet at the {PLACE}", ["planning.yaml:2:32"]),
        (f"Meet at the {PLACE.upper().replace(' ', '  ')}", ["planning.yaml:2:32"]),
        (f"{{value: 'Meet at the {PLACE}', sensitivity: team_only}}", []),
        (PLACE, []),
        ("Meet at the mill", []),
        (f"{{value: x, confidence: low, confidence_because: By the {PLACE}}}", ["planning.yaml:2:80"]),
    ],
    ids=["retyped", "in capitals and with spaces", "closed too", "equal", "other words", "said about a value"],
)
def test_a_withheld_text_written_out_again_is_told(tmp_path: Path, purpose: str, places: list[str]) -> None:
    """The place of both texts is told, and the words of neither."""
    planning = f"activities:\n  - {{id: a, title: A, purpose: {purpose}, venue: {{place: {PLACE}}}}}\n"
    told = [line for line in complaints(tmp_path, planning=planning) if "X01" in line]
    assert sorted({line.split(": ")[0] for line in told}) == places
    assert len(told) == 2 * len(places)
    for audience in ("track-i", "track-ii") if places else ():
        assert any(f"error: X01: this text holds what is withheld from {audience} at " in line for line in told)
    assert all(line.endswith(f": {REMEDY}") for line in told)
    assert PLACE.lower() not in "".join(told).lower()


SHUT = "sensitivity: team_only"

LINE = "We shall never give up the northern weir. The rest can wait."
HEAD, TAIL = LINE.split(". ")


@pytest.mark.parametrize(
    ("purpose", "is_told"),
    [(LINE, True), (f"{HEAD}.", True), (f"  {HEAD.upper()}", True), (TAIL, False), ("We shall never give up", False)],
    ids=["the whole text", "a sentence of it", "in capitals", "a sentence of a few words", "a part of a sentence"],
)
def test_a_closed_text_that_equals_an_open_one_of_another_field_is_told(
    tmp_path: Path, purpose: str, *, is_told: bool
) -> None:
    """Nobody writes five words twice by chance, so an open text with the same words does not make them open."""
    coordination = f'red_lines: [{{value: "{LINE}", {SHUT}}}]\n'
    planning = f'activities:\n  - {{id: a, title: A, purpose: "{purpose}"}}\n'
    told = complaints(tmp_path, planning=planning, coordination=coordination)
    assert any("X01" in line and "planning.yaml:2" in line for line in told) == is_told


def test_a_closed_text_that_equals_an_open_one_of_the_same_field_is_none_of_its_own(tmp_path: Path) -> None:
    """Two parties may have one interest, of which one is closed."""
    parties = "".join(
        f'  - {{id: {one}, name: {one}, interests: {{value: ["{LINE}"], sensitivity: {word}}}}}\n'
        for one, word in (("upper", "shared"), ("lower", "team_only"))
    )
    assert [line for line in complaints(tmp_path, assessment=f"parties:\n{parties}") if "X01" in line] == []


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (f'summary: "{LINE}"\nfront_pages: {{track_i: {{bottom_line: "{LINE}"}}}}\n', True),
        (f'front_pages: {{track_i: {{press_line: "{LINE}"}}, track_ii: {{framing_questions: ["{LINE}"]}}}}\n', False),
        ('releases: {track_i: [{version: "1", date: 2024-02-09}]}\nsummary: They met on 9 February 2024.\n', False),
    ],
    ids=["a front page typed as the summary", "a front page for each reader", "a day on which a version was given"],
)
def test_what_may_well_be_said_twice_is_no_error(tmp_path: Path, case: str, *, said: bool) -> None:
    """What is written for one reader is a warning where it is shown to another in another field, and never an error."""
    told = complaints(tmp_path, f"{LEAST}{case}")
    assert [line for line in told if "X01" in line] == []
    assert any("this value is withheld from track-ii here" in line for line in told) == said


RETYPED = {
    "a place of one word": (f"place: {{value: Kelm, {SHUT}}}", "They met in Kelm again."),
    "the name of an absent item": (
        f"actors: [{{id: host, name: Weir Keepers, kind: team, {SHUT}}}]",
        "The weir keepers opened the gate.",
    ),
    "an id of two words": (
        f"actors: [{{id: quiet_host, name: Weir Keepers, kind: team, {SHUT}}}]",
        "A quiet host let them in.",
    ),
    "a text of three words": (f"version: {{value: The third weir, {SHUT}}}", "Written at the third weir."),
    "an exact day": (f"date_of_information: {{value: 2024-02-14, {SHUT}}}", "They met on 14 February."),
}


@pytest.mark.parametrize("kind", RETYPED)
def test_every_kind_of_value_is_told(tmp_path: Path, kind: str) -> None:
    """Names, places, days and ids are found in a longer text however short they are."""
    withheld, text = RETYPED[kind]
    told = [line for line in complaints(tmp_path, f"{LEAST}{withheld}\nsummary: {text}\n") if "X01" in line]
    assert [line.split(" from ")[0] for line in told] == [
        "case.yaml:5:10: error: X01: this text holds what is withheld"
    ] * 2


@pytest.mark.parametrize(
    ("planning", "what"),
    [
        (
            "purpose: P}, {id: b, title: Watching, sensitivity: team_only",
            "the name of something that is absent ('planning.activities.title')",
        ),
        ("agenda: [{block: Who will be watching}]", "a text of 3 words or more ('planning.activities.agenda.block')"),
        (
            "contingencies: [{trigger: Who will be watching}]",
            "a text of 3 words or more ('planning.activities.contingencies.trigger')",
        ),
        ("venue: {place: Watching}", "a place ('planning.activities.venue.place')"),
        (
            "contingencies: [{trigger: No, response: Who will be watching}]",
            "a text of 3 words or more ('planning.activities.contingencies.response')",
        ),
        (
            "purpose: {value: P, sensitivity: team_only, confidence: low, confidence_because: Who will be watching}",
            "a text of 3 words or more ('planning.activities.purpose')",
        ),
    ],
)
@pytest.mark.parametrize("texts", [1, 9])
def test_what_is_withheld_is_told_by_its_field_and_kind(tmp_path: Path, planning: str, what: str, texts: int) -> None:
    """Nobody would look for a name in a block of an agenda; where it stands in many texts, it is told there once."""
    said = ", ".join(f"{number}, and who will be watching" for number in range(texts))
    case = f"{LEAST}gaps_in_evidence: ['{said.replace(', ', chr(39) + ', ' + chr(39))}']\n"
    told = [
        one
        for one in complaints(tmp_path, case, planning=f"activities: [{{id: a, title: A, track: ii, {planning}}}]\n")
        if "X01" in one
    ]
    assert told
    assert [one for one in told if what not in one] == []


@pytest.mark.parametrize(
    "session",
    [
        "run: [{what: Lunch}, {what: Raising hands}]",
        "contingencies: [{trigger: Raising hands}]",
        "reentry: [{pressure: Raising hands}]",
        "passed_on: [{what: Lunch}]",
        "said_outside: [{what: Lunch}]",
        "theirs: [{role: Lunch}]",
    ],
)
def test_what_is_done_at_a_session_is_no_name(tmp_path: Path, session: str) -> None:
    """Officials may read of lunch, whatever convenors have at noon; three words of it are told as of any text."""
    case = f"{LEAST}summary: They met for lunch, and voted by raising hands on the map.\n"
    engagements = f"track_ii: [{{id: day, title: Weir day, {session}}}]\n"
    assert [line for line in complaints(tmp_path / "1", case, engagements=engagements) if "X01" in line] == []
    longer = engagements.replace("Lunch", "Raising hands").replace("Raising hands", "By raising hands")
    told = [line for line in complaints(tmp_path / "2", case, engagements=longer) if "X01" in line]
    assert told
    assert all("a text of 3 words or more" in line for line in told)


@pytest.mark.parametrize(
    "files",
    [
        {"evaluation": "follow_ups: [{id: a, action: Raising hands, SHUT}]\n"},
        {"case": "timeline: [{date: 2024, track: ii, event: Raising hands, SHUT}]\n"},
        {"implementation": "coordination_log: [{date: 2024, content: Raising hands, SHUT}]\n"},
        {"implementation": "adaptations: [{what_changed: Raising hands, SHUT}]\n"},
        {"implementation": "obstacles: [{description: Raising hands, SHUT}]\n"},
    ],
    ids=str,
)
def test_what_was_done_or_told_is_no_name(tmp_path: Path, files: dict[str, str]) -> None:
    """What came back with a form is as short, and would else stop every pack that has the same two words."""
    written = {"case": "", **{name: text.replace("SHUT", SHUT) for name, text in files.items()}}
    written["case"] = f"{LEAST}summary: They voted by raising hands on the map.\n{written['case']}"
    assert [line for line in complaints(tmp_path, **written) if "X01" in line] == []


def test_each_text_of_a_list_is_looked_at(tmp_path: Path) -> None:
    """Not the last of them alone."""
    case = f"{LEAST}place: {{value: Kelm, {SHUT}}}\ngaps_in_evidence: [Who was in Kelm., Who came back.]\n"
    assert len([line for line in complaints(tmp_path, case) if "X01" in line]) == 2


def test_what_is_retyped_is_refused_by_the_gate_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody checks the case, its packs are refused all the same; an allowance stops both."""
    text = f"{LEAST}place: {{value: Kelm, {SHUT}}}\nsummary: They met in Kelm again.\n"
    folder, into = write_case(tmp_path / "1", case=text), tmp_path / "out"
    with pytest.raises(Refusal) as refused:
        gated_alone(Order(folder, TEMPLATES, "default", PACKS, ("en",)))
    told = str(refused.value).splitlines()
    assert [line.partition(": error: X01: this pack, or")[0] for line in told] == [
        f"river-talks.{audience}.en:1:1" for audience in PACKS
    ]
    assert "kelm" not in "".join(told).lower()
    allowed = "handling: {mark: confidential, allowed_terms: [{term: kelm, because: A brand., by: Head}]}\n"
    folder = write_case(tmp_path / "2", case=text + allowed)
    assert complaints(tmp_path / "3", text + allowed) == []
    assert tell(capsys, "pack", folder, "--into", into).status == 0


def test_a_country_is_a_place(tmp_path: Path) -> None:
    """Where an activity is held that a reader must not know of is told by its country too."""
    planning = f"activities: [{{id: a, title: A quiet talk, {SHUT}, venue: {{country: Oss}}}}]\n"
    told = complaints(tmp_path, f"{LEAST}summary: They met in Oss.\n", planning=planning)
    assert len([line for line in told if line.startswith("case.yaml:4:10: error: X01: ")]) == 2


def test_what_the_wording_says_anyway_is_not_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A withheld text that every pack prints gives nobody away."""
    case = (
        f"{LEAST}version: {{value: Follow-up and evaluation, {SHUT}}}\nsummary: After the follow-up and evaluation.\n"
    )
    assert any("X01" in line for line in complaints(tmp_path / "1", case))
    folder = write_case(tmp_path / "2", case=case)
    assert not any("X01" in line for line in tell(capsys, "check", folder).problems)
    assert tell(capsys, "pack", folder, "--into", tmp_path / "out").problems == []
    library = own_templates(tmp_path, {"organisation.yaml": "nmae: Ours\n"})
    order = ("--templates", library, "--organisation", "ours", "--into", tmp_path / "out")
    told = tell(capsys, "pack", folder, *order)
    assert told.status == 1
    assert {line.split(":")[0] for line in told.problems} == {f"{library}/ours/organisation.yaml"}


def test_the_shipped_cases_warn_of_nothing_but_what_they_name_at_their_head(capsys: pytest.CaptureFixture[str]) -> None:
    """None of them names a warning, so they are free of them."""
    folders = sorted(path.parent for path in INPUTS.glob("*/case.yaml"))
    assert tell(capsys, "check", "--quiet", *folders, "--templates", TEMPLATES).problems == []


def test_what_stands_in_many_texts_is_told_once_where_it_is_withheld(tmp_path: Path) -> None:
    """An ordinary word was withheld somewhere: one line names the place, how often, and how to allow it."""
    issues = ", ".join(
        f"{{id: i{number}, title: Ferries to the {number}th quay, kind: resource}}" for number in range(5)
    )
    shut = "{id: shut, title: Ferries, kind: resource, sensitivity: team_only}"
    told = complaints(tmp_path, case=LEAST, assessment=f"issues: [{issues}, {shut}]\n")
    mine = [line for line in told if "X01" in line]
    assert len(mine) == 2
    assert all(": error: X01: 5 texts that track-i" in line and "handling.allowed_terms" in line for line in mine)


@pytest.mark.parametrize(
    ("text", "words"),
    [("In Kelm, again.", "word 2"), ("'They met (in 2022)\n\n  at  KELM-on-Sea'", "word 6"), ("kelm", "word 1")],
)
def test_which_words_of_the_text_are_meant_is_told_and_not_what_they_are(tmp_path: Path, text: str, words: str) -> None:
    """A text can be long; its words are counted as a person counts them."""
    told = complaints(tmp_path, f"{LEAST}place: {{value: Kelm, {SHUT}}}\nsummary: {text} x\n".replace("' x", " x'"))
    mine = [line for line in told if "X01" in line]
    assert len(mine) == 2
    assert all(f", in {words} of it: " in line for line in mine)
    assert "kelm" not in "".join(mine).lower()
