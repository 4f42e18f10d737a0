"""Searching: a name is found however it is spelt, spaced or split, and nothing else is taken for it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefpack.gate.searching import Searchable
from briefpack.gate.term import name, term
from briefpack.gate.words import words_of
from briefpack.text.normalising import folded

HOSTILE = {
    "as it is": "met Tamsel Orrelby there",
    "capitals": "TAMSEL ORRELBY",
    "accents": "Tämsèl Orrelbý",
    "combining accents": "Ta\u0301msel Orre\u0308lby",
    "compatibility letters": "\uff34\uff41\uff4d\uff53\uff45\uff4c Orrelby",
    "ligature": "Tamsel Orrelby",
    "soft hyphens": "Tam\xadsel Or\xadrel\xadby",
    "hyphen at the end of a line": "Tamsel Orrel-\nby",
    "zero width": "Tam\u200bsel\u200d Orr\ufeffelby",
    "bidi": "\u202eTamsel\u202c \u2067Orrelby\u2069",
    "spaced out": "T a m s e l   O r r e l b y",
    "dotted": "T.a.m.s.e.l.O.r.r.e.l.b.y",
    "one word": "TamselOrrelby",
    "other spaces": "Tamsel\u00a0\u2009Orrelby",
    "other line ends": "Tamsel\r\nOrrelby",
    "dashes": "Tamsel\u2014Orrelby",
    "possessive": "Tamsel Orrelby\u2019s view",
    "underscores": "_Tamsel_ _Orrelby_",
}
PAIRS = {
    "apostrophes": ("O\u2019Brannet", "O'Brannet and others"),
    "Arabic diacritics": ("محمد الحارث", "مُحَمَّد الحَارِث"),
    "tatweel": ("محمد الحارث", "محـمـد الحــارث"),
    "stroked letters": ("Łukasz Bjørnsen", "Lukasz Bjornsen"),
    "Cyrillic in capitals": ("Саид Раҳмон", "САИД РАҲМОН"),
    "Indic vowel signs": ("रामकृष्ण दास", "श्री रामकृष्ण दास ने"),
    "digits of another script": ("12 May 1993", "on ١٢ May ١٩٩٣"),
}


GROWN = {
    "Chinese, among others": ("安娜", "昨天安娜说"),
    "Thai, without its space": ("สมชาย ใจดี", "เมื่อวานสมชายใจดีพูด"),
    "Korean, with a particle": ("김민수", "어제 김민수는 말했다"),
    "Arabic, with a conjunction": ("أحمد", "وأحمد"),
    "Arabic, two words": ("أحمد الخطيب", "وأحمد الخطيب"),
    "Hebrew, with a preposition": ("אברהם", "לאברהם"),
    "Russian, in a case": ("Корвайл", "Встреча Корвайла"),
    "plural": ("Brandvatten", "The Brandvattens"),
}


@pytest.mark.parametrize(("known", "text"), GROWN.values(), ids=GROWN.keys())
def test_a_name_is_found_with_what_its_language_puts_to_it(known: str, text: str) -> None:
    """Endings, particles and prefixes do not hide a name, nor does a script that writes no spaces."""
    wanted = name(known, "")
    assert wanted
    assert Searchable([text]).find(wanted) is not None


def test_a_word_that_goes_on_for_long_is_no_name_and_one_that_is_allowed_is_none_either() -> None:
    """A name is found in words a little longer than it, but for those that the case allows."""
    wanted, spared = name("Harrow", ""), name("Harrow", "", {"harrowing"})
    assert wanted
    assert spared
    assert Searchable(["a harrowing tale"]).find(wanted) is not None
    assert Searchable(["harrowingly told", "an arrow"]).find(wanted) is None
    assert Searchable(["a harrowing tale"]).find(spared) is None
    assert Searchable(["a harrowing tale of the Harrows"]).find(spared) is not None


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_name_is_found_in_every_disguise(text: str) -> None:
    """Letters alone are compared, without case, accents, invisible signs, spaces and splits."""
    wanted = term("Tamsel Orrelby", "")
    assert wanted
    assert Searchable([text]).find(wanted) is not None


@pytest.mark.parametrize(("known", "text"), PAIRS.values(), ids=PAIRS.keys())
def test_a_name_of_any_script_is_found(known: str, text: str) -> None:
    """What a script writes in two ways is one to the gate."""
    wanted = term(known, "")
    assert wanted
    assert Searchable([text]).find(wanted) is not None


def test_a_name_is_found_across_pieces() -> None:
    """A name split over cells or paragraphs is found, and told at the piece where it begins."""
    wanted = term("Tamsel Orrelby", "")
    assert wanted
    row = Searchable(["An opening", "with Tam", "sel", "Orrelby"])
    start = row.find(wanted)
    assert start is not None
    assert row.piece(start) == 2
    assert Searchable(["with Tam", "sel", "Orrelby"], apart=True).find(wanted) is None


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Ann", "planned"),
        ("Ann", "an n"),
        ("Reston", "there stones are stone"),
        ("Orrelby", "Torrelbyness"),
        ("1 March 2024", "11 March 2024"),
        ("5 September 1993", "15 September 1993"),
        ("2024-03-01", "2024-03-012"),
        ("Old rope school", "Old hope school"),
    ],
)
def test_another_text_is_not_taken_for_a_name(known: str, text: str) -> None:
    """A short term stands in no other word, and a number is no part of a longer one."""
    wanted = term(known, "")
    assert wanted
    assert Searchable([text]).find(wanted) is None


@pytest.mark.parametrize(
    ("known", "text"), [("Ann", "with ANN."), ("Reston", "R e s t o n"), ("1 March 2024", "1\u00a0March 2024")]
)
def test_a_short_term_is_found_as_words_of_its_own(known: str, text: str) -> None:
    """The shortest as they are, those of six letters and more spaced out too."""
    wanted = term(known, "")
    assert wanted
    assert Searchable([text]).find(wanted) is not None


def test_many_terms_are_found_as_one_is() -> None:
    """Searching for many at once finds what searching for each would."""
    some = [term(f"the {number} rope schools behind the salt market", "") for number in range(400)]
    row = Searchable(
        ["Near the 7 rope schools behind the salt", "market and the 399 ropeschools behind the salt market"]
    )
    wanted = [one for one in some if one]
    assert row.holds(wanted) == [one for one in wanted if row.find(one) is not None]
    assert [one.words[1] for one in row.holds(wanted)] == ["7", "399"]


def test_what_has_no_letter_is_no_term() -> None:
    """A text of signs alone could be found anywhere."""
    assert term(" — * … ", "") is None


@given(some.text(alphabet=some.characters(max_codepoint=127)))
def test_plain_texts_are_folded_as_all_others_are(text: str) -> None:
    """What is not folded for being plain would come out of it the same."""
    assert words_of(text) == tuple(re.findall(r"[^\W_]+", folded(text)))
