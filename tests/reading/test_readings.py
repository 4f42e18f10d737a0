"""Another reading of a value is held to what holds for the value, and is printed as the value is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, case_of, check_case, complaints, pack_for, write_case

from briefpack.disclosure.select import select
from briefpack.disclosure.view import Leaf

SOURCED = LEAST + "date_of_information: 2024-06-01\nsources: [{key: S1, citation: Log, grade: dataset}]\n"
ENVOY = "{id: envoy_house, name: House of the envoy, sensitivity: team_only}"
ACTED = SOURCED + f"actors: [{{id: league, name: League}}, {{id: bureau, name: Bureau}}, {ENVOY}]\n"


def differing(value: str, *readings: str, more: str = "") -> str:
    """Return a value of which a source says otherwise."""
    listed = ", ".join(f"{{value: {one}, cite: [S1]{more}}}" for one in readings)
    return f"{{value: {value}, other_readings: [{listed}]}}"


@pytest.mark.parametrize(
    ("stem", "text", "printed"),
    [
        ("assessment", "decision: {value: READ, rationale: R}", {"go": "go ahead", "no_go": "do not go ahead"}),
        (
            "assessment",
            "track_i: {phase: READ}",
            {"negotiation": "negotiation", "pre_negotiation": "in pre-negotiation"},
        ),
        ("coordination", "track_i_rounds: [{id: r, title: R, from: READ}]", {"2024-02-06": "6", "2024-02-05": "5 Feb"}),
        ("case", "period: {from: READ}", {"1993": "1993", "1992": "1992"}),
        ("conception", "exit: {trigger: T, handover_to: READ}", {"league": "League", "bureau": "Bureau"}),
        ("case", "place: READ", {"Here": "Here", "There": "There"}),
    ],
)
def test_another_reading_is_worded_as_the_value_is(
    tmp_path: Path, stem: str, text: str, printed: dict[str, str]
) -> None:
    """Words of a list, dates and references are printed as at the field, typed with quotes or without."""
    (value, _), (other, worded) = printed.items()
    for typed in (other, f'"{other}"'):
        line = text.replace("READ", differing(value, typed)) + "\n"
        files = {"case": ACTED + line} if stem == "case" else {"case": ACTED, stem: f"sensitivity: shared\n{line}"}
        pack = pack_for(case_of(tmp_path / str(len(typed)), **files), "track-ii")
        assert f"(*sources differ:* {worded}" in pack
        assert other == worded or other not in pack


@pytest.mark.parametrize(
    ("stem", "text", "told"),
    [
        ("assessment", "track_i: {phase: %s}", "not an allowed value"),
        ("case", "period: {to: %s}", "expected a date such as 1993"),
        ("planning", "activities: [{id: a, title: A, participants: {count: %s}}]", "expected a whole number"),
        ("planning", "activities: [{id: a, title: A, participants: {per_party: {p: %s}}}]", "expected a whole number"),
        ("assessment", "parties: [{id: p, name: P, acceptable_to: x, willing: %s}]", "not an allowed value"),
        ("conception", "exit: {handover_to: %s}", "an id begins with a small letter"),
    ],
)
def test_what_the_field_cannot_hold_is_no_reading_of_it(tmp_path: Path, stem: str, text: str, told: str) -> None:
    """The message says at the reading what the field takes, and does not repeat what was typed."""
    line = text % differing("1", "Nonsense word") + "\n"
    files = {"case": SOURCED + line} if stem == "case" else {"case": SOURCED, stem: line}
    column = line.index("Nonsense") + 1
    found = [one for one in complaints(tmp_path, **files) if f":{column}: error: another reading" in one]
    assert len(found) == 1
    assert told in found[0]
    assert "Nonsense" not in found[0]


def test_another_reading_refers_to_what_the_case_has(tmp_path: Path) -> None:
    """An id that nothing has is told at the reading, as it is at the value."""
    found = complaints(tmp_path, ACTED, conception=f"exit: {{handover_to: {differing('league', 'leag')}}}\n")
    remedy = "add it, or correct the id (did you mean 'league'?)"
    assert [one for one in found if "there is no actor with this id" in one] == [
        f"conception.yaml:1:62: error: there is no actor with this id: {remedy}"
    ]


def test_another_reading_of_a_list_of_references_is_given_at_one_of_them(tmp_path: Path) -> None:
    """A list as a whole has none but where it is one of texts."""
    gaps = "gaps: [{id: g, description: G, level: top}]\n"
    whole = f"gaps_addressed: {differing('[g]', 'g')}\n"
    found = complaints(tmp_path, SOURCED, assessment=gaps, conception=whole)
    assert any("a list of these cannot have another reading" in one for one in found)
    each = f"gaps_addressed: [{differing('g', 'g')}]\n"
    texts = f"parties: [{{id: p, name: P, public_faces: {differing('[A speaker]', 'Two speakers')}}}]\n"
    assert not any("another reading" in one for one in complaints(tmp_path, SOURCED, assessment=gaps, conception=each))
    assert not any("another reading" in one for one in complaints(tmp_path, SOURCED, assessment=texts))


@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize(
    "conception",
    [
        f"exit: {{trigger: T, handover_to: {differing('league', 'envoy_house')}}}",
        f"partners: [{{actor: {differing('league', 'envoy_house')}}}]",
        f"gaps_addressed: [{differing('g', 'cave_gap')}]",
    ],
)
def test_another_reading_names_nothing_that_is_closed(tmp_path: Path, conception: str, audience: str) -> None:
    """Neither the id nor the name of what a reading refers to is told to whom does not see that."""
    closed_gap = "{id: cave_gap, description: Nobody asks the cave, level: top, sensitivity: team_only}"
    assessment = f"sensitivity: shared\ngaps: [{{id: g, description: G, level: top}}, {closed_gap}]\n"
    files = {"assessment": assessment, "conception": f"sensitivity: shared\n{conception}\n"}
    folder = write_case(tmp_path, case=ACTED, **files)
    checked = check_case(folder)
    pack = pack_for(checked.views.case, audience)  # type: ignore[arg-type]
    assert "sources differ" not in pack
    assert not any(word in pack for word in ("envoy_house", "House of", "cave_gap", "the cave"))


def read_of(leaf: Leaf) -> list[str]:
    """Return the other readings of a value that a view tells."""
    return [str(one.value) for one in leaf.about.readings]


@pytest.mark.parametrize(
    ("people", "told"),
    [
        (f"per_party: {{millers: {differing('18', '1', '16')}}}", ["16"]),
        (f"per_party: {{millers: {differing('18', 'about 3', 'about 20')}}}", ["about 20"]),
        (f"per_party: {{millers: {differing('18', '16')}, fishers: 10}}, count: 28", []),
        (f"per_party: {{millers: {differing('18', '16')}, fishers: 10}}, count: 30", ["16"]),
    ],
)
def test_another_reading_tells_no_number_of_people_that_is_too_small(
    tmp_path: Path, people: str, told: list[str]
) -> None:
    """Nor one from which, beside a total, one that is too small could be worked out."""
    parties = "sensitivity: shared\nparties: [{id: millers, name: Millers}, {id: fishers, name: Fishers}]\n"
    activity = f"{{id: a, title: A, track: ii, participants: {{{people}}}}}"
    case = case_of(tmp_path, SOURCED, assessment=parties, planning=f"sensitivity: shared\nactivities: [{activity}]\n")
    for audience in PACKS:
        (_, leaf), *_ = select(case, audience).root.planning.activities[0].participants.per_party
        assert read_of(leaf) == told
    (_, leaf), *_ = select(case, "team").root.planning.activities[0].participants.per_party
    assert len(read_of(leaf)) == people.count("cite")


@pytest.mark.parametrize(("count", "told"), [("20", []), ("2, sensitivity: shared", ["15"])])
def test_a_share_and_its_total_tell_no_other_reading_beside_each_other(
    tmp_path: Path, count: str, told: list[str]
) -> None:
    """What one source gives for all and another for some would leave too few over; alone a share tells its own."""
    inclusion = f"inclusion: {{sensitivity: shared, women: {differing('10', '15')}}}"
    people = f"count: {{value: {count}, other_readings: [{{value: 16, cite: [S1]}}]}}, {inclusion}"
    activity = f"{{id: a, title: A, track: ii, participants: {{{people}}}}}"
    case = case_of(tmp_path, SOURCED, planning=f"sensitivity: shared\nactivities: [{activity}]\n")
    people_seen = select(case, "track-ii").root.planning.activities[0].participants
    assert read_of(people_seen.inclusion.women) == told
    assert not people_seen.count or read_of(people_seen.count) == []


@pytest.mark.parametrize("text", ["envoy_house", "The envoy_house was asked", "ENVOY_HOUSE"])
@pytest.mark.parametrize(
    "place", ["place: {text}", "place: {{value: Here, other_readings: [{{value: {text}, cite: [S1]}}]}}"]
)
def test_the_id_of_what_is_withheld_is_found_in_any_text(tmp_path: Path, text: str, place: str) -> None:
    """As a whole text too, and in another reading: an id of several words is no text that a reader is meant to see."""
    found = complaints(tmp_path, ACTED + place.format(text=text) + "\n")
    assert sum("X01: this text holds what is withheld" in one for one in found) == len(PACKS)


def test_words_that_a_withheld_id_was_made_of_may_stand_as_a_text(tmp_path: Path) -> None:
    """An id is often made of what something open is called."""
    found = complaints(tmp_path, ACTED + "place: Envoy house\n")
    assert not any("X01" in one for one in found)
