"""Accessibility: a pack that some readers could not use is refused, each rule broken once on purpose."""

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
    words,
)
from tests.building import TEMPLATES

from briefpack.stages.typeset import typeset

STYLE = (TEMPLATES / "base" / "style.docx").read_bytes()
BODY, STYLES, CORE, HEADER = "word/document.xml", "word/styles.xml", "docProps/core.xml", "word/header1.xml"
PLAIN = "//w:body/w:p[w:r/w:t and not(.//w:fldChar) and not(w:pPr/w:pStyle)]"
RUN = f"{PLAIN}/w:r[w:t and not(w:rPr)]"
FACTS = "//w:tbl[not(.//w:tblHeader)]"
RELATED = "word/_rels/document.xml.rels"
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'
COLOUR = '<w:color w:val="{}"/>'


def heading(level: int, text: str = "One") -> str:
    """Return a paragraph that is a heading of a level."""
    return f'<w:p><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def link(text: str, address: str = "") -> list[str]:
    """Return what is said of the good pack with a link of this text added to it."""
    target = f'<rel:Relationship Id="rId900" TargetMode="External" Target="{address or "https://example.org/a"}" '
    target += 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
    parts = edited(members(good()[1]), RELATED, "//rel:Relationship", after(target))
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return told(packed(edited(parts, BODY, PLAIN, inside(f'<w:hyperlink r:id="rId900">{run}</w:hyperlink>'))))


def faint(style: str, **attributes: str) -> Edit:
    """Return an edit of the styles that gives one of them another colour."""
    colour = "<w:color " + " ".join(f'w:{name}="{value}"' for name, value in attributes.items()) + "/>"

    def edit(styles: object) -> None:
        (found,) = styles.xpath(f"w:style[w:name/@w:val='{style}']", namespaces={"w": styles.nsmap["w"]})  # type: ignore[attr-defined]
        for old in found.findall("{*}rPr"):
            remove(old)
        found.append(made(f"<w:rPr>{colour}</w:rPr>"))

    return edit


def hidden(style: str) -> Edit:
    """Return an edit of the styles that hides the text in one of them."""

    def edit(styles: Element) -> None:
        (found,) = styles.xpath(f"w:style[w:name/@w:val='{style}']/w:rPr", namespaces={"w": styles.nsmap["w"]})
        next(found.iterchildren("{*}color")).addprevious(made("<w:vanish/>"))

    return edit


