"""Strange letterheads: what is damaged, endless or hidden in a template's header, footer or first page is left behind."""

# Word files as they stand read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.adoption.letterheads import confirming, house, parts_of, png, texts_of
from tests.adoption.templates_of_ours import field, paragraph_style, picture, word_file, words

from briefpack.adoption import letter_pictures
from briefpack.adoption.letterhead import LetterPart
from briefpack.packs.house_styles import read_house_style
from briefpack.pictures.decoding import decoded

BIG = "9" * 400
MEDIA = {"a.png": png()}


def header(inside: str) -> LetterPart:
    """Return the header of a template that holds this."""
    return parts_of(word_file(furniture={"default header": inside}, media=MEDIA))["header"]


def anchored(offset: str, width: str) -> str:
    """Return a floating picture with these numbers."""
    return f'<w:p><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="m"><wp:posOffset>{offset}</wp:posOffset></wp:positionH><wp:extent cx="{width}" cy="360000"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="a.png"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx="{width}" cy="360000"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>'


def old(crop: str) -> str:
    """Return a picture that an older version of Word wrote, with this crop."""
    return f'<w:p><w:r><w:pict><v:shape style="width:50pt;height:20pt"><v:imagedata r:id="a.png" cropleft="{crop}"/></v:shape></w:pict></w:r></w:p>'


@pytest.mark.parametrize(
    "inside",
    [
        *(anchored(offset, "360000") for offset in ("1.5", "abc", BIG)),
        *(anchored("5", width) for width in ("abc", BIG)),
        *(old(crop) for crop in ("1.2.3", ".", BIG)),
        f"<w:p>{picture('a.png', crop=f'<a:srcRect l={chr(34)}{BIG}{chr(34)}/>')}</w:p>",
        words("x", f'<w:sz w:val="{BIG}"/>'),
    ],
)  # fmt: skip
def test_what_is_no_number_is_as_if_it_were_not_there(inside: str) -> None:
    """A damaged file is read as far as it goes, and is no fault of briefpack."""
    part = header(inside + words("The House"))
    assert "The House" in [each.words for line in part.lines for each in line.flat]


def test_a_group_that_makes_its_picture_endless_is_refused() -> None:
    """In one line, as a picture that is too high."""
    many = "9" * 12
    group = f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wpg:wgp xmlns:wpg="urn:g"><wpg:grpSpPr><a:xfrm><a:ext cx="1" cy="{many}"/><a:chExt cx="1" cy="1"/></a:xfrm></wpg:grpSpPr><pic:pic><pic:blipFill><a:blip r:embed="a.png"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx="{many}" cy="{many}"/></a:xfrm></pic:spPr></pic:pic></wpg:wgp></wp:inline></w:drawing></w:r></w:p>'
    assert "mm high, and 75 are the most" in header(group).refused


@pytest.mark.parametrize("order", ["I;16", "I;16B"])
def test_sixteen_bits_a_dot_are_read_in_either_order(order: str) -> None:
    """A TIFF file of either kind is a grey picture, never a traceback."""
    stream = BytesIO()
    Image.new("I;16", (4, 4), 40000).save(stream, "TIFF")
    data = stream.getvalue()
    if order == "I;16B":
        whole = Image.frombytes("I;16B", (4, 4), b"\x9c\x40" * 16)
        whole.save(stream := BytesIO(), "TIFF")
        data = stream.getvalue()
    assert Image.open(BytesIO(decoded(data))).getpixel((0, 0)) == (156, 156, 156)


def test_a_picture_of_a_hundred_million_dots_is_told_in_one_line() -> None:
    """Nothing else is printed beside it."""
    stream = BytesIO()
    Image.new("1", (10000, 10000)).save(stream, "PNG")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        part = parts_of(
            word_file(
                furniture={"default header": f"<w:p>{picture('a.png')}</w:p>"}, media={"a.png": stream.getvalue()}
            )
        )["header"]
    assert "more than 25 million dots" in part.refused


def boxed(inside: str) -> str:
    """Return a paragraph with a text box."""
    return f"<w:p><w:r><w:drawing><wp:inline><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wp:inline></w:drawing></w:r></w:p>"


def test_a_text_box_in_a_text_box_is_read_once() -> None:
    """And not once for each box around it; very many within each other are refused."""
    assert texts_of(header(boxed(boxed(boxed(words("In it")))))) == ["In it"]
    deep = words("In it")
    for _ in range(20):
        deep = boxed(deep)
    assert "stand within each other" in header(deep).refused


