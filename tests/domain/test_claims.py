"""Claims: each cited sentence, date and number of a real case was read beside its source, and is as it was then."""

from __future__ import annotations

import pytest
from tests.domain.claims import Claim, claims, table

REAL_CASES = ("aceh-1999-2006", "inter-tajik-dialogue", "mozambique-1989-1994", "oslo-channel-1992-1993")
FOUND = {"carried", "mended", "in part", "not seen"}


@pytest.fixture(params=REAL_CASES)
def read(request: pytest.FixtureRequest) -> tuple[list[Claim], dict[str, dict[str, str]]]:
    """Return the claims of a real case, and the rows of its table."""
    return claims(request.param), table(request.param)


def test_every_claim_has_a_row_and_every_row_a_claim(read: tuple[list[Claim], dict[str, dict[str, str]]]) -> None:
    """A claim that nobody compared with its source, or a row whose claim is gone, is named here."""
    made, rows = read
    assert [claim.place for claim in made if claim.place not in rows] == []
    assert sorted(set(rows) - {claim.place for claim in made}) == []


def test_no_claim_was_changed_since_it_was_read(read: tuple[list[Claim], dict[str, dict[str, str]]]) -> None:
    """A claim with another text or other sources than when it was compared is named here."""
    made, rows = read
    assert [claim.place for claim in made if claim.place in rows and rows[claim.place]["digest"] != claim.digest] == []


def test_every_row_says_where_in_each_source_its_claim_stands(
    read: tuple[list[Claim], dict[str, dict[str, str]]],
) -> None:
    """A row names a place in every source that its claim cites, and in no other, and says how the claim did."""
    made, rows = read
    assert {row["found"] for row in rows.values()} <= FOUND
    named = {place: {part.partition(":")[0] for part in row["where"].split("; ")} for place, row in rows.items()}
    assert [claim.place for claim in made if named.get(claim.place) != set(claim.cites.split())] == []


def test_every_claim_was_read_a_second_time(read: tuple[list[Claim], dict[str, dict[str, str]]]) -> None:
    """A row without the result of a second reading, or with another word than the first can have, is named here."""
    assert sorted(place for place, row in read[1].items() if row["again"] not in FOUND) == []


def test_other_readings_of_values_and_of_whole_entries_are_claims() -> None:
    """What another source says is a claim of its own, be it of one value or of an entry with all its values."""
    places = {claim.place for claim in claims("aceh-1999-2006")}
    assert {"case.timeline.30.date.other_readings.0", "case.timeline.24.other_readings.0"} <= places
