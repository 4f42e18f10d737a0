"""Protected words: placed anywhere the model allows, however they are spelt, they are in no wrong pack."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar
from unittest.mock import patch

import pytest
from hypothesis import assume, given, seed, settings
from hypothesis import strategies as some
from tests.building import PACKS, case_from
from tests.noninterference.drawing import cases
from tests.noninterference.kinds import nonce
from tests.noninterference.planting import open_texts, planted, retyped, typed
from tests.noninterference.releasing import Files, Unsound, case_of, released, ungated
from tests.noninterference.spellings import SPELLINGS, found
from tests.noninterference.tree import Given
from tests.profiles import by_profile, examples

from briefpack.case.content import Case
from briefpack.case.registry import OpenedRegistry, Registry
from briefpack.handbook import Audience
from briefpack.packs import packing

pytestmark = pytest.mark.drawn

Drawn = TypeVar("Drawn")

_EXAMPLES = by_profile(60, 1_000, 20_000)
#: Of the packs that somebody types a protected text into, so many are released at least.
_RELEASED = by_profile(1, 5, 5)
#: The cases are drawn in so many processes, each its own.
_PROCESSES = 2


def test_no_protected_word_is_found_in_a_wrong_pack() -> None:
    """A case is drawn with protected words wherever it withholds something; no part of the pack holds one."""
    with ProcessPoolExecutor(_PROCESSES, multiprocessing.get_context("fork")) as pool:
        searched = list(pool.map(searched_packs, range(_PROCESSES), [_EXAMPLES // _PROCESSES] * _PROCESSES))
    assert sum(searched) >= _EXAMPLES


def searched_packs(first: int, count: int) -> int:
    """Try the property on so many packs, drawn from a seed; give how many were searched."""
    tried: Counter[bool] = Counter()

    @seed(first)
    @settings(examples(count, count, count), derandomize=False)
    @given(some.sampled_from(PACKS).flatmap(lambda one: some.tuples(some.just(one), planted(one))))
    def holds(drawn: tuple[Audience, tuple[Given, frozenset[str]]]) -> None:
        audience, (case, words) = drawn
        kept = is_kept(case, audience, words)
        tried[kept] += 1
        assume(kept)

    holds()
    return tried[True]


def is_kept(
    case: Given, audience: Audience, words: frozenset[str], pack: Callable[[Case, Audience], Files | None] = ungated
) -> bool:
    """Return whether there was a pack to search and a word to look for; raise AssertionError where one was found.

    The pack is searched as it comes to the gate, lest the gate's refusals hide what got so far.
    """
    try:
        files = pack(case_of(case), audience)
    except Unsound:
        return False
    if files is None or not words:
        return False
    places = found(files, words)
    assert places == [], f"{audience} can read a protected word in {places}"
    return True


def test_no_protected_text_gets_out_by_being_typed_again() -> None:
    """Somebody types a withheld text again where the reader sees it: the pack does not print that, or is refused."""
    drawn = some.sampled_from(PACKS).flatmap(lambda one: some.tuples(some.just(one), retyped(one)))
    assert released_in(drawn, is_typed_again) >= _RELEASED


def is_typed_again(drawn: tuple[Audience, tuple[Given, frozenset[str]]]) -> bool:
    """Return whether the pack of a case was released that holds a withheld text once more."""
    audience, (case, words) = drawn
    assume(words)
    return is_kept(case, audience, words, released)


def test_no_name_of_the_registry_gets_out_of_an_open_text() -> None:
    """A name of two words, in whatever spelling, is in no pack that is released."""
    drawn = some.tuples(some.sampled_from(PACKS), cases(frozenset()), some.data())
    assert released_in(drawn, is_named) >= _RELEASED


def is_named(drawn: tuple[Audience, Given, some.DataObject]) -> bool:
    """Return whether the pack of a case was released in which a registered name is typed into an open text."""
    audience, case, data = drawn
    name = f"{nonce(90_001)} {nonce(90_002)}"
    places = open_texts(case, audience)
    assume(places)
    place = data.draw(some.sampled_from(places))
    place.value = f"{place.value} with {typed(data.draw, name)} there"
    registry = Registry.model_validate({"people": {"heron": {"name": name}}})
    with patch.object(packing, "open_registry", lambda _: OpenedRegistry(registry)):
        return is_kept(case, audience, frozenset(name.split()), released)


def released_in(drawn: some.SearchStrategy[Drawn], holds: Callable[[Drawn], bool]) -> int:
    """Try a property on so many draws; give how many packs were released, since of those refused it says nothing."""
    tried: Counter[bool] = Counter()

    @examples(few=40, many=200, long=2_000)
    @given(drawn)
    def each(one: Drawn) -> None:
        tried[holds(one)] += 1

    each()
    return tried[True]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_search_finds_a_word_that_is_there(spelling: str) -> None:
    """However a word is spelt, it is found in the Markdown and in the Word pack of a reader who may see it."""
    word = nonce(7)
    case = case_from({"case": {"id": "river-talks", "title": "River Talks", "sensitivity": "shared",
                               "summary": f"Here {SPELLINGS[spelling](word)} stands."}})  # fmt: skip
    assert case
    files = released(case, "track-i")
    assert files
    places = found(files, {word})
    assert "river-talks.track-i.en.md" in places
    assert "river-talks.track-i.en.docx: word/document.xml" in places
    assert found(files, {nonce(8)}) == []
