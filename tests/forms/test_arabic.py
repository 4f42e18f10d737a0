"""Arabic: what people write on the lines of an Arabic form, in either digits and with either signs."""

from __future__ import annotations

import datetime

import pytest
from tests.building import TEMPLATES

from briefpack.checks.likelihoods import vocabulary
from briefpack.files.catalogues import read_catalogue
from briefpack.forms.answers import AnswerWords, answer_words
from briefpack.forms.written_days import DayReader
from briefpack.house.wording import Catalogue


@pytest.fixture(scope="module")
def arabic() -> Catalogue:
    """Return the Arabic wording."""
    return read_catalogue(TEMPLATES, None, "ar")


@pytest.fixture(scope="module")
def answers(arabic: Catalogue) -> AnswerWords:
    """Return the phrases that are known for answers."""
    return answer_words([arabic])


@pytest.mark.parametrize("written", ["20 مارس 2024", "٢٠ مارس ٢٠٢٤", "الأربعاء 20 مارس", "20 March 2024"])
def test_a_day_is_read_in_either_digits(arabic: Catalogue, written: str) -> None:
    """A form is printed in one kind of digits, and filled in with the keyboard that somebody has."""
    assert DayReader(arabic.locale, datetime.date(2024, 3, 14)).read(written) == "2024-03-20"


def test_the_states_that_a_form_names_are_read(answers: AnswerWords) -> None:
    """Each is written as the form says how."""
    written = ("تم الوفاء به", "جزئيا", "جزئي\u0627\u064b", "لم يتم الوفاء به", "لم يحن موعده")
    assert [*map(answers.state, written)] == ["kept", "partly_kept", "partly_kept", "not_kept", "not_due"]


def test_a_number_is_read_in_either_digits(answers: AnswerWords) -> None:
    """One that somebody calls inexact stays so."""
    assert [str(answers.amount(text)) for text in ("12", "١٢", "نحو ١٢")] == ["12", "12", "about 12"]


def test_a_refusal_is_known_before_an_arabic_comma(answers: AnswerWords) -> None:
    """The sign behind a word is no part of it."""
    assert answers.refuses("لا\u060c لم يوافق أحد")


@pytest.mark.parametrize("text", ["يُرجَّح أن يصوّتوا", "يرجح أن يصوتوا"])
def test_a_likelihood_is_found_with_and_without_vowel_signs(arabic: Catalogue, text: str) -> None:
    """Writers set them or leave them out."""
    assert [(set(bands), where) for bands, _, where in vocabulary(arabic).said_in(text)] == [({4}, "word 1")]
