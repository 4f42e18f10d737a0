"""What is said of a value: in the pack of whoever sees the value, or warned of; by small cases, one matter each."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of, complaints, pack_for

from briefpack.disclosure.questions import questions
from briefpack.disclosure.select import select
from briefpack.handbook import Audience


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("assessment", "intervenor: {identity: {value: insider, sensitivity: track_i_only}}", 2),
        ("planning", "changes_since_last: {value: [A date], sensitivity: track_i_only}", 2),
        ("conception", "scale_up:\n  - {mechanism: Talks, sensitivity: track_i_only}", 3),
        ("conception", "scale_up:\n  - {mechanism: Talks}", None),
        ("implementation", "obstacles: [{description: Ice, action: Wait, sensitivity: track_i_only}]", None),
        ("assessment", "efforts:\n  - {id: e, name: E, convenor: {value: lead, sensitivity: track_i_only}}", 3),
        ("conception", "exit: {handover_to: {value: lead, sensitivity: track_i_only}}", 2),
        ("conception", "partners:\n  - {actor: {value: lead, sensitivity: track_i_only}, role: host}", 3),
        (
            "implementation",
            "power_gaps: [{form: status, measure: Turns, between: [{value: up, sensitivity: shared}]}]",
            None,
        ),
        ("implementation", "power_gaps: [{form: status, between: [{value: up, sensitivity: track_i_only}]}]", 2),
    ],
)
def test_what_one_reader_alone_may_see_and_never_reads_is_a_warning(
    tmp_path: Path, file: str, text: str, line: int | None
) -> None:
    """A value that its author gave to officials, in a field that only convenors' packs print, reaches nobody."""
    actors, parties = "actors: [{id: lead, name: Lead team}]\n", "parties: [{id: up, name: Upper valley}]\n"
    files = {"assessment": f"sensitivity: shared\n{parties}", file: f"sensitivity: shared\n{text}\n"}
    said = complaints(tmp_path, case=LEAST + actors, **files)
    told = [one for one in said if "no pack of theirs" in one]
    assert [int(one.split(":")[1]) for one in told] == ([line] if line else [])


@pytest.mark.parametrize(("audience", "is_asked"), [("track-i", False), ("track-ii", True)])
def test_a_word_unknown_is_a_question_where_the_pack_would_print_the_answer(
    tmp_path: Path, audience: Audience, is_asked: bool
) -> None:
    """Officials are not asked who the intervenor is: their pack has no place for the answer."""
    assessment = "sensitivity: shared\nintervenor: {identity: unknown}\nripeness: {judgement: unknown}\n"
    asked = {one.key for one in questions(select(case_of(tmp_path, assessment=assessment), audience))}
    assert ("assessment.intervenor.identity" in asked) is is_asked
    assert "assessment.ripeness.judgement" in asked


def test_what_is_said_of_a_list_is_printed_once_behind_its_values(tmp_path: Path) -> None:
    """An analyst's doubt about all interests of a party reaches the reader, and so does its source."""
    pack = pack_for(case_of(tmp_path, case=LEAST + _SOURCE, assessment=_PARTY), "track-i")
    assert "Gold; Silver[^O] [ᵒ]" in pack
    assert pack.count("An analyst read this.") == 1
    assert "Only gold" in pack


_ROUNDS = """\
sensitivity: shared
track_i_rounds:
  value: [{id: first, title: First round, from: 2024-02, to: 2024-03}, {value: {id: next, title: Next}, %s}]
  cite: [O]
  confidence: low
  confidence_because: A diary alone.
"""


@pytest.mark.parametrize("audience", ["track-i", "track-ii"])
def test_a_source_for_all_stands_behind_each_and_a_reason_stays_with_its_confidence(
    tmp_path: Path, audience: Audience
) -> None:
    """Who is surer of one round than of the others does not take the reason for the doubt, nor lose the source."""
    own = "confidence: high, cite: [E]"
    sources = _SOURCE + "  - {key: E, title: Another, type: book}\n"
    pack = pack_for(case_of(tmp_path, case=LEAST + sources, coordination=_ROUNDS % own), audience)
    assert "Next[^E][^O] [ᵒ] [ʰ]" in pack
    assert pack.count("A diary alone.") == 1


