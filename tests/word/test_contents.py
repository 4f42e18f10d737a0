"""Contents: what asks for them, what they list, and the pages they name."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from drawn import png
from outline import Package, W, outline
from test_documents import STYLE

from briefpack.__main__ import main
from briefpack.packs import paging
from briefpack.packs.paging import with_page_numbers
from briefpack.problems import Refusal
from briefpack.stages.typeset import typeset
from briefpack.text.callouts import WORDS, words_by_kind
from briefpack.word.dialect import CALLOUTS, STYLES
from briefpack.word.markdown import with_contents
from briefpack.word.style_names import USED

TEXT = """\
# Title

## Purpose

First.

---

## Contents

[[contents]]

## One & *all*

Words.

### Inner

---

## Two [again]

Words.
"""
LISTED = "- [One & all](#one--all)\n- [Two \\[again\\]](#two-again)\n"


def test_the_line_becomes_links_to_the_headings_that_follow() -> None:
    """The Markdown pack has real links, to the highest level that follows and nothing above."""
    assert with_contents(TEXT) == TEXT.replace("[[contents]]\n", LISTED)


def test_contents_that_would_list_nothing_are_left_for_the_reader_of_problems() -> None:
    """The line stays where no heading follows, so that typesetting refuses it with its place."""
    text = "# T\n\n## A\n\n[[contents]]\n"
    assert with_contents(text) == text


def test_a_text_that_asks_for_no_contents_stays_as_it_is() -> None:
    """Nothing is listed where the line stands within other words, or nowhere."""
    text = "# T\n\nSee [[contents]] here.\n\n## A\n"
    assert with_contents(text) == text


def test_the_line_and_its_links_give_the_same_word_file() -> None:
    """Word and Markdown cannot disagree: contents asked for and contents written out are the same contents."""
    spread = with_contents(TEXT)
    assert re.sub(r"_Heading\d+", "", outline(typeset(TEXT, STYLE))) == re.sub(
        r"_Heading\d+", "", outline(typeset(spread, STYLE))
    )


def test_the_contents_are_limited_to_what_follows_them() -> None:
    """The field names a bookmark that begins behind the contents and ends with the text."""
    package = Package(typeset(TEXT, STYLE))
    instruction = next(each.text for each in package.body.iter(f"{W}instrText"))
    name = instruction.split("\\b ")[1].strip()
    start = next(each for each in package.body.iter(f"{W}bookmarkStart") if each.get(f"{W}name") == name)
    end = next(each for each in package.body.iter(f"{W}bookmarkEnd") if each.get(f"{W}id") == start.get(f"{W}id"))
    paragraphs = list(package.body.iterfind(f"{W}p"))
    texts = ["".join(each.itertext()) for each in paragraphs]
    assert texts[paragraphs.index(start.getparent())].endswith("One & allTwo [again]")
    assert end.getparent() is paragraphs[-1]


def test_the_front_page_belongs_to_no_outline() -> None:
    """LibreOffice lists every heading with a level when somebody updates the contents; those before them have none."""
    lines = outline(typeset(TEXT, STYLE)).splitlines()
    assert "Front Heading | Purpose" in lines
    assert [line.partition(" |")[0] for line in lines if "Heading | C" in line] == ["page break TOC Heading"]
    styles = Package(STYLE).parts["word/styles.xml"]
    level = styles.find(f"{W}style[@{W}styleId='FrontHeading']/{W}pPr/{W}outlineLvl")
    assert level is not None
    assert level.get(f"{W}val") == "9"
    assert "heading 1 | Purpose" in outline(typeset("# T\n\n## Purpose\n\nText.\n", STYLE))


def test_contents_without_pages_stand_side_by_side_and_with_them_in_lines_of_two_levels() -> None:
    """Short where they cannot say a page, and a list to look up where they can."""
    assert [line for line in outline(typeset(TEXT, STYLE)).splitlines() if "toc" in line] == [
        'toc 1 | {TOC \\o "1-1" \\h \\z \\b _Contents} <#_Heading13>One & all</>\t<#_Heading21>Two [again]</>'
    ]
    paged = outline(typeset(TEXT, STYLE, pages={"one--all": 2, "inner": 2, "two-again": 3})).splitlines()
    assert [line.partition(" |")[0] for line in paged if "toc" in line] == ["toc 1", "toc 2", "toc 1"]
    assert '{TOC \\o "1-2"' in "".join(paged)


def test_contents_stand_in_as_many_columns_as_the_longest_entry_leaves_room_for() -> None:
    """Three short ones a line, two longer ones, and one that takes more than half of it."""
    for words, lines in (("S", 2), ("A section that takes about half of a line", 3), ("Long words " * 6, 6)):
        text = "# T\n\n[[contents]]\n\n" + "".join(f"## {words} {n}\n\nText.\n\n" for n in range(6))
        assert [line[:5] for line in outline(typeset(text, STYLE)).splitlines() if "toc" in line] == ["toc 1"] * lines


def test_contents_that_would_fill_more_than_a_page_keep_to_one_level() -> None:
    """Nobody looks up a section in a list of two pages."""
    text = "# T\n\n[[contents]]\n\n" + "".join(f"## S{n}\n\n### In {n}\n\nText.\n\n" for n in range(30))
    pages = {f"s{n}": 1 for n in range(30)} | {f"in-{n}": 1 for n in range(30)}
    assert [line[:5] for line in outline(typeset(text, STYLE, pages=pages)).splitlines() if "toc" in line] == [
        "toc 1"
    ] * 30


def test_no_field_asks_word_to_be_updated() -> None:
    """What a reader opens brings up no prompt: every field has its text, and nothing is marked as out of date."""
    package = Package(typeset(TEXT, STYLE))
    assert not [each for root in package.parts.values() for each in root.iter(f"{W}updateFields")]
    assert not [each for each in package.body.iter() if each.get(f"{W}dirty")]


def laid_out(*rounds: list[tuple[str, int]]) -> Mapping[str, int]:
    """Return what LibreOffice would say, layout by layout, as the pages written in the end."""
    written: list[Mapping[str, int]] = []
    answers = iter(rounds)

    def make(pages: Mapping[str, int]) -> bytes:
        written.append(pages)
        return str(sorted(pages.items())).encode()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "heading_pages", lambda _: next(answers, rounds[-1]))
        result = with_page_numbers("[[contents]]\n\n## A\n\n## B\n", make)
    return next(pages for pages in written if str(sorted(pages.items())).encode() == result)


def test_page_numbers_are_written_once_they_hold() -> None:
    """A number that the numbers themselves have moved is found again before it is written."""
    assert laid_out([("A", 1), ("B", 1)], [("A", 1), ("B", 2)]) == {"a": 1, "b": 2}


@pytest.mark.parametrize("answer", [[], [("A", 1)], [("A", 1), ("C", 2)], [("A", 1), ("B", 0)]])
def test_a_layout_that_lacks_a_heading_gives_no_numbers(answer: list[tuple[str, int]]) -> None:
    """Contents have all their numbers or none."""
    assert laid_out(answer) == {}


def test_numbers_that_never_hold_are_left_out() -> None:
    """Headings that move with every layout get no number rather than a wrong one."""
    assert laid_out(*([("A", 1), ("B", page)] for page in range(2, 9))) == {}


def test_libreoffice_gives_the_pages(tmp_path: Path) -> None:
    """`typeset --page-numbers libreoffice` writes the page on which each heading stands."""
    if not shutil.which("soffice"):
        pytest.skip("page numbers need LibreOffice: make documents-tools")
    source, target = tmp_path / "a text.md", tmp_path / "out.docx"
    source.write_text(TEXT, encoding="utf-8")
    assert main(["typeset", str(source), "-o", str(target), "--strict", "--page-numbers", "libreoffice"]) == 0
    lines = outline(target.read_bytes()).splitlines()
    assert [line.rpartition(" ")[2] for line in lines if "PAGEREF" in line] == ["2</>", "2</>", "3</>"]


def test_without_libreoffice_the_contents_have_no_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where LibreOffice is missing the file is made all the same, and one line says what it lacks."""
    monkeypatch.setenv("PATH", str(tmp_path))
    source, target = tmp_path / "a.md", tmp_path / "out.docx"
    source.write_text(TEXT, encoding="utf-8")
    assert main(["typeset", str(source), "-o", str(target), "--page-numbers", "libreoffice"]) == 0
    assert "PAGEREF" not in outline(target.read_bytes())
    assert capsys.readouterr().err.startswith("warning: LibreOffice (soffice) is not installed here")


