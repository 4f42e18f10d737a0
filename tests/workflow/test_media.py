"""Media: the pictures of a pack stand beside it, come and go with it, and survive a build that fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from project import Project

pytestmark = pytest.mark.long

ALPHA = "inputs/alpha/case.yaml"
EVENT = "timeline:\n  - {date: 2024-01-05, track: i, event: The talks open.}\n"
PICTURE = "default/alpha/alpha.track-i.en.media/timeline.png"


def _add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _pictures(project: Project) -> dict[str, bytes]:
    return {name: data for name, data in project.packs().items() if ".media/" in name}


def test_pictures_stand_beside_their_pack_and_go_when_they_are_made_no_more(project: Project) -> None:
    """A case that gets an event gets a picture; a broken build keeps it; without the event it is gone."""
    case = project.path(ALPHA)
    before = case.read_text(encoding="utf-8")
    assert _pictures(project) == {}
    _add(case, EVENT)
    assert project.snakemake().status == 0
    good = project.packs()
    assert {name.rpartition("/")[2] for name in _pictures(project)} == {"timeline.png"}
    assert len(_pictures(project)) == 4
    _add(case, "plaice: x\n")
    for _ in range(2):
        assert project.snakemake().status != 0
        assert project.changed(good) == []
    case.write_text(before, encoding="utf-8")
    assert project.snakemake().status == 0
    assert _pictures(project) == {}


def test_a_folder_of_pictures_that_was_deleted_is_made_again(project: Project) -> None:
    """Pictures are part of what is asked for: without them a pack is not up to date, and with them it is."""
    _add(project.path(ALPHA), EVENT)
    assert project.snakemake().status == 0
    good = project.packs()
    assert project.planned() == set()
    picture = project.path(f"outputs/{PICTURE}")
    picture.unlink()
    picture.parent.rmdir()
    assert project.snakemake().status == 0
    assert project.changed(good) == []
    assert project.planned() == set()
