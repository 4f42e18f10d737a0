"""Spacing: French has a space before colons and semicolons, and other languages have none."""

from __future__ import annotations

import pytest

from briefpack.stages.render.spacing import spaced

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
