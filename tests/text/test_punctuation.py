"""Punctuation: the commas and semicolons of a language stand beside its words, and only there."""

from __future__ import annotations

import pytest

from briefpack.stages.render.stops import is_sentence, stopped, with_notes
from briefpack.text.punctuation import punctuated, sign_in


@pytest.mark.parametrize(
    ("markdown", "written"),
    [
        ("- **المتابعة:** جلسة, اجتماع; جولة", "- **المتابعة:** جلسة، اجتماع؛ جولة"),
        ("جلسة (5 مارس 2024), 3 مارس", "جلسة (5 مارس 2024)، 3 مارس"),
        ("Berth rota workshops, والأمسيات", "Berth rota workshops، والأمسيات"),
        ("جلسة (Fisher, International Negotiation, 2006)", "جلسة (Fisher, International Negotiation, 2006)"),
        ("12,345 شخص", "12,345 شخص"),
    ],
)
def test_a_comma_or_a_semicolon_beside_an_arabic_word_is_arabic(markdown: str, written: str) -> None:
    """A title in Latin letters keeps its own, and so does a number."""
    assert punctuated(markdown, "ar") == written


@pytest.mark.parametrize("language", ["en", "he", "ru"])
def test_a_language_of_other_letters_keeps_latin_signs(language: str) -> None:
    """An Arabic name in an English pack stands between English commas."""
    assert punctuated("رصيف, مرسى; بحر", language) == "رصيف, مرسى; بحر"


def test_lists_that_programs_read_keep_their_commas() -> None:
    """The words of captions and callouts are told apart by commas in the front matter."""
    front = '---\nlabels: "شكل, جدول"\n---\n'
    assert punctuated(f"{front}\nشكل, جدول\n", "ar") == f"{front}\nشكل، جدول\n"


def test_a_sign_is_that_of_the_script_of_a_language() -> None:
    """Persian and Urdu write as Arabic does; Kurdish does where it is in Arabic letters."""
    assert [sign_in(";", language) for language in ("fa", "ur", "ku-Arab", "ku", "he", "fr")] == [*"؛؛؛", *";;;"]


@pytest.mark.parametrize("end", ["\u061f", "\u06d4", "\u3002", "\uff1f", "\uff01"])
def test_a_sentence_may_end_in_the_sign_of_another_script(end: str) -> None:
    """No full stop is put behind it."""
    assert is_sentence(f"نعم{end}")
    assert not is_sentence("نعم")


def test_a_sentence_in_french_quotation_marks_has_ended() -> None:
    """No full stop is put behind the marks, though a space stands before them."""
    quoted = "Un message\u00a0: \u00ab\u202fOui.\u202f\u00bb"
    assert stopped(f"{with_notes(quoted, '[1]')}.") == f"{quoted}[1]"
