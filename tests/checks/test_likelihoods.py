"""Likelihoods: a text that says itself how likely it is, beside what is marked at it, is a warning."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, check_case, write_case

from briefpack.gate.wanted import AlwaysPrinted
from briefpack.packs.wordings import read_printed


@pytest.fixture(scope="module")
def printed() -> AlwaysPrinted:
    """Return what packs of the base say in English."""
    return read_printed(TEMPLATES, None, "en")


def told(folder: Path, printed: AlwaysPrinted, text: str, word: str, scale: str = "icd_203") -> list[str]:
    """Return what is said of a text that is marked with a likelihood."""
    case = f'{LEAST}likelihood_scale: {scale}\nsummary: {{value: "{text}", likelihood: {word}}}\n'
    warnings = check_case(write_case(folder, case=case), printed=[printed]).warnings
    return [str(one).partition(": warning: ")[2] for one in warnings if "how likely this is" in str(one)]


_DOUBLED = "the text and 'likelihood' both say how likely this is"


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
    tmp_path: Path, printed: AlwaysPrinted, text: str, word: str, scale: str, where: str
) -> None:
    """What is marked is said once, by the words of the scale; the longest words that fit are meant."""
    assert told(tmp_path, printed, text, word, scale) == [
        f"the text and 'likelihood' both say how likely this is ({where}): remove these words from the text"
    ]


#: What a text says, what is marked at it, and what it gets; where two marks are given, each gets the same.
PHRASES = (
    ("A truce is very likely.", "likely", "otherwise"),
    ("A truce is very unlikely.", "unlikely", "otherwise"),
    ("A truce is unlikely.", "likely", "otherwise"),
    ("A truce is not likely.", "likely very_likely almost_certain", "otherwise"),
    ("A truce is not likely.", "unlikely very_unlikely", "doubled"),
    ("A truce is not likely.", "roughly_even_chance almost_no_chance", "nothing"),
    ("A truce isn\u2019t at all likely.", "likely", "otherwise"),
    ("A truce is by no means likely.", "likely", "otherwise"),
    ("A truce is far from likely.", "likely", "otherwise"),
    ("A truce is hardly likely.", "unlikely", "doubled"),
    ("No party is likely to leave.", "likely", "otherwise"),
    ("No party is likely to leave.", "unlikely", "doubled"),
    ("A truce is not very likely.", "very_likely", "otherwise"),
    ("A truce is not very likely.", "unlikely", "doubled"),
    ("A truce is not very likely.", "roughly_even_chance", "nothing"),
    ("A truce is not unlikely.", "unlikely very_unlikely", "otherwise"),
    ("A truce is not unlikely.", "likely", "doubled"),
    ("A truce is not unlikely.", "very_likely", "nothing"),
    ("A truce is not at all improbable.", "likely", "doubled"),
    ("Nobody is never likely to leave.", "likely", "doubled"),
    ("Nobody is never likely to leave.", "unlikely", "otherwise"),
    ("A truce is not impossible.", "unlikely very_unlikely", "doubled"),
    ("A truce is not impossible.", "very_likely almost_no_chance", "otherwise"),
    ("A truce is not out of the question.", "very_unlikely", "doubled"),
    ("A truce is not almost certain.", "almost_certain", "otherwise"),
    ("A truce is not almost certain.", "likely", "nothing"),
    ("A truce is not certain.", "likely", "nothing"),
    ("The guard is bound to leave.", "likely", "otherwise"),
    ("The guard is sure to leave.", "almost_certain", "doubled"),
    ("They will certainly come.", "unlikely very_unlikely almost_no_chance", "otherwise"),
    ("They will certainly come.", "almost_certain", "doubled"),
    ("They will undoubtedly come.", "unlikely", "otherwise"),
    ("They will no doubt come.", "almost_certain", "doubled"),
    ("They will no doubt come.", "unlikely", "otherwise"),
    ("There is little doubt that they come.", "very_likely", "doubled"),
    ("There is little doubt that they come.", "unlikely", "otherwise"),
    ("A clash is inevitable.", "unlikely", "otherwise"),
    ("A clash is not inevitable.", "likely", "nothing"),
    ("There is little chance of rain.", "very_unlikely unlikely", "doubled"),
    ("There is little chance of rain.", "likely almost_certain", "otherwise"),
    ("There is almost no chance of rain.", "almost_no_chance", "doubled"),
    ("There is almost no chance of rain.", "unlikely likely", "otherwise"),
    ("There is no chance of rain.", "likely", "otherwise"),
    ("There is next to no chance of rain.", "almost_no_chance", "doubled"),
    ("There is a remote chance of rain.", "almost_no_chance", "doubled"),
    ("There is a remote possibility of rain.", "likely", "otherwise"),
    ("The chances of rain are good, those of snow are slim.", "likely", "nothing"),
    ("The chances are remote.", "very_likely", "otherwise"),
    ("The chances are slim.", "unlikely very_unlikely", "doubled"),
    ("We cannot rule out a coup.", "unlikely very_unlikely", "doubled"),
    ("We cannot rule out a coup.", "very_likely", "otherwise"),
    ("A coup can't be ruled out.", "unlikely", "doubled"),
    ("They may well come.", "likely roughly_even_chance", "doubled"),
    ("They may well come.", "very_unlikely almost_no_chance", "otherwise"),
    ("They may come, all is well.", "unlikely", "nothing"),
    ("There is a good chance of rain.", "likely very_likely", "doubled"),
    ("There is a good chance of rain.", "unlikely", "otherwise"),
    ("There is not much chance of rain.", "unlikely", "doubled"),
    ("The odds are that they come.", "likely", "doubled"),
    ("It is as likely as not that they come.", "roughly_even_chance", "doubled"),
    ("They are less likely than not to come.", "unlikely", "doubled"),
    ("They are less likely than not to come.", "likely", "otherwise"),
    ("They are more likely to come than last year.", "likely unlikely", "nothing"),
    ("A 50-50 case", "roughly_even_chance", "doubled"),
    ("A realistic possibility of rain", "roughly_even_chance", "doubled"),
    ("It is highly likely to rain.", "very_likely", "doubled"),
    ("It is highly unlikely to rain.", "very_likely", "otherwise"),
    ("They will probably not come.", "likely", "doubled"),
    ("They will hardly, as we hear, probably come.", "unlikely", "otherwise"),
    ("They did not sign. Probably they will.", "likely", "doubled"),
    ("They do not trust us; they will probably go.", "likely", "doubled"),
    ("A truce is not only likely.", "likely", "doubled"),
    ("It is doubtful that they come.", "unlikely", "doubled"),
    ("It is doubtful that they come.", "very_likely", "otherwise"),
    ("They are bound to secrecy.", "unlikely", "nothing"),
    ("Unlikely allies met.", "very_likely unlikely", "nothing"),
    ("The odds favour a deal.", "likely", "doubled"),
    ("A deal is a strong possibility.", "likely", "doubled"),
    ("They make sure to come.", "unlikely", "nothing"),
    ("A certain Mr North came.", "unlikely", "nothing"),
)
_MEANT = {"doubled": _DOUBLED, "otherwise": "the text and 'likelihood' disagree"}


@pytest.mark.parametrize(("text", "marks", "outcome"), PHRASES)
def test_a_text_is_warned_of_where_it_says_the_marked_likelihood_or_another(
    printed: AlwaysPrinted, tmp_path: Path, text: str, marks: str, outcome: str
) -> None:
    """What a text denies leaves others open; what says several may be any of them, and what says none is free."""
    for mark in marks.split():
        said = told(tmp_path / mark, printed, text, mark)
        assert (
            [message[: len(_MEANT[outcome])] for message in said] == [_MEANT[outcome]]
            if outcome in _MEANT
            else not said
        )


@pytest.mark.parametrize(
    "text", ["A truce holds until May.", "The likelihood of rain", "An unlikelier truce", "Remote villages vote."]
)
def test_a_text_without_such_words_gets_none(tmp_path: Path, printed: AlwaysPrinted, text: str) -> None:
    """Words are meant whole."""
    assert told(tmp_path, printed, text, "likely") == []


def test_a_text_that_is_not_marked_gets_none(tmp_path: Path, printed: AlwaysPrinted) -> None:
    """Plain speech stays free."""
    case = f"{LEAST}likelihood_scale: phia\nsummary: A truce is likely.\n"
    assert not [
        one for one in check_case(write_case(tmp_path, case=case), printed=[printed]).warnings if "likely" in str(one)
    ]
