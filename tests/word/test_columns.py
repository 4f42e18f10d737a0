"""Column widths: they add up, hold the longest words, and follow the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from briefpack.word.columns import (
    LABELS,
    PADDING,
    UNBROKEN,
    column_widths,
    fact_widths,
    line_count,
    set_widths,
    text_width,
)
from briefpack.word.stand_ins import unbroken

MEASURE = 9298
CELLS = some.text(alphabet="abc MW\u4e2d.", max_size=40)
TABLES = some.integers(1, 6).flatmap(
    lambda columns: some.lists(some.lists(CELLS, min_size=columns, max_size=columns), min_size=1, max_size=5)
)


@given(TABLES)
def test_widths_add_up_to_the_measure_and_none_is_empty(rows: list[list[str]]) -> None:
    """Whatever the cells hold, the columns fill the measure exactly."""
    widths = column_widths(rows, MEASURE)
    assert sum(widths) == MEASURE
    assert all(width > 0 for width in widths)
    assert len(widths) == len(rows[0])


@given(TABLES)
def test_no_word_is_broken_where_all_words_fit(rows: list[list[str]]) -> None:
    """Each column holds its longest word if the longest words fit side by side; an address or the like may break."""
    longest = [
        max(text_width(word) for cell in column for word in (list(unbroken(cell)) or [""]))
        for column in zip(*rows, strict=True)
    ]
    if sum(longest) + PADDING * len(longest) <= MEASURE:
        widths = column_widths(rows, MEASURE)
        assert all(width >= min(word + PADDING, UNBROKEN) - 1 for width, word in zip(widths, longest, strict=True))


def test_a_date_stays_on_one_line_beside_long_text() -> None:
    """A short cell is kept whole where there is room."""
    widths = column_widths([["27 October 1994", "Long text " * 40, "Longer text " * 60]], MEASURE)
    assert widths[0] >= text_width("27 October 1994")
    assert widths[0] < widths[1] < widths[2]


def test_columns_of_running_text_share_the_width_so_that_rows_are_low() -> None:
    """A column that is short in most rows gets the room of its long cells, or they make rows high."""
    short, long = "to neither", "Long text " * 12
    rows = [[long, long, short], [long, long, short], [long, long, short], ["Short text", "Short text", long]]
    by_length = [MEASURE * 4 // 10, MEASURE * 4 // 10, MEASURE // 5]
    assert line_count(rows, column_widths(rows, MEASURE)) < line_count(rows, by_length)


def test_in_a_table_too_wide_the_widest_column_gives_way() -> None:
    """Where not all words can stand side by side, the short ones still stay whole."""
    widths = column_widths([["short", "w" * 100, "w" * 90]], MEASURE)
    assert sum(widths) == MEASURE
    assert widths[0] == text_width("short") + PADDING
    assert min(widths[1:]) > UNBROKEN


def test_an_address_is_broken_before_a_short_cell_is() -> None:
    """A column of states keeps them on one line beside a source with an address that is longer than its column."""
    address = "https://www.example.org/programmes/talks/" + "a-long-way-down-" * 3
    rows = [["T1", f"The Office, a report. {address}", "organisers' own account", "read by us"]] * 20
    widths = column_widths([["Key", "Source", "Kind of evidence", "Status"], *rows], MEASURE)
    assert widths[0] >= text_width("Key") + PADDING
    assert widths[3] >= text_width("read by us") + PADDING


def test_sheets_of_facts_line_up_below_one_another() -> None:
    """The first of two columns is as wide whatever the facts are; a long word in it gets what it needs."""
    short, long = [["Kind", "state"]], [["Kind", "a movement " * 20], ["Willing", "yes"]]
    assert fact_widths(short, MEASURE) == fact_widths(long, MEASURE) == [LABELS, MEASURE - LABELS]
    for rows in ([["W" * 20, "state"]], [["Kind", "state", "more"]]):
        assert fact_widths(rows, MEASURE) == column_widths(rows, MEASURE)


def test_columns_hold_their_words_in_letters_that_are_larger_than_usual() -> None:
    """A head is broken inside a word only where the words do not fit side by side."""
    rows = [["Key", "What was said", "State"], ["S1", "Long text " * 60, "planned"]]
    key, said, state = set_widths(rows, MEASURE, [1.4, 1.2], titled=True)
    assert key >= 1.4 * text_width("Key") + PADDING
    assert state >= 1.4 * text_width("planned") + PADDING
    assert key + said + state == MEASURE


def test_of_the_widths_that_letters_can_have_the_first_counts_in_which_the_words_fit() -> None:
    """A typeface that may stand in another's place makes no column of that narrower than its words."""
    rows = [["w" * 13, "w" * 13, "planned"]]
    assert set_widths(rows, MEASURE, [3.0, 1.5], titled=True) == set_widths(rows, MEASURE, [1.5], titled=True)
