"""Aliases: whoever stands for a person of the sealed registry is never called an office."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, complaints

from briefpack.case.words import BODIES

REGISTRY = "people:\n  heron: {name: Tamsel Orrelby}\n"


def _complaints(tmp_path: Path, actor: str) -> list[str]:
    case = f"{LEAST}date_of_information: 2024-03-01\nactors: [{{id: lead, name: Lead, {actor}}}]\n"
    return [one for one in complaints(tmp_path, case, registry=REGISTRY) if "an alias stands for a person" in one]


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_an_actor_with_an_alias_may_not_be_an_office(tmp_path: Path, kind: str) -> None:
    """Findings, reports and the case register name offices; the message repeats neither alias nor name."""
    (told,) = _complaints(tmp_path, f"kind: {kind}, alias: heron")
    assert "case.yaml:" in told
    assert ": error: " in told
    assert not {"heron", "Tamsel", "Orrelby", "Lead"} & set(told.replace(",", " ").split())


@pytest.mark.parametrize("actor", ["kind: individual, alias: heron", "kind: team, alias: heron", "alias: heron"])
def test_a_person_may_have_an_alias(tmp_path: Path, actor: str) -> None:
    """So may who is of no kind that is told."""
    assert _complaints(tmp_path, actor) == []


def test_an_office_without_an_alias_is_none_of_these(tmp_path: Path) -> None:
    """Offices are there to be named."""
    assert _complaints(tmp_path, "kind: government") == []
