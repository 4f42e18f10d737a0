"""Sayable: nothing that a side is told or asked of a finding depends on what that side may not see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from tests.building import case_from, wording
from tests.findings.tables import OTHERS, Row, closed, edited, rows, thinned
from tests.profiles import by_profile

from briefpack.case.content import Case, Found, Path, field_of
from briefpack.case.dates import PartialDate
from briefpack.checks import dates
from briefpack.disclosure.inside import inside
from briefpack.disclosure.printed import is_printed
from briefpack.disclosure.select import select
from briefpack.disclosure.view import Node
from briefpack.disclosure.views import Views
from briefpack.findings import RULES, judge
from briefpack.findings.own import own_findings
from briefpack.findings.sayable import sayable
from briefpack.findings.telling import tell
from briefpack.handbook import PACK_AUDIENCES, Audience

Keys = frozenset[object]

FIRING = [
    row for row in rows() if row.kind == "over" or (row.kind in ("fires", "withheld") and row.expected.get("finds"))
]
#: The rows of rules that may be said; also those that find nothing, for what keeps them silent may be closed.
SAID = [row for row in rows() if RULES[row.rule].basis == "presence"]
#: How many other words and dates are put in turn into the place of one that is hidden; None is every one.
SAMPLE = by_profile(3, 6, None)
#: How many places of a row are closed at least where all are tried; in the usual run a row may have fewer.
LEAST = by_profile(None, 4, 4)
_DATES = ("2020-01-01", "2023", "2024", "2024-05", "2024-05-08", "about 2024-03", "before 1990", "after 2023", "2030")
_UNTRIED = (("case", "id"), ("case", "sensitivity"))


def _own(case: Case, audience: Audience) -> Keys:
    """Return the keys of all that a side may be told by its own view, also of what is told with something else."""
    told = sayable(select(case, audience), wording(), {}).values()
    return frozenset(each.key for one in told for each in (one.found, *one.beside))


def _teams(row: Row, case: Case) -> Keys:
    """Return the keys of all that the team's view gives."""
    return frozenset(one.key for one in judge(select(case, "coordinator"), seated=row.seated).findings)


def _closings(row: Row, audience: Audience) -> Iterator[tuple[Path, Case]]:
    """Return the case of a row with values, lists and items closed to a side in turn, where that can be said."""
    for path in thinned(row, (*(found.path for found in row.case.every_value), *row.case.every_item)):
        if path and path not in _UNTRIED:
            case = case_from(closed(row.documents, [path], OTHERS[audience]))
            if case is not None:
                yield path, case


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))


def _others(found: Found) -> list[str]:
    """Return what else could stand in the place of a word or a date."""
    if isinstance(found.value, PartialDate):
        every = list(_DATES)
    elif isinstance(found.value, bool):
        every = ["true", "false"]
    else:
        every = [str(word) for word in found.shape.words if not isinstance(found.value, tuple)]
    others = [one for one in every if one != str(found.value).lower()]
    return others if SAMPLE is None else others[:: max(1, len(others) // SAMPLE)][:SAMPLE]


@pytest.mark.drawn
@pytest.mark.parametrize("row", SAID, ids=str)
def test_closing_anything_to_a_side_makes_no_finding_appear_for_it(row: Row) -> None:
    """Each value and item is closed in turn, and what is hidden changed: a side is told what the team finds, or less.

    So nobody learns what is hidden from a sentence that appears, or that only one view gives.
    """
    teams, told_without = _teams(row, row.case), defaultdict[Path, set[object]](set)
    for audience in PACK_AUDIENCES:
        before = _own(row.case, audience)
        for path, case in _closings(row, audience):
            own = _own(case, audience)
            assert own <= before & teams, (audience, path)
            told_without[path] |= own
    if LEAST:
        assert len(told_without) >= LEAST
    for found in row.case.every_value:
        for other in _others(found) if told_without[found.path] else ():
            changed = case_from(edited(row.documents, {_dotted(found.path): other}))
            # A case in which something ends before it begins has no packs.
            if changed is not None and not any(dates.problems(changed)):
                assert told_without[found.path] <= _teams(row, changed), (found.path, other)


@pytest.mark.parametrize("row", SAID, ids=str)
def test_showing_a_date_less_exactly_makes_no_finding_appear(row: Row) -> None:
    """Each date is shown to the month and to the year alone, that of the information too."""
    teams = _teams(row, row.case)
    for found in row.case.every_value:
        for grain in ("month", "year") if isinstance(found.value, PartialDate) else ():
            given = row.case.annotations.get(found.path)
            coarse = {"value": str(found.value), "sensitivity": given and given.sensitivity, "coarsen": grain}
            said = {name: value for name, value in coarse.items() if value}
            case = case_from(edited(row.documents, {_dotted(found.path): said}))
            for audience in PACK_AUDIENCES if case else ():
                assert _own(case, audience) <= _own(row.case, audience) & teams, (audience, found.path, grain)


@pytest.mark.drawn
@pytest.mark.parametrize("audience", PACK_AUDIENCES)
@pytest.mark.parametrize("row", FIRING, ids=str)
def test_closing_anything_takes_findings_from_a_side_only_by_what_its_pack_prints(row: Row, audience: Audience) -> None:
    """A side that lacks a value may be told the same findings, or fewer, and fewer only where its pack has the field.

    So all that a finding rests on which the report marks as sayable to a side stands in the pack of that side.
    """
    told = _own(row.case, audience), _in_pack(row.case, audience)
    for path, case in _closings(row, audience):
        left = _own(case, audience), _in_pack(case, audience)
        assert left[0] <= told[0], path
        assert left[1] <= told[1], path
        assert left == told or is_printed(field_of(path), audience), path


def _in_pack(case: Case, audience: Audience) -> set[Path]:
    """Return where the items stand that bear out the findings that the pack of a case tells an audience."""
    found = own_findings(select(case, audience), wording()).findings
    return {inside(item).path for one in found for item in one.items if isinstance(item, Node)}


@pytest.mark.parametrize("audience", PACK_AUDIENCES)
@pytest.mark.parametrize("row", FIRING, ids=str)
def test_a_side_is_told_all_that_its_own_view_gives_and_nothing_else(row: Row, audience: Audience) -> None:
    """Whatever only the team or the other side sees adds nothing to what a side is told, and takes nothing away."""
    views = Views(row.case)
    told = tell(views, wording(), seated=row.seated).findings
    own = sayable(views.of(audience), wording(), {})
    assert {one.said[audience] for one in told} - {None} == {one.text for one in own.values()}
    assert own.keys() <= {one.key for one in judge(views.of("coordinator"), seated=row.seated).findings}
