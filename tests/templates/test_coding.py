"""Coding: what the authors judged stands under no source's name, and each section says once that it is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.building import LEAST, PACKS, SHIPPED, case_of, pack_for, read_case, shipped
from tests.full import write_full_case

from briefpack.case.schema import FieldShape
from briefpack.handbook import Audience

SAID = "[ᶜ]"
LISTED = "Sources behind the authors' coding, by section:"
#: Sections that sort nothing of what the key names.
QUIET = {
    "",
    "---",
    "Open questions",
    "Sources",
    "The role of track II",
    "What to say, options and risks",
    "Timeline of both tracks",
    "Purpose",
    "Bottom line",
    "The case in brief",
    "What we ask of you",
    "Coordination between the tracks",
    "What is needed",
    "What is still open",
}
SOURCES = "sources:\n  - {key: O, title: Our story, type: report}\n"


def cited(_path: str, shape: FieldShape) -> Any:
    """Return every word of an enumeration a source."""
    if not shape.words or shape.form == "mapping":
        return None
    value = [shape.words[0]] if shape.form == "leaves" else shape.words[0]
    opened = {"sensitivity": "shared"} if shape.closure else {}
    return {"value": value, "cite": ["S1"], **opened}


def sections(pack: str) -> Iterator[str]:
    """Return the text of a pack from each heading of a section to the next."""
    yield from re.split(r"^## |^\[\^", pack, flags=re.M)


@pytest.mark.parametrize("audience", PACKS)
def test_no_word_of_an_enumeration_stands_under_a_source(tmp_path: Path, audience: Audience) -> None:
    """With a source for each of them, all notes are in the list of what the authors coded from sources."""
    chosen = {
        "case.likelihood_scale",
        "case.handling.coarsen.dates",
        "case.handling.coarsen.venues",
        "planning.activities.track",
    }
    kept = ("belongs_to", "attribution", "release_to", "attribution_max", "confidentiality", "mark", "tlp")

    def choose(path: str, shape: FieldShape) -> Any:
        is_rule = path in chosen or path.startswith(("case.sources.", "case.handling.")) or path.endswith(kept)
        return None if is_rule else cited(path, shape)

    case, _ = read_case(write_full_case(tmp_path, 0, choose))
    pack = pack_for(case, audience)
    before, listed = pack.split(LISTED)
    assert [line for line in before.splitlines() if "[^S1]" in line] == []
    assert listed.count("[^S1]") > 20


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("audience", PACKS)
def test_a_section_says_once_that_coding_is_the_authors(name: str, audience: Audience) -> None:
    """A sign does so wherever notes stand beside words that sort things; its key speaks for the annexes."""
    told = {section.partition("\n")[0]: section for section in sections(pack_for(shipped(name), audience))}
    counts = {heading: section.count(SAID) for heading, section in told.items() if "Annex" not in heading}
    assert set(counts.values()) == {0, 1}
    key = "so are kinds, levels, states and ties to gaps in sections that begin with this sign"
    assert key in pack_for(shipped(name), audience)
    silent = {heading for heading in counts if "[^" in told[heading] and not counts[heading]}
    assert counts["Step 1: Assessment"] == 1
    assert silent <= QUIET


def test_the_list_says_what_was_read_from_which_source_and_bias_stays_with_it(tmp_path: Path) -> None:
    """The note leaves the word, not the pack; what an organiser says of itself stays marked."""
    sources = SOURCES.replace("type: report", "type: report, grade: organisers_account")
    relation = "sensitivity: shared\ntrack_i_relation: {function: {value: generate_options, cite: [O]}}\n"
    pack = pack_for(case_of(tmp_path, case=LEAST + sources, conception=relation), "track-ii")
    assert "- **Function:** generate options\n" in pack
    assert f"{LISTED} **Conception:** function for the official talks: *generate options*[^O] [ᵒ]\n" in pack


def test_a_group_of_coding_alone_is_coding_and_one_with_a_text_is_not(tmp_path: Path) -> None:
    """Whom the work reaches is our word; the reason for a decision is what its source says."""
    rpp = "sensitivity: shared\nrpp: {who: [key_people], level: [individual], cite: [O]}\n"
    decision = "sensitivity: shared\ndecision: {value: go, rationale: A door is open, cite: [O]}\n"
    pack = pack_for(case_of(tmp_path, case=LEAST + SOURCES, conception=rpp, assessment=decision), "track-ii")
    assert "key people; change in people themselves\n" in pack
    assert "**Conception:** people and level of change: *key people; change in people themselves*[^O]\n" in pack
    assert "go ahead. A door is open[^O]" in pack


def test_what_stands_under_a_word_is_cited_behind_the_text(tmp_path: Path) -> None:
    """The source of an incident in the room is named for what was done, not for what we call it."""
    issues = "{value: [{kind: walkout, handling: A pause, cite: [O]}], sensitivity: shared}"
    room = f"sensitivity: shared\ngroup_issues: {issues}\n"
    pack = pack_for(case_of(tmp_path, case=LEAST + SOURCES, implementation=room), "track-ii")
    assert "**: A pause[^O]\n" in pack


_GAPS = "sensitivity: shared\ngaps: [{id: boats, description: No boats}, {id: nets, description: No nets}]\n"
_TALKS = "activities: [{id: t, title: Talks, track: ii, confidentiality: on_record, %s}]\n"
_EFFORT = "efforts: [{id: past, name: Lake talks}]\nparties: [{id: millers, name: Millers}]\n"


@pytest.mark.parametrize(
    ("files", "coded"),
    [
        ({"conception": "gaps_addressed: {value: [boats, nets], cite: [O]}\n"}, "No boats and No nets"),
        ({"conception": "gaps_addressed: [{value: boats, cite: [O]}, nets]\n"}, "No boats"),
        ({"conception": "gaps_declined: [{gap: {value: nets, cite: [O]}, reason: Others mend.}]\n"}, "No nets"),
        ({"planning": _TALKS % "addresses: {value: [boats, nets], cite: [O]}"}, "No boats and No nets"),
        ({"planning": _TALKS % "part_of: {value: past, cite: [O]}"}, "Lake talks"),
        (
            {
                "planning": _TALKS % "level: [middle]",
                "conception": "linkages: [{mechanism: A vote, activity: {value: t, cite: [O]}}]\n",
            },
            "Talks",
        ),
    ],
)
def test_what_the_authors_relate_to_what_stands_under_no_source(
    tmp_path: Path, files: dict[str, str], coded: str
) -> None:
    """Which gap work takes up, and what it is part of, no source says: the list of coding names its own."""
    told = {stem: f"sensitivity: shared\n{text}" for stem, text in files.items()}
    case = case_of(tmp_path, case=LEAST + SOURCES, assessment=_GAPS + _EFFORT, **told)
    before, listed = pack_for(case, "track-ii").split(LISTED)
    assert [line for line in before.splitlines() if "[^O]" in line] == []
    assert f"*{coded}*[^O]" in listed
    assert SAID in before


def test_who_took_part_is_what_a_source_says(tmp_path: Path) -> None:
    """A reference to a party or an actor states a fact, and is cited where it stands."""
    planning = f"sensitivity: shared\n{_TALKS % 'parties: {value: [millers], cite: [O]}'}"
    case = case_of(tmp_path, case=LEAST + SOURCES, assessment=_GAPS + _EFFORT, planning=planning)
    assert "| Parties | Millers[^O] |\n" in pack_for(case, "track-ii")


def test_a_source_for_a_finding_about_a_gap_or_a_measure_stands_behind_the_finding(tmp_path: Path) -> None:
    """The source of a row names what came of it, not what the authors had planned."""
    conception = """\
        sensitivity: shared
        gaps_declined: [{gap: nets, reason: Others mend., cite: [O]}]
        evaluation_frame: {indicators: [{id: trips, title: Trips made}]}
        theory_of_change: {assumptions: [{id: calm, text: The lake stays calm.}]}
        scale_up: [{id: spread, mechanism: More boats}]
        """
    evaluation = """\
        sensitivity: shared
        scale_up_progress: [{scale_up: spread, reached: Two boats, cite: [O]}]
        evaluation:
          indicators: [{indicator: trips, actual: Ten, cite: [O]}]
          assumptions: [{assumption: calm, held: held, evidence: No storm, cite: [O]}]
        """
    case = case_of(tmp_path, case=LEAST + SOURCES, assessment=_GAPS, conception=conception, evaluation=evaluation)
    pack = pack_for(case, "track-ii")
    for finding in ("Others mend.[^O]", "**Reached:** Two boats[^O]", "Ten[^O]", "No storm[^O]"):
        assert finding in pack
    assert len(re.findall(r"\[\^O\](?!:)", pack)) == 4
