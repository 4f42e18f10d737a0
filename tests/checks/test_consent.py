"""Consent and the clock: what ended before today is warned of, and packs do not depend on the day they are made."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.building import LEAST, TEMPLATES, complaints, make_packs, write_case

from briefpack.checks import consent
from briefpack.packs.orders import Order

CASE = f"{LEAST}date_of_information: 2024-03-01\nactors: [{{id: lead, name: Lead, alias: heron}}]\n"
REGISTRY = (
    "people:\n  heron: {name: Tamsel Orrelby, consent: {what: Role, audiences: [track_i, track_ii], until: 2024-06}}\n"
)


@pytest.mark.parametrize(("today", "told"), [("2024-06-30", []), ("2024-07-01", ["case.yaml:5:10: warning"])])
def test_a_consent_that_ended_before_today_is_warned_of(
    tmp_path: Path, today: str, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It still held when the case was written, so the pack can be made; whoever sends it should know."""
    monkeypatch.setattr(consent, "_today", lambda: datetime.date.fromisoformat(today))
    liaison = "liaisons: [{actor: lead, track: track_ii}]\n"
    found = complaints(tmp_path, CASE, coordination=liaison, registry=REGISTRY)
    expected = f"{told[0]}: the consent of the person behind this role ended before today: ask" if told else ""
    assert [line[: len(expected)] for line in found] == ([expected] if told else [])


def test_no_pack_depends_on_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made on a later day, the same files come out."""
    folder = write_case(tmp_path, case=CASE, registry=REGISTRY)
    order = Order(folder, TEMPLATES, "default", ("track-ii",), ("en",))
    files = make_packs(order)
    monkeypatch.setattr(consent, "_today", lambda: datetime.date(2040, 1, 1))
    assert make_packs(order) == files


def test_what_no_reader_is_shown_needs_no_consent(tmp_path: Path) -> None:
    """An end long ago, nobody named, and nothing agreed at all are fine behind a closed role."""
    case = CASE.replace("alias: heron", "alias: heron, sensitivity: team_only")
    for agreed in ("", ", consent: {what: Nothing}", ", consent: {until: 2020}"):
        assert complaints(tmp_path, case, registry=f"people:\n  heron: {{name: Tamsel Orrelby{agreed}}}\n") == []
