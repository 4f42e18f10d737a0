"""Faults of pages: each rule finds what it is for in a document spoilt on purpose, and nothing in a sound one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from PIL import Image
from tests.building import TEMPLATES
from tests.pages.faults import RULES, faults
from tests.pages.reading import laid_out

from briefpack.stages.typeset import typeset

STYLE = (TEMPLATES / "base" / "style.docx").read_bytes()
LINES = range(26, 42)
"""So many lines stand before a table or a heading: with one of these numbers it comes to the foot of its page."""


def picture() -> bytes:
    """Return a picture as a file."""
    file = BytesIO()
    Image.new("RGB", (400, 200), "white").save(file, "PNG")
    return file.getvalue()


def document(text: str) -> bytes:
    """Return a text as a Word file in the base style."""
    front = "---\ntitle: Talks\nmark: TLP:CLEAR\n---\n\n# Talks\n\n"
    return typeset(front + text, STYLE, pictures={"map.png": picture()})


def spoilt(file: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return a Word file with one of its parts changed."""
    made = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == part else content)
    return made.getvalue()


def after(lines: int, text: str) -> bytes:
    """Return a document in which a text stands after so many lines, and nothing is kept with what follows."""
    file = document("Line.\n\n" * lines + text)
    for part in ("word/document.xml", "word/styles.xml"):
        file = spoilt(file, part, lambda content: re.sub("<w:keepNext/>|<w:keepLines/>", "", content))
    return file


def bad() -> Iterator[tuple[str, bytes]]:
    """Return documents with faults, by what is wrong with them."""
    small = 'w:styleId="TableText".*?<w:sz w:val="'
    table = "| head |\n|---|\n" + "".join(f"| row {number} |\n" for number in range(5))
    yield "small", spoilt(document(table), "word/styles.xml", lambda text: re.sub(f"({small})..", r"\g<1>14", text))
    yield "near-empty", document("A line.\n\n---\n\n## Heading\n\nText.\n")
    wide = document("![A map](map.png)\n\n**Figure 1.** A map.\n")
    yield "clipped", spoilt(wide, "word/document.xml", lambda text: re.sub(r'cx="\d+"', 'cx="7200000"', text))
    yield "overfull", spoilt(wide, "word/document.xml", lambda text: re.sub(r'cy="\d+"', 'cy="9900000"', text))
    for lines in LINES:
        yield f"lone row {lines}", after(lines, table)
        yield f"heading left behind {lines}", after(lines, "## Heading\n\nText.\n\nText.\n")


def test_each_rule_finds_its_fault_and_a_sound_document_has_none(tmp_path: Path) -> None:
    """What is spoilt on purpose is told by the rule for it; a sound text over three pages is not complained of."""
    sound = "## Heading\n\n" + "Some words that fill a line of the page from its left to its right, and more.\n\n" * 90
    found = {name: faults(laid) for name, laid in laid_out({"sound": document(sound), **dict(bad())}, tmp_path).items()}
    assert found.pop("sound") == []
    for rule in RULES:
        assert [name for name, told in found.items() if name.startswith(rule) and any(rule in one for one in told)], (
            rule
        )
    told = {one.partition(": page ")[2].partition(": ")[2] for each in found.values() for one in each}
    assert {"a table begins with one row", "a table ends with one row", "a heading stands at the foot"} <= told