BREACHES: dict[str, Breach] = {
    "no title": (CORE, "//dc:title", remove, "docProps/core.xml: the file has no title"),
    "an empty title": (CORE, "//dc:title", words(" "), "the file has no title"),
    "no language of the file": (CORE, "//dc:language", remove, "core.xml: the language of the text is not set"),
    "no language of the text": (STYLES, "//w:rPrDefault//w:lang", remove, "styles.xml: the language of the text"),
    "no such language": (CORE, "//dc:language", words("English, mostly"),
                         ("the language of the text is not set", "is not that of the file")),
    "two languages": (CORE, "//dc:language", words("fr"), "is not that of the file"),
    "a level left out": (BODY, "//w:sectPr", before(heading(4)), "a heading of level 4 follows one of level"),
    "a first heading too deep": (BODY, "//w:body/*", before(heading(2)), "the first heading is of level 2"),
    "an empty heading": (BODY, "//w:body/*", before(heading(1, "")), ("a heading is empty", "an empty paragraph")),
    "an empty paragraph": (BODY, PLAIN, before("<w:p/>"), "an empty paragraph makes space"),
    "a paragraph of spaces": (BODY, f"{PLAIN}[count(.//w:t)=1]//w:t", words("  "), "an empty paragraph makes space"),
    "a paragraph of line ends": (BODY, PLAIN, before("<w:p><w:r><w:br/></w:r></w:p>"), "an empty paragraph makes"),
    "a page break alone": (BODY, PLAIN, before('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'),
                          ("an empty paragraph", "does not say w:type of w:br")),
    "a paragraph in a filled cell": (BODY, "//w:tc/w:p[.//w:t]", after("<w:p/>"), "an empty paragraph makes space"),
    "no alternative text": (BODY, "//wp:docPr", lose("descr"), "has no alternative text"),
    "an empty alternative text": (BODY, "//wp:docPr", put(descr="  "), "has no alternative text"),
    "a file's name as text": (BODY, "//wp:docPr", put(descr="timeline.png"), "has no alternative text"),
    "a name of a picture as text": (BODY, "//wp:docPr", put(descr="Figure 2."), "has no alternative text"),
    "white on white": (BODY, RUN, inside(f"<w:rPr>{COLOUR.format('FFFFFF')}</w:rPr>", 0),
                       "FFFFFF on FFFFFF"),
    "a hidden run": (BODY, RUN, inside("<w:rPr><w:vanish/></w:rPr>", 0), "w:vanish hides a text"),
    "a run hidden for good": (BODY, RUN, inside("<w:rPr><w:specVanish/></w:rPr>", 0), "w:specVanish hides"),
    "a hidden row": (BODY, "//w:trPr", inside("<w:hidden/>"), "w:hidden hides a text"),
    "a hidden mark": (HEADER, "//w:r", inside("<w:rPr><w:vanish/></w:rPr>", 0), "header1.xml, paragraph 1: w:vanish"),
    "a hidden style": (STYLES, "/w:styles", hidden("heading 1"),
                       ("text in style 'Heading1' is hidden", "text in style 'FrontHeading' is hidden",
                        "text in style 'TOCHeading' is hidden")),
    "a table without a title": (BODY, "//w:tblCaption", remove, "a table has no title for who listens"),
    "a second title": (BODY, f"{PLAIN}", inside('<w:pPr><w:pStyle w:val="Title"/></w:pPr>', 0), "a pack has one title"),
    "no header row": (BODY, "//w:tblHeader", remove, "a table has no header row"),
    "facts without header": (BODY, f"{FACTS}//w:tblLook", put(w_firstColumn="0"), "a table has no header row"),
    "facts said to have a row": (BODY, f"{FACTS}//w:tblLook", put(w_firstRow="1"), "a table has no header row"),
    "no look at all": (BODY, f"{FACTS}//w:tblLook", remove, "a table has no header row"),
    "a table in a table": (BODY, "//w:tbl", lambda e: e.xpath(".//w:tc", namespaces=e.nsmap)[0].insert(1, made(TABLE)),
                           "a table stands inside a table"),
    "no header on the pages": (BODY, "(//w:sectPr)[1]/w:headerReference", remove, "pages have no header"),
    "no footer on the pages": (BODY, "(//w:sectPr)[1]/w:footerReference", remove, "pages have no footer"),
    "no header on a first page": (BODY, "//w:sectPr/w:pgMar", after("<w:titlePg/>"), ("pages have no header (first)",
                                  "pages have no footer (first)")),
    "a faint style": (STYLES, "/w:styles", faint("Normal", val="999999"),
                      ("999999 on FFFFFF is 2.8 to 1", "999999 on E9EEF5")),
    "a faint heading": (STYLES, "/w:styles", faint("heading 1", val="8A97AB"),
                        ("text in style 'Heading1' is too faint", "text in style 'TOCHeading' is too faint")),
    "a faint colour of the theme": (STYLES, "/w:styles", faint("heading 1", val="000000", themeColor="accent3"),
                                    ("text in style 'Heading1' is too faint", "text in style 'TOCHeading' is")),
    "a faint header row": (STYLES, "//w:tblStylePr[@w:type='firstRow']//w:shd", put(w_fill="777777", w_themeFill=""),
                           ("text in style 'TableHeading' is too", "text in style 'AnnexTableHeading' is too")),
    "a dark cell": (BODY, "//w:tc/w:tcPr[../w:p/w:pPr/w:pStyle[@w:val='TableHeading']]", inside(SHADE.format("333333")),
                    "on 333333"),
    "a dark paragraph": (BODY, "//w:p/w:pPr[w:pStyle[@w:val='Heading1']]/w:pStyle", after(SHADE.format("333333")),
                         "on 333333"),
    "a faint run": (BODY, RUN, lambda e: e.insert(0, made(f"<w:rPr>{COLOUR.format('AAAAAA')}</w:rPr>")),
                    "AAAAAA on FFFFFF"),
}  # fmt: skip

TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="10" w:type="dxa"/><w:tblCaption w:val="T"/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="10"/></w:tblGrid>'
    "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
)


@pytest.mark.parametrize("breach", BREACHES)
def test_a_pack_that_some_could_not_use_is_refused(breach: str) -> None:
    """Each rule sees the one thing it is there to see."""
    part, path, edit, reason = BREACHES[breach]
    problems = spoilt(part, path, edit)
    assert only(problems, reason), problems
    assert all(problem.endswith(": the pack is not released") for problem in problems)


