"""Letterheads: what of a Word template's header, footer and first page packs bear, once its organisation confirmed it."""

# Word files as they stand read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zlib import crc32

import pytest
from PIL import Image
from tests.adoption.letterheads import (
    BASE,
    confirming,
    everything,
    furniture,
    house,
    markdown_of,
    pack_of,
    parts_of,
    png,
    respelt,
    texts_of,
)
from tests.adoption.templates_of_ours import field, paragraph_style, picture, word_file, words
from tests.building import TEN_LINES, tell, write_case

from briefpack.adoption import adopt
from briefpack.adoption.letter_numbers import NOTE
from briefpack.inspection.furniture import NONE_SHOWN, ShownLetterhead, ShownPart
from briefpack.inspection.inspecting import faults_of_form
from briefpack.inspection.package import open_package
from briefpack.packs.house_styles import read_house_style
from briefpack.packs.letterheads import shown, whole
from briefpack.problems import Refusal
from briefpack.stages.release import inspected
from briefpack.stages.typeset import typeset
from briefpack.word.house import House
from briefpack.word.page_room import page_room

MARK = "CONFIDENTIAL · TLP:AMBER"
MARKED = f"River Talks: briefing pack for track I (officials) · 0.1|{MARK}"
PAGE_OF = "|Page 1 of 1"
LETTERHEAD = word_file(
    furniture={
        "first header": words("The House of Rivers", "<w:b/>", '<w:jc w:val="center"/>') + f"<w:p>{picture('a.png')}</w:p>",
        "default header": words("House of Rivers, continued"),
        "first footer": words("Mill Lane 1 &amp; 2"),
        "default footer": words("www.rivers.example"),
    },
    media={"a.png": png(said="Somebody's name")},
)  # fmt: skip


def confirmed(folder: Path, template: bytes, settings: str = "") -> bytes:
    """Return a pack that bears all of a template's letterhead."""
    return pack_of(folder, house(folder, template, confirming(template) + settings))


def refusal(folder: Path, template: bytes | None, settings: str, **files: bytes) -> str:
    """Return what is said of a house style that is refused."""
    named = {name.replace("_", "."): data for name, data in files.items()}
    with pytest.raises(Refusal) as refused:
        read_house_style(house(folder, template, settings, named), "house", "en")
    return "\n".join(map(str, refused.value.problems))


def test_page_one_bears_its_own_header_and_footer_and_the_others_theirs(tmp_path: Path) -> None:
    """The handling mark stands above all of it, and below it at the foot."""
    shown = furniture(confirmed(tmp_path, LETTERHEAD))
    assert shown["first header"] == [MARK, "The House of Rivers", "[picture]"]
    assert shown["default header"] == [MARK, "House of Rivers, continued"]
    assert shown["first footer"][:2] == ["Mill Lane 1 &amp; 2", MARKED]
    assert shown["default footer"][:2] == ["www.rivers.example", MARKED]
    assert shown["first footer"][-1] == shown["default footer"][-1]
    assert shown["first footer"][-1].endswith(PAGE_OF)


def test_only_the_first_page_of_the_first_section_is_a_first_page() -> None:
    """A table on a turned page begins a section, and no second cover."""
    wide = "| " + " | ".join(f"A column with a long name {number}" for number in range(9)) + " |"
    text = f"# One\n\nA word.\n\n## Two\n\nA word.\n\nAnd more.\n\n{wide}\n{'| --- ' * 9}|\n{wide}\n\nAnother.\n"
    made = adopt(LETTERHEAD, BASE)
    word = typeset(text, made.style, House(letterhead=whole(made.letterhead)))
    document = ZipFile(BytesIO(word)).read("word/document.xml").decode()
    assert [("titlePg" in each, "landscape" in each) for each in re.findall("<w:sectPr.*?</w:sectPr>", document)] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_template_without_a_different_first_page_has_one_letterhead(tmp_path: Path) -> None:
    """Then page one is as the others."""
    template = word_file(furniture={"default header": words("The House")})
    pack = confirmed(tmp_path, template)
    assert furniture(pack)["default header"] == [MARK, "The House"]
    assert b"titlePg" not in everything(pack)


def test_what_nobody_confirmed_reaches_no_pack_and_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The pack is made without it; build and `style` say what to put in, and that is all that is needed."""
    library = house(tmp_path, LETTERHEAD)
    pack = pack_of(tmp_path, library)
    assert b"Rivers" not in everything(pack)
    assert not [name for name in ZipFile(BytesIO(pack)).namelist() if "header3" in name]
    command = ("pack", tmp_path / "river-talks", "--organisation", "house", "--templates", library, "--into", tmp_path)
    told = tell(capsys, *command, "--audience", "track-i")
    listed = tell(capsys, "style", library / "house" / "style.docx", "--templates", library)
    for part in parts_of(LETTERHEAD).values():
        assert told.err.count(part.confirmation) == 1
        assert f"under 'confirmed' of 'letterhead': {part.confirmation}" in listed.out
    assert told.status == listed.status == 0


def test_style_lists_each_word_and_each_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody who confirms a letterhead has seen all of it, also that it is confirmed."""
    library = house(tmp_path, LETTERHEAD, confirming(LETTERHEAD, "header"))
    listed = tell(capsys, "style", library / "house" / "style.docx", "--templates", library).out
    for said in ("The House of Rivers", "House of Rivers, continued", "Mill Lane 1 & 2", "www.rivers.example"):
        assert f'"{said}"' in listed
    assert "a picture of 30 x 10 mm, in 60 x 20 dots, from the left: a.png in the template" in listed
    assert listed.count("confirmed: packs bear it") == 1


