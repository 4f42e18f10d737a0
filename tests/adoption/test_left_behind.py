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


THEME = b"""<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="Ministry"><a:themeElements><a:clrScheme name="Ministry"><a:accent1><a:srgbClr val="12345A"/></a:accent1></a:clrScheme><a:fontScheme name="Ministry"><a:minorFont><a:latin typeface="Georgia" panose="Ministry"/><a:font script="Jpan" typeface="Mincho"/></a:minorFont></a:fontScheme><a:fmtScheme name="Ministry"><a:fillStyleLst><a:blipFill><a:blip r:embed="rId1"/></a:blipFill></a:fillStyleLst></a:fmtScheme></a:themeElements><a:custClrLst><a:custClr name="Ministry"/></a:custClrLst><a:extLst><a:ext uri="{Ministry}"/></a:extLst></a:theme>"""
SETTINGS = b'<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/><w:compatSetting w:name="Ministry" w:uri="http://ministry.example" w:val="1"/></w:compat><w:decimalSymbol w:val="Ministry"/><w:listSeparator w:val=";"/></w:settings>'
NAMED = '<w:abstractNum w:abstractNumId="4"><w:nsid w:val="12345678"/><w:name w:val="Ministry"/><w:styleLink w:val="Ministry"/><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:pStyle w:val="Ministry"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'


def _settled() -> dict[str, str]:
    """Return the parts of the style document of a template that names its house wherever it can."""
    styles = (
        paragraph_style("List Number", f'<w:aliases w:val="Ministry"/><w:basedOn w:val="Ministry"/>{LISTED}')
        + paragraph_style("Ministry", '<w:rPr><w:sz w:val="26"/></w:rPr>')
    )  # fmt: skip
    template = word_file(styles, numbering=NAMED, accents={"accent1": "0"}, more={"word/settings.xml": SETTINGS})
    whole = ZipFile(BytesIO(template))
    members = {name: whole.read(name) for name in whole.namelist()} | {"word/theme.xml": THEME}
    links = members["word/_rels/document.xml.rels"]
    settings = b'<Relationship Id="rS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>'
    members["word/_rels/document.xml.rels"] = links.replace(b"</Relationships>", settings)
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    made = ZipFile(BytesIO(adopt(stream.getvalue(), BASE).style))
    return {name: made.read(name).decode() for name in made.namelist()}


def test_no_name_of_a_template_is_in_what_packs_keep_of_it() -> None:
    """A pack for people at risk, which bears no letterhead, does not say whose template it is."""
    for name, text in _settled().items():
        assert "ministry" not in text.casefold(), name
        assert "12345678" not in text, name


def test_colours_typefaces_and_settings_of_a_template_are_kept() -> None:
    """They are its look; what its lists lean on keeps its size, under a name that says nothing."""
    parts = _settled()
    assert '<a:accent1><a:srgbClr val="12345A"/></a:accent1>' in parts["word/theme/theme1.xml"]
    assert '<a:font typeface="Mincho" script="Jpan"/>' in parts["word/theme/theme1.xml"]
    assert "embed" not in parts["word/theme/theme1.xml"]
    assert 'w:listSeparator w:val=";"' in parts["word/settings.xml"]
    assert '<w:name w:val="Underlying 1"/>' in parts["word/styles.xml"]
    assert '<w:basedOn w:val="Underlying1"/>' in parts["word/styles.xml"]
