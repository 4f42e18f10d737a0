"""The journal: cut at any step, a release leaves each document old or new, and is finished later; or nothing is."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from briefpack.files.journal import Release, cut_releases
from briefpack.files.receipts import read_receipt, receipt_file, why_stale
from briefpack.problems import Refusal

PACKS = ("river.track-i.en", "river.track-ii.en")
FOLDER = "default/river"
STEPS = ("fsync", "replace", "unlink", "rmdir")


class Killed(BaseException):
    """What stands for the end of the process."""


def _files(outputs: Path, made: str, *pictures: str, packs: tuple[str, ...] = PACKS) -> dict[Path, bytes]:
    names = [f"{pack}.{kind}" for pack, kind in product(packs, ("docx", "md", "manifest.json"))]
    names += [f"{pack}.media/{picture}" for pack, picture in product(packs, pictures)]
    files = {outputs / FOLDER / name: f"{made} {name}".encode() for name in names}
    return files | {outputs / ".recalls/default" / f"{pack}.shown.json": made.encode() for pack in packs}


def _content(outputs: Path) -> dict[str, bytes]:
    files = (path for path in outputs.rglob("*") if path.is_file())
    return {path.relative_to(outputs).as_posix(): path.read_bytes() for path in files}


def _packs(outputs: Path) -> Mapping[str, bytes]:
    return {name: data for name, data in _content(outputs).items() if name.startswith(FOLDER)}


@pytest.fixture
def release(tmp_path: Path) -> Release:
    """Return a release whose outputs hold packs of before, with two pictures each."""
    found = Release(tmp_path, "default", "river")
    found.put(_files(tmp_path, "old", "map.png", "plan.png"), PACKS, "old")
    return found


def _failing_at(monkeypatch: pytest.MonkeyPatch, at: int, fault: BaseException) -> None:
    """Have one step on the disk fail, by its number."""
    done = 0

    def failing(step: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            nonlocal done
            done += 1
            if done == at:
                raise fault
            return step(*arguments, **options)

        return counted

    for name in STEPS:
        monkeypatch.setattr(os, name, failing(getattr(os, name)))


@pytest.mark.parametrize("at", range(1, 60))
def test_a_release_that_is_cut_anywhere_takes_nothing_away_and_is_finished(
    at: int, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each document is there, old or new; never are all manifests there and of two dates; a second start ends it."""
    outputs, old = release.outputs, _packs(release.outputs)
    with monkeypatch.context() as patch:
        _failing_at(patch, at, Killed())
        with suppress(Killed):
            release.put(_files(outputs, "new", "map.png"), PACKS, "new")
    left, was_cut = _packs(outputs), bool(release.cut())
    for name in (f"{FOLDER}/{pack}.{kind}" for pack, kind in product(PACKS, ("docx", "md", "media/map.png"))):
        assert left[name][:3] in (b"old", b"new")
    manifests = [left.get(f"{FOLDER}/{pack}.manifest.json", b"")[:3] for pack in PACKS]
    assert len(set(manifests)) == 1 or b"" in manifests
    if b"" not in manifests:
        assert {left[f"{FOLDER}/{pack}.{kind}"][:3] for pack, kind in product(PACKS, ("docx", "md"))} == set(manifests)
    for cut in cut_releases(outputs):
        cut.finish()
    is_new = _packs(outputs) != old
    assert is_new or not was_cut
    made = "new" if is_new else "old"
    pictures = ("map.png",) if is_new else ("map.png", "plan.png")
    wanted = _files(outputs, made, *pictures)
    assert _packs(outputs) == {
        path.relative_to(outputs).as_posix(): wanted[path] for path in wanted if ".shown" not in path.name
    }
    assert [why_stale(outputs, "default", "river", pack, made) for pack in PACKS] == ["", ""]
    assert not release.staging.exists()