def test_a_part_can_be_confirmed_without_the_others(tmp_path: Path) -> None:
    """And one that shall not be borne is left out without a word at each build."""
    settings = confirming(LETTERHEAD, "header") + "  leave_out: [first-header, first-footer, footer]\n"
    library = house(tmp_path, LETTERHEAD, settings)
    assert read_house_style(library, "house", "en").word.said == ()
    shown = furniture(pack_of(tmp_path, library))
    assert shown["default header"] == [MARK, "House of Rivers, continued"]
    assert shown["default footer"][0] == MARKED


@pytest.mark.parametrize(
    "changed",
    [
        {"furniture": {"default header": words("The Hause")}},
        {"furniture": {"default header": f"<w:p>{picture('a.png')}</w:p>"}, "media": {"a.png": png("red")}},
        {"furniture": {"default header": f"<w:p>{picture('a.png', (31, 10))}</w:p>"}, "media": {"a.png": png()}},
    ],
)
def test_what_has_changed_since_is_no_longer_confirmed(tmp_path: Path, changed: dict[str, dict[str, str]]) -> None:
    """Another word, picture or size asks for another look."""
    before = word_file(
        furniture={"default header": words("The House") + f"<w:p>{picture('a.png')}</w:p>"}, media={"a.png": png()}
    )
    library = house(tmp_path, word_file(**changed), confirming(before))  # type: ignore[arg-type]
    said = read_house_style(library, "house", "en").word.said
    assert "it has changed since it was confirmed" in str(said[0])
    assert furniture(pack_of(tmp_path, library))["default header"] == [MARK]


def test_page_x_of_y_is_ours_unless_the_letterhead_counts_pages(tmp_path: Path) -> None:
    """A page number alone does not say how many pages there should be."""
    counting = f"<w:p><w:r><w:t>Page </w:t></w:r>{field('PAGE')}<w:r><w:t> of </w:t></w:r>{field('NUMPAGES')}</w:p>"
    template = word_file(furniture={"default footer": counting, "first footer": f"<w:p>{field('PAGE')}</w:p>"})
    shown = furniture(confirmed(tmp_path, template))
    assert shown["default footer"][0] == "Page 1 of 1"
    assert "Page" not in shown["default footer"][-1]
    assert shown["first footer"][-1].endswith(PAGE_OF)


@pytest.mark.parametrize(
    ("code", "kept"),
    [("SAVEDATE", False), ("STYLEREF &quot;Titre 1&quot;", False), ("INCLUDEPICTURE &quot;http://a.example/b&quot;", False),
     ("DOCPROPERTY Company", False), ("FILENAME \\p", False), ("HYPERLINK &quot;http://a.example&quot;", True)],
)  # fmt: skip
def test_fields_stay_behind_with_what_they_showed(code: str, kept: bool) -> None:
    """They reach outside the file, or are true of the template alone; the words of a link are words."""
    template = word_file(furniture={"default footer": f"<w:p><w:r><w:t>House</w:t></w:r>{field(code, ' shown')}</w:p>"})
    part = parts_of(template)["footer"]
    assert texts_of(part) == (["House shown"] if kept else ["House"])
    assert bool(part.notes) is not kept
    assert b"a.example" not in repr(part.lines).encode()


@pytest.mark.parametrize(
    "inside",
    [
        "<w:p><w:ins w:id='1' w:author='Ann'><w:r><w:t>Later</w:t></w:r></w:ins></w:p>",
        "<w:p><w:del w:id='1' w:author='Ann'><w:r><w:delText>Before</w:delText></w:r></w:del></w:p>",
        "<w:p><w:commentRangeStart w:id='1'/><w:r><w:t>Said</w:t></w:r></w:p>",
    ],
)
def test_a_part_with_changes_or_comments_cannot_be_confirmed(tmp_path: Path, inside: str) -> None:
    """Somebody has still to decide what it holds: packs are made without it, and whoever confirms it is told."""
    template = word_file(furniture={"default header": words("The House") + inside, "default footer": words("Below")})
    assert parts_of(template)["header"].lines == ()
    assert "in Word" in parts_of(template)["header"].refused
    assert furniture(pack_of(tmp_path, house(tmp_path, template)))["default header"] == [MARK]
    assert "packs cannot bear the header of the Word template" in refusal(tmp_path, template, confirming(template))


