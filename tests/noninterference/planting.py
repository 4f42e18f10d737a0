"""Planting: a drawn case whose withheld texts are protected words in hostile spellings."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as some
from tests.noninterference.drawing import cases
from tests.noninterference.kinds import kind_of
from tests.noninterference.mutating import add, open_to_more
from tests.noninterference.references import mended
from tests.noninterference.secrets import secrets
from tests.noninterference.spellings import SPELLINGS
from tests.noninterference.tree import Given

from briefpack.handbook import Audience

#: The spellings in which somebody could type a text again that the gate is to find.
TYPED = (
    "plain",
    "capitals",
    "diacritics",
    "zero width",
    "joined",
    "soft hyphens",
    "right to left",
    "full width",
    "lines",
)
#: A withheld text of so many words is looked for as a whole.
_FEWEST_WORDS = 3
_WORD = re.compile(r"\bqx[a-z]+")
_SPELLING = some.sampled_from(sorted(SPELLINGS))


@some.composite
def planted(
    draw: Callable[[some.SearchStrategy[Any]], Any], audience: Audience, dwell: frozenset[str] = frozenset()
) -> tuple[Given, frozenset[str]]:
    """Draw a case and the words in it that the audience may not see: one more withheld value, each spelt somehow."""
    case = draw(cases(dwell))
    way = draw(some.sampled_from(sorted(open_to_more(case), key=str)))
    add(draw, case.at(way[:-1]), str(way[-1]))
    mended(case)
    hidden, words = secrets(case, audience), set[str]()
    for way, given in case.below():
        if given.is_leaf and given.owner and given.shape and hidden.whole(way):
            kind = kind_of(given.owner, given.shape)
            if kind in {"text", "id"} and given.shape.name != "likelihood_scale":
                words |= set(_WORD.findall(given.value))
            if kind == "text":
                spell = SPELLINGS[draw(_SPELLING)]
                given.value = _WORD.sub(lambda match, spell=spell: spell(match.group()), given.value)
            words |= {word for one in given.said.get("other_readings", ()) for word in _WORD.findall(one["value"])}
    return case, frozenset(words)


@some.composite
def retyped(draw: Callable[[some.SearchStrategy[Any]], Any], audience: Audience) -> tuple[Given, frozenset[str]]:
    """Draw a case in which somebody typed a text again, in an open text, that the audience may not see; and its words.

    There are no words where the case has no such text, or no open one to type it into. What the case allows as a term
    may be typed anywhere.
    """
    case = draw(cases(frozenset()))
    hidden = secrets(case, audience)
    texts = [(way, given) for way, given in case.below() if _is_text(given) and hidden.whole(way)]
    every = [given for way, given in texts if "allowed_terms" not in way]
    shut = [given for given in every if len(given.value.split()) >= _FEWEST_WORDS and _WORD.match(given.value)]
    opened = open_texts(case, audience)
    if not shut or not opened:
        return case, frozenset()
    secret, place = draw(some.sampled_from(shut)).value, draw(some.sampled_from(opened))
    place.value = f"{place.value} and {typed(draw, secret)} too"
    return case, frozenset(_WORD.findall(secret))


def typed(draw: Callable[[some.SearchStrategy[Any]], Any], text: str) -> str:
    """Draw how a text is typed again: each word in a spelling of its own."""
    return " ".join(SPELLINGS[draw(some.sampled_from(TYPED))](word) for word in text.split())


def open_texts(case: Given, audience: Audience) -> list[Given]:
    """Return the texts of a case that the audience may see."""
    hidden = secrets(case, audience)
    return [given for way, given in case.below() if _is_text(given) and not hidden.whole(way)]


def _is_text(given: Given) -> bool:
    return bool(given.is_leaf and given.owner and given.shape and kind_of(given.owner, given.shape) == "text")
