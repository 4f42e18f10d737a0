"""Letterheads that are seen: what a pack bears can be seen on white paper, and hides nothing that stands beside it."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from PIL import Image
from tests.adoption.letterheads import confirming, house, pack_of, parts_of, png
from tests.adoption.templates_of_ours import picture, word_file, words


def white_letters() -> bytes:
    """Return a picture of a white sign that lets its ground through."""
    image, stream = Image.new("RGBA", (60, 20), (0, 0, 0, 0)), BytesIO()
    image.paste((255, 255, 255, 255), (10, 5, 50, 15))
    image.save(stream, "PNG")
    return stream.getvalue()


def in_cell(shade: str) -> bytes:
    """Return a template with that picture in a cell of its header, beside words."""
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    row = f"<w:tc><w:tcPr>{ground}</w:tcPr><w:p>{picture('a.png')}</w:p></w:tc><w:tc>{words('The House')}</w:tc>"
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6000"/></w:tblGrid>'
    header = f"<w:tbl>{grid}<w:tr>{row}</w:tr></w:tbl><w:p/>"
    return word_file(furniture={"default header": header}, media={"a.png": white_letters()})


def test_a_picture_that_lets_its_ground_through_keeps_the_colour_of_its_cell() -> None:
    """White signs stand on dark cells, and would not be seen on paper."""
    part = parts_of(in_cell("1F3864"))["header"]
    (taken,) = (each for line in part.lines for each in line.pictures)
    assert Image.open(BytesIO(taken.file)).convert("RGB").getpixel((0, 0)) == (0x1F, 0x38, 0x64)
    assert part.confirmation != parts_of(in_cell("7A1F1F"))["header"].confirmation


def test_a_picture_that_shows_nothing_on_paper_is_left_behind_and_told() -> None:
    """Its drawn ground is left behind, too."""
    header = f"<w:p>{picture('a.png')}</w:p>{words('The House')}"
    part = parts_of(word_file(furniture={"default header": header}, media={"a.png": white_letters()}))["header"]
    assert [each for line in part.lines for each in line.pictures] == []
    assert part.notes == ("the picture a.png shows nothing on white paper, and is left behind",)


def test_a_row_with_a_picture_says_how_high_that_is(tmp_path: Path) -> None:
    """LibreOffice would have no room for the mark below it, which it leaves out then."""
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6000"/></w:tblGrid>'
    row = f"<w:tc><w:p>{picture('a.png', (20, 20))}</w:p></w:tc><w:tc>{words('The House')}{words('Quay 4')}</w:tc>"
    footer = f"<w:tbl>{grid}<w:tr>{row}</w:tr></w:tbl><w:p/>"
    template = word_file(furniture={"default footer": footer}, media={"a.png": png()})
    pack = pack_of(tmp_path, house(tmp_path, template, confirming(template)))
    archive = ZipFile(BytesIO(pack))
    footers = "".join(archive.read(name).decode() for name in archive.namelist() if "footer" in name)
    (height,) = set(re.findall(r'<w:trHeight w:val="(\d+)" w:hRule="atLeast"/>', footers))
    assert int(height) == round(20 * 1440 / 25.4)