GOOD: dict[str, tuple[str, str, Edit]] = {
    "an empty cell": (BODY, "//w:tc/w:p[.//w:t]", lambda e: [remove(run) for run in e.findall("{*}r")]),
    "a heading one deeper": (BODY, "//w:body/*", before(heading(1))),
    "a heading that is text": (BODY, PLAIN, before(heading(10))),
    "white text on a dark shade": (BODY, RUN, lambda e: e.insert(0, made(
        f"<w:rPr>{COLOUR.format('FFFFFF')}{SHADE.format('333333')}</w:rPr>"))),
    "text of no colour on a dark shade": (BODY, RUN, lambda e: e.insert(0, made(
        f"<w:rPr>{COLOUR.format('auto')}{SHADE.format('333333')}</w:rPr>"))),
    "a header row by its bits alone": (BODY, "//w:tblLook[@w:firstRow='1']", lambda e: [
        e.attrib.pop(name) for name in list(e.attrib) if not name.endswith("}val")]),
}  # fmt: skip


@pytest.mark.parametrize("case", GOOD)
def test_what_is_needed_or_harmless_is_released(case: str) -> None:
    """The rules do not see what is not there."""
    assert spoilt(*GOOD[case]) == []


def test_the_paragraph_that_word_needs_after_a_table_is_no_spacing() -> None:
    """Between two tables, and between a table and the end, an empty paragraph must stand; a second one need not."""
    for followed, released in ((f"{TABLE}<w:p/>{TABLE}<w:p/>", True), (f"{TABLE}<w:p/><w:p/>", False)):
        parts = members(good()[1])
        start, end = parts[BODY].rsplit(b"<w:sectPr", 1)
        parts[BODY] = start + followed.encode() + b"<w:sectPr" + end
        assert ("an empty paragraph" not in "\n".join(told(packed(parts)))) is released


EMPTY = ["", ".", "- -", "12", "timeline.png", "my time line (2).JPG", "Picture", "image.", "Abbildung 3", "图片"]


WIDE = "| a | b | c | d | e | f | g | h |\n|" + "---|" * 8 + "\n| " + " | ".join(["word " * 6] * 8) + " |\n"
WIDE_TABLES = {
    "two in a row": f"text\n\n{WIDE}\n{WIDE.replace('a', 'z')}\ntext\n",
    "two with captions": f"text\n\nTable: One thing\n\n{WIDE}\nTable: Another thing\n\n{WIDE}",
    "three at the end": f"{WIDE}\n{WIDE}\n{WIDE}",
    "after contents": f"[[contents]]\n\n{WIDE}\n## Two\n\ntext\n",
}


@pytest.mark.parametrize("tables", WIDE_TABLES)
def test_what_parts_wide_tables_is_no_spacing(tables: str) -> None:
    """Pages on their side begin and end in a paragraph, which may be empty; one that only makes room may not."""
    word = typeset(f"---\ntitle: X\nlanguage: en\n---\n\n# X\n\n{WIDE_TABLES[tables]}", STYLE)
    assert 'w:orient="landscape"' in members(word)[BODY].decode()
    assert told(word) == []
    parts = edited(members(word), BODY, "//w:p[.//w:t]", before("<w:p/>"))
    assert only(told(packed(parts)), "an empty paragraph makes space")


@pytest.mark.parametrize("description", EMPTY)
def test_a_description_that_says_nothing_is_refused(description: str) -> None:
    """Signs, names of files, and a word for a picture alone tell a listener nothing."""
    assert only(spoilt(BODY, "//wp:docPr", put(descr=description)), "has no alternative text that says something")


@pytest.mark.parametrize("description", ["Map of who works with whom.", "Mediators", "谈判时间表", "Figure of speech"])
def test_a_description_that_says_something_is_released(description: str) -> None:
    """One word may say what there is to say, in any script."""
    assert spoilt(BODY, "//wp:docPr", put(descr=description)) == []


@pytest.mark.parametrize("text", ["here", "Click here", "link", "more…", "»", " ", "READ MORE."])
def test_a_link_that_says_nothing_of_where_it_leads_is_refused(text: str) -> None:
    """A list of the usual empty words, and texts without a letter, are no link texts."""
    assert any("a link does not say where it leads" in problem for problem in link(text))


@pytest.mark.parametrize(
    "text", ["Report of the Secretary-General", "https://example.org/a", "www.example.org", "Page 3"]
)
def test_a_link_that_names_what_is_there_is_released(text: str) -> None:
    """Words, and the address itself, which a reader on paper needs."""
    assert link(text) == []


def test_a_link_that_shows_another_address_is_refused() -> None:
    """What looks like an address must be the one that the link leads to."""
    assert any(
        "shows one address" in problem for problem in link("https://un.org/report", "https://example.org/report")
    )
