"""Citations: a source in fields stands in a pack as the organisation's citation style sets it."""

# Tables of what is written and what is set read best in whole lines.
# ruff: noqa: E501, RUF001

from __future__ import annotations

import re
import shutil
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from tests.building import (
    INPUTS,
    LEAST,
    TEMPLATES,
    case_of,
    complaints,
    make_packs,
    markdown_of,
    own_templates,
    pack_for,
    shipped,
    wording,
    write_case,
)
from tests.text.test_escaping import TEXTS

from briefpack.case.schema import fields_of
from briefpack.case.source import Source
from briefpack.disclosure.select import select
from briefpack.disclosure.view import Node
from briefpack.files.citation_styles import read_citation_style
from briefpack.files.organisations import read_organisation_settings
from briefpack.handbook import Audience
from briefpack.packs.house_styles import read_house_style
from briefpack.packs.orders import Order
from briefpack.problems import Refusal
from briefpack.stages.render import csl_elements, csl_styles
from briefpack.stages.render.citations import AsSet, CitationStyle
from briefpack.stages.render.emphasis import bold, emphasised, italic, unmarked
from briefpack.text.escaping import settled

HARVARD = read_citation_style(TEMPLATES / "default", "harvard-cite-them-right")
SLIM = "authors: [{family: Slim, given: Randa}]"
CITED = "summary: {value: A summary, cite: [S1]}\n"


def source(folder: Path, fields: str, audience: Audience = "track-i") -> Node:
    """Return the source that these fields spell, as an audience sees it."""
    case = case_of(folder, f"{LEAST}sources: [{{key: S1, {fields}}}]\n")
    found: Node = select(case, audience).root.case.sources[0]
    return found


def cited(folder: Path, fields: str, style: bytes = HARVARD, locale: str = "en-GB") -> AsSet:
    """Return a source as a citation style sets it."""
    return CitationStyle(style, locale).cite(source(folder, fields))