def test_the_pictures_of_a_text_lie_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`typeset` finds a picture by its path from the text's folder, and names the line of one it does not find."""
    (tmp_path / "my maps").mkdir()
    (tmp_path / "my maps" / "quay.png").write_bytes(png(20, 10))
    source, target = tmp_path / "a.md", tmp_path / "out.docx"
    source.write_text("![A quay](<my maps/quay.png>)\n", encoding="utf-8")
    assert main(["typeset", str(source), "-o", str(target)]) == 0
    assert outline(target.read_bytes()) == "Figure | [picture: A quay]\n"
    source.write_text("![A quay](quay.png)\n\n![far](https://example.org/a.png)\n", encoding="utf-8")
    assert main(["typeset", str(source), "-o", str(target), "--strict"]) == 1
    assert [line.split(": ")[0] for line in capsys.readouterr().err.splitlines()] == [f"{source}:1:1", f"{source}:3:1"]


def test_the_dialect_is_documented() -> None:
    """The words of each kind of callout, and each alert, stand in the templates' README beside its style."""
    readme = (Path(__file__).parents[2] / "templates" / "README.md").read_text(encoding="utf-8")
    for alert, style in CALLOUTS.items():
        assert re.search(rf"^\| `> \[!{alert}\]`.*{style} \|$", readme, re.MULTILINE), alert
        assert style in {each.name for each in USED}
    for kind, words in words_by_kind(WORDS).items():
        assert re.search(rf"^\| `> \*\*{words}:\*\*.*`.*{STYLES[kind]} \|$", readme, re.MULTILINE), kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a\x01",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01",
        png(0, 0),
        png(20, 10)[:40],
        png(20, 10).replace(b"IHDR", b"XXXX"),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_a_damaged_picture_is_told_with_its_line(content: bytes) -> None:
    """Whatever is wrong with the file of a picture, the text's line is named and what to do."""
    with pytest.raises(Refusal, match=r"^pack\.md:3:1: error: picture `a\.png`: .*save it again as PNG or JPEG$"):
        typeset("Text.\n\n![a](a.png)\n", STYLE, pictures={"a.png": content})
