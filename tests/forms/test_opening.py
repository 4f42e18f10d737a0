"""Opening: a file that could read other files or fill the memory is refused before anything in it is read."""

from __future__ import annotations

from zipfile import ZIP_BZIP2, ZIP_STORED

import pytest
from tests.building import TEMPLATES
from tests.forms.filled import BODY, RELATIONS, parts, zipped

from briefpack.forms.opening import LARGEST_PART, ReturnedFile, open_returned
from briefpack.packs.word_styles import style_file
from briefpack.problems import Refusal

GOOD = style_file(TEMPLATES, "base").read_bytes()
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def opened(**changed: bytes) -> ReturnedFile:
    """Return a Word file opened with some of its parts changed; `__` in their names stands for `/`."""
    return open_returned(
        zipped({**parts(GOOD), **{name.replace("__", "/"): data for name, data in changed.items()}}), "f.docx"
    )


def test_a_good_file_is_opened_and_nothing_is_said_of_it() -> None:
    """Each of the following differs from it in one thing."""
    assert opened().others == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is not a Word document"),
        (b"PK\x05\x06" + bytes(18), "is not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "has a password, or is of the old kind of Word"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"{\\rtf1 A}", "is a text of another kind"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}, ZIP_STORED), "LibreOffice's own kind"),
        (GOOD[: len(GOOD) // 2], "is not a Word document"),
        (zipped(parts(GOOD), ZIP_BZIP2), "is packed in a way that Word does not use"),
        (zipped({**parts(GOOD), "a.bin": bytes(50_000_001)}), "unpacks to more than 50 MB"),
        (zipped({**parts(GOOD), **{f"a{one}": b"" for one in range(2000)}}, ZIP_STORED), "more than 2000 parts"),
        (zipped({**parts(GOOD), BODY: parts(GOOD)[BODY] + b" " * LARGEST_PART}), "is not a Word document"),
        (zipped({**parts(GOOD), BODY: b"<x>" * 300}), "is not a Word document"),
        (zipped({**parts(GOOD), BODY: b"<a>" * 300 + b"</a>" * 300}), "is not a Word document"),
        (zipped({name: data for name, data in parts(GOOD).items() if name != "_rels/.rels"}), "is not a Word document"),
        (zipped({**parts(GOOD), "_rels/.rels": b"<x/>"}), "is not a Word document"),
    ],
    ids=[
        "empty",
        "no parts",
        "password",
        "PDF",
        "rtf",
        "odt",
        "half",
        "bzip2",
        "large",
        "many",
        "large part",
        "no XML",
        "deep",
        "no relations",
        "no text",
    ],
)
def test_what_is_no_word_file_or_does_harm_is_refused(data: bytes, said: str) -> None:
    """In one line, with what to do."""
    with pytest.raises(Refusal, match=said):
        open_returned(data, "f.docx")


@pytest.mark.parametrize("part", [BODY, "word/styles.xml", "customXml/item1.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_every_part(part: str, encoding: str) -> None:
    """An entity stands for the content of any file, or grows without end."""
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
    with pytest.raises(Refusal, match="defines entities of XML"):
        open_returned(zipped({**parts(GOOD), part: entity.encode(encoding)}), "f.docx")


def test_a_text_that_lies_outside_the_file_is_not_fetched() -> None:
    """The text of a Word file is a part of it; a relation to one elsewhere is followed nowhere."""
    there = f'Type="{RELATED}/officeDocument" Target="http://192.0.2.1/x" TargetMode="External"'
    outside = f"<Relationships><Relationship {there}/></Relationships>"
    with pytest.raises(Refusal, match="is not a Word document"):
        opened(**{"_rels__.rels": outside.encode()})


@pytest.mark.parametrize(
    ("part", "data", "said"),
    [
        (
            RELATIONS,
            f'<Relationships><Relationship Type="{RELATED}/attachedTemplate" Target="http://192.0.2.1/" '
            'TargetMode="External"/></Relationships>',
            "a reference to something outside the file",
        ),
        ("word/comments.xml", "<x/>", "comments"),
        ("word/vbaProject.bin", "x", "macros"),
        ("word/embeddings/a.xlsx", "x", "files within the file"),
    ],
)
def test_what_else_is_in_a_file_is_told_and_not_read(part: str, data: str, said: str) -> None:
    """Comments, macros, other files, and references to what lies elsewhere."""
    assert opened(**{part.replace("/", "__"): data.encode()}).others == (said,)