def test_hidden_text_placeholders_and_shapes_stay_behind() -> None:
    """What nobody sees in Word is nothing that anybody could confirm."""
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>[Company]</w:t></w:r></w:sdtContent></w:sdt>"
    ghost = words("Too", paragraph='<w:pStyle w:val="Ghost"/>')
    shape = '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wps:wsp/></wp:inline></w:drawing></w:r>'
    template = word_file(
        paragraph_style("Ghost", "<w:rPr><w:vanish/></w:rPr>"),
        furniture={
            "default header": f"{words('Seen')}{words('Unseen', '<w:vanish/>')}{ghost}<w:p>{control}{shape}</w:p>"
        },
    )
    part = parts_of(template)["header"]
    assert texts_of(part) == ["Seen"]
    assert part.notes == ("hidden text is left behind", "drawn shapes are left behind")


def test_tables_and_text_boxes_become_lines() -> None:
    """Cells stand beside each other at their places, a box at the side where it floats, and each text once."""
    cell = '<w:tc><w:tcPr><w:tcW w:w="4000"/></w:tcPr>{}</w:tc>'
    row = cell.format(words("Left one") + words("Left two")) + cell.format(
        words("Right", paragraph='<w:jc w:val="right"/>')
    )
    table = f'<w:tbl><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr>{row}</w:tr></w:tbl>'
    box = f"<wps:wsp><wps:txbx><w:txbxContent>{words('In a box')}</w:txbxContent></wps:txbx></wps:wsp>"
    place = '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
    old = (
        f"<w:pict><v:shape><v:textbox><w:txbxContent>{words('In a box')}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    drawn = f"<mc:AlternateContent><mc:Choice><w:drawing><wp:anchor>{place}{box}</wp:anchor></w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    part = parts_of(word_file(furniture={"default header": f"{table}<w:p><w:r>{drawn}</w:r></w:p>"}))["header"]
    assert texts_of(part) == ["Left one\tRight", "Left two", "In a box"]
    assert part.lines[0].tabs == (("right", 1000),)
    assert part.lines[2].alignment == "right"
    assert part.notes == ()


CELL = '<w:tc><w:tcPr><w:tcW w:w="4000"/></w:tcPr>{}</w:tc>'
GRID = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="6000"/></w:tblGrid>'
SHOWN = CELL.format("<w:p>" + picture("a.png") + "</w:p>")
BESIDE = [
    f"<w:tbl>{GRID}<w:tr>{SHOWN}{CELL.format(words('The House') + words('Mill Lane 1'))}</w:tr></w:tbl><w:p/>",
    f"<w:p>{picture('a.png', floating='left')}<w:r><w:t>The House</w:t></w:r></w:p>{words('Mill Lane 1')}",
]


@pytest.mark.parametrize("inside", BESIDE)
def test_a_picture_stands_beside_the_lines_that_it_stands_beside_in_word(tmp_path: Path, inside: str) -> None:
    """In cells of a table, or where it floats; the table has a title for who listens, and says nothing of its own."""
    template = word_file(furniture={"default header": inside}, media={"a.png": png()})
    (row,) = parts_of(template)["header"].lines
    assert [[line.words for line in cell.lines] for cell in row.cells] == [[""], ["The House", "Mill Lane 1"]]
    pack = confirmed(tmp_path, template)
    header = ZipFile(BytesIO(pack)).read("word/header1.xml").decode()
    assert header.count("<w:tc>") == 2
    assert '<w:tblCaption w:val="The House"/>' in header
    assert furniture(pack)["default header"] == [MARK, "[picture]", "The House", "Mill Lane 1", ""]


def test_words_keep_their_look_where_it_can_be_read(tmp_path: Path) -> None:
    """Typeface, size and colour are as the template's styles have them; a colour that is too faint becomes darker."""
    styles = paragraph_style(
        "header", '<w:rPr><w:rFonts w:ascii="Georgia"/><w:sz w:val="30"/><w:color w:val="FFCC00"/></w:rPr>'
    )
    template = word_file(
        styles, furniture={"default header": words("The House", "<w:i/>", '<w:pStyle w:val="header"/>')}
    )
    styles_of_pack = ZipFile(BytesIO(confirmed(tmp_path, template))).read("word/styles.xml").decode()
    (look,) = re.findall('<w:style [^>]*w:styleId="LetterheadWords1">.*?</w:style>', styles_of_pack)
    assert 'w:ascii="Georgia"' in look
    assert '<w:sz w:val="30"/>' in look
    assert '<w:i w:val="1"/>' in look
    assert "FFCC00" not in look
    assert "<w:color" in look


def test_a_picture_is_written_anew_without_anything_else_of_its_file(tmp_path: Path) -> None:
    """Neither what the file says, nor its name, nor what was cut off reaches a pack."""
    picture_file = Image.new("RGB", (60, 20), "navy")
    picture_file.paste("red", (40, 0, 60, 20))
    stream = BytesIO()
    picture_file.save(stream, "PNG", pnginfo=None)
    crop = '<a:srcRect r="50000"/>'
    template = word_file(
        furniture={"default header": f"<w:p>{picture('a.png', crop=crop)}</w:p><w:p>{picture('b.png')}</w:p>"},
        media={"a.png": stream.getvalue(), "b.png": png(said="Somebody's name")},
    )
    pack = confirmed(tmp_path, template)
    assert b"Somebody" not in everything(pack)
    archive = ZipFile(BytesIO(pack))
    held = [Image.open(archive.open(name)) for name in archive.namelist() if name.startswith("word/media/")]
    cropped = [one for one in held if one.size == (30, 20)]
    assert [one.getcolors() for one in cropped] == [[(600, (0, 0, 128))]]
    assert all(not one.info for one in held)


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.gif", "GIF"), ("a.bmp", "BMP"), ("a.tif", "TIFF"), ("a.png", "PNG")]
)
def test_pictures_of_dots_of_every_usual_kind_are_taken(name: str, kind: str) -> None:
    """And what lets the paper through stands on white."""
    stream = BytesIO()
    image = Image.new("LA", (8, 8), (0, 0)) if kind == "PNG" else Image.new("L", (8, 8), 255)
    image.paste((0, 255) if kind == "PNG" else 0, (0, 0, 8, 4))
    image.save(stream, kind)
    template = word_file(furniture={"default header": f"<w:p>{picture(name)}</w:p>"}, media={name: stream.getvalue()})
    ((line,),) = (part.lines for part in parts_of(template).values())
    (taken,) = line.pictures
    assert Image.open(BytesIO(taken.file)).convert("RGB").getpixel((0, 7)) == (255, 255, 255)


