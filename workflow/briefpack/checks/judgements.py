"""Judgements: likelihood words come from the one declared scale (ICD 203 or the PHIA yardstick), and need a text."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.case.content import ABOUT, Case
from briefpack.case.words import LIKELIHOOD_WORDS
from briefpack.problems import Problem
from briefpack.text.near_miss import near_miss


def problems(case: Case) -> Iterator[Problem]:
    """Return each likelihood word that the case's scale does not have."""
    scale = case.content.case.likelihood_scale
    for path, annotation in case.annotations.items():
        word = annotation.likelihood
        if word is None:
            continue
        place = case.place((*path, ABOUT, "likelihood"))
        if scale is None and not case.is_whole:
            continue
        if scale is None:
            yield Problem(place, "a likelihood needs a scale: add 'likelihood_scale: icd_203' or 'phia' to case.yaml")
        elif word not in LIKELIHOOD_WORDS[scale]:
            words = ", ".join(LIKELIHOOD_WORDS[scale])
            yield Problem(place, f"not a word of the scale {scale}{near_miss(word, LIKELIHOOD_WORDS[scale])}: {words}")
