"""Layout: what keeps together, and the space between blocks, which an outline does not show."""

from __future__ import annotations

from drawn import png
from outline import Element, Package, W
from test_documents import PICTURE, STYLE

from briefpack.stages.typeset import typeset

NORMAL_AFTER = "110"
"""The space after a plain paragraph of the base style, in twentieths of a point."""

AFTER = "\nAfter.\n"
"""What follows a table, so that it is not the last of its section."""


def paragraphs(markdown: str) -> dict[str, Element]:
    """Return the paragraphs of a text by their words, those of tables too."""
    body = Package(typeset(markdown, STYLE)).body
    return {"".join(text.text or "" for text in each.iter(f"{W}t")): each for each in body.iter(f"{W}p")}


def kept(paragraph: Element) -> bool:
    """Return whether a paragraph is kept with the next by its own properties."""
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


def spacing(paragraph: Element, side: str) -> str | None:
    """Return the space a paragraph sets for itself before or after, in twentieths of a point."""
    found = paragraph.find(f"{W}pPr/{W}spacing")
    return None if found is None else found.get(f"{W}{side}")


def test_a_short_table_stays_whole_and_with_its_introduction() -> None:
    """What stands before a table and all its rows but the last are kept with what follows."""
    found = paragraphs("Before.\n\nIntroduction:\n\n| head |\n|---|\n| one |\n| two |\n\nAfter.\n")
    assert {words: kept(paragraph) for words, paragraph in found.items()} == {
        "Before.": False,
        "Introduction:": True,
        "head": True,
        "one": True,
        "two": False,
        "After.": False,
    }


def test_a_long_table_may_break_but_leaves_no_row_alone() -> None:
    """Of a long table the header and the first two rows stay together, and so do the last two."""
    found = paragraphs("| head |\n|---|\n" + "".join(f"| row {number} |\n" for number in range(20)) + AFTER)
    assert [words for words, paragraph in found.items() if kept(paragraph)] == ["head", "row 0", "row 18"]


def test_the_paragraph_below_a_last_table_is_low_and_on_the_page_of_its_last_row() -> None:
    """Word needs one there; of its own height it would have a page to itself where the table fills its page."""
    found = paragraphs("| head |\n|---|\n| one |\n")
    assert (kept(found["one"]), spacing(found[""], "line"), spacing(found[""], "lineRule")) == (True, "20", "exact")


def test_the_caption_of_a_picture_is_not_kept_with_a_table_below() -> None:
    """Picture and caption stay together; the table may go on to the next page without them."""
    markdown = "![A map](map.png)\n\n**Figure 1.** The map.\n\n| head |\n|---|\n| one |\n"
    found = Package(typeset(markdown, STYLE, pictures={"map.png": PICTURE})).body.iter(f"{W}p")
    captions = [each for each in found if "The map." in "".join(text.text or "" for text in each.iter(f"{W}t"))]
    assert [kept(paragraph) for paragraph in captions] == [False]


def test_a_tall_table_of_three_rows_may_break_between_any_two() -> None:
    """Bound two by two they would all move to the next page, and leave this one empty."""
    found = paragraphs("| head |\n|---|\n" + "".join(f"| {name} {'word ' * 180}|\n" for name in "abc") + AFTER)
    assert [words for words, paragraph in found.items() if kept(paragraph)] == ["head"]


def test_a_table_of_three_rows_stays_whole_up_to_half_a_page() -> None:
    """Wherever it broke, one of its rows would stand alone."""
    found = paragraphs("| head |\n|---|\n" + "".join(f"| {name} {'word ' * 90}|\n" for name in "abc") + AFTER)
    assert next(words.strip() for words, paragraph in found.items() if not kept(paragraph)).startswith("c ")


def test_a_long_sheet_of_facts_leaves_no_fact_alone() -> None:
    """Without a header row the first two rows of a long table stay together, and so do the last two."""
    found = paragraphs(
        "| | |\n|---|---|\n" + "".join(f"| fact {number} | {number} |\n" for number in range(20)) + AFTER
    )
    assert [words for words, paragraph in found.items() if kept(paragraph)] == ["fact 0", "0", "fact 18", "18"]


def sheet(facts: int, before: str = "") -> list[str]:
    """Return the words of what the body of a text holds, with so many facts below a heading; a table's by rows."""
    rows = "".join(f"| fact {number} | {number} |\n" for number in range(facts))
    body = Package(typeset(f"{before}## Workshops\n\n| | |\n|---|---|\n{rows}{AFTER}", STYLE)).body
    return ["|".join("".join(part.itertext()) for part in (each.findall(f"{W}tr") or [each])) for each in body]


