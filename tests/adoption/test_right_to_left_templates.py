"""Right-to-left templates: one is adopted as if it ran from left to right, and packs run as their language does."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.adoption.letterheads import BASE, parts_of, png
from tests.adoption.templates_of_ours import NORMAL, paragraph_style, picture, word_file, words

from briefpack.adoption import adopt
from briefpack.inspection.inspecting import faults_of_pack
from briefpack.inspection.package import open_package
from briefpack.stages.typeset import typeset
from briefpack.word.house import House
from briefpack.word.letterhead import Letterhead

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PORT = "\u0645\u0631\u0641\u0623"
TURNED = NORMAL.replace("</w:style>", "<w:pPr><w:bidi/></w:pPr><w:rPr><w:rtl/></w:rPr></w:style>")
LINE = '<w:{} w:val="single" w:sz="{}" w:space="4" w:color="1F3864"/>'
NOTE = paragraph_style("Note", f'<w:basedOn w:val="Normal"/><w:pPr><w:pBdr>{LINE.format("right", 36)}</w:pBdr></w:pPr>')
STRAIGHT = paragraph_style("Quote", f'<w:pPr><w:bidi w:val="0"/><w:pBdr>{LINE.format("left", 18)}</w:pBdr></w:pPr>')
TEMPLATE = word_file(NOTE + STRAIGHT, normal=TURNED)


def pack(language: str, template: bytes = TEMPLATE, letterhead: Letterhead | None = None) -> dict[str, etree._Element]:
    """Return the parts of a pack in a language that is set in a template; nothing is wrong with its file."""
    word = PORT if language == "ar" else "Port"
    front = f"---\nlanguage: {language}\npagetitle: {word}\nmark: {word}\n---\n"
    house = House(letterhead=letterhead) if letterhead else House()
    file = typeset(f"{front}\n# {word}\n\n> **Note:** {word}\n", adopt(template, BASE).style, house)
    package, faults = open_package(file)
    assert package is not None
    assert [*map(str, faults), *map(str, faults_of_pack(package, None))] == []
    with ZipFile(BytesIO(file)) as archive:
        return {
            name.rpartition("/")[2]: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xml")
        }


def sizes(styles: etree._Element, called: str, side: str) -> list[str]:
    """Return how thick the line is that a style has at a side."""
    path = f"//w:style[w:name/@w:val='{called}']/w:pPr/w:pBdr/w:{side}/@w:sz"
    return [str(each) for each in styles.xpath(path, namespaces={"w": W})]  # type: ignore[union-attr]


def test_packs_run_as_their_language_does_and_not_as_the_template() -> None:
    """An English pack in an Arabic house's template runs from left to right, with borders on the left."""
    english, arabic = pack("en")["styles.xml"], pack("ar")["styles.xml"]
    assert english.xpath("//w:bidi | //w:rtl", namespaces={"w": W}) == []
    assert len(arabic.xpath("//w:style/w:pPr/w:bidi[not(@w:val)]", namespaces={"w": W})) >= 1  # type: ignore[arg-type]
    assert arabic.xpath("//w:rtl", namespaces={"w": W}) == []
    assert (sizes(english, "Note", "left"), sizes(arabic, "Note", "right")) == (["36"], ["36"])
    assert (sizes(english, "Quote", "left"), sizes(arabic, "Quote", "right")) == (["18"], ["18"])


def test_what_is_done_to_such_a_template_is_told() -> None:
    """Whoever looks at what packs take from a template reads it there."""
    told = "your template runs from right to left: packs do so in languages that are written so, and no others"
    assert told in adopt(TEMPLATE, BASE).notes
    assert told not in adopt(word_file(), BASE).notes


@pytest.mark.parametrize(
    ("paragraph", "side"),
    [
        ("", "right"),
        ('<w:jc w:val="left"/>', "right"),
        ('<w:jc w:val="right"/>', "left"),
        ('<w:bidi w:val="0"/><w:jc w:val="right"/>', "right"),
        ('<w:bidi w:val="0"/>', "left"),
    ],
)
def test_lines_of_a_letterhead_stand_at_the_side_of_the_page_where_the_template_has_them(
    paragraph: str, side: str
) -> None:
    """Sides of a paragraph are leading and trailing there; in a letterhead they are those of the page."""
    template = word_file(normal=TURNED, furniture={"default header": words(PORT, paragraph=paragraph)})
    (line,) = parts_of(template)["header"].lines
    assert line.alignment == side


def test_a_line_with_a_tab_has_both_ends_where_the_template_has_them() -> None:
    """What stands before the tab is on the right in a line that runs from right to left."""
    paragraph = f"<w:p><w:r><w:t>{PORT}</w:t><w:tab/><w:t>Port</w:t></w:r></w:p>"
    template = word_file(normal=TURNED, furniture={"default header": paragraph})
    (line,) = parts_of(template)["header"].lines
    assert (line.words, line.alignment, line.tabs) == (f"Port\t{PORT}", "left", (("right", 1000),))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_letterhead_stands_alike_in_packs_of_both_directions(language: str) -> None:
    """Its Arabic line runs from right to left, its English one from left to right, and neither changes its side."""
    furniture = {
        "default header": words(PORT, paragraph='<w:jc w:val="right"/>')
        + words("House of Rivers")
        + f"<w:p>{picture('a.png')}</w:p>"
    }
    template = word_file(furniture=furniture, media={"a.png": png()})
    lines = parts_of(template)["header"].lines
    header = pack(language, template, Letterhead(header=lines, description="Arms of the house"))["header1.xml"]
    found = []
    for paragraph in header.iter(f"{{{W}}}p"):
        turned, side = (paragraph.find(f"{{{W}}}pPr/{{{W}}}{name}") for name in ("bidi", "jc"))
        said = "" if turned is None else turned.get(f"{{{W}}}val", "1")
        found.append(("".join(paragraph.itertext()), said, "" if side is None else side.get(f"{{{W}}}val")))
    straight = "0" if language == "ar" else ""
    assert found[1:] == [(PORT, "1", "left"), ("House of Rivers", straight, "left"), ("", straight, "left")]
