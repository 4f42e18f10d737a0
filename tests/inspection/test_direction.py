"""Direction: a file in which right-to-left text does not run so is refused, each rule broken once on purpose."""

from __future__ import annotations

from functools import cache

import pytest
from spoilt import BODY, Members, edited, inside, members, packed, remove
from tests.building import TEMPLATES

from briefpack.inspection.inspecting import faults_of_pack
from briefpack.inspection.package import open_package
from briefpack.stages.typeset import typeset

STYLES = "word/styles.xml"
PORT = "\u0645\u0631\u0641\u0623"
MARKDOWN = f"""---
language: {{}}
pagetitle: {PORT}
mark: {PORT}
---

# {PORT}

{PORT} Berth 7.

| {PORT} | {PORT} |
| --- | --- |
| {PORT} | {PORT} |
"""


@cache
def pack(language: str) -> bytes:
    """Return a pack of Arabic words in a language."""
    return typeset(MARKDOWN.format(language), (TEMPLATES / "base" / "style.docx").read_bytes())


def faults(parts: Members) -> list[str]:
    """Return what is wrong with a Word file of these members."""
    package, faults_of_zip = open_package(packed(parts))
    assert package is not None
    return [str(each) for each in (*faults_of_zip, *faults_of_pack(package, None))]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_file_whose_directions_are_said_has_no_fault(language: str) -> None:
    """Arabic words may stand in a file of either direction."""
    assert faults(members(pack(language))) == []


@pytest.mark.parametrize(
    ("part", "path", "reason"),
    [
        (STYLES, "//w:style[w:name/@w:val='Normal']/w:pPr/w:bidi", "a paragraph of right-to-left text lacks its"),
        (BODY, "//w:rtl", "right-to-left letters stand in a run without w:rtl"),
        (BODY, "//w:bidiVisual", "the columns of a table begin on the left"),
        (BODY, "//w:sectPr/w:bidi", "a section does not run from right to left"),
        (STYLES, "//w:docDefaults//w:lang", "the language of the text is not set"),
    ],
)
def test_a_file_that_lacks_a_direction_is_refused(part: str, path: str, reason: str) -> None:
    """Of paragraphs, runs, tables, sections and the language each is missed."""
    found = faults(edited(members(pack("ar")), part, path, remove))
    assert any(reason in each for each in found), found


def test_latin_letters_do_not_run_from_right_to_left() -> None:
    """A run of Latin words that says so would be set the wrong way round in Word."""
    latin = "//w:r[not(w:rPr) and contains(w:t, 'Berth')]"
    run = "<w:r><w:rPr><w:rtl/></w:rPr><w:t>Berth</w:t></w:r>"
    found = faults(edited(members(pack("ar")), BODY, f"{latin}/..", inside(run)))
    assert any("left-to-right letters stand in a run with w:rtl" in each for each in found), found


def test_a_paragraph_of_arabic_in_an_english_file_needs_its_direction() -> None:
    """It would be set as one that begins on the left."""
    text = f"---\nlanguage: en\npagetitle: Port\nmark: Port\n---\n\n# Port\n\n{PORT} {PORT}.\n"
    word = typeset(text, (TEMPLATES / "base" / "style.docx").read_bytes())
    assert faults(members(word)) == []
    found = faults(edited(members(word), BODY, "//w:pPr/w:bidi", remove))
    assert any("lacks its direction" in each for each in found), found
