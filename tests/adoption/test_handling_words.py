# ruff: noqa: RUF001
"""Handling words: a letterhead says nothing of how a document is to be handled, in any language of its templates."""

from __future__ import annotations

import pytest

from briefpack.checks.marks import handling_word

WORDS = (
    "In confidence", "INTERNAL", "Do not forward", "For official use", "Internal only", "Strictly private",
    "ΕΜΠΙΣΤΕΥΤΙΚΟ", "ΑΠΟΡΡΗΤΟ", "Fortroligt", "Для службового користування", "ДСК", "Конфіденційно", "Přísně tajné",
    "Důvěrné", "Bizalmas", "Nur zum internen Gebrauch", "Difusión limitada", "内部使用", "CONFI\u034fDENTIAL",
    "СONFIDENTIAL", "CОNFIDENTIАL", "соnfidential", "SΕCRET", "S Е C R E T", "C.О.N.F.I.D.E.N.T.I.A.L",
    "СЕКPЕТНО", "секpетно",
    "SEC\ufe0fRET", "SEC\u3164RET", "SEC\u200bRET",
)  # fmt: skip


@pytest.mark.parametrize("text", WORDS)
def test_a_word_of_handling_is_known_in_each_language(text: str) -> None:
    """It would stand beside the mark of every case; unseen signs and letters of another script hide nothing."""
    assert handling_word(f"The House, {text}")


@pytest.mark.parametrize(
    "text", ["International Office", "Internal Affairs Committee", "Ministry of Confidence Building"]
)
def test_the_name_of_a_house_is_no_word_of_handling(text: str) -> None:
    """Whoever is called so keeps the letterhead."""
    assert not handling_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "CONFI-DENTIAL",
        "Confi\tden\ttial",
        "S.E.C.R.E.T",
        "C O N F I D E N T I A L",
        "Do.not.copy",
        "机\n密",
        "секр-етно",
    ],
)
def test_a_word_of_handling_is_known_whatever_parts_it(text: str) -> None:
    """Lines, tabs, hyphens and stops within it hide nothing."""
    assert handling_word(f"The House {text} Mill Lane 1")


@pytest.mark.parametrize(
    "text", ["Peace Secretariat", "Interna-tional Office", "P.O. Box 1", "Offi ce of the Class ics"]
)
def test_pieces_that_make_no_word_of_handling_are_kept(text: str) -> None:
    """Only whole words count."""
    assert not handling_word(text)
