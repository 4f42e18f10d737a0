# ruff: noqa: RUF001
"""Spacing: French has a space before colons and semicolons, and other languages have none."""

from __future__ import annotations

import pytest

from briefpack.stages.render.spacing import spaced
from briefpack.text.normalising import folded

SPACED = "---\ntitle: here\n---\n"


@pytest.mark.parametrize(
    ("typed", "set_so"),
    [
        ("**Objet:** Deux villes; un port.", "**Objet\u00a0:** Deux villes\u202f; un port."),
        ("> **Demande:**", "> **Demande\u00a0:**"),
        ("- Rencontre:\n  - À qui\u00a0: personne", "- Rencontre\u00a0:\n  - À qui\u00a0: personne"),
        ("# Un titre: sous-titre", "# Un titre: sous-titre"),
        ("[^S1]: S1. Une source", "[^S1]: S1. Une source"),
        ("| --- | ---: |", "| --- | ---: |"),
        ("10:30, TLP:AMBER, <https://x.example>, &nbsp; et (commits_others: false)",) * 2,
    ],
)
def test_french_has_a_space_before_a_colon_or_semicolon_behind_a_word(typed: str, set_so: str) -> None:
    """A time, an address, markup, a heading and what has its space already stay as they are."""
    assert spaced(SPACED + typed, "fr") == SPACED + set_so


def test_other_languages_have_no_space_before_a_colon() -> None:
    """Their Markdown stays as it is."""
    assert spaced("**For:** one; two", "en") == "**For:** one; two"


@pytest.mark.parametrize(
    ("typed", "set_so"),
    [
        ("- **A:** март \u2013 май 1994 года.", "- **A:** март\u00a0\u2013 май 1994 года."),
        ("| Москва | \u2013 | 5\u20136 мая |",) * 2,
        ("## Итоги \u2013 кратко",) * 2,
    ],
)
def test_no_line_begins_with_a_dash_between_words(typed: str, set_so: str) -> None:
    """In Russian, as in French and Spanish, it stays with the word before it; a dash in an empty cell stays alone."""
    assert spaced(SPACED + typed, "ru") == SPACED + set_so
    assert spaced(SPACED + typed, "en") == SPACED + typed


@pytest.mark.parametrize(
    ("language", "typed", "set_so"),
    [
        ("fr", "Le 20 mars et le 1er avril, 13 questions", "Le 20~mars et le 1er~avril, 13~questions"),
        ("fr", "Pourquoi ? Voir « Le port » : ici", "Pourquoi^? Voir «^Le port^»~: ici"),
        ("es", "Hasta el 20 de marzo de 2024", "Hasta el 20~de marzo de 2024"),
        ("ar", "اجتماع (20 مارس 2024)", "اجتماع (20~مارس 2024)"),
        ("ru", "В июне и в мае, не с 3 мая", "В~июне и~в~мае, не~с~3~мая"),
        ("ru", "См. [Шаг 3 и далее](#шаг-3-и-далее) и сноску", "См. [Шаг 3 и далее](#шаг-3-и-далее) и~сноску"),
        ("ru", "| 3 мая | и так |", "| 3 мая | и так |"),
        ("ru", "![3 мая и так](a b.png)", "![3 мая и так](a b.png)"),
        ("ru", "Версия 0.4 года, из-за 2024 года", "Версия 0.4 года, из-за 2024 года"),
    ],
)
def test_no_line_ends_between_words_that_belong_together(language: str, typed: str, set_so: str) -> None:
    """A number and what it counts, a short Russian word and the next, French signs; a search finds the same."""
    found = spaced(SPACED + typed, language)
    assert found == SPACED + set_so.replace("~", "\u00a0").replace("^", "\u202f")
    assert folded(found) == folded(SPACED + typed)
