"""Surfaces: a name is found wherever in the finished files it stands, and the place is told without the name."""

from __future__ import annotations

import base64
import datetime
import json
import zlib

import pytest
from tests.gate.planting import NAME, STEM, W, file, found, into, markdown, new_part, pack, png, with_word, word, zipped

from briefpack.gate.canaries import seeded
from briefpack.gate.days import forms_of
from briefpack.gate.surfaces import Finished, texts_of
from briefpack.gate.term import term
from briefpack.gate.terms import Sought
from briefpack.gate.verdict import leaks, told

MAIN, END = "word/document.xml", "<w:sectPr"
#: Typed by a hostile hand: in capitals, with an accent, split by invisible signs.
HOSTILE = "TAM\u200bSÉL ORR\xadELBY"
RUN = "<w:r><w:t>{}</w:t></w:r>"
SPLIT = RUN.format("Tam") + "<w:r><w:rPr><w:b/></w:rPr><w:t>sel Orr</w:t></w:r>" + RUN.format("elby")
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
RELATED = '<Relationship Id="x" Type="{}" Target="https://example.org/TAMSEL%20ORRELB%C3%BD" TargetMode="External"/>'
ROOT = "<root>{}</root>"
PLANTS = {
    "body": lambda: into(MAIN, f"<w:p>{SPLIT}</w:p>", END),
    "body, hidden": lambda: into(MAIN, f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{HOSTILE}</w:t></w:r></w:p>", END),
    "body, deleted": lambda: into(MAIN, f"<w:p><w:del><w:r><w:delText>{HOSTILE}</w:delText></w:r></w:del></w:p>", END),
    "body, two cells": lambda: into(
        MAIN,
        f"<w:tbl><w:tr><w:tc><w:p>{RUN.format('Tamsel')}</w:p></w:tc><w:tc><w:p>{RUN.format('Orrelby')}</w:p></w:tc></w:tr></w:tbl>",
        END,
    ),
    "headers": lambda: into("word/header1.xml", f"<w:p>{SPLIT}</w:p>", "</w:hdr>"),
    "footers": lambda: into("word/footer1.xml", f"<w:p>{SPLIT}</w:p>", "</w:ftr>"),
    "notes": lambda: into("word/footnotes.xml", f"<w:p>{SPLIT}</w:p>", "</w:footnotes>"),
    "comments": lambda: new_part("word/comments.xml", f"<w:comments {W}><w:p>{SPLIT}</w:p></w:comments>"),
    "instructions of fields": lambda: into(
        MAIN,
        "<w:p><w:r><w:instrText> REF Tam</w:instrText></w:r><w:r><w:instrText>sel Orrelby </w:instrText></w:r></w:p>",
        END,
    ),
    "instructions of fields, simple": lambda: into(MAIN, f'<w:p><w:fldSimple w:instr="QUOTE {HOSTILE}"/></w:p>', END),
    "results of fields": lambda: into(
        MAIN, f"<w:p>{FIELD.format('begin')}{FIELD.format('separate')}{SPLIT}{FIELD.format('end')}</w:p>", END
    ),
    "names of bookmarks": lambda: into(MAIN, '<w:bookmarkStart w:id="9" w:name="tamsel_orrelby"/>', END),
    "alternative text": lambda: into(MAIN, f'<x:docPr xmlns:x="urn:x" id="9" descr="{HOSTILE}"/>', END),
    "links": lambda: into(MAIN, f'<w:hyperlink w:tooltip="{HOSTILE}"/>', END),
    "targets of links": lambda: into("word/_rels/document.xml.rels", RELATED.format("urn:x/hyperlink"), "</"),
    "targets of relationships": lambda: into("word/_rels/document.xml.rels", RELATED.format("urn:x"), "</"),
    "names of styles": lambda: into(
        "word/styles.xml", f'<w:style w:styleId="x"><w:name w:val="{HOSTILE}"/></w:style>', "</"
    ),
    "document variables": lambda: into(
        "word/settings.xml", f'<w:docVars><w:docVar w:name="x" w:val="{HOSTILE}"/></w:docVars>', "</"
    ),
    "properties": lambda: into("docProps/core.xml", f"<dc:subject>{HOSTILE}</dc:subject>", "</"),
    "properties, custom": lambda: new_part("docProps/custom.xml", ROOT.format(HOSTILE)),
    "custom XML": lambda: new_part("customXml/item1.xml", ROOT.format(HOSTILE)),
    "other texts": lambda: into(MAIN, f'<m:t xmlns:m="urn:m">{HOSTILE}</m:t>', END),
    "attributes": lambda: into(MAIN, f"<w:p w:rsidR='{HOSTILE}'/>", END),
    "comments in the XML": lambda: into(MAIN, f"<!-- {HOSTILE} -->", END),
    "comments in the XML, instruction": lambda: into(MAIN, f"<?x {HOSTILE}?>", END),
    "other parts": lambda: new_part("word/embeddings/x.bin", b"\x01\x02" + NAME.encode("utf-16-le") + b"\x03"),
    "other parts, not well-formed": lambda: new_part("word/glossary.xml", f"<root>{HOSTILE}"),
    "metadata of media": lambda: new_part("word/media/x.png", png(b"iTXt", b"Title\0\0\0en\0\0" + HOSTILE.encode())),
    "names of members": lambda: new_part("word/theme/Tamsel-Orrelby.xml", "<x/>"),
    "names of media": lambda: new_part("word/media/TamselOrrelby.png", png(b"sRGB", b"\0")),
    "order of members": lambda: word(
        lambda parts: parts.update({"word/tamsel.xml": b"<x/>", "word/orrelby.xml": b"<x/>"})
    ),
    "comments of the zip file": lambda: with_word(lambda parts: zipped(parts, comment=HOSTILE)),
    "comments of the zip file, member": lambda: with_word(lambda parts: zipped(parts, said=HOSTILE)),
    "comments of the zip file, before it": lambda: with_word(lambda parts: HOSTILE.encode() + zipped(parts)),
    "extra fields of the zip file": lambda: with_word(lambda parts: zipped(parts, extra=HOSTILE)),
    "Markdown text": lambda: markdown("\nThe **Tam**sel Orrel-\nby view.\n"),
    "Markdown text, escaped": lambda: markdown("\nTamsel\\_Orrelby and &#84;amsel\n"),
    "Markdown front matter": lambda: Finished({f"{STEM}.md": b'---\ntitle: "\\u0054amsel Orrelby"\n---\n\nText.\n'}),
    "Markdown link targets": lambda: markdown("\n[here](https://example.org/%54amsel%20Orrelby)\n"),
    "Markdown link targets, reference": lambda: markdown("\n[x]: https://example.org/%54amsel%2BOrrelby\n"),
    "Markdown alternative text": lambda: markdown("\n![the\nTamsel Orrelby](x.png)\n"),
    "Markdown comments": lambda: markdown("\n<!-- Tamsel\nOrrelby -->\n"),
    "names of files and folders": lambda: file("Tamsel%20Orrelby/notes.txt"),
    "names of pictures": lambda: file(f"{STEM}.media/tamsel-orrelby.png", png(b"sRGB", b"\0")),
    "metadata of pictures": lambda: file("x.png", png(b"tEXt", b"Author\0Tamsel Orrelby")),
    "metadata of pictures, compressed": lambda: file(
        "x.png", png(b"zTXt", b"Author\0\0" + zlib.compress(b"Tamsel Orrelby"))
    ),
    "metadata of pictures, unknown chunk": lambda: file("x.png", png(b"eXIf", b"\0\1Tamsel Orrelby\0")),
    "metadata of pictures, after the end": lambda: file("x.png", png(b"sRGB", b"\0", after=b"Tamsel Orrelby")),
    "words in pictures": lambda: Finished(pack(), {f"{STEM}.media/plan.png": ("Tamsel", "Orrelby")}),
    "manifest": lambda: file(f"{STEM}.manifest.json", json.dumps({"mark": "Tamsél Orrelby"}).encode()),
    "what the build writes beside packs": lambda: Finished(pack(), beside={"index.html": b"<td>Tam<b>sel</b> Orrelby"}),
    "what the build writes beside packs, coded": lambda: Finished(
        pack(), beside={".snakemake": base64.b64encode(b"outputs/tamsel-orrelby.docx")}
    ),
    "folders that the build was given": lambda: Finished(pack(), folders={"inputs": "/home/Tamsel Orrelby/cases"}),
    "other files": lambda: file("notes.txt", HOSTILE.encode()),
    "other files, no text": lambda: file("notes.bin", b"\xff\xfe" + NAME.encode("utf-16-le")),
}


@pytest.mark.parametrize("where", PLANTS)
def test_a_planted_name_is_found_on_every_surface(where: str) -> None:
    """The surface is told, the name is not."""
    told = found(PLANTS[where]())
    surface = where.partition(",")[0]
    assert any(f"{surface} holds a planted name" in line or f"{surface}, " in line for line in told), told
    assert all(line.count("X01: ") == 1 and "amsel" not in line.lower() for line in told)


def test_the_digest_of_a_file_tells_no_day() -> None:
    """By chance it holds the numbers of one; those of any other text in the manifest are found."""
    digest = "826d170531e63acf" * 4
    for where, finds in ((f"{STEM}.docx", 0), ("title", 1)):
        finished = file(f"{STEM}.manifest.json", json.dumps({where: digest}).encode())
        found_there = leaks(finished, Sought(forms_of(datetime.date(2031, 5, 17), ())))
        assert len(list(found_there)) == finds


def test_a_planted_moment_is_found_in_the_times_of_members() -> None:
    """A day on which something happened may not be the day of a file either."""
    finished = with_word(lambda parts: zipped(parts, moment=(2031, 5, 17, 10, 0, 0)))
    (told,) = found(finished, "2031-05-17")
    assert "times of members holds" in told


def test_the_day_of_a_property_is_found() -> None:
    """The properties write a day with the time run on to it."""
    finished = into("docProps/core.xml", "<dcterms:x>2031-05-17T00:00:00Z</dcterms:x>", "</")
    assert any("properties holds" in line for line in found(finished, "2031-05-17"))


def test_every_surface_has_a_canary_and_a_plant() -> None:
    """No surface is read of which it is not proved, in each release and here, that it is."""
    canaries = set(seeded(Finished(pack()))[1])
    read = {text.surface for plant in PLANTS.values() for text in _all(plant())}
    around = {"words in pictures", "names of files and folders", "what the build writes beside packs"}
    around |= {"folders that the build was given"}
    assert read | around | {"times of members"} == canaries
    assert {where.partition(",")[0] for where in PLANTS} | {"times of members"} == canaries


def _all(finished: Finished) -> list:  # type: ignore[type-arg]
    return [text for name, data in finished.files.items() for text in texts_of(name, data)]


def test_the_paragraph_and_the_line_are_told() -> None:
    """A person is led to the place in the body and in the Markdown."""
    body = into(MAIN, f"<w:p>{SPLIT}</w:p>", END)
    (told,) = [line for line in found(body) if "body" in line]
    assert f"{STEM}.docx:1:1: error: X01: {MAIN}, body, paragraph " in told
    lines = pack()[f"{STEM}.md"].count(b"\n")
    (told,) = found(markdown(f"\n{NAME}\n"))
    assert told.startswith(
        f"{STEM}.md:{lines + 2}:1: error: X01: Markdown text, line {lines + 2}, words 1 to 2, under the heading"
    )


def test_a_local_header_that_differs_from_the_directory_is_read() -> None:
    """A member's name stands twice in a zip file; some readers show the one, some the other."""

    def renamed(parts: dict[str, bytes]) -> bytes:
        data = zipped(parts | {"word/tamselorrelby.xml": b"<x/>"})
        return data[::-1].replace(b"word/tamselorrelby.xml"[::-1], b"word/another-secret.xml"[1:][::-1], 1)[::-1]

    assert found(with_word(renamed))


def test_a_file_that_is_no_zip_file_is_read_all_the_same() -> None:
    """A spoilt Word file is refused for what is readable in it too."""
    assert found(Finished({"x.docx": b"PK spoilt " + NAME.encode()}))


def test_a_name_that_stands_twice_in_a_file_is_told_once() -> None:
    """Each surface that holds it is found, and one message is enough to look for it."""
    wanted = term(NAME, "a planted name")
    assert wanted
    found = leaks(markdown(f"\n{NAME}\n\n<!-- {NAME} -->\n"), Sought((wanted,)))
    assert [leak.text.surface for leak in found] == ["Markdown text", "Markdown comments"]
    assert [problem.place.file for problem in told(found)] == [f"{STEM}.md"]


def test_a_single_word_in_the_path_to_a_project_is_no_find() -> None:
    """A user's name, a country: where a project lies tells of no case; two words of a name are no chance."""
    folders = {"inputs": "/home/t.orrelby/Lower Quenholt/inputs"}
    assert found(Finished(pack(), folders=folders), "Orrelby", "Quenholt") == []
    assert found(Finished(pack(), {}, "orrelby/inputs"), "Orrelby")
    (told,) = found(Finished(pack(), folders=folders), "Lower Quenholt")
    assert told.startswith("the folder of inputs:1:1: error: X01: folders that the build was given holds")
    assert "give that folder, or the one it lies in, another name" in told


def test_a_place_of_the_case_that_holds_the_term_itself_is_not_told() -> None:
    """A project may lie in a folder with the very name that is withheld."""
    wanted = term(NAME, "what is withheld at /x/Tamsel Orrelby/case.yaml:3:1")
    assert wanted
    finished = Finished({f"{STEM}, v2.md": b"Tamsel Orrelby"})
    (problem,) = told(leaks(finished, Sought((wanted,))))
    assert problem.place.file == f"{STEM}, v2.md"
    assert "holds what is withheld, which" in problem.message


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08\0" + 6 * b"\0" + 20 * b"\xff", b"\x1f\x8b" + 20 * b"a"])
def test_what_only_looks_like_something_coded_is_passed_over(data: bytes) -> None:
    """A row of letters that begins as a compressed file does is a text all the same."""
    coded = base64.b64encode(data).decode()
    assert found(file("notes.txt", f"{coded} {NAME}".encode()))
