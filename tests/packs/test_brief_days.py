"""Days in briefs: the day of the week where the day is certain, and what is asked in the order of its days."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import write_case
from tests.packs.test_briefs import made

CASE = """\
sensitivity: shared
id: river-talks
title: {all: River Talks}
languages: [en, fr, es, ar, ru]
"""
ENGAGEMENTS = """\
sensitivity: shared
track_i:
  - {{id: call, title: {{all: Call}}, date: {day}, starts: "10:00", decide_by: {day}}}
"""
WEEKDAYS = {
    "en": "Thursday, 5 December 2024",
    "fr": "Jeudi 5 décembre 2024",
    "es": "Jueves, 5 de diciembre de 2024",
    "ar": "الخميس، 5 ديسمبر 2024",
    "ru": "Четверг, 5 декабря 2024",
}


def brief_on(day: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Return the brief of a meeting on a day by language, and its form under `record`."""
    files = made(write_case(folder, case=CASE, engagements=ENGAGEMENTS.format(day=day)), folder / "out", capsys)
    briefs = {one: files[f"river-talks.track-i.{one}.brief.1.md"].decode() for one in WEEKDAYS}
    # In a sentence a number stays on the line of its month.
    briefs = {one: brief.replace("\u00a0", " ") for one, brief in briefs.items()}
    return {**briefs, "record": files["river-talks.track-i.en.record.1.md"].decode()}


def test_a_brief_names_the_day_of_the_week_in_each_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the meeting and of its decision, and so does the form that comes back."""
    found = brief_on("2024-12-05", tmp_path, capsys)
    for language, words in WEEKDAYS.items():
        assert f"| {words}".replace("\u00a0", " ") in found[language]
        assert found[language].casefold().count(words.replace("\u00a0", " ").casefold()) == 2
    assert f"| {WEEKDAYS['en']} · 10:00 |" in found["record"]


@pytest.mark.parametrize("day", ["2024-12", "about 2024-12-05", "{value: 2024-12-05, coarsen: month}"])
def test_a_day_that_is_not_certain_or_not_shown_has_no_day_of_the_week(
    day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would tell more than is known, or than its reader may know."""
    found = brief_on(day, tmp_path, capsys)
    assert "December 2024 · 10:00 |" in found["en"]
    assert not [text for text in found.values() if "hursday" in text or "jeudi" in text.casefold()]


ASKS = """\
      - {ask: Pay the guards}
      - {ask: Mend the weir, by: 2024-12-11}
      - {ask: Open the sluice, by: 2024-12-03}
      - {ask: Count the sheep, by: 2024-12}
"""


@pytest.mark.parametrize(
    ("side", "name", "audience"), [("track_i", "asks", "track-i"), ("track_ii", "needs", "track-ii")]
)
def test_what_is_asked_stands_in_the_order_of_its_days(
    side: str, name: str, audience: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What has no day stands last, and what has a month alone by the first of its days."""
    pages = f"front_pages:\n  {side}:\n    {name}:\n{ASKS}"
    case = CASE.partition("title")[0] + "title: River Talks\n" + pages
    text = made(write_case(tmp_path, case=case), tmp_path / "out", capsys)[f"river-talks.{audience}.en.md"].decode()
    places = [text.index(f"{at}. {ask}") for at, ask in enumerate(["Count", "Open", "Mend", "Pay"], 1)]
    assert places == sorted(places)
