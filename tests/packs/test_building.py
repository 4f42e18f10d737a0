"""A job of a build: its packs are made from what the build was told of, from nothing else, and from no mixture."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.building import ROOT, TEMPLATES, Told, tell

from briefpack.files import sources
from briefpack.files.library import open_library
from briefpack.files.states import State, states
from briefpack.packs import building
from briefpack.packs.orders import Order
from briefpack.problems import Refusal

Edit = Callable[[], object]
CASE = Path("inputs/alpha/case.yaml")
CONFIG = {"cases": "alpha", "organisation": "default"}


@pytest.fixture(autouse=True)
def _work_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a library of one case whose packs were released."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TEMPLATES, "templates")
    shutil.copytree(ROOT / "tests/workflow/library/alpha", CASE.parent)
    _append(str(CASE), "version: '4.0'\n")()


def _told_digests() -> tuple[str, str]:
    library = open_library(CONFIG)
    return library.made_from("default", "alpha"), library.shared("default")


def _built(capsys: pytest.CaptureFixture[str], told: tuple[str, str] | None = None) -> Told:
    options = ("--templates", "templates", "--outputs", "outputs", "--made-from", *(told or _told_digests()))
    return tell(capsys, "build", CASE.parent, *options)


def _states() -> list[State]:
    return list(states(open_library(CONFIG)).values())


def _packs() -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in Path("outputs/default").rglob("*") if path.is_file()}


def _during(monkeypatch: pytest.MonkeyPatch, before: Edit, after: Edit = lambda: None) -> None:
    """Have something done just before the packs are made, and just after."""
    make = building.packed

    def packed(*arguments: object) -> object:
        before()
        try:
            return make(*arguments)  # type: ignore[arg-type]
        finally:
            after()

    monkeypatch.setattr(building, "packed", packed)


def _append(name: str, text: str = "# edited\n") -> Edit:
    def edit() -> None:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")

    return edit


OWN, SHARED = "the files of this case changed", "the templates or briefpack changed"
EDITS = {
    "the case": (_append(str(CASE)), OWN),
    "a phase added": (_append("inputs/alpha/planning.yaml", "status: done\n"), OWN),
    "the registry": (_append("inputs/alpha/registry.yaml"), OWN),
    "the registry taken away": (lambda: CASE.with_name("registry.yaml").unlink(), OWN),
    "a template": (_append("templates/base/pack.md.j2", "\n"), SHARED),
    "the wording": (_append("templates/base/wording/en.yaml"), SHARED),
    "the settings": (_append("templates/default/organisation.yaml"), SHARED),
    "an override added": (_append("templates/default/parts/cover.md.j2", "x"), SHARED),
    "the case taken away": (lambda: shutil.rmtree(CASE.parent), "this case was taken away while the build was running"),
}


@pytest.mark.parametrize(("edit", "said"), EDITS.values(), ids=EDITS.keys())
@pytest.mark.parametrize("when", ["before the job", "while packs are made", "when they are made"])
def test_what_changes_during_a_build_is_never_released(
    when: str, edit: Edit, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the packs come from, and whenever it is edited: the packs of before stay, and one line says why."""
    assert _built(capsys).status == 0
    good, told = _packs(), _told_digests()
    if when == "before the job":
        edit()
    else:
        _during(monkeypatch, *((edit,) if when == "while packs are made" else (lambda: None, edit)))
    run = _built(capsys, told)
    assert run.status == 1
    assert "Traceback" not in run.err
    if when != "while packs are made":
        assert [said in line for line in run.problems] == [True]
    assert _packs() == good


