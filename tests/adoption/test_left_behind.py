"""Left behind: what a Word template says of itself in lists, themes and names reaches no pack unconfirmed."""

# Word files as they stand read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.adoption.letterheads import BASE
from tests.adoption.templates_of_ours import paragraph_style, word_file

from briefpack.adoption import Adopted, adopt

LIST = '<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
LISTED = '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'


def _of_list(form: str, text: str) -> tuple[Adopted, str]:
    """Return what becomes of a template with such a list, and the numbering of its style document."""
    called = "List Bullet" if form == "bullet" else "List Number"
    made = adopt(word_file(paragraph_style(called, LISTED), numbering=LIST.format(form=form, text=text)), BASE)
    return made, ZipFile(BytesIO(made.style)).read("word/numbering.xml").decode()


def _is_told(made: Adopted) -> bool:
    return any(note.startswith("bullets or numbers of your template") for note in made.notes)


@pytest.mark.parametrize(("form", "text"), [("decimal", "TLP:RED - Ministry %1."), ("decimal", "%1 A"), ("decimal", "SECRET"), ("bullet", "SECRET"), ("bullet", "%1x"), ("bullet", "机密")])  # fmt: skip
def test_words_before_the_points_of_a_list_are_not_taken(form: str, text: str) -> None:
    """They would stand on page one, and nobody confirmed them."""
    made, numbering = _of_list(form, text)
    assert text not in numbering
    assert _is_told(made)


@pytest.mark.parametrize(("form", "text"), [("decimal", "(%1)"), ("decimal", "%1.%2"), ("lowerRoman", "%1、"), ("bullet", "►"), ("bullet", "\uf0b7"), ("bullet", "o")])  # fmt: skip
def test_signs_and_numbers_of_a_list_are_kept(form: str, text: str) -> None:
    """They are its look."""
    made, numbering = _of_list(form, text)
    assert f'<w:lvlText w:val="{text}"/>' in numbering
    assert not _is_told(made)