@pytest.mark.parametrize(
    ("fields", "full", "short"),
    [
        (
            f'type: chapter, {SLIM}, issued: 2001, title: "A process: one", container_title: Politics, '
            "editors: [{family: Barnes, given: C.}], publisher: CR, place: London, collection_title: Accord, collection_number: 10, pages: 44-47",
            "Slim, R. (2001) ‘A process: one’, in C. Barnes (ed.) *Politics*. London: CR (Accord, 10), pp. 44–47.",
            "Slim, 2001",
        ),
        (
            "type: journal_article, authors: [{family: A, given: B.}, {family: Öberg, given: M.}], issued: 2019, title: T, container_title: JPR, volume: 56, issue: 4",
            "A, B. and Öberg, M. (2019) ‘T’, *JPR*, 56(4).",
            "A and Öberg, 2019",
        ),
        (
            "type: book, authors: [{family: A}, {family: B}, {family: C}, {family: D}], issued: 1999, title: What next?, publisher: Smith & Sons",
            "A *et al.* (1999) *What next?* Smith & Sons.",
            "A *et al.*, 1999",
        ),
        (
            "type: web_page, authors: [{organisation: River Office}], title: Levels, url: https://a.b/c_d, accessed: 2024-03-01",
            "River Office (no date) *Levels*. Available at: https://a.b/c_d (Accessed: 1 March 2024).",
            "River Office, no date",
        ),
        (f"type: book, {SLIM}, issued_in_words: late 1990s, title: T, doi: 10.1057/1_8", "Slim, R. (late 1990s) *T*. Available at: https://doi.org/10.1057/1_8.", "Slim, late 1990s"),
        ("type: periodical, issued: 1994/1995, title: UN Chronicle", "*UN Chronicle* (1994–1995).", "*UN Chronicle*, 1994–1995"),
        ("type: encyclopaedia_entry, issued: 2005-03-05/2005-04-05, title: Talks, container_title: Wiki", "‘Talks’ (2005) *Wiki*.", "‘Talks’, 2005"),
        (f"type: magazine_article, {SLIM}, issued_in_words: in the 1990s, container_title: Weekly", "Slim, R. (in the 1990s) *Weekly*.", "Slim, in the 1990s"),
        (f"type: magazine_article, {SLIM}, issued: 2001-12-05, container_title: Weekly", "Slim, R. (2001) *Weekly*, 5 December.", "Slim, 2001"),
        (f"type: report, {SLIM}, issued: 2001, title: a REPORT on iPads., genre: Working paper, number: 7", "Slim, R. (2001) *a REPORT on iPads.* Working paper 7.", "Slim, 2001"),
        (
            "type: book, editors: [{family: Garb, given: P.}], issued: 2003, title: Aspects, volume: 4, publisher: Press",
            "Garb, P. (ed.) (2003) *Aspects, vol. 4*. Press.",
            "Garb, 2003",
        ),
        (
            f"type: chapter, {SLIM}, editors: [{{family: Garb, given: P.}}], issued: 2003, title: One, container_title: Aspects, volume: 9",
            "Slim, R. (2003) ‘One’, in P. Garb (ed.) *Aspects, vol. 9*.",
            "Slim, 2003",
        ),
        (
            "type: report, editors: [{family: Garb, given: P.}], translators: [{family: Fox, given: S.}], issued: 2003, title: T, volume: 2, number: 7, genre: Report",
            "Garb, P. (ed.) (2003) *T, vol. 2*. Translated by S. Fox. Report 7.",
            "Garb, 2003",
        ),
        (
            f"type: thesis, {SLIM}, translators: [{{family: Fox, given: S.}}], issued: 2003, title: T, volume: 2, genre: MA thesis",
            "Slim, R. (2003) *T, vol. 2*. Translated by S. Fox. MA thesis.",
            "Slim, 2003",
        ),
        ("type: periodical, issued: 2003, title: Peri, volume: 3, issue: 2", "*Peri, vol. 3, no. 2* (2003).", "*Peri, vol. 3, no. 2*, 2003"),
        (f"{SLIM}, title: T", "Slim, R. (no date) ‘T’.", "Slim, no date"),
        (f"type: journal_article, {SLIM}, issued: 1998, title: T, container_title: Accord, issue: 3", "Slim, R. (1998) ‘T’, *Accord*, (3).", "Slim, 1998"),
        (f"type: journal_article, {SLIM}, issued: 1998, title: T, container_title: Accord, doi: 10.1057/1_8", "Slim, R. (1998) ‘T’, *Accord*. Available at: https://doi.org/10.1057/1_8.", "Slim, 1998"),
        (f'type: dataset, {SLIM}, issued: 2019, title: UCDP, version: "22.1"', "Slim, R. (2019) ‘UCDP, version 22.1’.", "Slim, 2019"),
        (f"type: web_page, {SLIM}, issued: 2019, title: T, container_title: Site, version: 3", "Slim, R. (2019) *T, version 3*, *Site*.", "Slim, 2019"),
        (f"type: report, {SLIM}, issued: 2019, title: T, collection_title: Papers, collection_number: 7", "Slim, R. (2019) *T (Papers, 7)*.", "Slim, 2019"),
        (f"type: journal_article, {SLIM}, issued: 2019, title: T, container_title: J, volume: 2, collection_title: Papers", "Slim, R. (2019) ‘T (Papers)’, *J*, 2.", "Slim, 2019"),
        (f"type: document, {SLIM}, issued: 2019, title: T, genre: Draft", "Slim, R. (2019) ‘T (Draft)’.", "Slim, 2019"),
    ],
)  # fmt: skip
def test_a_source_in_fields_is_set_in_the_style(tmp_path: Path, fields: str, full: str, short: str) -> None:
    """Author and date, emphasis, ranges and points are the style's, titles as their authors wrote them."""
    assert cited(tmp_path, fields) == AsSet(full, short)


