"""The two pages of the coordinator's report, laid out by LibreOffice on both papers, and what stands first on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.building import INPUTS, TEMPLATES, case_from, make_packs, plain_data, wording, write_case
from tests.packs.test_report import NAMED
from tests.pages.layout import page_texts

from briefpack.disclosure.views import Views
from briefpack.findings.report import report
from briefpack.packs.orders import Order

ORGANISATIONS = ("default", "riverside-institute")
_LONG = "Conversations of the boatmen and the pilots and the wardens of both banks about who may moor where in a storm"
_DAY = "Send a written answer to the paper on the rota with all that the crews and both councils asked to be told"


def busy(folder: Path) -> Path:
    """Return a case with long names, more than five findings, both of what is past and to come, and forty days."""
    activities = "".join(
        f"""\
  - id: w{n}
    title: {_LONG} ({n})
    track: ii
    window: {{start: 2026-06-{n + 4:02}, end: 2026-06-{n + 4:02}}}
"""
        for n in range(1, 9)
    )
    days = "".join(f"  - {{title: {_DAY} ({n}), date: 2026-07-{n:02}}}\n" for n in range(1, 31))
    return write_case(
        folder,
        case=f"""\
            sensitivity: shared
            id: river-talks
            title: {_LONG}
            place: {_LONG}
            date_of_information: 2026-06-08
            handling: {{distribution: {{coordinator: [{_LONG}, {_LONG} again]}}}}
            """,
        coordination="sensitivity: shared\n"
        + f"track_i_rounds: [{{id: r, title: {_LONG} (R), from: 2026-06-04, to: 2026-06-14}}]\ncalendar:\n{days}",
        planning=f"sensitivity: shared\nactivities:\n{activities}",
    )


def pages(folder: Path, case: Path) -> dict[str, list[str]]:
    """Return the text of each page of the reports of a case, by organisation."""
    reports = {}
    for organisation in ORGANISATIONS:
        made = make_packs(Order(case, TEMPLATES, organisation, ("coordinator",), ("en",)))
        reports[organisation] = next(data for name, data in made.items() if name.endswith(".docx"))
    return page_texts(reports, folder)


@pytest.mark.parametrize("name", ["harbour-talks", "crossed-lines", "busy"])
def test_all_before_annex_a_stands_on_two_pages(tmp_path: Path, name: str) -> None:
    """On A4 and on Letter, the list of annexes included; what has no room stands in annexes, which follow at once."""
    case = busy(tmp_path / "case") if name == "busy" else INPUTS / name
    for organisation, texts in pages(tmp_path, case).items():
        begins = [n for n, text in enumerate(texts, start=1) if "Annex A: Who knows what" in text]
        assert begins in ([2], [3]), organisation
        assert "Annexes: A Who knows what; " in texts[1], organisation


def test_no_page_is_left_half_empty_before_the_annexes(tmp_path: Path) -> None:
    """Without a finding the opening ends early, and who knows what stands below it."""
    for organisation, texts in pages(tmp_path, write_case(tmp_path, case=NAMED)).items():
        assert "Annex A: Who knows what" in texts[0], organisation


def test_what_has_no_room_on_the_two_pages_is_told_in_annexes(tmp_path: Path) -> None:
    """Every finding and every day of a busy case is there, and the two pages say where."""
    made = make_packs(Order(busy(tmp_path / "case"), TEMPLATES, "default", ("coordinator",), ("en",)))
    text = next(data.decode() for name, data in made.items() if name.endswith(".md"))
    first = text.partition("## Annex A:")[0]
    assert "of these days are in Annex D." in first
    assert "more findings are in Annex H." in first
    assert [text.count(f"| {_DAY} ({n}) |") for n in range(1, 31)] == [1] * 30
    assert all(f"{_LONG} ({n})" in text for n in range(1, 9))


@pytest.mark.parametrize("name", ["harbour-talks", "crossed-lines"])
def test_what_to_do_at_once_stands_first_and_lessons_of_the_past_last(name: str) -> None:
    """Of what is alike in this the gravest first, and of these what has the earliest day."""
    case = case_from(plain_data(name))
    assert case is not None
    found = report(Views(case), wording())
    every = (*found.to_act_on, *found.to_know)
    ranks = [(one.is_past, not one.is_urgent, ("high", "medium", "low").index(one.severity)) for one in every]
    assert ranks == sorted(ranks)
    assert len({*ranks}) > 1
    assert len(found.to_act_on) <= 5
    days = [(rank, one.before.value.sort_key) for rank, one in zip(ranks, every, strict=True) if one.before]
    assert days == sorted(days)
