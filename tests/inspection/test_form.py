"""Form: a pack that Word or a validator would trip over is refused, each rule broken once on purpose."""

from __future__ import annotations

import pytest
from spoilt import (
    Breach,
    Edit,
    Element,
    after,
    before,
    edited,
    good,
    inside,
    lose,
    made,
    members,
    only,
    packed,
    put,
    remove,
    spoilt,
    told,
    twice,
)
from spoilt import words as text

BODY, STYLES, NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
NOTES, SETTINGS, TYPES, RELATED = (
    "word/footnotes.xml",
    "word/settings.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
)
EMPTY = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
PLAIN = "//w:body/w:p[w:r/w:t and not(.//w:fldChar) and not(w:pPr/w:pStyle)]"
RUN = f"{PLAIN}/w:r[w:t and not(w:rPr)]"


def field(code: str, result: str = "<w:r><w:t>1</w:t></w:r>", mark: str = "") -> str:
    """Return a paragraph that holds one field."""
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"{mark}/></w:r><w:r><w:instrText xml:space="preserve"> {code} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def link(attributes: str) -> str:
    """Return a paragraph that holds one link."""
    return f"<w:p><w:hyperlink {attributes}><w:r><w:t>The whole report</w:t></w:r></w:hyperlink></w:p>"


def line(alias: str = "Due on", tag: str = "_Record_0123456789ab_1_due", number: str = "1") -> str:
    """Return a line to fill in, as a control."""
    names = f'<w:alias w:val="{alias}"/><w:tag w:val="{tag}"/><w:id w:val="{number}"/>'
    return f"<w:sdt><w:sdtPr>{names}</w:sdtPr><w:sdtContent><w:r><w:t>\u2026</w:t></w:r></w:sdtContent></w:sdt>"


WIDTH, CELL, ROW = "do not make up its width", "a cell is not as wide as its columns", "do not make up the columns of"
UNKNOWN = "has a value that Word does not know there"
MARKED = (
    '<w:p><w:bookmarkStart w:id="9999" w:name="Here"/><w:r><w:t>Table 1</w:t></w:r><w:bookmarkEnd w:id="9999"/></w:p>'
)


def marked(code: str, result: str) -> Edit:
    """Return an edit that puts a bookmark around some words before an element, and after these a field."""

    def edit(element: Element) -> None:
        for xml in (MARKED, field(code, f"<w:r><w:t>{result}</w:t></w:r>")):
            before(xml)(element)

    return edit