@pytest.mark.parametrize(
    ("locale", "issued", "accessed"),
    [
        ("en-GB", "5 December", "1 March 2024"),
        ("fr-FR", "5 décembre", "1 mars 2024"),
        ("es-ES", "5 de diciembre", "1 de marzo de 2024"),
        ("ru-RU", "5 декабря", "1 марта 2024 г."),
        ("ar", "5 ديسمبر", "1 مارس، 2024"),
        ("pl-PL", "5 grudnia", "1 marca 2024"),
        ("he-IL", "5 בדצמבר", "2024"),
    ],
)
def test_a_month_after_its_day_is_called_as_its_language_calls_it_there(
    tmp_path: Path, locale: str, issued: str, accessed: str
) -> None:
    """In the words of its own calendar, not as a month that stands alone, whether the style or its language sets it."""
    article = f"type: magazine_article, {SLIM}, issued: 2001-12-05, container_title: Weekly"
    page = f"type: web_page, {SLIM}, title: Levels, url: https://a.b/c, accessed: 2024-03-01"
    assert cited(tmp_path, article, locale=locale).full.endswith(f"*Weekly*, {issued}.")
    assert accessed in cited(tmp_path, page, locale=locale).full


def test_a_month_without_a_day_stands_alone(tmp_path: Path) -> None:
    """Of a date that has no day, the month keeps its own name."""
    month = f"type: magazine_article, {SLIM}, issued: 2001-12, container_title: Weekly"
    assert cited(tmp_path, month, locale="ru-RU").full.endswith("*Weekly*, декабрь.")


@pytest.mark.parametrize(
    ("fields", "annex", "note"),
    [
        (f"type: book, {SLIM}, issued: 2001, title: T, note: Read in part.", "Slim, R. (2001) *T*. Read in part.", "Slim, 2001"),
        (f"type: book, {SLIM}, issued: 2001, title: T, short: Slim's book", "Slim, R. (2001) *T*.", "Slim's book"),
        ("citation: Talk *of* the town., url: https://a.b, note: Heard.", r"Talk \*of\* the town. Heard. <https://a.b>", r"Talk \*of\* the town."),
        ("citation: Talk of the town., short: Talk", "Talk of the town.", "Talk"),
    ],
)  # fmt: skip
def test_annex_and_footnote_have_the_source(tmp_path: Path, fields: str, annex: str, note: str) -> None:
    """The annex has it in full with its note, the footnote as short as its author or the style makes it."""
    pack = pack_for(case_of(tmp_path, f"{LEAST}{CITED}sources: [{{key: S1, {fields}}}]\n"), "track-i")
    assert f"| S1 | {annex} |" in pack
    assert f"[^S1]: S1. {note}\n" in pack


@pytest.mark.parametrize(
    ("at", "note"),
    [("p. 44", "Slim, 2001, p. 44"), ("44-59", "Slim, 2001, pp. 44–59"), ("PA-X 136", "Slim, 2001, PA-X 136")],
)
def test_a_note_says_where_in_its_source(tmp_path: Path, at: str, note: str) -> None:
    """A page is set as the citation style sets pages, anything else as its author wrote it."""
    cited = f"summary: {{value: A talk, cite: [{{key: S1, at: {at}}}]}}\n"
    source = f"sources: [{{key: S1, type: book, {SLIM}, issued: 2001, title: T}}]\n"
    pack = pack_for(case_of(tmp_path, f"{LEAST}{cited}{source}"), "track-i")
    assert "A talk[^S1/1]" in pack
    assert f"[^S1/1]: S1. {note}\n" in pack


def test_each_place_in_a_source_has_its_note_and_the_source_one_row(tmp_path: Path) -> None:
    """The same place cited twice is one note; two places and the source as a whole are three."""
    cited = """summary: {value: A talk, cite: [S1, {key: S1, at: ch. 2}]}
place: {value: A town, cite: [{key: S1, at: ch. 3}]}
gaps_in_evidence: [{value: Nothing else, cite: [{key: S1, at: ch. 2}]}]
sources: [{key: S1, citation: Talk of the town.}]
"""
    pack = pack_for(case_of(tmp_path, LEAST + cited), "track-ii")
    assert pack.count("[^S1/1]: S1. Talk of the town., ch. 3\n") == 1
    assert pack.count("[^S1/2]: S1. Talk of the town., ch. 2\n") == 1
    assert "Nothing else[^S1/2]" in pack
    assert pack.count("| S1 | Talk of the town. |") == 1


