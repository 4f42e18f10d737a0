"""Likelihood words: what each means, and how a sentence begins that is so likely.

In a language for which nobody published such words they are printed in their own, each with its range behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.case.words import LIKELIHOOD_WORDS, LikelihoodScale
from briefpack.disclosure.view import View
from briefpack.house.wording import Catalogue
from briefpack.text.capitals import small


def likelihood_words(view: View, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the words of the case's scale of likelihood with their meanings, lowest first, if the view uses one."""
    scale = scale_of(view)
    if not scale or not any(leaf.about.likelihood for leaf in view.leaves):
        return ()
    return tuple(LikelihoodWords(catalogue, scale).with_range(word) for word in LIKELIHOOD_WORDS[scale])


def scale_of(view: View) -> LikelihoodScale | None:
    """Return the scale of likelihood of a case, if its reader sees one."""
    scale = view.root.case.likelihood_scale
    return scale.value if scale else None


@dataclass(frozen=True)
class LikelihoodWords:
    """Prints the words of a scale of likelihood in the language of a pack."""

    catalogue: Catalogue
    scale: LikelihoodScale | None = None

    def with_range(self, word: str) -> str:
        """Return a word of likelihood with its range behind it."""
        stated = self.catalogue.say(f"likelihood.{self.scale}.{word}")
        return self.catalogue.say("likelihood.word", word=self.catalogue.word("likelihood", word), range=stated)

    def of(self, word: str) -> str:
        """Return a word of likelihood, with its range where it is of another language than the pack."""
        is_range_due = self.scale is not None and self._is_foreign
        return self.with_range(word) if is_range_due else self.catalogue.word("likelihood", word)

    def claimed(self, sentence: str, word: str) -> str:
        """Return a sentence as what is likely; it loses its capital where its first word is surely no name."""
        first, space, rest = sentence.partition(" ")
        first_small = small(first, self.catalogue.locale.language)
        if not self._is_foreign and first_small in self.catalogue.say("likelihood.first_words").split(", "):
            key = "likelihood.that_chance" if word.endswith("_chance") else "likelihood.that"
            # A step of a scale that has two names goes by its first in a sentence: "likely or probable" reads badly.
            return self.catalogue.say(key, word=self.of(word.partition("_or_")[0]), claim=first_small + space + rest)
        return self._led_by(word, sentence)

    def leads(self) -> frozenset[str]:
        """Return each word as it stands before a sentence that keeps its capital, with its colon."""
        scales = [self.scale] if self.scale else LIKELIHOOD_WORDS
        return frozenset(self._led_by(word, "").strip() for scale in scales for word in LIKELIHOOD_WORDS[scale])

    @property
    def _is_foreign(self) -> bool:
        return self.catalogue.locale.language != self.catalogue.say("likelihood.language")

    def _led_by(self, word: str, sentence: str) -> str:
        said = self.catalogue.say("evidence.likelihood_of_claim", word=self.of(word), claim=sentence)
        return self.catalogue.capital(said)
