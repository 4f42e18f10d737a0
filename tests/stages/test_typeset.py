"""Typeset: one Markdown pack in, the same Word file out every time, in the house style."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from briefpack.problems import Refusal
from briefpack.stages.typeset import typeset
from briefpack.word.house import House

STYLE_PATH = Path(__file__).parents[2] / "templates" / "base" / "style.docx"
STYLE = STYLE_PATH.read_bytes()
FRONT = """---
title: Pack for the Envoy
organisation: The Office
language: fr-CH
mark: UNCLASSIFIED · TLP:CLEAR
caveat: Exercise
version: version 3
date: 1997-06-27
other: [ignored]
page_wording: Page {page} sur {pages}
---
"""
TEXT = (
    "# Heading\n\nText[^1] with [link](https://example.org).\n\n1. a\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n[^1]: Note.\n"
)


def members(pack: bytes) -> dict[str, str]:
    """Return the members of a .docx as text, in the order of the file."""
    with ZipFile(BytesIO(pack)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


COMMENTS = (
    '<Relationship Id="rId77" Target="comments.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/>'
)


def respelt(style: bytes, part: str, old: str, new: str, extra: dict[str, str] | None = None) -> bytes:
    """Return a style document with one change in one part, and perhaps a part more."""
    content = members(style) | (extra or {})
    assert old in content[part]
    content[part] = content[part].replace(old, new)
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return stream.getvalue()


def test_two_calls_give_the_same_bytes() -> None:
    """Nothing but the arguments decides the bytes."""
    assert typeset(FRONT + TEXT, STYLE) == typeset(FRONT + TEXT, STYLE)


def test_two_processes_give_the_same_bytes() -> None:
    """Time zone and hash seed leave no trace."""
    code = (
        "import hashlib, pathlib, sys; from briefpack.stages.typeset import typeset; "
        "print(hashlib.sha256(typeset(sys.argv[1], pathlib.Path(sys.argv[2]).read_bytes())).hexdigest())"
    )
    expected = hashlib.sha256(typeset(FRONT + TEXT, STYLE)).hexdigest()
    for zone, seed in (("Pacific/Auckland", "1"), ("America/Lima", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code, FRONT + TEXT, str(STYLE_PATH)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == expected


def test_the_file_is_in_a_fixed_order_with_a_fixed_date() -> None:
    """The content types come first, and no member tells when or where it was written."""
    with ZipFile(BytesIO(typeset(TEXT, STYLE))) as archive:
        names = archive.namelist()
        assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert names[2:] == sorted(names[2:])
        stamps = {(entry.date_time, entry.create_system, entry.external_attr) for entry in archive.infolist()}
        assert stamps == {((1980, 1, 1, 0, 0, 0), 3, 0o600 << 16)}


def test_the_mark_survives_a_style_document_with_another_first_page() -> None:
    """A style document that leaves the header off the first page does not take the mark away there."""
    style = respelt(STYLE, "word/document.xml", "</w:sectPr>", "<w:titlePg/></w:sectPr>")
    style = respelt(style, "word/settings.xml", "<w:compat>", "<w:evenAndOddHeaders/><w:compat>")
    content = members(typeset(FRONT + TEXT, style))
    assert "titlePg" not in content["word/document.xml"]
    assert "evenAndOddHeaders" not in content["word/settings.xml"]


def test_the_organisation_of_the_house_stands_in_for_a_missing_one() -> None:
    """Without front matter the house's name is the file's."""
    content = members(typeset("Text.\n", STYLE, House(organisation="House & Co")))
    assert ">House &amp; Co</" in content["docProps/core.xml"]


def test_house_colours_reach_styles_and_theme() -> None:
    """A slot the house sets is changed everywhere, the others nowhere."""
    content = members(typeset(TEXT, STYLE, House(colours={"heading": "7a1f1f", "shade": "F5EEEE"})))
    plain = members(typeset(TEXT, STYLE))
    assert '<w:color w:val="7A1F1F" w:themeColor="accent1"/>' in content["word/styles.xml"]
    assert '<a:accent1><a:srgbClr val="7A1F1F"/></a:accent1>' in content["word/theme/theme1.xml"]
    assert 'w:fill="F5EEEE" w:themeFill="accent4"' in content["word/styles.xml"]
    assert "1F3864" not in content["word/styles.xml"]
    kept = r'w:color="\w+" w:themeColor="accent3"'
    assert set(re.findall(kept, content["word/styles.xml"])) == set(re.findall(kept, plain["word/styles.xml"]))


@pytest.mark.parametrize(("colours", "hint"), [({"headings": "000000"}, "heading"), ({"accent": "#00000"}, "six")])
def test_a_house_with_unfit_colours_is_no_house(colours: dict[str, str], hint: str) -> None:
    """An unknown slot or a value that is no colour is told at once."""
    with pytest.raises(ValueError, match=hint):
        House(colours=colours)


def test_tables_fill_the_text_width_of_the_paper() -> None:
    """On each paper the table is as wide as the text."""
    for paper, width in (("a4", 11906), ("letter", 12240)):
        document = members(typeset(TEXT, STYLE, House(paper=paper)))["word/document.xml"]  # type: ignore[arg-type]
        assert f'w:w="{width}"' in document
        assert f'<w:tblW w:w="{width - 2 * 1134}" w:type="dxa"/>' in document


def test_a_missing_style_is_named_with_its_kind() -> None:
    """A style document without a style that the pack needs is refused, every such style at once."""
    style = respelt(STYLE, "word/styles.xml", '<w:name w:val="Quote"/>', '<w:name w:val="Quotes"/>')
    style = respelt(style, "word/styles.xml", '<w:name w:val="Briefing Table"/>', '<w:name w:val="Other"/>')
    with pytest.raises(Refusal) as refusal:
        typeset("> Quote\n\n| a |\n|--|\n| 1 |\n", style)
    assert [str(problem) for problem in refusal.value.problems] == [
        "style.docx:1:1: error: there is no paragraph style 'Quote' (did you mean 'Quotes'?);"
        " add it, or start from the base style",
        "style.docx:1:1: error: there is no table style 'Briefing Table'; add it, or start from the base style",
    ]


def test_a_style_document_without_lists_is_refused_where_there_are_lists() -> None:
    """A list style without numbering is named; a pack without lists does not mind."""
    style = respelt(STYLE, "word/numbering.xml", '<w:num w:numId="2">', '<w:num w:numId="9">')
    assert typeset("Text.\n", style)
    with pytest.raises(Refusal, match="style 'List Number' has no numbering for list level 1"):
        typeset("1. a\n", style)


@pytest.mark.parametrize("style", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_a_style_document_that_is_none_is_refused(style: bytes) -> None:
    """Bytes that are no Word document are a person's mistake, told as such."""
    with pytest.raises(Refusal, match="not a Word document"):
        typeset("Text.\n", style)


