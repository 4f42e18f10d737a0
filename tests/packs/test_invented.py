"""Invented: no build releases a real case under the name of an organisation that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, PACKS, TEMPLATES, tell, write_case

from briefpack.handbook import Audience
from briefpack.packs.orders import Order
from briefpack.packs.packing import packed
from briefpack.problems import Problem, Refusal

INVENTED = "handling: {mark: confidential, invented: true}\n"


def _packed(case: Path, organisation: str, outputs: Path | None, audiences: tuple[Audience, ...] = PACKS) -> set[str]:
    """Return the names of the packs that are made, in a build where there are outputs."""
    files = packed(Order(case, TEMPLATES, organisation, audiences, ("en",)), None, outputs, lambda _: None)
    return {path.name for path in files if path.suffix == ".docx"}


def _refused(case: Path, outputs: Path) -> list[Problem]:
    with pytest.raises(Refusal) as refusal:
        _packed(case, "riverside-institute", outputs)
    return list(refusal.value.problems)


@pytest.mark.parametrize("said", ["", "handling: {mark: confidential}\n", INVENTED.replace("true", "false")])
def test_a_real_case_is_not_released_by_an_invented_organisation(tmp_path: Path, said: str) -> None:
    """The place is that of the handling, where it could be said that nothing in the case is real."""
    case = write_case(tmp_path, case=LEAST + said)
    (problem,) = _refused(case, tmp_path / "outputs")
    assert problem.severity == "error"
    assert problem.place.file == str(case / "case.yaml")
    assert "the organisation 'riverside-institute' is invented, and no real case is released" in problem.message


def test_an_invented_case_is(tmp_path: Path) -> None:
    """It says so itself, which no reader is told as a value."""
    case = write_case(tmp_path, case=LEAST + INVENTED)
    assert len(_packed(case, "riverside-institute", tmp_path / "outputs")) == len(PACKS)


def test_any_other_organisation_releases_a_real_case(tmp_path: Path) -> None:
    """One that is not said to be invented is taken to exist."""
    assert len(_packed(write_case(tmp_path, case=LEAST), "default", tmp_path / "outputs")) == len(PACKS)


def test_a_pack_that_is_not_released_can_be_tried_in_every_house_style(tmp_path: Path) -> None:
    """Whoever looks for a house style to copy sees their own case in it."""
    assert len(_packed(write_case(tmp_path, case=LEAST), "riverside-institute", None)) == len(PACKS)


@pytest.mark.parametrize("command", ["pack", "report"])
def test_no_command_gives_the_name_of_an_invented_organisation_to_a_real_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """Nobody could tell such a file from one that was released; a check says so before."""
    case, out = write_case(tmp_path, case=LEAST), tmp_path / "out"
    house = ("--organisation", "riverside-institute", "--templates", TEMPLATES)
    told = tell(capsys, command, case, "--into", out, *house)
    assert told.status == 1
    assert "is invented, and no real case is released under its name" in told.err
    assert not out.exists()
    assert "is invented, and no real case is released" in tell(capsys, "check", case, *house).err
