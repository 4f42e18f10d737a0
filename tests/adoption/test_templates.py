"""Templates: an organisation's own Word file makes packs, whatever it lacks and whatever else it holds."""

# Styles as they stand in files read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from tests.adoption.templates_of_ours import NORMAL, PAGE, paragraph_style, word_file
from tests.building import TEMPLATES

from briefpack.adoption import Adopted, adopt
from briefpack.packs.style_trial import SHOWN, examined, faults_of_style
from briefpack.problems import Refusal
from briefpack.stages.typeset import typeset
from briefpack.word.house import House
from briefpack.word.style_names import USED

BASE = (TEMPLATES / "base" / "style.docx").read_bytes()
HEADING = '<w:basedOn w:val="Normal"/><w:rPr><w:color w:val="7A1F1F"/></w:rPr>'
PACK = """\
# Talks

## One

- a
  - b
    - c
      - d

1. e

> [!IMPORTANT]
> Asked.

| A | B |
| --- | --- |
| c | d |
"""


@cache
def adopted(template: bytes) -> Adopted:
    """Return what becomes of a template; no fault of it is left for a build to find."""
    made = adopt(template, BASE)
    assert list(faults_of_style(made.style, "style.docx")) == []
    assert typeset(PACK, made.style, House())
    return made


def style(made: Adopted, name: str) -> str:
    """Return a style of an adopted document as text."""
    styles = ZipFile(BytesIO(made.style)).read("word/styles.xml").decode()
    found = re.search(
        rf'<w:style [^>]*>(?:(?!</w:style>).)*?<w:name w:val="{name}"/>.*?</w:style>', styles, re.DOTALL | re.IGNORECASE
    )
    assert found, name
    return "<w:style " + found.group().rpartition("<w:style ")[2]


def told(made: Adopted, piece: str) -> list[str]:
    """Return the notes that say this."""
    return [note for note in made.notes if piece in note]


@pytest.mark.parametrize("ending", ["docx", "dotx", "docm", "dotm"])
def test_a_file_of_any_kind_that_word_saves_makes_packs(ending: str) -> None:
    """A template, or one with macros, is as good as a document, and no macro comes along."""
    made = adopted(word_file(ending=ending, more={"word/vbaProject.bin": b"macros"}))
    assert "vbaProject" not in "".join(ZipFile(BytesIO(made.style)).namelist())
    assert told(made, "macros stay behind")


def test_a_file_with_no_style_but_normal_is_filled_from_the_base() -> None:
    """Each style that packs use is there, and stands on the organisation's Normal."""
    made = adopted(
        word_file(
            defaults='<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/></w:rPr></w:rPrDefault></w:docDefaults>'
        )
    )
    names = {one.name.casefold() for one in Document(BytesIO(made.style)).styles if one.name}
    assert {used.name.casefold() for used in USED} - names == set()
    assert 'w:basedOn w:val="Normal"' in style(made, "Ask")
    assert "Georgia" in ZipFile(BytesIO(made.style)).read("word/styles.xml").decode()
    assert "Arial" not in style(made, "heading 1").replace("Arial Narrow", "")


@pytest.mark.parametrize(
    ("identifier", "name"),
    [("Titre1", "heading 1"), ("berschrift1", "heading 1"), ("1", "heading 1"), ("Titre1", "Titre 1"), ("H", "Überschrift 1"), ("X", "Заголовок 1")],
)  # fmt: skip
def test_a_heading_is_known_by_words_name_or_by_that_of_its_language(identifier: str, name: str) -> None:
    """Identifiers are in the language of Word; other programs write names in theirs, too."""
    made = adopted(word_file(paragraph_style(name, HEADING, identifier)))
    assert "heading 1" not in {one.casefold() for one in made.filled}
    assert made.colours["heading"] == "7A1F1F"


def test_the_look_of_a_template_reaches_what_is_filled_in() -> None:
    """Colours, the size of the text and the typeface of headings are the organisation's, in callouts and pictures, too."""
    size = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="24"/></w:rPr></w:style>'
    heading = paragraph_style(
        "heading 1", '<w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria"/><w:color w:val="0B5C4A"/></w:rPr>'
    )
    made = adopted(word_file(heading, normal=size))
    assert '"0B5C4A"' in style(made, "Ask")
    assert "Cambria" in style(made, "heading 2")
    assert int(re.findall(r'w:sz w:val="(\d+)"', style(made, "Table Text"))[0]) > 17
    assert made.colours["rule"] == made.colours["heading"] == "0B5C4A"
    assert "themeColor" not in ZipFile(BytesIO(made.style)).read("word/styles.xml").decode()


