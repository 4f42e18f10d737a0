"""Right to left: what is written so runs so in Word files, and complex and East Asian scripts have what they need."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from drawn import png
from hypothesis import given
from hypothesis import strategies as some
from lxml import etree
from tests.adoption.templates_of_ours import paragraph_style, word_file
from tests.arabic import in_arabic
from tests.building import TEMPLATES, shipped_pack
from tests.profiles import examples

from briefpack.__main__ import main
from briefpack.adoption import adopt
from briefpack.inspection.inspecting import faults_of_pack
from briefpack.inspection.package import open_package
from briefpack.packs.house_styles import read_house_style, word_of
from briefpack.stages.typeset import typeset
from briefpack.text.bidi import kinds
from briefpack.word.directing import Directing
from briefpack.word.document_scripts import document_scripts
from briefpack.word.markdown import picture_paths
from briefpack.word.package import open_style
from briefpack.word.styles import Styles
from briefpack.word.xml import part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": W[1:-1]}
STYLE = (TEMPLATES / "base" / "style.docx").read_bytes()
PORT = "\u0645\u0631\u0641\u0623"
"""Arabic for a harbour."""
HEBREW, HINDI, THAI, CHINESE = "\u05e0\u05de\u05dc", "\u092c\u0902\u0926", "\u0e17\u0e48\u0e32", "\u6e2f\u53e3"
FRONT = (
    f"---\nlanguage: {{}}\npagetitle: {PORT}\nmark: {PORT}\npage_wording: {PORT} {{{{page}}}}/{{{{pages}}}}\n---\n\n"
)
TEXT = f"""# {PORT}

{PORT} (Berth 7) {PORT} 12%.[^1]

Berth, T. (2020) *A harbour*. Press.

1. {PORT} Berth

> **Note:** {PORT}

> {PORT}

**Table 1.** {PORT}

| {PORT} | Name |
| --- | --- |
| {PORT} 7 | Observers. |

```
x = 1
```

