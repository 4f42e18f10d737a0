"""Page ends: however many lines stand before a picture of most of a page, they have no page nearly to themselves."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from PIL import Image
from tests.pages.faults import faults
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
