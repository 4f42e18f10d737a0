"""Telling apart: text, words that stand out and headings do not look alike in packs, whatever a template does."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.adoption.letterheads import BASE
from tests.adoption.templates_of_ours import paragraph_style, word_file

from briefpack.adoption import Adopted, adopt
from briefpack.packs.style_trial import examined

NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{}</w:style>'
LEANING = '<w:basedOn w:val="Normal"/>'


def adopted(styles: str = "", normal: str = "") -> Adopted:
    """Return what becomes of a template with these styles, in which nothing is wrong then."""
    made = adopt(word_file(styles, normal=NORMAL.format(normal)), BASE)
    assert examined(made, "style.docx")[1] == []
    return made


def style(made: Adopted, identifier: str) -> str:
    """Return a style of an adopted template as text."""
    styles = ZipFile(BytesIO(made.style)).read("word/styles.xml").decode()
    found = re.search(f'<w:style [^>]*w:styleId="{identifier}".*?</w:style>', styles)
    assert found is not None
    return found[0]


@pytest.mark.parametrize(("stress", "called"), [("<w:b/>", "bold"), ("<w:i/>", "italic"), ("<w:caps/>", "in capitals")])
def test_a_text_that_is_stressed_throughout_is_not_in_packs(stress: str, called: str) -> None:
    """Words that a pack stresses would look as all others do."""
    made = adopted(paragraph_style("heading 1", LEANING), f"<w:rPr>{stress}</w:rPr>")
    assert stress in style(made, "heading1")
    assert f"the text is {called} throughout in your template: it is not in packs, where single words are" in made.notes
    assert stress.replace("/>", ' w:val="0"/>') in style(made, "Normal")


@pytest.mark.parametrize(
    ("inside", "is_told"),
    [
        (LEANING, True),
        (f'{LEANING}<w:rPr><w:rFonts w:ascii="Roboto Black"/></w:rPr>', True),
        (f'{LEANING}<w:rPr><w:sz w:val="32"/></w:rPr>', False),
        (f'{LEANING}<w:rPr><w:color w:val="7A1F1F"/></w:rPr>', False),
        (f'{LEANING}<w:pPr><w:jc w:val="center"/></w:pPr>', False),
    ],
)
def test_a_heading_that_looks_as_the_text_does_is_bold(inside: str, is_told: bool) -> None:
    """A typeface of its own makes no heading for a reader who does not have it."""
    made = adopted(paragraph_style("heading 1", inside))
    assert ("style 'heading 1' looks as the text does: it is bold in packs" in made.notes) is is_told
    assert ("<w:b/>" in style(made, "heading1")) is is_told


def test_the_room_around_a_heading_that_began_a_page_is_bounded() -> None:
    """A pack has several headings on a page."""
    made = adopted(paragraph_style("heading 1", '<w:pPr><w:spacing w:before="1100" w:after="240"/></w:pPr>'))
    assert 'w:before="720" w:after="240"' in style(made, "heading1")
    told = "the room above style 'heading 1' is 55 points: 36 are used, as packs have several on a page"
    assert told in made.notes


def test_headings_that_are_filled_in_have_the_colour_of_the_templates_own() -> None:
    """In a house without colours they would be the only ones that have one."""
    own = paragraph_style("heading 1", f'{LEANING}<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>')
    assert "<w:color" not in style(adopted(own), "FrontHeading")
    assert "<w:color" in style(adopted(), "FrontHeading")


def test_a_broken_style_that_packs_do_not_use_is_not_told() -> None:
    """LibreOffice writes a hundred of them."""
    made = adopted(paragraph_style("Grid Table 3", '<w:basedOn w:val="Gone"/>', kind="table"))
    assert not any("Grid Table 3" in note for note in made.notes)
