"""Languages: how the languages of a case are named and listed. Every build asks this, so it needs nothing heavy."""

from __future__ import annotations

import re

#: A language by its code, as the wording of packs is named: `fr`, `pt_BR`.
LANGUAGE = r"^[a-z]{2,3}([-_][A-Za-z]{2,4})*$"
#: The language of a case that lists none.
USUAL = "en"
#: The key of a text that is the same in every language.
ALL = "all"


def is_code(text: str) -> bool:
    """Return whether a text is the code of a language."""
    return text != ALL and re.fullmatch(LANGUAGE, text) is not None


def languages_of(data: object) -> tuple[str, ...]:
    """Return the languages that the data of a case.yaml lists, the first one first; the usual one where it has none."""
    said = data.get("languages") if isinstance(data, dict) else None
    said = said.get("value") if isinstance(said, dict) else said
    listed = [one for one in said if isinstance(one, str) and is_code(one)] if isinstance(said, list) else []
    return tuple(dict.fromkeys(listed)) or (USUAL,)