def test_where_in_a_source_is_not_told_beside_a_coarser_value(tmp_path: Path) -> None:
    """It could tell what the value is."""
    cited = "summary: {value: At the old mill, coarsen: Somewhere, cite: [{key: S1, at: chapter on the mill}]}\n"
    pack = pack_for(case_of(tmp_path, f"{LEAST}{cited}sources: [{{key: S1, citation: Talk}}]\n"), "track-i")
    assert "Somewhere[^S1]" in pack
    assert "chapter on the mill" not in pack


def test_what_a_reader_may_not_see_of_a_source_is_not_set(tmp_path: Path) -> None:
    """A withheld author is absent from annex and footnote, and the title stands in for the name."""
    author = "authors: {value: [{family: Orrelby, given: T.}], sensitivity: track_ii_only}"
    case = case_of(
        tmp_path, f"{LEAST}{CITED}sources: [{{key: S1, type: book, {author}, title: Quays, issued: 2001}}]\n"
    )
    officials, convenors = pack_for(case, "track-i"), pack_for(case, "track-ii")
    assert "| S1 | Orrelby, T. (2001) *Quays*. |" in convenors
    assert "| S1 | *Quays* (2001). |" in officials
    assert "Orrelby" not in officials


def test_given_names_are_cut_by_us_and_not_by_the_citation_library(tmp_path: Path) -> None:
    """A small word behind a hyphen, a sign before the first letter, and a script without capitals come out whole."""
    named = {
        "Ban": "Ki-moon",
        "Nul": "\u02bfAbd al-Rahman",
        "\u0633\u0644\u0627\u0645": "\u0633\u0639\u064a\u062f \u0639\u0628\u062f",
    }
    people = ", ".join(f"{{family: {family}, given: {given}}}" for family, given in named.items())
    case = case_of(
        tmp_path, f"{LEAST}{CITED}sources: [{{key: S1, type: book, authors: [{people}], title: Quays, issued: 2001}}]\n"
    )
    said = "Ban, K.-m., Nul, \u02bfA. al-R. and \u0633\u0644\u0627\u0645, \u0633\u0639\u064a\u062f \u0639\u0628\u062f (2001) *Quays*."
    assert said in pack_for(case, "track-i")


@pytest.mark.parametrize("host", ["m\u00fcnchen.example", "\u043f\u0440\u0438\u043c\u0435\u0440.example"])
def test_an_address_in_any_script_is_a_link_that_shows_where_it_leads(tmp_path: Path, host: str) -> None:
    """The link leads to the same host written in ASCII, and the pack is released."""
    sources = f"sources: [{{key: S1, type: web_page, title: T, url: 'https://{host}/x'}}]\n"
    folder = write_case(tmp_path, case=LEAST + CITED + sources)
    packs = make_packs(Order(folder, TEMPLATES, "default", ("track-i",), ("en",)))
    assert f"<https://{host}/x>" in packs["river-talks.track-i.en.md"].decode()


def test_a_source_of_which_a_reader_sees_neither_words_nor_title_is_absent(tmp_path: Path) -> None:
    """It would tell that there is something, and nothing else; what cites it goes without."""
    closed = "title: {value: Quays, sensitivity: track_ii_only}"
    case = case_of(tmp_path, f"{LEAST}{CITED}sources: [{{key: S1, type: book, {SLIM}, {closed}}}]\n")
    assert "S1" not in pack_for(case, "track-i")
    assert "[^S1]: S1. Slim, no date" in pack_for(case, "track-ii")


