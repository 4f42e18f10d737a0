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
