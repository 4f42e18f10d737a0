"""Confidences: a text that says itself how sure its authors are, beside what is marked at it, is a warning."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, check_case, write_case

from briefpack.gate.wanted import AlwaysPrinted
from briefpack.packs.wordings import read_printed

_DOUBLED, _OTHERWISE = "the text and 'confidence' both say how sure", "the text and 'confidence' disagree"


@pytest.fixture(scope="module")
def printed() -> AlwaysPrinted:
    """Return what packs of the base say in English."""
    return read_printed(TEMPLATES, None, "en")


@pytest.mark.parametrize(
    ("text", "mark", "told"),
    [
        ("We judge with high confidence that both sides come.", "high", _DOUBLED),
        ("We judge with high confidence that both sides come.", "low", _OTHERWISE),
        ("We are certain that the guard leaves.", "moderate", _OTHERWISE),
        ("We are certain that the guard leaves.", "high", _DOUBLED),
        ("With low confidence, the truce holds.", "low", _DOUBLED),
        ("We are not sure that the truce holds.", "high", _OTHERWISE),
        ("We are not certain who gave the order.", "low", _DOUBLED),
        ("We are fairly confident of the number.", "high", _OTHERWISE),
        ("Confidence is moderate that boats return.", "moderate", _DOUBLED),
        ("It can be said with certainty that they met.", "low", _OTHERWISE),
        ("We have no doubt that the council votes.", "moderate", _OTHERWISE),
        ("We cannot be sure of the day.", "moderate", _OTHERWISE),
        ("This cannot be said with certainty.", "low", None),
        ("We do not say this with high confidence.", "low", None),
        ("Traders have little confidence in the police.", "high", None),
        ("The parties have full confidence in the chair.", "low", None),
        ("The guard is confident of victory.", "low", None),
        ("They are certain that help will come.", "low", None),
        ("Confidence-building measures were agreed.", "high", None),
        ("A vote of no confidence failed.", "moderate", None),
        ("Certain villages keep their boats.", "low", None),
        ("He spoke in strict confidence.", "high", None),
        ("Public confidence is low.", "high", None),
        ("The pilots make sure that boats pass.", "low", None),
        ("High prices and low tides hold boats back.", "moderate", None),
        ("The envoy took both sides into her confidence.", "low", None),
        ("A self-confident council votes.", "moderate", None),
        ("We are told that crews obey.", "low", None),
        ("We know two of the crews.", "low", None),
        ("Some doubt that the paper was read.", "high", None),
    ],
)
def test_a_text_is_warned_of_where_it_says_the_marked_confidence_or_another(
    tmp_path: Path, printed: AlwaysPrinted, text: str, mark: str, told: str | None
) -> None:
    """How sure its authors are is marked and said once; how sure others are, or of whom, is no grade of theirs."""
    case = f'{LEAST}summary: {{value: "{text}", confidence: {mark}}}\n'
    warnings = check_case(write_case(tmp_path, case=case), printed=[printed]).warnings
    said = [str(one).partition(": warning: ")[2] for one in warnings if "how sure" in str(one)]
    assert [one[: len(told or "")] for one in said] == ([told] if told else [])


def test_a_text_that_marks_no_confidence_is_free(tmp_path: Path, printed: AlwaysPrinted) -> None:
    """Plain speech stays what it is, and the words are counted for whoever marks them."""
    plain = write_case(tmp_path / "a", case=f"{LEAST}summary: We are certain of it.\n")
    assert not [one for one in check_case(plain, printed=[printed]).warnings if "how sure" in str(one)]
    marked = write_case(tmp_path / "b", case=f"{LEAST}summary: {{value: So we are certain of it., confidence: low}}\n")
    assert [one for one in check_case(marked, printed=[printed]).warnings if "(words 2 to 4)" in str(one)]