BREACHES: dict[str, Breach] = {
    "a child too late": (
        BODY,
        "//w:pPr[w:jc or w:spacing and not(w:keepNext)]",
        inside("<w:keepNext/>"),
        "w:keepNext in w:pPr stands too late",
    ),
    "a child too early": (BODY, "//w:tbl/w:tblPr", lambda e: e.getparent().append(e), "stands too late"),
    "a child twice": (BODY, "//w:pPr/w:pStyle", twice, "w:pStyle in w:pPr stands twice"),
    "an unknown child": (BODY, "//w:body/w:p", inside("<w:commentRangeStart/>"), "does not hold w:commentRangeStart"),
    "a tracked change": (BODY, PLAIN, inside("<w:ins><w:r><w:t>x</w:t></w:r></w:ins>"), "does not hold w:ins"),
    "a comment of XML": (BODY, PLAIN, lambda e: e.append(made("<x><!-- x --></x>")[0]), "does not hold a comment"),
    "a child missing": (BODY, "//w:tbl/w:tblGrid", remove, ("w:tbl holds no w:tblGrid", WIDTH, CELL, ROW)),
    "a row without cells": (
        BODY,
        "//w:tr",
        lambda e: [remove(c) for c in e.findall("{*}tc")],
        ("w:tr holds no w:tc", ROW),
    ),
    "an attribute missing": (BODY, "//w:pStyle", lose("w:val"), ("w:pStyle has no w:val", "no paragraph style ''")),
    "a number that is none": (
        BODY,
        "//w:gridCol",
        put(w_w="1cm"),
        ("w:w of w:gridCol is not a whole number", WIDTH, CELL),
    ),
    "a picture without size": (BODY, "//wp:extent", lose("cx"), "wp:extent has no cx"),
    "a style out of order": (STYLES, "//w:style/w:name", lambda e: e.getparent().append(e), "stands too late"),
    "a level out of order": (NUMBERS, "//w:lvl/w:start", lambda e: e.getparent().append(e), "w:lvl stands too late"),
    "a setting that asks": (SETTINGS, "//w:compat", before("<w:updateFields/>"), "does not hold w:updateFields"),
    "a document variable": (SETTINGS, "//w:compat", after("<w:docVars/>"), "does not hold w:docVars"),
    "zoom without per cent": (SETTINGS, "//w:zoom", lose("w:percent"), "w:zoom has no w:percent"),
    "a paragraph style": (BODY, "//w:pStyle", put(w_val="Titel"), "no paragraph style 'Titel'"),
    "a style of the wrong kind": (BODY, "//w:rStyle", put(w_val="Normal"), "no character style 'Normal'"),
    "a table style": (BODY, "//w:tblStyle", put(w_val="Nowhere"), "no table style 'Nowhere'"),
    "a style based on none": (STYLES, "//w:basedOn", put(w_val="Nowhere"), "w:basedOn names 'Nowhere'"),
    "a style followed by none": (STYLES, "//w:next", put(w_val="Nowhere"), "w:next names 'Nowhere'"),
    "a style twice": (STYLES, "//w:style[w:basedOn]", twice, "two styles have the same identifier"),
    "a list": (BODY, "//w:numId", put(w_val="9999"), "there is no list 9999"),
    "a list without definition": (NUMBERS, "//w:num/w:abstractNumId", put(w_val="99"), "a list has no definition"),
    "two lists of one number": (NUMBERS, "//w:num", twice, "two lists or two definitions have the same number"),
    "a note not there": (
        BODY,
        "//w:footnoteReference",
        put(w_id="999"),
        ("footnote is called that is not there (999)", "footnote 1 is never called"),
    ),
    "a note called twice": (BODY, "//w:footnoteReference", twice, "a note call has the number or name"),
    "a note never called": (BODY, "//w:footnoteReference", remove, "is never called"),
    "two notes of one number": (NOTES, "//w:footnote[not(@w:type)]", twice, "a note has the number or name"),
    "rules above notes": (SETTINGS, "//w:footnotePr/w:footnote", remove, "different rules above footnotes"),
    "a bookmark without end": (BODY, "//w:bookmarkEnd", remove, "a bookmark has no end"),
    "an end without bookmark": (BODY, "//w:bookmarkStart", remove, "a bookmark ends that has not begun"),
    "a line without a title": (BODY, PLAIN, inside(line(alias=" ")), UNKNOWN),
    "a line of another name": (BODY, PLAIN, inside(line(tag="Plain Text 1")), UNKNOWN),
    "a line that asks for more": (
        BODY,
        PLAIN,
        inside(line().replace("</w:sdtPr>", "<w:dataBinding/></w:sdtPr>")),
        "does not hold w:dataBinding",
    ),
    "two lines of one number": (
        BODY,
        PLAIN,
        lambda e: [inside(line())(e) for _ in range(2)],
        "a field of a form has the number or name",
    ),
    "a bookmark twice": (
        BODY,
        "//w:bookmarkStart",
        twice,
        ("a bookmark has the number or name", "a bookmark start has the number or name"),
    ),
    "a long bookmark": (BODY, "//w:bookmarkStart", put(w_name="x" * 41), "longer than 40"),
    "a link to no bookmark": (BODY, PLAIN, before(link('w:anchor="Nowhere"')), "bookmark that is not there (nowhere)"),
    "a link without target": (BODY, PLAIN, before(link("")), "a link leads nowhere"),
    "a link without address": (BODY, PLAIN, before(link('r:id="rId999"')), "no relationship rId999 to a hyperlink"),
    "a header that is none": (BODY, "//w:headerReference", put(r_id="rId999"), "no relationship rId999 to a header"),
    "a picture not there": (BODY, "//a:blip", put(r_embed="rId999"), "no relationship rId999 to a image"),
    "two pictures of one number": (
        BODY,
        "//wp:docPr",
        lambda e: twice(next(e.iterancestors("{*}p"))),
        "a picture has the",
    ),
    "a cell without paragraph": (
        BODY,
        "//w:tc[count(w:p)=1]/w:p",
        remove,
        ("a cell does not end in a paragraph", "w:tc holds no"),
    ),
    "a grid too wide": (BODY, "//w:gridCol", put(w_w="9"), (WIDTH, CELL)),
    "a cell too wide": (BODY, "//w:tcW", put(w_w="9"), CELL),
    "a cell too many": (BODY, "//w:tr/w:tc", twice, (ROW, CELL)),
    "a span too wide": (BODY, "//w:tcPr/w:tcW", after('<w:gridSpan w:val="3"/>'), (ROW, CELL)),
    "a table at a table": (BODY, "//w:tbl[not(.//w:bookmarkStart)]", twice, "a table is not followed by a paragraph"),
    "a switch with a value": (BODY, "//w:tblHeader", put(w_val="true"), "a pack does not say w:val of w:tblHeader"),
    "a line end in a text": (BODY, "//w:t", text("one\ntwo"), "a line end or tab"),
    "a tab in a text": (BODY, "//w:t", text("one\ttwo"), "a line end or tab"),
    "spaces lost": (BODY, RUN, after("<w:r><w:t> x</w:t></w:r>"), "would be lost"),
    "a field without end": (BODY, "//w:fldChar[@w:fldCharType='end']", remove, "a field has no end"),
    "a field without begin": (
        BODY,
        "//w:fldChar[@w:fldCharType='begin']",
        remove,
        ("a field has a part too many", "stands outside it"),
    ),
    "a code outside a field": (BODY, PLAIN, inside("<w:r><w:instrText>PAGE</w:instrText></w:r>"), "stands outside it"),
    "a field without text": (BODY, PLAIN, before(field("PAGE", "")), ("no text to show", "an empty paragraph")),
    "a simple field without text": (BODY, PLAIN, inside('<w:fldSimple w:instr="PAGE"/>'), "no text to show"),
    "a field to update": (
        BODY,
        PLAIN,
        before(field("PAGE", mark=' w:dirty="true"')),
        "a pack does not say w:dirty of w:fldChar",
    ),
    "a field that loads": (BODY, PLAIN, before(field('INCLUDETEXT "x"')), "does not hold a field of this kind"),
    "a field that tells": (BODY, PLAIN, before(field("USERNAME")), "does not hold a field of this kind"),
    "a field to no bookmark": (BODY, PLAIN, before(field("REF Nowhere \\h")), "that is not there (nowhere)"),
    "a page of no bookmark": (BODY, PLAIN, before(field("PAGEREF Nowhere")), "that is not there (nowhere)"),
    "a field that names none": (BODY, PLAIN, before(field("REF")), "names no bookmark"),
    "a reference to other words": (BODY, PLAIN, marked("REF Here \\h", "Table 2"), "another text than its bookmark"),
    "a simple reference": (
        BODY,
        PLAIN,
        inside('<w:fldSimple w:instr="REF _Caption1"><w:r><w:t>x</w:t></w:r></w:fldSimple>'),
        "another text than its bookmark",
    ),
    "a number that does not count": (
        BODY,
        "//w:r[w:instrText[contains(., ' SEQ ')]]/following-sibling::w:r[2]/w:t",
        text("7"),
        "a field counts 1 and shows another number",
    ),
    "a label counted anew": (BODY, PLAIN, before(field("SEQ Map", "<w:r><w:t>2</w:t></w:r>")), "a field counts 1 and"),
    "a page that is no number": (
        BODY,
        PLAIN,
        marked("PAGEREF Here", "on top"),
        "PAGEREF shows something that is not a number",
    ),
    "a note that is no number": (
        BODY,
        PLAIN,
        marked("NOTEREF Here", "*"),
        "NOTEREF shows something that is not a number",
    ),
    "a second scope of contents": (
        BODY,
        "//w:bookmarkStart[@w:name='_Contents']",
        before('<w:bookmarkStart w:id="9999" w:name="_Contents"/>'),
        ("a bookmark has the number or name", "has no end (9999)"),
    ),
    "a name in other letters": (
        BODY,
        "//w:bookmarkStart[@w:name='_Contents']",
        before('<w:bookmarkStart w:id="9999" w:name="_CONTENTS"/>'),
        ("a bookmark has the number or name", "has no end (9999)"),
    ),
    "a picture of no width": (BODY, "//wp:extent", put(cx="0"), f"cx of wp:extent {UNKNOWN}"),
    "a picture of less than no height": (BODY, "//a:ext", put(cy="-9"), f"cy of a:ext {UNKNOWN}"),
    "a picture wider than paper": (BODY, "//wp:extent", put(cx="99999999"), "a picture is larger than the page"),
    "a picture higher than paper": (BODY, "//a:ext", put(cy="99999999"), "a picture is larger than the page"),
    "an unknown alignment": (
        BODY,
        "//w:pPr[not(w:sectPr)]",
        inside('<w:jc w:val="middle"/>'),
        f"w:val of w:jc {UNKNOWN}",
    ),
    "an unknown alignment of a style": (STYLES, "//w:style//w:jc", put(w_val="middle"), f"w:val of w:jc {UNKNOWN}"),
    "an unknown colour": (
        BODY,
        RUN,
        inside('<w:rPr><w:color w:val="red"/></w:rPr>', 0),
        f"w:val of w:color {UNKNOWN}",
    ),
    "a colour of a style": (STYLES, "//w:style//w:color", put(w_val="12345"), f"w:val of w:color {UNKNOWN}"),
    "an unknown shade": (STYLES, "//w:style//w:shd", put(w_fill="#FFFFFF"), f"w:fill of w:shd {UNKNOWN}"),
    "paper of no width": (BODY, "//w:pgSz", put(w_w="0"), (f"w:w of w:pgSz {UNKNOWN}", "a picture is larger")),
    "paper turned to nowhere": (BODY, "//w:pgSz", put(w_orient="across"), f"w:orient of w:pgSz {UNKNOWN}"),
    "a list too deep": (BODY, "//w:ilvl", put(w_val="9"), f"w:val of w:ilvl {UNKNOWN}"),
    "a column of less than no width": (
        BODY,
        "//w:gridCol",
        put(w_w="-9"),
        (f"w:w of w:gridCol {UNKNOWN}", WIDTH, CELL),
    ),
    "a cell of less than no width": (BODY, "//w:tcW", put(w_w="-9"), (f"w:w of w:tcW {UNKNOWN}", CELL)),
    "a width of no kind": (BODY, "//w:tcW", put(w_type="cm"), f"w:type of w:tcW {UNKNOWN}"),
    "an unknown kind of section": (
        BODY,
        "//w:sectPr/w:pgSz",
        before('<w:type w:val="page"/>'),
        f"w:val of w:type {UNKNOWN}",
    ),
    "a header of no kind": (
        BODY,
        "//w:headerReference",
        put(w_type="odd"),
        (f"w:type of w:headerReference {UNKNOWN}", "pages have no header"),
    ),
    "an attribute that packs do not say": (
        BODY,
        "//w:bookmarkStart",
        put(w_colFirst="1"),
        "does not say w:colFirst of w:bookmarkStart",
    ),
    "letters of no size": (BODY, RUN, inside('<w:rPr><w:sz w:val="2"/></w:rPr>', 0), "say w:val of w:sz"),
    "a part without type": (
        TYPES,
        "//ct:Override[@PartName='/word/styles.xml']",
        remove,
        "styles.xml has no content type",
    ),
    "no type for relationships": (TYPES, "//ct:Default[@Extension='rels']", remove, "relationships have no content"),
    "a type without part": (
        TYPES,
        "//ct:Override",
        put(PartName="/word/nothing.xml"),
        ("or is not there", "docProps/core.xml has no content type"),
    ),
    "a type twice": (TYPES, "//ct:Override", twice, "has a content type 2 times"),
    "a relationship to nothing": (
        RELATED,
        "//rel:Relationship",
        put(Target="nothing.xml"),
        ("leads to no part", "nothing leads to this part"),
    ),
    "two relationships alike": (RELATED, "//rel:Relationship", twice, "two relationships have the identifier"),
    "a part nobody names": (
        RELATED,
        "//rel:Relationship[contains(@Type,'theme')]",
        remove,
        "nothing leads to this part",
    ),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_a_pack_of_spoilt_form_is_refused(breach: str) -> None:
    """Each rule sees the one thing it is there to see, and says where it stands."""
    part, path, edit, reason = BREACHES[breach]
    problems = spoilt(part, path, edit)
    assert only(problems, reason), problems
    assert all(problem.startswith("x.docx:1:1: error: ") for problem in problems)
    assert all(problem.endswith(": the pack is not released") for problem in problems)


def test_the_pack_that_is_spoilt_is_good() -> None:
    """Nothing is said of it before, nor when it is taken apart and put together again."""
    markdown, word = good()
    assert told(word, markdown) == []
    assert told(packed(edited(members(word), BODY, "//w:body", lambda element: element)), markdown) == []


def test_a_field_that_names_a_bookmark_is_good() -> None:
    """References, page numbers and links to what is there are released."""
    parts = members(good()[1])
    repeated = field("REF Here", '<w:r><w:t>Table</w:t></w:r><w:r><w:t xml:space="preserve"> 1</w:t></w:r>')
    counted = "".join(field("SEQ Map", f"<w:r><w:t>{number}</w:t></w:r>") for number in (1, 2))
    xml = MARKED + repeated + counted + field("PAGEREF here") + field("NOTEREF Here") + link('w:anchor="Here"')
    parts[BODY] = parts[BODY].replace(b"</w:p>", b"</w:p>" + xml.encode(), 1)
    assert told(packed(parts)) == []


@pytest.mark.parametrize("part", [TYPES, "_rels/.rels", BODY, STYLES, SETTINGS])
def test_a_file_without_a_part_it_needs_is_refused(part: str) -> None:
    """What Word cannot open without is named."""
    parts = members(good()[1])
    del parts[part]
    assert f"{part} is missing" in "\n".join(told(packed(parts)))


def test_relationships_of_no_part_are_refused() -> None:
    """What stays behind when a part is taken out is found."""
    parts = members(good()[1])
    (problem,) = told(packed({**parts, "word/_rels/footer9.xml.rels": EMPTY}))
    assert "word/_rels/footer9.xml.rels: the part it belongs to is not there" in problem


def test_what_is_no_word_file_is_refused() -> None:
    """Bytes that are no zip file, and a part that is no XML, are refused in a sentence."""
    assert "not a whole zip file" in told(b"Dear minister")[0]
    assert "not a whole zip file" in told(good()[1][:-400])[0]
    parts = members(good()[1])
    assert "word/document.xml is not well-formed XML" in told(packed({**parts, BODY: parts[BODY][:-9]}))[0]


def test_the_place_is_told_without_a_word_of_the_text() -> None:
    """Paragraph and heading are counted, styles are named; faults of a kind are told once, with their number."""
    (first,) = spoilt(BODY, "//w:tbl//w:tcW", put(w_w="9"))
    assert "word/document.xml, w:tc after paragraph" in first
    (style,) = spoilt(STYLES, "//w:basedOn", put(w_val="Nowhere"))
    assert "word/styles.xml, w:style " in style
    (many,) = spoilt(BODY, "//w:body", lambda body: [put(w_val="Titel")(each) for each in body.iter("{*}pStyle")])
    assert "paragraph style 'Titel'" in many
    assert " times)" in many