def test_a_colour_of_the_theme_is_the_themes_and_a_tinted_one_what_word_wrote() -> None:
    """Later editors may change the theme, and packs keep what the organisation saw."""
    plain = '<w:rPr><w:color w:val="111111" w:themeColor="accent2"/></w:rPr>'
    tinted = '<w:rPr><w:color w:val="5A2A2A" w:themeColor="accent2" w:themeShade="80"/></w:rPr>'
    made = adopted(
        word_file(
            paragraph_style("heading 1", plain) + paragraph_style("heading 2", tinted), accents={"accent2": "8A1010"}
        )
    )
    assert made.colours["heading"] == "8A1010"
    assert '"5A2A2A"' in style(made, "heading 2")


def test_settings_of_the_organisation_go_before_what_the_template_says() -> None:
    """A colour in organisation.yaml is meant."""
    made = adopt(word_file(paragraph_style("heading 1", HEADING)), BASE, {"heading": "224466"})
    assert made.colours["heading"] == "224466"
    assert '"224466"' in style(made, "Ask")


def test_a_copy_of_the_base_stays_as_it_is() -> None:
    """Whoever began with the base's document gets what they made of it."""
    made = adopted(BASE)
    assert made.filled == frozenset()
    assert made.notes == ()
    assert 'w:themeColor="accent1"' in style(made, "heading 1")


def test_a_style_that_no_pack_uses_stops_nothing() -> None:
    """What it holds is never looked at, and it does not come along."""
    made = adopted(
        word_file(paragraph_style("Stranger", '<w:pPr><w:zork w:val="big"/></w:pPr><w:rPr><w:sz w:val="big"/></w:rPr>'))
    )
    assert "Stranger" in made.unused
    assert "zork" not in ZipFile(BytesIO(made.style)).read("word/styles.xml").decode()


def test_columns_of_a_template_are_left_out_and_told() -> None:
    """Packs are set across the page."""
    made = adopted(word_file(section=f'{PAGE}<w:cols w:num="2"/>'))
    assert b"w:cols" not in ZipFile(BytesIO(made.style)).read("word/document.xml")
    assert told(made, "columns are left out")


LIST = '<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{link}<w:lvlText w:val="{text}"/><w:lvlJc w:val="start"/><w:pPr><w:ind w:start="400" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
NUMBERED = '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'


def test_headings_that_number_themselves_no_longer_do() -> None:
    """A pack would read "6. Step 1" otherwise."""
    lists = LIST.format(kind="decimal", link="", text="%1.")
    made = adopted(word_file(paragraph_style("heading 1", NUMBERED), numbering=lists))
    assert '<w:numId w:val="0"/>' in style(made, "heading 1")
    assert (
        told(made, "numbers itself") == [one for one in made.notes if "style 'Heading 1' numbers itself" in one] != []
    )
    assert '<w:numId w:val="0"/>' in style(made, "Front Heading")


def test_a_list_of_one_level_gets_nine_and_keeps_its_look() -> None:
    """A list in a list in a list finds its level, and the first stands as the organisation set it."""
    lists = LIST.format(kind="bullet", link='<w:pStyle w:val="ListBullet"/>', text="►")
    made = adopted(word_file(paragraph_style("List Bullet", NUMBERED), numbering=lists))
    numbering = ZipFile(BytesIO(made.style)).read("word/numbering.xml").decode()
    own = next(one for one in numbering.split("<w:abstractNum ") if "►" in one)
    assert own.count("<w:lvl ") == 9
    assert 'w:left="400"' in own
    assert 'w:lvlJc w:val="left"' in own


def test_a_list_of_the_other_kind_is_the_bases() -> None:
    """A style for bullets that leads to numbers would number what is no order."""
    lists = LIST.format(kind="decimal", link="", text="%1.")
    made = adopted(word_file(paragraph_style("List Bullet", NUMBERED), numbering=lists))
    assert told(made, "style 'List Bullet' has no list of its own")


