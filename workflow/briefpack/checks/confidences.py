"""Confidences: words by which a text itself says how sure its authors are, beside the confidence marked at it.

What texts say for each grade is the wording's to list, under `confidence.said`. How much parties trust each other, or
how sure they are themselves, is no grade of the authors' confidence: what looks like one is listed under `nothing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import Case
from briefpack.checks.house_words import HouseWords
from briefpack.checks.likelihoods import Words, as_words, clauses, phrases_in, texts_of
from briefpack.house.wording import Catalogue
from briefpack.problems import Problem

_KEY = "confidence.said."
_GRADES = ("high", "moderate", "low")
#: How many words may stand between a negation and what it denies, which then says nothing that a check could name.
_BETWEEN = 4
_DOUBLED = "the text and 'confidence' both say how sure one is ({where}): remove these words from the text"
_OTHERWISE = (
    "the text and 'confidence' disagree on how sure one is ({where}): remove these words from the text, and write "
    "what is meant as 'confidence'"
)


def problems(case: Case, house: HouseWords) -> Iterator[Problem]:
    """Return a warning for each text that says itself, as it is marked or otherwise, how sure its authors are."""
    for printed in house.printed:
        yield from _problems(case, printed.catalogue)


def _problems(case: Case, catalogue: Catalogue) -> Iterator[Problem]:
    known = {words: name for name in (*_GRADES, "not", "nothing") for words in _listed(catalogue, name)}
    for path, about in case.annotations.items():
        if about.confidence:
            for text in texts_of(case.value(path)):
                for grade, where in _said_in(text, known):
                    message = _DOUBLED if grade == about.confidence else _OTHERWISE
                    yield Problem(case.place(path), message.format(where=where), "warning")


def _listed(catalogue: Catalogue, name: str) -> Iterator[Words]:
    key = _KEY + name
    yield from (as_words(text) for text in (catalogue.say(key).split(",") if catalogue.has(key) else ()))


def _said_in(text: str, known: dict[Words, str]) -> Iterator[tuple[str, str]]:
    """Return each grade that a text names and does not deny, and which words name it."""
    at = 0
    for words in clauses(text):
        denied = -_BETWEEN - 1
        for start, phrase in phrases_in(words, known.keys()):
            name = known[phrase]
            if name == "not":
                denied = start + len(phrase)
            elif name in _GRADES and start - denied > _BETWEEN:
                yield name, f"words {at + start + 1} to {at + start + len(phrase)}"
        at += len(words)
