"""Lines to write on: each stands on one line of its cell, whatever the letters are."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.adoption.templates_of_ours import word_file
from tests.building import TEMPLATES

from briefpack.adoption import adopt
from briefpack.stages.typeset import typeset
from briefpack.word.columns import PADDING
from briefpack.word.house import House
from briefpack.word.page_room import page_room

BASE = (TEMPLATES / "base" / "style.docx").read_bytes()
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr><w:sz w:val="{}"/></w:rPr></w:style>'  # noqa: E501
FORM = "---\nlayout: form\nlines: heard Heard\n---\n\n# Record\n\n| Listen for | Heard |\n| --- | --- |\n| {} | {} |\n"


@pytest.mark.parametrize("size", [18, 21, 26])
def test_a_line_to_write_on_never_takes_a_second_line(size: int) -> None:
    """The dots that have no room are left out, in cells beside long texts, too."""
    style = adopt(word_file(normal=NORMAL.format(size)), BASE).style
    pack = ZipFile(BytesIO(typeset(FORM.format("Whether they come. " * 8, "…" * 26), style, House()))).read(
        "word/document.xml"
    )
    *_, width = re.findall(r'<w:tcW w:w="(\d+)"', pack.decode())
    dots = pack.decode().count("…")
    letters = re.search(
        r'w:val="Table Text"/>.*?<w:sz w:val="(\d+)"',
        ZipFile(BytesIO(style)).read("word/styles.xml").decode(),
        re.DOTALL,
    )
    assert letters is not None
    assert 5 < dots <= 26
    assert dots * int(letters[1]) * 10 <= int(width) - PADDING


def test_room_is_reckoned_for_one_line_to_write_on() -> None:
    """However long it was typed."""
    room = page_room(BASE, None)
    assert room.taken(FORM.format("Came", "…" * 200)) == room.taken(FORM.format("Came", "…" * 5))
