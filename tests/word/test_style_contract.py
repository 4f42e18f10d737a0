"""The style contract: what the writer asks for, what the base has, and what the writer does with odd documents."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from drawn import png
from outline import Element, Package, W
from test_documents import CASES
from tests.building import INPUTS, PACKS, SHIPPED, TEMPLATES, make_packs
from tests.templates.test_documentation import FOLDERS, section

from briefpack.adoption import adopt
from briefpack.packs.orders import Order
from briefpack.packs.style_trial import faults_of_style
from briefpack.problems import Refusal
from briefpack.stages.typeset import typeset
from briefpack.word.base_sheet import DEFAULTS, OWN, STYLES
from briefpack.word.base_style import base_style
from briefpack.word.style_names import USED
from briefpack.word.styles import Styles

BASE = base_style()
CALLOUTS = ("Ask", "Caution", "Gap", "Do No Harm", "Note")
AHEAD_OF_THE_WRITER = {"Bibliography"}
"""Styles that people can restyle already and the writer may not ask for yet."""

DEEP = "- a\n  - b\n    - c\n\n      further\n"
"""A list deeper than those of the documents."""

KNOWN_TO_WORD = {
    *(style.name.lower() for style in docx.Document().styles if style.builtin),
    *(style.name.lower() for style in docx.Document().styles.latent_styles),
    *("footnote text", "footnote reference", "hyperlink"),
}
"""Names of Word's own styles, as python-docx's document lists them, and three that it leaves out."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """Return a set that fills with the kind and name of each style the writer looks up."""
    found: set[tuple[str, str]] = set()
    identifier = Styles.identifier

    def by_kind(styles: Styles, kind: str, name: str) -> str:
        found.add((kind, name.lower()))
        return identifier(styles, kind, name)

    monkeypatch.setattr(Styles, "identifier", by_kind)
    for measure in ("left", "before", "after", "numbering"):
        monkeypatch.setattr(Styles, measure, _asking(found, measure))
    return found


def _asking(found: set[tuple[str, str]], measure: str) -> object:
    original = getattr(Styles, measure)

    def ask(styles: Styles, name: str) -> object:
        found.add(("paragraph", name.lower()))
        return original(styles, name)

    return ask


@pytest.mark.long
def test_the_writer_asks_for_the_styles_of_the_table_and_no_others(asked: set[tuple[str, str]]) -> None:
    """Every document of the dialect and every shipped pack is made of the styles that the table names."""
    for text in (DEEP, *(str(case.values[0]) for case in CASES)):
        try:
            typeset(text, BASE, pictures={"map.png": png(60, 30)})
        except Refusal:
            continue
    for case in SHIPPED:
        for organisation in FOLDERS[1:]:
            make_packs(Order(INPUTS / case, TEMPLATES, organisation, PACKS, ("en",)))
    table = {(used.kind, used.name.lower()) for used in USED}
    ahead = {("paragraph", name.lower()) for name in AHEAD_OF_THE_WRITER}
    assert asked - table == set()
    assert table - asked - ahead == set()


def test_the_base_has_every_style_of_the_table_and_no_other() -> None:
    """The base style keeps the contract: all is there, and nothing that a used style does not need."""
    made = adopt(BASE, BASE)
    assert (made.filled, made.unused, list(faults_of_style(made.style, "style.docx"))) == (frozenset(), (), [])
    names = {style.name.lower() for style in docx.Document(BytesIO(BASE)).styles if style.name}
    assert {used.name.lower() for used in USED} - names == set()


def test_no_style_stands_in_the_table_twice() -> None:
    """A name has one kind and one purpose, and each says what it is for."""
    assert len({used.name.lower() for used in USED}) == len(USED)
    assert all(used.purpose for used in USED)


def test_the_readme_has_the_table_of_styles() -> None:
    """templates/README.md lists each style with kind and purpose, in the order and words of the package."""
    written = [line for line in section("Every style").splitlines() if line.startswith("| `")]
    assert written == [f"| `{used.name}` | {used.kind} | {used.purpose} |" for used in USED]


def test_word_knows_every_name_that_is_not_marked_as_our_own() -> None:
    """A name of Word's is shown in the language of whoever edits; one of ours says that it is."""
    names = {style.name for style in STYLES} - set(DEFAULTS)
    assert {name for name in names - OWN if name.lower() not in KNOWN_TO_WORD} == set()
    assert {name for name in OWN if name.lower() in KNOWN_TO_WORD} == set()
    assert names >= OWN
    marked = {name_of(style) for style in styles_of(BASE) if style.get(f"{W}customStyle") == "1"}
    assert marked == OWN