def test_a_picture_is_decoded_once_however_often_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same file in the same size is the same picture."""
    read: list[int] = []

    def counted(data: bytes, *others: object) -> bytes:
        read.append(len(data))
        return decoded(data, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(letter_pictures, "decoded", counted)
    assert len(list(header(f"<w:p>{picture('a.png') * 5}</w:p>").lines[0].pictures)) == 5
    assert len(read) == 1


def test_more_pictures_pieces_or_dots_than_a_letterhead_has_are_refused() -> None:
    """Each in one line that says what to do."""
    pieces = "".join(f'<w:r><w:rPr><w:sz w:val="{20 + at % 2}"/></w:rPr><w:t>x</w:t></w:r>' for at in range(300))
    assert "more than 12 pictures" in header(f"<w:p>{picture('a.png') * 13}</w:p>").refused
    assert "more than 200 pieces" in header(f"<w:p>{pieces}</w:p>").refused
    stream = BytesIO()
    Image.new("1", (4900, 4900)).save(stream, "PNG")
    several = "".join(picture("a.png", (size, 10)) for size in (10, 11, 12, 13))
    template = word_file(furniture={"default header": f"<w:p>{several}</w:p>"}, media={"a.png": stream.getvalue()})
    assert "more than 80 million dots" in parts_of(template)["header"].refused


LOOKS = [
    words("The House", look)
    for look in (
        "",
        '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>',
        '<w:sz w:val="48"/>',
        '<w:color w:val="A00000"/>',
        "<w:caps/>",
        "<w:b/>",
        "<w:i/>",
    )
]
RULED = words("The House", paragraph='<w:pBdr><w:top w:val="single" w:color="000000"/></w:pBdr>')


def test_the_confirmation_changes_with_the_look_of_words_and_with_rules() -> None:
    """Who confirmed small words has not confirmed large ones; no two parts can be made to have one confirmation."""
    found = {header(each).confirmation for each in (*LOOKS, RULED)}
    assert len(found) == len(LOOKS) + 1
    assert {len(one.rpartition("-")[2]) for one in found} == {32}


def test_the_confirmation_changes_with_the_look_of_a_style_and_with_the_width_of_cells() -> None:
    """Also where the header itself is the same."""
    styled = words("The House", paragraph='<w:pStyle w:val="Kop"/>')
    looks = (paragraph_style("Kop", f"<w:rPr>{inside}</w:rPr>") for inside in ("", "<w:caps/>"))
    files = [word_file(look, furniture={"default header": styled}) for look in looks]
    rows = [
        f'<w:tbl><w:tblGrid><w:gridCol w:w="{first}"/><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc><w:p>{picture("a.png")}</w:p></w:tc><w:tc>{words("One")}{words("Two")}</w:tc></w:tr></w:tbl>'
        for first in (2000, 3000)
    ]
    assert parts_of(files[0])["header"].confirmation != parts_of(files[1])["header"].confirmation
    assert header(rows[0]).confirmation != header(rows[1]).confirmation


def test_page_one_without_its_header_does_not_bear_that_of_the_others(tmp_path: Path) -> None:
    """A header of the first page that is left out leaves its place empty."""
    template = word_file(
        furniture={"first header": words("The House"), "default header": words("The House, continued")}
    )
    settings = confirming(template, "header") + "  leave_out: [first-header]\n"
    borne = read_house_style(house(tmp_path, template, settings), "house", "en").word.letterhead
    assert [line.words for line in borne.header] == ["The House, continued"]
    assert borne.on_first_page.header == ()


MARKED = '<w:rPr><w:{} w:id="1" w:author="a"/></w:rPr>'
SHOWN = f"<w:p>{picture('a.png')}</w:p>"
DELETED = "it holds changes"


def first_page(body: str) -> LetterPart:
    """Return what is taken of a first page that holds this."""
    found = parts_of(word_file(body=body, furniture={"default header": words("x")}, media=MEDIA))
    return found.get("first-page", LetterPart("first-page"))


@pytest.mark.parametrize(
    "body",
    [
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/><w:picture/></w:sdtPr><w:sdtContent>{SHOWN}</w:sdtContent></w:sdt>",
        f'<w:p><w:del w:id="1" w:author="a">{picture("a.png")}</w:del></w:p>',
        SHOWN.replace("<w:r>", f"<w:r>{MARKED.format('del')}"),
        f'<w:tbl><w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr><w:tc>{SHOWN}</w:tc></w:tr></w:tbl>',
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{SHOWN}</w:tc></w:tr></w:tbl>",
        SHOWN.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
        f"<w:p>{field('INCLUDEPICTURE x').replace('<w:r><w:t>1</w:t></w:r>', picture('a.png'))}</w:p>",
        f'<w:p><w:commentRangeStart w:id="1"/>{picture("a.png")}</w:p>',
        f'<w:p><w:r><w:br w:type="page"/></w:r>{picture("a.png")}</w:p>',
        f"{words('One')}<w:p><w:pPr><w:pageBreakBefore/></w:pPr>{picture('a.png')}</w:p>",
        SHOWN.replace("<wp:docPr ", '<wp:docPr hidden="1" '),
    ],
)
def test_a_picture_of_the_first_page_that_a_header_would_not_give_is_not_taken(body: str) -> None:
    """Hidden, deleted, commented on, in a placeholder, of a field, or on the second page."""
    assert first_page(body).lines == ()
    assert len(first_page(SHOWN).lines) == 1


def test_a_drawing_that_is_said_in_two_ways_is_taken_once() -> None:
    """The newer way where Word knows it, and else the older one."""
    two = '<w:p><w:r><mc:AlternateContent xmlns:zz="urn:unknown"><mc:Choice Requires="{}"><w:drawing><wp:inline><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>'
    assert len(first_page(two.format("wps", SHOWN, SHOWN)).lines) == 1
    assert texts_of(header(two.format("zz", words("Unseen"), words("Seen")))) == ["Seen"]


@pytest.mark.parametrize(
    "inside",
    [
        words("Ann Author", '<w:color w:val="FFFFFF"/>'),
        words("Ann Author", '<w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="FF0000"/>'),
        words("Ann Author", '<w:sz w:val="2"/>'),
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{words('Ann Author')}</w:tc></w:tr></w:tbl>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>AUTHOR</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>'
        + words("Ann Author")
        + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        '<w:p><w:fldSimple w:instr="AUTHOR"><w:fldSimple w:instr="QUOTE"><w:r><w:t>Ann Author</w:t></w:r></w:fldSimple></w:fldSimple></w:p>',
        f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{words('Ann Author')}</w:sdtContent></w:sdt>",
    ],
)
def test_what_nobody_sees_and_results_of_fields_stay_behind_and_are_told(inside: str) -> None:
    """Also over several paragraphs, and in fields around fields."""
    part = header(words("The House") + inside)
    assert texts_of(part) == ["The House"]
    assert any("left behind" in note for note in part.notes)


@pytest.mark.parametrize("change", ["rPrChange", "customXmlDelRangeStart"])
def test_a_change_of_looks_is_a_change(change: str) -> None:
    """Somebody has still to accept it."""
    assert DELETED in header(words("The House", f'<w:{change} w:id="1" w:author="a"/>')).refused


def test_headers_that_are_dropped_are_told() -> None:
    """Those for even pages, and those whose part is no XML."""
    even = parts_of(word_file(furniture={"even header": words("Even"), "default header": words("Odd")}))["header"]
    assert (texts_of(even), even.notes) == (["Odd"], ("the header for even pages is left behind",))
    assert "missing or damaged" in header("<w:p>").notes[0]


def test_ruby_signs_of_private_use_and_hidden_pictures_are_left_behind_and_told() -> None:
    """What Word shows in its own way, or not at all, is no plain word that anybody could confirm."""
    ruby = "<w:p><w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    hidden = SHOWN.replace("<wp:docPr ", '<wp:docPr hidden="1" ') + SHOWN.replace(
        "<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"
    )
    part = header(ruby + words("\uf028 The House") + hidden)
    assert [text.strip() for text in texts_of(part)] == ["The House"]
    assert [note.partition(" is left")[0] for note in part.notes] == [
        "text with readings above it (ruby)",
        "a sign of a typeface of signs",
        "a hidden picture",
    ]


def test_of_the_first_page_only_what_becomes_of_pictures_is_told() -> None:
    """Its words, fields and objects are samples, and no letterhead."""
    found = first_page(
        f"<w:p>{field('TOC')}</w:p>{SHOWN.replace('<wp:docPr ', '<wp:docPr hidden=' + chr(34) + '1' + chr(34) + ' ')}"
    )
    assert found.notes == ("a hidden picture is left behind",)
