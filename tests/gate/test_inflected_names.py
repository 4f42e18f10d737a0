"""Names in other forms: nearly all forms of names are found, and other words of the language are not taken for them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.building import TEMPLATES

from briefpack.files.catalogues import read_catalogue
from briefpack.gate.names import names_of
from briefpack.gate.searching import Searchable
from briefpack.gate.terms import fixed_texts
from briefpack.gate.wanted import Wanted

FORMS = yaml.safe_load(Path(__file__).with_name("inflected_names.yaml").read_text(encoding="utf-8"))
OTHERS = FORMS.pop("others")
#: Of the forms of a script, at least this share has to be found.
SHARE = 0.95
#: Of what is said of others, each name is found in no more than this share.
FALSE_SHARE = 0.01


@pytest.mark.parametrize("script", FORMS)
def test_names_are_found_in_the_forms_that_a_language_gives_them(script: str) -> None:
    """A person whose name is withheld is not given away by a case ending or a preposition before the name."""
    forms = [(name, form) for name, every in FORMS[script].items() for form in every]
    missed = [(name, form) for name, form in forms if not Wanted((), [name]).is_in(f"… {form} …")]
    assert len(forms) >= 50
    assert len(missed) <= (1 - SHARE) * len(forms), missed


@pytest.mark.parametrize("language", OTHERS)
def test_names_are_hardly_found_in_what_is_said_of_others(language: str) -> None:
    """Another person with one name in common, a place or a word that begins alike: each find would stop a pack."""
    pairs = [(name, text) for name in FORMS[language] for text in OTHERS[language]]
    found = [(name, text) for name, text in pairs if Wanted((), [name]).is_in(f"… {text} …")]
    assert len(OTHERS[language]) >= 20
    assert len(found) <= FALSE_SHARE * len(pairs), found


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_no_name_is_found_in_the_wording_of_a_language(language: str) -> None:
    """A short name with a prefix lies within many a word: a pack that held it could never be released."""
    wording = Searchable(fixed_texts(read_catalogue(TEMPLATES, None, language)), apart=True)
    names = [name for every in FORMS.values() for name in every]
    assert {name for name in names if wording.holds(names_of([name], ""))} == set()
