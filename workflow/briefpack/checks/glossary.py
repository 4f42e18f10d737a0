"""Glossary: every acronym that a text uses is spelt out in case.yaml (briefing conventions, acceptance check 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.case.content import Case, Found
from briefpack.case.fields import Cite
from briefpack.case.words import is_unknown
from briefpack.problems import Problem
from briefpack.reading.readings import walk_all

#: Two to seven capitals, perhaps with digits or a hyphen inside: UN, UNMOT, PA-X. Roman numerals are no acronyms.
ACRONYM = re.compile(r"(?<![\w-])(?=[A-Z])(?![IVX]+(?![\w-]))[A-Z](?:[A-Z0-9]|-(?=[A-Z0-9])){1,6}s?(?![\w-])")


#: The message does not repeat the acronym: it may be a name, or stand in a text that few may see.
_MESSAGE = "this text uses an acronym that is not in the glossary: add it to 'acronyms' in case.yaml"


def problems(case: Case) -> Iterator[Problem]:
    """Return a warning at the first use of each acronym that the glossary of a whole case does not have."""
    if not case.is_whole:
        return
    told = {acronym.short for acronym in case.content.case.acronyms or ()}
    for found in walk_all(case):
        if not isinstance(found.value, str) or _is_code(found) or is_unknown(found.value):
            continue
        if used(found.value) - told:
            told |= used(found.value)
            yield Problem(case.place(found.path), _MESSAGE, "warning")


_OWN_SPELLING = frozenset({("case", "acronyms"), ("case", "sources")})


def _is_code(found: Found) -> bool:
    """Return whether a value is a word of the model, an id, a currency, where in a source, or spells itself out."""
    is_word = bool(found.shape.words or found.shape.reference) or found.shape.name == "currency"
    return is_word or found.owner is Cite or found.path[:2] in _OWN_SPELLING


def used(text: str) -> set[str]:
    """Return the acronyms that a text uses, without a plural s."""
    return {match.group().removesuffix("s") for match in ACRONYM.finditer(text)}