def test_tab_stops_of_header_and_footer_are_taken_off() -> None:
    """The stops of Word's own template would put the page number in the middle of the line."""
    tabs = '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs></w:pPr>'
    made = adopted(word_file(paragraph_style("header", tabs) + paragraph_style("footer", tabs)))
    assert "4680" not in style(made, "footer") + style(made, "header")


def test_sides_that_only_newer_readers_know_are_written_as_all_know_them() -> None:
    """`start` and `end` become left and right."""
    made = adopted(
        word_file(paragraph_style("Quote", '<w:pPr><w:ind w:start="300" w:end="200"/><w:jc w:val="start"/></w:pPr>'))
    )
    assert 'w:left="300"' in style(made, "Quote")
    assert '<w:jc w:val="left"/>' in style(made, "Quote")


def test_a_list_of_typefaces_stays_behind() -> None:
    """Other programs write character sets there that no schema knows."""
    made = adopted(
        word_file(more={"word/fontTable.xml": b'<w:fonts xmlns:w="x"><w:charset w:characterSet="utf-8"/></w:fonts>'})
    )
    assert "word/fontTable.xml" not in ZipFile(BytesIO(made.style)).namelist()


def test_paper_and_margins_are_the_templates() -> None:
    """A template on letter paper makes packs on letter paper, unless organisation.yaml says otherwise."""
    section = '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1800" w:right="1500" w:bottom="1800" w:left="1500" w:header="720" w:footer="720" w:gutter="0"/>'
    made = adopted(word_file(section=section))
    pack = ZipFile(BytesIO(typeset(PACK, made.style, House()))).read("word/document.xml").decode()
    assert '<w:pgSz w:w="12240" w:h="15840"/>' in pack
    assert 'w:left="1500"' in pack
    chosen = ZipFile(BytesIO(typeset(PACK, made.style, House(paper="a4")))).read("word/document.xml").decode()
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in chosen


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>', "lies on its side"),
        ('<w:pgSz w:w="3000" w:h="5000"/>', "no size that packs are set on"),
        ('<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="600" w:right="1000" w:bottom="600" w:left="1000" w:header="0" w:footer="0" w:gutter="0"/>', "no room for the handling mark"),
    ],
)  # fmt: skip
def test_a_page_that_packs_cannot_be_set_on_is_changed_and_told(section: str, said: str) -> None:
    """The mark needs its room, and the text its lines."""
    assert told(adopted(word_file(section=section)), said)


def test_colours_of_the_settings_reach_headings_and_links_of_the_template() -> None:
    """What organisation.yaml says holds in all of a pack, and not only in what is filled in; a band keeps its white."""
    purple = '<w:rPr><w:color w:val="6D1D6A"/></w:rPr>'
    lined = '<w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="6D1D6A"/></w:pBdr></w:pPr>'
    band = (
        '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="10305A"/></w:pPr><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    )
    own = paragraph_style("heading 1", lined + purple) + paragraph_style("heading 2", '<w:basedOn w:val="heading1"/>')
    links = paragraph_style("Hyperlink", '<w:rPr><w:color w:val="0061F4"/></w:rPr>', kind="character")
    template = word_file(own + links + paragraph_style("Title", band))
    made = adopt(template, BASE, {"heading": "0F5C66", "accent": "7A2E45"})
    assert "6D1D6A" not in ZipFile(BytesIO(made.style)).read("word/styles.xml").decode()
    assert '<w:color w:val="0F5C66"/>' in style(made, "heading 2")
    assert '<w:color w:val="7A2E45"/>' in style(made, "Hyperlink")
    assert '<w:color w:val="FFFFFF"/>' in style(made, "Title")
    assert '<w:color w:val="0061F4"/>' in style(adopt(template, BASE, {"heading": "0F5C66"}), "Hyperlink")


@pytest.mark.parametrize(
    ("colour", "said"),
    [("ED7D31", "A55722"), ("FFFF99", "")],
)
def test_a_colour_that_cannot_be_read_is_darkened_in_its_hue_and_told(colour: str, said: str) -> None:
    """Headings and links keep the colour of the house, as far as all can read it."""
    made = adopted(word_file(paragraph_style("heading 1", f'<w:rPr><w:color w:val="{colour}"/></w:rPr>')))
    (note,) = told(made, f"the colour {colour} of style 'heading 1'")
    assert said in note


def test_a_heading_in_white_on_its_own_band_stays_white() -> None:
    """What can be read is left alone."""
    band = (
        '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="10305A"/></w:pPr><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    )
    made = adopted(word_file(paragraph_style("heading 1", band)))
    assert told(made, "of style 'heading 1'") == []
    assert '"FFFFFF"' in style(made, "heading 1")


def test_what_normal_says_of_paragraphs_does_not_reach_rows_and_lists() -> None:
    """A first line set in, or text set to both sides, is for running text."""
    leaking = NORMAL.replace(
        '"/></w:style>',
        '"/><w:pPr><w:spacing w:before="240"/><w:ind w:firstLine="420"/><w:jc w:val="both"/></w:pPr></w:style>',
    )
    made = adopted(word_file(normal=leaking))
    for name in ("Table Text", "List Bullet", "toc 1"):
        assert 'w:firstLine="0"' in style(made, name) or "w:hanging" in style(made, name), name
        assert '<w:jc w:val="left"/>' in style(made, name), name


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (paragraph_style("heading 1", '<w:basedOn w:val="Gone"/>'), "is based on a style that is not there"),
        (paragraph_style("heading 1", '<w:basedOn w:val="heading1"/>'), "is based on a style that is not there"),
        (paragraph_style("heading 1", '<w:basedOn w:val="heading2"/>') + paragraph_style("heading 2", '<w:basedOn w:val="heading1"/>'), "based on itself by a detour"),
    ],
)  # fmt: skip
def test_a_style_that_leans_on_nothing_is_mended_and_told(broken: str, said: str) -> None:
    """Word opens such files, and validators do not."""
    assert told(adopted(word_file(broken)), said)


