"""Glossary: every acronym that a text uses is spelt out in case.yaml (briefing conventions, acceptance check 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.case.content import Case, walk
from briefpack.problems import Problem

#: Two to seven capitals, perhaps with digits or a hyphen inside: UN, UNMOT, PA-X. Roman numerals are no acronyms.
ACRONYM = re.compile(r"(?<![\w-])(?=[A-Z])(?![IVX]+(?![\w-]))[A-Z](?:[A-Z0-9]|-(?=[A-Z0-9])){1,6}s?(?![\w-])")


def problems(case: Case) -> Iterator[Problem]:
    """Give a warning at the first use of each acronym that the glossary does not have."""
    told = {acronym.short for acronym in case.content.case.acronyms or ()}
    for found in walk(case.content):
        if not isinstance(found.value, str) or found.shape.words or found.path[:2] in _OWN_SPELLING:
            continue
        for word in used(found.value) - told:
            told.add(word)
            message = f"the acronym {word} is not in the glossary: add it to 'acronyms' in case.yaml"
            yield Problem(case.place(found.path), message, "warning")


_OWN_SPELLING = frozenset({("case", "acronyms"), ("case", "sources")})


def used(text: str) -> set[str]:
    """Give the acronyms that a text uses, without a plural s."""
    return {match.group().removesuffix("s") for match in ACRONYM.finditer(text)}
