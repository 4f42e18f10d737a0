"""Guesses: whoever writes a house style and reads the logs of its builds learns one yes or no a build."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.building import INPUTS, PACKS, own_templates, tell

from briefpack.packs.orders import Order
from briefpack.packs.packing import packed
from briefpack.problems import Problem, Refusal

CASE = INPUTS / "harbour-talks"
#: Surnames that nobody in the case bears.
FREE = [f"{begins}{ends}" for begins in ("Vask", "Ulmer", "Pirn", "Quell", "Zorb") for ends in ("in", "ova", "ey")]
SURNAMES = [
    person["name"].split()[-1]
    for person in yaml.safe_load((CASE / "registry.yaml").read_text("utf-8"))["people"].values()
][:5]
#: That a page is too long follows from how much the house style itself prints, and from nothing withheld.
LONG = " too long in the house style "


def logged(parent: Path, files: dict[str, str]) -> list[str]:
    """Return what a build with a house style logs of the case."""
    told: list[Problem] = []
    order = Order(CASE, own_templates(parent, files), "ours", PACKS, ("en",))
    try:
        packed(order, parent / "packs", parent / "outputs", told.extend)
    except Refusal as refusal:
        told += refusal.problems
    return [str(problem) for problem in told]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what a build with a house style that guesses nothing logs of the case."""
    return logged(tmp_path_factory.mktemp("usual"), {})


def guesses(names: list[str]) -> dict[str, dict[str, str]]:
    """Return house styles that guess with these names, in template lines and in the wording."""
    return {
        "lines": {"parts/cover.md.j2": "# Cover\n\n" + "\n\n".join(names) + "\n"},
        "wording": {"wording/en.yaml": yaml.safe_dump({"cover": {"date": "; ".join(names)}})},
    }


@pytest.mark.parametrize("way", ["lines", "wording"])
def test_twenty_guesses_of_a_house_style_get_one_answer(tmp_path: Path, way: str, usual: list[str]) -> None:
    """One line a pack, or a case, which is the same whichever of the names is right, and says no line of anything."""
    names = [*FREE, *SURNAMES]
    many, one = (
        [
            line
            for line in logged(tmp_path / str(len(some)), guesses(some)[way])
            if line not in usual and LONG not in line
        ]
        for some in (names[::-1], [SURNAMES[-1], *FREE])
    )
    assert len(SURNAMES) == 5
    assert many == one
    assert len(many) == (len(PACKS) if way == "lines" else 1)
    assert all(":1:1: error: " in line and not any(surname in line for surname in names) for line in many)


def test_packs_of_one_case_do_not_answer_apart(tmp_path: Path) -> None:
    """A guess in the pack of each reader would get two answers a build; what is said is the same whichever is right."""
    told = []
    for readers in (("track-i",), ("track-ii",), PACKS):
        cover = {f"{reader}/parts/cover.md.j2": f"# Cover\n\n{SURNAMES[-1]}\n" for reader in readers}
        told.append(logged(tmp_path / "-".join(readers), cover))
    assert told[0] == told[1] == told[2]
    assert sum(": error: X01: this pack, or" in line for line in told[0]) == len(PACKS)


def test_words_of_likelihood_get_no_answer_in_a_build(tmp_path: Path, usual: list[str]) -> None:
    """A warning beside a refusal would be a second answer; a check tells it, with its place."""
    wording = {"wording/en.yaml": "likelihood:\n  said:\n    almost_no_chance: the, a, of, to\n"}
    assert logged(tmp_path, wording) == usual


@pytest.mark.parametrize("pattern", ["[A-Z][a-z]+", "[Hh]arbour", "ferr[a-z]+|[Pp]ilots"])
def test_a_pattern_of_names_gets_one_answer(tmp_path: Path, pattern: str, usual: list[str]) -> None:
    """A build does not say in which texts, closed ones among them, a pattern finds something; a check does."""
    files = {"organisation.yaml": f"name: Ours\nname_pattern: '{pattern}'\n"}
    said = [line for line in logged(tmp_path, files) if line not in usual]
    assert len(said) == 1
    assert said[0].startswith(f"{CASE}:1:1: error: the wording or the name_pattern of a house style matches what")


def test_a_check_says_where_a_pattern_finds_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who checks has the case."""
    library = own_templates(tmp_path, {"organisation.yaml": "name: Ours\nname_pattern: '[Hh]arbour'\n"})
    told = tell(capsys, "check", CASE, "--organisation", "ours", "--templates", library).problems
    assert len([line for line in told if "name_pattern" in line and not line.startswith(f"{CASE}:1:1")]) > 2
