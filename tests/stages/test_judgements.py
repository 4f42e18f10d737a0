"""Judgements: how likely something is stands in its sentence, how sure one is behind it, the scale in its section."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of, markdown_of, pack_for

from briefpack.disclosure.select import select

CASE = LEAST + "likelihood_scale: icd_203\n"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "The truce holds until May.",
            "It is likely that the truce holds until May. *Confidence is low. One man said so.*",
        ),
        ("Radio Quay goes on air.", "Likely: Radio Quay goes on air. *Confidence is low. One man said so.*"),
        ("A truce until May", "A truce until May, *judged likely* *(Confidence is low. One man said so.)*"),
        (
            "One side leaves. The other stays.",
            "One side leaves. The other stays. *This is judged likely.* *Confidence",
        ),
        ("Will they come? Some will.", "Will they come? Some will. *This is judged likely.* *Confidence"),
        ("Will they come?", "Will they come? *This is judged likely.* *Confidence"),
    ],
)
def test_a_judgement_is_one_sentence_and_its_confidence_another(tmp_path: Path, text: str, printed: str) -> None:
    """The likelihood begins the sentence, or is behind a text of several sentences in one about them.

    A name keeps its capital.
    """
    said = f"{{value: '{text}', likelihood: likely, confidence: low, confidence_because: One man said so}}"
    pack = pack_for(case_of(tmp_path, case=f"{CASE}summary: {said}\n"), "track-i")
    assert printed in pack


@pytest.mark.parametrize(
    ("scale", "word", "text", "printed"),
    [
        ("icd_203", "likely", "La trêve tient.", "Probabilité « likely » (55 à 80 %) : La trêve tient."),
        ("icd_203", "unlikely", "Radio Quay émet.", "Probabilité « unlikely » (20 à 45 %) : Radio Quay émet."),
        ("phia", "unlikely", "Une trêve", "Une trêve, *probabilité : « unlikely » (25 à 35 %)*"),
        ("icd_203", "likely", "Oui. Non.", "Oui. Non. *Probabilité attribuée : « likely » (55 à 80 %).*"),
    ],
)
def test_a_word_that_is_not_of_the_language_of_a_pack_has_its_range_behind_it(
    tmp_path: Path, scale: str, word: str, text: str, printed: str
) -> None:
    """Nobody published French words of likelihood, and a reader may not know what the English ones mean."""
    case = f"{LEAST}likelihood_scale: {scale}\nsummary: {{value: '{text}', likelihood: {word}}}\n"
    pack = markdown_of(select(case_of(tmp_path, case=case), "track-i"), language="fr")
    assert printed in pack.replace("\u202f", " ").replace("\u00a0", " ")


def test_the_likelihood_of_a_list_stands_with_what_is_said_of_all(tmp_path: Path) -> None:
    """Also where the values stand elsewhere, no bracket holds both."""
    parties = """\
        sensitivity: shared
        parties:
          - id: guard
            name: Guard
            interests: {value: [Gold, Silver], sensitivity: shared, likelihood: unlikely, confidence: high}
        """
    pack = pack_for(case_of(tmp_path, case=CASE, assessment=parties), "track-i")
    assert "Gold; Silver, *judged unlikely* [ʰ] [ᵃ]" in pack


def test_a_confidence_leaves_the_brackets_of_its_value_and_says_what_it_is_about(tmp_path: Path) -> None:
    """A state that is judged unlikely, behind a track, both with a reason; the brackets are those of any effort."""
    efforts = """\
        sensitivity: shared
        efforts:
          - id: lake
            name: Lake talks
            track: {value: i, confidence: moderate}
            state: {value: active, likelihood: unlikely, confidence: low, confidence_because: One man (a guard) said so}
            result: They met.
        """
    pack = pack_for(case_of(tmp_path, case=CASE, assessment=efforts), "track-i")
    assert (
        "- **Lake talks** (track I [ᵐ], active, *judged unlikely*): They met. "
        "*Confidence in “active” is low. One man (a guard) said so.*"
    ) in pack


@pytest.mark.parametrize("day", ["2024-03-05", "about 2024-03"])
def test_a_confidence_parts_no_sentence(tmp_path: Path, day: str) -> None:
    """The doubt about a day at the beginning of a line waits for its end."""
    calendar = f"""\
        sensitivity: shared
        calendar:
          - title: The vote.
            date: {{value: {day}, likelihood: likely, confidence: low, confidence_because: Told}}
        """
    pack = pack_for(case_of(tmp_path, case=CASE, coordination=calendar), "track-i")
    told = "5 March 2024" if day == "2024-03-05" else "about March 2024"
    assert f"- {told[0].upper()}{told[1:]}, *judged likely*: The vote. *Confidence in “{told}” is low. Told.*" in pack


KEY = "### What words of likelihood mean"
LEADS = "*[What words of likelihood mean](#what-words-of-likelihood-mean): see the end of this pack.*"


def test_a_pack_leads_to_the_scale_where_it_first_uses_a_likelihood(tmp_path: Path) -> None:
    """Below the contents for the first page, else at the end of the first section with one; the scale stands once."""
    assessment = "sensitivity: shared\nripeness: {judgement: {value: ripe, likelihood: likely}}\n"
    change = "sensitivity: shared\ndesired_change: {who: All, to: {value: A rota, likelihood: unlikely}}\n"
    case = f"{CASE}summary: {{value: A truce, likelihood: likely}}\n"
    first = pack_for(case_of(tmp_path / "a", case=case, assessment=assessment, conception=change), "track-ii")
    assert (first.count(KEY), first.count(LEADS)) == (1, 1)
    assert first.index("## Contents") < first.index(LEADS) < first.index("## Step 1: ")
    assert first.rindex("## Annex") < first.index(KEY)
    later = pack_for(case_of(tmp_path / "b", case=CASE, assessment=assessment, conception=change), "track-ii")
    assert (later.count(KEY), later.count(LEADS)) == (1, 1)
    assert later.index("## Step 1: ") < later.index(LEADS) < later.index("## Step 2: ")


def test_the_scale_stands_at_the_end_of_a_pack(tmp_path: Path) -> None:
    """Only the scale in use, with the range of each word."""
    ripeness = "sensitivity: shared\nripeness: {judgement: {value: ripe, likelihood: remote_chance}}\n"
    case = CASE.replace("icd_203", "phia")
    pack = pack_for(case_of(tmp_path, case=case, assessment=ripeness), "track-ii")
    (before, after) = pack.split(
        f"{KEY}\n\nOn the scale of the UK Professional Head of Intelligence Assessment: a remote chance (at most 5%), "
    )
    assert "There is a remote chance that the conflict is ripe for talks." in before
    assert "a realistic possibility (40% to under 50%)" in after
    assert "Directive 203" not in pack


def test_a_step_of_two_names_goes_by_its_first_in_a_sentence(tmp_path: Path) -> None:
    """The key has both, as they were published; nobody says "It is likely or probable that"."""
    ripeness = "sensitivity: shared\nripeness: {judgement: {value: ripe, likelihood: likely_or_probable}}\n"
    pack = pack_for(case_of(tmp_path, case=CASE.replace("icd_203", "phia"), assessment=ripeness), "track-ii")
    assert "It is likely that the conflict is ripe for talks." in pack
    assert "likely or probable (55 to 75%)" in pack


def test_without_a_likelihood_no_scale_is_told(tmp_path: Path) -> None:
    """A scale that is declared and not used is nothing to a reader."""
    assert "What words of likelihood mean" not in pack_for(case_of(tmp_path, case=CASE), "track-i")
