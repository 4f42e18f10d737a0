"""The tables of checks are the one door: every check stands in one, each is run, and the registry stays with people."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest
from tests.building import LEAST, complaints

import briefpack.checks
from briefpack import checks
from briefpack.case.registry import Person, Registry
from briefpack.problems import Place, Problem

TABLES = ("CASE_CHECKS", "HOUSE_CHECKS", "VIEW_CHECKS", "PEOPLE_CHECKS", "PEOPLE_IN_HOUSE_CHECKS")
OF_PEOPLE = ("PEOPLE_CHECKS", "PEOPLE_IN_HOUSE_CHECKS")
#: What checks are given, and checks that are asked for by name: `check --sources`, and packs released before.
BESIDE = {"audiences", "house_words", "registered", "uncited", "versions"}
CASE = f"{LEAST}date_of_information: 2024-03-01\nactors: [{{id: lead, name: Lead, alias: heron}}]\n"
REGISTRY = "people:\n  heron: {name: Tamsel Orrelby, affiliations: [The Third Watch]}\n"


def test_every_module_of_the_room_is_in_a_table() -> None:
    """A module that no table names would be run by nobody."""
    tabled = {check.__module__.rpartition(".")[2] for name in TABLES for check in getattr(checks, name).values()}
    modules = {path.stem for path in Path(briefpack.checks.__file__).parent.glob("*.py")} - {"__init__"}
    assert modules - tabled == BESIDE
    assert tabled <= modules


def test_every_table_of_the_room_is_tried_here() -> None:
    """A table more is one that somebody must run."""
    assert {name for name in vars(checks) if name.endswith("_CHECKS")} == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_one_line_in_a_table_is_enough_for_a_check_to_be_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    """What it finds is told with all else, and only a check of people was given anything of the registry."""
    given: list[Any] = []

    def planted(*arguments: Any) -> Iterator[Problem]:
        given.extend(arguments)
        yield Problem(Place("planted.yaml"), "planted", "warning")

    monkeypatch.setattr(checks, table, {**getattr(checks, table), "planted": planted})
    assert "planted.yaml:1:1: warning: planted" in complaints(tmp_path, CASE, registry=REGISTRY)
    assert _holds_people(given) is (table in OF_PEOPLE)


def _holds_people(given: list[Any]) -> bool:
    """Return whether a registry or a person of one can be reached from some objects."""
    seen: set[int] = set()
    left = list(given)
    while left:
        one = left.pop()
        if isinstance(one, Registry | Person):
            return True
        if id(one) not in seen and not isinstance(one, type | ModuleType):
            seen.add(id(one))
            left += (one.__closure__ or ()) if isinstance(one, FunctionType) else gc.get_referents(one)
    return False
