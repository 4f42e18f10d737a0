"""Likelihood words: what each means, and how a sentence begins that is so likely."""

from __future__ import annotations

from briefpack.case.words import LIKELIHOOD_WORDS
from briefpack.disclosure.view import View
from briefpack.house.wording import Catalogue
from briefpack.text.capitals import small


def likelihood_words(view: View, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the words of the case's scale of likelihood with their meanings, lowest first, if the view uses one."""
    scale = view.root.case.likelihood_scale
    if not scale or not any(leaf.about.likelihood for leaf in view.leaves):
        return ()
    return tuple(
        catalogue.say(
            "likelihood.word",
            word=catalogue.word("likelihood", word),
            range=catalogue.say(f"likelihood.{scale.value}.{word}"),
        )
        for word in LIKELIHOOD_WORDS[scale.value]
    )


def claimed(sentence: str, likelihood: str, catalogue: Catalogue) -> str:
    """Return a sentence as what is likely; it loses its capital where its first word is surely no name."""
    first, space, rest = sentence.partition(" ")
    first_small = small(first, catalogue.locale.language)
    if first_small in catalogue.say("likelihood.first_words").split(", "):
        return catalogue.say(f"likelihood.that.{likelihood}", claim=first_small + space + rest)
    return _led_by(likelihood, sentence, catalogue)


def claim_leads(catalogue: Catalogue) -> frozenset[str]:
    """Return each word of likelihood as it stands before a sentence that keeps its capital, with its colon."""
    words = {word for scale in LIKELIHOOD_WORDS.values() for word in scale}
    return frozenset(_led_by(word, "", catalogue).strip() for word in words)


def _led_by(likelihood: str, sentence: str, catalogue: Catalogue) -> str:
    word = catalogue.word("likelihood", likelihood)
    return catalogue.capital(catalogue.say("evidence.likelihood_of_claim", word=word, claim=sentence))
