"""Extremes: a date without a first or a last day is judged as any other, so that no report fails for it."""

from __future__ import annotations

import pytest
from tests.building import case_from, wording
from tests.findings.tables import Row, edited, rows

from briefpack.case.dates import PartialDate
from briefpack.disclosure.views import Views
from briefpack.findings.report import report

DATED = [row for row in rows() if row.kind == "fires"]


@pytest.mark.parametrize("row", DATED, ids=str)
def test_every_date_may_be_open_on_one_side(row: Row) -> None:
    """Each date of a case that breaks a rule is put after and before a year: the report is worked out all the same."""
    for found in row.case.every_value:
        for words in ("after 2023", "before 1990") if isinstance(found.value, PartialDate) else ():
            case = case_from(edited(row.documents, {".".join(map(str, found.path)): words}))
            if case is not None:
                told = report(Views(case), wording(), seated=row.seated)
                assert all(one.sentence and one.remedy for one in (*told.to_act_on, *told.to_know))
