"""Legibility: a style of a template that nobody could read is mended when it is read, and told."""

# Word files as they stand read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.adoption.letterheads import BASE
from tests.adoption.templates_of_ours import paragraph_style, word_file

from briefpack.adoption import adopt
from briefpack.packs.style_trial import examined

NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}</w:style>'


@pytest.mark.parametrize(
    ("inside", "told", "gone"),
    [
        ('<w:rPr><w:sz w:val="2"/></w:rPr>', "the letters of style 'Normal' are of 1 points: 6.5 are used", '<w:sz w:val="2"/>'),
        ("<w:rPr><w:dstrike/></w:rPr>", "the line through the text of style 'Normal' is left out", "<w:dstrike/>"),
        ('<w:rPr><w:highlight w:val="black"/></w:rPr>', "the highlighting of style 'Normal' is left out", 'w:highlight w:val="black"'),
        ('<w:rPr><w:w w:val="1"/></w:rPr>', "the place or width of the letters of style 'Normal' is the usual one", '<w:w w:val="1"/>'),
        ('<w:rPr><w:position w:val="4000"/></w:rPr>', "the place or width of the letters of style 'Normal' is the usual one", "4000"),
        ('<w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr>', "the height of the lines of style 'Normal' is less than that of the letters", "exact"),
        ('<w:pPr><w:framePr w:w="1" w:x="-9999"/></w:pPr>', "the frame of style 'Normal' is left out", "framePr"),
    ],
)  # fmt: skip
def test_what_nobody_can_read_is_mended_and_told(inside: str, told: str, gone: str) -> None:
    """So `style` does not say yes to it, and a build does not set a pack in it."""
    made = adopt(word_file(normal=NORMAL.format(inside)), BASE)
    lines, problems = examined(made, "style.docx")
    assert problems == []
    assert any(line.startswith(f"changed: {told}") for line in lines)
    normal = re.search(
        r'<w:style [^>]*w:styleId="Normal".*?</w:style>', ZipFile(BytesIO(made.style)).read("word/styles.xml").decode()
    )
    assert normal is not None
    assert gone not in normal[0]


def test_a_heading_that_is_larger_than_the_lines_of_its_text_has_higher_ones() -> None:
    """Word cuts off what is higher than an exact line, also where another style says it."""
    inside = '<w:pPr><w:spacing w:line="280" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr>'
    heading = paragraph_style(
        "heading 1",
        '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240"/></w:pPr><w:rPr><w:sz w:val="48"/></w:rPr>',
    )
    made = adopt(word_file(heading, normal=NORMAL.format(inside)), BASE)
    styles = ZipFile(BytesIO(made.style)).read("word/styles.xml").decode()
    assert 'w:before="240" w:line="240" w:lineRule="auto"' in styles
    assert not any("'Normal'" in note for note in made.notes)


def test_a_line_that_holds_a_picture_is_as_high_as_that() -> None:
    """Word shows of a picture no more than its line is high, where that is exact."""
    inside = '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>'
    figure = paragraph_style("Figure", '<w:basedOn w:val="Normal"/>')
    made = adopt(word_file(figure, normal=NORMAL.format(inside)), BASE)
    told = "the height of the lines of style 'Figure' is less than that of pictures: they are as high as these"
    assert told in made.notes


@pytest.mark.parametrize("pattern", ["solid", "pct90"])
def test_a_pattern_behind_the_text_is_judged_as_the_colour_that_it_shows(pattern: str) -> None:
    """Black signs on black are no black on white, as the ground of the pattern would have it."""
    shade = f'<w:pPr><w:shd w:val="{pattern}" w:color="000000" w:fill="FFFFFF"/></w:pPr><w:rPr><w:color w:val="000000"/></w:rPr>'
    made = adopt(word_file(normal=NORMAL.format(shade)), BASE)
    lines, problems = examined(made, "style.docx")
    assert "changed: the colour 000000 of style 'Normal' has only 1.0 to 1 on 000000: FFFFFF is used" in lines
    assert "changed: the pattern behind the text of style 'Normal' is one colour" in lines
    assert any("is too faint" in each.message for each in problems)
