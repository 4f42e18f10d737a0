"""What is handed on within a job: each thing is read once, and what makes packs is given nothing of the registry."""

from __future__ import annotations

import functools
import gc
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from tests.building import INPUTS, PACKS, TEMPLATES, make_packs

from briefpack.case.content import Case
from briefpack.case.registry import OpenedRegistry, OrdinaryIn, Person, PersonalConsent, Registry, Sealed
from briefpack.disclosure import views
from briefpack.packs import house_styles, intake, making, packing
from briefpack.packs.orders import Order

ORDER = Order(INPUTS / "harbour-talks", TEMPLATES, "default", PACKS, ("en",))
OF_PEOPLE = (OpenedRegistry, Registry, Sealed, Person, PersonalConsent, OrdinaryIn)
#: What makes a pack, where it is called.
MAKERS = ((making, "computed_of"), (making, "draw"), (making, "render"), (house_styles, "typeset"))


def _reached(things: list[Any]) -> Iterator[Any]:
    """Return all that can be reached from some things, but through modules, classes and the globals of functions."""
    met: set[int] = set()
    while things:
        thing = things.pop()
        if id(thing) in met or isinstance(thing, ModuleType | type | FrameType):
            continue
        met.add(id(thing))
        yield thing
        if isinstance(thing, FunctionType):
            things += [cell.cell_contents for cell in thing.__closure__ or ()]
            things += [thing.__defaults__, thing.__kwdefaults__]
        else:
            things += gc.get_referents(thing)


def _handed(monkeypatch: pytest.MonkeyPatch, make: Callable[[], object]) -> tuple[Counter[str], list[Any]]:
    """Return how often each maker was called while packs were made, and all that could be reached from what it got."""
    calls, handed = Counter[str](), list[Any]()
    for module, name in MAKERS:
        own = getattr(module, name)

        @functools.wraps(own)
        def noted(*given: Any, own: Any = own, name: str = name, **named: Any) -> Any:
            calls[name] += 1
            handed.extend(_reached([*given, *named.values()]))
            return own(*given, **named)

        monkeypatch.setattr(module, name, noted)
    make()
    return calls, handed


def test_what_makes_packs_is_handed_nothing_of_the_registry_and_no_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """From what coverage, draw, render and typeset get, nothing leads to a person, or past a view to its whole case."""
    calls, handed = _handed(monkeypatch, lambda: make_packs(ORDER))
    # Each pack of this case has a brief and a record form beside it.
    assert calls == {"computed_of": 2, "draw": 2, "render": 6, "typeset": 6}
    assert len(handed) > 10_000
    assert {type(thing) for thing in handed if isinstance(thing, (*OF_PEOPLE, Case))} == set()


def test_the_walk_finds_a_registry_in_a_closure_within_what_is_handed_on() -> None:
    """Were a registry within reach of a house style, it would be found."""
    registry = Registry.model_validate({"people": {"heron": {"name": "Tamsel Orrelby"}}})
    assert registry in [one for one in _reached([{"house": (lambda: registry,)}]) if isinstance(one, Registry)]


def test_the_registry_is_gone_while_packs_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is made while the people of the case are known to the process: they are read again for the gate."""
    opened, alive = list[weakref.ref[Any]](), list[tuple[int, int]]()
    open_registry, make = packing.open_registry, packing.make

    def opening(folder: Path) -> OpenedRegistry:
        found = open_registry(folder)
        opened.extend(map(weakref.ref, (found, found.registry)))
        return found

    def making_one(*given: Any) -> Any:
        gc.collect()
        alive.append((len(opened), sum(one() is not None for one in opened)))
        return make(*given)

    monkeypatch.setattr(packing, "open_registry", opening)
    monkeypatch.setattr(packing, "make", making_one)
    assert make_packs(ORDER)
    assert alive == [(2, 0)] * len(PACKS)
    assert len(opened) == 4


#: What a job reads, where it is called, and how often it may be for one case and one house style.
READ_ONCE = (
    (packing, "take_in", 1),
    (intake, "read_documents", 1),
    (intake, "check", 1),
    (packing, "house_styles", 1),
    (house_styles, "read_house_style", 1),
    (house_styles, "read_wording", 1),
    (views, "select", len(PACKS) + 1),
    (packing, "open_registry", 2),
)


def test_a_job_reads_a_case_and_its_house_style_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In a build over released packs, each view is selected once; the registry alone is opened again for the gate."""
    counted = Counter[str]()
    for module, name, _ in READ_ONCE:
        own = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *a, own=own, name=name, **k: (counted.update([name]), own(*a, **k))[1])
    outputs = tmp_path / "outputs"
    for _ in range(2):
        counted.clear()
        files = packing.packed(ORDER, outputs / "default" / "harbour-talks", outputs, lambda _: None)
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    assert counted == {name: times for _, name, times in READ_ONCE}


def test_what_a_house_style_has_in_every_language_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A job in three languages takes in the Word template of its organisation once, and compiles its templates once."""
    counted = Counter[str]()
    for name in ("read_word_style", "faults_of_style", "Compiled"):
        own = getattr(house_styles, name)
        monkeypatch.setattr(house_styles, name, lambda *a, own=own, name=name: (counted.update([name]), own(*a))[1])
    order = Order(INPUTS / "harbour-talks", TEMPLATES, "deux-rives", PACKS, ("en", "fr", "ar"))
    houses, misfits = house_styles.house_styles(order)
    assert [house.catalogue.language for house in houses] == ["en", "fr", "ar"]
    assert not misfits
    assert counted == {"read_word_style": 1, "faults_of_style": 1, "Compiled": 1}
