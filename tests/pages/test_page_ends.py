"""Page ends: however many lines stand before a picture of most of a page, they have no page nearly to themselves."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from PIL import Image
from tests.pages.faults import Document, faults
from tests.pages.reading import laid_out
from tests.pages.test_faults import STYLE, spoilt

from briefpack.stages.typeset import typeset

LINES = range(40, 52, 2)
"""So many lines fill a page or go a little beyond it."""


def tall(lines: int) -> bytes:
    """Return a text of so many lines before a heading and a picture of most of a page, and a few lines after it."""
    file = BytesIO()
    Image.new("RGB", (600, 800), "grey").save(file, "PNG")
    front = "---\ntitle: Talks\nmark: TLP:CLEAR\n---\n\n# Talks\n\n"
    text = "Line.\n\n" * lines + "## Map\n\n![A map](map.png)\n\n**Figure 1.** A map.\n\nAfter.\n"
    return typeset(front + text, STYLE, pictures={"map.png": file.getvalue()})


def loose(file: bytes) -> bytes:
    """Return a document in which only headings are kept with what follows, by their style."""
    return spoilt(file, "word/document.xml", lambda text: re.sub("<w:keepNext/>|<w:keepLines/>", "", text))


def test_no_page_before_a_tall_picture_is_nearly_empty(tmp_path: Path) -> None:
    """Its lines are kept with one another until they fill a third of a page; else some page would be nearly empty."""
    kept = {f"kept {lines}": tall(lines) for lines in LINES}
    files = {**kept, **{name.replace("kept", "loose"): loose(file) for name, file in kept.items()}}
    found = {name: faults(laid) for name, laid in laid_out(files, tmp_path).items()}
    assert {name: told for name, told in found.items() if told and name in kept} == {}
    assert [name for name, told in found.items() if any("near-empty" in one for one in told)]


def test_the_last_page_of_a_text_with_contents_is_no_mere_rest(tmp_path: Path) -> None:
    """However many lines stand before it, its last lines stay together; loose, some would have a page to themselves."""
    front = "---\ntitle: Talks\nmark: TLP:CLEAR\n---\n\n# Talks\n\n[[contents]]\n\n"
    kept = {f"kept {n}": typeset(front + "## Text\n\n" + "Line.\n\n" * n, STYLE, pictures={}) for n in range(26, 38, 2)}
    files = {**kept, **{name.replace("kept", "loose"): loose(file) for name, file in kept.items()}}
    laid = {name: Document(one) for name, one in laid_out(files, tmp_path).items()}
    rests = {name for name, one in laid.items() if len(one.laid.pages) > 1 and one.filled(1) < 1 / 6}
    assert rests
    assert all(name.startswith("loose") for name in rests)


def taller(file: bytes) -> bytes:
    """Return a document whose last paragraph is as high as its style says, and kept with nothing."""
    own = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return loose(spoilt(file, "word/document.xml", lambda text: text.replace(own, "")))


def test_a_table_that_fills_the_last_page_leaves_no_empty_one(tmp_path: Path) -> None:
    """Word needs a paragraph below it; were that as high as its style says, it would have a page to itself."""
    front = "---\ntitle: Talks\nmark: TLP:CLEAR\n---\n\n# Talks\n\n"
    text = front + "Line.\n\n" * 8 + "| head |\n|---|\n" + "| row |\n" * 29
    file = typeset(text, STYLE, pictures={})
    laid = laid_out({"low": file, "tall": taller(file)}, tmp_path)
    assert {name: len(one.pages) for name, one in laid.items()} == {"low": 1, "tall": 2}


def test_a_long_sheet_of_facts_has_its_name_on_each_of_its_pages(tmp_path: Path) -> None:
    """What a sheet is about is repeated above its facts wherever they go on."""
    text = "---\ntitle: Talks\nmark: TLP:CLEAR\n---\n\n# Talks\n\n## Workshops\n\n| | |\n|---|---|\n"
    file = typeset(text + "".join(f"| Fact | {number} |\n" for number in range(50)), STYLE, pictures={})
    (laid,) = laid_out({"sheet": file}, tmp_path).values()
    assert [any(word[4] == "Workshops" for word in page.words) for page in laid.pages] == [True, True]
