"""Quiet: no document of a shipped case says a mark in words, repeats a lead, or has a table full of empty values."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from tests.building import INPUTS, shipped_packs

from briefpack.files.choices import case_names

CASES = sorted(case_names(INPUTS))
#: Words for where a value comes from, which stand in the key and in the list of sources alone.
PROVENANCE = re.compile(
    r"self-reported|from recall|from memory|checked in part|(?:opening|extract) read|no source shown|in our reading"
    r"|are the authors' coding|\*\(all of these\)\*",
    re.IGNORECASE,
)
#: What a cell holds in words where nobody knows, or nothing is shown.
EMPTY = re.compile(r"\**(?:(?:.* )?not known(?: here)?|none shown|not stated|unknown)\**", re.IGNORECASE)
#: A numbered ask is called by its number, so each names whom it is put to.
LEAD = re.compile(r"(?:> )?- \*\*([^*]+?)(?:, [^*]*)?:\*\*")


def texts(case: str) -> dict[str, str]:
    """Return the Markdown files of a shipped case by name, without pictures, key, notes and bibliography."""
    files = {name: data.decode() for name, data in shipped_packs(case).items() if name.endswith(".md")}
    end = r"\n## Annex \w[:.] Sources\n|\n### What the signs mean\n"
    return {name: re.split(end, re.sub(r"^!\[.*", "", text, flags=re.MULTILINE))[0] for name, text in files.items()}


def tables(text: str) -> list[list[str]]:
    """Return the tables of a text, each as its cells."""
    found = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [[cell.strip() for row in table.splitlines() for cell in re.split(r"(?<!\\)\|", row)] for table in found]


@pytest.mark.parametrize("case", CASES)
def test_where_values_come_from_is_said_by_signs_alone(case: str) -> None:
    """Every sentence would else carry the same words."""
    assert {name: found for name, text in texts(case).items() if (found := PROVENANCE.findall(text))} == {}


@pytest.mark.parametrize("case", CASES)
def test_no_statement_of_confidence_stands_twice(case: str) -> None:
    """A reason is read once, and a note leads to it from each value that it is about."""
    for name, text in texts(case).items():
        said = Counter(re.findall(r"Confidence is \w+\. [^)\n]*", text))
        assert [one for one, count in said.items() if count > 1] == [], name


@pytest.mark.parametrize("case", CASES)
def test_no_two_points_in_a_row_begin_with_the_same_lead(case: str) -> None:
    """What has one head stands in a list below it."""
    for name, text in texts(case).items():
        leads = [match[1] if (match := LEAD.match(line)) else None for line in text.splitlines()]
        repeated = [one for one, after in pairwise(leads) if one and one == after]
        assert repeated == [], name


@pytest.mark.parametrize("case", CASES)
def test_no_table_says_more_than_twice_that_a_value_is_empty(case: str) -> None:
    """More empty values are gathered in one line below it, or in one row of a fact box."""
    for name, text in texts(case).items():
        for cells in tables(text):
            assert len([cell for cell in cells if EMPTY.fullmatch(re.sub(r"\[[^\]]*\]", "", cell).strip())]) <= 2, name


@pytest.mark.parametrize("case", CASES)
def test_the_key_has_the_signs_that_a_document_uses_and_no_others(case: str) -> None:
    """Where no sign stands there is no key."""
    files = {name: data.decode() for name, data in shipped_packs(case).items() if name.endswith(".md")}
    for name, text in files.items():
        before, _, after = text.partition("\n### What the signs mean\n")
        assert set(re.findall(r"\[[^\W\d]\](?![:(])", before)) == set(
            re.findall(r"^(\[\w\]): #", after, re.MULTILINE)
        ), name