[^1]: {PORT} 2026.
"""


def parts(markdown: str, style: bytes = STYLE) -> dict[str, etree._Element]:
    """Return the parts of the Word file of a text, which nothing is wrong with."""
    return parts_of(typeset(markdown, style))


def parts_of(pack: bytes) -> dict[str, etree._Element]:
    """Return the parts of a Word file, which nothing is wrong with."""
    package, faults = open_package(pack)
    assert package is not None
    assert [*map(str, faults), *map(str, faults_of_pack(package, None))] == []
    with ZipFile(BytesIO(pack)) as archive:
        names = [name for name in archive.namelist() if not name.endswith(".png")]
        return {name.rpartition("/")[2]: etree.fromstring(archive.read(name)) for name in names}


def runs(part: etree._Element) -> list[tuple[str, str]]:
    """Return the words of each run, and what is said of their direction and script."""
    said = []
    for run in part.iter(f"{W}r"):
        words = "".join(each.text or "" for each in run.iter(f"{W}t"))
        looks = [etree.QName(each).localname for each in run.iterfind(f"{W}rPr/*")]
        said.append((words, " ".join(look for look in looks if look in ("rtl", "cs", "rFonts", "lang"))))
    return [each for each in said if each[0]]


def said(part: etree._Element, path: str) -> list[str]:
    """Return the values of attributes at a path."""
    return [str(each) for each in part.xpath(path, namespaces=NAMES)]  # type: ignore[union-attr]


def test_runs_are_divided_by_the_direction_of_their_letters() -> None:
    """Latin words in brackets in Arabic text: both brackets run with the Arabic text, the words do not."""
    found = runs(parts(FRONT.format("ar") + TEXT)["document.xml"])
    assert found[1:4] == [(f"{PORT} (", "rtl"), ("Berth 7", ""), (f") {PORT} 12%.", "rtl")]


def test_every_part_of_a_right_to_left_file_runs_so() -> None:
    """Notes, headers and footers, the results of fields and the code that renews them run from right to left."""
    every = parts(FRONT.format("ar") + TEXT)
    for name in ("footnotes.xml", "header1.xml", "footer1.xml"):
        assert {look for words, look in runs(every[name]) if words.strip()} == {"rtl"}, name
    codes = every["footer1.xml"].xpath("//w:r[w:instrText or w:fldChar[@w:fldCharType='separate']]", namespaces=NAMES)
    assert [code.find(f"{W}rPr/{W}rtl") is not None for code in codes] == [True] * 4  # type: ignore[union-attr]


def test_paragraphs_tables_and_sections_run_from_right_to_left() -> None:
    """Styles say it of paragraphs, each table and each section of itself; numbers stand around where they begin."""
    every = parts(FRONT.format("ar") + TEXT)
    assert said(every["styles.xml"], "//w:style[w:pPr/w:bidi[not(@w:val)]]/w:name/@w:val") == ["Normal"]
    assert said(every["styles.xml"], "//w:style[w:pPr/w:bidi/@w:val='0']/w:name/@w:val") == ["Code"]
    body = every["document.xml"]
    assert len(body.findall(f".//{W}tblPr/{W}bidiVisual")) == len(body.findall(f".//{W}tbl")) == 1
    assert len(body.findall(f".//{W}sectPr/{W}bidi")) == len(body.findall(f".//{W}sectPr")) == 1
    levels = every["numbering.xml"].findall(f".//{W}lvl")
    assert all(level.find(f"{W}rPr/{W}rtl") is not None for level in levels)
    assert set(said(every["numbering.xml"], "//w:lvlJc/@w:val")) == {"center"}


def test_a_paragraph_of_another_direction_keeps_it() -> None:
    """A source in English runs from left to right, and in a cell it still stands at the side of the other cells."""
    body = parts(FRONT.format("ar") + TEXT)["document.xml"]
    turned = body.xpath("//w:p[w:pPr/w:bidi]", namespaces=NAMES)
    found = [("".join(each.itertext()), each.find(f"{W}pPr/{W}jc") is not None) for each in turned]  # type: ignore
    assert found == [("Berth, T. (2020) A harbour. Press.", False), ("Name", True), ("Observers.", True)]


@pytest.mark.parametrize(
    ("language", "own", "other", "turned"), [("ar", PORT, "Berth", "0"), ("en", "Berth", PORT, None)]
)
def test_a_list_stands_at_the_other_side_where_all_its_points_run_so(
    language: str, own: str, other: str, turned: str | None
) -> None:
    """An English list in an Arabic text stands on the left, with what is in its points, and the reverse."""
    text = f"{own}:\n\n- {other}.\n\n    {other} (1)\n\n    - {other}\n\n{own}:\n\n- {own}\n- {other}!\n"
    body = parts(FRONT.format(language) + text)["document.xml"]
    found = body.xpath("//w:p[w:pPr/w:bidi]", namespaces=NAMES)
    assert ["".join(each.itertext()) for each in found] == [f"{other}.", f"{other} (1)", other]  # type: ignore[union-attr]
    assert {each.find(f"{W}pPr/{W}bidi").get(f"{W}val") for each in found} == {turned}  # type: ignore


@pytest.mark.parametrize(
    ("language", "own", "other", "mark"), [("ar", PORT, "Berth", "\u200e"), ("en", "Berth", PORT, "\u200f")]
)
@pytest.mark.parametrize("before", ["- ", "1. ", "## "])
def test_signs_run_with_the_words_that_stand_at_the_side_of_others(
    language: str, own: str, other: str, mark: str, before: str
) -> None:
    """The brackets and the full stop around an English point of an Arabic list, or heading, run as its words do."""
    points = f"{before}{own}\n\n{before}({other}) {other}.\n\n{before}{other} {other}\n\n"
    text = f"# {own}\n\n{points}{own}[^1]\n\n[^1]: {other}\n"
    every = parts(FRONT.format(language) + text)
    paragraphs = every["document.xml"].findall(f".//{W}p")
    marked = [text for text in ("".join(each.itertext()) for each in paragraphs) if mark in text]
    assert marked == [f"{mark}({other}) {other}.{mark}"]


def test_notes_and_mixed_cells_run_as_their_document_does() -> None:
    """A note in English, and a cell with a source and an Arabic word behind it, keep to the side of all others."""
    table = f"| {PORT} |\n| --- |\n| Berth, T. (2020) A harbour. {PORT} |\n"
    found = parts(FRONT.format("ar") + f"{PORT} 12.[^1]\n\n{table}\n[^1]: Berth, 2020\n")
    for name in ("document.xml", "footnotes.xml"):
        assert said(found[name], "//w:p[contains(., 'Berth')]/w:pPr/w:pStyle/@w:val")
        assert said(found[name], "//w:p[contains(., 'Berth')]/w:pPr/w:bidi/@w:val") == []


def test_borders_stand_at_the_side_where_a_line_begins() -> None:
    """The bar of a callout and of a quotation is on the right, with its indent, which is a leading one."""
    before = parts(FRONT.format("en").replace(PORT, "Port") + TEXT.replace(PORT, "Port"))["styles.xml"]
    after = parts(FRONT.format("ar") + TEXT)["styles.xml"]
    for style in ("Note", "Ask", "Quote"):
        of_style = f"//w:style[w:name/@w:val='{style}']/w:pPr/w:pBdr/"
        assert said(before, f"{of_style}w:left/@w:sz") == said(after, f"{of_style}w:right/@w:sz") != []
        assert said(before, f"{of_style}w:right/@w:sz") == said(after, f"{of_style}w:left/@w:sz")


@pytest.mark.parametrize(
    ("tag", "word", "slot", "language", "key", "typeface"),
    [
        ("ar", PORT, "bidi", "ar-SA", "cs", "Tahoma"),
        ("he", HEBREW, "bidi", "he-IL", "cs", "Tahoma"),
        ("hi", HINDI, "bidi", "hi-IN", "cs", "Nirmala UI"),
        ("th", THAI, "bidi", "th-TH", "cs", "Leelawadee UI"),
        ("zh", CHINESE, "eastAsia", "zh-CN", "eastAsia", "Microsoft YaHei"),
        ("zh-Hant", CHINESE, "eastAsia", "zh-TW", "eastAsia", "Microsoft JhengHei"),
        ("ja", CHINESE, "eastAsia", "ja-JP", "eastAsia", "MS Gothic"),
        ("ru", "\u043c\u0438\u0440", "val", "ru-RU", "cs", "Arial"),
    ],
)
def test_a_language_stands_in_the_slot_of_its_script_with_a_typeface_that_has_it(
    tag: str, word: str, slot: str, language: str, key: str, typeface: str
) -> None:
    """Word checks spelling by that slot, and sets the text in that typeface; that of Latin words stays as it was."""
    styles = parts(FRONT.format(tag).replace(PORT, word) + f"# {word}\n\n{word}.\n")["styles.xml"]
    defaults = "//w:docDefaults/w:rPrDefault/w:rPr"
    assert said(styles, f"{defaults}/w:lang/@w:{slot}") == [language]
    assert said(styles, f"{defaults}/w:lang/@w:val") == [language if slot == "val" else "en-GB"]
    assert said(styles, f"{defaults}/w:rFonts/@w:{key}") == [typeface]


def test_complex_scripts_in_an_english_text_have_their_typeface_and_language() -> None:
    """Arabic words run from right to left; of the others each run says its script; the English text says nothing."""
    text = f"# Ports\n\nA {PORT} (Berth 7), {HEBREW} and {HINDI} or {THAI}.\n\n{PORT} {PORT}.\n"
    every = parts(FRONT.format("en-GB").replace(PORT, "Port") + text)
    found = runs(every["document.xml"])
    assert found[1:] == [
        ("A ", ""), (PORT, "rtl"), (" (Berth 7), ", ""), (HEBREW, "rFonts rtl lang"), (" and ", ""),
        (HINDI, "rFonts cs lang"), (" or ", ""), (THAI, "rFonts cs lang"), (".", ""), (f"{PORT} {PORT}.", "rtl"),
    ]  # fmt: skip
    assert len(every["document.xml"].findall(f".//{W}pPr/{W}bidi")) == 1
    assert said(every["document.xml"], "//w:lang/@w:bidi") == ["he-IL", "hi-IN", "th-TH"]


def test_an_english_pack_says_nothing_of_directions() -> None:
    """A pack without such scripts has no direction, no complex script, and the styles as they were."""
    with ZipFile(BytesIO(shipped_pack("harbour-talks", "track-i")[1])) as archive:
        every = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    assert not [name for name, part in every.items() if re.search(r"<w:(bidi|rtl|cs|bidiVisual)\b", part)]


@pytest.mark.parametrize("organisation", ["default", "riverside-institute", "deux-rives"])
def test_a_whole_pack_in_arabic_letters_is_as_valid_as_in_english(organisation: str) -> None:
    """Lists, tables, notes, callouts, contents and captions of a pack in each house style: its file has no fault."""
    markdown = in_arabic(shipped_pack("harbour-talks", "track-ii")[0])
    pictures = dict.fromkeys(picture_paths(markdown), png(60, 20))
    every = parts_of(word_of(markdown, read_house_style(TEMPLATES, organisation, "en"), "pack.md", pictures))
    styles = [style.casefold() for style in said(every["document.xml"], "//w:pStyle/@w:val")]
    assert "toc1" in styles, "headings in other letters are known as those that the contents link to"
    left = [words for words, look in runs(every["document.xml"]) if look == "" and re.search("[\u0600-\u06ff]", words)]
    assert left == []


def test_sizes_and_cuts_of_a_template_hold_for_complex_scripts() -> None:
    """Where a template says them of Latin letters alone, Arabic ones get them; what it says of these itself is kept."""
    looks = paragraph_style("heading 1", '<w:rPr><w:b/><w:i/><w:sz w:val="40"/></w:rPr>') + paragraph_style(
        "heading 2", '<w:rPr><w:bCs w:val="0"/><w:b/><w:sz w:val="30"/><w:szCs w:val="36"/></w:rPr>'
    )
    styles = parts(FRONT.format("ar") + TEXT, adopt(word_file(looks), STYLE).style)["styles.xml"]
    letters = "//w:style[w:name/@w:val='heading {}']/w:rPr"
    assert said(styles, f"{letters.format(1)}/w:szCs/@w:val") == ["40"]
    assert len(styles.xpath(f"{letters.format(1)}[w:bCs][w:iCs]", namespaces=NAMES)) == 1  # type: ignore[arg-type]
    assert said(styles, f"{letters.format(2)}/w:szCs/@w:val | {letters.format(2)}/w:bCs/@w:val") == ["0", "36"]


@pytest.mark.parametrize("front", ["---\nlang: ar\n---\n\n", ""])
def test_a_document_in_arabic_runs_from_right_to_left(front: str, tmp_path: Path) -> None:
    """Its front matter says the language as other programs have it; where it says none, most of its letters decide."""
    note = tmp_path / "note.md"
    note.write_text(f"{front}# {PORT}\n\n- {PORT} Berth\n\n<u>{PORT}</u> (Berth 7).\n", encoding="utf-8")
    assert main(["typeset", str(note), "-o", str(tmp_path / "note.docx")]) == 0
    with ZipFile(tmp_path / "note.docx") as archive:
        body, styles = (etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "styles"))
    assert said(styles, "//w:style[w:pPr/w:bidi[not(@w:val)]]/w:name/@w:val") == ["Normal"]
    assert (f"{PORT}", "rtl") in runs(body)
    assert said(styles, "//w:docDefaults//w:lang/@w:bidi") == ["ar-SA"]


LETTERS = f"a1 (),.%{PORT[:2]}{HEBREW[:1]}{HINDI}{THAI[:1]}{CHINESE[:1]}\u00ab\u00bb\u064e"


@given(some.lists(some.text(alphabet=LETTERS, max_size=8), min_size=1, max_size=4), some.booleans())
@examples(few=60, many=600, long=6000)
def test_no_character_is_lost_and_each_run_has_one_direction(words: list[str], turned: bool) -> None:
    """Whatever stands in the runs of a paragraph, they say together what they said, each in one direction."""
    runs_given = "".join(f'<w:r><w:t xml:space="preserve">{each}</w:t></w:r>' for each in words)
    scripts = document_scripts("ar" if turned else "en", words, right_to_left=turned)
    styles = Styles(open_style(STYLE).styles.element, [])
    found = etree.fromstring(Directing(scripts, styles).directed(part("w:body", f"<w:p>{runs_given}</w:p>")))
    assert "".join(found.itertext()) == "".join(words)
    said_of = found.find(f".//{W}pPr/{W}bidi")
    base = turned if said_of is None else said_of.get(f"{W}val") != "0"
    expected = [kind != "L" for kind in kinds("".join(words), int(base))]
    assert [look for each in found.iter(f"{W}r") for look in _looks(each)] == expected


def _looks(run: etree._Element) -> list[bool]:
    """Return for each character of a run whether it runs from right to left."""
    return [run.find(f"{W}rPr/{W}rtl") is not None] * len("".join(run.itertext()))