@given(TEXTS, TEXTS, TEXTS)
def test_whatever_a_source_holds_reads_as_itself(before: str, inner: str, after: str) -> None:
    """Emphasis is Markdown's own or is left out; no character of a text becomes markup."""
    before, inner, after = (unmarked(text) for text in (before, inner, after))
    for mark in (italic, bold, lambda text: italic(bold(text))):
        tokens = (
            MarkdownIt("commonmark")
            .enable(["table", "strikethrough"])
            .parseInline(settled(emphasised(f"{before}{mark(inner)}{after}")))
        )
        read = "".join(token.content for one in tokens for token in one.children or ())
        points = re.compile(r"[.,;:!?\s]")
        assert points.sub("", read) == points.sub("", f"{before}{inner}{after}")
        kinds = {token.type for one in tokens for token in one.children or ()}
        assert kinds <= {"text", "text_special", "em_open", "em_close", "strong_open", "strong_close"}


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        (f"See {italic('this')}, that", "See *this*, that"),
        (f"See {italic(' this ')}that", "See *this* that"),
        (f"pre{italic('fix')}", "prefix"),
        (f"{italic('a')}{italic('b')} {bold('c')}", "*ab* **c**"),
        (f"{italic('End.')}. Next", "*End.* Next"),
        (f"{italic('Why?')}. Next", "*Why?* Next"),
        (f"Wait... {italic('no')}", "Wait... *no*"),
    ],
)
def test_emphasis_is_markdown_where_markdown_can(marked: str, line: str) -> None:
    """Spaces stay outside, points are not doubled, and a run that touches a letter is left plain."""
    assert emphasised(marked) == line


STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Ours</title><id>ours</id><category citation-format="author-date"/><updated>2024-01-01T00:00:00Z</updated></info>
  <macro name="who">
    <names variable="author"><name form="short" and="text"/><substitute><text variable="title"/></substitute></names>
  </macro>
  <citation><sort><key macro="who"/></sort><layout prefix="[" suffix="]"><text macro="who"/></layout></citation>
  <bibliography>
    <layout>
      <choose>
        <if type="book"><date variable="issued" form="numeric"><date-part name="day" form="ordinal"/></date></if>
        <else-if type="report"><text variable="title" text-case="sentence" font-weight="bold"/></else-if>
        <else-if type="map"><text variable="title"/></else-if>
        <else-if type="thesis"><number variable="collection-number"/></else-if>
        <else-if type="document"><date variable="issued" form="numeric"/></else-if>
      </choose>
    </layout>
  </bibliography>
</style>
"""


def test_what_a_style_asks_of_its_elements_is_compiled_once(tmp_path: Path) -> None:
    """A second source of the same kind asks nothing that the first did not ask."""
    fields = "type: report, authors: [{{family: Brook, given: Ann}}], issued: 2001, title: {title}"
    cited(tmp_path / "one", fields.format(title="Mills"))
    compiled, before = csl_elements.question, csl_elements.question.cache_info()
    assert "Ponds" in cited(tmp_path / "two", fields.format(title="Ponds")).full
    assert compiled.cache_info().misses == before.misses
    assert compiled.cache_info().hits > before.hits


def test_a_style_is_read_once_for_all_the_sources_that_it_sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a style and its locales takes longer than setting a source; what sources change are copies."""
    read: list[bool] = []
    style = csl_styles.CitationStylesStyle
    monkeypatch.setattr(
        csl_styles, "CitationStylesStyle", lambda *given, **named: read.append(True) or style(*given, **named)
    )
    harvard = CitationStyle(HARVARD, "en-GB")
    for title in ("Lakes", "Ponds"):
        assert title in harvard.cite(source(tmp_path / title, f"type: report, title: {title}, issued: 2001")).full
    assert len(read) == 1


def test_a_source_is_set_alike_whatever_was_set_before_it(tmp_path: Path) -> None:
    """One source leaves no trace in the next, in whichever order a pack or a process meets them."""
    book = source(tmp_path / "a", f"type: book, {SLIM}, title: T, issued: 2001-12-05")
    document = source(tmp_path / "b", f"type: document, {SLIM}, title: T, issued: 2001-12-05")
    forth, back = CitationStyle(STYLE.encode(), "en-GB"), CitationStyle(STYLE.encode(), "en-GB")
    assert forth.cite(book).full != forth.cite(document).full
    assert (back.cite(document), back.cite(book)) == (forth.cite(document), forth.cite(book))