@pytest.mark.parametrize("atomically", [False, True], ids=["written", "exchanged"])
def test_what_is_put_back_before_the_job_ends_is_seen_all_the_same(
    atomically: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """4.1 is saved while the packs are made, and 4.0 again before they are done: no pack says 4.1 and is up to date."""
    assert _built(capsys).status == 0
    good, text, dates = _packs(), CASE.read_text(encoding="utf-8"), CASE.stat()
    kept = CASE.with_name(".kept")

    def save() -> None:
        if atomically:
            CASE.rename(kept)
        CASE.write_text(text.replace("4.0", "4.1"), encoding="utf-8")

    def put_back() -> None:
        kept.replace(CASE) if atomically else CASE.write_text(text, encoding="utf-8")
        os.utime(CASE, ns=(dates.st_atime_ns, dates.st_mtime_ns))

    with monkeypatch.context() as patch:
        _during(patch, save, put_back)
        run = _built(capsys)
    assert run.status == 1
    assert ["was written to while they were made" in line for line in run.problems] == [True]
    assert _packs() == good
    assert _built(capsys).status == 0
    assert _packs() == good


@pytest.mark.parametrize("name", ["inputs/alpha/planning.yaml", "templates/default/parts/cover.md.j2"])
def test_a_file_that_was_there_for_a_moment_is_seen(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is gone when the packs are done, and they may have been made with it."""
    Path(name).parent.mkdir(exist_ok=True)
    _during(monkeypatch, _append(name, "status: done\n"), Path(name).unlink)
    run = _built(capsys)
    assert run.status == 1
    assert not Path("outputs/default").exists()


def test_a_failure_is_one_of_what_the_build_was_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    """The packs are kept ones while their case is as it failed; after one more edit they are older, and no more."""
    assert _built(capsys).status == 0
    assert _states() == ["current"] * 2
    _append(str(CASE), "plaice: x\n")()
    assert _states() == ["older"] * 2
    assert _built(capsys).status == 1
    assert _states() == ["kept"] * 2
    _append(str(CASE))()
    assert _states() == ["older"] * 2


def test_what_was_never_made_is_not_kept(capsys: pytest.CaptureFixture[str]) -> None:
    """A case that never had a pack has none to keep when it fails."""
    _append(str(CASE), "plaice: x\n")()
    assert _built(capsys).status == 1
    assert _states() == ["missing"] * 2


def _warmed() -> tuple[Order, building.Warm]:
    order = Order(CASE.parent, Path("templates"), "default", ("track-i",), ("en",))
    shared = building.warm(order, "none", 1)
    assert shared is not None
    return order, shared


def test_a_house_style_that_has_long_stood_is_read_once_for_all_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody wrote to it since, as its dates say: the packs of a case are made without its digest worked out again."""
    monkeypatch.setattr(sources, "_STEP", -(10**18))
    order, shared = _warmed()
    monkeypatch.setattr(sources, "digest_of_briefpack", None)
    building.build(order, Path("outputs"), "none", _told_digests_of(shared), lambda _: None, shared)
    assert Path("outputs/default/alpha/alpha.track-i.en.docx").is_file()


def test_a_house_style_that_was_just_written_is_read_again_for_each_case() -> None:
    """A second edit in the same moment would change no date."""
    Path("templates/base/pack.md.j2").touch()
    assert _warmed()[1].digests is None


@pytest.mark.parametrize("when", ["before", "during"])
def test_a_house_style_that_is_edited_after_it_was_read_makes_no_pack(
    when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether its digest is known or not, before a case is packed or while it is."""
    monkeypatch.setattr(sources, "_STEP", -(10**18))
    order, shared = _warmed()
    told, edit = _told_digests_of(shared), _append("templates/base/pack.md.j2", "\n")
    edit() if when == "before" else _during(monkeypatch, edit)
    with pytest.raises(Refusal, match=SHARED):
        building.build(order, Path("outputs"), "none", told, lambda _: None, shared)
    assert not Path("outputs/default").exists()


def _told_digests_of(shared: building.Warm) -> tuple[str, str]:
    assert shared.digests
    return sources.Sources(CASE.parent, Path("templates"), "default", "none").digests(shared.digests)
