"""Likelihoods: words by which a text itself says how likely it is, beside the word of the scale that is marked at it.

Source: ICD 203 and the PHIA yardstick, whose words stand one above the other in seven bands. What else texts say for
each band is the wording's to list, under `likelihood.said`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefpack.case.content import Case
from briefpack.case.fields import Item
from briefpack.case.wording import Catalogue
from briefpack.case.words import LIKELIHOOD_WORDS
from briefpack.problems import Problem

_WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
#: How many words may stand between a negation and the likelihood that it turns: `not at all likely`.
_BETWEEN = 2
_DOUBLED = "the text says itself how likely this is ({where}), and so does 'likelihood': take the words out of the text"
_OTHERWISE = (
    "the text says otherwise than 'likelihood' how likely this is ({where}): take the words out of the text, and mark "
    "what is meant"
)

Words = tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """What texts of a language say for each band of likelihood, lowest 0; and what turns it into something else."""

    bands: Mapping[Words, int]
    negations: frozenset[str]

    def said_in(self, text: str) -> Iterator[tuple[int | None, str]]:
        """Give each band that a text names, or none where it is negated, and which words of the text do so."""
        words = _words(text)
        longest = max(map(len, self.bands), default=0)
        at = 0
        while at < len(words):
            lengths = range(min(longest, len(words) - at), 0, -1)
            length = next((one for one in lengths if words[at : at + one] in self.bands), 0)
            if length:
                is_turned = self.negations & set(words[max(0, at - _BETWEEN - 1) : at])
                where = f"word {at + 1}" if length == 1 else f"words {at + 1} to {at + length}"
                yield (None if is_turned else self.bands[words[at : at + length]]), where
            at += length or 1


def vocabulary(catalogue: Catalogue) -> Vocabulary:
    """Give what the texts of a language say of likelihood: the words of every scale, and what the wording adds."""
    bands: dict[Words, int] = {}
    for words in LIKELIHOOD_WORDS.values():
        for band, word in enumerate(words):
            key = f"likelihood.said.{word}"
            also = catalogue.say(key).split(",") if catalogue.has(key) else []
            bands |= {_words(text): band for text in (catalogue.say(f"words.{word}"), *also)}
    return Vocabulary(bands, frozenset(_words(catalogue.say("likelihood.said.not"))))


def problems(case: Case, catalogue: Catalogue) -> Iterator[Problem]:
    """Give a warning for each text that says itself, as it is marked or otherwise, how likely it is."""
    scale, known = case.content.case.likelihood_scale, vocabulary(catalogue)
    for path, about in case.annotations.items():
        if scale is None or about.likelihood not in LIKELIHOOD_WORDS[scale]:
            continue
        band = LIKELIHOOD_WORDS[scale].index(about.likelihood)
        for text in _texts(case.value(path)):
            for said, where in known.said_in(text):
                message = _DOUBLED if said == band else _OTHERWISE
                yield Problem(case.place(path), message.format(where=where), "warning")


def _words(text: str) -> Words:
    return tuple(word.replace("\u2019", "'") for word in _WORD.findall(text.casefold()))


def _texts(value: object) -> Iterator[str]:
    """Give the texts that a likelihood is said of: the value, those of a list, or what an item is called."""
    if isinstance(value, Item):
        value = getattr(value, value.headline or "", None)
    yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, str))