@pytest.mark.parametrize(
    ("fields", "full"),
    [
        ("type: report, title: Talks in Ardrube by UNMOT", "**Talks in Ardrube by UNMOT**"),
        ("type: thesis, title: T, collection_number: 10", "10"),
    ],
)
def test_what_the_library_gets_wrong_is_made_good(tmp_path: Path, fields: str, full: str) -> None:
    """Names keep their capitals in a style with small ones, and a number with a hyphen in its name is found."""
    assert cited(tmp_path, f"{SLIM}, {fields}", STYLE.encode()) == AsSet(full, "Slim")


def test_a_title_that_stands_in_for_a_name_is_not_used_up_by_sorting(tmp_path: Path) -> None:
    """A style that sorts by name still has the title for those who cite."""
    assert cited(tmp_path, "type: report, title: Quays", STYLE.encode()) == AsSet("**Quays**", "Quays")


def test_what_a_note_style_leaves_out_of_its_bibliography_is_set_as_in_its_notes(tmp_path: Path) -> None:
    """Its notes tell the whole source; the short form of another style would not, and is not taken for it."""
    noted = STYLE.replace('class="in-text"', 'class="note"').encode()
    assert cited(tmp_path, "type: speech, title: Quays", noted) == AsSet("Quays", "Quays")


def test_the_language_is_that_of_the_pack(tmp_path: Path) -> None:
    """What a style says in words is said in the language of the pack, in English where the library has no such."""
    fields = "type: book, authors: [{family: A}, {family: B}], title: T"
    assert cited(tmp_path, fields, locale="de-DE") == AsSet("A und B (ohne Datum) *T*.", "A und B, ohne Datum")
    assert wording().tag == "en-GB"
    assert cited(tmp_path, fields, locale="xx-YY").short == "A and B, no date"


def test_nothing_is_said_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Warnings of the library are for its makers."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        cited(tmp_path, f"type: book, {SLIM}, title: T, place: London, version: 2")
    assert [str(one.message) for one in said] == []
    assert capfd.readouterr() == ("", "")


def house(folder: Path, setting: str, style: str = STYLE) -> Path:
    """Return a template library whose organisation `ours` names a citation style and has a file of one."""
    files = {"organisation.yaml": f"name: Ours\ncitation_style: {setting}\n", "house.csl": style}
    return own_templates(folder, files)


def test_an_organisation_may_have_a_style_of_its_own(tmp_path: Path) -> None:
    """Its file stands in the organisation's folder, and packs are set in it."""
    sources = f"sources: [{{key: S1, type: report, {SLIM}, title: Quays}}]\n"
    view = select(case_of(tmp_path, LEAST + CITED + sources), "track-i")
    pack = markdown_of(view, house(tmp_path, "house.csl"), "ours")
    assert "| S1 | **Quays** |" in pack
    assert "[^S1]: S1. Slim\n" in pack


#: What citeproc stumbles over, in a style that is valid CSL: a macro that is not there.
STUMBLING = '<text macro="nowhere"/>'


def test_a_source_that_a_style_cannot_set_is_named(tmp_path: Path) -> None:
    """The message says which by its place, and what to do; what was typed or raised is not for a log."""
    sources = f"sources: [{{key: S1, type: speech, {SLIM}, title: Quays}}]\n"
    view = select(case_of(tmp_path, LEAST + CITED + sources), "track-i")
    style = STYLE.replace(
        '<else-if type="map"><text', f'<else-if type="speech">{STUMBLING}</else-if><else-if type="map"><text'
    )
    told = r"sources\.md\.j2:\d+:1: error: the citation style 'house\.csl' cannot set the source 'case\.sources\.0': choose"
    with pytest.raises(Refusal, match=told):
        markdown_of(view, house(tmp_path, "house.csl", style), "ours")


def test_a_type_of_source_that_a_style_leaves_out_is_set_as_another(tmp_path: Path) -> None:
    """An interview is in no bibliography of some styles; in a pack it is a source like any other."""
    assert cited(tmp_path, f"type: speech, {SLIM}, title: Quays", STYLE.encode()) == AsSet("**Quays**", "Slim")


