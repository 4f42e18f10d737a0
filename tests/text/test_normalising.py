"""Normalising: whatever may be done to a name in typing, pasting and typesetting is undone; other words stay other."""

# Look-alikes are what is tested.
# ruff: noqa: RUF001

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefpack.text.normalising import folded, squeezed

NAME = "tamsel orrelby"


@pytest.mark.parametrize(
    "text",
    [
        "Tamsel Orrelby",
        "TAMSEL  ORRELBY",
        " Tamsel\n\tOrrelby ",
        "Tamsel\u00a0Orrelby",
        "Tamsel\u202fOrrelby",
        "Tamsél Örrelby",
        "Tamse\u0301l O\u0308rrelby",
        "Ta\u00admsel Orr\u00adelby",
        "Tam\u200bsel Orrel\u200cby",
        "\u202aTamsel\u202c \u2066Orrelby\u2069\ufeff",
        "Tamsel\ufe0f Orrelby\U000e0100",
        "Tamsel Orr-\nelby",
        "Tamsel Orr\u2010\r\n  elby",
        "Tamsel Orr\u00ad\u2028elby",
        "Tamsel-Orrelby",
        "Tamsel\u2013Orrelby",
        "_Tamsel_Orrelby_",
        "Ｔａｍｓｅｌ Ｏｒｒｅｌｂｙ",
        "𝐓𝐚𝐦𝐬𝐞𝐥 𝑂𝑟𝑟𝑒𝑙𝑏𝑦",
        "Tamsel Ørrełby",
        "Tamsel\x00 Orrelby\ud800",
    ],
)
def test_a_name_is_one_name_however_it_is_typed(text: str) -> None:
    """Capitals, accents, widths, white space, dashes and what nobody sees make no difference."""
    assert folded(text) == NAME
    assert squeezed(text) == "tamselorrelby"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مُحَمَّد", "محمـــد"),
        ("أحمد", "احمد"),
        ("علی", "علي"),
        ("کاظم", "كاظم"),
        ("٢٠٢٤", "2024"),
        ("O’Neil", "O'Neil"),
        ("O\u00b4Neil", "O\u02bcNeil"),
        ("Straße", "STRASSE"),
        ("İzmir Işık", "izmir isik"),
        ("Ёлкин", "Елкин"),
        ("ﬁsher", "fisher"),
        ("“Gull”", '"gull"'),
    ],
)
def test_two_ways_to_write_a_thing_are_one(one: str, other: str) -> None:
    """Scripts have several, and so have keyboards."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    "text", ["T a m s e l  O r r e l b y", "Tam/sel Orr.elby", "T·a·m·s·e·l*Orrelby*", "tamselOrrelby"]
)
def test_letters_alone_are_a_name_however_they_are_split(text: str) -> None:
    """Spaces and signs between letters hide nothing from a comparison of letters."""
    assert squeezed(text) == "tamselorrelby"
    assert folded(text) != NAME


def test_words_stay_apart() -> None:
    """A dash at the end of a line that is no hyphen joins nothing, and neither does an emphasis that ends there."""
    assert folded("Orrelby\u2014\nwho") == "orrelby who"
    assert folded("_Orrelby_\nwho") == "orrelby who"
    assert folded("Smith-\nJones") == "smith jones"
    assert folded("Orrelby's") == "orrelby's"
    assert folded("") == squeezed(" -\u200b\n") == ""


@example("e\u0301-\nx")
@example("a-\n\u0100")
@example("0Z")
@example("\ufe31 \uff40 \u0149 \u2034 \u207b \ufe4f")
@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    """Folding twice is folding once, and the order in which accents are stored says nothing."""
    once = folded(text)
    assert folded(once) == once
    assert squeezed(once) == squeezed(text)
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text))