def test_what_is_said_of_all_and_again_of_each_is_a_warning(tmp_path: Path) -> None:
    """What every item says otherwise of itself reaches nobody."""
    rounds = _ROUNDS.replace("value: [{id: first", "value: [{confidence: high, value: {id: first").replace(
        "to: 2024-03}", "to: 2024-03}}"
    )
    told = complaints(tmp_path, case=LEAST + _SOURCE, coordination=rounds % "confidence: high")
    assert [
        line for line in told if "coordination.yaml:3" in line and "no pack prints this one for all of them" in line
    ]
    told = complaints(tmp_path, case=LEAST + _SOURCE, coordination=_ROUNDS % "confidence: high")
    assert not [line for line in told if "reaches nobody" in line]


def test_what_is_said_of_a_meeting_is_printed_though_it_has_no_agreed_summary(tmp_path: Path) -> None:
    """Officials and convenors read where the day of a meeting comes from."""
    planning = """\
        sensitivity: shared
        activities: [{id: talks, title: Talks, track: ii, confidentiality: on_record}]
        """
    implementation = (
        "sensitivity: shared\nsessions: [{activity: talks, date: 2024-02-03, cite: [{key: O, at: p. 9}]}]\n"
    )
    case = case_of(tmp_path, case=LEAST + _SOURCE, planning=planning, implementation=implementation)
    assert ["p. 9" in pack_for(case, audience) for audience in ("track-i", "track-ii")] == [True, True]


def test_what_is_said_of_a_reference_is_printed_with_it(tmp_path: Path) -> None:
    """Who facilitates may be doubtful, though the actor is not."""
    planning = """\
        sensitivity: shared
        activities:
          - id: talks
            title: Talks
            track: ii
            confidentiality: on_record
            transfer: {recipient: {value: lead, confidence: low, confidence_because: Told once.}, content_kind: Notes}
        """
    actors = "actors: [{id: lead, name: Lead team}]\n"
    pack = pack_for(case_of(tmp_path, case=LEAST + actors, planning=planning), "track-ii")
    assert "to Lead team *(Confidence is low. Told once.)*" in pack


def test_what_is_said_of_a_closed_list_is_told_to_nobody(tmp_path: Path) -> None:
    """Opening one value of a closed list does not open what is said of the list."""
    party = _PARTY.replace("sensitivity: shared, confidence", "sensitivity: team_only, confidence")
    party = party.replace("[Gold,", "[{value: Gold, sensitivity: shared},")
    pack = pack_for(case_of(tmp_path, case=LEAST + _SOURCE, assessment=party), "track-i")
    assert "Gold" in pack
    assert not [text for text in ("Silver", "An analyst read this", "Only gold") if text in pack]


def test_what_is_said_where_no_pack_prints_it_is_a_warning(tmp_path: Path) -> None:
    """A source for an id is a mistake; the author is told where it stands."""
    party = "sensitivity: shared\nparties: [{id: {value: a, cite: [O]}, name: Them}]\n"
    told = complaints(tmp_path, case=LEAST + _SOURCE, assessment=party)
    assert [line for line in told if "assessment.yaml:2" in line and "no pack prints 'cite'" in line]


_SOURCE = """\
sources:
  - {key: O, title: Our story, type: report, grade: organisers_account, authors: [{organisation: The Team}]}
"""
_PARTY = """\
sensitivity: shared
parties:
  - id: guard
    name: Guard
    interests: {value: [Gold, Silver], sensitivity: shared, confidence: low, confidence_because: An analyst read this.,
      cite: [O], other_readings: [{value: Only gold, cite: [O]}]}
"""


def test_who_paid_is_sourced_where_its_author_says_it_at_the_item_or_at_the_actor(tmp_path: Path) -> None:
    """An item that is told of by a reference has the notes of both, and `check` has nothing to say of it."""
    case = (
        f"{LEAST}actors: [{{id: fund, name: River Fund}}, {{id: lake, name: Lake Fund}}]\n"
        "sources: [{key: S1, title: Yearly report}, {key: S2, title: Accounts}]\n"
    )
    conception = (
        "sensitivity: shared\nfunding:\n  sources:\n    sensitivity: shared\n    value:\n"
        "      - {actor: fund, cite: [S1]}\n      - {actor: {value: lake, cite: [S2]}}\n"
    )
    assert not [one for one in complaints(tmp_path / "a", case=case, conception=conception) if "cite" in one]
    pack = pack_for(case_of(tmp_path / "b", case=case, conception=conception), "track-ii")
    assert "- River Fund[^S1]\n- Lake Fund[^S2]" in pack