@pytest.mark.parametrize("part", ["word/theme/theme1.xml", "word/styles.xml", "word/settings.xml", "word/comments.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_style_document_that_could_read_other_files_is_refused(part: str, encoding: str, tmp_path: Path) -> None:
    """An entity of XML stands for the content of any file, or grows without end; Word writes none."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]><x>&e;</x>'
    content = {name: text for name, text in members(STYLE).items() if name != part}
    with pytest.raises(Refusal, match=r"^style.docx:1:1: error: the style document defines entities of XML"):
        typeset("Text.\n", zipped({**{k: v.encode() for k, v in content.items()}, part: entity.encode(encoding)}))


def test_a_style_document_that_fills_the_memory_is_refused() -> None:
    """A small file may unpack to any size."""
    content = {name: text.encode() for name, text in members(STYLE).items()}
    with pytest.raises(Refusal, match="the style document unpacks to more than 50 MB"):
        typeset("Text.\n", zipped({**content, "word/styles.xml": b"<x>" + bytes(60_000_000)}))


def test_a_style_document_that_is_packed_in_another_way_is_refused() -> None:
    """A part that says it is small may unpack to any size."""
    content = {name: text.encode() for name, text in members(STYLE).items()}
    with pytest.raises(Refusal, match="the style document is packed in a way that Word does not use; save it again"):
        typeset("Text.\n", zipped(content, ZIP_BZIP2))


def zipped(content: Mapping[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Return a zip file with these members."""
    stream = BytesIO()
    with ZipFile(stream, "w", method) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_nothing_of_the_style_document_but_its_styles_gets_into_the_pack() -> None:
    """Text, authors and other parts of a style document stay behind."""
    style = respelt(STYLE, "word/document.xml", "<w:body>", "<w:body><w:p><w:r><w:t>Secret draft</w:t></w:r></w:p>")
    style = respelt(style, "word/document.xml", "<w:sectPr>", '<w:sectPr w:rsidR="00AA">')
    style = respelt(style, "word/settings.xml", "<w:compat>", '<w:rsids><w:rsidRoot w:val="00AA"/></w:rsids><w:compat>')
    style = respelt(style, "word/_rels/document.xml.rels", "</Relationships>", COMMENTS + "</Relationships>")
    default = '<Default Extension="xml" ContentType="application/xml"/></Types>'
    style = respelt(style, "[Content_Types].xml", "</Types>", default, extra={"word/comments.xml": "<Secret/>"})
    content = members(typeset(TEXT, style))
    assert "word/comments.xml" not in content
    assert not re.search("Secret|rsid", "".join(content.values()))


def test_problems_are_reported_under_the_name_of_the_file() -> None:
    """The caller names the file."""
    with pytest.raises(Refusal, match=r"^case/pack.md:1:1: error: "):
        typeset("<b>\n", STYLE, file="case/pack.md")


@pytest.mark.parametrize("markdown", ["> " * 200 + "x", "- " * 200 + "x", "**a " * 300 + "x" + " b**" * 300])
def test_nesting_without_end_is_refused(markdown: str) -> None:
    """What is nested deeper than a page can show is refused, not lost, and never a traceback."""
    with pytest.raises(Refusal, match=r"pack.md:1:1: error: nested too deeply"):
        typeset(markdown, STYLE)
