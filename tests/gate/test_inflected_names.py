"""Names in other forms: nearly all forms of names are found, and other words of the language are not taken for them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from briefpack.gate.wanted import Wanted

FORMS = yaml.safe_load(Path(__file__).with_name("inflected_names.yaml").read_text(encoding="utf-8"))
#: Of the forms of a script, at least this share has to be found.
SHARE = 0.95


@pytest.mark.parametrize("script", FORMS)
def test_names_are_found_in_the_forms_that_a_language_gives_them(script: str) -> None:
    """A person whose name is withheld is not given away by a case ending or a preposition before the name."""
    forms = [(name, form) for name, every in FORMS[script].items() for form in every]
    missed = [(name, form) for name, form in forms if not Wanted((), [name]).is_in(f"… {form} …")]
    assert len(forms) >= 50
    assert len(missed) <= (1 - SHARE) * len(forms), missed