def test_a_style_that_cannot_set_a_usual_source_is_refused_with_its_file(tmp_path: Path) -> None:
    """It is told when the house style is read, whichever sources the case has."""
    library = house(
        tmp_path, "house.csl", STYLE.replace("<bibliography>\n    <layout>", f"<bibliography><layout>{STUMBLING}")
    )
    with pytest.raises(
        Refusal, match=r"ours/house\.csl:1:1: error: this style cannot be used, because it cannot even set a 'book'"
    ):
        read_house_style(library, "ours", "en")


def test_a_style_of_notes_alone_sets_sources_as_in_its_notes(tmp_path: Path) -> None:
    """Law reviews have no bibliography: their notes tell the whole source."""
    notes = re.sub("<bibliography>.*</bibliography>", "", STYLE.replace('class="in-text"', 'class="note"'), flags=re.S)
    library = house(tmp_path, "house.csl", notes)
    assert read_citation_style(library / "ours", "house.csl")
    assert cited(tmp_path, "type: book, title: Quays", notes.encode()) == AsSet("Quays", "Quays")


def test_a_style_may_sort_by_numbers_that_it_does_not_print(tmp_path: Path) -> None:
    """Only what is printed keeps a style from a pack."""
    sorting = STYLE.replace('<key macro="who"/>', '<key variable="citation-number"/>')
    assert read_citation_style(house(tmp_path, "house.csl", sorting) / "ours", "house.csl")


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("uppercase", "SLIM"),
        ("capitalize-first", "Slim"),
        ("capitalize-all", "Slim"),
        ("sentence", "Slim"),
        ("lowercase", "slim"),
    ],
)
@pytest.mark.parametrize("person", ["family: Slim, given: Randa", "family: Slim", "organisation: Slim"])
def test_a_style_may_change_the_case_of_names(tmp_path: Path, case: str, said: str, person: str) -> None:
    """As the norms of Brazil and of France do, of people with one name and of organisations too."""
    part = f'<name form="long" name-as-sort-order="all"><name-part name="family" text-case="{case}"/>'
    part += '<name-part name="given" text-case="capitalize-first"/></name>'
    style = STYLE.replace('<name form="short" and="text"/>', part).encode()
    short = cited(tmp_path, f"type: report, title: T, authors: [{{{person}}}]", style).short
    assert short == (f"{said}, Randa" if "given" in person else said)


@pytest.mark.parametrize(
    "setting", ["harvard-cite-them-wright", "../base/house.csl", "hous.csl", "../styles/harvard-cite-them-right"]
)
def test_an_unknown_style_is_told_with_those_there_are(tmp_path: Path, setting: str) -> None:
    """The place is that of the setting; a file outside the organisation's folder is no style of it."""
    library = house(tmp_path, setting)
    shutil.copy(library / "ours" / "house.csl", library / "base")
    with pytest.raises(Refusal) as refused:
        read_organisation_settings(library, "ours")
    (problem,) = refused.value.problems
    assert str(problem).startswith(
        f"{library}/ours/organisation.yaml:2:17: error: there is no citation style '{setting}'"
    )
    assert ": there is harvard-cite-them-right, house.csl; another goes into" in problem.message


