"""Pictures and what is withheld: nothing that a reader may not see changes a dot or a word of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.building import PACKS, case_from, shipped
from tests.disclosure.test_withheld import another, changed, withheld
from tests.pictures.drawn import pictures_for

from briefpack.case.content import Case
from briefpack.handbook import Audience


def altered(audience: Audience) -> Iterator[tuple[object, Case]]:
    """Return the invented case with each withheld leaf changed, and left out where it may be, in turn."""
    for path in withheld(audience):
        found = another(path)
        if found is not None:
            yield path, found[1]
        # A total is the one value that knows of what it adds up.
        without = None if "per_party" in path else case_from(changed(path, None))
        if without is not None:
            yield path, without


@pytest.mark.long
@pytest.mark.parametrize("audience", PACKS)
def test_a_withheld_value_changes_no_picture(audience: Audience) -> None:
    """Each withheld value changed or left out, in turn, leaves bytes, captions and alternative texts alone."""
    before, tried = pictures_for(shipped("harbour-talks"), audience), 0
    for path, case in altered(audience):
        assert pictures_for(case, audience) == before, path
        tried += 1
    assert tried > 190


def test_pictures_differ_where_readers_may_see_different_things() -> None:
    """The comparison can fail: of the invented case the two tracks get different pictures."""
    mine, theirs = (pictures_for(shipped("harbour-talks"), audience) for audience in PACKS)
    differing = {name for name in mine if mine[name].data != theirs[name].data}
    assert differing >= {"timeline", "parties", "coverage", "plan"}
    assert "Lamp-room" in theirs["plan"].alternative
    assert "Lamp-room" not in str([(one.alternative, one.caption) for one in mine.values()])
