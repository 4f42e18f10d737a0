"""Likelihoods: a text that says itself how likely it is, beside what is marked at it, is a warning."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, write_case

from briefpack.checks.wanted import Printed
from briefpack.intake import check_case, read_printed


@pytest.fixture(scope="module")
def printed() -> Printed:
    """Give what packs of the base say in English."""
    return read_printed(TEMPLATES, None, "en")


def told(folder: Path, printed: Printed, text: str, word: str, scale: str = "icd_203") -> list[str]:
    """Give what is said of a text that is marked with a likelihood."""
    case = f'{LEAST}likelihood_scale: {scale}\nsummary: {{value: "{text}", likelihood: {word}}}\n'
    warnings = check_case(write_case(folder, case=case), printed=[printed]).warnings
    return [str(one).partition(": warning: ")[2] for one in warnings if "how likely this is" in str(one)]


@pytest.mark.parametrize(
    ("text", "word", "scale", "where"),
    [
        ("A truce is likely.", "likely", "icd_203", "word 4"),
        ("They will probably stay away.", "likely", "icd_203", "word 3"),
        ("A return is highly unlikely by May", "very_unlikely", "icd_203", "words 4 to 5"),
        ("There is a roughly even chance of rain", "realistic_possibility", "phia", "words 4 to 6"),
        ("It will almost certainly hold", "almost_certain", "phia", "words 3 to 4"),
        ("The vote is More Likely Than Not to pass", "likely_or_probable", "phia", "words 4 to 7"),
    ],
)
def test_a_text_that_doubles_its_mark_is_a_warning(
    tmp_path: Path, printed: Printed, text: str, word: str, scale: str, where: str
) -> None:
    """What is marked is said once, by the words of the scale; the longest words that fit are meant."""
    assert told(tmp_path, printed, text, word, scale) == [
        f"the text says itself how likely this is ({where}), and so does 'likelihood': take the words out of the text"
    ]


@pytest.mark.parametrize(
    ("text", "word", "where"),
    [
        ("A truce is very likely.", "likely", "words 4 to 5"),
        ("A truce is very unlikely.", "unlikely", "words 4 to 5"),
        ("A truce is unlikely.", "likely", "word 4"),
        ("A truce is not likely.", "likely", "word 5"),
        ("A truce isn\u2019t at all likely.", "likely", "word 6"),
        ("They will hardly, as we hear, probably come.", "unlikely", "word 7"),
        ("The guard is bound to leave.", "likely", "words 4 to 5"),
    ],
)
def test_a_text_that_contradicts_its_mark_is_a_warning(
    tmp_path: Path, printed: Printed, text: str, word: str, where: str
) -> None:
    """Another band of either scale, or the same negated, is not what is marked."""
    (message,) = told(tmp_path, printed, text, word)
    assert message.startswith(f"the text says otherwise than 'likelihood' how likely this is ({where})")


@pytest.mark.parametrize(
    "text", ["A truce holds until May.", "The likelihood of rain", "An unlikelier truce", "Remote villages vote."]
)
def test_a_text_without_such_words_gets_none(tmp_path: Path, printed: Printed, text: str) -> None:
    """Words are meant whole."""
    assert told(tmp_path, printed, text, "likely") == []


def test_a_text_that_is_not_marked_gets_none(tmp_path: Path, printed: Printed) -> None:
    """Plain speech stays free."""
    case = f"{LEAST}likelihood_scale: phia\nsummary: A truce is likely.\n"
    assert not [
        one for one in check_case(write_case(tmp_path, case=case), printed=[printed]).warnings if "likely" in str(one)
    ]
