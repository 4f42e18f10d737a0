"""Once: what is worked out of a case or a view is worked out once, and goes when that goes."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from tests.building import INPUTS, read_case

from briefpack.case.content import Case
from briefpack.case.once import once
from briefpack.disclosure.closed import closed
from briefpack.disclosure.mentions import named_actors, unmentioned
from briefpack.disclosure.select import select
from briefpack.disclosure.traces import traces
from briefpack.disclosure.view import View
from briefpack.disclosure.withheld import held, texts, withheld
from briefpack.reading.readings import walk_all

OF_VIEWS: tuple[Callable[[View], Any], ...] = (
    held,
    texts,
    traces,
    unmentioned,
    named_actors,
    lambda view: view.items,
    lambda view: view.leaves,
    lambda view: view.places,
    lambda view: view.said,
)
OF_CASES: tuple[Callable[[Case], Any], ...] = (
    walk_all,
    lambda case: closed(case, "track-i"),
    lambda case: case.every_value,
    lambda case: case.every_item,
)


class Thing:
    """Something that answers can be kept for."""


def test_an_answer_is_worked_out_once_for_each_thing_and_for_each_other_argument() -> None:
    """Two things are two questions, however alike; so are two other arguments, named or not."""
    asked: list[object] = []

    @once
    def answer(thing: Thing, other: str = "", *, named: int = 0) -> list[object]:
        asked.append((thing, other, named))
        return []

    one, two = Thing(), Thing()
    assert answer(one) is answer(one)
    assert answer(one, "a") is answer(one, "a") is not answer(one)
    assert answer(one, named=1) is not answer(one, named=2)
    assert answer(two) is not answer(one)
    assert len(asked) == 5


@pytest.mark.parametrize("number", range(len(OF_VIEWS)))
def test_a_view_is_walked_once_for_each_question(number: int) -> None:
    """Whoever asks a view a second time gets what was found the first time; another view is walked by itself."""
    case, ask = read_case(INPUTS / "harbour-talks")[0], OF_VIEWS[number]
    view, other = select(case, "track-i"), select(case, "track-ii")
    assert ask(view) is ask(view)
    assert ask(other) is not ask(view)


@pytest.mark.parametrize("number", range(len(OF_CASES)))
def test_a_case_is_walked_once_for_each_question(number: int) -> None:
    """Whoever asks a case a second time gets what was found the first time."""
    case, ask = read_case(INPUTS / "harbour-talks")[0], OF_CASES[number]
    assert ask(case)
    assert ask(case) is ask(case)


def test_nothing_that_is_kept_outlives_its_case() -> None:
    """With the last that holds a case and its views goes all that was worked out of them."""
    case = read_case(INPUTS / "harbour-talks")[0]
    views = [select(case, audience) for audience in ("track-i", "track-ii")]
    for ask in OF_CASES:
        ask(case)
    for view in views:
        withheld(case, view)
        for of_view in OF_VIEWS:
            of_view(view)
    left = [weakref.ref(case), *map(weakref.ref, views)]
    del case, views, view
    gc.collect()
    assert [one() for one in left] == [None, None, None]