def test_a_picture_has_no_more_dots_than_print_needs() -> None:
    """A photograph of a sign, thirty millimetres wide, needs few of its dots."""
    template = word_file(
        furniture={"default header": f"<w:p>{picture('a.png')}</w:p>"}, media={"a.png": png(size=(3000, 1000))}
    )
    (taken,) = parts_of(template)["header"].lines[0].pictures
    assert Image.open(BytesIO(taken.file)).size == (354, 118)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(60), "is a vector picture (EMF)"),
        (b"\xd7\xcd\xc6\x9a" + bytes(60), "is a vector picture (WMF)"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is a vector picture (SVG)"),
        (b"GIF89a nothing", "is no picture that can be read"),
        (png()[:60], "is no picture that can be read"),
    ],
)
def test_a_picture_that_cannot_be_decoded_is_refused_in_one_clear_line(data: bytes, said: str) -> None:
    """With what to do; the words beside it are listed all the same."""
    template = word_file(
        furniture={"default header": f"{words('The House')}<w:p>{picture('a.bin')}</w:p>"}, media={"a.bin": data}
    )
    part = parts_of(template)["header"]
    assert texts_of(part) == ["The House"]
    assert part.refused.startswith(f"its picture a.bin {said}")
    assert "PNG" in part.refused
    assert part.refused.endswith(", or put 'a.bin' under 'leave_out' of 'letterhead'")


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    """Its size is looked at before it is decoded."""
    said = b"IHDR" + (100_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    pieces = [said, b"IDAT", b"IEND"]
    header = b"\x89PNG\r\n\x1a\n" + b"".join(
        (len(one) - 4).to_bytes(4, "big") + one + crc32(one).to_bytes(4, "big") for one in pieces
    )
    template = word_file(furniture={"default header": f"<w:p>{picture('a.png')}</w:p>"}, media={"a.png": header})
    assert "million dots" in parts_of(template)["header"].refused
    assert parts_of(template)["header"].lines == ()


def test_a_picture_outside_the_file_or_as_high_as_a_page_is_refused() -> None:
    """A link is followed nowhere, and a page is no letterhead."""
    linked = picture("a.png").replace("r:embed", "r:link")
    template = word_file(
        furniture={"default header": f"<w:p>{linked}{picture('a.png', (100, 200))}</w:p>"}, media={"a.png": png()}
    )
    assert parts_of(template)["header"].refused == (
        "one of its pictures lies outside the template: insert it into the file; "
        "its picture a.png is 200 mm high, and 75 are the most: make it lower, or put 'a.png' under 'leave_out' of "
        "'letterhead'"
    )


def test_pictures_on_the_first_page_of_the_text_stand_at_the_head_of_page_one(tmp_path: Path) -> None:
    """Letterheads often have their logo there; its words, and the pictures of later pages, are no letterhead."""
    body = f"{words('Dear Sir')}<w:p>{picture('a.png', floating='right')}</w:p><w:p><w:r><w:br w:type='page'/></w:r></w:p><w:p>{picture('b.png')}</w:p>"
    template = word_file(
        body=body, furniture={"default header": words("The House")}, media={"a.png": png(), "b.png": png("red")}
    )
    pack = confirmed(tmp_path, template)
    assert furniture(pack)["first header"] == [MARK, "The House", "[picture]"]
    assert furniture(pack)["default header"] == [MARK, "The House"]
    assert b"Dear Sir" not in everything(pack)
    assert '<w:jc w:val="right"/></w:pPr><w:r><w:drawing>' in ZipFile(BytesIO(pack)).read("word/header3.xml").decode()


@pytest.mark.parametrize(
    "said",
    ["CONFIDENTIAL", "Strictly confidential", "Top Secret", "TLP:GREEN", "Not for distribution", "For internal use only", "S E C R E T",
     "Confidentiel", "DIFFUSION RESTREINTE", "Vertraulich", "Nur für den Dienstgebrauch", "Confidencial", "Riservato", "Конфиденциально",
     "ДСП", "机密", "内部资料", "部外秘", "社外秘", "대외비", "سري", "Gizli", "Confi\u200bdential"],
)  # fmt: skip
def test_a_word_of_handling_in_a_letterhead_is_refused(tmp_path: Path, said: str) -> None:
    """It would stand beside the mark of each case, whatever that is; the case alone says how a pack is handled."""
    template = word_file(furniture={"default footer": words(f"The House · {said}")})
    assert "which the case alone decides" in refusal(tmp_path, template, confirming(template))


def test_a_mark_over_two_lines_is_one_all_the_same(tmp_path: Path) -> None:
    """Whoever reads it reads both."""
    template = word_file(furniture={"default header": words("Streng") + words("geheim")})
    assert "which the case alone decides" in refusal(tmp_path, template, confirming(template))


@pytest.mark.parametrize(
    "said",
    [
        "The Secretariat",
        "International Mediation",
        "Office of the Secretary",
        "Secrétariat général",
        "All rights reserved",
        "秘书处",
    ],
)
def test_ordinary_names_of_houses_are_no_words_of_handling(tmp_path: Path, said: str) -> None:
    """A secretariat has no secret in its name."""
    template = word_file(furniture={"default footer": words(said)})
    assert furniture(confirmed(tmp_path, template))["default footer"][0] == said


def test_a_handling_word_that_nobody_confirmed_keeps_no_pack_back(tmp_path: Path) -> None:
    """It reaches no pack, and the build says why it cannot be confirmed."""
    library = house(tmp_path, word_file(furniture={"default footer": words("Confidential")}))
    assert furniture(pack_of(tmp_path, library))["default footer"][0] == MARKED
    (said,) = read_house_style(library, "house", "en").word.said
    assert "which the case alone decides" in str(said)
    assert said.severity == "warning"


def test_a_case_says_by_reader_that_its_packs_bear_no_letterhead(tmp_path: Path) -> None:
    """The packs of that reader are as in a house without one; those of the other bear it."""
    library = house(tmp_path, LETTERHEAD, confirming(LETTERHEAD) + "logo: logo.png\n", {"logo.png": png("green")})
    case = TEN_LINES.replace("tlp: amber", "tlp: amber, no_letterhead: [track_i]")
    plain = pack_of(tmp_path, library, case=case)
    assert b"Rivers" not in everything(plain)
    assert furniture(plain) == furniture(pack_of(tmp_path, house(tmp_path / "other", word_file())))
    assert furniture(pack_of(tmp_path, library, "track-ii"))["first header"][1:] == [
        "The House of Rivers",
        "[picture]",
    ]


REGISTERED = (
    f"{TEN_LINES}actors: [{{id: miller, name: A miller, kind: individual, alias: heron, sensitivity: team_only}}]\n"
)
REGISTRY = "people:\n  heron:\n    name: Ann Orrelby\n"


@pytest.mark.parametrize("said", ["Ann Orrelby and Partners", "Orrelby and Partners", "The heron press"])
def test_a_letterhead_that_holds_a_name_or_alias_of_the_registry_keeps_the_packs_of_that_case(
    tmp_path: Path, said: str
) -> None:
    """The gate searches headers as it searches everything; of a letterhead that nobody confirmed there is nothing to find."""
    template = word_file(furniture={"default header": words(said)})
    assert pack_of(tmp_path, house(tmp_path, template), case=REGISTERED, registry=REGISTRY)
    with pytest.raises(Refusal):
        pack_of(tmp_path, house(tmp_path, template, confirming(template)))
    with pytest.raises(Refusal):
        pack_of(tmp_path, house(tmp_path, LETTERHEAD, confirming(LETTERHEAD) + f"  alternative_text: {said}\n"))


def test_check_says_of_a_registered_name_that_the_letterhead_prints_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told before a pack is made, at the line of the registry."""
    template = word_file(furniture={"default header": words("Ann Orrelby and Partners")})
    library, case = house(tmp_path, template), write_case(tmp_path, case=REGISTERED, registry=REGISTRY)
    told = [tell(capsys, "check", case, "--organisation", "house", "--templates", library)]
    house(tmp_path, template, confirming(template))
    told.append(tell(capsys, "check", case, "--organisation", "house", "--templates", library))
    assert ["the letterhead of this organisation prints this" in one.err for one in told] == [False, True]


def test_pictures_have_alternative_text(tmp_path: Path) -> None:
    """That which organisation.yaml gives, or else the name of the organisation; never the name of a file."""
    assert b'descr="The House"' in everything(confirmed(tmp_path / "a", LETTERHEAD))
    described = everything(confirmed(tmp_path / "b", LETTERHEAD, "  alternative_text: Coat of arms\n"))
    assert b'descr="Coat of arms"' in described
    assert b"file.png" not in described


def test_a_logo_stands_at_the_head_of_page_one_without_a_template(tmp_path: Path) -> None:
    """To name its file is to confirm it; it is decoded as pictures of templates are."""
    pack = pack_of(tmp_path, house(tmp_path, None, "logo: logo.png\n", {"logo.png": png(said="Somebody's name")}))
    assert furniture(pack)["first header"] == [MARK, "[picture]"]
    assert furniture(pack)["default header"] == [MARK]
    assert b"Somebody" not in everything(pack)
    assert b'<wp:extent cx="2160270" cy="720090"/>' in everything(pack)


def test_a_number_of_the_page_looks_like_the_words_beside_it(tmp_path: Path) -> None:
    """Word gives a number that it counts anew the look of where its field begins, so each run of a field has it."""
    number, total = (
        field(name).replace("<w:r>", '<w:r><w:rPr><w:sz w:val="14"/></w:rPr>') for name in ("PAGE", "NUMPAGES")
    )
    words_, of = (
        f'<w:r><w:rPr><w:sz w:val="14"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for text in ("The House, page ", " of ")
    )
    pack = confirmed(tmp_path, word_file(furniture={"default footer": f"<w:p>{words_}{number}{of}{total}</w:p>"}))
    foot = next(part for part in everything(pack).decode().split("<w:ftr") if "The House, page" in part)
    numbers = foot[foot.index("The House, page") :].partition("</w:p>")[0]
    (looks,) = {
        tuple(re.findall(r'<w:rStyle w:val="(\w+)"', run))
        for run in numbers.split("<w:r>")[1:]
        if 'Type="end"' not in run
    }
    assert len(looks) == 1


@pytest.mark.parametrize(
    ("settings", "files", "said"),
    [
        ("logo: logo.png\n", {}, "there is no 'logo.png' in this folder"),
        ("logo: ../base/logo.png\n", {}, "'logo' names a picture in this folder that is called logo"),
        ("logo: logo.svg\n", {"logo_svg": b"<svg/>"}, "the logo is a vector picture (SVG)"),
        ("letterhead: {alternative_text: Strictly confidential}\n", {}, "'alternative_text' of 'letterhead': it says how to handle"),
        ("letterhead: {leave_out: [heading]}\n", {}, "'heading' is neither a part of a letterhead (first-header, "),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_followed_are_refused(
    tmp_path: Path, settings: str, files: dict[str, bytes], said: str
) -> None:
    """Each with what to do."""
    assert said in refusal(tmp_path, None, settings, **files)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("unit: Desk\n", ["letterhead", "does not name this file, so no pack bears it"]),
        ("logo: logo.png\n", ["letterhead"]),
        (confirming(LETTERHEAD), ["does not name this file, so no pack bears it"]),
        (f"{confirming(LETTERHEAD)}logo: logo.png\n", ["page one bears the picture of the Word template's letterhead, and so not"]),
        (
            confirming(LETTERHEAD).replace("confirmed:", "confirmed:\n    - heading-0011223344556677"),
            ["'heading-0011223344556677' under 'confirmed' of 'letterhead' confirms no part", "does not name this file"],
        ),
    ],
)  # fmt: skip
def test_what_settings_and_files_say_to_no_effect_or_twice_is_told(
    tmp_path: Path, settings: str, said: list[str]
) -> None:
    """It keeps no pack from being made: a logo that is not named, a confirmation of nothing, a logo beside another."""
    library = house(tmp_path, LETTERHEAD, settings, {"logo.png": png("green")})
    told = [one.message for one in read_house_style(library, "house", "en").said]
    assert [any(part in one for one in told) for part in said] == [True] * len(said)
    assert len(told) == len(said) or "letterhead" in said


def test_a_letterhead_moves_the_text_and_is_reckoned_with(tmp_path: Path) -> None:
    """What page one has room for is less by its height, and the others have less by that of theirs."""
    tall = word_file(
        furniture={
            "first header": f"<w:p>{picture('a.png', (60, 60))}</w:p>",
            "default header": f"<w:p>{picture('a.png', (30, 30))}</w:p>",
        },
        media={"a.png": png()},
    )
    plain = read_house_style(house(tmp_path, tall), "house", "en").room
    room = read_house_style(house(tmp_path, tall, confirming(tall)), "house", "en").room
    assert 40 < plain.height - room.height < 90
    text = "# One\n\nA word.\n"
    assert 120 < room.taken(text) - plain.taken(text) + plain.height - room.height < 180


def test_a_template_that_says_no_sizes_has_those_of_word() -> None:
    """Letters of ten points in lines as high as they need: a text is not reckoned to take no room."""
    room = page_room(adopt(word_file(), BASE).style, None)
    assert 10 < room.taken("A word.\n") < 20
    assert room.taken("A word. " * 200) > 10 * room.taken("A word.\n")


def test_a_letterhead_that_leaves_no_room_for_text_is_refused(tmp_path: Path) -> None:
    """Half of the page is for the pack; an unconfirmed one does no harm."""
    pictures = f"<w:p>{picture('a.png', (70, 70))}</w:p>" * 2
    template = word_file(furniture={"default header": pictures}, media={"a.png": png()})
    assert read_house_style(house(tmp_path, template), "house", "en").word.letterhead.header == ()
    assert "less than half of the page" in refusal(tmp_path, template, confirming(template))


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (NONE_SHOWN, "a header is not the handling mark and caveat that the text gives, with the letterhead"),
        (ShownLetterhead(ShownPart(("The House",)), ShownPart(("Below", "it"))), "below the letterhead that was confirmed"),
        (ShownLetterhead(ShownPart(("The House",)), ShownPart(("Below",))), "its pictures are not those of the letterhead"),
    ],
)  # fmt: skip
def test_a_header_that_holds_anything_but_what_was_confirmed_is_not_released(
    tmp_path: Path, expected: ShownLetterhead, said: str
) -> None:
    """The inspection is told what was confirmed, and compares words and pictures with that."""
    template = word_file(
        furniture={
            "default header": words("The House") + f"<w:p>{picture('a.png')}</w:p>",
            "default footer": words("Below"),
        },
        media={"a.png": png()},
    )
    word, markdown = confirmed(tmp_path, template), markdown_of(tmp_path)
    assert any(said in str(one) for one in inspected({"x.docx": word, "x.md": markdown}, expected))
    borne = read_house_style(tmp_path / "templates", "house", "en").word.letterhead
    assert inspected({"x.docx": word, "x.md": markdown}, shown(borne)) == []
    other = replace(shown(borne), description="Another")
    told = inspected({"x.docx": word, "x.md": markdown}, other)
    assert any("another alternative text" in str(one) for one in told)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</w:ftr>", "<w:p><w:r><w:t>Foreign</w:t></w:r></w:p></w:ftr>"),
        ('<w:t xml:space="preserve">River Talks', '<w:t xml:space="preserve">Foreign · River Talks'),
        ('<w:t xml:space="preserve">Page ', '<w:t xml:space="preserve">Foreign page '),
    ],
)
def test_a_footer_that_holds_any_other_text_is_not_released(tmp_path: Path, old: str, new: str) -> None:
    """Beside the letterhead it holds title, version, date, mark, page and signs of the Markdown, and nothing else."""
    word = confirmed(tmp_path, LETTERHEAD)
    files = {"x.docx": respelt(word, "word/footer1.xml", old, new), "x.md": markdown_of(tmp_path)}
    borne = shown(read_house_style(tmp_path / "templates", "house", "en").word.letterhead)
    assert inspected(files | {"x.docx": word}, borne) == []
    assert any("a footer holds a text that is neither" in str(one) for one in inspected(files, borne))


def test_packs_with_a_letterhead_are_the_same_each_time_and_valid(tmp_path: Path) -> None:
    """Bytes and form hold as in a house without one."""
    packs = [confirmed(tmp_path / name, LETTERHEAD) for name in ("a", "b")]
    assert packs[0] == packs[1]
    package, faults = open_package(packs[0])
    assert package is not None
    assert [*faults, *faults_of_form(package)] == []


def test_the_confirmation_of_a_part_is_the_same_on_every_machine() -> None:
    """It is made from words and source files, and from nothing that a program computed of them."""
    assert {part.confirmation for part in parts_of(LETTERHEAD).values()} == {
        "first-header-3347255d3f27dd5b349430cc250436b9",
        "header-9d325412f787c78bb0c287368a316650",
        "first-footer-9d1b394fe90d3494252a1ab0b0324857",
        "footer-9913d5bb66663dbb10225db8128c0caf",
    }


def test_a_copy_of_the_bases_style_document_has_no_letterhead() -> None:
    """There is nothing to confirm in it."""
    assert adopt(BASE, BASE).letterhead == ()


def test_a_registered_name_in_a_letterhead_is_told_with_what_helps(tmp_path: Path) -> None:
    """To allow the term would switch off the search for a person; without the letterhead the packs are made."""
    template = word_file(furniture={"default header": words("Ann Orrelby and Partners")})
    library = house(tmp_path, template, confirming(template))
    with pytest.raises(Refusal) as refused:
        pack_of(tmp_path / "one", library, case=REGISTERED, registry=REGISTRY)
    said = "".join(problem.message for problem in refused.value.problems)
    assert "'leave_out' in organisation.yaml" in said
    assert "allowed_terms" not in said
    assert said.endswith("under 'no_letterhead' of handling: track_i")
    plain = REGISTERED.replace("tlp: amber", "tlp: amber, no_letterhead: [track_i]")
    assert b"Orrelby" not in everything(pack_of(tmp_path / "two", library, case=plain, registry=REGISTRY))
    with pytest.raises(Refusal):
        pack_of(tmp_path / "two", library, "track-ii")


def test_of_two_logos_that_of_the_template_stands_on_page_one(tmp_path: Path) -> None:
    """The `logo` comes back where the part with the other is left out."""
    settings, files = confirming(LETTERHEAD) + "logo: logo.png\n", {"logo.png": png("green")}
    one = furniture(pack_of(tmp_path / "one", house(tmp_path / "one", LETTERHEAD, settings, files)))
    assert one["first header"] == [MARK, "The House of Rivers", "[picture]"]
    left = settings.replace("logo:", "  leave_out: [first-header]\nlogo:")
    other = furniture(pack_of(tmp_path / "two", house(tmp_path / "two", LETTERHEAD, left, files)))
    assert other["first header"] == [MARK, "[picture]"]


VECTOR = word_file(
    furniture={"default header": f"{words('The House')}<w:p>{picture('a.svg')}{picture('b.png')}</w:p>"},
    media={"a.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>", "b.png": png()},
)


def test_a_part_with_a_vector_picture_is_refused(tmp_path: Path) -> None:
    """With what to do, confirmed or not: no pack bears a letterhead that lacks what its house never saw it lack."""
    said = "its picture a.svg is a vector picture (SVG), which packs do not hold; save it as PNG, and put that in its place"
    assert said in refusal(tmp_path, VECTOR, confirming(VECTOR))
    (told,) = (one.message for one in read_house_style(house(tmp_path, VECTOR), "house", "en").said)
    assert told.startswith(
        f"packs cannot bear the header of the Word template: {said}, or put 'a.svg' under 'leave_out'"
    )
    left = house(tmp_path, VECTOR, "letterhead: {leave_out: [header]}\n")
    assert read_house_style(left, "house", "en").said == ()


def test_a_picture_can_be_left_out_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that packs could not hold, or any other; `style` says so, and the rest is confirmed and borne."""
    for name, borne in (("a.svg", ["The House", "[picture]"]), ("b.png", [])):
        chosen = f"  leave_out: [{name}]\n"
        (part,) = adopt(VECTOR, BASE, left_out=(name,)).letterhead
        library = house(tmp_path, VECTOR, f"letterhead:\n  confirmed: [{part.confirmation}]\n{chosen}")
        told = tell(capsys, "style", library / "house" / "style.docx", "--templates", library).out
        assert f"    the picture {name} is left out, as organisation.yaml says\n" in told
        assert ("confirmed: packs bear it" in told) is bool(borne)
        if borne:
            assert read_house_style(library, "house", "en").said == ()
            assert furniture(pack_of(tmp_path, library))["default header"] == [MARK, *borne]
        else:
            assert part.refused.startswith("its picture a.svg")


def test_a_picture_to_be_left_out_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The template may have changed, or the name is misspelt."""
    template = word_file(
        furniture={"default header": f"<w:p>{picture('image1.png')}</w:p>"}, media={"image1.png": png()}
    )
    library = house(tmp_path, template, confirming(template) + "  leave_out: [imag1.png]\n")
    (told,) = (one.message for one in read_house_style(library, "house", "en").said)
    assert (
        "'imag1.png' under 'leave_out' of 'letterhead' is no picture of the Word template (did you mean 'image1.png'?)"
        in told
    )


def test_of_a_vector_picture_with_a_png_beside_it_the_png_is_taken() -> None:
    """Word keeps both."""
    beside = '<a:extLst><a:ext uri="u"><asvg:svgBlip xmlns:asvg="urn:svg" r:embed="a.svg"/></a:ext></a:extLst></a:blip>'
    both = picture("a.png").replace('r:embed="a.png"/>', f'r:embed="a.png">{beside}')
    part = parts_of(
        word_file(furniture={"default header": f"<w:p>{both}</w:p>"}, media={"a.png": png(), "a.svg": b"<svg/>"})
    )["header"]
    assert [each.called for each in part.lines[0].pictures] == ["a.png"]
    assert part.notes == ()


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        (f"<w:p>{field('PAGE')}</w:p>", []),
        (f"<w:p><w:r><w:t>- </w:t></w:r>{field('PAGE')}<w:r><w:t> -</w:t></w:r></w:p>", []),
        (f"<w:p><w:r><w:t>The House</w:t></w:r><w:r><w:tab/></w:r>{field('PAGE')}</w:p>", ["The House"]),
        (f"<w:p>{field('PAGE')}<w:r><w:tab/></w:r><w:r><w:t>The House</w:t></w:r></w:p>", ["\tThe House"]),
        (f"<w:p><w:r><w:t>Page </w:t></w:r>{field('PAGE')}</w:p>", []),
        (f"<w:p><w:r><w:t>Page </w:t></w:r>{field('PAGE')}<w:r><w:t> of </w:t></w:r>{field('NUMPAGES')}</w:p>", ["Page  of "]),
        (f"<w:p><w:r><w:t>Revision </w:t></w:r>{field('PAGE')}</w:p>", ["Revision "]),
        (f"<w:p><w:r><w:t>The House · Peace by talks  Page </w:t></w:r>{field('PAGE')}</w:p>", ["The House · Peace by talks"]),
        (f"<w:p>{field('PAGE')}<w:r><w:t> | The House</w:t></w:r></w:p>", ["The House"]),
    ],
)  # fmt: skip
def test_a_page_has_one_number(inside: str, left: list[str]) -> None:
    """Packs say page x of y at the foot, unless the letterhead says both; a number alone would stand there twice."""
    part = parts_of(word_file(furniture={"default footer": inside}))["footer"]
    assert texts_of(part) == left
    is_kept = left in (["Page  of "], ["Revision "])
    assert part.notes == (() if is_kept else (NOTE,))
