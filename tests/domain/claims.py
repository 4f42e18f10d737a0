"""Claims: every value of a case that cites a source, by its place, with a digest of what it says and of whom it cites.

The table of a case is `<case>.claims.csv` here. Its `where` names a section, paragraph, issue or number in each source
that the claim cites, or "not seen" where no reader could read that source again. `found` says how the claim did when it
was first compared: `carried`, `mended` (its text, sources or marks were corrected by what was read), `in part`, or
`not seen`. `again` says the same of a second reading of every claim, by somebody who had not written them: beside a
list of dated facts, made from the same sources before the cases were coded, and beside the sources that could be read.
So a claim whose source was not seen can be `carried` there: by the list. Other readings of whole entries had no row at
first: they were compared once, at the second reading.

`python -m tests.domain.claims inter-tajik-dialogue` prints the rows that the table lacks or whose claims changed since
they were read, with nothing yet under `where`: read the source, fill that in, and put the row into the table.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.building import INPUTS, read_case

from briefpack.case.content import Case, Found, items, walk

HERE = Path(__file__).parent
#: What a case's own sources say of themselves cites nothing.
_SOURCES = ("case", "sources")


@dataclass(frozen=True, order=True)
class Claim:
    """One cited value: its place in the case, the keys that it cites, and the digest of both its text and the keys."""

    place: str
    cites: str
    digest: str
    text: str


def claims(name: str) -> list[Claim]:
    """Return the claims of a shipped case: its values in the order of its files, then other readings of them."""
    case, problems = read_case(INPUTS / name)
    assert case is not None, problems
    return list(_claims(case))


def table(name: str) -> dict[str, dict[str, str]]:
    """Return the rows of a case's table by place."""
    with (HERE / f"{name}.claims.csv").open(encoding="utf-8", newline="") as file:
        return {row["place"]: row for row in csv.DictReader(file)}


def _claims(case: Case) -> Iterator[Claim]:
    named = {path: str(item.id) for path, item in items(case.content) if len(path) > 1 and getattr(item, "id", None)}
    for found in walk(case.content):
        keys = _cited(case, found)
        if keys and _is_printed_claim(found):
            yield _claim(_place(found.path, named), keys, str(found.value))
    for path, about in case.annotations.items():
        for position, reading in enumerate(about.other_readings):
            place = f"{_place(path, named)}.other_readings.{position}"
            yield _claim(place, tuple(map(_key, reading.cite)), reading.value)


def _is_printed_claim(found: Found) -> bool:
    """Return whether a value is a text, a date or a number: a word of a list is the author's coding."""
    shape = found.shape
    is_one = shape.form == "leaf" or (shape.form != "items" and isinstance(found.path[-1], int | str))
    is_plain = is_one and not isinstance(found.value, tuple | dict) and not shape.words and not shape.reference
    return is_plain and found.path[-1] not in {"id", "key"} and found.path[:2] != _SOURCES and not shape.item


def _claim(place: str, keys: tuple[str, ...], text: str) -> Claim:
    cites = " ".join(keys)
    said = f"{' '.join(text.split())}\n{cites}"
    return Claim(place, cites, hashlib.sha256(said.encode()).hexdigest()[:12], text)


def _cited(case: Case, found: Found) -> tuple[str, ...]:
    """Return the keys that stand at a value, or else at the nearest thing around it."""
    for length in range(len(found.path), 1, -1):
        about = case.annotations.get(found.path[:length])
        if about and about.cite:
            return tuple(map(_key, about.cite))
    return ()


def _key(cite: Any) -> str:
    return str(getattr(cite, "key", cite))


def _place(path: tuple[str | int, ...], named: dict[tuple[str | int, ...], str]) -> str:
    return ".".join(named.get(path[: length + 1], str(step)) for length, step in enumerate(path))


def _print_unread(name: str) -> None:
    rows = table(name) if (HERE / f"{name}.claims.csv").is_file() else {}
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for claim in claims(name):
        if rows.get(claim.place, {}).get("digest") != claim.digest:
            writer.writerow([claim.place, claim.cites, claim.digest, "", "", "", claim.text])


if __name__ == "__main__":
    _print_unread(sys.argv[1])