def test_a_long_sheet_of_facts_repeats_its_name_on_every_page() -> None:
    """The heading just above is its header row, in its own style; of one that stays on a page it stands above."""
    assert sheet(5)[:2] == ["Workshops", "fact 00|fact 11|fact 22|fact 33|fact 44"]
    assert sheet(30)[0].startswith("Workshops|fact 00|fact 11|")
    body = Package(typeset("## Workshops\n\n| | |\n|---|---|\n" + "| a | b |\n" * 30, STYLE)).body
    repeated = [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert [[style.get(f"{W}val") for style in row.iter(f"{W}pStyle")] for row in repeated] == [["Heading2"]]


def test_a_heading_that_begins_a_page_stands_above_its_long_sheet() -> None:
    """Within a table LibreOffice breaks no page; below another table a thin line stands between the two."""
    assert sheet(30, "Text.\n\n---\n\n")[:2] == ["Text.", "Workshops"]
    assert sheet(30, "| head |\n|---|\n| one |\n\n")[:2] == ["head|one", ""]


def test_text_keeps_its_distance_from_a_table_above() -> None:
    """A plain paragraph under a table gets space; a heading has enough of its own."""
    table = "| a |\n|---|\n| 1 |\n\n"
    assert spacing(paragraphs(table + "Text.\n")["Text."], "before") == "160"
    assert spacing(paragraphs(table + "## Heading\n")["Heading"], "before") is None


def test_a_new_page_begins_at_its_top() -> None:
    """The first paragraph of a page has no space before."""
    assert spacing(paragraphs("Text.\n\n---\n\n## Heading\n")["Heading"], "before") == "0"


def test_a_tight_list_is_set_off_at_its_end_alone() -> None:
    """The items of a tight list stand close, nested ones too; the last has the space of a paragraph."""
    found = paragraphs("- a\n- b\n  - c\n- d\n  - e\n\nText.\n")
    spaces = {words: spacing(paragraph, "after") for words, paragraph in found.items()}
    assert spaces == {"a": None, "b": None, "c": None, "d": None, "e": NORMAL_AFTER, "Text.": None}


def test_the_items_of_a_loose_list_are_set_off_each() -> None:
    """Every item of a loose list ends with the space of a paragraph; a tight list inside stays tight."""
    found = paragraphs("- a\n\n- b\n  - c\n  - d\n\n- e\n")
    spaces = {words: spacing(paragraph, "after") for words, paragraph in found.items()}
    assert spaces == {"a": NORMAL_AFTER, "b": NORMAL_AFTER, "c": None, "d": NORMAL_AFTER, "e": NORMAL_AFTER}


def test_the_settings_name_the_rules_above_footnotes_where_there_are_any() -> None:
    """Word finds the separators of footnotes by the settings; a pack without notes has neither."""
    noted = Package(typeset("Text[^a].\n\n[^a]: Note.\n", STYLE))
    named = [each.get(f"{W}id") for each in noted.parts["word/settings.xml"].iter(f"{W}footnote")]
    typed = [each.get(f"{W}id") for each in noted.footnotes if each.get(f"{W}type")]
    assert named == typed == ["-1", "0"]
    bare = Package(typeset("Text.\n", STYLE))
    assert bare.footnotes is None
    assert bare.parts["word/settings.xml"].find(f"{W}footnotePr") is None


def test_a_paragraph_stays_with_the_list_it_introduces() -> None:
    """What stands before a list is kept with its first item, and that with the second; the middle may be parted."""
    found = paragraphs("Before.\n\nIntroduction:\n\n- one\n- two\n- three\n- four\n\nAfter.\n")
    assert [words for words, paragraph in found.items() if kept(paragraph)] == ["Introduction:", "one", "three"]


def test_the_last_item_of_a_list_begins_no_page_alone() -> None:
    """It is kept with what stands before it, in a list within a list too, unless it has more paragraphs of its own."""
    found = paragraphs("- a\n- b\n- c\n  - d\n  - e\n  - f\n  - g\n- h\n\nAfter.\n")
    assert [words for words, paragraph in found.items() if kept(paragraph)] == ["a", "c", "d", "f", "g"]
    found = paragraphs("- a\n- b\n- c\n- d\n  - e\n")
    assert [words for words, paragraph in found.items() if kept(paragraph)] == ["a", "d"]


def test_a_line_alone_between_two_headings_stays_with_the_second() -> None:
    """A heading and its one line of words do not stay behind at a page's foot; two lines of them may."""
    lines = "Many words that go on for longer than a line. " * 4
    found = paragraphs(f"## One\n\nStatus.\n\n### Two\n\nWords.\n\nMore.\n\n### Three\n\n{lines}\n\n### Four\n")
    assert [words for words, paragraph in found.items() if kept(paragraph)] == ["Status."]


def test_a_line_that_ends_its_section_is_kept_with_no_heading() -> None:
    """What follows may begin a page, and would then leave the heading of the line alone at a page's foot."""
    found = paragraphs("## One\n\n**Map:** none.\n\n## Two\n\nNothing.\n\n### Three\n\nWords.\n\n## Four\n")
    assert [words for words, paragraph in found.items() if kept(paragraph)] == ["Nothing."]


def alternatives(markdown: str) -> list[tuple[str | None, str | None]]:
    """Return what the tables of a text are called for who listens, and what they are said to hold."""
    tables = Package(typeset(markdown, STYLE)).body.iter(f"{W}tblPr")
    named = ("tblCaption", "tblDescription")
    found = ([each.find(f"{W}{name}") for name in named] for each in tables)
    return [tuple(None if one is None else one.get(f"{W}val") for one in pair) for pair in found]  # type: ignore[misc]


def test_a_table_tells_who_listens_what_it_is_and_what_it_holds() -> None:
    """It is called by its caption or by the heading above it, and its heads are named; long ones are cut at a word."""
    table = "| Party | Says |\n|---|---|\n| North | *no* |\n\n"
    facts = "| | |\n|---|---|\n| When | now |\n| Where | here |\n\n"
    text = f"# T\n\n{facts}## Who says what\n\nText.\n\n{table}**Table 1.** Once *more*.\n\n{table}"
    assert alternatives(text) == [
        ("T", "When, Where"),
        ("Who says what", "Party, Says"),
        ("Table 1. Once more.", "Party, Says"),
    ]
    ((_, long),) = alternatives("| " + "word " * 100 + "|\n|---|\n| a |\n")
    assert long is not None
    assert long.endswith("word\u2026")
    assert len(long) <= 250


ANNEXES = """---
annexes: "Annex A: Parties"
---

# Talks

## Step 1

Body.

- point

| head |
|---|
| cell |

## Annex A: Parties

Looked up.[^n]

- one
  - two
    - three

1. first

| head of annex |
|---|
| cell of annex |

[^n]: Note.
"""


def styles(markdown: str) -> dict[str, str | None]:
    """Return the style of each paragraph and row of a text by its words; none is the default."""
    found = {words: each.find(f"{W}pPr/{W}pStyle") for words, each in paragraphs(markdown).items()}
    return {words: None if style is None else style.get(f"{W}val") for words, style in found.items()}


def test_annexes_have_styles_of_their_own_from_the_heading_that_is_named() -> None:
    """Text, points and tables of annexes are set smaller; headings and numbers are as everywhere."""
    assert styles(ANNEXES) == {
        "Talks": "Title",
        "Step 1": "Heading1",
        "Body.": None,
        "point": "ListBullet",
        "head": "TableHeading",
        "cell": "TableText",
        "Annex A: Parties": "Heading1",
        "Looked up.": "AnnexText",
        "one": "AnnexBullet",
        "two": "AnnexBullet2",
        "three": "AnnexBullet3",
        "first": "ListNumber",
        "head of annex": "AnnexTableHeading",
        "cell of annex": "AnnexTableText",
        "": "TableGap",
    }
    tables = Package(typeset(ANNEXES, STYLE)).body.iter(f"{W}tblStyle")
    assert [table.get(f"{W}val") for table in tables] == ["BriefingTable", "AnnexTable"]


def test_without_a_heading_that_is_named_nothing_is_set_smaller() -> None:
    """A text that names no heading, or one that it does not have, is set in the styles of the body."""
    for named in ('annexes: "Annex B: Parties"', 'version: "1"'):
        found = styles(ANNEXES.replace('annexes: "Annex A: Parties"', named)).values()
        assert not [style for style in found if style and style.startswith("Annex")]


def tall(lines: int, after: str = "") -> dict[str, Element]:
    """Return the paragraphs of a text with so many lines before a heading and a picture of most of a page."""
    text = "".join(f"Line {number}.\n\n" for number in range(lines)) + f"{after}\n\n## Map\n\n![A map](map.png)\n"
    body = Package(typeset(text, STYLE, pictures={"map.png": png(600, 800)})).body
    return {"".join(text.text or "" for text in each.iter(f"{W}t")): each for each in body.iter(f"{W}p")}


def test_a_good_third_of_a_page_stays_together_before_a_tall_picture() -> None:
    """Its heading begins a page, and the last lines before it are kept with one another, but not with it."""
    found = tall(40)
    held = [words for words, paragraph in found.items() if kept(paragraph) and words.startswith("Line")]
    assert held == [f"Line {number}." for number in range(40 - len(held) - 1, 39)]
    assert 12 < len(held) < 25
    assert found["Map"].find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert found["Line 39."].find(f"{W}pPr/{W}keepLines") is not None


def test_the_last_rows_of_a_table_before_a_tall_picture_stay_together() -> None:
    """Where a table is longer than a third of a page, its first rows may stand on the page before."""
    found = tall(1, "| head |\n|---|\n" + "".join(f"| row {number} |\n" for number in range(40)))
    rows = [words for words, paragraph in found.items() if words.startswith("row") and kept(paragraph)]
    assert rows[0] == "row 0"
    assert rows[1:] == [f"row {number}" for number in range(40 - len(rows), 39)]
    assert 8 < len(rows) < 25
