"""Recalls: a released pack that would leak by the case of today is noted, told of, and shown until the note is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.building import TEMPLATES, Told, own_templates, tell, write_case

from briefpack.files.recalls import add_recall, note_of, read_recall, released_files
from briefpack.problems import Refusal

OPEN = """\
sensitivity: shared
id: river-talks
title: River Talks
version: "{version}"
summary: {{value: Millers meet fishers in the old granary by night, sensitivity: {sensitivity}}}
"""
NOTE = Path("outputs/.recalls/default/river-talks.track-i.en.json")
PLACE = "outputs/default/river-talks/river-talks.track-i.en"


@pytest.fixture(autouse=True)
def _work_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def packed(capsys: pytest.CaptureFixture[str], version: str, sensitivity: str, *more: object) -> Told:
    """Pack a case as a build does, straight into where the last released packs are."""
    folder = write_case(Path("inputs"), case=OPEN.format(version=version, sensitivity=sensitivity))
    released = Path("outputs/default/river-talks")
    options = ("--released", released, "--recalls", "outputs/.recalls", "--audience", "track-i", "--into", released)
    return tell(capsys, "pack", folder, "--templates", TEMPLATES, *options, *more)


def test_a_pack_that_was_released_and_would_leak_now_is_told_of_and_noted(capsys: pytest.CaptureFixture[str]) -> None:
    """The value is open, and a pack released; then it is closed: one warning names the pack, its version, the note."""
    assert packed(capsys, "1", "shared").problems == []
    told = packed(capsys, "2", "track_ii_only")
    assert told.status == 0
    assert len(told.problems) == 1
    assert told.problems[0].startswith(f"{PLACE}:1:1: warning: the pack released as version 1 is to be recalled: ")
    assert told.problems[0].endswith(f"then delete {NOTE}")
    assert "granary" not in NOTE.read_text(encoding="utf-8") + told.err


def test_a_pack_that_may_be_as_it_is_leaves_no_note(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the first pack of a case nor one that was opened further is to be called back."""
    for sensitivity in ("track_ii_only", "track_ii_only", "shared", "public"):
        assert packed(capsys, "1", sensitivity).problems == []
    assert not NOTE.parent.exists()


def test_a_note_stays_until_it_is_deleted(capsys: pytest.CaptureFixture[str]) -> None:
    """The next good packs do not take it away: it is people who have to call a pack back."""
    packed(capsys, "1", "shared")
    packed(capsys, "2", "track_ii_only")
    before = NOTE.read_bytes()
    assert packed(capsys, "3", "track_ii_only").problems == []
    assert NOTE.read_bytes() == before
    NOTE.unlink()
    assert packed(capsys, "4", "track_ii_only").problems == []
    assert not NOTE.exists()


def test_a_second_pack_to_be_called_back_is_noted_beside_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Both versions are named, oldest first; the same files are noted once."""
    for version, sensitivity in (("1", "shared"), ("2", "track_ii_only"), ("3", "shared"), ("4", "track_ii_only")):
        packed(capsys, version, sensitivity)
    recall = read_recall(NOTE)
    assert recall
    assert recall.versions == ("as version 1", "as version 3")


def test_a_refused_build_tells_of_the_released_pack_too(capsys: pytest.CaptureFixture[str]) -> None:
    """The new pack is refused, the old one stays, and the old one is noted all the same."""
    packed(capsys, "1", "shared")
    templates = own_templates(Path(), {"pack.md.j2": "{{ no_such_name }}"})
    before = Path(f"{PLACE}.md").read_bytes()
    told = packed(capsys, "2", "track_ii_only", "--organisation", "ours", "--templates", templates)
    assert told.status == 1
    assert [line for line in told.problems if "as version 1 is to be recalled" in line]
    assert Path(f"{PLACE}.md").read_bytes() == before
    assert (NOTE.parents[1] / "ours" / NOTE.name).is_file()


def test_a_note_that_cannot_be_written_stops_the_release(capsys: pytest.CaptureFixture[str]) -> None:
    """Fail closed: where the note has no place to be, no new pack takes the place of the old."""
    packed(capsys, "1", "shared")
    before = Path(f"{PLACE}.md").read_bytes()
    NOTE.mkdir(parents=True)
    told = packed(capsys, "2", "track_ii_only")
    assert told.status == 1
    assert Path(f"{PLACE}.md").read_bytes() == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"recalled": [{"version": "1"}]}', '{"recalled": 7}', "\udcff"])
def test_a_spoilt_note_is_a_recall_still(tmp_path: Path, text: str) -> None:
    """What nobody can read is shown as a recall of no version, and adding to it is refused with the remedy."""
    note = note_of(tmp_path, "default", "river-talks.track-i.en")
    note.parent.mkdir()
    note.write_bytes(text.encode("utf-8", "surrogateescape"))
    recall = read_recall(note)
    assert recall
    assert recall.versions == ("of no version",)
    with pytest.raises(Refusal, match="then delete it"):
        add_recall(note, "river-talks.track-i.en", {})


def test_released_files_are_those_of_one_pack(tmp_path: Path) -> None:
    """Its Word and Markdown files, its manifest and its pictures; nothing of another pack, and no hidden file."""
    for name in ("a.track-i.en.md", "a.track-i.en.docx", "a.track-ii.en.md", "a.track-i.en.media/x.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "a.track-i.en.media/.snakemake_timestamp").touch()
    assert set(released_files(tmp_path, "a.track-i.en")) == {
        "a.track-i.en.md",
        "a.track-i.en.docx",
        "a.track-i.en.media/x.png",
    }
    assert released_files(tmp_path / "nowhere", "a.track-i.en") == {}


def test_the_note_holds_no_text_of_the_case(capsys: pytest.CaptureFixture[str]) -> None:
    """It holds the pack's name, the versions, and the names and digests of the files."""
    packed(capsys, "1", "shared")
    packed(capsys, "2", "track_ii_only")
    said = json.loads(NOTE.read_text(encoding="utf-8"))
    assert said.keys() == {"pack", "recalled"}
    assert [entry.keys() for entry in said["recalled"]] == [{"version", "files"}]
