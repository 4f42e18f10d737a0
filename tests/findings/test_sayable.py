"""Sayable: nothing that a side is told or asked of a finding depends on what that side may not see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.building import case_from, wording
from tests.findings.tables import OTHERS, Row, closed, rows

from briefpack.case.content import Case, Path
from briefpack.disclosure.inside import inside
from briefpack.disclosure.printed import field_of, is_printed
from briefpack.disclosure.select import select
from briefpack.disclosure.view import Leaf
from briefpack.disclosure.views import Views
from briefpack.findings import judge
from briefpack.findings.own import own_findings
from briefpack.findings.telling import sayable, tell
from briefpack.handbook import PACK_AUDIENCES, Audience

#: That a case is over decides, too, so a row of that kind is tried whether it finds or not.
FIRING = [
    row for row in rows() if row.kind == "over" or (row.kind in ("fires", "withheld") and row.expected.get("finds"))
]


def _closed(row: Row, audience: Audience) -> Iterator[tuple[Path, Case]]:
    """Return the case of a row with each value and each item closed to a side in turn, where that can be said."""
    for found in row.case.every_value:
        if found.path not in (("case", "id"), ("case", "sensitivity")):
            case = case_from(closed(row.documents, [found.path], OTHERS[audience]))
            if case is not None:
                yield found.path, case


@pytest.mark.parametrize("audience", PACK_AUDIENCES)
@pytest.mark.parametrize("row", FIRING, ids=str)
def test_closing_any_value_to_a_side_makes_no_finding_appear_for_it(row: Row, audience: Audience) -> None:
    """Each input of each rule is closed in turn: a side is told what it was told before, or less, in its pack too.

    What takes a finding out of a pack is in a field that the pack prints.
    """
    before, told = set(sayable(select(row.case, audience), wording(), {})), _in_pack(row.case, audience)
    tried = 0
    for path, case in _closed(row, audience):
        tried += 1
        assert set(sayable(select(case, audience), wording(), {})) <= before, path
        left = _in_pack(case, audience)
        assert left <= told, path
        assert left == told or is_printed(field_of(path), audience), path
    assert tried > 3


def _in_pack(case: Case, audience: Audience) -> set[tuple[Path, ...]]:
    """Return for each finding that the pack of a case tells an audience where the items stand that bear it out."""
    found = own_findings(select(case, audience), wording()).findings
    return {tuple(one.path if isinstance(one, Leaf) else inside(one).path for one in each.items) for each in found}


@pytest.mark.parametrize("audience", PACK_AUDIENCES)
@pytest.mark.parametrize("row", FIRING, ids=str)
def test_a_side_is_told_all_that_its_own_view_gives_and_nothing_else(row: Row, audience: Audience) -> None:
    """Whatever only the team or the other side sees adds nothing to what a side is told, and takes nothing away."""
    views = Views(row.case)
    told = tell(views, wording(), seated=row.seated).findings
    own = sayable(views.of(audience), wording(), {})
    assert {one.said[audience] for one in told} - {None} == {one.text for one in own.values()}
    assert own.keys() <= {one.key for one in judge(views.of("coordinator"), seated=row.seated).findings}
