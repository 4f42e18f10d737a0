"""Select keeps its promise: what is withheld is the same as what was never given, whatever it says."""

from __future__ import annotations

import copy
import functools
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest
from tests.building import PACKS, case_from, dumped, markdown_of, plain_data
from tests.domain.withheld import Path, leaves

from briefpack.case import words
from briefpack.case.content import Case
from briefpack.disclosure.select import select
from briefpack.disclosure.view import View
from briefpack.handbook import Audience

HARBOUR = plain_data("harbour-talks")
ENUMERATIONS = [get_args(value) for value in vars(words).values() if get_origin(value) is not None and get_args(value)]
IDS = ("lead_team", "official_liaison", "harbour_guard", "north_bank", "hearings", "boats", "traders_press")
IDS += (
    "envoy",
    "middle_level",
    "crew_channel",
    "berth_workshops",
    "quiet_line",
    "storm_rule",
    "joint_rota",
    "S1",
    "S3",
)

#: These say who may see something, so a change of them changes who sees it: that is what they are for.
_RULES = {"id", "key", "confidentiality", "release_to", "until", "event", "track"}


def withheld(audience: Audience) -> list[Path]:
    """Return the path of every leaf that an audience may not see and that says nothing about who may see what."""
    closed = (path for path, _, is_open in leaves(HARBOUR, audience) if not is_open)
    return [path for path in closed if not _RULES & set(path[2:]) or path[:2] == ("case", "timeline")]


def changed(path: Path, value: str | None) -> dict[str, Any]:
    """Return the case with another value at a path, or with none."""
    data = copy.deepcopy(HARBOUR)
    inner: Any = data
    steps = list(path[:-1] if path[-1] == "value" and value is None else path)
    for step in steps[:-1]:
        inner = inner[step]
    if value is None:
        del inner[steps[-1]]
    else:
        inner[steps[-1]] = value
    return data


def others(path: Path) -> Iterator[str]:
    """Return what could stand in the place of a leaf, likeliest first: a word or id of its kind, a date, any text."""
    inner: Any = HARBOUR
    for step in path:
        inner = inner[step]
    yield from (id_ for id_ in IDS if inner in IDS and id_ != inner)
    yield from (word for enumeration in ENUMERATIONS if inner in enumeration for word in enumeration if word != inner)
    yield from ("7", "0.1", "1991-01") if inner[:1].isdigit() else ()
    yield from (f"{inner} indeed", "1991-01", "true", "false")


@functools.cache
def another(path: Path) -> tuple[str, Case] | None:
    """Return another value that may stand at a path and the case with it, or None where nothing else may."""
    cases = ((value, case_from(changed(path, value))) for value in others(path))
    return next(((value, case) for value, case in cases if case is not None), None)


def viewed(data: dict[str, Any], audience: Audience) -> View | None:
    """Return the view of changed data, or None where it is no case any more."""
    case = case_from(data)
    return select(case, audience) if case else None


def original(audience: Audience) -> list[Any]:
    """Return everything that a template could ask of the shipped case."""
    view = viewed(HARBOUR, audience)
    assert view
    return dumped(view)


@pytest.mark.long
@pytest.mark.parametrize("audience", PACKS)
def test_a_withheld_value_may_say_anything(audience: Audience) -> None:
    """Another value in the place of each withheld one, in turn, leaves the reader's view as it is."""
    before, tried = original(audience), 0
    for path in withheld(audience):
        found = another(path)
        if found is not None:
            assert dumped(select(found[1], audience)) == before, path
            tried += 1
    assert tried > 120


@pytest.mark.long
@pytest.mark.parametrize("audience", PACKS)
def test_a_withheld_value_may_as_well_be_left_out(audience: Audience) -> None:
    """Each withheld value left out, in turn, leaves the reader's view as it is; a total is the one thing that knows."""
    before, tried = original(audience), 0
    for path in withheld(audience):
        if "per_party" in path:
            continue
        view = viewed(changed(path, None), audience)
        if view is not None:
            assert dumped(view) == before, path
            tried += 1
    assert tried > 70


@pytest.mark.long
@pytest.mark.parametrize("audience", PACKS)
def test_the_pack_is_the_same_byte_for_byte_whatever_is_withheld(audience: Audience) -> None:
    """With all withheld texts changed at once the Markdown pack does not change."""
    data = copy.deepcopy(HARBOUR)
    for path in withheld(audience):
        inner: Any = data
        for step in path[:-1]:
            inner = inner[step]
        found = another(path)
        inner[path[-1]] = found[0] if found else inner[path[-1]]
    before, after = viewed(HARBOUR, audience), viewed(data, audience)
    assert before
    assert after
    assert markdown_of(after) == markdown_of(before)