PARENT = '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>'


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("</style>", "", "20:1: error: this is not XML"),
        ("<citation>", "<citatoin/><citation>", "7:1: error: this is not valid CSL: correct it here"),
        ("author-date", "numeric", "1:1: error: this style numbers its sources"),
        ("<style", "<!DOCTYPE style><style", "1:1: error: a citation style may not have a DOCTYPE"),
        (re.findall("<bibliography>.*</bibliography>", STYLE, re.S)[0], "", "1:1: error: this style has neither a bibliography nor notes"),
        (STYLE[STYLE.index("<info>") :], f"<info><title>O</title><id>o</id>{PARENT}<updated>2024-01-01T00:00:00Z</updated></info></style>", (
            "1:1: error: this style only points to another: use http://www.zotero.org/styles/apa"
        )),
    ],
)  # fmt: skip
def test_a_style_that_packs_cannot_use_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    """With the line of its file where there is one."""
    folder = house(tmp_path, "house.csl", STYLE.replace(old, new, 1)) / "ours"
    with pytest.raises(Refusal) as refused:
        read_citation_style(folder, "house.csl")
    assert str(refused.value).removeprefix(f"{folder}/house.csl:").startswith(said)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("url: https://a.b", "4:11: error: this source says nothing yet"),
        ("type: book, issued: 2001", "4:11: error: this source needs a 'title'"),
        ("title: T", "4:11: warning: the key 'type' is missing: say which kind of work this is"),
        ("citation: C, title: T", "4:34: error: this cannot stand beside 'citation'"),
        ("type: book, title: T, issued: 2001, issued_in_words: once", "4:57: error: 'issued' already says this"),
        ("type: book, title: T, authors: [{given: R.}]", "4:53: error: this name is missing"),
        (
            "type: book, title: T, authors: [{family: A, organisation: B}]",
            "4:53: error: this names both a person and an organisation",
        ),
        ("type: book, titel: T", "4:33: error: unknown key (did you mean 'title'?)"),
        ("type: book, title: T, authors: [{famly: A}]", "4:54: error: unknown key (did you mean 'family'?)"),
        (
            "type: bok, title: T",
            "4:27: error: not an allowed value (did you mean 'book'?): blog_post, book",
        ),
        ("type: book, title: T, doi: https://doi.org/10.1/2", "4:48: error: a DOI begins with '10.'"),
    ],
)
def test_a_source_that_says_too_little_or_too_much_is_told(tmp_path: Path, fields: str, said: str) -> None:
    """One complaint, at its place, with what to do."""
    told = complaints(tmp_path, f"{LEAST}sources: [{{key: S1, {fields}}}]\nsummary: {{value: They met., cite: [S1]}}\n")
    assert len(told) == 1
    assert told[0].startswith(f"case.yaml:{said}")


def test_a_registered_person_is_found_among_authors(tmp_path: Path) -> None:
    """Their name stands in two fields there, whichever comes first."""
    registry = "people: {heron: {name: Tamsel Orrelby, role: lead, consent: {audiences: [track_i, track_ii]}}}\n"
    case = f"{LEAST}actors: [{{id: lead, name: Lead, alias: heron}}]\n"
    names = "authors: [{family: Orrelby, given: Tamsel}], editors: [{family: Tamsel, given: Orrelby}]"
    told = complaints(tmp_path, f"{case}sources: [{{key: S1, type: book, title: T, {names}}}]\n", registry=registry)
    remedy = "write the role instead; where it is an ordinary word, list it in"
    assert [one.split(" error: ")[1] for one in told if " error: " in one] == [
        f"this text holds the name of a person in registry.yaml, in words {words}: {remedy} "
        "handling.allowed_terms of case.yaml"
        for words in ("1 to 2", "2 to 3")
    ]


def test_the_readme_lists_every_field_and_type_of_a_source() -> None:
    """An author can look up what a source may hold, and nothing that it may not."""
    section = (INPUTS / "README.md").read_text(encoding="utf-8").split("\n## Sources\n")[1].split("\n## ")[0]
    rows = {
        cells[1]: cells[2] for cells in (line.split("|") for line in section.splitlines() if line.startswith("| `"))
    }
    fields = [name for names in rows for name in re.findall("`([^`]+)`", names)]
    assert sorted(fields) == sorted(fields_of(Source))
    assert set(re.findall("`([^`]+)`", rows[" `type` "])) == set(fields_of(Source)["type"].words)
    assert set(re.findall("`([^`]+)`", rows[" `grade` "])) == set(fields_of(Source)["grade"].words)


@pytest.mark.parametrize("name", ["harbour-talks", "inter-tajik-dialogue"])
def test_nothing_that_a_shipped_source_says_is_lost(name: str) -> None:
    """Title, names and publisher of each stand in what the style makes of it."""
    style, met = CitationStyle(HARVARD, "en-GB"), 0
    for one in select(shipped(name), "team").root.case.sources:
        if one.citation:
            continue
        people = [person.family or person.organisation for person in (*one.authors, *one.editors)]
        for leaf in (one.title, one.container_title, one.publisher, one.event, *people):
            assert not leaf or str(leaf) in style.cite(one).full
        met += 1
    assert met >= 2
