"""Guesses: whoever writes a house style and reads the logs of its builds learns one yes or no a build."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.building import INPUTS, PACKS, own_templates, tell

from briefpack.packing import packed
from briefpack.pipeline import Order
from briefpack.problems import Problem, Refusal

CASE = INPUTS / "harbour-talks"
#: Surnames that nobody in the case bears.
FREE = [f"{begins}{ends}" for begins in ("Vask", "Ulmer", "Pirn", "Quell", "Zorb") for ends in ("in", "ova", "ey")]
SURNAMES = [
    person["name"].split()[-1]
    for person in yaml.safe_load((CASE / "registry.yaml").read_text("utf-8"))["people"].values()
][:5]


def logged(parent: Path, files: dict[str, str]) -> list[str]:
    """Give what a build with a house style logs of the case."""
    told: list[Problem] = []
    order = Order(CASE, own_templates(parent, files), "ours", PACKS, ("en",))
    try:
        packed(order, parent / "packs", parent / "outputs", told.extend)
    except Refusal as refusal:
        told += refusal.problems
    return [str(problem) for problem in told]


def guesses(names: list[str]) -> dict[str, dict[str, str]]:
    """Give house styles that guess with these names, in template lines and in the wording."""
    return {
        "lines": {"parts/cover.md.j2": "# Cover\n\n" + "\n\n".join(names) + "\n"},
        "wording": {"wording/en.yaml": yaml.safe_dump({"cover": {"date": "; ".join(names)}})},
    }


@pytest.mark.parametrize("way", ["lines", "wording"])
def test_twenty_guesses_of_a_house_style_get_one_answer(tmp_path: Path, way: str) -> None:
    """One line a pack, or a case, which is the same whichever of the names is right, and says no line of anything."""
    names = [*FREE, *SURNAMES]
    usual = logged(tmp_path / "usual", {})
    many, one = (
        [line for line in logged(tmp_path / str(len(some)), guesses(some)[way]) if line not in usual]
        for some in (names[::-1], [SURNAMES[-1], *FREE])
    )
    assert len(SURNAMES) == 5
    assert many == one
    assert len(many) == (len(PACKS) if way == "lines" else 1)
    assert all(":1:1: error: " in line and not any(surname in line for surname in names) for line in many)


@pytest.mark.parametrize("pattern", ["[A-Z][a-z]+", "[Hh]arbour", "ferr[a-z]+|[Pp]ilots"])
def test_a_pattern_of_names_gets_one_answer(tmp_path: Path, pattern: str) -> None:
    """A build does not say in which texts, closed ones among them, a pattern finds something; a check does."""
    files = {"organisation.yaml": f"name: Ours\nname_pattern: '{pattern}'\n"}
    usual = logged(tmp_path / "usual", {})
    said = [line for line in logged(tmp_path / "ours", files) if line not in usual]
    assert len(said) == 1
    assert said[0].startswith(f"{CASE}:1:1: error: the words or the name_pattern of a house style meet what")


def test_a_check_says_where_a_pattern_finds_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who checks has the case."""
    library = own_templates(tmp_path, {"organisation.yaml": "name: Ours\nname_pattern: '[Hh]arbour'\n"})
    told = tell(capsys, "check", CASE, "--organisation", "ours", "--templates", library).problems
    assert len([line for line in told if "name_pattern" in line and not line.startswith(f"{CASE}:1:1")]) > 2
