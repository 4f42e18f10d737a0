"""A build: nothing that real Snakemake leaves behind it, packs or not, holds what a reader may not see."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from contextlib import chdir
from pathlib import Path

import pytest
import yaml
from tests.building import INPUTS, PACKS, TEMPLATES, copied_case, shipped, wording

from briefpack.case.content import FILES
from briefpack.case.registry import Registry
from briefpack.desk.facts import facts_of
from briefpack.desk.index import said_of
from briefpack.disclosure.select import select
from briefpack.files.digests import digest
from briefpack.files.receipts import read_receipt, receipt_file
from briefpack.files.sources import documents
from briefpack.files.surroundings import surroundings
from briefpack.gate.surfaces import Finished
from briefpack.gate.term import term
from briefpack.gate.terms import Sought, fixed_row, sought
from briefpack.gate.verdict import leaks, told
from briefpack.packs.orders import Order
from briefpack.packs.packing import explained, packed
from briefpack.problems import Place, Problem, Refusal

sys.path.append(str(Path(__file__).resolve().parents[1] / "workflow"))
from project import Project

CASE = "harbour-talks"


ONE = ("--config", "organisation=default")
#: Words that Snakemake brings to its records of any job.
NOTED = {"false", "null"}
DIGEST = re.compile(r"[0-9a-f]{32,64}|\d+")
NAME = "tamsel-orrelby"


def _moved(project: Project, folder: str, option: str) -> tuple[str, ...]:
    """Return a folder of a project another name, one of a person, and the arguments that build from there."""
    project.path(folder).rename(project.path(f"{folder}-{NAME}"))
    return (*ONE, f"{option}={folder}-{NAME}")


#: Where the build writes something of a pack, and what brings a name there.
PLACES: dict[str, tuple[Callable[[Project], tuple[str, ...]], str]] = {
    "the folder of templates": (
        lambda project: _moved(project, "templates", "templates"), "folders that the build was given",
    ),
}  # fmt: skip
READERS = [(audience, "en") for audience in PACKS]
NAMES = [f"{CASE}.{audience}.en" for audience in PACKS]
#: What the index says of every pack, and beside the version of one that is to be recalled.
FIXED = {"for officials (track I)", "for convenors (track II)", "● up to date", "Word", "Markdown", "Manifest", " "}
RECALLING = set(
    f"to be recalled the pack released when everyone has been told delete outputs recalls {CASE} track i en json"
    .replace("-", " ").split()
)  # fmt: skip
#: What a job told before its release, and where it was written.
TOLD, LOG = ["warning: Tamsel Orrelby"], f".logs/default/{CASE}.txt"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a project with the invented case alone, built; nobody may change it."""
    project = Project.copied_to(tmp_path_factory.mktemp("gate") / "project")
    shutil.rmtree(project.path("inputs"))
    copied_case(project.path("inputs"), CASE)
    run = project.snakemake(*ONE)
    assert run.status == 0, run.printed
    return project


