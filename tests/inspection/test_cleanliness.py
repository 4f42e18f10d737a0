"""Cleanliness: a pack that tells of who made it, where, when or how is refused, each rule broken once on purpose."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from spoilt import Breach, after, edited, good, inside, members, only, packed, put, spoilt, told, words
from tests.building import PACKS, SHIPPED, shipped_packs

from briefpack.stages.release import inspected

BODY, CORE, RELATED, TYPES = (
    "word/document.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OUTSIDE = '<rel:Relationship Id="rId900" TargetMode="External" Type="{}/{}" Target="{}"/>'

SESSION = '<w:rsid w:val="00A1B2C3"/>'

BREACHES: dict[str, Breach] = {
    "an editing session": (BODY, "//w:p", put(w_rsidR="00A1B2C3"),
                           ("a number of an editing session (rsid)", "does not say w:rsidR of w:p")),
    "an editing session of a style": ("word/styles.xml", "//w:style/w:name", after(SESSION),
                                      ("(rsid)", "does not hold w:rsid")),
    "who changed it last": (CORE, "/*", inside("<cp:lastModifiedBy>M</cp:lastModifiedBy>"), "its cp:lastModifiedBy"),
    "how often it was changed": (CORE, "/*", inside("<cp:revision>7</cp:revision>"), "its cp:revision"),
    "what it is about": (CORE, "/*", inside("<dc:subject>M</dc:subject>"), "its dc:subject"),
    "when it was made": (CORE, "//dcterms:created", words("2026-03-04T15:16:17Z"), "not the day of the"),
    "when it was changed": (CORE, "//dcterms:modified", words("2026-03-05T00:00:00Z"), "not the day of the"),
    "a template elsewhere": (RELATED, "//rel:Relationship", after(OUTSIDE.format(OFFICE, "attachedTemplate", "http://x")),
                             "rId900 loads something from outside"),
    "a picture elsewhere": (RELATED, "//rel:Relationship", after(OUTSIDE.format(OFFICE, "image", "http://x.org/i.png")),
                            "rId900 loads something from outside"),
    "a link to a file": (RELATED, "//rel:Relationship", after(OUTSIDE.format(OFFICE, "hyperlink", "file:///c:/x.doc")),
                         "rId900 loads something from outside"),
}  # fmt: skip


@pytest.mark.parametrize("breach", BREACHES)
def test_a_pack_that_tells_of_its_making_is_refused(breach: str) -> None:
    """Each rule sees the one thing it is there to see."""
    part, path, edit, reason = BREACHES[breach]
    problems = spoilt(part, path, edit)
    assert only(problems, reason), problems


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("customXml/item1.xml", "customXml"),
        ("docProps/thumbnail.jpeg", "thumbnail"),
        ("docProps/custom.xml", "custom-properties"),
        ("word/comments.xml", "comments"),
        ("word/vbaProject.bin", "vbaProject"),
        ("word/embeddings/sheet.bin", "oleObject"),
        ("word/webSettings.xml", "webSettings"),
    ],
)
def test_a_part_that_packs_do_not_hold_is_refused(part: str, kind: str) -> None:
    """Custom data, thumbnails, comments, programs and embedded files are found, properly related or not."""
    target = f'<rel:Relationship Id="rId900" Type="{OFFICE}/{kind}" Target="/{part}"/>'
    parts = edited(members(good()[1]), RELATED, "//rel:Relationship", after(target))
    typed = edited(parts, TYPES, "//ct:Override", after(f'<ct:Override PartName="/{part}" ContentType="text/plain"/>'))
    problems = told(packed({**typed, part: b"<x/>"}))
    assert len(problems) == 1
    assert f"{part}: a pack may not hold such a part: remove it from style.docx" in problems[0]


def test_properties_of_the_program_are_refused() -> None:
    """The name and version of a program, its template and the hours spent are none of the reader's business."""
    part = "docProps/app.xml"
    target = f'<rel:Relationship Id="rId900" Type="{OFFICE}/extended-properties" Target="{part}"/>'
    parts = edited(members(good()[1]), "_rels/.rels", "//rel:Relationship", after(target))
    typed = edited(parts, TYPES, "//ct:Override", after(f'<ct:Override PartName="/{part}" ContentType="text/xml"/>'))
    (problem,) = told(packed({**typed, part: b"<P><Application>Word</Application></P>"}))
    assert "tells nothing of the program" in problem


def changed(name: str, value: object) -> list[str]:
    """Return what is said of the good pack with one property of each zip entry changed."""
    return told(packed(members(good()[1]), lambda entry: setattr(entry, name, value)))


@pytest.mark.parametrize(
    ("name", "value"),
    [("date_time", (2026, 3, 4, 5, 6, 8)), ("create_system", 0), ("comment", b"x"), ("extra", b"\x0a\0\x01\0x")],
)
def test_an_entry_that_tells_of_a_machine_is_refused(name: str, value: object) -> None:
    """The zip file says nothing of a clock or a system."""
    assert "an entry tells of the machine" in "\n".join(changed(name, value))


def test_entries_in_another_order_are_refused() -> None:
    """The order of the parts is part of the bytes."""
    stream = BytesIO()
    with ZipFile(BytesIO(good()[1])) as given, ZipFile(stream, "w") as archive:
        for entry in reversed(given.infolist()):
            archive.writestr(entry, given.read(entry))
    assert "its entries are not in the fixed order" in "\n".join(told(stream.getvalue()))


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return one piece of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.parametrize("kind", [b"tEXt", b"iTXt", b"zTXt", b"tIME", b"eXIf"])
def test_a_picture_that_tells_more_than_it_shows_is_refused(kind: bytes) -> None:
    """Texts, times and camera data in a PNG file are found."""
    parts = members(good()[1])
    name = next(name for name in parts if name.endswith(".png"))
    end = parts[name].rindex(b"\0\0\0\0IEND")
    parts[name] = parts[name][:end] + chunk(kind, b"Software\0x") + parts[name][end:]
    (problem,) = told(packed(parts))
    assert f"{name}: the picture holds more than a picture" in problem


def test_a_picture_that_is_none_is_refused() -> None:
    """Other bytes under the name of a picture, or after it, cannot be searched."""
    parts = members(good()[1])
    name = next(name for name in parts if name.endswith(".png"))
    for data in (b"GIF89a", parts[name] + b"trailing words", b""):
        assert "the picture holds more" in "\n".join(told(packed({**parts, name: data})))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("pagetitle", "dc:title"),
        ("organisation", "dc:creator"),
        ("language", "dc:language"),
        ("date", "dcterms:created"),
    ],
)
def test_a_file_that_says_another_thing_of_itself_than_its_text_is_refused(key: str, name: str) -> None:
    """Title, author, language and date of the Word file are those of the Markdown file beside it."""
    markdown, word = good()
    line = next(line for line in markdown.splitlines() if line.startswith(f"{key}: ".encode()))
    other = markdown.replace(line, f'{key}: "2001-01-01"'.encode(), 1)
    (problem,) = told(word, other)
    assert f"docProps/core.xml: {name} is not what the text says of the pack" in problem


@pytest.mark.parametrize("organisation", ["default", "riverside-institute"])
@pytest.mark.parametrize("case", SHIPPED)
def test_every_shipped_pack_is_released(case: str, organisation: str) -> None:
    """Nothing is said of any pack of the shipped cases."""
    files = shipped_packs(case, organisation)
    assert sum(name.endswith(".docx") and name.count(".") == 3 for name in files) == len(PACKS)
    assert inspected(files) == []