def test_a_style_that_was_hidden_is_used_all_the_same() -> None:
    """Packs need it, and so its text is seen."""
    made = adopted(word_file(paragraph_style("Title", "<w:semiHidden/><w:rPr><w:vanish/></w:rPr>")))
    assert "vanish" not in style(made, "Title")
    assert "semiHidden" not in style(made, "Title")
    assert told(made, "the text of style 'Title' was hidden")


def test_a_name_that_a_style_of_another_kind_has_is_given_to_packs() -> None:
    """The template's own is kept under another name, and goes where nothing uses it."""
    made = adopted(word_file(paragraph_style("Quote", kind="character")))
    assert 'w:type="paragraph"' in style(made, "Quote")
    assert told(made, "style 'Quote' of your template is of another kind")


def test_no_text_comment_or_link_of_a_template_comes_along() -> None:
    """A style document holds styles and a page."""
    made = adopted(word_file(more={"word/comments.xml": b"<c/>", "docProps/core.xml": b"<c>Somebody</c>"}))
    everything = b"".join(ZipFile(BytesIO(made.style)).read(name) for name in ZipFile(BytesIO(made.style)).namelist())
    assert b"no pack may hold" not in everything
    assert b"Somebody" not in everything
    assert told(made, "comments stay behind")


def test_a_heading_that_begins_a_page_no_longer_does() -> None:
    """A pack would have a page for each of its headings."""
    made = adopted(word_file(paragraph_style("heading 1", "<w:pPr><w:pageBreakBefore/></w:pPr>")))
    assert '<w:pageBreakBefore w:val="0"/>' in style(made, "heading 1")
    assert told(made, "style 'Heading 1' begins a page")


def test_headings_stay_with_what_follows_them() -> None:
    """Letterheads have headings that were never meant for more than a page."""
    assert "<w:keepNext/>" in style(adopted(word_file(paragraph_style("heading 1"))), "heading 1")


def test_a_text_that_stands_in_by_an_indent_has_wider_margins() -> None:
    """Letterheads do so; tables, lists and the page number keep to the same lines then."""
    indented = NORMAL.replace('"/></w:style>', '"/><w:pPr><w:ind w:left="720" w:right="300"/></w:pPr></w:style>')
    made = adopted(word_file(normal=indented))
    page = ZipFile(BytesIO(made.style)).read("word/document.xml").decode()
    assert 'w:left="2137"' in page
    assert 'w:right="1717"' in page
    assert told(made, "stands in from the left margin")


def test_indents_of_the_text_that_leave_it_no_room_are_left_out() -> None:
    """Margins of more than half of the page would set a word a line."""
    indented = NORMAL.replace('"/></w:style>', '"/><w:pPr><w:ind w:left="5000" w:end="5000"/></w:pPr></w:style>')
    made = adopted(word_file(normal=indented))
    page = ZipFile(BytesIO(made.style)).read("word/document.xml").decode()
    assert 'w:left="1417"' in page
    assert 'w:right="1417"' in page
    styles = ZipFile(BytesIO(made.style)).read("word/styles.xml").decode()
    assert "5000" not in styles
    assert told(made, "leave it less than half of the page")


