"""Fixed text in a citation style goes with its variables: a source without them is listed without it."""

# Tables of what is written and what is set read best in whole lines.
# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import LEAST, case_of, markdown_of
from tests.stages.test_citations import house

from briefpack.disclosure.select import select

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Ours</title><id>ours</id><category citation-format="author-date"/><updated>2024-01-01T00:00:00Z</updated></info>
  <macro name="rendered"><text value="rendered by "/><names variable="translator"/></macro>
  <macro name="printed">
    <choose>
      <if variable="publisher"><text variable="publisher"/></if>
      <else><text value="no printer"/></else>
    </choose>
  </macro>
  <macro name="printed-apart">
    <text variable="publisher"/>
    <choose><if variable="publisher" match="none"><text value="no printer"/></if></choose>
  </macro>
  <macro name="nobody"><choose><if variable="publisher" match="none"><text value="no printer"/></if></choose></macro>
  <macro name="heading"><text value="A work"/></macro>
  <macro name="short"><text variable="title"/></macro>
  <citation><layout><text macro="short"/></layout></citation>
  <bibliography><layout suffix="."><text variable="title"/>HERE</layout></bibliography>
</style>
"""
VOLUME = '<label variable="volume"/>'
GIVEN = '<choose><if variable="publisher"><group><text variable="publisher"/></group></if></choose>'
BRANCH = '<choose><if type="book"><text value="of"/><text variable="publisher"/></if></choose>'


def listed(folder: Path, element: str, *books: str) -> list[str]:
    """Return what a pack lists of books behind their title, in a style with an element of CSL in it."""
    fields = (f"{{key: S{number}, type: book, title: Quays, {book}}}" for number, book in enumerate(books))
    cited = ", ".join(f"S{number}" for number, _ in enumerate(books))
    sources = f"summary: {{value: A summary, cite: [{cited}]}}\nsources: [{', '.join(fields)}]\n"
    library = house(folder, "house.csl", STYLE.replace("HERE", element))
    pack = markdown_of(select(case_of(folder, LEAST + sources), "track-ii"), library, "ours")
    rows = (line.removesuffix(" |").split(" | ") for line in pack.splitlines() if line.startswith("| S"))
    return [row[1].removeprefix("Quays") for row in rows if row[1].startswith("Quays")]


SAYS_NOTHING = "issued: 2001"
TRANSLATED = "translators: [{family: Fox}]"


@pytest.mark.parametrize(
    ("element", "fields", "said"),
    [
        ('<text macro="rendered"/>', TRANSLATED, "rendered by Fox."),
        ('<group><text value="put "/><text macro="rendered"/></group>', TRANSLATED, "put rendered by Fox."),
        (VOLUME, 'publisher: P, volume: "4"', "volume."),
        ('<group delimiter=" "><text macro="heading"/><text variable="publisher"/></group>', "publisher: P", "A work P."),
        (f'<group delimiter=" ">{BRANCH}</group>', "publisher: P", "of P."),
        (f'<group><text value="by "/>{GIVEN}</group>', "publisher: P", "by P."),
    ],
)  # fmt: skip
def test_fixed_text_stands_beside_a_value(tmp_path: Path, element: str, fields: str, said: str) -> None:
    """And is gone where the source has no such value, from a macro and a label as from a group, and in any of them."""
    assert listed(tmp_path, element, fields, SAYS_NOTHING) == [said, "."]


@pytest.mark.parametrize(
    ("element", "said"),
    [
        ('<text macro="heading"/>', "A work."),
        ('<group><text value="A work"/></group>', "A work."),
        ('<text macro="printed"/>', "no printer."),
        ('<text macro="printed-apart"/>', "no printer."),
        ('<group delimiter=", "><names variable="translator"/><text macro="printed"/></group>', "no printer."),
        ('<group delimiter=", "><text variable="publisher"/><text macro="nobody"/></group>', "no printer."),
        ('<group><choose><if variable="publisher"><text variable="publisher"/></if><else><text value="no printer"/></else></choose><text variable="volume"/></group>', "no printer."),
    ],
)  # fmt: skip
def test_fixed_text_that_needs_no_value_stays(tmp_path: Path, element: str, said: str) -> None:
    """What stands alone, and what a style says in place of a value, such as "no date"."""
    assert listed(tmp_path, element, SAYS_NOTHING) == [said]


def test_what_stands_in_for_another_variable_does_not_hold_a_group(tmp_path: Path) -> None:
    """A remark that hangs on an edition says nothing of a publisher who is not there."""
    remark = '<choose><if variable="edition" match="none"><text value="first edition"/></if></choose>'
    element = f'<group delimiter=" "><text variable="publisher"/>{remark}</group>'
    assert listed(tmp_path, element, "publisher: P", SAYS_NOTHING) == ["P first edition.", "."]


@pytest.mark.parametrize(
    "element",
    [
        '<choose><if variable="page volume" match="none"><text value="preprint"/></if></choose>',
        '<choose><if type="book"><choose><if variable="issue" match="none"><text term="forthcoming"/></if></choose></if></choose>',
        '<choose><if variable="volume" match="any"><text variable="volume"/></if><else><text value="in press"/></else></choose>',
    ],
)  # fmt: skip
def test_a_style_does_not_guess_from_missing_numbers_that_a_work_is_unpublished(tmp_path: Path, element: str) -> None:
    """Volume, issue and pages may be left out or withheld; nobody has said that the work has none."""
    assert listed(tmp_path, element, SAYS_NOTHING) == ["."]


@pytest.mark.parametrize(
    ("branch", "said"),
    [
        ('<if variable="volume" match="none"><text value=", "/></if>', ", P."),
        (
            '<if variable="number"><text variable="number"/></if><else><group><text value="unnumbered"/></group></else>',
            "P.",
        ),
    ],
)
def test_only_words_are_made_of_what_is_missing(tmp_path: Path, branch: str, said: str) -> None:
    """The points between what a style prints stay."""
    element = f'<choose>{branch}</choose><text variable="publisher"/>'
    assert listed(tmp_path, element, "publisher: P") == [said]