def test_there_are_fewer_steps_than_are_tried(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above cuts a release at each of its steps, the last ones among them."""
    _failing_at(monkeypatch, 59, Killed())
    release.put(_files(release.outputs, "new", "map.png"), PACKS, "new")
    with pytest.raises(Killed):
        release.put(_files(release.outputs, "newer", "map.png"), PACKS, "newer")


def test_a_release_for_one_reader_leaves_all_of_the_other(release: Release) -> None:
    """Pack, pictures and receipt of the other reader are no business of it."""
    before = _content(release.outputs)
    release.put(_files(release.outputs, "new", packs=PACKS[:1]), PACKS[:1], "new")
    after = _content(release.outputs)
    others = {name for name in before if PACKS[1] in name}
    assert len(others) == 7
    assert {name: after[name] for name in others} == {name: before[name] for name in others}
    assert not any(f"{PACKS[0]}.media" in name for name in after)


@pytest.mark.parametrize("lost", ["receipt", "manifest"])
def test_only_pictures_of_the_pack_itself_are_deleted(lost: str, release: Release) -> None:
    """What a person put there stays; receipt or manifest alone tell what was the pack's."""
    outputs, pack = release.outputs, PACKS[0]
    own = outputs / FOLDER / f"{pack}.media" / "own.png"
    own.write_bytes(b"a person's")
    manifest = outputs / FOLDER / f"{pack}.manifest.json"
    manifest.write_text(f'{{"files": {{"{pack}.media/plan.png": "", "{pack}.media/map.png": "", "../own.png": ""}}}}')
    (outputs / receipt_file("default", pack) if lost == "receipt" else manifest).unlink()
    release.put(_files(outputs, "new", "map.png"), PACKS, "new")
    assert sorted(path.name for path in own.parent.iterdir()) == ["map.png", "own.png"]


def test_a_full_disk_is_told_by_the_file_and_touches_nothing(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system names no file when a disk is full; what was staged until then is taken away."""
    before = _content(release.outputs)
    with monkeypatch.context() as patch:
        _failing_at(patch, 3, OSError(errno.ENOSPC, "No space left on device"))
        with pytest.raises(Refusal, match=r"track-i\.en\.manifest\.json:1:1: error: .*: No space left on device"):
            release.put(_files(release.outputs, "new"), PACKS, "new")
    assert _content(release.outputs) == before


def test_a_file_that_somebody_holds_open_is_told_and_replaced_later(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Word does on Windows: the release stops there in one line, and goes on when the file is free."""
    outputs, held = release.outputs, f"{PACKS[1]}.docx"
    replace = os.replace

    def refusing(source: Path, target: Path) -> None:
        if Path(target).name == held:
            raise PermissionError(errno.EACCES, "Permission denied", str(source), None, str(target))
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refusing)
        with pytest.raises(Refusal, match=rf"{held}:1:1: error: .*: Permission denied; the next build goes on here"):
            release.put(_files(outputs, "new"), PACKS, "new")
    assert (outputs / FOLDER / held).read_bytes().startswith(b"old")
    release.finish()
    assert (outputs / FOLDER / held).read_bytes().startswith(b"new")
    assert read_receipt(outputs / receipt_file("default", PACKS[1]))


def test_a_folder_in_the_place_of_a_file_stops_a_release_before_it_begins(release: Release) -> None:
    """No file of any pack is moved."""
    (release.outputs / FOLDER / f"{PACKS[1]}.md").unlink()
    (release.outputs / FOLDER / f"{PACKS[1]}.md").mkdir()
    before = _content(release.outputs)
    with pytest.raises(Refusal, match="a folder has its name"):
        release.put(_files(release.outputs, "new"), PACKS, "new")
    assert _content(release.outputs) == before


def test_a_report_that_is_no_longer_made_is_taken_away_and_has_a_receipt_that_says_so(release: Release) -> None:
    """It lies apart from the packs; without files there is nothing to make again."""
    outputs, report, folder = release.outputs, "river.team.en", "team-only/default"
    packs = _files(outputs, "new", "map.png")
    names = [f"{report}.{kind}" for kind in ("docx", "md", "manifest.json", "media/plan.png")]
    release.put(packs | {outputs / folder / name: b"report" for name in names}, (*PACKS, report), "new")
    assert {name for name in _content(outputs) if name.startswith("team-only/")} == {f"{folder}/{one}" for one in names}
    assert why_stale(outputs, "default", "river", report, "new") == ""
    (outputs / folder / names[1]).unlink()
    assert why_stale(outputs, "default", "river", report, "new") == f"{names[1]} is missing"
    (outputs / receipt_file("default", report)).unlink()
    release.put(packs, (*PACKS, report), "newer")
    assert [name for name in _content(outputs) if name.startswith("team-only/")] == []
    assert why_stale(outputs, "default", "river", report, "newer") == ""
    assert why_stale(outputs, "default", "river", report, "newest") == "what it is made from has changed"