@pytest.mark.parametrize(
    ("name", "inherits", "kept"),
    [
        ("Title", 'w:left="6000"', False),
        ("heading 2", 'w:start="3000" w:end="3000"', False),
        ("heading 1", 'w:left="3000" w:firstLine="2000"', False),
        ("Table Text", 'w:left="800"', False),
        ("Title", 'w:left="3000"', True),
        ("Table Text", 'w:left="200"', True),
    ],
)
def test_indents_of_a_style_that_leave_its_text_no_room_are_left_out(name: str, inherits: str, kept: bool) -> None:
    """Half of a line is for text, and most of a cell, also where a style has its indents from another."""
    mother = paragraph_style("Mother", f"<w:pPr><w:ind {inherits}/></w:pPr>")
    made = adopted(word_file(mother + paragraph_style(name, '<w:basedOn w:val="Mother"/>')))
    assert bool(told(made, "leave too little room for its text")) is not kept
    styles = ZipFile(BytesIO(made.style)).read("word/styles.xml").decode()
    own = next(one for one in styles.split("<w:style ") if f'<w:name w:val="{name}"' in one)
    assert ('w:left="0"' in own) is not kept


def test_a_line_that_ends_in_a_break_is_not_spaced_out() -> None:
    """In a house that sets its text to both sides, the first lines of a pack would have holes."""
    justified = NORMAL.replace('"/></w:style>', '"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>')
    assert b"doNotExpandShiftReturn" in ZipFile(BytesIO(adopted(word_file(normal=justified)).style)).read(
        "word/settings.xml"
    )


def test_a_misspelt_style_is_the_bases_and_is_named_among_those_without_use() -> None:
    """So its author finds it; what a used style is linked to is none of them."""
    linked = paragraph_style("Title", '<w:link w:val="TitleChar"/>') + paragraph_style("Title Char", kind="character")
    made = adopted(word_file(linked + paragraph_style("Do Not Harm")))
    assert "Do No Harm" in made.filled
    assert made.unused == ("Do Not Harm",)


def test_of_many_styles_without_use_some_are_named() -> None:
    """Word's own documents have hundreds, which would hide what matters."""
    made = adopted(word_file("".join(paragraph_style(f"Own {number}") for number in range(SHOWN + 2))))
    (line,) = (line for line in examined(made, "style.docx")[0] if line.startswith("not used: "))
    assert line == f"not used: {', '.join(f'Own {number}' for number in range(SHOWN))} and 2 more"


@pytest.mark.parametrize("place", ["word/styles.xml", "word/document.xml", "[Content_Types].xml"])
def test_a_damaged_template_is_refused_in_one_line(place: str) -> None:
    """Bytes that a disk or a mail spoilt are told as such, wherever they are."""
    entry = ZipFile(BytesIO(BASE)).getinfo(place)
    start = entry.header_offset + 30 + len(place)
    with pytest.raises(Refusal, match="the style document is not a Word document"):
        adopt(BASE[:start] + b"\xff" * 20 + BASE[start + 20 :], BASE)


def test_the_same_template_gives_the_same_bytes() -> None:
    """And so do packs."""
    assert adopt(word_file(), BASE).style == adopt(word_file(), BASE).style


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (b"\xd0\xcf\x11\xe0 x", "is an old Word document (.doc or .dot), or one with a password"),
        (b"{\\rtf1", "is a rich text (.rtf)"),
        (b"any", "is not a Word document"),
        (word_file(normal="<w:style", styles=""), "has no styles"),
    ],
)
def test_what_is_no_word_file_is_called_what_it_is(template: bytes, said: str) -> None:
    """With what to do."""
    with pytest.raises(Refusal) as refused:
        adopt(template, BASE)
    assert said in str(refused.value.problems[0])


def test_what_unpacks_to_more_than_any_template_is_refused() -> None:
    """A file that could fill the memory is not opened."""
    with pytest.raises(Refusal, match="unpacks to more"):
        adopt(word_file(more={"word/media/a.bin": bytes(60_000_000)}), BASE)
