"""Kinds: what the model lets a field hold, read off its types, and a way to draw each."""

from __future__ import annotations

import functools
from typing import Any, get_args

from hypothesis import strategies as some
from pydantic import PlainValidator, StringConstraints
from pydantic.fields import FieldInfo

from briefpack.case.amounts import parse_exact_amount
from briefpack.case.dates import PartialDate, parse_plain_date
from briefpack.case.engagement_parts import CLOCK
from briefpack.case.fields import DOI, ID, KEY, Item
from briefpack.case.schema import FieldShape

YEARS = tuple(str(year) for year in range(1991, 1999))
DATES = some.sampled_from(
    (*YEARS, "1993-03", "1994-11", "1993-03-15", "1995-06-01", "1997-12-31", "1993-03/1993-08", "1994/1995-02-03")
)
QUALIFIED = some.sampled_from(
    ("about 1993-03", "late 1994", "mid-1995-06", "before 1993-05-14", "after 1995-06-01", "early 1996/late 1997")
)
COUNTS = ("1", "2", "4", "7", "0", "12", "40")
_BY_PATTERN = {ID: "id", KEY: "key", DOI: "doi", CLOCK: "clock"}


@functools.cache
def kind_of(owner: type[Item], shape: FieldShape) -> str:
    """Return the kind of a leaf: word, reference, id, key, doi, clock, date, truth, count, share, text or exact."""
    if shape.words and shape.form != "mapping":
        return "word"
    if shape.reference and shape.form != "mapping":
        return "reference"
    info = owner.model_fields[shape.attribute]
    annotation = info.annotation
    if shape.form == "mapping":
        return "word" if shape.words else "count"
    found = list(_parts(annotation)) + list(_rules(info))
    patterns = [each.pattern for each in found if isinstance(each, StringConstraints) and each.pattern]
    if patterns:
        return _BY_PATTERN.get(str(patterns[0]), "id")
    if any(isinstance(one, PlainValidator) and one.func is parse_plain_date for one in found):
        return "plain_date"
    if any(isinstance(one, PlainValidator) and one.func is parse_exact_amount for one in found):
        return "exact_count"
    for kind, name in ((PartialDate, "date"), (bool, "truth"), (int, "count"), (float, "share")):
        if kind in found:
            return name
    return "text"


def _rules(info: FieldInfo) -> tuple[Any, ...]:
    return tuple(info.metadata)


def _parts(annotation: Any) -> Any:
    """Return every type and rule inside a type."""
    yield annotation
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from _parts(part)


#: How to draw a leaf of each kind but for texts, ids and references, which must be known to the case around them.
PLAIN: dict[str, some.SearchStrategy[str]] = {
    "date": DATES | QUALIFIED,
    "plain_date": DATES,
    "truth": some.sampled_from(("true", "false")),
    "count": some.sampled_from(COUNTS),
    "exact_count": some.sampled_from(COUNTS),
    "share": some.sampled_from(("0.1", "0.25", "0.5")),
    "clock": some.sampled_from(("09:30", "14:00", "23:59")),
    "doi": some.sampled_from(("10.1000/182", "10.1234/abc")),
}


@functools.cache
def words(shape: FieldShape) -> some.SearchStrategy[str]:
    """Return the words of an enumeration to draw from."""
    return some.sampled_from(shape.words)


@functools.cache
def nonce(number: int) -> str:
    """Return a word that stands in no language and in no other text: qx and syllables, a different one a number."""
    consonants, vowels = "bdfgklmnprst", "aeo"
    word, number = "qx", number + 36
    while number:
        number, rest = divmod(number, 36)
        word += vowels[rest // 12] + consonants[rest % 12]
    return word
