"""Likelihood words: the words that a case uses for how likely something is, with what each means."""

from __future__ import annotations

from briefpack.case.words import LIKELIHOOD_WORDS
from briefpack.disclosure.view import View
from briefpack.house.wording import Catalogue


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
