"""Likelihoods: words by which a text itself says how likely it is, beside the word of the scale that is marked at it.

Source: ICD 203 and the PHIA yardstick, whose words stand one above the other in seven bands. What else texts say for
each band is the wording's to list, under `likelihood.said`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefpack.case.content import Case
from briefpack.case.fields import Item
from briefpack.case.words import LIKELIHOOD_WORDS
from briefpack.checks.house_words import HouseWords
from briefpack.house.wording import Catalogue
from briefpack.problems import Problem

#: A word, or a sign at which a negation ends.
_PIECE = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*|[.,;:!?()\u2013\u2014\u060c\u061b\u061f]")
#: Vowel signs of Arabic, which writers set or leave out, and the stroke that lengthens a word.
_VOWELS = re.compile("[\u064b-\u065f\u0670\u0640]")
#: How many words may stand between a negation and the likelihood that it turns: `not at all likely`.
_BETWEEN = 2
#: What a text may mean that denies one band: the bands that it then says, and those that it leaves open besides.
_DENIED: tuple[tuple[frozenset[int], frozenset[int]], ...] = (
    (frozenset({1, 2}), frozenset({3})),
    (frozenset({2, 3}), frozenset({4, 5, 6})),
    (frozenset({3, 4}), frozenset({5, 6})),
    (frozenset({2}), frozenset({0, 1, 4, 5, 6})),
    (frozenset({1, 2}), frozenset({0, 3})),
    (frozenset({1, 2}), frozenset({0, 3, 4})),
    (frozenset(), frozenset(range(6))),
)
_DOUBLED = "the text and 'likelihood' both say how likely this is ({where}): remove these words from the text"
_OTHERWISE = (
    "the text and 'likelihood' disagree on how likely this is ({where}): remove these words from the text, and "
    "write what is meant as 'likelihood'"
)

Words = tuple[str, ...]
Bands = frozenset[int]


@dataclass(frozen=True)
class Vocabulary:
    """What texts of a language say for each band of likelihood, lowest 0, or for several; and what denies them.

    A phrase of no band only looks as if it said how likely something is.
    """

    phrases: Mapping[Words, Bands]
    negations: frozenset[Words]

    def said_in(self, text: str) -> Iterator[tuple[Bands, Bands, str]]:
        """Return for each likelihood that a text names the bands said, those left open, and which words say so."""
        denials: list[int] = []
        at = 0
        for words in clauses(text):
            for start, phrase in phrases_in(words, self.phrases.keys() | self.negations):
                where = f"word {at + start + 1}"
                where = where if len(phrase) == 1 else f"words {at + start + 1} to {at + start + len(phrase)}"
                if phrase in self.negations:
                    denials.append(start + len(phrase))
                elif bands := self.phrases[phrase]:
                    near = [end for end in denials if start - end <= _BETWEEN]
                    yield (*(_denied(bands) if len(near) % 2 else (bands, frozenset[int]())), where)
                    denials.clear()
            at += len(words)
            denials.clear()


def phrases_in(words: Words, known: Collection[Words]) -> Iterator[tuple[int, Words]]:
    """Return each phrase that is known, the longest first, with where it begins."""
    longest = max(map(len, known), default=0)
    at = 0
    while at < len(words):
        lengths = range(min(longest, len(words) - at), 0, -1)
        length = next((one for one in lengths if words[at : at + one] in known), 0)
        if length:
            yield at, words[at : at + length]
        at += length or 1


def _denied(bands: Bands) -> tuple[Bands, Bands]:
    said = frozenset[int]().union(*(_DENIED[band][0] for band in bands)) - bands
    left_open = frozenset[int]().union(*(_DENIED[band][1] for band in bands)) - bands - said
    return said, left_open


def vocabulary(catalogue: Catalogue) -> Vocabulary:
    """Return what the texts of a language say of likelihood: the words of every scale, and what the wording adds."""
    phrases: dict[Words, Bands] = {words: frozenset() for words in _listed(catalogue, "nothing")}
    for scale in LIKELIHOOD_WORDS.values():
        for band, word in enumerate(scale):
            for words in (as_words(catalogue.say(f"words.{word}")), *_listed(catalogue, word)):
                phrases[words] = phrases.get(words, frozenset()) | {band}
    return Vocabulary(phrases, frozenset(_listed(catalogue, "not")))


def _listed(catalogue: Catalogue, name: str) -> Iterator[Words]:
    key = f"likelihood.said.{name}"
    yield from (as_words(text) for text in (catalogue.say(key).split(",") if catalogue.has(key) else ()))


def problems(case: Case, house: HouseWords) -> Iterator[Problem]:
    """Return a warning for each text that says itself, as it is marked or otherwise, how likely it is."""
    for printed in house.printed:
        yield from _problems(case, printed.catalogue)


def _problems(case: Case, catalogue: Catalogue) -> Iterator[Problem]:
    scale, known = case.content.case.likelihood_scale, vocabulary(catalogue)
    for path, about in case.annotations.items():
        if scale is None or about.likelihood not in LIKELIHOOD_WORDS[scale]:
            continue
        band = LIKELIHOOD_WORDS[scale].index(about.likelihood)
        for text in texts_of(case.value(path)):
            for said, left_open, where in known.said_in(text):
                if band not in left_open:
                    message = _DOUBLED if band in said else _OTHERWISE
                    yield Problem(case.place(path), message.format(where=where), "warning")


def as_words(text: str) -> Words:
    """Return the words of a text."""
    return tuple(word for words in clauses(text) for word in words)


def clauses(text: str) -> list[Words]:
    """Return the words of a text between its signs."""
    clauses: list[list[str]] = [[]]
    for piece in _PIECE.findall(_VOWELS.sub("", text.casefold())):
        if piece[0].isalnum():
            clauses[-1].append(piece.replace("\u2019", "'"))
        else:
            clauses.append([])
    return [tuple(words) for words in clauses]


def texts_of(value: object) -> Iterator[str]:
    """Return the texts that a likelihood is said of: the value, those of a list, or what an item is called."""
    if isinstance(value, Item):
        value = getattr(value, value.headline or "", None)
    yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, str))
