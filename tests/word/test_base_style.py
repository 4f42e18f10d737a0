"""The base style: the committed style document, and what every pack's look rests on."""

from __future__ import annotations

from pathlib import Path

import pytest
from outline import Package, W

from briefpack.word.base_style import base_style, main
from briefpack.word.house import COLOURS

COMMITTED = Path(__file__).parents[2] / "templates" / "base" / "style.docx"


def test_the_committed_style_document_is_the_one_the_code_makes() -> None:
    """The file in `templates/base` is made by `python -m briefpack.word.base_style` and by nothing else."""
    assert COMMITTED.read_bytes() == base_style()


def test_the_command_writes_the_style_document(tmp_path: Path) -> None:
    """The command writes to the path it is given."""
    main([str(tmp_path / "style.docx")])
    assert (tmp_path / "style.docx").read_bytes() == base_style()


def test_the_style_document_tells_nothing_of_its_making() -> None:
    """There are no properties, pictures, custom data or revision marks in it."""
    package = Package(base_style())
    assert sorted(package.parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]
    assert not any("rsid" in str(element.attrib) for root in package.parts.values() for element in root.iter())


@pytest.mark.parametrize("slot", ["heading", "accent"])
def test_colours_of_text_can_be_read_on_white(slot: str) -> None:
    """Text colours have a contrast of at least 7 to 1 on white and on the shade of header rows (WCAG 2, level AAA)."""
    for ground in ("FFFFFF", COLOURS["shade"]):
        assert (luminance(ground) + 0.05) / (luminance(COLOURS[slot]) + 0.05) >= 7


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as WCAG 2 defines it, from 0 to 1."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_headings_stay_with_what_they_head() -> None:
    """Title and headings are kept with the next paragraph and in one piece."""
    styles = Package(base_style()).parts["word/styles.xml"]
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name").get(f"{W}val")
        if name == "Title" or name.startswith("heading"):
            assert style.find(f"{W}pPr/{W}keepNext") is not None, name
            assert style.find(f"{W}pPr/{W}keepLines") is not None, name


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", ["Ask", "Caution", "Do No Harm", "Gap", "Note"])
def test_the_box_of_a_callout_is_flush_with_the_text_around_it(name: str, side: str) -> None:
    """A border is drawn outside the indent of its text: the two together are nought."""
    styles = Package(base_style()).parts["word/styles.xml"]
    (style,) = (one for one in styles.iter(f"{W}style") if one.find(f"{W}name").get(f"{W}val") == name)
    line = style.find(f"{W}pPr/{W}pBdr/{W}{side}")
    strokes = 3 if line.get(f"{W}val") == "double" else 1
    reach = 20 * (int(line.get(f"{W}space")) + strokes * int(line.get(f"{W}sz")) / 8)
    assert abs(int(style.find(f"{W}pPr/{W}ind").get(f"{W}{side}")) - reach) <= 1
