"""Validity: the files open in Word without repair, as far as that can be told without Word."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from drawn import png
from outline import W
from test_documents import CASES, STYLE
from validity import complaints

from briefpack.stages.typeset import typeset

FRONT = "---\ntitle: Pack\nmark: TLP:CLEAR\ncaveat: Exercise\nlanguage: fr\n---\n\n"
VALID = [pytest.param(case.values[0], id=case.id) for case in CASES if case.values[1] == "outline"]


@pytest.mark.parametrize("markdown", VALID)
def test_every_document_of_the_dialect_is_valid(markdown: str) -> None:
    """A file has its parts, styles, numbers, notes and bookmarks, each in the order of the schema."""
    assert complaints(typeset(FRONT + markdown, STYLE, pictures={"map.png": png(600, 300)})) == []


def test_the_base_style_is_valid() -> None:
    """The style document is itself a file without faults."""
    assert complaints(STYLE) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (b'<w:pStyle w:val="Title"/>', b'<w:pStyle w:val="Titel"/>', "no paragraph style Titel"),
        (b"<w:cantSplit/><w:tblHeader/>", b"<w:tblHeader/><w:cantSplit/>", "out of order in trPr"),
        (b'<w:numId w:val="1"/>', b'<w:numId w:val="99"/>', "no numbering 99"),
        (b'r:id="rId', b'r:id="rIdX', "no relationship"),
        (b"<w:bookmarkEnd", b"<w:bookmarkStart", "not paired"),
        (b'<w:footnoteReference w:id="1"/>', b"", "are called as"),
        (b'<w:gridCol w:w="', b'<w:gridCol w:w="1', "does not make up the table"),
        (b'w:fldCharType="end"', b'w:fldCharType="begin"', "not whole"),
        (b'xml:space="preserve"> ', b"> ", "would be lost"),
    ],
)
def test_the_check_of_validity_sees_faults(old: bytes, new: bytes, complaint: str) -> None:
    """A file spoilt on purpose is complained of, so that silence means something."""
    pack = typeset("# T[^a]\n\n- i [a](https://e.org)[^a] *b* c\n\n| a |\n|---|\n| 1 |\n\n[^a]: n\n", STYLE)
    with ZipFile(BytesIO(pack)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert old in members["word/document.xml"]
    members["word/document.xml"] = members["word/document.xml"].replace(old, new)
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    assert complaint in "\n".join(complaints(stream.getvalue()))


def test_every_style_has_a_style_it_can_be_based_on() -> None:
    """Styles name only styles that exist."""
    from outline import Package

    package = Package(STYLE)
    for style in package.parts["word/styles.xml"].iter(f"{W}style"):
        for link in ("basedOn", "next"):
            named = style.find(f"{W}{link}")
            assert named is None or named.get(f"{W}val") in package.names
