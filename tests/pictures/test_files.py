"""The files of pictures: small, of one size, the same every time, and silent on who made them."""

from __future__ import annotations

import hashlib
import io
import os
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from tests.building import LEAST, PACKS, ROOT, SHIPPED, TEMPLATES, write_case
from tests.pictures.drawn import NAMES, chunks, forget, shipped_pictures

from briefpack.__main__ import main
from briefpack.handbook import Audience
from briefpack.pictures.canvas import TALLEST
from briefpack.pictures.png import encoded

EVERY = [(name, audience) for name in SHIPPED for audience in PACKS]


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_a_shipped_case_has_every_picture(name: str, audience: Audience) -> None:
    """Both cases show each audience all kinds of pictures, each with a caption and with words for who cannot see it."""
    pictures = shipped_pictures(name, audience)
    assert tuple(pictures) == NAMES[name]
    assert all(picture.alternative and picture.caption for picture in pictures.values())


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_each_sentence_of_an_alternative_text_begins_with_a_capital(name: str, audience: Audience) -> None:
    """Words of lists, which have none, begin some of these sentences."""
    told = [picture.alternative for picture in shipped_pictures(name, audience).values()]
    assert [found for text in told for found in re.findall(r"(?:^|[^.]\. )([a-z].{0,30})", text)] == []


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_a_picture_is_no_wider_and_no_higher_than_the_page(name: str, audience: Audience) -> None:
    """At 200 dots per inch each is at most 160 mm wide and fits an A4 or letter page with heading and caption."""
    for picture in shipped_pictures(name, audience).values():
        width, height = struct.unpack(">II", dict(chunks(picture.data))["IHDR"][:8])
        assert picture.width <= 160.001
        assert width == pytest.approx(picture.width * 200 / 25.4, abs=1)
        assert height == pytest.approx(picture.height * 200 / 25.4, abs=1)
        assert picture.height <= TALLEST


@pytest.mark.parametrize(("name", "audience"), EVERY)
def test_a_picture_holds_no_metadata(name: str, audience: Audience) -> None:
    """A PNG file has its size and its dots: no software, date, text, profile, palette or resolution."""
    for picture in shipped_pictures(name, audience).values():
        assert {kind for kind, _ in chunks(picture.data)} == {"IHDR", "IDAT", "IEND"}
        assert len(picture.data) < 200_000


@pytest.mark.parametrize("height", [1, 31, 32, 33, 97])
def test_a_picture_file_holds_every_row_of_dots(height: int) -> None:
    """However the rows are taken, as many come back as were drawn, each as it was."""
    drawn = Image.frombytes("RGB", (5, height), bytes(range(256)) * 6, "raw", "RGB", 0, 1)
    assert Image.open(io.BytesIO(encoded(drawn))).tobytes() == drawn.tobytes()


def test_a_pack_made_again_keeps_no_picture_that_it_does_not_show(tmp_path: Path) -> None:
    """A picture of a version before does not stay beside the pack; files that are no pictures are left alone."""
    event = "timeline:\n  - {date: 1994, track: ii, event: They meet.}\n"
    folder = write_case(tmp_path / "inputs", case=LEAST + event)
    order = ("pack", folder, "--into", tmp_path / "out", "--templates", TEMPLATES, "--audience", "track-ii")
    media = tmp_path / "out" / "river-talks.track-ii.en.media"
    assert main(list(map(str, order))) == 0
    assert [path.name for path in media.iterdir()] == ["timeline.png"]
    (media / "note.txt").write_text("mine", encoding="utf-8")
    write_case(tmp_path / "inputs", case=LEAST)
    assert main(list(map(str, order))) == 0
    assert [path.name for path in media.iterdir()] == ["note.txt"]


def test_a_picture_is_the_same_in_every_process() -> None:
    """The bytes do not follow from the order of sets, the time zone, the language or what was drawn before."""
    forget()
    here = [
        hashlib.sha256(picture.data).hexdigest() for picture in shipped_pictures("harbour-talks", "track-ii").values()
    ]
    code = (
        "import hashlib; from tests.pictures.drawn import shipped_pictures\n"
        "for one in shipped_pictures('harbour-talks', 'track-ii').values(): "
        "print(hashlib.sha256(one.data).hexdigest())"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Dushanbe", "LC_ALL": "C"}
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        assert run.stdout.split() == here
