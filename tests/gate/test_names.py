# ruff: noqa: RUF001
"""Names: a person's name is found turned round, with a middle name or initial, and by its initial alone."""

from __future__ import annotations

import pytest

from briefpack.gate.names import names
from briefpack.gate.searching import Searchable


def is_found(known: str, text: str, *allowed: str) -> bool:
    """Return whether a name is found in a text."""
    return bool(Searchable([text]).holds(names(known, "", allowed)))


@pytest.mark.parametrize(
    "text",
    [
        "Basten Corvaile",
        "Corvaile, Basten",
        "CORVAILE Basten",
        "Basten J. Corvaile",
        "Basten Johan Maria Corvaile",
        "B. Corvaile",
        "B.Corvaile",
        "B. J. Corvaile",
        "Corvaile, B.",
        "the Corvailes, Basten among them",
        "Básten (Corvailé)",
    ],
)
def test_a_name_is_found_however_its_parts_lie(text: str) -> None:
    """Two parts close together are the name, and so is an initial with the last part."""
    assert is_found("Basten Corvaile", f"They met {text} there.")


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Basten Corvaile", "Basten Orrelby met three other men and Corvaile"),
        ("Basten Corvaile", "the Corvaile family"),
        ("Basten Corvaile", "C. Basten"),
        ("Jan van der Berg", "van der Meer"),
        ("Omar al-Khatib", "al-Din, the Khatib"),
        ("Tamsel Tamsel", "Tamsel alone"),
    ],
)
def test_one_part_alone_is_not_the_name(known: str, text: str) -> None:
    """Nor are particles, or parts that are far from each other."""
    assert not is_found(known, text)


@pytest.mark.parametrize("allowed", ["corvaile", "corvailebasten"])
def test_a_part_that_is_allowed_makes_no_name(allowed: str) -> None:
    """Nor do two that are allowed together; the whole name is found all the same."""
    assert not is_found("Basten Corvaile", "at Corvaile, Basten and others", allowed)
    assert is_found("Basten Corvaile", "Basten Corvaile", allowed)


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Корвайл Бастен", "Бастен Корвайл"),
        ("أحمد الخطيب", "الخطيب، أحمد"),
        ("Li Wei", "Wei Li"),
        ("basten corvaile", "Corvaile, B."),
    ],
)
def test_names_of_other_scripts_and_without_capitals_are_turned_round_too(known: str, text: str) -> None:
    """What has no capitals has no particles."""
    assert is_found(known, text)


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Amina Said", "A spokesperson said no"),
        ("Anna Park", "They met in a national park"),
        ("Igor Vesna", "\u0438 \u0432\u0435\u0441\u043d\u0430"),
    ],
)
def test_a_word_of_one_letter_is_no_initial_without_a_full_stop(known: str, text: str) -> None:
    """An article before a last name that is a word too names nobody."""
    assert not is_found(known, text)


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Amina Said", "A. Said asked for the visit, as the governor said."),
        ("Amina Said", "Said, A., is the person to see"),
        ("Amina Said", "Said, A."),
        ("Amina Said", "A.M. Said"),
        ("Amina Said", "**A**. Said"),
        ("Amina Said", "A . Said"),
        ("\u0418\u0433\u043e\u0440\u044c \u0412\u0435\u0441\u043d\u0430", "\u0418. \u0412\u0435\u0441\u043d\u0430"),
        ("Omar Orrelby", "O.\u00a0Orrelby"),
    ],
)
def test_an_initial_that_is_a_word_too_is_found_before_a_full_stop(known: str, text: str) -> None:
    """Most first names begin with a letter that is a word somewhere."""
    assert is_found(known, text)


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Orrelby", "Оrrelby"),
        ("Tamsel Orrelby", "ORRΕLBY, T."),
        ("Оррельбеев", "с Оppельбeевым"),
        ("Роман Петров", "Poману Петpову"),
        ("Orrelby", "ᴏʀʀᴇʟʙʏ"),
        ("Ορλόβ", "Oρλόβ"),
    ],
)
def test_a_letter_of_another_script_that_looks_the_same_hides_no_name(known: str, text: str) -> None:
    """Latin, Cyrillic and Greek share them, and small capitals are letters of their own."""
    assert is_found(known, f"They met {text} there.")
