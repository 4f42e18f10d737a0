"""Pictures as they are printed: no letter below 8 points, and no tangle, however much there is to show."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Literal

import pytest
from tests.building import PACKS, SHIPPED, TEMPLATES, shipped_pack, wording
from tests.pictures.drawn import ORGANISATIONS, shipped_pictures, small_pictures

from briefpack.handbook import Audience
from briefpack.pictures.canvas import TALLEST, WIDEST, Canvas
from briefpack.pictures.lettering import SMALLEST
from briefpack.stages.typeset import typeset
from briefpack.word.house import House

EMU_TO_A_MILLIMETRE = 36000
FRONT = "---\ntitle: Pack\nmark: TLP:CLEAR\nlanguage: en\n---\n\n"


def placed(document: bytes) -> list[tuple[float, float]]:
    """Return the width and height of each picture of a Word file on paper, in millimetres."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        body = package.read("word/document.xml").decode()
    found = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"', body)
    return [(int(width) / EMU_TO_A_MILLIMETRE, int(height) / EMU_TO_A_MILLIMETRE) for width, height in found]


@pytest.mark.parametrize("organisation", ORGANISATIONS)
@pytest.mark.parametrize("audience", PACKS)
@pytest.mark.parametrize("name", SHIPPED)
def test_no_picture_of_a_shipped_pack_is_printed_smaller_than_it_is_drawn(
    name: str, audience: Audience, organisation: str
) -> None:
    """Letters are drawn in 8 points or more; on the paper of each house all are made a little larger, or not at all."""
    assert SMALLEST >= 8
    text, document = shipped_pack(name, audience, organisation)
    drawn = shipped_pictures(name, audience, organisation)
    names = re.findall(r"^!\[[^\n]*\]\([^)]*/([\w-]+)\.png\)$", text, re.MULTILINE)
    assert len(names) >= 3
    sizes = placed(document)
    assert max(width for width, _ in sizes) < 1.1 * min(width for width, _ in sizes)
    for one, (width, height) in zip(names, sizes, strict=True):
        assert width >= drawn[one].width - 0.2, one
        assert height >= drawn[one].height - 0.2, one


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_tallest_picture_there_can_be_is_printed_as_large_as_it_is_drawn(paper: Literal["a4", "letter"]) -> None:
    """A picture as wide and as high as a page allows is not made smaller, on either paper."""
    files = {"page.png": Canvas(WIDEST, TALLEST).finished().data}
    style = (TEMPLATES / "base" / "style.docx").read_bytes()
    ((width, height),) = placed(typeset(FRONT + "![A page.](page.png)\n", style, House(paper=paper), pictures=files))
    assert width >= WIDEST
    assert height >= TALLEST


def test_the_map_of_nine_parties_and_ten_efforts_is_a_table_and_a_small_one_has_lines(tmp_path: Path) -> None:
    """Above the size at which a person can follow its lines, a map is a table that fits a page."""
    for number, (parties, efforts, is_table) in enumerate([(3, 4, False), (9, 10, True), (20, 12, True)]):
        pictures = small_pictures(tmp_path / str(number), assessment=crowded(parties, efforts))
        maps = [one for name, one in pictures.items() if name.startswith("parties")]
        assert all(one.height <= TALLEST for one in maps)
        said = wording().say("pictures.parties_in_table" if is_table else "pictures.parties_in_lines")
        assert all(said in one.caption for one in maps)
        told = " ".join(one.alternative for one in maps)
        # Whom each effort reaches is told once, in one part or another.
        assert sum(told.count(f"Party {party} ") + told.count(f"Party {party}.") for party in range(parties)) >= efforts
        assert len(maps) == (2 if parties > 14 else 1)


def crowded(parties: int, efforts: int) -> str:
    """Return an assessment with so many parties and efforts, each of which reaches four parties or all there are."""
    named = "".join(f"  - {{id: p{one}, name: Party {one} of them}}\n" for one in range(parties))
    work = "".join(
        f"  - {{id: e{one}, name: Effort {one}, track: {('i', 'ii', 'iii')[one % 3]}, level: [top], "
        f"parties: [{', '.join(sorted({f'p{(3 * one + 5 * step) % parties}' for step in range(4)}))}]}}\n"
        for one in range(efforts)
    )
    return f"parties:\n{named}efforts:\n{work}"


def test_a_map_whose_lines_cross_too_often_is_a_table_however_few_its_boxes(tmp_path: Path) -> None:
    """It is the tangle that cannot be followed: work that reaches everybody crosses at many places."""
    parties = "".join(f"  - {{id: p{one}, name: Party {one}}}\n" for one in range(6))
    reached = ", ".join(f"p{one}" for one in range(6))
    efforts = "".join(f"  - {{id: e{one}, name: Effort {one}, track: ii, parties: [{reached}]}}\n" for one in range(5))
    picture = small_pictures(tmp_path, assessment=f"parties:\n{parties}efforts:\n{efforts}")["parties"]
    assert wording().say("pictures.parties_in_table") in picture.caption
