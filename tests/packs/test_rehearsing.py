"""Rehearsing: what a batch loads before its first case, so that no case loads it again."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import jinja2
import pytest
from tests.building import LEAST, PACKS, SHIPPED, TEMPLATES, copied_case, write_case

from briefpack.files.batches import Batch, log_of
from briefpack.files.kept import Kept
from briefpack.files.library import open_library
from briefpack.packs import building, rehearsing
from briefpack.packs.building import REHEARSED, warm
from briefpack.packs.house_styles import HouseStyle, house_styles
from briefpack.packs.orders import Order
from briefpack.packs.packing import packed
from briefpack.packs.rehearsing import CASE, rehearse
from briefpack.pictures import lettering
from briefpack.problems import Problem, Refusal


def _order(case: Path, organisation: str = "default") -> Order:
    return Order(case, TEMPLATES, organisation, PACKS, ("en",))


@pytest.mark.parametrize("organisation", ["default", "riverside-institute", "deux-rives"])
def test_the_made_up_case_is_packed_in_each_house_style(organisation: str) -> None:
    """It gives each reader every kind of picture and document, since a rehearsal loads what is made and no more."""
    order, told = _order(CASE, organisation), list[Problem]()
    files = packed(order, Path(), None, told.extend, house_styles(order)[0])
    drawn = {path.stem for path in files if path.suffix == ".png"}
    assert told == []
    assert {path.name for path in files if path.suffix == ".docx"} == {
        f"{CASE.name}.{audience}.en{kind}.docx" for audience in PACKS for kind in ("", ".brief.1", ".record.1")
    }
    assert drawn >= {"timeline", "parties", "coverage", "plan"}


def test_a_case_compiles_no_template_and_reads_no_letters_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was rehearsed is in memory: neither worked out nor read from what an earlier command kept."""
    order = _order(
        write_case(tmp_path / "river-talks", case=f"{LEAST}timeline: [{{date: 2024, event: Rain, track: i}}]")
    )
    houses, _ = house_styles(order)
    rehearse(order, houses)
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    monkeypatch.setattr(Kept, "read", None)
    monkeypatch.setattr(lettering, "myfont", None)
    assert packed(order, Path(), None, lambda _: None, houses)


#: Packs a batch, and has each child tell in its log which modules and files it opens, but those of its case.
TELLS = """
import sys
from pathlib import Path
from briefpack.commands import packs
from briefpack.files import sources

sources._STEP = -(10**18)
one_of, own = packs._one_of, [Path(folder).resolve() for folder in ("inputs", "outputs")]

def told(*given):
    known, files = set(sys.modules), []
    sys.addaudithook(lambda event, about: event == "open" and isinstance(about[0], str) and files.append(about[0]))
    status = one_of(*given)
    # A bare name lies in a folder that is open already, as where a folder is taken away.
    opened = [file for file in files if "/" in file and not any(one in Path(file).resolve().parents for one in own)]
    print(*sorted({*sys.modules} - known), *opened, "and no more", sep="\\n")
    return status

packs._one_of = told
packs.batch(__import__("argparse").Namespace(batch=Path("batch.json")))
"""


def test_a_child_of_a_batch_imports_nothing_and_opens_its_case_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process that forks it has loaded everything else, even for cases that hold nearly all there is."""
    monkeypatch.chdir(tmp_path)
    for name in SHIPPED:
        copied_case(Path("inputs"), name)
    write_case(Path("inputs"), case=LEAST)
    library = open_library({"templates": TEMPLATES, "organisation": "default"})
    told = {case: library.made_from("default", case) for case in library.cases}
    assert len(told) == REHEARSED
    shared = library.shared("default")
    batch = Batch("inputs", str(TEMPLATES), "outputs", "default", PACKS, ("en",), library.page_numbers, shared, told)
    batch = replace(batch, written_in=dict.fromkeys(told, ("en",)))
    batch.write(Path("batch.json"))
    subprocess.run([sys.executable, "-c", TELLS], check=True)
    logs = {case: log_of(Path("outputs"), "default", case).read_text(encoding="utf-8") for case in told}
    assert logs == dict.fromkeys(told, "and no more\n")


@pytest.mark.parametrize("fault", [Refusal([]), KeyError("a slip of ours")], ids=["refused", "a fault of ours"])
def test_what_keeps_the_made_up_packs_from_being_made_stops_no_case(
    fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody asked for them; a batch goes on, and whatever also keeps the packs of a case is told of that case."""

    def fails(*_: object) -> NoReturn:
        raise fault

    monkeypatch.setattr(rehearsing, "packed", fails)
    assert warm(_order(Path("river-talks")), "none", REHEARSED) is not None


@pytest.mark.parametrize(("cases", "numbered", "times"), [(3, False, 1), (25, False, 1), (2, False, 0), (25, True, 0)])
def test_a_batch_is_rehearsed_where_that_saves_time(
    monkeypatch: pytest.MonkeyPatch, cases: int, numbered: bool, times: int
) -> None:
    """Nothing is rehearsed for one case or two, nor where LibreOffice would lay the made-up packs out."""
    rehearsed: list[HouseStyle] = []
    monkeypatch.setattr(building, "rehearse", lambda _, houses: rehearsed.extend(houses))
    shared = warm(replace(_order(Path("river-talks")), page_numbers=numbered), "none", cases)
    assert shared is not None
    assert len(rehearsed) == times