@pytest.fixture(scope="module")
def left(built: Project, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return all files that a build leaves behind, and its report."""
    project = Project(shutil.copytree(built.root, tmp_path_factory.mktemp("left") / "project"))
    run = project.snakemake(*ONE, "--report", "report.html")
    assert run.status == 0, run.printed
    return left_in(project)


def left_in(project: Project) -> dict[str, bytes]:
    """Return all files of a project but for those that a person wrote, and for the bytecode of those."""
    folders = (project.path("outputs"), project.path(".snakemake"), project.path("report.html"))
    files = [file for folder in folders for file in (folder, *folder.rglob("*")) if file.is_file()]
    named = {file.relative_to(project.root).as_posix(): file for file in files}
    return {name: file.read_bytes() for name, file in named.items() if not name.startswith(".snakemake/bytecode/")}


def withheld_from_anyone() -> Sought:
    """Return what either reader of the case may not see, and what leads to its people."""
    case, says = shipped(CASE), wording()
    people = Registry.model_validate(yaml.load((INPUTS / CASE / "registry.yaml").read_text("utf-8"), yaml.BaseLoader))
    terms = {}
    for view in (select(case, audience) for audience in PACKS):
        found = sought(case, view, people, fixed_row(says, []), says)
        terms |= {one.words: one for one in found.terms}
    return Sought(tuple(terms.values()))


def is_pack(name: str) -> bool:
    """Return whether a file is one that a reader gets, who may see what the other may not, or a coordinator does."""
    is_released = any(f"/{one}" in name for one in (f"{CASE}.track-", f"{CASE}.team.", "register."))
    return name.startswith("outputs/") and is_released and "/." not in name


@pytest.mark.long
def test_what_a_build_leaves_behind_holds_nothing_withheld(left: dict[str, bytes]) -> None:
    """The index, the logs, the receipts, Snakemake's own records and its report are read as packs are."""
    beside = {name: data for name, data in left.items() if not is_pack(name)}
    assert {"outputs/index.html", "report.html"} < set(beside)
    assert any(name.startswith("outputs/.logs/") for name in beside)
    assert any(name.startswith(".snakemake/metadata/") for name in beside)
    assert any(name.startswith(".snakemake/log/") for name in beside)
    wanted = withheld_from_anyone()
    assert len(wanted.terms) > 300
    assert [str(problem) for problem in told(leaks(Finished(beside), wanted))] == []


def test_the_packs_themselves_do_hold_what_the_other_reader_may_not_see(left: dict[str, bytes]) -> None:
    """The same search finds the terms where they are."""
    packs = {name: data for name, data in left.items() if is_pack(name)}
    assert len(leaks(Finished(packs), withheld_from_anyone())) > 100


def test_what_is_coded_in_a_record_is_read(left: dict[str, bytes]) -> None:
    """Snakemake writes the names of files in base 64, and its report holds files in it: the gate reads both."""
    records = {name: b"" for name in left if name.startswith(".snakemake/metadata/")}
    assert not any(CASE in name for name in records)
    assert _says(records, "marks build default 0")
    assert CASE not in re.sub("<[^>]*>", "", left["report.html"].decode()) or _says({"x": left["report.html"]}, CASE)


def _says(files: dict[str, bytes], text: str) -> bool:
    wanted = term(text, "")
    assert wanted
    return bool(leaks(Finished(files), Sought((wanted,))))


def test_all_that_snakemake_records_of_a_pack_was_read_before_its_release(built: Project) -> None:
    """No word of a record is one that the gate did not have before it, but for those of the rules and of digests."""
    records = [json.loads(file.read_bytes()) for file in built.path(".snakemake/metadata").iterdir()]
    assert {record["rule"] for record in records} == {"pack"}
    with chdir(built.root):
        around = surroundings(Path("inputs", CASE), Path("templates"), "default", Path("outputs"), _rows(), TOLD)
    assert {"index.html", LOG} == set(around.written)
    assert set(around.folders.values()) == {"inputs", "templates", "outputs", str(built.root)}
    rules = b" ".join(file.read_bytes() for file in (built.path("Snakefile"), *built.path("workflow/rules").iterdir()))
    names = " ".join((*around.folders.values(), *FILES, "registry.yaml", *built.packs()))
    known = _words(f"{b' '.join([*around.written.values(), rules]).decode()} {names}")
    noted = _words(json.dumps([list(record.values()) for record in records]))
    assert {word for word in noted - known if not DIGEST.fullmatch(word)} == NOTED


def test_what_the_index_says_beside_its_own_words_was_read_before_a_release(built: Project, tmp_path: Path) -> None:
    """Each text of its rows is one that the gate was given, or a fixed one; recalls are included."""
    project = Project(shutil.copytree(built.root, tmp_path / "project"))
    note = project.path(f"outputs/.recalls/default/{CASE}.track-i.en.json")
    note.parent.mkdir(exist_ok=True)
    said = [{"version": "as version 7.25", "files": {}}, {"version": "as version for Ann", "files": {}}]
    note.write_text(json.dumps({"pack": "x", "recalled": said}), "utf-8")
    assert project.snakemake(*ONE).status == 0
    with chdir(project.root):
        said = _rows()
    rows = [line for line in project.index().splitlines() if line.startswith('<tr data-o="default"')]
    assert len(rows) == len(READERS)
    (recalled,) = [row for row in rows if "to be recalled: the pack" in row]
    assert "as version 7.25, of a version that is no number" in recalled
    assert "Ann" not in recalled
    assert {"Harbour Talks", "0.4", "1 March 2024", "STRICTLY CONFIDENTIAL · TLP:AMBER+STRICT", "as version 7.25"} <= {
        *said
    }
    texts = {text for row in rows for text in re.findall(r">([^<>]+)<", row)}
    words = {word for text in texts - FIXED for word in re.findall(r"[^\W_]+", text)}
    assert words - {word for text in said for word in re.findall(r"[^\W_]+", text)} - RECALLING == set()


@pytest.mark.parametrize("where", PLACES)
def test_a_name_in_what_the_build_writes_beside_a_pack_refuses_its_release(
    where: str, built: Project, tmp_path: Path
) -> None:
    """A name in a path that the build was given is found while nothing is released yet."""
    project = Project(shutil.copytree(built.root, tmp_path / "project"))
    good, (plant, surface) = project.packs(), PLACES[where]
    cover = project.path("templates/base/parts/cover.md.j2")
    cover.write_text(cover.read_text("utf-8") + "\n", "utf-8")
    run = project.snakemake(*plant(project))
    assert run.status != 0
    assert (
        f"{CASE}.track-i.en:1:1: error: X01: this pack, or one that is made with it, holds what its reader must not see"
        in run.printed
    )
    assert surface not in run.printed
    with chdir(project.root):
        order = Order(Path("inputs", CASE), Path(f"templates-{NAME}"), "default", PACKS, ("en",))
        finds = "\n".join(map(str, explained(order, Path("outputs"))))
    assert f"{where}:1:1: error: X01: {surface} holds a name" in finds
    assert not _says({"printed": run.printed.replace(NAME, "").encode()}, "Tamsel Orrelby")
    assert _but_the_register(project.packs()) == _but_the_register(good)


def _but_the_register(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of packs without the register and the team's page, which tell anew what was kept."""
    return {name: data for name, data in files.items() if "/register." not in name and "desk.html" not in name}


def test_a_job_hands_what_it_told_to_the_gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were there a name in a warning, which holds none, no pack would be released after it."""
    order = Order(INPUTS / CASE, TEMPLATES, "default", PACKS, ("en",))
    said: list[Problem] = []
    monkeypatch.setattr("briefpack.packs.packing.recalled", lambda *_: said)
    assert packed(order, tmp_path, tmp_path, lambda _: None)
    said.append(Problem(Place("outputs"), "Tamsel Orrelby", "warning"))
    with pytest.raises(Refusal, match=f"{CASE}.track-i.en:1:1: error: X01: this pack, or") as refused:
        packed(order, tmp_path, tmp_path, lambda _: None)
    assert "Orrelby" not in str(refused.value)


def _rows() -> list[str]:
    """Return what the index says of the packs of the case, as the receipts of a build keep it."""
    packs = [(name, read_receipt(Path("outputs", receipt_file("default", name)))) for name in NAMES]
    digests = digest(*documents(Path("inputs", CASE)))
    facts = [(name, facts_of(receipt, digests)) for name, receipt in packs]
    return list(said_of(CASE, "default", facts, Path("outputs/.recalls")))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", text))


def test_a_refused_release_leaves_the_last_good_packs_and_no_trace_of_why(built: Project, tmp_path: Path) -> None:
    """The packs, report and manifests of before stay, all of them, until the pack is mended; no log holds the name."""
    project = Project(shutil.copytree(built.root, tmp_path / "project"))
    good = project.packs()
    assert len([name for name in good if name.endswith(".manifest.json")]) == 4
    people = yaml.safe_load(project.path(f"inputs/{CASE}/registry.yaml").read_text("utf-8"))["people"]
    name = next(iter(people.values()))["name"]
    cover = project.path("templates/base/parts/cover.md.j2")
    text = cover.read_text("utf-8")
    cover.write_text(f"{text}\n{name}\n", "utf-8")
    run = project.snakemake(*ONE)
    assert run.status != 0
    assert (
        run.printed.count("error: X01: this pack, or one that is made with it, holds what its reader must not see") == 2
    )
    assert not _says({"printed": run.printed.encode()}, name)
    assert _but_the_register(project.packs()) == _but_the_register(good)
    assert not _says(left_in(project), name)
    cover.write_text(text, "utf-8")
    assert project.snakemake(*ONE).status == 0
    assert project.changed(good) == []