# how the base looks


def styles_of(document: bytes) -> Iterator[Element]:
    """Return the styles of a document."""
    return Package(document).parts["word/styles.xml"].iter(f"{W}style")


def name_of(style: Element) -> str:
    """Return the name of a style."""
    return str(style.find(f"{W}name").get(f"{W}val"))


def properties(name: str) -> Element:
    """Return the paragraph properties of a style of the base."""
    return next(style.find(f"{W}pPr") for style in styles_of(BASE) if name_of(style) == name)


def test_callouts_are_told_apart_without_colour() -> None:
    """No two callouts have the same borders once their colours are taken away; the colour of the shade is none."""
    shapes = {
        tuple(
            (side.tag, side.get(f"{W}val"), side.get(f"{W}sz"))
            for side in properties(name).find(f"{W}pBdr")
            if side.get(f"{W}themeColor") != "accent4"
        )
        for name in CALLOUTS
    }
    assert len(shapes) == len(CALLOUTS)
    assert all(shapes)


@pytest.mark.parametrize("name", CALLOUTS)
def test_paragraphs_of_a_callout_become_one_box(name: str) -> None:
    """Nothing is drawn between them, they have the house's shade, and each is kept whole."""
    found = properties(name)
    assert [side.tag.removeprefix(W) for side in found.find(f"{W}pBdr")] == ["top", "left", "bottom", "right"]
    assert found.find(f"{W}shd").get(f"{W}themeFill") == "accent4"
    assert found.find(f"{W}keepLines") is not None


def test_lines_of_the_contents_leave_their_tab_to_the_paper() -> None:
    """A tab of the style would stop a page number short on a wider paper."""
    assert [properties(f"toc {level}").find(f"{W}tabs") for level in (1, 2, 3)] == [None] * 3
    assert properties("TOC Heading").find(f"{W}outlineLvl").get(f"{W}val") == "9"


def test_a_figure_and_a_term_stay_with_what_follows_and_a_caption_does_not() -> None:
    """A picture stays with its caption and a word with its meaning; a caption says itself when it heads a table."""
    kept = [properties(name).find(f"{W}keepNext") is not None for name in ("Figure", "Definition Term", "caption")]
    assert kept == [True, True, False]


# what is said of a document that does not keep it


def changed(part: str, *changes: tuple[str, str]) -> bytes:
    """Return the base style with texts of one part replaced; None of them may be absent from it."""
    with ZipFile(BytesIO(BASE)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    for old, new in changes:
        assert old in members[part]
        members[part] = members[part].replace(old, new)
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


def renamed(old: str, new: str) -> bytes:
    """Return the base style with one style under another name."""
    return changed("word/styles.xml", (f'<w:name w:val="{old}"/>', f'<w:name w:val="{new}"/>'))


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("word/styles.xml", ('<w:ind w:left="', '<w:ind w:left="12.5pt" w:old="')),
        ("word/document.xml", ('w:left="', 'w:left="1134.5" w:old="')),
    ],
)
def test_measures_that_are_no_whole_numbers_are_no_reason_to_fail(part: str, change: tuple[str, str]) -> None:
    """Other programs write fractions and units where Word writes whole twentieths of a point."""
    assert typeset("- a\n\n> b\n", changed(part, change))


def test_margins_that_leave_no_room_are_refused() -> None:
    """A page without room for text is told as a fault of the style document, not of the text."""
    with pytest.raises(Refusal, match="the margins leave less than half of the page for text"):
        typeset("a\n", changed("word/document.xml", ('w:left="', 'w:left="9000" w:old="')))
